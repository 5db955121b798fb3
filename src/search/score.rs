//! How well what is typed matches a text, and which characters of it match.

use crate::search::index::{IndexEntry, SearchForm, SearchIndex};
use crate::search::letter::folded;
use crate::search::spelling::TextMatch;
use crate::search::spelling::match_pinyin;
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place among the candidates.
    pub candidate: usize,
    /// The form that matches, by its place among the candidate's forms.
    pub form: usize,
    /// The places of the characters that match in that form.
    pub marks: Vec<usize>,
}

/// A word that matches worse than this matches by chance.
const WORST: u32 = 650;
/// A match is shown where it has this share, in hundredths, of the best one's score.
const SHARE: u32 = 70;
/// Scores that differ less than this count as equal, and the kind of thing and its length decide.
const GRAIN: u32 = 50;

/// The candidates that match all words of `query`, the best first; all of them in their own order where it is empty.
#[must_use]
pub fn search(candidates: &SearchIndex, query: &str) -> Vec<Hit> {
    let letters: String = query.chars().map(folded).collect();
    let words: Vec<Vec<char>> = letters.split_whitespace().map(|word| word.chars().collect()).collect();
    if words.is_empty() {
        let all = 0..candidates.list.len();
        return all.map(|candidate| Hit { candidate, form: 0, marks: Vec::new() }).collect();
    }
    let mut search = Search { candidates, matcher: Matcher::new(Config::DEFAULT) };
    let found = candidates.list.iter().enumerate();
    let found = found.filter_map(|(place, candidate)| search.candidate(place, candidate, &words));
    let mut found: Vec<(u32, Hit)> = found.collect();
    let best = found.iter().map(|(score, _)| *score).max().unwrap_or(0);
    found.retain(|(score, _)| score * 100 >= best * SHARE);
    found.sort_by_cached_key(|(score, hit)| {
        let candidate = candidates.list.get(hit.candidate);
        let (rank, length) = candidate.map_or((0, 0), |held| (held.to.rank(), held.label().chars().count()));
        (std::cmp::Reverse(score / GRAIN), rank, length)
    });
    found.into_iter().map(|(_, hit)| hit).collect()
}

struct Search<'a> {
    candidates: &'a SearchIndex,
    matcher: Matcher,
}

impl Search<'_> {
    /// The best of a candidate's forms; of two that count as equally good, the first.
    fn candidate(&mut self, place: usize, candidate: &IndexEntry, words: &[Vec<char>]) -> Option<(u32, Hit)> {
        let mut best: Option<(u32, Hit)> = None;
        for (form, held) in candidate.forms.iter().enumerate() {
            let Some(found) = self.form(held, words) else { continue };
            if best.as_ref().is_none_or(|(score, _)| found.score >= *score + GRAIN) {
                best = Some((found.score, Hit { candidate: place, form, marks: found.marks }));
            }
        }
        best
    }

    /// All words in one form: their scores on the average, by length.
    fn form(&mut self, form: &SearchForm, words: &[Vec<char>]) -> Option<TextMatch> {
        let (mut sum, mut length, mut marks) = (0, 0, Vec::new());
        for word in words {
            let found = self.word(form, word).filter(|found| found.score >= WORST)?;
            let weight = u32::try_from(word.len()).unwrap_or(1);
            sum += found.score * weight;
            length += weight;
            marks.extend(found.marks);
        }
        marks.sort_unstable();
        marks.dedup();
        Some(TextMatch { score: sum / length.max(1), marks })
    }

    fn word(&mut self, form: &SearchForm, word: &[char]) -> Option<TextMatch> {
        let written = self.written(form, word);
        let is_pinyin = form.is_chinese && word.iter().all(char::is_ascii_alphanumeric);
        let spelt =
            is_pinyin.then(|| match_pinyin(word, &form.letters, |letter| self.candidates.readings(letter))).flatten();
        match (written, spelt) {
            (Some(written), Some(spelt)) => Some(if spelt.score > written.score { spelt } else { written }),
            (written, spelt) => written.or(spelt),
        }
    }

    /// The word as it is written: with gaps, but for a number.
    fn written(&mut self, form: &SearchForm, word: &[char]) -> Option<TextMatch> {
        let mut marks = Vec::new();
        let needle = Utf32Str::Unicode(word);
        let text = Utf32Str::Unicode(&form.letters);
        let score = if word.iter().all(char::is_ascii_digit) {
            self.matcher.substring_indices(text, needle, &mut marks)?
        } else {
            self.matcher.fuzzy_indices(text, needle, &mut marks)?
        };
        let perfect = self.matcher.fuzzy_match(needle, needle)?.max(1);
        let marks = marks.into_iter().map(|at| at as usize).collect();
        Some(TextMatch { score: (1000 * u32::from(score) / u32::from(perfect)).min(1000), marks })
    }
}
