//! Matches what was typed with a text that has other letters between: 提案率 with 提案办复率. It is what is left where
//! nothing holds the typed letters together.

use super::letter::{is_han, is_passed};
use super::pinyin::Readings;

/// A loose match of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LooseMatch {
    /// How good the match is, from 0 to 1000.
    pub score: u32,
    /// The indices of the letters that match.
    pub matched: Vec<usize>,
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

/// Finds loose matches of one word, with buffers that serve for text after text.
pub(super) struct LooseMatcher<'a> {
    typed: &'a [char],
    readings: &'a Readings,
    /// The most that a match may cost.
    most: u32,
    /// What the word is worth.
    worth: u32,
    /// The cheapest way to each state, by the letter that matched last and the number of typed letters used up.
    reached: Vec<Option<PartialMatch>>,
    /// For each number of letters used up, the cheapest match that ended further back than the letter just before.
    back: Vec<Option<(u32, usize)>>,
}

impl<'a> LooseMatcher<'a> {
    /// Prepares for a word; `None` for a number, which is never taken apart.
    pub fn new(typed: &'a [char], readings: &'a Readings) -> Option<Self> {
        if typed.iter().all(|letter| !letter.is_alphabetic()) {
            return None;
        }
        let worth = typed.iter().map(|letter| if is_han(*letter) { CHARACTER } else { LETTER }).sum();
        let most = worth * (1000 - LEAST) / 1000;
        Some(Self { typed, readings, most, worth, reached: Vec::new(), back: Vec::new() })
    }

    /// Returns the best match with a text that is good enough. It is a shortest path through the states.
    pub fn find(&mut self, letters: &[char]) -> Option<LooseMatch> {
        let length = self.typed.len();
        self.reached.clear();
        self.reached.resize(letters.len() * (length + 1), None);
        self.back.clear();
        self.back.resize(length + 1, None);
        for (index, letter) in letters.iter().enumerate() {
            for used in 0..length {
                if let Some(start) = self.entry(index, used, letters).filter(|start| start.cost <= self.most) {
                    self.take(index, used, *letter, start);
                }
            }
            self.leave(index, *letter);
        }
        let ends = (0..letters.len()).filter_map(|index| Some((self.at(index, length)?.cost, index)));
        let (cost, last) = ends.min()?;
        let score = 1000 * (self.worth - cost) / self.worth;
        Some(LooseMatch { score, matched: self.walk_back((last, length)) })
    }

    fn at(&self, index: usize, used: usize) -> Option<PartialMatch> {
        self.reached.get(index * (self.typed.len() + 1) + used).copied().flatten()
    }

    /// Takes a letter of the text in each way in which it may stand for the next typed letters.
    fn take(&mut self, index: usize, used: usize, letter: char, start: PartialMatch) {
        let rest = self.typed.get(used..).unwrap_or_default();
        let written = (rest.first() == Some(&letter)).then_some((1, 0));
        let readings = self.readings.of(letter).iter().enumerate();
        let spelt = readings.flat_map(|(nth, reading)| portions(reading, nth == 0, rest));
        for (taken, cost) in written.into_iter().chain(spelt) {
            let way = PartialMatch { cost: start.cost + cost, before: start.before };
            let place = index * (self.typed.len() + 1) + used + taken;
            let slot = self.reached.get_mut(place).filter(|_| way.cost <= self.most);
            if let Some(slot) = slot.filter(|slot| slot.is_none_or(|best| best.cost > way.cost)) {
                *slot = Some(way);
            }
        }
    }

    /// Notes what it costs to go on after a gap that begins behind the letter before this one.
    fn leave(&mut self, index: usize, letter: char) {
        for used in 1..self.typed.len() {
            let digits = self.typed.get(used - 1..=used).is_some_and(|pair| pair.iter().all(char::is_ascii_digit));
            let near = index.checked_sub(1).and_then(|near| Some((self.at(near, used)?.cost, near)));
            let (before, next) = (self.typed.get(used - 1).copied(), self.typed.get(used).copied());
            let Some(back) = self.back.get_mut(used) else { continue };
            if is_passed(letter, before, next) {
                // What may be left out costs nothing.
                *back = [*back, near].into_iter().flatten().min();
            } else if digits {
                *back = None;
            } else {
                let far = back.map(|(cost, before)| (cost + 1, before));
                *back = [far, near.map(|(cost, near)| (cost + GAP + 1, near))].into_iter().flatten().min();
            }
        }
    }

    /// Returns the cheapest way to have used up `used` letters before the letter at `index`.
    fn entry(&self, index: usize, used: usize, letters: &[char]) -> Option<PartialMatch> {
        if used == 0 {
            let before = index.checked_sub(1).and_then(|before| letters.get(before));
            let cost = match before {
                None => 0,
                Some(before) if before.is_alphanumeric() => WITHIN_WORD,
                Some(_) => LATER_WORD,
            };
            return Some(PartialMatch { cost, before: None });
        }
        let near = index.checked_sub(1).and_then(|near| Some((self.at(near, used)?.cost, near)));
        let (cost, before) = [near, self.back.get(used).copied().flatten()].into_iter().flatten().min()?;
        Some(PartialMatch { cost, before: Some((before, used)) })
    }

    /// Returns the letters that matched, by following a match back to its beginning.
    fn walk_back(&self, end: (usize, usize)) -> Vec<usize> {
        let mut indices = Vec::new();
        let mut next = Some(end);
        while let Some((index, used)) = next {
            indices.push(index);
            next = self.at(index, used).and_then(|way| way.before);
        }
        indices.reverse();
        indices
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
    use super::super::form::SearchForm;
    use super::*;

    fn matched(typed: &str, text: &str) -> Option<(u32, String)> {
        let form = SearchForm::new(text.to_owned());
        let mut readings = Readings::new();
        form.add_readings(&mut readings);
        let typed: Vec<char> = typed.chars().collect();
        let found = LooseMatcher::new(&typed, &readings)?.find(&form.letters)?;
        let text: Vec<char> = text.chars().collect();
        Some((found.score, found.matched.iter().filter_map(|index| text.get(*index)).collect()))
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
