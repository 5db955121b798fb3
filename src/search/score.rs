//! How well a query matches a text, and which characters of the text match.

use crate::search::index::{IndexEntry, SearchForm, SearchIndex};
use crate::search::letter::folded;
use crate::search::spelling::{TextMatch, match_pinyin};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// An entry that matches the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The index of the entry in [`SearchIndex::entries`].
    pub entry: usize,
    /// The index of the form that matches, among the entry's forms.
    pub form: usize,
    /// The indices of the characters that match in that form.
    pub matched: Vec<usize>,
}

/// The least score, of 1000, at which a word is taken to match; below it, words match by chance.
const LEAST: u32 = 650;
/// The least score that is shown, in hundredths of the best hit's score.
const SHOWN_SHARE: u32 = 70;
/// Scores that differ by less than this count as equal, and the kind of thing and its length decide.
const SCORE_STEP: u32 = 50;

/// Returns the entries that match all words of `query`, the best first; all entries in their own order if it is empty.
#[must_use]
pub fn search(index: &SearchIndex, query: &str) -> Vec<Hit> {
    let letters: String = query.chars().map(folded).collect();
    let words: Vec<Vec<char>> = letters.split_whitespace().map(|word| word.chars().collect()).collect();
    if words.is_empty() {
        let all = 0..index.entries.len();
        return all.map(|entry| Hit { entry, form: 0, matched: Vec::new() }).collect();
    }
    let mut search = Search { index, matcher: Matcher::new(Config::DEFAULT) };
    let entries = index.entries.iter().enumerate();
    let mut hits: Vec<(u32, Hit)> =
        entries.filter_map(|(position, entry)| search.entry(position, entry, &words)).collect();
    let best = hits.iter().map(|(score, _)| *score).max().unwrap_or(0);
    hits.retain(|(score, _)| score * 100 >= best * SHOWN_SHARE);
    hits.sort_by_cached_key(|(score, hit)| {
        let entry = index.entries.get(hit.entry);
        let (rank, length) = entry.map_or((0, 0), |entry| (entry.target.rank(), length(entry.label())));
        (std::cmp::Reverse(score / SCORE_STEP), rank, length)
    });
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Returns the length of a label up to its first bracket. What is told apart by a bracket, such as the proposals of a cycle
/// and those of a session, stays in the order of the catalogue, the principal one first.
fn length(label: &str) -> usize {
    label.split(['（', '(']).next().map_or(0, |head| head.trim_end().chars().count())
}

/// A running search; the matcher keeps its buffers from text to text.
struct Search<'a> {
    index: &'a SearchIndex,
    matcher: Matcher,
}

impl Search<'_> {
    /// Matches the best of an entry's forms; of two that count as equally good, the first.
    fn entry(&mut self, position: usize, entry: &IndexEntry, words: &[Vec<char>]) -> Option<(u32, Hit)> {
        let mut best: Option<(u32, Hit)> = None;
        for (index, form) in entry.forms.iter().enumerate() {
            let Some(text_match) = self.form(form, words) else { continue };
            if best.as_ref().is_none_or(|(score, _)| text_match.score >= *score + SCORE_STEP) {
                best = Some((text_match.score, Hit { entry: position, form: index, matched: text_match.matched }));
            }
        }
        best
    }

    /// Matches all words with one form. The score is the average of theirs, weighted by their length.
    fn form(&mut self, form: &SearchForm, words: &[Vec<char>]) -> Option<TextMatch> {
        let (mut sum, mut length, mut matched) = (0, 0, Vec::new());
        for word in words {
            let text_match = self.word(form, word).filter(|text_match| text_match.score >= LEAST)?;
            let weight = u32::try_from(word.len()).unwrap_or(1);
            sum += text_match.score * weight;
            length += weight;
            matched.extend(text_match.matched);
        }
        matched.sort_unstable();
        matched.dedup();
        Some(TextMatch { score: sum / length.max(1), matched })
    }

    /// Matches one word as it is written or as pinyin, whichever is the better match.
    fn word(&mut self, form: &SearchForm, word: &[char]) -> Option<TextMatch> {
        let written = self.written(form, word);
        let is_pinyin = form.is_chinese && word.iter().all(char::is_ascii_alphanumeric);
        let spelt =
            is_pinyin.then(|| match_pinyin(word, &form.letters, |letter| self.index.readings(letter))).flatten();
        match (written, spelt) {
            (Some(written), Some(spelt)) => Some(if spelt.score > written.score { spelt } else { written }),
            (written, spelt) => written.or(spelt),
        }
    }

    /// Matches a word as it is written. The text may have other letters between those of the word. Digits must stand
    /// together, so 15 is not found in 105.
    fn written(&mut self, form: &SearchForm, word: &[char]) -> Option<TextMatch> {
        let mut matched = Vec::new();
        let needle = Utf32Str::Unicode(word);
        let text = Utf32Str::Unicode(&form.letters);
        let score = if word.iter().all(char::is_ascii_digit) {
            self.matcher.substring_indices(text, needle, &mut matched)?
        } else {
            self.matcher.fuzzy_indices(text, needle, &mut matched)?
        };
        let perfect = self.matcher.fuzzy_match(needle, needle)?.max(1);
        let matched = matched.into_iter().map(|index| index as usize).collect();
        Some(TextMatch { score: (1000 * u32::from(score) / u32::from(perfect)).min(1000), matched })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::indicator::{Nature, Theme};
    use crate::domain::{Area, Dataset, Indicator, Key};
    use crate::text::{CharSet, Lang, Text};

    /// Builds an index of one area, and of indicators with these names.
    fn index(committee: &str, indicators: &[&str]) -> SearchIndex {
        let mut dataset = Dataset::default();
        let name = Text::new("滨州", "Binzhou");
        let committee = Text::new(committee, "the committee");
        dataset.areas.add("binzhou", Area { id: "binzhou".to_owned(), code: "371600".to_owned(), name, committee });
        let theme = Theme { id: "theme".to_owned(), name: Text::new("主题", "theme"), is_context: false };
        dataset.themes.add("theme", theme);
        for (number, zh) in indicators.iter().enumerate() {
            let id = format!("indicator-{number}");
            let indicator = Indicator {
                aliases: Vec::new(),
                id: id.clone(),
                theme: Key::new(0),
                name: Text::new(*zh, format!("number {number}")),
                unit: Text::new("件", "items"),
                definition: Text::new("定义", "definition"),
                sentence: None,
                nature: Nature::Flow,
                direction: Nature::Flow.usual_direction(),
                denominator: None,
            };
            dataset.indicators.add(&id, indicator);
        }
        SearchIndex::new(&dataset, Lang::Zh, CharSet::Unicode)
    }

    /// Returns what is found: the label, the number of the form that matches, and its characters that match.
    fn found(index: &SearchIndex, query: &str) -> Vec<(String, usize, String)> {
        let described = search(index, query).into_iter().map(|hit| {
            let entry = &index.entries[hit.entry];
            let letters: Vec<char> = entry.forms[hit.form].text.chars().collect();
            (entry.label().to_owned(), hit.form, hit.matched.iter().map(|position| letters[*position]).collect())
        });
        described.collect()
    }

    fn labels(index: &SearchIndex, query: &str) -> Vec<String> {
        found(index, query).into_iter().map(|(label, ..)| label).collect()
    }

    #[test]
    fn of_equal_matches_the_shorter_label_is_first() {
        assert_eq!(labels(&index("委员会", &["提案办理", "提案"]), "提案"), ["提案", "提案办理"]);
    }

    #[test]
    fn what_matches_much_worse_than_the_best_is_left_out() {
        let far = "立案好的提案";
        assert_eq!(labels(&index("委员会", &[far]), "lata"), [far]);
        assert_eq!(labels(&index("委员会", &[far, "立案提案"]), "lata"), ["立案提案"]);
    }

    #[test]
    fn of_forms_that_match_equally_well_the_first_is_taken() {
        for committee in ["滨州政协", "政协滨州市委员会"] {
            assert_eq!(found(&index(committee, &[]), "bz"), [("滨州".to_owned(), 0, "滨州".to_owned())], "{committee}");
        }
        assert_eq!(found(&index("政协滨州", &[]), "政协"), [("滨州".to_owned(), 2, "政协".to_owned())]);
    }

    #[test]
    fn of_letters_and_pinyin_the_better_match_is_taken() {
        let name = "abc xyz 滨州";
        assert_eq!(found(&index("委员会", &[name]), "bz").last(), Some(&(name.to_owned(), 0, "滨州".to_owned())));
        let name = "滨海之州 bz";
        assert_eq!(found(&index("委员会", &[name]), "bz").last(), Some(&(name.to_owned(), 0, "bz".to_owned())));
    }

    #[test]
    fn a_longer_word_weighs_more() {
        let (long_is_torn, short_is_torn) = ("立案提案 好重好好好好点", "立案好提案 重点好好好好");
        let index = index("委员会", &[long_is_torn, short_is_torn]);
        assert_eq!(labels(&index, "lata zhongdian"), [short_is_torn, long_is_torn]);
    }
}
