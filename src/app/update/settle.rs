//! Keeps cursors visible and scrolling within its ends, after every action.

use crate::app::details;
use crate::app::overflow::lines_shown;
use crate::app::screen::{Pane, Screen};
use crate::app::screens::{coverage, list};
use crate::app::state::State;

impl State {
    /// Brings every cursor into view, and limits what is scrolled too far.
    pub(in crate::app) fn keep_in_view(&mut self) {
        self.show_selected_area();
        let layout = self.layout();
        if let Some(pane) = layout.pane(Pane::Drilldown).filter(|_| self.nav.scroll > 0) {
            let lines = details::lines(self, usize::from(pane.width)).len();
            self.nav.scroll = self.nav.scroll.min(lines.saturating_sub(lines_shown(lines, usize::from(pane.height))));
        }
        let (under_head, height) = (layout.rows_under_head(), layout.pane(Pane::Main).map_or(0, |pane| pane.height));
        if under_head == 0 {
            self.keep_in_lists();
            return;
        }
        self.nav.compare.settle(under_head);
        match self.screen() {
            Screen::Compare => {}
            Screen::Coverage => {
                let themes = coverage::themes(&self.context.library).len();
                self.nav.coverage.resize(lines_shown(themes, under_head));
                self.nav.coverage.settle(themes, 0);
            }
            Screen::List(screen) => {
                let items = self.items();
                let view = self.nav.list_mut(screen);
                let room = if screen.has_head() { under_head } else { usize::from(height) };
                view.resize(lines_shown(items.len(), room));
                list::settle(view, &items);
            }
            Screen::Reader => {
                let (lines, height) = self.reader_lines();
                if let Some(reader) = &mut self.nav.reader {
                    reader.top = reader.top.min(lines.len().saturating_sub(height));
                }
            }
        }
    }

    /// Keeps the cursors on rows that exist while the main pane is out of sight: the other panes tell of what is under them.
    fn keep_in_lists(&mut self) {
        if let Screen::List(screen) = self.screen() {
            let items = self.items();
            list::settle(self.nav.list_mut(screen), &items);
        }
        let themes = coverage::themes(&self.context.library).len();
        self.nav.coverage.settle(themes, 0);
    }
}
