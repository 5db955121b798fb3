//! Matches what was typed with consecutive letters of a text, each typed as it is written or in pinyin. A Chinese
//! character takes a whole reading or its initial, the last one also the beginning of a reading, so `binzhou`, `bz`,
//! `bzhou`, `binzh` and `滨zhou` all match 滨州.

use super::form::{MatchExtent, SearchForm};
use super::letter::is_passed;
use super::pinyin::Readings;
use std::ops::Range;

/// How the letters of a match are spelt; the better way is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Spelt {
    /// As they are written.
    Written,
    /// In pinyin of whole syllables and initials.
    Pinyin,
    /// In pinyin that breaks off within the last syllable.
    Unfinished,
}

/// A match with consecutive letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub extent: MatchExtent,
    pub spelt: Spelt,
    /// The letters that match.
    pub letters: Range<usize>,
}

impl Match {
    /// Returns how good it is; the least is the best.
    pub fn rank(&self) -> (MatchExtent, Spelt) {
        (self.extent, self.spelt)
    }
}

/// Returns the best match of typed letters as they are written.
pub(super) fn written(form: &SearchForm, typed: &[char]) -> Option<Match> {
    let first = typed.first()?;
    let starts = form.letters.iter().enumerate().filter(|(_, letter)| *letter == first);
    let matches = starts.filter_map(|(start, _)| {
        let end = written_from(&form.letters, start, typed)?;
        Some(Match { extent: form.extent(start, end), spelt: Spelt::Written, letters: start..end })
    });
    best(form, matches)
}

/// Returns the best of some matches, which come in the order of their places.
fn best(form: &SearchForm, matches: impl Iterator<Item = Match>) -> Option<Match> {
    let mut best: Option<Match> = None;
    for found in matches {
        // What begins later can't be the beginning of the name.
        let is_good = found.rank() <= (MatchExtent::Word, Spelt::Pinyin);
        let is_last = is_good && !form.may_begin_after(found.letters.start);
        best = best.into_iter().chain([found]).min_by_key(Match::rank);
        if is_last {
            break;
        }
    }
    best
}

/// Returns the place behind the last typed letter, if the text from `start` on says what was typed.
fn written_from(letters: &[char], start: usize, typed: &[char]) -> Option<usize> {
    let (mut place, mut before) = (start, None);
    for &next in typed {
        while *letters.get(place)? != next {
            if before.is_none() || !is_passed(*letters.get(place)?, before, Some(next)) {
                return None;
            }
            place += 1;
        }
        place += 1;
        before = Some(next);
    }
    Some(place)
}

/// Matches pinyin, with buffers that serve for text after text.
pub(super) struct Speller<'a> {
    readings: &'a Readings,
    /// The numbers of typed letters that may be used up before a letter of the text, and behind it.
    used: Vec<usize>,
    next: Vec<usize>,
}

impl<'a> Speller<'a> {
    /// Prepares for texts of which all characters are among the readings.
    pub const fn new(readings: &'a Readings) -> Self {
        Self { readings, used: Vec::new(), next: Vec::new() }
    }

    /// Returns the best match of typed letters with a text in which at least one character is spelt in pinyin.
    pub fn spelt(&mut self, form: &SearchForm, typed: &[char]) -> Option<Match> {
        let first = *typed.first()?;
        let readings = self.readings;
        let begins = |letter: char| letter == first || readings.begin_with(letter, first);
        let starts = form.letters.iter().enumerate().filter(|(_, letter)| begins(**letter));
        best(form, starts.filter_map(|(start, _)| self.spelt_from(form, start, typed)))
    }

    /// Returns the best match from `start` on.
    fn spelt_from(&mut self, form: &SearchForm, start: usize, typed: &[char]) -> Option<Match> {
        self.used.clear();
        self.used.push(0);
        let mut best = None::<Match>;
        for (place, &letter) in form.letters.iter().enumerate().skip(start) {
            let end = self.take(letter, typed);
            let found = end.map(|end| Match {
                // What breaks off leaves something of the name out.
                extent: form.extent(start, place + 1).max(end.least_extent()),
                spelt: if end == PortionEnd::Whole { Spelt::Pinyin } else { Spelt::Unfinished },
                letters: start..place + 1,
            });
            best = best.into_iter().chain(found).min_by_key(Match::rank);
            if self.used.is_empty() {
                break;
            }
        }
        best
    }

    /// Takes one letter of the text, and returns how what was typed ends with it, if it may.
    fn take(&mut self, letter: char, typed: &[char]) -> Option<PortionEnd> {
        let mut broken = None;
        self.next.clear();
        for &count in &self.used {
            let rest = typed.get(count..).unwrap_or_default();
            let before = count.checked_sub(1).and_then(|last| typed.get(last)).copied();
            if is_passed(letter, before, rest.first().copied()) {
                add(&mut self.next, count);
            }
            for (taken, end) in portions(letter, rest, self.readings.of(letter)) {
                match end {
                    PortionEnd::Whole => add(&mut self.next, count + taken),
                    end => broken = Some(broken.map_or(end, |other: PortionEnd| other.min(end))),
                }
            }
        }
        std::mem::swap(&mut self.used, &mut self.next);
        let is_finished = self.used.contains(&typed.len());
        self.used.retain(|count| *count < typed.len());
        if is_finished { Some(PortionEnd::Whole) } else { broken }
    }
}

/// How the typed letters end that stand for one letter of the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum PortionEnd {
    /// They are a whole syllable, an initial, or the letter itself.
    Whole,
    /// They break off within the usual reading.
    Usual,
    /// They break off within a rarer reading.
    Rare,
}

impl PortionEnd {
    /// Returns the best that a match may be that ends so. What breaks off within a rare reading is likely to be chance.
    const fn least_extent(self) -> MatchExtent {
        match self {
            Self::Whole => MatchExtent::Whole,
            Self::Usual => MatchExtent::Beginning,
            Self::Rare => MatchExtent::Word,
        }
    }
}

fn add(counts: &mut Vec<usize>, count: usize) {
    if !counts.contains(&count) {
        counts.push(count);
    }
}

/// Returns how many of the typed letters in `rest` may stand for a letter, each number with the way in which they end.
fn portions<'r>(
    letter: char,
    rest: &'r [char],
    readings: &'r [String],
) -> impl Iterator<Item = (usize, PortionEnd)> + 'r {
    let is_written = rest.first() == Some(&letter);
    let spelt = readings.iter().enumerate().flat_map(move |(nth, reading)| {
        let same = reading.chars().zip(rest).take_while(|(read, typed)| read == *typed).count();
        let broken = if nth == 0 { PortionEnd::Usual } else { PortionEnd::Rare };
        (1..=same).filter_map(move |taken| {
            let is_initial =
                taken == 1 || (taken == 2 && ["zh", "ch", "sh"].iter().any(|two| reading.starts_with(two)));
            let end = if taken == reading.len() || is_initial { PortionEnd::Whole } else { broken };
            (end == PortionEnd::Whole || taken == rest.len()).then_some((taken, end))
        })
    });
    is_written.then_some((1, PortionEnd::Whole)).into_iter().chain(spelt)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(typed: &str, text: &str) -> Option<(MatchExtent, Spelt, String)> {
        let form = SearchForm::new(text.to_owned());
        let mut readings = Readings::new();
        form.add_readings(&mut readings);
        let typed: Vec<char> = typed.chars().collect();
        let found = written(&form, &typed).or_else(|| Speller::new(&readings).spelt(&form, &typed))?;
        Some((found.extent, found.spelt, text.chars().take(found.letters.end).skip(found.letters.start).collect()))
    }

    #[test]
    fn syllables_may_be_whole_or_shortened() {
        for typed in ["binzhou", "bz", "bzh", "bzhou", "binz", "binzh", "滨zhou", "bin州"] {
            assert_eq!(
                matched(typed, "滨州").unwrap(),
                (MatchExtent::Whole, Spelt::Pinyin, "滨州".to_owned()),
                "{typed}"
            );
        }
        for typed in ["binzho", "bzho", "bi"] {
            let (extent, spelt, _) = matched(typed, "滨州").unwrap();
            assert_eq!((extent, spelt), (MatchExtent::Beginning, Spelt::Unfinished), "{typed}");
        }
        let text = |typed: &str, text: &str| matched(typed, text).map(|(.., text)| text);
        assert_eq!(text("sqmyxx", "反映社情民意信息").as_deref(), Some("社情民意信息"));
        assert_eq!(text("chongqing", "重庆").as_deref(), Some("重庆"));
        assert_eq!(text("weiyuanapp", "委员App").as_deref(), Some("委员App"));
        assert_eq!(text("sanhuiyike", "“三会一课”").as_deref(), Some("三会一课"));
        assert_eq!(["lati", "lata", "lianti"].map(|typed| text(typed, "立案提案").unwrap().chars().count()), [3, 4, 3]);
        // `zh` is an initial as `z` is; `zho` is torn out of a syllable.
        assert_eq!(["zqu", "zhqu", "zhouqu"].map(|typed| text(typed, "州区").unwrap()), ["州区"; 3].map(str::to_owned));
        assert_eq!([text("zhoqu", "州区"), text("inzhou", "滨州"), text("lata", "立案好的提案")], [None, None, None]);
    }

    #[test]
    fn the_best_place_is_taken() {
        let place = |typed: &str, text: &str| matched(typed, text).map(|(extent, spelt, _)| (extent, spelt));
        assert_eq!(place("提案", "大会立案提案"), Some((MatchExtent::Word, Spelt::Written)));
        assert_eq!(place("ta", "大会立案提案"), Some((MatchExtent::Word, Spelt::Pinyin)));
        assert_eq!(place("立案", "立案提案（大会）"), Some((MatchExtent::Beginning, Spelt::Written)));
        assert_eq!(place("lata", "立案提案（大会）"), Some((MatchExtent::Head, Spelt::Pinyin)));
        assert_eq!(place("立案提案大会", "立案提案（大会）"), Some((MatchExtent::Whole, Spelt::Written)));
        assert_eq!(place("an", "Jinan and others"), Some((MatchExtent::Word, Spelt::Written)));
        assert_eq!(place("ina", "Jinan and others"), Some((MatchExtent::Inside, Spelt::Written)));
        assert_eq!(place("2025", "青岛 立案提案 2025"), Some((MatchExtent::Word, Spelt::Written)));
    }

    #[test]
    fn numbers_are_not_joined() {
        assert_eq!(matched("15", "1–5"), None);
        assert_eq!(matched("1978", "1,978件").map(|(.., text)| text).as_deref(), Some("1,978"));
        assert_eq!(matched("1 5", "1–5").map(|(.., text)| text).as_deref(), Some("1–5"));
    }
}
