//! Replaces the characters that the terminal cannot draw, as the last step of drawing.
//!
//! Only this step guarantees that: other code may choose a better sign beforehand, but need not. It also replaces the
//! punctuation of running text.

use crate::text::CharSet;
use ratatui::buffer::Buffer;

/// Marks where texts were cut, and replaces what `charset` cannot draw.
pub(super) fn apply(buffer: &mut Buffer, charset: CharSet) {
    if charset != CharSet::Unicode {
        mark_cuts(buffer);
        replace(buffer, charset);
    }
}

/// Replaces what `charset` cannot draw. No character changes its width, so nothing moves.
pub(super) fn replace(buffer: &mut Buffer, charset: CharSet) {
    for cell in &mut buffer.content {
        let mut characters = cell.symbol().chars();
        let (Some(character), None) = (characters.next(), characters.next()) else { continue };
        if let Some(stand_in) = charset.stand_in(character) {
            cell.set_char(stand_in);
        }
    }
}

/// Marks where a text was cut: with two dots if the next cell is free, otherwise with `~`. A single dot, which replaces
/// `…` elsewhere, would look like the end of a sentence.
fn mark_cuts(buffer: &mut Buffer) {
    const CUT: &str = "…";
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let signs: Vec<String> = row.iter().map(|cell| cell.symbol().to_owned()).collect();
        let is = |at: Option<usize>, sign: &str| at.and_then(|at| signs.get(at)).is_some_and(|cell| cell == sign);
        for at in (0..signs.len()).filter(|at| is(Some(*at), CUT)) {
            // Two in a row are the Chinese ellipsis, which is part of the text.
            if is(at.checked_sub(1), CUT) || is(Some(at + 1), CUT) {
                continue;
            }
            if let Some(free) = row.get_mut(at + 1).filter(|_| is(Some(at + 1), " ")) {
                free.set_char('.');
            } else if let Some(cell) = row.get_mut(at) {
                cell.set_char('~');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn a_cut_text_does_not_read_as_finished() {
        let drawn = |text: &str, width| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
            buffer.set_string(0, 0, text, Style::new());
            apply(&mut buffer, CharSet::Ascii);
            buffer.content.iter().map(|cell| cell.symbol().to_owned()).collect::<String>()
        };
        assert_eq!(drawn("its…", 6), "its.. ");
        assert_eq!(drawn("its…", 4), "its~");
        assert_eq!(drawn("its…│", 5), "its~|");
        assert_eq!(drawn("well……", 7), "well.. ");
    }
}
