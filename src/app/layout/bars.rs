//! Lays out the bars, one in each row, below the indicator's name.

use crate::app::State;
use crate::domain::{Area, Comparison, Key};
use crate::text::{Lang, width};
use ratatui::layout::Rect;

/// Returns the title of the bars: the indicator's name, and what the bars show of it.
#[must_use]
pub fn title(state: &State, comparison: &Comparison) -> (String, String) {
    let indicator = &state.dataset().indicators[comparison.request.indicator];
    let (reported, all) = (comparison.reported(), comparison.cells.len());
    let unit = indicator.unit.get(state.lang());
    let measure = state.measure().name().get(state.lang());
    // A variant may have a long name, which is cut before what all titles say.
    let chosen = comparison.request.figure_choice.name();
    let about = match (state.lang(), chosen) {
        (Lang::Zh, None) => format!("{unit} · {measure} · {reported}/{all} 市公布"),
        (Lang::En, None) => format!("{unit} · {measure} · {reported} of {all} report this"),
        (Lang::Zh, Some(chosen)) => format!("{unit} · {measure} · {reported}/{all} 市有 · {}", chosen.zh),
        (Lang::En, Some(chosen)) => format!("{unit} · {measure} · {reported} of {all} hold it · {}", chosen.en),
    };
    (indicator.name.get(state.lang()).to_owned(), about)
}

/// Returns whether a title needs more than one line.
#[must_use]
pub fn is_long((name, about): &(String, String), pane: Rect) -> bool {
    width(name) + width(about) + 2 > usize::from(pane.width)
}

/// Returns whether the title has a second line: a long one if it fits at all, a short one only if two lines remain for
/// the order.
#[must_use]
pub const fn has_second_line(is_long: bool, pane: Rect, bars: usize) -> bool {
    let height = pane.height as usize;
    if is_long { height > bars + 2 } else { height > bars + 4 }
}

/// Returns the areas whose bars are visible in `pane`, each with its row. The selected area is always among them, and
/// one row below remains for the order.
#[must_use]
pub fn bar_rows(state: &State, pane: Rect) -> Vec<(Key<Area>, Rect)> {
    let Some(comparison) = state.selected_comparison() else { return Vec::new() };
    let rows = state.bar_order();
    let is_long = is_long(&title(state, comparison), pane);
    let first = if has_second_line(is_long, pane, comparison.cells.len()) { 2 } else { 1 };
    let room = usize::from(pane.height.saturating_sub(first + 1));
    let selected = rows.iter().position(|key| *key == state.area()).unwrap_or(0);
    let skip = (selected + 1).saturating_sub(room);
    let lines = (pane.y + first..).map(|y| Rect { y, height: 1, ..pane });
    rows.into_iter().skip(skip).take(room).zip(lines).collect()
}
