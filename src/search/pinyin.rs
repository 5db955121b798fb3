//! Pinyin of Chinese words as people type it: in full and by initials, with every reading of every character.

use pinyin::ToPinyinMulti;

/// One way to spell a word in pinyin.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spelling {
    /// Every syllable in full, without tones or spaces: `binzhou`.
    pub full: String,
    /// The first letters alone: `bz`.
    pub initials: String,
}

/// The most spellings of a word. A name of a dozen characters with two readings each would have thousands, and nobody
/// types those.
const MOST: usize = 64;

/// Returns all spellings of `text`; none for a text without Chinese. Characters that are not Chinese stay as they are, in
/// lower case; signs and spaces are left out.
#[must_use]
pub fn spellings(text: &str) -> Vec<Spelling> {
    if !text.chars().any(|character| character.to_pinyin_multi().is_some()) {
        return Vec::new();
    }
    let mut spellings = vec![Spelling { full: String::new(), initials: String::new() }];
    for character in text.chars() {
        let readings = readings(character);
        if readings.is_empty() {
            continue;
        }
        spellings = spellings
            .iter()
            .flat_map(|before| readings.iter().map(move |reading| before.with(reading)))
            .take(MOST)
            .collect();
    }
    spellings
}

impl Spelling {
    /// Appends the reading of one more character.
    fn with(&self, reading: &str) -> Self {
        let initial = reading.chars().take(1);
        Self { full: format!("{}{reading}", self.full), initials: self.initials.chars().chain(initial).collect() }
    }
}

/// Returns the readings of one character, the usual one first; `ü` is typed `v`. A letter or digit that is not Chinese
/// reads as itself in lower case; a sign and a space have none.
#[must_use]
pub fn readings(character: char) -> Vec<String> {
    let Some(readings) = character.to_pinyin_multi() else {
        return if character.is_alphanumeric() { vec![character.to_lowercase().collect()] } else { Vec::new() };
    };
    let mut plain: Vec<String> = Vec::new();
    for reading in readings {
        let reading = reading.plain().replace('ü', "v");
        if !plain.contains(&reading) {
            plain.push(reading);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<(String, String)> {
        spellings(text).into_iter().map(|spelling| (spelling.full, spelling.initials)).collect()
    }

    #[test]
    fn names_are_typed_in_full_or_by_initials() {
        assert_eq!(typed("滨州"), [("binzhou".to_owned(), "bz".to_owned())]);
        assert!(typed("重庆").contains(&("chongqing".to_owned(), "cq".to_owned())));
        assert!(typed("委员App").contains(&("weiyuanapp".to_owned(), "wyapp".to_owned())));
        assert!(typed("履职").iter().any(|(full, _)| full == "lvzhi"));
        assert_eq!(typed("Binzhou"), []);
        assert!(spellings("行行行行行行行行行行").len() <= MOST);
    }
}
