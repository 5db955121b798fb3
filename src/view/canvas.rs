//! Writes into a buffer without splitting a wide character or leaving the given area.

use super::Appearance;
use crate::domain::Indicator;
use crate::text::{Lang, fit, fit_name, plain_cells, plain_width, width};
use crate::wording::indicator_name_within;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Writes into a buffer with one appearance.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    pub(super) appearance: Appearance,
    /// Whether a text was cut because it did not fit.
    pub(super) has_cut: bool,
}

/// A text in one style.
pub(super) type StyledSpan = crate::text::Span<Style>;

impl<'a> Canvas<'a> {
    pub(super) const fn new(buffer: &'a mut Buffer, appearance: Appearance) -> Self {
        Self { buffer, appearance, has_cut: false }
    }

    /// Writes `text` at the left of `area`'s first line, cut to its width. Returns the cells used.
    pub(super) fn text(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let area = area.intersection(self.buffer.area);
        let (room, whole) = (usize::from(area.width), plain_width(text));
        // A slide with a text that was cut counts as one that does not fit.
        let is_cut = whole.unwrap_or_else(|| width(text)) > room;
        self.has_cut |= is_cut || (area.height == 0 && !text.is_empty());
        if area.is_empty() {
            return 0;
        }
        if whole.is_some() && !is_cut {
            return self.plain_text(area, text, style);
        }
        let (end, _) = self.buffer.set_stringn(area.x, area.y, fit(text, room), room, style);
        end - area.x
    }

    /// Writes characters of which none joins another, in as many cells as there is room for. Returns the cells used.
    fn plain_text(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let mut x = area.x;
        for letter in text.chars() {
            let Some(cell) = self.buffer.cell_mut((x, area.y)) else { break };
            cell.set_char(letter).set_style(style);
            x += 1;
            if plain_cells(letter) == Some(2) {
                let Some(right_half) = self.buffer.cell_mut((x, area.y)) else { break };
                right_half.reset();
                x += 1;
            }
        }
        x - area.x
    }

    /// Writes the name of an indicator at the left of `area`'s first line, cut in its middle where it must be. Returns the cells
    /// used.
    pub(super) fn name(&mut self, area: Rect, name: &str, style: Style) -> u16 {
        let room = usize::from(area.intersection(self.buffer.area).width);
        self.has_cut |= width(name) > room;
        self.text(area, &fit_name(name, room), style)
    }

    /// Writes the name of an indicator, or its short name where that alone has room. Returns the cells used.
    pub(super) fn indicator_name(&mut self, area: Rect, indicator: &Indicator, lang: Lang, style: Style) -> u16 {
        let room = usize::from(area.intersection(self.buffer.area).width);
        let name = indicator_name_within(indicator, lang, room);
        self.has_cut |= name.contains('…');
        self.text(area, &name, style)
    }

    /// Writes `text` so that it ends at the right of `area`'s first line.
    pub(super) fn text_right(&mut self, area: Rect, text: &str, style: Style) {
        let text = text.trim_start_matches(' ');
        let cut = fit(text, usize::from(area.width));
        let before = usize::from(area.width).saturating_sub(width(&cut));
        self.text(right_of(area, cells(before)), &cut, style);
    }

    /// Writes texts of several styles one after another. Returns the cells used.
    pub(super) fn spans<'s>(&mut self, area: Rect, spans: impl IntoIterator<Item = &'s StyledSpan>) -> u16 {
        let mut used = 0;
        for (text, style) in spans {
            used += self.text(right_of(area, used), text, *style);
        }
        used
    }

    /// Writes the symbol of the area at `position` of the data. Returns the cells used.
    pub(super) fn area_symbol(&mut self, area: Rect, position: usize) -> u16 {
        self.text(area, self.appearance.area_symbol(position), self.appearance.area_mark(position))
    }

    /// Applies a style to all of `area`.
    pub(super) fn paint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Empties `area` for a popup. A wide character that crosses an edge is removed whole; its other half, outside of
    /// `area`, keeps its background.
    pub(super) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.rows().map(|row| row.y) {
            // A wide character in the column before `area` would lose its second half.
            if let Some(left) = area.left().checked_sub(1)
                && let Some(cell) = self.buffer.cell_mut((left, y))
                && width(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
            // A wide character in the last column of `area` would lose its first half.
            if let Some(last) = area.right().checked_sub(1)
                && let Some(style) =
                    self.buffer.cell((last, y)).filter(|cell| width(cell.symbol()) > 1).map(Cell::style)
                && let Some(cell) = self.buffer.cell_mut((area.right(), y))
            {
                cell.reset();
                cell.set_style(style);
            }
        }
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }
}

/// Returns `area` without its first `used` columns.
pub(super) fn right_of(area: Rect, used: u16) -> Rect {
    let used = used.min(area.width);
    Rect { x: area.x + used, width: area.width - used, ..area }
}

/// Returns the line `row` of `area`, if there is one.
pub(super) fn line(area: Rect, row: usize) -> Option<Rect> {
    area.rows().nth(row)
}

/// Returns `area` without its first `rows` rows.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Returns a count of cells as a coordinate. A count that is too large for a terminal becomes the largest coordinate.
pub(super) fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
