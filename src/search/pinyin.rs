//! The readings of Chinese characters as people type them, without tones.

use pinyin::ToPinyinMulti;

/// Returns the readings of one character, the usual one first; `ü` is typed `v`. What is not Chinese has none.
fn readings(character: char) -> Vec<String> {
    let mut plain: Vec<String> = Vec::new();
    for reading in character.to_pinyin_multi().into_iter().flatten() {
        let reading = reading.plain().replace('ü', "v");
        if !plain.contains(&reading) {
            plain.push(reading);
        }
    }
    plain
}

/// Returns the usual reading of a Chinese character, as an id is written; `None` for any other.
#[must_use]
pub fn in_pinyin(character: char) -> Option<String> {
    readings(character).into_iter().next()
}

/// The readings of all characters of some texts, found by the character.
#[derive(Clone, Debug)]
pub(super) struct Readings {
    /// The place of each character's readings in the list below, by the number of the character. The first place is that of
    /// no reading.
    places: Vec<u16>,
    lists: Vec<CharacterReadings>,
    /// Which characters were taken in, by their number.
    known: Vec<bool>,
}

/// The readings of one character.
#[derive(Clone, Debug, Default)]
struct CharacterReadings {
    each: Vec<String>,
    /// One bit for each letter of the alphabet that a reading begins with.
    initials: u32,
}

impl Readings {
    /// Begins without any character.
    pub fn new() -> Self {
        Self { places: Vec::new(), lists: vec![CharacterReadings::default()], known: Vec::new() }
    }

    /// Takes in a character. What is typed is compared with its `letter`, so the readings of all characters with one letter
    /// are put together.
    pub fn add(&mut self, character: char, letter: char) {
        if std::mem::replace(slot(&mut self.known, character), true) {
            return;
        }
        let own = readings(character);
        if own.is_empty() {
            return;
        }
        let place = slot(&mut self.places, letter);
        if *place == 0 {
            let Ok(next) = u16::try_from(self.lists.len()) else { return };
            *place = next;
            self.lists.push(CharacterReadings::default());
        }
        let Some(list) = self.lists.get_mut(usize::from(*place)) else { return };
        for reading in own {
            list.initials |= bit(reading.chars().next());
            if !list.each.contains(&reading) {
                list.each.push(reading);
            }
        }
    }

    /// Returns the readings of a letter.
    pub fn of(&self, letter: char) -> &[String] {
        self.list(letter).map_or(&[], |list| &list.each)
    }

    /// Returns whether a reading of a letter begins with what was typed.
    pub fn begin_with(&self, letter: char, typed: char) -> bool {
        self.list(letter).is_some_and(|list| list.initials & bit(Some(typed)) != 0)
    }

    fn list(&self, letter: char) -> Option<&CharacterReadings> {
        self.lists.get(usize::from(*self.places.get(number(letter))?))
    }
}

fn number(character: char) -> usize {
    usize::try_from(u32::from(character)).unwrap_or(0)
}

/// Returns the place of a character in a list, which is made as long as that needs.
fn slot<T: Clone + Default>(list: &mut Vec<T>, character: char) -> &mut T {
    let number = number(character);
    if list.len() <= number {
        list.resize(number + 1, T::default());
    }
    &mut list[number]
}

/// Returns the bit of a letter of the alphabet.
fn bit(letter: Option<char>) -> u32 {
    letter.filter(char::is_ascii_lowercase).map_or(0, |letter| 1 << (u32::from(letter) - u32::from('a')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_readings_are_known() {
        let mut known = Readings::new();
        for (character, letter) in [('重', '重'), ('履', '履'), ('著', '着'), ('着', '着'), ('a', 'a')] {
            known.add(character, letter);
        }
        assert!(["zhong", "chong"].iter().all(|reading| known.of('重').contains(&(*reading).to_owned())));
        assert_eq!(known.of('履'), ["lv"]);
        assert!(known.of('着').contains(&"zhu".to_owned()) && known.of('着').contains(&"zhe".to_owned()));
        assert!(known.of('a').is_empty() && known.of('未').is_empty());
        assert!(known.begin_with('重', 'c') && !known.begin_with('重', 'b') && !known.begin_with('a', 'a'));
    }
}
