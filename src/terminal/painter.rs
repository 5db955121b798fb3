//! From one screen to the next in as few bytes as possible.
//!
//! Ratatui's own backend moves the cursor after every wide character and sends something even when nothing has
//! changed; over a slow line with Chinese on the screen that is a third of everything sent. This one knows how wide
//! characters are, erases instead of writing spaces, and scrolls what has only moved.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::text::ColorDepth;

use super::grid::{Cell, Glyph, Grid};
use super::moves::{At, moves};
use super::pen::Pen;
use super::scroll::{Shift, best_shift};

/// Brackets of a synchronized update: the terminal shows what stands between them at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// Default style, no scroll region, an empty screen, the cursor in its corner.
const CLEAR: &[u8] = b"\x1b[m\x1b[r\x1b[H\x1b[2J";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// From so many bytes on, a cursor that is shown is hidden while painting: terminals without synchronized updates
/// would show it jumping.
const LONG: usize = 64;

/// Remembers what the terminal shows and says how to show something else.
#[derive(Debug)]
pub struct Painter {
    depth: ColorDepth,
    shown: Option<Grid>,
    at: At,
    pen: Pen,
    cursor_shown: bool,
}

impl Painter {
    /// For a terminal that shows nothing known yet and whose cursor is hidden.
    #[must_use]
    pub fn new(depth: ColorDepth) -> Self {
        Self { depth, shown: None, at: At::Unknown, pen: Pen::PLAIN, cursor_shown: false }
    }

    /// Forgets what is on the screen: the next frame clears it and paints everything.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// The bytes that make the terminal show `next`, with the cursor in `cursor` or hidden; none where it does already.
    pub fn frame(&mut self, next: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let next = Grid::of(next, self.depth);
        let same_size = |shown: &Grid| (shown.width, shown.height) == (next.width, next.height);
        let mut brush = if let Some(shown) = self.shown.as_ref().filter(|shown| same_size(shown)) {
            self.cheaper(shown, &next)
        } else {
            let mut brush = Brush { out: CLEAR.to_vec(), at: At::Cell(0, 0), pen: Pen::PLAIN };
            brush.paint(&Grid::blank(next.width, next.height), &next);
            brush
        };
        let hide = self.cursor_shown && (cursor.is_none() || brush.out.len() > LONG);
        if let Some(place) = cursor {
            brush.go(usize::from(place.x), usize::from(place.y));
        }
        let show = cursor.is_some() && (hide || !self.cursor_shown);
        self.at = brush.at;
        self.pen = brush.pen;
        self.cursor_shown = cursor.is_some();
        self.shown = Some(next);
        let parts = [if hide { HIDE_CURSOR } else { b"" }, &brush.out, if show { SHOW_CURSOR } else { b"" }].concat();
        if parts.is_empty() { parts } else { [BEGIN, &parts, END].concat() }
    }

    /// Painting with and without scrolling, whichever is shorter.
    fn cheaper(&self, shown: &Grid, next: &Grid) -> Brush {
        let start = || Brush { out: Vec::new(), at: self.at, pen: self.pen };
        let mut plain = start();
        plain.paint(shown, next);
        let Some(shift) = best_shift(shown, next) else { return plain };
        let mut scrolling = start();
        scrolling.scroll(shift, next.height);
        scrolling.paint(&shown.scrolled(shift.top, shift.bottom, shift.by), next);
        if scrolling.out.len() < plain.out.len() { scrolling } else { plain }
    }
}

/// Bytes on their way to the terminal, with the cursor and the style they leave.
struct Brush {
    out: Vec<u8>,
    at: At,
    pen: Pen,
}

impl Brush {
    fn go(&mut self, column: usize, row: usize) {
        self.out.extend(moves(self.at, column, row));
        self.at = At::Cell(column, row);
    }

    /// Goes to a cell of `row`, whose cells up to there are on the screen already: writing them again is often shorter
    /// than an escape sequence that jumps over them.
    fn go_along(&mut self, column: usize, y: usize, row: &[Cell]) {
        let jump = moves(self.at, column, y);
        if let At::Cell(from, on) = self.at
            && on == y
            && from < column
            && let Some(again) = self.retyped(&row[from..column])
            && again.len() <= jump.len()
        {
            self.out.extend(again);
        } else {
            self.out.extend(jump);
        }
        self.at = At::Cell(column, y);
    }

    /// The cells as text, where the present style suits them all and they move the cursor reliably.
    fn retyped(&self, cells: &[Cell]) -> Option<Vec<u8>> {
        let sure = |cell: &Cell| match cell.glyph {
            Glyph::Char(_) => cell.suits(self.pen),
            Glyph::Tail => true,
            Glyph::Cluster(_) => false,
        };
        // A jump never takes more than ten bytes. And a cursor put on the right half of a character cannot write that.
        let useful = cells.len() <= 10 && cells.first().is_some_and(|cell| cell.glyph != Glyph::Tail);
        (useful && cells.iter().all(sure)).then(|| {
            let mut out = Vec::new();
            for cell in cells {
                cell.write(&mut out);
            }
            out
        })
    }

    fn turn(&mut self, pen: Pen) {
        self.pen.turn_into(pen, &mut self.out);
        self.pen = pen;
    }

    /// Erasing fills with the present background on some terminals and the default one on others, so it is only done
    /// where these are the same.
    fn turn_for_erasing(&mut self) {
        if !self.pen.leaves_plain_blank() {
            self.turn(Pen::PLAIN);
        }
    }

    fn paint(&mut self, shown: &Grid, next: &Grid) {
        for y in 0..next.height {
            self.paint_row(y, shown.row(y), next.row(y));
        }
    }

    /// Left to right, so that where one half of an old wide character goes, what the terminal does to its other half
    /// is overwritten after it.
    fn paint_row(&mut self, y: usize, shown: &[Cell], next: &[Cell]) {
        let Some(last) = (0..next.len()).rfind(|&x| shown[x] != next[x]) else { return };
        let empty_from = next.iter().rposition(|cell| !cell.is_blank()).map_or(0, |x| x + 1);
        let mut x = 0;
        while x <= last {
            if shown[x] == next[x] {
                x += 1;
                continue;
            }
            if x >= empty_from && last - x >= 3 {
                self.go_along(x, y, next);
                self.turn_for_erasing();
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

    /// Erases the run of `blanks` cells at `x`; gives the column after what was erased.
    fn erase(&mut self, x: usize, y: usize, blanks: usize, shown: &[Cell], next: &[Cell]) -> usize {
        let end = (x..x + blanks).rfind(|&x| shown[x] != next[x]).map_or(x + blanks, |x| x + 1);
        self.go_along(x, y, next);
        self.turn_for_erasing();
        if end - x > 4 {
            self.out.extend_from_slice(format!("\x1b[{}X", end - x).as_bytes());
        } else {
            self.out.extend(std::iter::repeat_n(b' ', end - x));
            self.at = At::Cell(end, y);
        }
        end
    }

    /// Writes the character at `x`; gives the column after it.
    fn write(&mut self, x: usize, y: usize, next: &[Cell]) -> usize {
        let cell = &next[x];
        self.go_along(x, y, next);
        if !cell.suits(self.pen) {
            self.turn(cell.pen);
        }
        cell.write(&mut self.out);
        let wide = next.get(x + 1).is_some_and(|after| after.glyph == Glyph::Tail);
        let end = if wide { x + 2 } else { x + 1 };
        self.at = match cell.glyph {
            Glyph::Cluster(_) => At::Unknown,
            _ if end >= next.len() => At::Row(y),
            _ => At::Cell(end, y),
        };
        end
    }

    /// Line feeds at the foot of a scroll region, or reverse line feeds at its head. Every terminal that has regions has
    /// these; `SU` and `SD` are not everywhere, and deleting lines is not right everywhere.
    fn scroll(&mut self, shift: Shift, height: usize) {
        self.turn_for_erasing();
        let part = shift.top > 0 || shift.bottom + 1 < height;
        if part {
            self.out.extend_from_slice(format!("\x1b[{};{}r", shift.top + 1, shift.bottom + 1).as_bytes());
            // To the corner of the screen, say most terminals; to that of the region, say some.
            self.at = At::Unknown;
        }
        let (row, feed) = if shift.by > 0 { (shift.bottom, "\n") } else { (shift.top, "\x1bM") };
        self.go(0, row);
        self.out.extend_from_slice(feed.repeat(shift.by.unsigned_abs()).as_bytes());
        if part {
            self.out.extend_from_slice(b"\x1b[r");
            // To the corner again, or, on some, nowhere.
            self.at = At::Unknown;
        }
    }
}

#[cfg(test)]
#[path = "painter_tests.rs"]
mod tests;
