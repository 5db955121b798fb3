//! What the terminal really shows: a buffer with every wide character whole and nothing that could harm the terminal.

use ratatui::buffer::{Buffer, Cell};

use super::cells::{CellTable, Glyph, ScreenCell};
use super::links::LinkNumber;
use super::sgr::Sgr;
use crate::text::{ColorDepth, Link};

/// A scrolling of the rows `top..=bottom` up by `lines`, or down where that is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RegionScroll {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) lines: isize,
}

/// The cells of the whole screen, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) width: usize,
    pub(super) height: usize,
    cells: Vec<ScreenCell>,
}

impl Grid {
    /// Returns an empty screen.
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![ScreenCell::BLANK; width * height] }
    }

    /// Returns what `buffer` looks like on the terminal.
    ///
    /// At [`ColorDepth::None`] colours are left out. At any other depth they are kept as drawn: drawing chooses colours
    /// that the depth has.
    pub(super) fn of(buffer: &Buffer, depth: ColorDepth, table: &mut CellTable) -> Self {
        let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
        let mut cells = Vec::with_capacity(width * height);
        if width > 0 {
            for row in buffer.content().chunks(width) {
                push_row(row, depth, table, &mut cells);
            }
        }
        Self { width, height, cells }
    }

    /// Has some cells of a row lead to an address. A space leads nowhere, for it is not seen.
    pub(super) fn link(&mut self, link: &Link, number: LinkNumber, table: &mut CellTable) {
        let first = usize::from(link.row) * self.width;
        let start = usize::from(link.column).min(self.width);
        let end = (start + usize::from(link.width)).min(self.width);
        for cell in self.cells.get_mut(first + start..first + end).unwrap_or_default() {
            if !cell.is_space() {
                *cell = table.linked(*cell, number);
            }
        }
    }

    pub(super) fn row(&self, y: usize) -> &[ScreenCell] {
        &self.cells[y * self.width..(y + 1) * self.width]
    }

    /// Returns the screen after a region of it has scrolled.
    pub(super) fn scrolled(&self, RegionScroll { top, bottom, lines }: RegionScroll) -> Self {
        let mut moved = self.clone();
        for y in top..=bottom {
            let from = y.checked_add_signed(lines).filter(|from| (top..=bottom).contains(from));
            let target = &mut moved.cells[y * self.width..(y + 1) * self.width];
            match from {
                Some(from) => target.copy_from_slice(self.row(from)),
                None => target.fill(ScreenCell::BLANK),
            }
        }
        moved
    }
}

/// Adds one row. A wide character that has lost its right half, to the edge of the screen or to something drawn over
/// it, becomes a space.
fn push_row(row: &[Cell], depth: ColorDepth, table: &mut CellTable, cells: &mut Vec<ScreenCell>) {
    let mut column = 0;
    while let Some(cell) = row.get(column) {
        let style = style_of(cell, depth);
        let (glyph, wide) = table.glyph(cell.symbol());
        let whole = || row.get(column + 1).is_some_and(|next| matches!(next.symbol(), " " | ""));
        if !wide {
            cells.push(table.cell(glyph, style));
            column += 1;
        } else if whole() {
            let left_half = table.cell(glyph, style);
            cells.extend([left_half, ScreenCell { glyph: Glyph::RIGHT_HALF, ..left_half }]);
            column += 2;
        } else {
            cells.push(table.cell(' '.into(), style));
            column += 1;
        }
    }
}

fn style_of(cell: &Cell, depth: ColorDepth) -> Sgr {
    match depth {
        ColorDepth::None => Sgr { modifier: cell.modifier, ..Sgr::PLAIN },
        _ => Sgr { fg: cell.fg, bg: cell.bg, modifier: cell.modifier, link: None },
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    fn shown(buffer: &Buffer) -> String {
        let (mut out, mut table) = (Vec::new(), CellTable::default());
        Grid::of(buffer, ColorDepth::True, &mut table).row(0).iter().for_each(|cell| table.write(*cell, &mut out));
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
        let mut table = CellTable::default();
        let grid = Grid::of(&buffer, ColorDepth::None, &mut table);
        assert_eq!(
            table.style(grid.row(0)[0].style),
            Sgr { modifier: Modifier::REVERSED | Modifier::BOLD, ..Sgr::PLAIN }
        );
    }
}
