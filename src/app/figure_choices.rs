//! Which of several figures of an area is taken, as it was chosen for single indicators.

use crate::domain::{Dataset, FigureChoice, Indicator, Key};
use std::collections::HashMap;

/// The choices for single indicators. What is not chosen is left to the program, which takes what most areas have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FigureChoices {
    chosen: HashMap<Key<Indicator>, FigureChoice>,
}

impl FigureChoices {
    /// Returns the choice for an indicator; an open one where nothing was chosen.
    pub fn of(&self, indicator: Key<Indicator>) -> FigureChoice {
        self.chosen.get(&indicator).cloned().unwrap_or_default()
    }

    /// Puts a choice for an indicator, and returns whether it is another than before.
    pub fn put(&mut self, indicator: Key<Indicator>, choice: FigureChoice) -> bool {
        let before = self.of(indicator);
        let is_other = before != choice;
        if choice.is_open() {
            self.chosen.remove(&indicator);
        } else {
            self.chosen.insert(indicator, choice);
        }
        is_other
    }

    /// Returns the choices in other data, as far as their indicators are still there.
    pub fn in_other_data(&self, old: &Dataset, new: &Dataset) -> Self {
        let carried = self.chosen.iter().filter_map(|(indicator, choice)| {
            Some((new.indicators.find(&old.indicators[*indicator].id)?, choice.clone()))
        });
        Self { chosen: carried.collect() }
    }
}
