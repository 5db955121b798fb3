//! What an export holds: the figures that were chosen, and everything that they refer to.

use super::list_filter::ListFilter;
use crate::domain::{
    Area, Article, Comparison, Dataset, FigureChoice, Indicator, Initiative, Key, Measure, Observation, Request, Theme,
    YearChoice, compare,
};
use crate::sorting::InOrder;
use itertools::Itertools;
use jiff::civil::Date;
use std::collections::HashSet;
use std::hash::Hash;
use std::rc::Rc;

/// What is exported: everything, or what was chosen with all that it refers to, in the order of the data.
pub(super) struct ExportContent<'a> {
    pub dataset: &'a Dataset,
    pub figures: Vec<Key<Observation>>,
    pub areas: Vec<Key<Area>>,
    pub themes: Vec<Key<Theme>>,
    pub indicators: Vec<Key<Indicator>>,
    pub articles: Vec<Key<Article>>,
    pub initiatives: Vec<Key<Initiative>>,
    filter: &'a ListFilter,
    measure: Measure,
    requests: &'a [Request],
}

impl<'a> ExportContent<'a> {
    /// Gathers what a filter takes. What is asked for under a measure is compared under it.
    pub fn new(dataset: &'a Dataset, filter: &'a ListFilter, measure: Measure) -> Self {
        let figures = filter.figures(dataset);
        let mut content = Self {
            figures,
            areas: dataset.areas.keys().collect(),
            themes: dataset.themes.keys().collect(),
            indicators: dataset.indicators.keys().collect(),
            articles: dataset.articles.keys().collect(),
            initiatives: dataset.initiatives.keys().collect(),
            dataset,
            filter,
            measure,
            requests: &[],
        };
        if !filter.is_open() {
            content.keep_what_is_referred_to();
        }
        content
    }

    /// Compares what is asked for, where something is, and not simply what the filter takes.
    pub const fn with_requests(mut self, requests: &'a [Request]) -> Self {
        self.requests = requests;
        self
    }

    /// Returns the one area of which all was chosen; `None` where several may be compared.
    pub fn only_area(&self) -> Option<Key<Area>> {
        match self.filter.areas.as_slice() {
            [one] if self.requests.is_empty() => Some(*one),
            _ => None,
        }
    }

    fn keep_what_is_referred_to(&mut self) {
        let dataset = self.dataset;
        let figures = || self.figures.iter().map(|key| &dataset.observations[*key]);
        let articles: HashSet<_> = figures().flat_map(|figure| figure.sources().map(|source| source.article)).collect();
        let held: HashSet<_> = self.figures.iter().copied().collect();
        let of_articles = articles.iter().map(|key| dataset.articles[*key].area);
        let areas: HashSet<_> =
            figures().map(|figure| figure.area).chain(of_articles).chain(self.filter.areas.iter().copied()).collect();
        let indicators: HashSet<_> =
            figures().map(|figure| figure.indicator).chain(self.filter.indicators.iter().copied()).collect();
        let themes: HashSet<_> = indicators.iter().map(|key| dataset.indicators[*key].theme).collect();
        keep(&mut self.areas, &areas);
        keep(&mut self.indicators, &indicators);
        keep(&mut self.themes, &themes);
        keep(&mut self.articles, &articles);
        self.initiatives.retain(|key| dataset.initiatives[*key].figures.iter().any(|figure| held.contains(figure)));
    }

    /// Returns the date of the newest pack, which stands for the time at which a file was made: the same data give the same
    /// bytes.
    pub fn date(&self) -> Date {
        const NONE: Date = Date::constant(1980, 1, 1);
        let versions = self.dataset.packs.iter().filter_map(|(_, pack)| pack.version.as_ref());
        versions.map(|version| version.date.latest()).max().unwrap_or(NONE)
    }

    /// Compares what was chosen: the indicators that are named, or else all that at least two of the areas report, those of
    /// background last.
    pub fn comparisons(&self) -> Vec<Comparison> {
        let dataset = self.dataset;
        if !self.requests.is_empty() {
            return self.requests.iter().map(|request| compare(dataset, request)).collect();
        }
        let areas: Rc<[Key<Area>]> = self.compared_areas().into();
        let is_shared =
            |indicator: &Key<Indicator>| !self.filter.indicators.is_empty() || self.reporters(*indicator).count() >= 2;
        let request = |indicator| Request {
            indicator,
            areas: Rc::clone(&areas),
            measure: self.measure,
            year_choice: self.filter.year_choice.unwrap_or(YearChoice::Latest),
            figure_choice: FigureChoice::default(),
        };
        let indicators = self.indicators.iter().copied().filter(is_shared);
        let indicators = indicators.in_order_by_key(|key| dataset.theme_of(*key).is_context);
        indicators.map(|indicator| compare(dataset, &request(indicator))).collect()
    }

    /// Counts, by area, the indicators that are not compared because only that one area reports them; areas without any
    /// do not stand there.
    pub fn reported_by_one(&self) -> Vec<(Key<Area>, usize)> {
        if !self.requests.is_empty() || !self.filter.indicators.is_empty() {
            return Vec::new();
        }
        let alone = self.indicators.iter().filter_map(|indicator| self.reporters(*indicator).exactly_one().ok());
        let mut counts = alone.counts();
        let areas = self.compared_areas().into_iter();
        areas.filter_map(|area| Some((area, counts.remove(&area)?))).collect()
    }

    fn compared_areas(&self) -> Vec<Key<Area>> {
        if self.filter.areas.is_empty() { self.dataset.areas.keys().collect() } else { self.filter.areas.clone() }
    }

    /// Returns those of the areas that may be compared which report an indicator.
    fn reporters(&self, indicator: Key<Indicator>) -> impl Iterator<Item = Key<Area>> {
        let areas = self.compared_areas().into_iter();
        areas.filter(move |area| self.dataset.reports(*area, indicator))
    }
}

fn keep<T: Eq + Hash>(keys: &mut Vec<T>, kept: &HashSet<T>) {
    keys.retain(|key| kept.contains(key));
}
