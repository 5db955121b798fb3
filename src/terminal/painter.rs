//! Turns one screen into the next, in as few bytes as possible.
//!
//! Ratatui's own backend moves the cursor after every wide character, and sends bytes even if nothing has changed. With
//! Chinese on the screen these are a third of its output. The painter knows how wide characters are, erases instead of
//! writing spaces, and scrolls what has only moved.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::cells::CellTable;
use super::cursor::KnownCursor;
use super::frame_writer::FrameWriter;
use super::grid::Grid;
use super::links::LinkTable;
use super::scroll::best_scroll;
use super::sgr::Sgr;
use crate::text::{ColorDepth, Link};

/// Brackets of a synchronized update: the terminal shows what stands between them at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// Default style, no scroll region, an empty screen, the cursor in its corner.
const CLEAR: &[u8] = b"\x1b[m\x1b[r\x1b[H\x1b[2J";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// From so many bytes on, a visible cursor is hidden while painting. A terminal without synchronized updates would show
/// it jumping.
const LONG: usize = 64;

/// Remembers what the terminal shows, and says how to show something else.
#[derive(Debug)]
pub struct Painter {
    depth: ColorDepth,
    /// What the terminal shows; `None` where that is not known.
    shown: Option<Grid>,
    cursor: KnownCursor,
    style: Sgr,
    is_cursor_shown: bool,
    table: CellTable,
    links: LinkTable,
    /// The links of the next frame.
    next_links: Vec<Link>,
}

impl Painter {
    /// Creates a painter for a terminal that shows nothing known yet and whose cursor is hidden.
    #[must_use]
    pub fn new(depth: ColorDepth) -> Self {
        Self {
            depth,
            shown: None,
            cursor: KnownCursor::Unknown,
            style: Sgr::PLAIN,
            is_cursor_shown: false,
            table: CellTable::default(),
            links: LinkTable::default(),
            next_links: Vec::new(),
        }
    }

    /// Takes the links of the next frame.
    pub fn take_links(&mut self, links: Vec<Link>) {
        self.next_links = links;
    }

    /// Forgets what is on the screen: the next frame clears it and paints everything.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// Returns the bytes that make the terminal show `next`, with the cursor at `cursor` or hidden; none where it does
    /// so already.
    pub fn frame(&mut self, next: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let mut next = Grid::of(next, self.depth, &mut self.table);
        for link in std::mem::take(&mut self.next_links) {
            if let Some(number) = self.links.number(&link) {
                next.link(&link, number, &mut self.table);
            }
        }
        let same_size = |shown: &Grid| (shown.width, shown.height) == (next.width, next.height);
        let mut frame = if let Some(shown) = self.shown.as_ref().filter(|shown| same_size(shown)) {
            self.shortest(shown, &next)
        } else {
            let (out, cursor) = (CLEAR.to_vec(), KnownCursor::At(0, 0));
            let mut frame = FrameWriter { links: &self.links, table: &self.table, out, cursor, style: Sgr::PLAIN };
            frame.paint(&Grid::blank(next.width, next.height), &next);
            frame
        };
        frame.end_link();
        let hide = self.is_cursor_shown && (cursor.is_none() || frame.out.len() > LONG);
        if let Some(position) = cursor {
            frame.move_to(usize::from(position.x), usize::from(position.y));
        }
        let show = cursor.is_some() && (hide || !self.is_cursor_shown);
        let FrameWriter { out, cursor: at, style, .. } = frame;
        (self.cursor, self.style) = (at, style);
        self.is_cursor_shown = cursor.is_some();
        self.shown = Some(next);
        let parts = [if hide { HIDE_CURSOR } else { b"" }, &out, if show { SHOW_CURSOR } else { b"" }].concat();
        if parts.is_empty() { parts } else { [BEGIN, &parts, END].concat() }
    }

    /// Paints with and without scrolling, and returns whichever is shorter.
    fn shortest<'a>(&'a self, shown: &Grid, next: &Grid) -> FrameWriter<'a> {
        let (links, table, cursor, style) = (&self.links, &self.table, self.cursor, self.style);
        let start = || FrameWriter { links, table, out: Vec::new(), cursor, style };
        let mut plain = start();
        plain.paint(shown, next);
        let Some(scroll) = best_scroll(shown, next) else { return plain };
        let mut scrolling = start();
        scrolling.scroll(scroll, next.height);
        scrolling.paint(&shown.scrolled(scroll), next);
        if scrolling.out.len() < plain.out.len() { scrolling } else { plain }
    }
}

#[cfg(test)]
#[path = "painter_tests.rs"]
mod tests;
