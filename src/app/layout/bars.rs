//! Lays out the bars, one in each row, below the indicator's name.

use crate::app::State;
use crate::domain::{Area, Comparison, Key, Measure};
use crate::text::{Lang, width};
use ratatui::layout::Rect;

/// More bars than these at once are worth less than a line about the order.
const ENOUGH: usize = 6;

/// What stands above the bars.
pub struct BarsTitle {
    /// The name of the indicator.
    pub name: String,
    /// What the bars show of it: the unit, the measure, how many areas report it, and what was chosen, the most important first.
    pub about: Vec<String>,
}

impl BarsTitle {
    const DOT: &'static str = " · ";

    /// Returns the title of a comparison.
    #[must_use]
    pub fn new(state: &State, comparison: &Comparison) -> Self {
        let indicator = &state.dataset().indicators[comparison.request.indicator];
        let (reported, all) = (comparison.reported(), comparison.cells.len());
        let unit = Some(indicator.unit.get(state.lang()).to_owned()).filter(|unit| !unit.is_empty());
        // That figures stand as printed needs no word.
        let measure = Some(state.measure()).filter(|measure| *measure != Measure::Raw);
        let measure = measure.map(|measure| measure.name().get(state.lang()).to_owned());
        let chosen = comparison.request.figure_choice.name().map(|chosen| chosen.get(state.lang()).to_owned());
        let count = match (state.lang(), &chosen) {
            (Lang::Zh, None) => format!("{reported}/{all} 市公布"),
            (Lang::En, None) => format!("reported by {reported} of {all}"),
            (Lang::Zh, Some(_)) => format!("{reported}/{all} 市有"),
            (Lang::En, Some(_)) => format!("held by {reported} of {all}"),
        };
        // A variant may have a long name, which is left out before what all titles say.
        let about = unit.into_iter().chain(measure).chain([count]).chain(chosen).collect();
        Self { name: indicator.name.get(state.lang()).to_owned(), about }
    }

    /// Returns all that is told about the indicator.
    #[must_use]
    pub fn about_text(&self) -> String {
        self.about.join(Self::DOT)
    }

    /// Returns as much of it as has room behind the name, in whole words.
    #[must_use]
    pub fn about_within(&self, room: usize) -> String {
        let shortened = (0..=self.about.len()).rev().filter_map(|count| self.about.get(..count));
        shortened.map(|parts| parts.join(Self::DOT)).find(|text| width(text) <= room).unwrap_or_default()
    }

    /// Whether what is told needs the second line, and there is one.
    #[must_use]
    pub fn has_second_line(&self, pane: Rect, bars: usize) -> bool {
        width(&self.name) + width(&self.about_text()) + 2 > usize::from(pane.width) && Self::rows(pane, bars) > 1
    }

    /// Returns the rows of the title, the second of which may be empty, if three lines remain for the order.
    #[must_use]
    pub const fn rows(pane: Rect, bars: usize) -> u16 {
        if pane.height as usize > bars + 4 { 2 } else { 1 }
    }
}

/// Returns the areas whose bars are visible in `pane`, each with its row. The selected area is always among them, and
/// one row below remains for the order.
#[must_use]
pub fn bar_rows(state: &State, pane: Rect) -> Vec<(Key<Area>, Rect)> {
    let Some(comparison) = state.selected_comparison() else { return Vec::new() };
    let rows = state.bar_order();
    let first = BarsTitle::rows(pane, comparison.cells.len());
    let room = usize::from(pane.height.saturating_sub(first + 1));
    // If not all have room, one row less of them leaves a line for those that are not ranked.
    let room = if rows.len() > room && room > ENOUGH { room - 1 } else { room };
    let selected = rows.iter().position(|key| *key == state.area()).unwrap_or(0);
    let skip = selected.saturating_sub(room / 2).min(rows.len().saturating_sub(room));
    let lines = (pane.y + first..).map(|y| Rect { y, height: 1, ..pane });
    rows.into_iter().skip(skip).take(room).zip(lines).collect()
}
