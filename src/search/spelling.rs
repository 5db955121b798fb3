//! Matches pinyin with Chinese text. Each character takes a whole reading or its beginning, so `binzhou`, `bz`, `bzhou`
//! and `binzh` all match 滨州.

/// A match of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextMatch {
    /// How good the match is, from 0 to 1000.
    pub(super) score: u32,
    /// The indices of the characters that match.
    pub(super) matched: Vec<usize>,
}

/// What each typed letter is worth; the costs below are set against it.
const LETTER: u32 = 10;
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

/// The cheapest way to reach a state: its cost, and the state before it.
#[derive(Clone, Copy)]
struct PartialMatch {
    cost: u32,
    before: Option<(usize, usize)>,
}

/// Matches `typed`, which are lower-case letters and digits, with `letters`; `readings` returns the readings of a letter.
/// `None` where they do not match, or match without any Chinese.
///
/// This is a shortest path through states (a character that matched last, the number of typed letters used up).
pub(super) fn match_pinyin<'a>(
    typed: &[char],
    letters: &[char],
    readings: impl Fn(char) -> &'a [String],
) -> Option<TextMatch> {
    let spoken: Vec<(usize, &[String])> = letters
        .iter()
        .enumerate()
        .map(|(position, letter)| (position, readings(*letter)))
        .filter(|(_, r)| !r.is_empty())
        .collect();
    let length = typed.len();
    // reached[i][j]: the i-th character matched last, and j typed letters are used up.
    let mut reached: Vec<Vec<Option<PartialMatch>>> = vec![vec![None; length + 1]; spoken.len()];
    // For each number of letters used up, the cheapest match that ended further back than the character just before.
    let mut back: Vec<Option<(u32, usize)>> = vec![None; length + 1];
    for (index, (position, readings)) in spoken.iter().enumerate() {
        for used in 0..length {
            let entry = entry(index, used, *position, letters, &reached, back.get(used).copied().flatten());
            let Some(entry) = entry else { continue };
            let rest = typed.get(used..).unwrap_or_default();
            let portions = readings.iter().enumerate().flat_map(|(nth, reading)| portions(reading, nth == 0, rest));
            for (taken, cost) in portions {
                let way = PartialMatch { cost: entry.cost + cost, before: entry.before };
                let slot = reached.get_mut(index).and_then(|row| row.get_mut(used + taken));
                if let Some(slot) = slot.filter(|slot| slot.is_none_or(|best| best.cost > way.cost)) {
                    *slot = Some(way);
                }
            }
        }
        for (used, best) in back.iter_mut().enumerate() {
            let near = index.checked_sub(1).and_then(|near| Some((reached.get(near)?.get(used).copied()??, near)));
            let near = near.map(|(way, near)| (way.cost + GAP, near));
            *best = [best.map(|(cost, before)| (cost + 1, before)), near].into_iter().flatten().min();
        }
    }
    let ends = reached.iter().enumerate().filter_map(|(index, row)| Some((row.get(length).copied()??.cost, index)));
    let (cost, last) = ends.min()?;
    let matched = walk_back(&reached, (last, length)).into_iter().filter_map(|index| spoken.get(index));
    let matched: Vec<usize> = matched.map(|(position, _)| *position).collect();
    let is_chinese = |position: &usize| letters.get(*position).is_some_and(|letter| !letter.is_ascii());
    if !matched.iter().any(is_chinese) {
        return None;
    }
    let best = LETTER * u32::try_from(length).unwrap_or(u32::MAX).max(1);
    Some(TextMatch { score: 1000 * best.saturating_sub(cost) / best, matched })
}

/// Returns the cheapest way to have used up `used` letters before the character at `index`.
fn entry(
    index: usize,
    used: usize,
    position: usize,
    letters: &[char],
    reached: &[Vec<Option<PartialMatch>>],
    back: Option<(u32, usize)>,
) -> Option<PartialMatch> {
    if used == 0 {
        let before = position.checked_sub(1).and_then(|before| letters.get(before));
        let cost = match before {
            None => 0,
            Some(before) if before.is_alphanumeric() => WITHIN_WORD,
            Some(_) => LATER_WORD,
        };
        return Some(PartialMatch { cost, before: None });
    }
    let near = index.checked_sub(1);
    let near = near.and_then(|near| Some((reached.get(near)?.get(used).copied()??.cost, near)));
    let (cost, before) = [near, back].into_iter().flatten().min()?;
    Some(PartialMatch { cost, before: Some((before, used)) })
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

/// Returns the characters that matched, by following a match back to its beginning.
fn walk_back(reached: &[Vec<Option<PartialMatch>>], end: (usize, usize)) -> Vec<usize> {
    let mut indices = Vec::new();
    let mut next = Some(end);
    while let Some((index, used)) = next {
        indices.push(index);
        next = reached.get(index).and_then(|row| row.get(used).copied().flatten()).and_then(|way| way.before);
    }
    indices.reverse();
    indices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::pinyin::readings;
    use std::collections::HashMap;

    fn matched(typed: &str, text: &str) -> Option<(u32, String)> {
        let letters: Vec<char> = text.chars().collect();
        let spoken: HashMap<char, Vec<String>> = letters.iter().map(|letter| (*letter, readings(*letter))).collect();
        let typed: Vec<char> = typed.chars().collect();
        let text_match = match_pinyin(&typed, &letters, |letter| spoken.get(&letter).map_or(&[], Vec::as_slice))?;
        Some((text_match.score, text_match.matched.iter().filter_map(|index| letters.get(*index)).collect()))
    }

    #[test]
    fn syllables_may_be_whole_or_shortened() {
        for typed in ["binzhou", "bz", "bzh", "bzhou", "binz", "binzh", "bin"] {
            let (score, characters) = matched(typed, "滨州").unwrap();
            assert!(score >= 900, "{typed} {score}");
            assert!("滨州".starts_with(&characters), "{typed}");
        }
        assert_eq!(matched("sqmyxx", "反映社情民意信息").unwrap().1, "社情民意信息");
        assert_eq!(matched("chongqing", "重庆").unwrap().1, "重庆");
        assert_eq!(matched("weiyuanapp", "委员App").unwrap().1, "委员App");
        assert!(matched("ta", "大会").unwrap().0 < 650);
        // `zh` is an initial as `z` is; `zho` is torn out of a syllable.
        assert_eq!(["zqu", "zhqu", "zhouqu"].map(|typed| matched(typed, "州区").unwrap().0), [1000; 3]);
        assert!(matched("zhoqu", "州区").unwrap().0 < 1000);
        assert_eq!(matched("app", "委员App"), None);
        assert_eq!(matched("inzhou", "滨州"), None);
    }

    #[test]
    fn neighbours_are_the_better_match() {
        let score = |typed: &str, text: &str| matched(typed, text).map_or(0, |(score, _)| score);
        assert!(score("bz", "滨州") > score("bz", "政协滨州市委员会"));
        assert!(score("bz", "政协滨州市委员会") > score("bz", "滨海之州"));
        assert!(score("ta", "立案提案") > score("ta", "提出立案"));
        assert_eq!(matched("ta", "立案提案").unwrap().1, "提案");
    }
}
