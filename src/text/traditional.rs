//! Traditional characters and the simplified ones that stand for them, in names, in what is typed and in pages.
//!
//! The table is the property `kSimplifiedVariant` of Unicode's Unihan database, as far as the simplified character is one
//! that is in use (GBK): pairs of a traditional character and its simplified form. Its licence is beside it.

use std::sync::OnceLock;

/// The pairs, without anything between them but line ends.
const PAIRS: &str = include_str!("traditional.txt");
/// The first character that the table can hold; the last is the last of two bytes.
const FIRST: u32 = 0x3400;

/// Returns the simplified form of a traditional character, and any other character as it is.
#[must_use]
pub fn simplified(character: char) -> char {
    static TABLE: OnceLock<Box<[u16]>> = OnceLock::new();
    let Some(place) = place(character) else { return character };
    let unit = TABLE.get_or_init(table).get(place).copied().unwrap_or(0);
    if unit == 0 { character } else { char::from_u32(u32::from(unit)).unwrap_or(character) }
}

/// Returns the pairs of the table, one by one.
fn pairs() -> impl Iterator<Item = (char, char)> {
    PAIRS.lines().flat_map(|line| line.chars().zip(line.chars().skip(1)).step_by(2))
}

/// Lays the pairs out so that a character is found by its number.
fn table() -> Box<[u16]> {
    let mut table = vec![0; 0x1_0000 - FIRST as usize];
    for (traditional, simplified) in pairs() {
        let slot = place(traditional).and_then(|place| table.get_mut(place));
        if let (Some(slot), Ok(unit)) = (slot, u16::try_from(u32::from(simplified))) {
            *slot = unit;
        }
    }
    table.into_boxed_slice()
}

fn place(character: char) -> Option<usize> {
    usize::try_from(u32::from(character).checked_sub(FIRST)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_become_simplified_and_others_stay() {
        let simple = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(
            simple("濱州 青島 濟南 聊城 咸陽 社情民意信息 領導批示"),
            "滨州 青岛 济南 聊城 咸阳 社情民意信息 领导批示"
        );
        // The forms of Hong Kong and of Taiwan, and those of which the standard simplified set knows both.
        assert_eq!(simple("説說為爲裏裡後著"), "说说为为里里后着");
        assert_eq!(simple("aZ9 ，😀"), "aZ9 ，😀");
    }

    #[test]
    fn no_simplified_form_is_simplified_further() {
        assert!(pairs().count() > 2500);
        for (traditional, simple) in pairs() {
            assert_eq!((simplified(traditional), simplified(simple)), (simple, simple));
        }
    }
}
