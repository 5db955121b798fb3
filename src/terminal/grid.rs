//! What the terminal really shows: a buffer with every decision about characters and colours taken.

use ratatui::buffer::{Buffer, Cell as BufferCell};
use unicode_width::UnicodeWidthChar;

use super::pen::{Pen, SEEN_ON_BLANK};
use crate::text::{ColorDepth, width};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Glyph {
    /// One character; nearly every cell.
    Char(char),
    /// Several characters drawn as one. Terminals disagree on how far these move the cursor.
    Cluster(Box<str>),
    /// The right half of the wide character before it.
    Tail,
}

/// One cell of the terminal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Cell {
    pub(super) glyph: Glyph,
    pub(super) pen: Pen,
}

impl Cell {
    pub(super) const BLANK: Self = Self { glyph: Glyph::Char(' '), pen: Pen::PLAIN };

    fn new(glyph: Glyph, pen: Pen) -> Self {
        // What a space does not show is not kept, so that two spaces that look alike are equal.
        let unseen = glyph == Glyph::Char(' ') && !pen.modifier.intersects(SEEN_ON_BLANK);
        let pen = if unseen { Pen { bg: pen.bg, ..Pen::PLAIN } } else { pen };
        Self { glyph, pen }
    }

    pub(super) fn is_blank(&self) -> bool {
        *self == Self::BLANK
    }

    /// Whether it looks the same written with `pen`.
    pub(super) fn suits(&self, pen: Pen) -> bool {
        let bare = self.glyph == Glyph::Char(' ') && !self.pen.modifier.intersects(SEEN_ON_BLANK);
        if bare { pen.leaves_blank(self.pen.bg) } else { self.pen == pen }
    }

    /// Writes the character, without its style.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        match &self.glyph {
            Glyph::Char(character) => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
            Glyph::Cluster(cluster) => out.extend_from_slice(cluster.as_bytes()),
            Glyph::Tail => {}
        }
    }
}

/// The cells of a whole screen, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) width: usize,
    pub(super) height: usize,
    cells: Vec<Cell>,
}

impl Grid {
    /// An empty screen.
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![Cell::BLANK; width * height] }
    }

    /// What `buffer` looks like on a terminal of this kind.
    pub(super) fn of(buffer: &Buffer, depth: ColorDepth) -> Self {
        let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
        let mut cells = Vec::with_capacity(width * height);
        if width > 0 {
            for row in buffer.content().chunks(width) {
                push_row(row, depth, &mut cells);
            }
        }
        Self { width, height, cells }
    }

    pub(super) fn row(&self, y: usize) -> &[Cell] {
        &self.cells[y * self.width..(y + 1) * self.width]
    }

    /// The screen after the lines `top..=bottom` have moved up by `by` (down where it is negative).
    pub(super) fn scrolled(&self, top: usize, bottom: usize, by: isize) -> Self {
        let mut moved = self.clone();
        for y in top..=bottom {
            let from = y.checked_add_signed(by).filter(|from| (top..=bottom).contains(from));
            let target = &mut moved.cells[y * self.width..(y + 1) * self.width];
            match from {
                Some(from) => target.clone_from_slice(self.row(from)),
                None => target.fill(Cell::BLANK),
            }
        }
        moved
    }
}

/// Adds one row, making every wide character whole: one that has lost its right half, to the edge of the screen or to
/// something drawn over it, becomes a space.
fn push_row(row: &[BufferCell], depth: ColorDepth, cells: &mut Vec<Cell>) {
    let mut column = 0;
    while let Some(cell) = row.get(column) {
        let pen = pen_of(cell, depth);
        let (glyph, wide) = glyph_of(cell.symbol());
        let whole = || row.get(column + 1).is_some_and(|next| matches!(next.symbol(), " " | ""));
        if !wide {
            cells.push(Cell::new(glyph, pen));
            column += 1;
        } else if whole() {
            cells.push(Cell::new(glyph, pen));
            cells.push(Cell::new(Glyph::Tail, pen));
            column += 2;
        } else {
            cells.push(Cell::new(Glyph::Char(' '), pen));
            column += 1;
        }
    }
}

fn pen_of(cell: &BufferCell, depth: ColorDepth) -> Pen {
    match depth {
        ColorDepth::None => Pen { modifier: cell.modifier, ..Pen::PLAIN },
        _ => Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier },
    }
}

/// The glyph of a cell's symbol, and whether it takes two cells. Nothing that could move the cursor or be taken as an
/// escape sequence gets through.
fn glyph_of(symbol: &str) -> (Glyph, bool) {
    let mut characters = symbol.chars();
    let (Some(first), None) = (characters.next(), characters.next()) else {
        return cluster_of(symbol);
    };
    if (' '..='~').contains(&first) {
        return (Glyph::Char(first), false);
    }
    match first.width() {
        Some(cells @ 1..) => (Glyph::Char(first), cells > 1),
        _ => (Glyph::Char(' '), false),
    }
}

fn cluster_of(symbol: &str) -> (Glyph, bool) {
    match (symbol.chars().next(), width(symbol)) {
        (None, _) | (_, 0) => (Glyph::Char(' '), false),
        _ if symbol.contains(char::is_control) => (Glyph::Char(' '), false),
        (_, cells @ 1..=2) => (Glyph::Cluster(symbol.into()), cells == 2),
        (Some(first), _) => glyph_of(first.encode_utf8(&mut [0; 4])),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    fn shown(buffer: &Buffer) -> String {
        let mut out = Vec::new();
        Grid::of(buffer, ColorDepth::True).row(0).iter().for_each(|cell| cell.write(&mut out));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_wide_character_is_shown_whole_or_not_at_all() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 1));
        buffer.set_string(0, 0, "政协", Style::new());
        buffer.set_string(1, 0, "│", Style::new());
        buffer[(4, 0)].set_symbol("市");
        assert_eq!(shown(&buffer), " │协 ");
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer[(0, 0)].set_symbol("\u{1b}");
        buffer[(1, 0)].set_symbol("a\u{1b}");
        buffer[(2, 0)].set_symbol("\u{9b}");
        buffer[(3, 0)].set_symbol("\u{301}");
        assert_eq!(shown(&buffer), "    ");
    }

    #[test]
    fn colours_are_stripped_but_not_what_marks_a_selection() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        buffer.set_string(0, 0, "a", Style::new().fg(Color::Red).add_modifier(Modifier::REVERSED | Modifier::BOLD));
        let grid = Grid::of(&buffer, ColorDepth::None);
        assert_eq!(grid.row(0)[0].pen, Pen { modifier: Modifier::REVERSED | Modifier::BOLD, ..Pen::PLAIN });
    }
}
