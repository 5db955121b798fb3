//! Telling Chinese characters from others.

/// Whether this is a Chinese character: of the blocks that Unicode calls Han, with those kept for compatibility, and 〇.
#[must_use]
pub const fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
