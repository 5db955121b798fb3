//! Changes which areas are shown.

use crate::app::lists::ListRows;
use crate::app::screens::compare::CompareTable;
use crate::app::state::State;
use crate::domain::{Area, Key};
use std::rc::Rc;

impl State {
    /// Shows these areas and no others; without any, nothing changes. The cursor stays with its area where that is still
    /// shown.
    pub fn show_areas(&mut self, areas: &[Key<Area>]) {
        if self.nav.shown.choose(areas.iter().copied()) {
            self.take_shown_areas();
        }
    }

    /// Puts the area of whoever sits before the dashboard first, and the cursor on it.
    pub fn set_home(&mut self, home: Key<Area>) {
        self.nav.shown.set_home(Some(home));
        self.take_shown_areas();
        self.nav.select_area(home);
        self.keep_in_view();
    }

    /// Shows the selected area beside the others: it may have been found where it was hidden.
    pub(in crate::app) fn show_selected_area(&mut self) {
        let area = self.area();
        if self.nav.shown.include(area) {
            self.take_shown_areas();
        }
    }

    /// Makes everything anew that depends on which areas are shown.
    fn take_shown_areas(&mut self) {
        self.context.comparisons.forget_all();
        self.context.lists = ListRows::new(&self.context.library);
        if self.place_of(self.area()).is_none()
            && let Some(first) = self.areas().first().copied()
        {
            self.nav.select_area(first);
        }
        self.lay_out_table();
    }

    /// Makes the rows of Compare anew; the cursor stays on its row where that is still there.
    pub(in crate::app) fn lay_out_table(&mut self) {
        let library = Rc::clone(&self.context.library);
        if let Some(fresh) = CompareTable::open(&library, self.nav.shown.keys()) {
            self.nav.compare = self.nav.compare.carried_over(&library, &library, fresh);
        }
    }
}
