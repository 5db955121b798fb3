//! Where the dashboard was before a presentation, and coming back there.

use crate::app::compare::CompareState;
use crate::app::screens::coverage::CoverageState;
use crate::app::screens::list::ListState;
use crate::app::screens::reader::ReaderState;
use crate::app::state::{Pane, Place, Screen, State};
use crate::domain::{Area, Key, Measure, Moment};

/// Where the dashboard was before the presentation.
#[derive(Clone, Debug)]
pub(super) struct Before {
    screen: Screen,
    measure: Measure,
    moment: Moment,
    /// What is named by keys; `None` once the data are others, in which those keys are not good.
    held: Option<Box<Held>>,
}

#[derive(Clone, Debug)]
struct Held {
    area: Key<Area>,
    reader: Option<ReaderState>,
    compare: CompareState,
    coverage: CoverageState,
    lists: [ListState; 3],
    focus: Pane,
    is_zoomed: bool,
    scroll: usize,
    history: Vec<Place>,
}

impl Before {
    /// Where it is now.
    pub fn of(state: &State) -> Self {
        let held = Held {
            area: state.area,
            reader: state.reader,
            compare: state.compare.clone(),
            coverage: state.coverage,
            lists: [state.city, state.timeline, state.initiatives],
            focus: state.focus,
            is_zoomed: state.zoomed,
            scroll: state.scroll,
            history: state.history.clone(),
        };
        let State { screen, measure, moment, .. } = *state;
        Self { screen, measure, moment, held: Some(Box::new(held)) }
    }

    /// What of it is good in other data.
    pub fn in_new_data(&self) -> Self {
        let screen = if self.screen == Screen::Reader { Screen::Compare } else { self.screen };
        Self { screen, held: None, ..*self }
    }

    /// Puts the dashboard back there.
    pub fn restore(self, state: &mut State) {
        state.screen = self.screen;
        state.history.clear();
        (state.focus, state.zoomed, state.scroll) = (Pane::Main, false, 0);
        if let Some(held) = self.held {
            (state.area, state.reader, state.coverage) = (held.area, held.reader, held.coverage);
            [state.city, state.timeline, state.initiatives] = held.lists;
            (state.focus, state.zoomed, state.scroll) = (held.focus, held.is_zoomed, held.scroll);
            (state.compare, state.history) = (held.compare, held.history);
        }
        state.put(self.measure, self.moment);
    }
}
