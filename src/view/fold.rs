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
    mark_cuts(buffer);
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

/// Where a text was cut a single dot would read as its end: two dots where there is a free cell behind it, and otherwise a
/// sign that ends no sentence.
fn mark_cuts(buffer: &mut Buffer) {
    const CUT: &str = "…";
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let signs: Vec<String> = row.iter().map(|cell| cell.symbol().to_owned()).collect();
        let is = |at: Option<usize>, sign: &str| at.and_then(|at| signs.get(at)).is_some_and(|found| found == sign);
        for at in (0..signs.len()).filter(|at| is(Some(*at), CUT)) {
            // Two of them are a dash of dots in running text.
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
        let folded = |text: &str, width| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
            buffer.set_string(0, 0, text, Style::new());
            fold(&mut buffer, Glyphs::Ascii);
            buffer.content.iter().map(|cell| cell.symbol().to_owned()).collect::<String>()
        };
        assert_eq!(folded("its…", 6), "its.. ");
        assert_eq!(folded("its…", 4), "its~");
        assert_eq!(folded("its…│", 5), "its~|");
        assert_eq!(folded("well……", 7), "well.. ");
    }
}
