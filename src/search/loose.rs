//! Matches what was typed with a text that has other letters between: 提案率 with 提案办复率. It is what is left where
//! nothing holds the typed letters together.

use super::form::SearchForm;
use super::letter::{NOTHING, SEPARATOR, is_passed};
use super::pinyin::Readings;
use super::query::TypedWord;
use crate::text::is_han;
use std::collections::HashMap;

/// A loose match of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LooseMatch {
    /// How good the match is, from 0 to 1000.
    pub score: u32,
    /// The index of the last letter that matches.
    pub last: usize,
}

/// The least score at which a word is taken to match; below it, words match by chance.
const LEAST: u32 = 650;
/// What each typed letter is worth; the costs below are set against it.
const LETTER: u32 = 10;
/// What each typed Chinese character is worth, which says more than a letter.
const CHARACTER: u32 = 20;
/// What it costs to leave out characters between two that match, besides 1 for each of them.
const GAP: u32 = 12;
/// What it costs to begin within a word.
const WITHIN_WORD: u32 = 6;
/// What it costs to begin at a word that is not the first.
const LATER_WORD: u32 = 3;
/// What a syllable costs that is neither whole nor shortened to its initial, such as `zho` for 州.
const TORN_SYLLABLE: u32 = 5;
/// What a reading costs that is not a character's usual one.
const RARE_READING: u32 = 4;

/// The cheapest way to reach a state: its cost, and the letter that matched before with the letters used up there.
#[derive(Clone, Copy)]
struct PartialMatch {
    cost: u32,
    before: Option<(usize, usize)>,
}

/// The same in as few bytes as will do; there is no way where the cost is the greatest.
#[derive(Clone, Copy)]
struct PackedMatch {
    cost: u16,
    index: u16,
    used: u16,
}

impl PackedMatch {
    const NONE: Self = Self { cost: u16::MAX, index: u16::MAX, used: u16::MAX };

    fn pack(way: PartialMatch) -> Option<Self> {
        let (index, used) = way.before.unwrap_or((usize::from(u16::MAX), usize::from(u16::MAX)));
        Some(Self { cost: way.cost.try_into().ok()?, index: index.try_into().ok()?, used: used.try_into().ok()? })
    }

    fn unpack(self) -> Option<PartialMatch> {
        let before = (self.used != u16::MAX).then(|| (usize::from(self.index), usize::from(self.used)));
        (self.cost != u16::MAX).then(|| PartialMatch { cost: u32::from(self.cost), before })
    }
}

/// Finds loose matches of one word, with buffers that serve for text after text.
pub(super) struct LooseMatcher<'a> {
    word: &'a TypedWord,
    readings: &'a Readings,
    /// The most that a match may cost.
    most: u32,
    /// What the word is worth.
    worth: u32,
    has_number: bool,
    /// What was found in names that stand before values.
    known: HashMap<&'a [char], Option<LooseMatch>>,
    /// For each letter of the text, the cheapest way to each number of typed letters used up where it matched last. A row is
    /// empty where it did not.
    reached: Vec<Vec<PackedMatch>>,
    /// For each number of letters used up, the cheapest match that ended further back than the letter just before.
    back: Vec<Option<(u32, usize)>>,
}

impl<'a> LooseMatcher<'a> {
    /// Prepares for a word; `None` for a number and a single letter, which are not taken apart.
    pub fn new(word: &'a TypedWord, readings: &'a Readings) -> Option<Self> {
        if word.letters.len() < 2 || word.letters.iter().all(|letter| !letter.is_alphabetic()) {
            return None;
        }
        let worth = word.letters.iter().map(|letter| if is_han(*letter) { CHARACTER } else { LETTER }).sum();
        let most = worth * (1000 - LEAST) / 1000;
        let has_number = word.letters.iter().any(char::is_ascii_digit);
        Some(Self {
            word,
            readings,
            most,
            worth,
            has_number,
            known: HashMap::new(),
            reached: Vec::new(),
            back: Vec::new(),
        })
    }

    /// Returns the first match with a text that is good enough. Figures of one area and indicator are matched once.
    pub fn find(&mut self, form: &'a SearchForm) -> Option<LooseMatch> {
        let gaps = usize::try_from(self.most / (GAP + 1)).unwrap_or(0);
        if !self.word.may_match(form, gaps) {
            return None;
        }
        let letters = form.letters_for(self.has_number);
        if !form.is_followed() || self.has_number {
            return self.search(letters);
        }
        if let Some(known) = self.known.get(letters) {
            return *known;
        }
        let found = self.search(letters);
        self.known.insert(letters, found);
        found
    }

    /// Searches the letters of a text; it is a shortest path through the states.
    fn search(&mut self, letters: &[char]) -> Option<LooseMatch> {
        let (length, first) = (self.word.letters.len(), *self.word.letters.first()?);
        let readings = self.readings;
        let begins = |letter: char| letter == first || readings.begin_with(letter, first);
        // Most texts have no place to begin at, and most others no state at most places.
        let start = letters.iter().position(|letter| begins(*letter))?;
        self.prepare(letters.len());
        let (mut is_near, mut is_back) = (false, false);
        for (index, &letter) in letters.iter().enumerate().skip(start) {
            if begins(letter) {
                let cost = beginning(index.checked_sub(1).and_then(|before| letters.get(before)).copied());
                self.take(index, 0, letter, PartialMatch { cost, before: None });
            }
            if is_near || is_back {
                for used in 1..length {
                    if let Some(start) = self.entry(index, used) {
                        self.take(index, used, letter, start);
                    }
                }
                is_back = self.leave(index, letter);
            }
            // The first place where all is used up will do; the best one may have a shorter gap, and is hardly another.
            if let Some(end) = self.at(index, length) {
                let score = 1000 * (self.worth - end.cost) / self.worth;
                return Some(LooseMatch { score, last: index });
            }
            is_near = self.reached.get(index).is_some_and(|row| !row.is_empty());
        }
        None
    }

    /// Empties the buffers for a text.
    fn prepare(&mut self, length: usize) {
        if self.reached.len() < length {
            self.reached.resize(length, Vec::new());
        }
        self.reached.iter_mut().for_each(Vec::clear);
        self.back.clear();
        self.back.resize(self.word.letters.len(), None);
    }

    fn at(&self, index: usize, used: usize) -> Option<PartialMatch> {
        self.reached.get(index)?.get(used)?.unpack()
    }

    /// Takes a letter of the text in each way in which it may stand for the next typed letters.
    fn take(&mut self, index: usize, used: usize, letter: char, start: PartialMatch) {
        let rest = self.word.letters.get(used..).unwrap_or_default();
        let written = (rest.first() == Some(&letter)).then_some((1, 0));
        let readings = self.readings.of(letter).iter().enumerate();
        let spelt = readings.flat_map(|(nth, reading)| portions(reading, nth == 0, rest));
        for (taken, cost) in written.into_iter().chain(spelt) {
            let way = PartialMatch { cost: start.cost + cost, before: start.before };
            let Some(row) = self.reached.get_mut(index).filter(|_| way.cost <= self.most) else { continue };
            if row.is_empty() {
                row.resize(self.word.letters.len() + 1, PackedMatch::NONE);
            }
            let slot = row.get_mut(used + taken);
            if let (Some(slot), Some(packed)) = (slot, PackedMatch::pack(way))
                && slot.cost > packed.cost
            {
                *slot = packed;
            }
        }
    }

    /// Notes what it costs to go on after a gap up to this letter, and returns whether any match can.
    fn leave(&mut self, index: usize, letter: char) -> bool {
        for used in 1..self.word.letters.len() {
            let near = index.checked_sub(1).and_then(|near| Some((self.at(near, used)?.cost, near)));
            let (before, next) = (self.word.letters.get(used - 1).copied(), self.word.letters.get(used).copied());
            let Some(back) = self.back.get_mut(used) else { continue };
            let is_number = [before, next].iter().all(|typed| typed.is_some_and(|letter| letter.is_ascii_digit()));
            *back = if is_passed(letter, before, next) {
                // What may be left out costs nothing.
                [*back, near].into_iter().flatten().min()
            } else if is_number {
                None
            } else {
                let far = back.map(|(cost, before)| (cost + 1, before));
                [far, near.map(|(cost, near)| (cost + GAP + 1, near))].into_iter().flatten().min()
            };
            *back = back.filter(|(cost, _)| *cost <= self.most);
        }
        self.back.iter().any(Option::is_some)
    }

    /// Returns the cheapest way to have used up `used` letters before the letter at `index`.
    fn entry(&self, index: usize, used: usize) -> Option<PartialMatch> {
        let near = index.checked_sub(1).and_then(|near| Some((self.at(near, used)?.cost, near)));
        let (cost, before) = [near, self.back.get(used).copied().flatten()].into_iter().flatten().min()?;
        Some(PartialMatch { cost, before: Some((before, used)) })
    }

    /// Returns the letters of the match that was found last and for the first time, by following it back to its beginning.
    pub fn matched(&self, found: LooseMatch) -> Vec<usize> {
        let mut indices = Vec::new();
        let mut next = Some((found.last, self.word.letters.len()));
        while let Some((index, used)) = next {
            indices.push(index);
            next = self.at(index, used).and_then(|way| way.before);
        }
        indices.reverse();
        indices
    }
}

/// Returns what it costs to begin behind a letter.
const fn beginning(before: Option<char>) -> u32 {
    match before {
        None => 0,
        Some(SEPARATOR | NOTHING) => LATER_WORD,
        Some(_) => WITHIN_WORD,
    }
}

/// Returns how many of the letters in `rest` may stand for a reading, each number with its cost.
fn portions<'r>(reading: &'r str, is_usual: bool, rest: &'r [char]) -> impl Iterator<Item = (usize, u32)> + 'r {
    let same = reading.chars().zip(rest).take_while(|(read, typed)| read == *typed).count();
    (1..=same).map(move |taken| {
        let is_whole = taken == reading.len();
        let is_initial = taken == 1 || (taken == 2 && ["zh", "ch", "sh"].iter().any(|two| reading.starts_with(two)));
        // The last syllable may still be being typed.
        let is_last = is_usual && taken == rest.len();
        let torn = if is_whole || is_initial || is_last { 0 } else { TORN_SYLLABLE };
        (taken, torn + if is_usual { 0 } else { RARE_READING })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(typed: &str, text: &str) -> Option<(u32, String)> {
        let mut form = SearchForm::new(text.to_owned());
        let mut readings = Readings::new();
        form.add_readings(&mut readings);
        form.learn(&readings);
        let word = TypedWord::new(typed.chars().collect());
        let mut matcher = LooseMatcher::new(&word, &readings)?;
        let found = matcher.find(&form)?;
        let text: Vec<char> = text.chars().collect();
        Some((found.score, matcher.matched(found).iter().filter_map(|index| text.get(*index)).collect()))
    }

    #[test]
    fn letters_may_be_left_out() {
        let text = |typed: &str, text: &str| matched(typed, text).map(|(_, text)| text);
        assert_eq!(text("提案率", "提案办复率").as_deref(), Some("提案率"));
        assert_eq!(text("lata", "立案好的提案").as_deref(), Some("立案提案"));
        assert_eq!(text("propsals", "Proposals filed").as_deref(), Some("Propsals"));
        assert_eq!(text("青岛2025", "青岛 立案提案 698件 2025").as_deref(), Some("青岛2025"));
        assert_eq!([text("inzhou", "滨州"), text("ta", "提出立案"), text("2025", "20 25")], [None, None, None]);
        assert_eq!(text("提案25", "提案办2复5"), None);
    }

    #[test]
    fn neighbours_are_the_better_match() {
        let score = |typed: &str, text: &str| matched(typed, text).map_or(0, |(score, _)| score);
        assert!(score("lata", "立案提案") > score("lata", "政协立案提案"));
        assert!(score("lata", "政协立案提案") > score("lata", "立案好的提案"));
        assert!(score("zhoqu", "州区") < 1000);
        assert_eq!(score("zhouqu", "州区"), 1000);
    }
}
