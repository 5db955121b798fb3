//! What is worked out before it is asked for, while the reader looks at the screen.

use super::screen::Screen;
use super::screens::list::Item;
use super::state::State;
use crate::domain::{Area, Indicator, Key};

impl State {
    /// Works out the comparisons of the rows beside the cursor, which the next key most likely asks for: with hundreds of
    /// areas an order takes longer than a frame.
    pub fn prepare(&self) {
        if self.is_presenting() {
            return;
        }
        let list = self.list().map(|list| list.cursor());
        let is_compare = self.screen() == Screen::Compare;
        let Some(position) = is_compare.then(|| self.compare().position()).or(list) else { return };
        let beside = [position.checked_add(1), position.checked_sub(1)].into_iter().flatten();
        beside.filter_map(|position| self.compared_at(position)).for_each(|(indicator, area)| {
            self.prepare_comparison(indicator, area);
        });
    }

    /// Returns the indicator and the area that are compared where the cursor is on a row.
    fn compared_at(&self, position: usize) -> Option<(Key<Indicator>, Key<Area>)> {
        if self.screen() == Screen::Compare {
            return Some((self.compare().rows().get(position)?.indicator()?, self.area()));
        }
        match self.items().get(position)? {
            Item::Figure(figure) => {
                let observation = &self.dataset().observations[*figure];
                Some((observation.indicator, observation.area))
            }
            _ => None,
        }
    }

    /// Works out what the screen shows of a comparison.
    fn prepare_comparison(&self, indicator: Key<Indicator>, area: Key<Area>) {
        let (comparison, dataset) = (self.comparison(indicator), self.dataset());
        // The comparison keeps them all.
        let _ = (comparison.exclusions(dataset), comparison.choices(dataset));
        let _ = self.context.comparisons.first_with_trend(dataset, indicator);
        if let Some(index) = comparison.index_of(area) {
            let _ = (comparison.pair_groups(dataset, index), comparison.why_apart(dataset, index));
        }
    }
}
