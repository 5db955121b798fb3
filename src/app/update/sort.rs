//! Sorts the cities by the values of a row, and lists only rows that can be ranked.

use crate::app::state::State;
use crate::domain::{Area, Indicator, Key};
use crate::text::{Phrase, Text};
use std::collections::HashSet;

const NOTHING_RANKED: Phrase = Phrase {
    zh: "按目前的折算和年份，没有可排位次的指标",
    en: "Under this measure and year no indicator can be ranked",
};

impl State {
    /// Sorts the columns and the bars by the values of the selected row; again, as they were.
    pub(super) fn switch_sorting(&mut self) {
        let (is_sorted, order) = (self.nav.compare.is_sorted_by_value(), self.next_order());
        self.nav.compare.sort_by_value(!is_sorted);
        if self.nav.shown.sort(order) {
            self.context.take_shown_areas(self.nav.in_force());
        }
    }

    /// Returns the order that the areas get by the next switch; `None` for that of the data.
    fn next_order(&self) -> Option<Vec<Key<Area>>> {
        let is_sorted = self.nav.compare.is_sorted_by_value();
        let by_value = self.selected_comparison().filter(|_| !is_sorted)?;
        Some(by_value.cells_by_value().iter().map(|cell| cell.area).collect())
    }

    /// Lists only the indicators of which some figures may be ranked; again, all.
    pub(super) fn switch_filter(&mut self) {
        if self.nav.compare.is_filtered() {
            self.nav.compare.keep_only(None);
            return;
        }
        let rankable = self.rankable();
        let count = rankable.len();
        if self.nav.compare.keep_only(Some(rankable)) {
            let (zh, en) =
                (format!("只列可排位次的 {count} 项；再按全列"), format!("{count} that can be ranked; again for all"));
            self.notify(Text::new(zh, en));
        } else {
            self.notify(NOTHING_RANKED);
        }
    }

    /// Filters the rows anew, because something changes for every indicator.
    pub(in crate::app) fn filter_again(&mut self) {
        if self.nav.compare.is_filtered() {
            let rankable = self.rankable();
            // Where nothing can be ranked any more, all rows say so.
            if !self.nav.compare.keep_only(Some(rankable)) {
                self.nav.compare.keep_only(None);
            }
        }
    }

    /// Returns the indicators of which some figures may be ranked.
    fn rankable(&self) -> HashSet<Key<Indicator>> {
        let shared = self.nav.compare.outline().shared();
        shared.filter(|key| self.is_rankable(*key)).collect()
    }
}
