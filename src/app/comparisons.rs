//! The comparisons of all indicators, each worked out when it is first looked at: a key costs what is seen, however many
//! indicators there are.

use crate::domain::{Comparison, Dataset, Indicator, Key};
use std::cell::OnceCell;
use std::rc::Rc;

/// One place for the comparison of each indicator. A copy shares what is worked out already.
#[derive(Clone, Debug)]
pub(super) struct Comparisons {
    by_indicator: Vec<Rc<OnceCell<Comparison>>>,
}

impl Comparisons {
    /// Returns a place for each indicator, with nothing worked out.
    pub fn new(dataset: &Dataset) -> Self {
        Self { by_indicator: dataset.indicators.keys().map(|_| Rc::default()).collect() }
    }

    /// Returns the comparison of an indicator, and works it out if nobody has looked at it yet.
    pub fn of(&self, indicator: Key<Indicator>, work_out: impl FnOnce() -> Comparison) -> &Comparison {
        // There is a place for every indicator of the data, and keys of other data never come here.
        self.by_indicator[indicator.position()].get_or_init(work_out)
    }

    /// Forgets all comparisons, because something changes for every indicator.
    pub fn forget_all(&mut self) {
        self.by_indicator.iter_mut().for_each(|place| *place = Rc::default());
    }

    /// Forgets the comparison of one indicator, because something changes for it.
    pub fn forget(&mut self, indicator: Key<Indicator>) {
        if let Some(place) = self.by_indicator.get_mut(indicator.position()) {
            *place = Rc::default();
        }
    }
}
