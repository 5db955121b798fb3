//! What is worked out before it is asked for, while the reader looks at the screen.

use super::action::Action;
use super::comparisons::InForce;
use super::screen::Screen;
use super::screens::list::Item;
use super::state::State;
use crate::domain::{Area, Comparison, Indicator, Key};
use std::rc::Rc;

/// With so many areas it takes longer than a frame to work out an order, or those of all rows.
const MANY: usize = 12;

/// A list of more figures than these takes longer than a key may wait.
const MOST_ROWS: usize = 100_000;

impl State {
    /// Works out one thing of what the next key most likely asks for, and returns whether there may be more: the comparisons
    /// of the rows beside the cursor, that of its own row under the next measure and the next year, and sorted, what is said of
    /// the areas beside the selected one, the lists of Timeline and City, and what the rows in view show under the next year and measure.
    #[must_use]
    pub fn prepare(&self, step: usize) -> bool {
        if self.is_presenting() || self.areas().len() < MANY {
            return false;
        }
        match self.screen() {
            Screen::Compare => self.prepare_in_table(step),
            _ => self.list().is_some_and(|list| self.prepare_beside(list.cursor(), step)),
        }
    }

    fn prepare_in_table(&self, step: usize) -> bool {
        match step {
            0 | 1 => return self.prepare_beside(self.compare().position(), step),
            2 => self.prepare_under(InForce { measure: self.nav.measure.next(), ..self.nav.in_force() }),
            3 => self.prepare_under(InForce { year_choice: self.year_at(1), ..self.nav.in_force() }),
            4 => self.prepare_under(InForce { areas: self.sorted_next(), ..self.nav.in_force() }),
            5 => self.prepare_areas_beside(),
            6 => self.prepare_screen(Screen::TIMELINE),
            7 => self.prepare_screen(Screen::CITY),
            _ => return self.prepare_row_in_view(step - 8),
        }
        true
    }

    /// Works out the comparison of the row below a position, and then of that above it.
    fn prepare_beside(&self, position: usize, step: usize) -> bool {
        match step {
            0 => self.prepare_row(position.checked_add(1)),
            1 => self.prepare_row(position.checked_sub(1)),
            _ => return false,
        }
        true
    }

    /// Works out what is said of the areas before and behind the selected one.
    fn prepare_areas_beside(&self) {
        let Some(comparison) = self.selected_comparison() else { return };
        let Some(place) = self.areas().iter().position(|area| *area == self.area()) else { return };
        let beside = [place.checked_sub(1), place.checked_add(1)].into_iter().flatten();
        for area in beside.filter_map(|place| self.areas().get(place)) {
            self.ask_for_screen(comparison, *area);
        }
    }

    /// Works out the list of another screen, and the comparison of the row with its cursor, once.
    fn prepare_screen(&self, screen: Screen) {
        let Screen::List(list) = screen else { return };
        if self.context.lists.has(list, self.area()) || self.dataset().observations.len() > MOST_ROWS {
            return;
        }
        // A copy shares what is worked out.
        let mut there = self.clone();
        there.apply(Action::Show(screen));
        there.prepare_row(there.list().map(|list| list.cursor()));
    }

    /// Works out what a row in view shows under the next year, and its sign under that and the next measure.
    fn prepare_row_in_view(&self, row: usize) -> bool {
        let Some(indicator) = self.compare().indicators_in_view().nth(row) else { return false };
        let next_year = InForce { year_choice: self.year_at(1), ..self.nav.in_force() };
        let comparisons = &self.context.comparisons;
        let request = self.request_under(indicator, &next_year);
        let _ = comparisons.chosen(self.dataset(), &request).reported(self.dataset());
        if self.have_signs() {
            let next_measure = InForce { measure: self.nav.measure.next(), ..self.nav.in_force() };
            for other in [next_year, next_measure] {
                let request = self.request_under(indicator, &other);
                comparisons.prepare(self.dataset(), &request, other);
            }
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
        comparisons.prepare_selected(self.dataset(), (&request, other), |comparison| {
            self.ask_for_screen(comparison, self.area());
        });
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
