//! The comparisons of all indicators, each worked out when it is first looked at: a key costs what is seen, however many
//! indicators there are.

use crate::domain::{
    Area, ChosenFigures, Comparison, Dataset, FigureCandidates, Indicator, Key, Request, compare_chosen,
};
use std::cell::OnceCell;
use std::rc::Rc;

/// One place for the comparison of each indicator. A copy shares what is worked out already.
#[derive(Clone, Debug)]
pub(super) struct Comparisons {
    by_indicator: Vec<KnownOfIndicator>,
}

/// What is known of one indicator, and kept as long as it stays the same: the candidates whatever the year and the measure
/// are, the figures that are chosen of them whatever the measure is.
#[derive(Clone, Debug, Default)]
struct KnownOfIndicator {
    candidates: Rc<OnceCell<FigureCandidates>>,
    chosen: Rc<OnceCell<ChosenFigures>>,
    compared: Rc<ComparedFigures>,
}

/// The comparison of one indicator, and what is asked of it time and again.
#[derive(Debug, Default)]
struct ComparedFigures {
    comparison: OnceCell<Comparison>,
    first_with_trend: OnceCell<Option<Key<Area>>>,
}

impl KnownOfIndicator {
    fn chosen(&self, dataset: &Dataset, request: &Request) -> &ChosenFigures {
        self.chosen.get_or_init(|| {
            let candidates = self.candidates.get_or_init(|| FigureCandidates::of(dataset, request));
            ChosenFigures::among(dataset, request, candidates)
        })
    }
}

impl Comparisons {
    /// Returns a place for each indicator, with nothing worked out.
    pub fn new(dataset: &Dataset) -> Self {
        Self { by_indicator: dataset.indicators.keys().map(|_| KnownOfIndicator::default()).collect() }
    }

    /// Returns the comparison of an indicator, and works it out if nobody has looked at it yet.
    pub fn of(&self, dataset: &Dataset, indicator: Key<Indicator>, request: impl FnOnce() -> Request) -> &Comparison {
        // There is a place for every indicator of the data, and keys of other data never come here.
        let place = &self.by_indicator[indicator.position()];
        place.compared.comparison.get_or_init(|| {
            let request = request();
            let chosen = place.chosen(dataset, &request);
            compare_chosen(dataset, &request, chosen)
        })
    }

    /// Returns the figures that are chosen for an indicator, for whoever needs no order of them.
    pub fn chosen(&self, dataset: &Dataset, request: &Request) -> &ChosenFigures {
        self.by_indicator[request.indicator.position()].chosen(dataset, request)
    }

    /// Returns the first area with a trend in the comparison of an indicator, which has been worked out before.
    pub fn first_with_trend(&self, dataset: &Dataset, indicator: Key<Indicator>) -> Option<Key<Area>> {
        let compared = &self.by_indicator[indicator.position()].compared;
        let comparison = compared.comparison.get()?;
        *compared.first_with_trend.get_or_init(|| comparison.trends(dataset).next().map(|trend| trend.area))
    }

    /// Forgets all comparisons, because something changes for every indicator.
    pub fn forget_all(&mut self) {
        self.by_indicator.iter_mut().for_each(|place| *place = KnownOfIndicator::default());
    }

    /// Forgets what was worked out for a year choice, because another is in force.
    pub fn forget_year(&mut self) {
        for place in &mut self.by_indicator {
            (place.chosen, place.compared) = (Rc::default(), Rc::default());
        }
    }

    /// Forgets what was worked out under a measure, because another is in force.
    pub fn forget_measure(&mut self) {
        self.by_indicator.iter_mut().for_each(|place| place.compared = Rc::default());
    }

    /// Forgets the comparison of one indicator, because something changes for it.
    pub fn forget(&mut self, indicator: Key<Indicator>) {
        if let Some(place) = self.by_indicator.get_mut(indicator.position()) {
            *place = KnownOfIndicator::default();
        }
    }
}
