//! What areas report of each theme: the indicators with a figure, and the kind of each gap.

use super::absence::AbsenceKind;
use super::area::Area;
use super::article::Grade;
use super::dataset::Dataset;
use super::indicator::{Indicator, Theme};
use super::table::Key;
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
    let reported = dataset.indicators.iter().filter(|(key, _)| dataset.observations.reporters(*key) > 0);
    let reported: HashSet<Key<Theme>> = reported.map(|(_, indicator)| indicator.theme).collect();
    dataset.themes.keys().filter(|theme| reported.contains(theme)).collect()
}

/// Returns the coverage of one theme by one area, among some areas: what no one of these reports does not count.
#[must_use]
pub fn coverage(dataset: &Dataset, theme: Key<Theme>, area: Key<Area>, among: &[Key<Area>]) -> ThemeCoverage {
    let is_of_all = among.len() == dataset.areas.len();
    let is_reported = |indicator: Key<Indicator>| {
        dataset.observations.reporters(indicator) > 0
            && (is_of_all || among.iter().any(|other| dataset.reports(*other, indicator)))
    };
    let mut coverage = ThemeCoverage::default();
    for (indicator, _) in dataset.indicators_of(theme) {
        let observations = dataset.observations_of(area, indicator).collect_vec();
        if !observations.is_empty() {
            coverage.reported.push(indicator);
            let full =
                |source: &super::observation::PrintedSource| dataset.articles[source.article].grade == Grade::Full;
            coverage.read_in_full +=
                usize::from(observations.iter().any(|(_, observation)| observation.sources().any(full)));
        } else if let Some(absence) = dataset.absence(area, indicator) {
            match absence.kind {
                AbsenceKind::NotApplicable => coverage.not_applicable.push(indicator),
                AbsenceKind::NotCurated => coverage.not_curated.push(indicator),
            }
        } else if is_reported(indicator) {
            coverage.unreported.push(indicator);
        }
    }
    coverage
}

/// A theme, and how much of it each of some areas reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeRow {
    pub theme: Key<Theme>,
    pub counts: Vec<ReportedCount>,
}

/// How many indicators of a theme an area reports, out of all that any of the areas reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportedCount {
    pub reported: usize,
    pub all: usize,
}

/// Returns the themes of which any of these areas reports something, without those of background. What other areas report
/// does not count.
#[must_use]
pub fn coverage_among(dataset: &Dataset, areas: &[Key<Area>]) -> Vec<ThemeRow> {
    let themes = themes(dataset).into_iter().filter(|theme| !dataset.themes[*theme].is_context);
    let row = |theme: Key<Theme>| {
        let held = areas.iter().map(|area| coverage(dataset, theme, *area, areas));
        let count = |area: ThemeCoverage| ReportedCount { reported: area.reported.len(), all: area.all() };
        let counts: Vec<ReportedCount> = held.map(count).collect();
        counts.iter().any(|count| count.reported > 0).then_some(ThemeRow { theme, counts })
    };
    themes.filter_map(row).collect()
}
