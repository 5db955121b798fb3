//! Changes which areas are shown.

use crate::app::action::{Action, AreaMarks, Direction, PageStep};
use crate::app::area_chooser::AreaChooser;
use crate::app::layout::ChooserBox;
use crate::app::screens::compare::CompareTable;
use crate::app::state::{Mode, State};
use crate::domain::{Area, Key};
use crate::text::Phrase;
use std::rc::Rc;

const NONE_MARKED: Phrase = Phrase { zh: "请至少选一个城市", en: "Mark one city at least" };

impl State {
    /// Opens the list from which the shown areas are chosen.
    pub(super) fn open_chooser(&mut self) {
        let shown = (self.home(), self.areas(), self.area());
        let chooser = AreaChooser::open(&self.context.library, Rc::clone(&self.context.area_groups), shown);
        self.mode = Mode::ChooseAreas(chooser);
        self.settle_chooser();
    }

    /// Returns the layout of the list from which areas are chosen; `None` where it is not open, or the terminal is too small.
    #[must_use]
    pub fn chooser_box(&self) -> Option<ChooserBox> {
        let layout = self.layout();
        match &self.mode {
            Mode::ChooseAreas(chooser) if !layout.is_too_small() => {
                Some(ChooserBox::new(layout.body, chooser.height()))
            }
            _ => None,
        }
    }

    fn settle_chooser(&mut self) {
        let rows = self.chooser_box().map_or(0, |layout| usize::from(layout.list.height));
        if let Mode::ChooseAreas(chooser) = &mut self.mode {
            chooser.settle(rows);
        }
    }

    pub(super) fn apply_to_chooser(&mut self, action: Action) {
        let page = self.chooser_box().map_or(1, |layout| isize::try_from(layout.list.height).unwrap_or(1));
        let Mode::ChooseAreas(chooser) = &mut self.mode else { return };
        match action {
            Action::Move(Direction::Down) => chooser.step(1),
            Action::Move(Direction::Up) => chooser.step(-1),
            Action::Page(PageStep::Down | PageStep::HalfDown) => chooser.step(page),
            Action::Page(PageStep::Up | PageStep::HalfUp) => chooser.step(-page),
            Action::Wheel(_, step) => chooser.step(step),
            Action::First => chooser.step(isize::MIN),
            Action::Last => chooser.step(isize::MAX),
            Action::PickChooserRow(row) => chooser.pick(row),
            Action::MarkAreas(AreaMarks::Toggle) => chooser.toggle(),
            Action::MarkAreas(AreaMarks::All) => chooser.mark_all(),
            Action::MarkAreas(AreaMarks::None) => chooser.mark_none(),
            Action::Open => {
                // Enter on a group takes the group: nobody would mark it first.
                chooser.mark_group();
                let marked = chooser.marked();
                if marked.is_empty() {
                    self.notify(NONE_MARKED);
                } else {
                    self.mode = Mode::Browse;
                    self.show_areas(&marked);
                }
                return;
            }
            Action::Back | Action::ChooseAreas => {
                self.mode = Mode::Browse;
                return;
            }
            _ => {}
        }
        self.settle_chooser();
    }

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
        self.context.take_shown_areas(self.nav.in_force());
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
        self.filter_again();
    }
}
