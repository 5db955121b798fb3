//! The comparisons of the dashboard: what is asked of an indicator, and the answer.

use super::state::State;
use crate::domain::trend::Trend;
use crate::domain::{Area, Comparison, FigureChoice, Indicator, Key, Request};

impl State {
    /// Chooses what is taken of several figures of an area for an indicator.
    pub(super) fn choose(&mut self, indicator: Key<Indicator>, choice: FigureChoice) {
        if self.nav.figure_choices.put(indicator, choice) {
            self.context.comparisons.forget(indicator);
        }
    }

    /// Returns the choice in force of what is taken of several figures of an area for an indicator.
    #[must_use]
    pub fn figure_choice(&self, indicator: Key<Indicator>) -> FigureChoice {
        self.nav.figure_choices.of(indicator)
    }

    /// Returns the comparison of an indicator, under the measure, the year and the choice in force.
    #[must_use]
    pub fn comparison(&self, indicator: Key<Indicator>) -> &Comparison {
        self.context.comparisons.of(self.dataset(), indicator, || self.request(indicator))
    }

    /// Returns what is asked of an indicator.
    pub(super) fn request(&self, indicator: Key<Indicator>) -> Request {
        Request {
            indicator,
            areas: self.dataset().areas.keys().collect(),
            measure: self.nav.measure,
            year_choice: self.nav.year_choice,
            figure_choice: self.figure_choice(indicator),
        }
    }

    /// Returns the comparison that the cursor of Compare is on; `None` on the row of a theme.
    #[must_use]
    pub fn selected_comparison(&self) -> Option<&Comparison> {
        self.nav.compare.cursor().indicator().map(|indicator| self.comparison(indicator))
    }

    /// Returns the first area with a trend in the comparison that the cursor of Compare is on.
    pub(super) fn first_with_trend(&self) -> Option<Key<Area>> {
        let indicator = self.selected_comparison()?.request.indicator;
        self.context.comparisons.first_with_trend(self.dataset(), indicator)
    }

    /// Returns the trend of the selected area in the comparison that the cursor of Compare is on, or of the first area that
    /// has one.
    #[must_use]
    pub fn trend(&self) -> Option<Trend> {
        let comparison = self.selected_comparison()?;
        let of = |area| comparison.trend_of(self.dataset(), area);
        of(self.area()).or_else(|| of(self.first_with_trend()?))
    }
}
