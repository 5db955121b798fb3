//! Writes the bytes of one frame, keeping track of the cursor and the style that they leave.

use super::cells::{CellTable, Glyph, GlyphContent, ScreenCell};
use super::cursor::{KnownCursor, move_cursor};
use super::grid::{Grid, RegionScroll};
use super::links::LinkTable;
use super::sgr::Sgr;

/// The bytes of a frame, with the cursor and the style that the terminal has after them.
pub(super) struct FrameWriter<'a> {
    pub(super) links: &'a LinkTable,
    pub(super) table: &'a CellTable,
    pub(super) out: Vec<u8>,
    pub(super) cursor: KnownCursor,
    pub(super) style: Sgr,
}

impl FrameWriter<'_> {
    /// Moves the cursor to a cell.
    pub(super) fn move_to(&mut self, column: usize, row: usize) {
        self.out.extend(move_cursor(self.cursor, column, row));
        self.cursor = KnownCursor::At(column, row);
    }

    /// Moves the cursor to a cell of `row`. The cells before it are on the screen already, but writing them again is
    /// often shorter than an escape sequence that skips them.
    fn move_along(&mut self, column: usize, y: usize, row: &[ScreenCell]) {
        if self.cursor == KnownCursor::At(column, y) {
            return;
        }
        let jump = move_cursor(self.cursor, column, y);
        if let KnownCursor::At(from, on) = self.cursor
            && on == y
            && from < column
            && let Some(again) = self.rewritten(&row[from..column])
            && again.len() <= jump.len()
        {
            self.out.extend(again);
        } else {
            self.out.extend(jump);
        }
        self.cursor = KnownCursor::At(column, y);
    }

    /// Returns the cells as text, where the present style suits them all and they move the cursor reliably.
    fn rewritten(&self, cells: &[ScreenCell]) -> Option<Vec<u8>> {
        let is_reliable = |cell: &ScreenCell| match cell.glyph.content() {
            GlyphContent::Char(_) => self.table.suits(*cell, self.style),
            GlyphContent::RightHalf => true,
            GlyphContent::Cluster(_) => false,
        };
        // A jump never takes more than ten bytes. And a cursor on the right half of a character cannot write that half.
        let is_useful = cells.len() <= 10 && cells.first().is_some_and(|cell| cell.glyph != Glyph::RIGHT_HALF);
        (is_useful && cells.iter().all(is_reliable)).then(|| {
            let mut out = Vec::new();
            for cell in cells {
                self.table.write(*cell, &mut out);
            }
            out
        })
    }

    fn set_style(&mut self, style: Sgr) {
        self.style.write_change(style, &mut self.out);
        if self.style.link != style.link {
            self.links.write(style.link, &mut self.out);
        }
        self.style = style;
    }

    /// Ends what leads to an address: no terminal is left to take for a part of it what comes next.
    pub(super) fn end_link(&mut self) {
        self.set_style(Sgr { link: None, ..self.style });
    }

    /// Sets a style in which erased cells have the default background. Some terminals erase with the present background
    /// and others with the default one, so erasing is only safe where these are the same.
    fn set_style_for_erasing(&mut self) {
        if !self.style.leaves_plain_blank() {
            self.set_style(Sgr::PLAIN);
        }
    }

    /// Paints what differs between two screens of the same size.
    pub(super) fn paint(&mut self, shown: &Grid, next: &Grid) {
        for y in 0..next.height {
            self.paint_row(y, shown.row(y), next.row(y));
        }
    }

    /// Paints one row from left to right. Where half of an old wide character is overwritten, whatever the terminal
    /// does to its other half is then overwritten after it.
    fn paint_row(&mut self, y: usize, shown: &[ScreenCell], next: &[ScreenCell]) {
        let Some(last) = (0..next.len()).rfind(|&x| shown[x] != next[x]) else { return };
        let empty_from = next.iter().rposition(|cell| !cell.is_blank()).map_or(0, |x| x + 1);
        let mut x = 0;
        while x <= last {
            if shown[x] == next[x] {
                x += 1;
                continue;
            }
            if x >= empty_from && last - x >= 3 {
                self.move_along(x, y, next);
                self.set_style_for_erasing();
                self.out.extend_from_slice(b"\x1b[K");
                return;
            }
            let blanks = next[x..=last].iter().take_while(|cell| cell.is_blank()).count();
            if blanks > 8 {
                x = self.erase(x, y, blanks, shown, next);
            } else {
                x = self.write(x, y, next);
            }
        }
    }

    /// Erases the run of `blanks` cells at `x`, and returns the column after what was erased.
    fn erase(&mut self, x: usize, y: usize, blanks: usize, shown: &[ScreenCell], next: &[ScreenCell]) -> usize {
        let end = (x..x + blanks).rfind(|&x| shown[x] != next[x]).map_or(x + blanks, |x| x + 1);
        self.move_along(x, y, next);
        self.set_style_for_erasing();
        if end - x > 4 {
            self.out.extend_from_slice(format!("\x1b[{}X", end - x).as_bytes());
        } else {
            self.out.extend(std::iter::repeat_n(b' ', end - x));
            self.cursor = KnownCursor::At(end, y);
        }
        end
    }

    /// Writes the character at `x`, and returns the column after it.
    fn write(&mut self, x: usize, y: usize, next: &[ScreenCell]) -> usize {
        let cell = next[x];
        self.move_along(x, y, next);
        if !self.table.suits(cell, self.style) {
            self.set_style(self.table.style(cell.style));
        }
        self.table.write(cell, &mut self.out);
        let is_wide = next.get(x + 1).is_some_and(|after| after.glyph == Glyph::RIGHT_HALF);
        let end = if is_wide { x + 2 } else { x + 1 };
        self.cursor = match cell.glyph.content() {
            GlyphContent::Cluster(_) => KnownCursor::Unknown,
            _ if end >= next.len() => KnownCursor::InRow(y),
            _ => KnownCursor::At(end, y),
        };
        end
    }

    /// Scrolls rows by line feeds at the foot of a scroll region, or reverse line feeds at its head. Every terminal
    /// that has regions has these; `SU` and `SD` are not everywhere, and deleting lines is not right everywhere.
    pub(super) fn scroll(&mut self, RegionScroll { top, bottom, lines }: RegionScroll, height: usize) {
        // The rows that scroll in are erased ones.
        self.set_style_for_erasing();
        let is_part = top > 0 || bottom + 1 < height;
        if is_part {
            self.out.extend_from_slice(format!("\x1b[{};{}r", top + 1, bottom + 1).as_bytes());
            // Most terminals move the cursor to the corner of the screen, some to that of the region.
            self.cursor = KnownCursor::Unknown;
        }
        let (row, feed) = if lines > 0 { (bottom, "\n") } else { (top, "\x1bM") };
        self.move_to(0, row);
        self.out.extend_from_slice(feed.repeat(lines.unsigned_abs()).as_bytes());
        if is_part {
            self.out.extend_from_slice(b"\x1b[r");
            // To the corner again, or, on some, nowhere.
            self.cursor = KnownCursor::Unknown;
        }
    }
}
