//! What things must be to stand in a list.

use crate::domain::{
    Area, Article, Cell, Dataset, FigureChoice, Grade, Indicator, Key, Measure, Observation, Request, Scope, Status,
    Theme, YearChoice, compare,
};
use std::collections::HashSet;
use std::rc::Rc;

/// What things must be to stand in a list. What is left empty asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct ListFilter {
    /// The areas that the things belong to.
    pub areas: Vec<Key<Area>>,
    /// The themes that their indicators belong to.
    pub themes: Vec<Key<Theme>>,
    /// The indicators that are counted.
    pub indicators: Vec<Key<Indicator>>,
    /// The year of the figures, or which one of each area and indicator is taken.
    pub year_choice: Option<YearChoice>,
    /// How the articles were seen.
    pub grades: Vec<Grade>,
    /// What the figures cover.
    pub scopes: Vec<Scope>,
    /// Whether what is counted has happened.
    pub statuses: Vec<Status>,
}

/// Whether a filter that asks for some of several takes one of them; a filter that names none takes all.
fn takes<T: PartialEq>(wanted: &[T], one: &T) -> bool {
    wanted.is_empty() || wanted.contains(one)
}

impl ListFilter {
    /// Whether nothing is asked for, so that all things are taken.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.areas.is_empty()
            && self.themes.is_empty()
            && self.indicators.is_empty()
            && self.year_choice.is_none()
            && self.grades.is_empty()
            && self.scopes.is_empty()
            && self.statuses.is_empty()
    }

    pub(super) fn takes_area(&self, area: Key<Area>) -> bool {
        takes(&self.areas, &area)
    }

    /// Whether an indicator is of the themes, and reported by one of the areas.
    pub(super) fn takes_indicator(&self, dataset: &Dataset, indicator: Key<Indicator>) -> bool {
        let is_reported = || self.areas.iter().any(|area| dataset.reports(*area, indicator));
        takes(&self.indicators, &indicator)
            && takes(&self.themes, &dataset.indicators[indicator].theme)
            && (self.areas.is_empty() || is_reported())
    }

    /// Whether an article is of the areas, and was seen in one of these ways.
    #[must_use]
    pub fn takes_article(&self, article: &Article) -> bool {
        takes(&self.areas, &article.area) && takes(&self.grades, &article.grade)
    }

    /// Returns the figures that are listed, in the order of the data.
    #[must_use]
    pub fn figures(&self, dataset: &Dataset) -> Vec<Key<Observation>> {
        let takes = |figure: &Observation| {
            takes(&self.areas, &figure.area)
                && takes(&self.themes, &dataset.indicators[figure.indicator].theme)
                && takes(&self.indicators, &figure.indicator)
                && takes(&self.grades, &dataset.articles[figure.source.article].grade)
                && takes(&self.scopes, &figure.scope)
                && takes(&self.statuses, &figure.status)
        };
        let listed = dataset.observations.iter().filter(|(_, figure)| takes(figure)).map(|(key, _)| key);
        match self.year_choice {
            None => listed.collect(),
            Some(YearChoice::Year(year)) => {
                listed.filter(|key| dataset.observations.time(*key).year() == Some(year)).collect()
            }
            Some(choice) => {
                let compared = self.compared(dataset, choice);
                listed.filter(|key| compared.contains(key)).collect()
            }
        }
    }

    /// Returns the figures that a comparison of the areas takes.
    fn compared(&self, dataset: &Dataset, year_choice: YearChoice) -> HashSet<Key<Observation>> {
        let areas: Rc<[Key<Area>]> =
            if self.areas.is_empty() { dataset.areas.keys().collect() } else { self.areas.as_slice().into() };
        let request = |indicator| Request {
            indicator,
            areas: Rc::clone(&areas),
            measure: Measure::Raw,
            year_choice,
            figure_choice: FigureChoice::default(),
        };
        let indicators = dataset.indicators.keys().filter(|indicator| self.takes_indicator(dataset, *indicator));
        let cells = indicators.flat_map(|indicator| compare(dataset, &request(indicator)).cells);
        cells.filter_map(|cell: Cell| cell.content.ok()).flat_map(|figure| figure.observations).collect()
    }
}
