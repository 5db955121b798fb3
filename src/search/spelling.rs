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
    let ends = starts.filter_map(|(start, _)| Some((start, written_from(&form.letters, start, typed)?)));
    let matches =
        ends.map(|(start, end)| Match { extent: form.extent(start, end), spelt: Spelt::Written, letters: start..end });
    matches.min_by_key(Match::rank)
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

/// Returns the best match of typed letters with a text in which at least one character is spelt in pinyin.
pub(super) fn spelt(form: &SearchForm, typed: &[char], readings: &Readings) -> Option<Match> {
    let first = *typed.first()?;
    let begins = |letter: char| letter == first || readings.begin_with(letter, first);
    let starts = form.letters.iter().enumerate().filter(|(_, letter)| begins(**letter));
    starts.filter_map(|(start, _)| spelt_from(form, start, typed, readings)).min_by_key(Match::rank)
}

/// Returns the best match from `start` on. For each letter of the text, `used` holds the numbers of typed letters that may
/// be used up before it.
fn spelt_from(form: &SearchForm, start: usize, typed: &[char], readings: &Readings) -> Option<Match> {
    let (mut used, mut next, mut best) = (vec![0], Vec::new(), None::<Match>);
    for (place, &letter) in form.letters.iter().enumerate().skip(start) {
        // How the last syllable breaks off, where one does.
        let mut broken = None;
        for &count in &used {
            let rest = typed.get(count..).unwrap_or_default();
            if is_passed(letter, count.checked_sub(1).and_then(|last| typed.get(last)).copied(), rest.first().copied())
            {
                add(&mut next, count);
            }
            for (taken, end) in portions(letter, rest, readings.of(letter)) {
                match end {
                    PortionEnd::Whole => add(&mut next, count + taken),
                    end => broken = Some(broken.map_or(end, |other: PortionEnd| other.min(end))),
                }
            }
        }
        std::mem::swap(&mut used, &mut next);
        next.clear();
        let end = if used.contains(&typed.len()) { Some(PortionEnd::Whole) } else { broken };
        let extent = form.extent(start, place + 1);
        let found = end.map(|end| Match {
            // What breaks off leaves something of the name out.
            extent: extent.max(end.least_extent()),
            spelt: if end == PortionEnd::Whole { Spelt::Pinyin } else { Spelt::Unfinished },
            letters: start..place + 1,
        });
        best = best.into_iter().chain(found).min_by_key(Match::rank);
        used.retain(|count| *count < typed.len());
        if used.is_empty() {
            break;
        }
    }
    best
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
        let found = written(&form, &typed).or_else(|| spelt(&form, &typed, &readings))?;
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
