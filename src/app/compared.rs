//! The comparisons of the dashboard: what is asked of an indicator, and the answer.

use super::comparisons::{InForce, RowFigure};
use super::state::State;
use crate::domain::trend::Trend;
use crate::domain::{Area, ChosenFigures, Comparison, FigureChoice, Indicator, Key, Request, also_held};
use crate::domain::{Outcome, Verdict};
use itertools::Itertools;
use std::rc::Rc;

/// With more areas than these only the selected row says whether it can be compared.
const MOST_WITH_SIGNS: usize = 40;

/// The figures of one indicator, which are the same as in its comparison.
#[derive(Clone, Copy)]
pub struct RowFigures<'a> {
    state: &'a State,
    indicator: Key<Indicator>,
}

impl RowFigures<'_> {
    /// Counts the areas that have a figure.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.chosen(&self.state.request(self.indicator)).reported(self.state.dataset())
    }

    /// Returns the figure of an area by its place among those that are shown; `None` where fewer are.
    #[must_use]
    pub fn of(&self, place: usize) -> Option<Rc<RowFigure>> {
        self.state.context.comparisons.row_figure(self.indicator, place, || self.work_out(place))
    }

    fn work_out(&self, place: usize) -> Option<RowFigure> {
        let (dataset, request) = (self.state.dataset(), self.state.request(self.indicator));
        let content = self.chosen(&request).content(dataset, &request, place)?;
        let others = also_held(dataset, &request, *request.areas.get(place)?, &content).len();
        Some(RowFigure { content, others })
    }

    fn chosen(&self, request: &Request) -> Rc<ChosenFigures> {
        self.state.context.comparisons.chosen(self.state.dataset(), request)
    }
}

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

    /// Whether the row of an indicator has the sign of its verdict. With so many cities that their orders take longer to work
    /// out than the eye waits for, only the selected row has: its bars need the order anyway.
    #[must_use]
    pub fn has_sign(&self, indicator: Key<Indicator>) -> bool {
        self.have_signs() || self.nav.compare.cursor().indicator() == Some(indicator)
    }

    /// Whether all rows have the signs of their verdicts.
    pub(super) fn have_signs(&self) -> bool {
        self.areas().len() <= MOST_WITH_SIGNS
    }

    /// Returns whether the figures of an indicator can be compared: of two areas the verdict between them, of more at the best,
    /// *comparable* where some have ranks; `None` where there are not two to compare.
    #[must_use]
    pub fn row_verdict(&self, indicator: Key<Indicator>) -> Option<Verdict> {
        self.context.comparisons.row_verdict(indicator, || self.work_out_row_verdict(self.comparison(indicator)))
    }

    fn work_out_row_verdict(&self, comparison: &Comparison) -> Option<Verdict> {
        match comparison.indices().collect_array() {
            _ if comparison.reported() < 2 => None,
            Some([one, other]) => comparison.pair(self.dataset(), one, other).map(|pair| pair.verdict),
            None => Some(comparison.best_verdict(self.dataset())),
        }
    }

    /// Whether some figures of an indicator have ranks.
    pub(super) fn is_rankable(&self, indicator: Key<Indicator>) -> bool {
        self.comparison(indicator).outcome() == Outcome::Ranked
    }

    /// Returns the figures of an indicator as a row of a table shows them: what an area puts into the comparison, without an
    /// order, which takes far longer with many areas.
    #[must_use]
    pub const fn row_figures(&self, indicator: Key<Indicator>) -> RowFigures<'_> {
        RowFigures { state: self, indicator }
    }

    /// Returns what is asked of an indicator.
    pub(super) fn request(&self, indicator: Key<Indicator>) -> Request {
        self.request_under(indicator, &self.nav.in_force())
    }

    /// Returns what would be asked of an indicator under another measure or year, or of other areas.
    pub(super) fn request_under(&self, indicator: Key<Indicator>, under: &InForce) -> Request {
        let InForce { measure, year_choice, areas } = under;
        let figure_choice = self.figure_choice(indicator);
        Request { indicator, areas: Rc::clone(areas), measure: *measure, year_choice: *year_choice, figure_choice }
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
