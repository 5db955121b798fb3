//! The last step of drawing for terminals that can't be trusted with all characters: the punctuation of running text,
//! too, gets its stand-ins.

use super::Glyphs;
use crate::text::{is_disputed, plain_ascii};
use ratatui::buffer::Buffer;

/// Puts stand-ins in the place of the characters that `glyphs` leaves out. No character changes its width, so that
/// everything keeps its place.
pub(super) fn fold(buffer: &mut Buffer, glyphs: Glyphs) {
    if glyphs == Glyphs::Unicode {
        return;
    }
    for cell in &mut buffer.content {
        let mut characters = cell.symbol().chars();
        let (Some(character), None) = (characters.next(), characters.next()) else { continue };
        if character.is_ascii() || (glyphs == Glyphs::Narrow && !is_disputed(character)) {
            continue;
        }
        // A letter without a stand-in stays a letter where its width is not what matters.
        match plain_ascii(character) {
            Some(plain) => cell.set_char(plain),
            None if glyphs == Glyphs::Narrow => cell.set_char('?'),
            None => continue,
        };
    }
}
