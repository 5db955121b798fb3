//! The comparisons of all indicators, each worked out when it is first looked at: a key costs what is seen, however many
//! indicators there are.

use crate::domain::{Area, Comparison, Dataset, Indicator, Key};
use std::cell::OnceCell;
use std::rc::Rc;

/// One place for the comparison of each indicator. A copy shares what is worked out already.
#[derive(Clone, Debug)]
pub(super) struct Comparisons {
    by_indicator: Vec<Rc<ComparisonPlace>>,
}

/// The comparison of one indicator, and what is asked of it time and again.
#[derive(Debug, Default)]
struct ComparisonPlace {
    comparison: OnceCell<Comparison>,
    first_with_trend: OnceCell<Option<Key<Area>>>,
}

impl Comparisons {
    /// Returns a place for each indicator, with nothing worked out.
    pub fn new(dataset: &Dataset) -> Self {
        Self { by_indicator: dataset.indicators.keys().map(|_| Rc::default()).collect() }
    }

    /// Returns the comparison of an indicator, and works it out if nobody has looked at it yet.
    pub fn of(&self, indicator: Key<Indicator>, work_out: impl FnOnce() -> Comparison) -> &Comparison {
        // There is a place for every indicator of the data, and keys of other data never come here.
        self.by_indicator[indicator.position()].comparison.get_or_init(work_out)
    }

    /// Returns the first area with a trend in the comparison of an indicator, which has been worked out before.
    pub fn first_with_trend(&self, dataset: &Dataset, indicator: Key<Indicator>) -> Option<Key<Area>> {
        let place = &self.by_indicator[indicator.position()];
        let comparison = place.comparison.get()?;
        *place.first_with_trend.get_or_init(|| comparison.trends(dataset).next().map(|trend| trend.area))
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
