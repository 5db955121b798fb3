//! Applies clicks and the wheel of the mouse.

use crate::app::screen::{Pane, Screen};
use crate::app::screens::{coverage, list};
use crate::app::state::State;
use crate::domain::{Area, Key, Observation};

impl State {
    /// Puts the cursor of the main pane on a row.
    pub(super) fn pick_row(&mut self, row: usize) {
        self.nav.focus_main();
        match self.screen() {
            Screen::Compare => self.nav.compare.go_to(row),
            Screen::Coverage => self.nav.coverage.put(row),
            Screen::List(screen) => {
                self.nav.list_mut(screen).put(row);
                let items = self.items();
                self.follow_row(screen, &items);
            }
            Screen::Reader => {}
        }
    }

    /// Selects an area, and gives a pane the focus.
    pub(super) fn pick_area(&mut self, pane: Pane, area: Key<Area>) {
        self.nav.focus = pane;
        self.select_area(area);
    }

    /// Puts the cursor of the main pane on a row, in the column of an area.
    pub(super) fn pick_cell(&mut self, row: usize, area: Key<Area>) {
        self.pick_area(Pane::Main, area);
        self.pick_row(row);
    }

    /// Marks a figure of the article that is read.
    pub(super) fn pick_figure(&mut self, figure: Key<Observation>) {
        let Some(mut reader) = self.nav.reader else { return };
        let figures = reader.figures(&self.context.library);
        if let Some(index) = figures.iter().position(|key| *key == figure) {
            reader.figure = index;
            self.nav.reader = Some(reader);
            self.nav.focus_main();
        }
    }

    /// Scrolls a pane by `step` rows. The cursor moves along if it would leave the visible rows, and then the drilldown
    /// restarts.
    pub(super) fn wheel(&mut self, pane: Pane, step: isize) {
        match (pane, self.screen()) {
            (Pane::Drilldown, _) => self.nav.scroll = self.nav.scroll.saturating_add_signed(step),
            (Pane::Bars, _) => self.move_in(&self.bar_order(), step.signum()),
            (Pane::Main, Screen::Reader) => self.move_rows(step),
            (Pane::Main, Screen::Compare) => {
                let before = self.nav.compare.position();
                self.nav.compare.scroll(step);
                self.start_drilldown_if(self.nav.compare.position() != before);
            }
            (Pane::Main, Screen::Coverage) => {
                let before = self.nav.coverage.cursor();
                self.nav.coverage.scroll(step, coverage::themes(&self.context.library).len());
                self.start_drilldown_if(self.nav.coverage.cursor() != before);
            }
            (Pane::Main, Screen::List(screen)) => {
                let (items, before) = (self.items(), self.nav.list(screen).cursor());
                list::scroll(self.nav.list_mut(screen), &items, step);
                self.follow_row(screen, &items);
                self.start_drilldown_if(self.nav.list(screen).cursor() != before);
            }
        }
    }

    const fn start_drilldown_if(&mut self, is_other: bool) {
        if is_other {
            self.nav.scroll = 0;
        }
    }
}
