//! Which entries match a query, in what order, and which characters of them match.

use super::form::{MatchExtent, SearchForm};
use super::index::{IndexEntry, SearchIndex};
use super::loose::LooseMatcher;
use super::query::{Query, TypedWord};
use super::spelling::{Match, Speller, Spelt, written};
use std::ops::Range;

/// An entry that matches the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The index of the entry in [`SearchIndex::entries`].
    pub entry: usize,
    /// The index of the form that matches, among the entry's forms.
    pub form: usize,
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

    /// Returns the indices of the characters that match in the form of a hit.
    #[must_use]
    pub fn matched(&self, index: &SearchIndex, hit: Hit) -> Vec<usize> {
        let form = index.entries.get(hit.entry).and_then(|entry| entry.forms.get(hit.form));
        let Some(form) = form else { return Vec::new() };
        let (query, mut speller, mut ranges) = (Query::new(&self.query), Speller::new(&index.readings), Vec::new());
        let mut matched = if self.is_loose {
            let mut matched = Vec::new();
            loosely(form, &mut loose_matchers(&query, index), &mut speller, Some(&mut matched));
            matched
        } else {
            fit(form, &query, &mut speller, &mut ranges);
            ranges.into_iter().flatten().collect()
        };
        matched.retain(|place| *place < form.shown);
        matched.sort_unstable();
        matched.dedup();
        matched
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
            let hits = (0..index.entries.len()).map(|entry| Hit { entry, form: 0 });
            return Self { hits: hits.collect(), query: typed.to_owned(), is_loose: false };
        }
        let exact = exact(index, &query, entries);
        let is_loose = exact.is_empty();
        let hits = if is_loose { loose(index, &query) } else { exact };
        Self { hits, query: typed.to_owned(), is_loose }
    }
}

/// How a form fits a query; the least is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    pub extent: MatchExtent,
    pub spelt: Spelt,
}

/// Returns how a form fits a query, whose words may be typed as they are written or in pinyin, and notes the letters that
/// match. Of several words, the one that fits worst decides.
pub(super) fn fit(
    form: &SearchForm,
    query: &Query,
    speller: &mut Speller<'_>,
    letters: &mut Vec<Range<usize>>,
) -> Option<Fit> {
    letters.clear();
    let mut note = |found: Match| {
        letters.push(found.letters);
        Fit { extent: found.extent, spelt: found.spelt }
    };
    let is_one = query.is_one;
    let together = consecutive(form, &query.whole, speller);
    if let Some(found) = together.filter(|found| is_one || found.extent <= MatchExtent::Beginning) {
        return Some(note(found));
    }
    let mut worst = Fit { extent: MatchExtent::Word, spelt: Spelt::Written };
    for (word, pieces) in &query.words {
        let found = if is_one { None } else { consecutive(form, word, speller) };
        match found {
            Some(found) => worst = worst.max(note(found)),
            None if pieces.is_empty() => return None,
            None => {
                for piece in pieces {
                    worst = worst.max(note(consecutive(form, piece, speller)?));
                }
            }
        }
    }
    Some(worst)
}

/// Returns the better match of a word, as it is written or as it is spelt.
fn consecutive(form: &SearchForm, word: &TypedWord, speller: &mut Speller<'_>) -> Option<Match> {
    if !word.may_match(form, 0) {
        return None;
    }
    let as_written = if word.mask & !form.mask == 0 { written(form, &word.letters) } else { None };
    if !form.is_chinese || as_written.as_ref().is_some_and(|found| found.extent <= MatchExtent::Word) {
        return as_written;
    }
    // Chinese characters alone are no pinyin.
    let as_spelt = if word.has_pinyin { speller.spelt(form, &word.letters) } else { None };
    as_written.into_iter().chain(as_spelt).min_by_key(Match::rank)
}

/// Returns the hits whose words are all held together, the best first.
fn exact(index: &SearchIndex, query: &Query, entries: impl IntoIterator<Item = usize>) -> Vec<Hit> {
    let (mut speller, mut letters) = (Speller::new(&index.readings), Vec::new());
    let mut hits: Vec<(u64, Hit)> = Vec::new();
    for position in entries {
        let Some(entry) = index.entries.get(position) else { continue };
        let fits = entry.forms.iter().enumerate();
        let fits = fits.filter_map(|(number, form)| Some((fit(form, query, &mut speller, &mut letters)?, number)));
        let mut found: Option<((Fit, usize), usize)> = None;
        for (fit, number) in fits {
            // What is shown anyway is marked where it fits as well in pinyin as another name does as it is written.
            let shown = |shown: usize| if shown == 0 { 0 } else { number };
            found = match found {
                Some((best, form)) if best <= (fit, number) => Some((best, form)),
                Some((best, form)) if best.0.extent <= fit.extent => Some(((fit, number), shown(form))),
                _ => Some(((fit, number), number)),
            };
        }
        if let Some((best, form)) = found {
            hits.push((order(best, entry, position), Hit { entry: position, form }));
        }
    }
    in_order(hits)
}

fn in_order(mut hits: Vec<(u64, Hit)>) -> Vec<Hit> {
    hits.sort_unstable_by_key(|(order, _)| *order);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Returns the order of a hit among others, the best first: how well it fits, its kind, its length, its place in the index.
fn order((fit, form): (Fit, usize), entry: &IndexEntry, position: usize) -> u64 {
    // What is counted often stands last in a name, so its beginning says no more than a later word.
    let extent = if fit.extent == MatchExtent::Beginning { MatchExtent::Word } else { fit.extent };
    // A name that says a word is likelier meant than an id of which it is a part.
    let is_code = entry.forms.get(form).is_some_and(|form| form.is_code);
    let extent = if is_code && extent > MatchExtent::Whole { MatchExtent::Inside } else { extent };
    let (rank, length) = (entry.target.rank(), entry.length());
    packed([(extent as usize, 4), (fit.spelt as usize, 4), (rank, 4), (length, 16), (position, 32)])
}

/// Returns a matcher for each word; `None` for words that nothing matches loosely.
fn loose_matchers<'a>(query: &'a Query, index: &'a SearchIndex) -> Vec<(&'a TypedWord, Option<LooseMatcher<'a>>)> {
    query.words.iter().map(|(word, _)| (word, LooseMatcher::new(word, &index.readings))).collect()
}

/// Returns the hits that match loosely, the best first. What matches much worse than the best is left out.
fn loose(index: &SearchIndex, query: &Query) -> Vec<Hit> {
    let (mut matchers, mut speller) = (loose_matchers(query, index), Speller::new(&index.readings));
    let mut hits: Vec<(u32, Hit)> = Vec::new();
    for (position, entry) in index.entries.iter().enumerate() {
        let mut best: Option<(u32, Hit)> = None;
        for (number, form) in entry.forms.iter().enumerate().filter(|(_, form)| !form.is_code) {
            let Some(score) = loosely(form, &mut matchers, &mut speller, None) else { continue };
            if best.as_ref().is_none_or(|(best, _)| score >= *best + SCORE_STEP) {
                best = Some((score, Hit { entry: position, form: number }));
            }
        }
        hits.extend(best);
    }
    let best = hits.iter().map(|(score, _)| *score).max().unwrap_or(0);
    hits.retain(|(score, _)| score * 100 >= best * SHOWN_SHARE);
    in_order(hits.into_iter().map(|(score, hit)| (loose_order(index, score, hit), hit)).collect())
}

/// Returns the order of a loose hit among others, the best first: its score, its kind, its length, its place in the index.
fn loose_order(index: &SearchIndex, score: u32, hit: Hit) -> u64 {
    let (rank, length) = index.entries.get(hit.entry).map_or((0, 0), |entry| (entry.target.rank(), entry.length()));
    let steps = usize::try_from((1000 - score.min(1000)).div_ceil(SCORE_STEP)).unwrap_or(0);
    packed([(steps, 8), (rank, 4), (length, 16), (hit.entry, 32)])
}

/// Packs numbers into one that is ordered like them; each has so many bits.
fn packed<const N: usize>(parts: [(usize, u32); N]) -> u64 {
    parts.into_iter().fold(0, |order, (part, bits)| {
        let most = (1_u64 << bits) - 1;
        (order << bits) | u64::try_from(part).unwrap_or(most).min(most)
    })
}

/// Matches all words with one form, and notes the letters that match, if asked to. The score is the average of theirs,
/// weighted by their length.
fn loosely<'a>(
    form: &'a SearchForm,
    words: &mut [(&TypedWord, Option<LooseMatcher<'a>>)],
    speller: &mut Speller<'_>,
    mut places: Option<&mut Vec<usize>>,
) -> Option<u32> {
    let (mut sum, mut length) = (0, 0);
    // One word alone is held together nowhere, or else it would have been found.
    let is_alone = words.len() == 1;
    for (word, matcher) in words {
        let held = if is_alone { None } else { consecutive(form, word, speller) };
        let score = if let Some(found) = held {
            if let Some(places) = &mut places {
                places.extend(found.letters);
            }
            1000
        } else {
            let matcher = matcher.as_mut()?;
            let found = matcher.find(form)?;
            if let Some(places) = &mut places {
                places.extend(matcher.matched(found));
            }
            found.score
        };
        let weight = u32::try_from(word.letters.len()).unwrap_or(1);
        sum += score * weight;
        length += weight;
    }
    Some(sum / length.max(1))
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
                short: None,
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
        let found = Found::new(index, query);
        let described = found.hits.iter().map(|hit| {
            let entry = &index.entries[hit.entry];
            let letters: Vec<char> = entry.forms[hit.form].text.chars().collect();
            (
                entry.label().to_owned(),
                hit.form,
                found.matched(index, *hit).iter().map(|position| letters[*position]).collect(),
            )
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
