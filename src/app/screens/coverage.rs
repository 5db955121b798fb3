//! The Coverage grid: for each theme and area the number of reported indicators, and the kind of each gap.

use crate::domain::absence::AbsenceKind;
use crate::domain::article::Grade;
use crate::domain::{Area, Dataset, Indicator, Key, Theme};
use itertools::Itertools;
use std::collections::HashSet;

/// The reported and the missing indicators of an area under a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeCoverage {
    /// The indicators of which it has a figure.
    pub reported: Vec<Key<Indicator>>,
    /// The indicators that others report and it does not.
    pub unreported: Vec<Key<Indicator>>,
    /// The indicators that do not apply to it.
    pub not_applicable: Vec<Key<Indicator>>,
    /// The indicators that nobody has curated for it yet.
    pub not_curated: Vec<Key<Indicator>>,
    /// The number of reported indicators whose source was read in full.
    pub read_in_full: usize,
}

impl ThemeCoverage {
    /// Counts the indicators that any area reports and that apply to this one.
    #[must_use]
    pub fn all(&self) -> usize {
        self.reported.len() + self.unreported.len() + self.not_curated.len()
    }
}

/// Returns the themes that have a row: those of which any area has a figure.
#[must_use]
pub fn themes(dataset: &Dataset) -> Vec<Key<Theme>> {
    let reported = dataset.indicators.iter().filter(|(key, _)| super::outline::holders(dataset, *key) > 0);
    let reported: HashSet<Key<Theme>> = reported.map(|(_, indicator)| indicator.theme).collect();
    dataset.themes.keys().filter(|theme| reported.contains(theme)).collect()
}

/// Returns the coverage of one theme by one area.
#[must_use]
pub fn coverage(dataset: &Dataset, theme: Key<Theme>, area: Key<Area>) -> ThemeCoverage {
    let mut coverage = ThemeCoverage::default();
    for (indicator, _) in dataset.indicators_of(theme) {
        let observations = dataset.observations_of(area, indicator).collect_vec();
        if !observations.is_empty() {
            coverage.reported.push(indicator);
            let full = |source: &crate::domain::observation::PrintedSource| {
                dataset.articles[source.article].grade == Grade::Full
            };
            coverage.read_in_full +=
                usize::from(observations.iter().any(|(_, observation)| observation.sources().any(full)));
        } else if let Some(absence) = dataset.absence(area, indicator) {
            match absence.kind {
                AbsenceKind::NotApplicable => coverage.not_applicable.push(indicator),
                AbsenceKind::NotCurated => coverage.not_curated.push(indicator),
            }
        } else if super::outline::holders(dataset, indicator) > 0 {
            coverage.unreported.push(indicator);
        }
    }
    coverage
}
