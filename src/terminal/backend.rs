//! The painter as a backend of ratatui's.

use std::io::{self, Write};
use std::ops::Range;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use super::painter::Painter;
use crate::text::{ColorDepth, Link, width};

/// Collects what is drawn and, when flushed, writes the fewest bytes that show it, in one piece.
///
/// The terminal is never asked: its size is what [`Self::resize`] was told, and its cursor is where it was put.
#[derive(Debug)]
pub struct PainterBackend<W> {
    writer: W,
    painter: Painter,
    /// The screen as it is to be after the next flush.
    wanted: Buffer,
    cursor: Position,
    is_cursor_shown: bool,
    /// Bytes to send before the next frame.
    queued: Vec<u8>,
}

impl<W: Write> PainterBackend<W> {
    /// Creates a backend for a terminal that shows nothing known yet and whose cursor is hidden.
    pub fn new(writer: W, size: Size, depth: ColorDepth) -> Self {
        let wanted = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        let (painter, cursor) = (Painter::new(depth), Position::ORIGIN);
        Self { writer, painter, wanted, cursor, is_cursor_shown: false, queued: Vec::new() }
    }

    /// Takes in the terminal's size, and forgets what it shows: terminals rearrange their lines when they change size.
    pub fn resize(&mut self, size: Size) {
        self.wanted = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        self.painter.forget();
    }

    /// Takes a whole frame of the terminal's size in the place of what was drawn, to be shown by the next flush.
    ///
    /// The event loop draws by this: a frame that is handed over costs less than one that is copied cell by cell, and
    /// ratatui's difference between two frames would skip the cell behind a wide character.
    pub fn take_frame(&mut self, frame: Buffer) {
        self.wanted = frame;
    }

    /// Takes the links of the frame that is shown by the next flush.
    pub fn take_links(&mut self, links: Vec<Link>) {
        self.painter.take_links(links);
    }

    /// Sends `bytes`, which must draw nothing, together with the next frame.
    pub fn queue(&mut self, bytes: &[u8]) {
        self.queued.extend_from_slice(bytes);
    }

    /// Returns what the frames are written to.
    pub const fn writer_mut(&mut self) -> &mut W {
        &mut self.writer
    }

    /// Puts a cell where it belongs. As on the terminal, a wide character takes the cell behind it as well.
    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        if let Some(place) = self.wanted.cell_mut((x, y)) {
            place.clone_from(cell);
        }
        let is_wide = !cell.symbol().is_ascii() && width(cell.symbol()) > 1;
        if is_wide
            && x + 1 < self.wanted.area.width
            && let Some(right_half) = self.wanted.cell_mut((x + 1, y))
        {
            right_half.reset();
        }
    }

    /// Returns the cells that a clearing empties, as indices row by row.
    fn cleared(&self, kind: ClearType) -> Range<usize> {
        let (width, all) = (usize::from(self.wanted.area.width), self.wanted.content.len());
        let line = usize::from(self.cursor.y) * width;
        let at = line + usize::from(self.cursor.x).min(width);
        let (start, end) = match kind {
            ClearType::All => (0, all),
            ClearType::AfterCursor => (at, all),
            ClearType::BeforeCursor => (0, at + 1),
            ClearType::CurrentLine => (line, line + width),
            ClearType::UntilNewLine => (at, line + width),
        };
        start.min(all)..end.min(all)
    }
}

impl<W: Write> Backend for PainterBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.put(x, y, cell);
        }
        Ok(())
    }

    /// Fails: this backend fills the screen and never scrolls text into the terminal's history.
    fn append_lines(&mut self, _lines: u16) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.is_cursor_shown = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.is_cursor_shown = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        if kind == ClearType::All {
            // Whoever clears everything does not trust what the terminal shows.
            self.painter.forget();
        }
        let cleared = self.cleared(kind);
        self.wanted.content[cleared].fill(Cell::default());
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.wanted.area.as_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.wanted.area.as_size(), pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        let cursor = Some(self.cursor).filter(|at| self.is_cursor_shown && self.wanted.area.contains(*at));
        let mut bytes = std::mem::take(&mut self.queued);
        bytes.extend(self.painter.frame(&self.wanted, cursor));
        if bytes.is_empty() {
            return Ok(());
        }
        self.writer.write_all(&bytes)?;
        self.writer.flush()
    }
}

#[cfg(test)]
#[path = "backend_tests.rs"]
mod tests;
