//! What is worked out before it is asked for, while the reader looks at the screen.

use super::action::{Action, Direction};
use super::comparisons::InForce;
use super::screen::Screen;
use super::state::{Mode, State};
use crate::domain::{Indicator, Key};

/// With so many areas it takes longer than a frame to work out an order, or those of all rows.
const MANY: usize = 12;

/// A list of more figures than these takes longer than a key may wait.
const MOST_FIGURES: usize = 100_000;

/// What is prepared at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preparation {
    /// What this action would show is to be drawn, on a copy of the state.
    Draw(Action),
    /// Something was worked out, and a copy of the state will have it too.
    WorkedOut,
    /// There is nothing more to prepare.
    Nothing,
}

/// The actions that move by one step, in any direction.
const STEPS: [Action; 5] = [
    Action::Move(Direction::Down),
    Action::Move(Direction::Up),
    Action::Move(Direction::Right),
    Action::Move(Direction::Left),
    Action::NextPane,
];

/// The actions that change all rows, and those that open a list of figures.
const CHANGES: [Action; 5] =
    [Action::NextMeasure, Action::NextYear, Action::Sort, Action::Show(Screen::TIMELINE), Action::Show(Screen::CITY)];

impl State {
    /// Prepares one thing of what the next key most likely asks for: the last action once more; and with many areas the steps
    /// from here, what the rows in view show under the next year and measure, those and the sorted order, and the lists of
    /// Timeline and City.
    #[must_use]
    pub fn prepare(&self, step: usize, last: Option<Action>) -> Preparation {
        if self.is_presenting() || !matches!(self.mode(), Mode::Browse) {
            return Preparation::Nothing;
        }
        match (step, last) {
            (0, Some(last)) if is_repeated(last) => Preparation::Draw(last),
            (0, _) => Preparation::WorkedOut,
            _ if self.areas().len() < MANY => Preparation::Nothing,
            _ => self.prepare_among_many(step - 1),
        }
    }

    fn prepare_among_many(&self, step: usize) -> Preparation {
        if let Some(action) = STEPS.get(step) {
            return Preparation::Draw(*action);
        }
        if self.screen() != Screen::Compare {
            return Preparation::Nothing;
        }
        let step = step - STEPS.len();
        let mut rows = self.compare().indicators_in_view();
        if let Some(indicator) = rows.nth(step) {
            self.prepare_row(indicator);
            return Preparation::WorkedOut;
        }
        let rows = self.compare().indicators_in_view().count();
        match CHANGES.get(step - rows) {
            Some(Action::Show(_)) if self.dataset().observations.len() > MOST_FIGURES => Preparation::Nothing,
            Some(action) => Preparation::Draw(*action),
            None => Preparation::Nothing,
        }
    }

    /// Works out what a row in view shows under the next year, and its sign under that and the next measure.
    fn prepare_row(&self, indicator: Key<Indicator>) {
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
    }
}

/// Whether an action is one that people repeat, and that nothing but the screen comes of.
const fn is_repeated(action: Action) -> bool {
    matches!(
        action,
        Action::Move(_)
            | Action::Page(_)
            | Action::NextPane
            | Action::PreviousPane
            | Action::NextFigure
            | Action::PreviousFigure
            | Action::NextMeasure
            | Action::PreviousMeasure
            | Action::NextYear
            | Action::PreviousYear
            | Action::NextFigureChoice
            | Action::Sort
            | Action::Wheel(..)
    )
}
