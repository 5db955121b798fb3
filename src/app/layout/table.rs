//! Lays out the columns of the Compare table and of the Coverage grid.

use crate::app::screen::Screen;
use crate::app::state::State;
use ratatui::layout::Rect;

/// The columns of the Compare table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableColumns {
    /// The width of the column with names.
    pub name: u16,
    /// The width of an area's column.
    pub area: u16,
    /// The position of the first visible area.
    pub first: usize,
    /// The number of visible areas.
    pub count: usize,
}

impl TableColumns {
    /// Divides `width` among the names and `areas` columns of at least `least` cells. If not all areas fit, those
    /// around `selected` are visible.
    #[must_use]
    pub fn new(width: u16, least: u16, areas: usize, selected: usize) -> Self {
        let most = u16::try_from(areas.max(1)).unwrap_or(u16::MAX);
        let name = (width / 3).clamp(18, 44).min(width / 2);
        let room = width.saturating_sub(name);
        let area = (room / most).clamp(least, least + 4);
        let count = usize::from(room / area).clamp(1, areas.max(1));
        let first = selected.saturating_sub(count / 2).min(areas.saturating_sub(count));
        let taken = area.saturating_mul(u16::try_from(count).unwrap_or(u16::MAX));
        Self { name: width.saturating_sub(taken), area, first, count }
    }

    /// Returns the columns of the visible areas within `rect`, each with the area's position in the data.
    pub fn rects(self, rect: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let end = rect.right();
        let starts = (0..self.count).map(move |index| {
            let before = self.name + self.area * u16::try_from(index).unwrap_or(0);
            rect.x.saturating_add(before).min(end)
        });
        let column = move |x: u16| Rect { x, width: self.area.min(end - x), ..rect };
        (self.first..).zip(starts.map(column))
    }
}

impl State {
    /// Returns the columns of the table or the grid on the screen, with one column for each area, at this width.
    #[must_use]
    pub fn table_columns(&self, width: u16) -> TableColumns {
        // Five cells for a value, four for its year, and one between columns. A count has no year.
        let least = if self.screen() == Screen::Coverage { 8 } else { 9 };
        TableColumns::new(width, least, self.dataset().areas.len(), self.area().position())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_area_has_a_column() {
        for width in 20..200 {
            for selected in 0..12 {
                let columns = TableColumns::new(width, 9, 12, selected);
                assert!((columns.first..columns.first + columns.count).contains(&selected));
                assert!(usize::from(columns.area) * columns.count <= usize::from(width));
            }
        }
    }
}
