//! Which entries match a query, in what order, and which characters of them match.

use super::form::{MatchExtent, SearchForm};
use super::index::SearchIndex;
use super::loose::LooseMatcher;
use super::pinyin::Readings;
use super::query::{Query, TypedWord};
use super::spelling::{Match, Spelt, spelt, written};
use std::ops::Range;

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

/// What was found for a query.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The hits, the best first.
    pub hits: Vec<Hit>,
    query: String,
    /// Whether nothing holds all words together, so that the hits are those that match loosely.
    is_loose: bool,
}

/// The least score of a loose match that is shown, in hundredths of the best one's.
const SHOWN_SHARE: u32 = 70;
/// Scores of loose matches that differ by less than this count as equal, and the kind of thing and its length decide.
const SCORE_STEP: u32 = 50;

impl Found {
    /// Finds the entries that match all words of a query; all entries in their own order if there is no word in it. What
    /// holds the words as they are typed or in pinyin is found, all of it; only where nothing does, what matches loosely.
    #[must_use]
    pub fn new(index: &SearchIndex, query: &str) -> Self {
        Self::among(index, query, 0..index.entries.len())
    }

    /// Finds anew, after the query has changed. Where it has only grown longer, it can only fit what it fitted before.
    #[must_use]
    pub fn changed(&self, index: &SearchIndex, query: &str) -> Self {
        if self.query.is_empty() || !query.starts_with(&self.query) {
            return Self::new(index, query);
        }
        let before = if self.is_loose { &[][..] } else { &self.hits };
        let mut entries: Vec<usize> = before.iter().map(|hit| hit.entry).collect();
        entries.sort_unstable();
        Self::among(index, query, entries)
    }

    fn among(index: &SearchIndex, typed: &str, entries: impl IntoIterator<Item = usize>) -> Self {
        let query = Query::new(typed);
        if query.words.is_empty() {
            let hits = (0..index.entries.len()).map(|entry| Hit { entry, form: 0, matched: Vec::new() });
            return Self { hits: hits.collect(), query: typed.to_owned(), is_loose: false };
        }
        let exact = exact(index, &query, entries);
        let is_loose = exact.is_empty();
        let hits = if is_loose { loose(index, &query) } else { exact };
        Self { hits, query: typed.to_owned(), is_loose }
    }
}

/// How a form fits a query: the words together, or each for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub extent: MatchExtent,
    pub spelt: Spelt,
    /// The letters that match; all words together have one range.
    pub letters: Vec<Range<usize>>,
}

/// Returns how a form fits a query, whose words may be typed as they are written or in pinyin.
pub(super) fn fit(form: &SearchForm, query: &Query, readings: &Readings) -> Option<Fit> {
    let together = consecutive(form, &query.whole, readings);
    if query.words.len() == 1 && together.is_some()
        || together.as_ref().is_some_and(|found| found.extent <= MatchExtent::Beginning)
    {
        return together.map(Fit::from);
    }
    let mut fit = Fit { extent: MatchExtent::Word, spelt: Spelt::Written, letters: Vec::new() };
    for (word, pieces) in &query.words {
        let whole = if query.words.len() == 1 { None } else { consecutive(form, word, readings) };
        match whole {
            Some(found) => fit.add(found),
            None if pieces.is_empty() => return None,
            None => {
                for piece in pieces {
                    fit.add(consecutive(form, piece, readings)?);
                }
            }
        }
    }
    Some(fit)
}

impl From<Match> for Fit {
    fn from(found: Match) -> Self {
        Self { extent: found.extent, spelt: found.spelt, letters: vec![found.letters] }
    }
}

impl Fit {
    /// Adds the match of one more word; the worst of the words decides.
    fn add(&mut self, found: Match) {
        (self.extent, self.spelt) = (self.extent, self.spelt).max(found.rank());
        self.letters.push(found.letters);
    }

    /// Returns the places of the characters that match, as far as they are shown.
    fn matched(&self, form: &SearchForm) -> Vec<usize> {
        let mut matched: Vec<usize> =
            self.letters.iter().cloned().flatten().filter(|place| *place < form.shown).collect();
        matched.sort_unstable();
        matched.dedup();
        matched
    }
}

/// Returns the better match of a word, as it is written or as it is spelt.
fn consecutive(form: &SearchForm, word: &TypedWord, readings: &Readings) -> Option<Match> {
    let as_written = if word.mask & !form.mask == 0 { written(form, &word.letters) } else { None };
    if !form.is_chinese || as_written.as_ref().is_some_and(|found| found.extent <= MatchExtent::Head) {
        return as_written;
    }
    // Chinese characters alone are no pinyin.
    let has_pinyin = word.letters.iter().any(char::is_ascii_lowercase);
    let as_spelt = if has_pinyin { spelt(form, &word.letters, readings) } else { None };
    as_written.into_iter().chain(as_spelt).min_by_key(Match::rank)
}

/// Returns the hits whose words are all held together, the best first.
fn exact(index: &SearchIndex, query: &Query, entries: impl IntoIterator<Item = usize>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for position in entries {
        let Some(entry) = index.entries.get(position) else { continue };
        let fits = entry.forms.iter().enumerate();
        let fits = fits.filter_map(|(number, form)| Some((number, form, fit(form, query, &index.readings)?)));
        if let Some((number, form, fit)) = fits.min_by_key(|(_, _, fit)| (fit.extent, fit.spelt)) {
            // What is counted often stands last in a name, so its beginning says no more than a later word.
            let extent = if fit.extent == MatchExtent::Beginning { MatchExtent::Word } else { fit.extent };
            let order = (extent, fit.spelt, entry.target.rank(), entry.length());
            hits.push((order, Hit { entry: position, form: number, matched: fit.matched(form) }));
        }
    }
    hits.sort_by_key(|(order, hit)| (*order, hit.entry));
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Returns the hits that match loosely, the best first. What matches much worse than the best is left out.
fn loose(index: &SearchIndex, query: &Query) -> Vec<Hit> {
    let matchers = query.words.iter().map(|(word, _)| (word, LooseMatcher::new(&word.letters, &index.readings)));
    let mut matchers: Vec<(&TypedWord, Option<LooseMatcher<'_>>)> = matchers.collect();
    let mut hits: Vec<(u32, Hit)> = Vec::new();
    for (entry, position) in index.entries.iter().zip(0..) {
        let mut best: Option<(u32, Hit)> = None;
        for (form, number) in entry.forms.iter().zip(0..).filter(|(form, _)| !form.is_code) {
            let Some((score, matched)) = loosely(form, &mut matchers, &index.readings) else { continue };
            if best.as_ref().is_none_or(|(best, _)| score >= *best + SCORE_STEP) {
                best = Some((score, Hit { entry: position, form: number, matched }));
            }
        }
        hits.extend(best);
    }
    let best = hits.iter().map(|(score, _)| *score).max().unwrap_or(0);
    hits.retain(|(score, _)| score * 100 >= best * SHOWN_SHARE);
    hits.sort_by_cached_key(|(score, hit)| {
        let entry = index.entries.get(hit.entry);
        let (rank, length) = entry.map_or((0, 0), |entry| (entry.target.rank(), entry.length()));
        (std::cmp::Reverse(score / SCORE_STEP), rank, length)
    });
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Matches all words with one form. The score is the average of theirs, weighted by their length.
fn loosely(
    form: &SearchForm,
    words: &mut [(&TypedWord, Option<LooseMatcher<'_>>)],
    readings: &Readings,
) -> Option<(u32, Vec<usize>)> {
    let (mut sum, mut length, mut matched) = (0, 0, Vec::new());
    for (word, matcher) in words {
        let score = match (consecutive(form, word, readings), matcher) {
            (Some(found), _) => {
                matched.extend(found.letters);
                1000
            }
            (None, matcher) => {
                let found = matcher.as_mut()?.find(&form.letters)?;
                matched.extend(found.matched);
                found.score
            }
        };
        let weight = u32::try_from(word.letters.len()).unwrap_or(1);
        sum += score * weight;
        length += weight;
    }
    matched.retain(|place| *place < form.shown);
    matched.sort_unstable();
    matched.dedup();
    Some((sum / length.max(1), matched))
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
        let described = Found::new(index, query).hits.into_iter().map(|hit| {
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
