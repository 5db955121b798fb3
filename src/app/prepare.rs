//! What is worked out before it is asked for, while the reader looks at the screen.

use super::comparisons::InForce;
use super::screen::Screen;
use super::screens::list::Item;
use super::state::State;
use crate::domain::{Area, Comparison, Indicator, Key};
use std::rc::Rc;

/// With so many areas an order takes longer than a frame.
const MANY: usize = 50;

impl State {
    /// Works out one of the comparisons that the next key most likely asks for, and returns whether there may be more: those of
    /// the rows beside the cursor, and that of its own row under the next measure and the next year, and sorted.
    #[must_use]
    pub fn prepare(&self, step: usize) -> bool {
        if self.is_presenting() || self.areas().len() < MANY {
            return false;
        }
        let list = self.list().map(|list| list.cursor());
        let is_compare = self.screen() == Screen::Compare;
        let Some(position) = is_compare.then(|| self.compare().position()).or(list) else { return false };
        match step {
            0 => self.prepare_row(position.checked_add(1)),
            1 => self.prepare_row(position.checked_sub(1)),
            2 if is_compare => self.prepare_under(InForce { measure: self.nav.measure.next(), ..self.nav.in_force() }),
            3 if is_compare => self.prepare_under(InForce { year_choice: self.year_at(1), ..self.nav.in_force() }),
            4 if is_compare => self.prepare_under(InForce { areas: self.sorted_next(), ..self.nav.in_force() }),
            _ => return false,
        }
        true
    }

    /// Works out the comparison of another row.
    fn prepare_row(&self, position: Option<usize>) {
        let Some((indicator, area)) = position.and_then(|position| self.compared_at(position)) else { return };
        let comparison = self.comparison(indicator);
        let _ = self.context.comparisons.first_with_trend(self.dataset(), indicator);
        self.ask_for_screen(comparison, area);
    }

    /// Works out the comparison of the row with the cursor under another measure or year, or in another order of areas.
    fn prepare_under(&self, other: InForce) {
        let Some(indicator) = self.compare().cursor().indicator() else { return };
        let request = self.request_under(indicator, &other);
        let comparisons = &self.context.comparisons;
        comparisons
            .prepare(self.dataset(), (&request, other), |comparison| self.ask_for_screen(comparison, self.area()));
    }

    /// Returns the areas in the order in which the key that sorts them would put them.
    fn sorted_next(&self) -> Rc<[Key<Area>]> {
        let mut shown = self.nav.shown.clone();
        shown.sort(self.next_order());
        Rc::clone(shown.list())
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

    /// Asks a comparison, which keeps it, for what the screen shows of it.
    fn ask_for_screen(&self, comparison: &Comparison, area: Key<Area>) {
        let dataset = self.dataset();
        let _ = (comparison.exclusions(dataset), comparison.choices(dataset), comparison.cells_by_value());
        if let Some(index) = comparison.index_of(area) {
            let _ = (comparison.pair_groups(dataset, index), comparison.why_apart(dataset, index));
        }
    }
}
