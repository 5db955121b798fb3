//! The two bytes of each character in GBK, the encoding in which mirror sites damage pages.

use encoding_rs::GBK;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The bytes of a character: the lead and the trail.
pub(super) type BytePair = [u8; 2];

/// Returns the bytes of a character, where it has two.
pub(super) fn bytes(character: char) -> Option<BytePair> {
    static TABLE: OnceLock<HashMap<char, BytePair>> = OnceLock::new();
    TABLE.get_or_init(table).get(&character).copied()
}

fn table() -> HashMap<char, BytePair> {
    let leads = 0x81..=0xfe_u8;
    let pairs = leads.flat_map(|lead| (0x40..=0xfe_u8).map(move |trail| [lead, trail]));
    pairs.filter_map(|pair| Some((character(pair)?, pair))).collect()
}

/// Returns the character of two bytes; `None` where they are none, or one of the private area.
pub(super) fn character(pair: BytePair) -> Option<char> {
    let decoded = GBK.decode_without_bom_handling_and_without_replacement(&pair)?;
    let mut characters = decoded.chars();
    let first = characters.next().filter(|_| characters.next().is_none())?;
    (!is_private(pair) && !('\u{e000}'..='\u{f8ff}').contains(&first)).then_some(first)
}

/// Whether two bytes lie in one of the areas for private use, whose characters vanish from a page.
pub(super) const fn is_private([lead, trail]: BytePair) -> bool {
    match lead {
        0xaa..=0xaf | 0xf8..=0xfe => matches!(trail, 0xa1..=0xfe),
        0xa1..=0xa7 => matches!(trail, 0x40..=0xa0),
        _ => false,
    }
}

/// Whether a byte can be the second of a character and is also an ASCII letter or sign.
pub(super) const fn is_ascii_trail(character: char) -> bool {
    matches!(character, '\x40'..='\x7e')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_bytes_lead_to_each_other() {
        assert_eq!(
            (bytes('聯'), bytes('擔'), bytes('。')),
            (Some([0xc2, 0x93]), Some([0x93, 0xfa]), Some([0xa1, 0xa3]))
        );
        assert_eq!((character([0x85, 0x66]), character([0xfa, 0xae]), bytes('a')), (Some('協'), None, None));
        assert!(is_private([0xfa, 0xae]) && !is_private([0xb0, 0xa1]));
    }
}
