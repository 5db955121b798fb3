//! Where the bars stand, one to a row, under the indicator's name.

use super::Rect;
use crate::app::State;
use crate::domain::{Area, Key};

/// Whether there is room for a second line under the name.
#[must_use]
pub const fn is_airy(pane: Rect, bars: usize) -> bool {
    pane.height as usize > bars + 2
}

/// The areas whose bars are to be seen in `pane`, each with its line. Where not all have room, the selected one is among
/// them, and one line is left for the order below.
#[must_use]
pub fn bar_rows(state: &State, pane: Rect) -> Vec<(Key<Area>, Rect)> {
    let Some(comparison) = state.selected_comparison() else { return Vec::new() };
    let rows = state.bar_order();
    let first = if is_airy(pane, comparison.cells.len()) { 2 } else { 1 };
    let room = usize::from(pane.height.saturating_sub(first + 1));
    let selected = rows.iter().position(|key| *key == state.area).unwrap_or(0);
    let skip = (selected + 1).saturating_sub(room);
    let lines = (pane.y + first..).map(|y| Rect { y, height: 1, ..pane });
    rows.into_iter().skip(skip).take(room).zip(lines).collect()
}
