//! Matching what is typed in pinyin with Chinese text: each character by a whole reading or the beginning of one, so
//! that `binzhou`, `bz`, `bzhou` and `binzh` all find 滨州. A match begins with a syllable and takes characters in
//! their order; those that stand next to each other are the better match.

/// A match of a text: how good it is, from 0 to 1000, and the places of the characters that match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextMatch {
    pub(super) score: u32,
    pub(super) marks: Vec<usize>,
}

/// What a letter typed is worth.
const LETTER: u32 = 10;
/// What characters left out between two that match cost, besides one for each of them.
const GAP: u32 = 12;
/// What it costs to begin within a word, or at one that is not the first.
const WITHIN: u32 = 6;
const LATER: u32 = 3;
/// What a syllable costs that is neither whole nor shortened to its initial, as `zho` for 州.
const TORN: u32 = 5;
/// What a reading costs that is not a character's usual one.
const RARE: u32 = 4;

/// The best way to reach a place: what it costs, and the place before it.
#[derive(Clone, Copy)]
struct Way {
    cost: u32,
    before: Option<(usize, usize)>,
}

/// The match of `typed`, lower-case letters and digits, with `letters`, whose readings `readings` knows. `None` where
/// it does not match, or matches without any Chinese.
pub(super) fn match_pinyin<'a>(
    typed: &[char],
    letters: &[char],
    readings: impl Fn(char) -> &'a [String],
) -> Option<TextMatch> {
    let heard: Vec<(usize, &[String])> =
        letters.iter().enumerate().map(|(at, letter)| (at, readings(*letter))).filter(|(_, r)| !r.is_empty()).collect();
    let length = typed.len();
    // reached[i][j]: the characters up to the i-th are looked at, that one matched last, and j letters are used up.
    let mut reached: Vec<Vec<Option<Way>>> = vec![vec![None; length + 1]; heard.len()];
    // For each number of letters used up, the best match that ended further back than the character just before.
    let mut back: Vec<Option<(u32, usize)>> = vec![None; length + 1];
    for (place, (at, readings)) in heard.iter().enumerate() {
        for used in 0..length {
            let entry = entry(place, used, *at, letters, &reached, back.get(used).copied().flatten());
            let Some(entry) = entry else { continue };
            let rest = typed.get(used..).unwrap_or_default();
            let portions = readings.iter().enumerate().flat_map(|(nth, reading)| portions(reading, nth == 0, rest));
            for (taken, cost) in portions {
                let way = Way { cost: entry.cost + cost, before: entry.before };
                let slot = reached.get_mut(place).and_then(|row| row.get_mut(used + taken));
                if let Some(slot) = slot.filter(|slot| slot.is_none_or(|held| held.cost > way.cost)) {
                    *slot = Some(way);
                }
            }
        }
        for (used, held) in back.iter_mut().enumerate() {
            let near = place.checked_sub(1).and_then(|near| Some((reached.get(near)?.get(used).copied()??, near)));
            let near = near.map(|(way, near)| (way.cost + GAP, near));
            *held = [held.map(|(cost, at)| (cost + 1, at)), near].into_iter().flatten().min();
        }
    }
    let ends = reached.iter().enumerate().filter_map(|(place, row)| Some((row.get(length).copied()??.cost, place)));
    let (cost, last) = ends.min()?;
    let marks = walk_back(&reached, (last, length)).into_iter().filter_map(|place| heard.get(place));
    let marks: Vec<usize> = marks.map(|(at, _)| *at).collect();
    let is_chinese = |at: &usize| letters.get(*at).is_some_and(|letter| !letter.is_ascii());
    if !marks.iter().any(is_chinese) {
        return None;
    }
    let best = LETTER * u32::try_from(length).unwrap_or(u32::MAX).max(1);
    Some(TextMatch { score: 1000 * best.saturating_sub(cost) / best, marks })
}

/// The best way to have used up `used` letters before the character at `place`.
fn entry(
    place: usize,
    used: usize,
    at: usize,
    letters: &[char],
    reached: &[Vec<Option<Way>>],
    back: Option<(u32, usize)>,
) -> Option<Way> {
    if used == 0 {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let cost = match before {
            None => 0,
            Some(before) if before.is_alphanumeric() => WITHIN,
            Some(_) => LATER,
        };
        return Some(Way { cost, before: None });
    }
    let near = place.checked_sub(1);
    let near = near.and_then(|near| Some((reached.get(near)?.get(used).copied()??.cost, near)));
    let (cost, before) = [near, back].into_iter().flatten().min()?;
    Some(Way { cost, before: Some((before, used)) })
}

/// How many of the letters in `rest` may stand for a reading, and at what cost.
fn portions<'r>(reading: &'r str, is_usual: bool, rest: &'r [char]) -> impl Iterator<Item = (usize, u32)> + 'r {
    let same = reading.chars().zip(rest).take_while(|(read, typed)| read == *typed).count();
    (1..=same).map(move |taken| {
        let is_whole = taken == reading.len();
        let is_initial = taken == 1 || (taken == 2 && ["zh", "ch", "sh"].iter().any(|two| reading.starts_with(two)));
        // The last syllable may still be being typed.
        let is_last = is_usual && taken == rest.len();
        let torn = if is_whole || is_initial || is_last { 0 } else { TORN };
        (taken, torn + if is_usual { 0 } else { RARE })
    })
}

fn walk_back(reached: &[Vec<Option<Way>>], end: (usize, usize)) -> Vec<usize> {
    let mut places = Vec::new();
    let mut next = Some(end);
    while let Some((place, used)) = next {
        places.push(place);
        next = reached.get(place).and_then(|row| row.get(used).copied().flatten()).and_then(|way| way.before);
    }
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::pinyin::readings;
    use std::collections::HashMap;

    fn found(typed: &str, text: &str) -> Option<(u32, String)> {
        let letters: Vec<char> = text.chars().collect();
        let heard: HashMap<char, Vec<String>> = letters.iter().map(|letter| (*letter, readings(*letter))).collect();
        let typed: Vec<char> = typed.chars().collect();
        let found = match_pinyin(&typed, &letters, |letter| heard.get(&letter).map_or(&[], Vec::as_slice))?;
        Some((found.score, found.marks.iter().filter_map(|at| letters.get(*at)).collect()))
    }

    #[test]
    fn syllables_may_be_whole_or_shortened() {
        for typed in ["binzhou", "bz", "bzh", "bzhou", "binz", "binzh", "bin"] {
            let (score, marked) = found(typed, "滨州").unwrap();
            assert!(score >= 900, "{typed} {score}");
            assert!("滨州".starts_with(&marked), "{typed}");
        }
        assert_eq!(found("sqmyxx", "反映社情民意信息").unwrap().1, "社情民意信息");
        assert_eq!(found("chongqing", "重庆").unwrap().1, "重庆");
        assert_eq!(found("weiyuanapp", "委员App").unwrap().1, "委员App");
        assert!(found("ta", "大会").unwrap().0 < 650);
        assert_eq!(found("app", "委员App"), None);
        assert_eq!(found("inzhou", "滨州"), None);
    }

    #[test]
    fn neighbours_are_the_better_match() {
        let score = |typed: &str, text: &str| found(typed, text).map_or(0, |(score, _)| score);
        assert!(score("bz", "滨州") > score("bz", "政协滨州市委员会"));
        assert!(score("bz", "政协滨州市委员会") > score("bz", "滨海之州"));
        assert!(score("ta", "立案提案") > score("ta", "提出立案"));
        assert_eq!(found("ta", "立案提案").unwrap().1, "提案");
    }
}
