//! All figures, of which those of one area, indicator or article are found without looking through the others.

use super::area::Area;
use super::article::Article;
use super::indicator::Indicator;
use super::observation::Observation;
use super::table::{Key, Table};
use itertools::Itertools;
use jiff::civil::Date;
use std::collections::HashMap;
use std::ops::Deref;

/// The days that a figure can speak of, worked out once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ObservationTime {
    /// The first and the last day that its period can reach; `None` where it is not known.
    pub reach: Option<(Date, Date)>,
    /// The day halfway between the two.
    pub middle: Option<Date>,
}

impl ObservationTime {
    /// Returns the year that the figure counts under, which is that of its middle.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        self.middle.map(Date::year)
    }
}

/// The area and the indicator that figures of one cell share.
type CellSubject = (Key<Area>, Key<Indicator>);

/// All figures in the order of the data. It can be read as the table that it holds.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    table: Table<Observation>,
    /// The times of the figures, at the positions of their keys.
    times: Vec<ObservationTime>,
    by_cell: HashMap<CellSubject, Vec<Key<Observation>>>,
    by_area: HashMap<Key<Area>, Vec<Key<Observation>>>,
    by_article: HashMap<Key<Article>, Vec<Key<Observation>>>,
    reporters: HashMap<Key<Indicator>, usize>,
}

impl Observations {
    /// Adds a figure and returns its key; `None`, with nothing added, where the id is taken.
    pub fn add(&mut self, id: &str, observation: Observation) -> Option<Key<Observation>> {
        let cell = (observation.area, observation.indicator);
        let articles: Vec<Key<Article>> = observation.sources().map(|source| source.article).unique().collect();
        let time = ObservationTime { reach: observation.period.reach(), middle: observation.period.middle() };
        let key = self.table.add(id, observation)?;
        self.times.push(time);
        let of_cell = self.by_cell.entry(cell).or_default();
        if of_cell.is_empty() {
            *self.reporters.entry(cell.1).or_default() += 1;
        }
        of_cell.push(key);
        self.by_area.entry(cell.0).or_default().push(key);
        for article in articles {
            self.by_article.entry(article).or_default().push(key);
        }
        Some(key)
    }

    /// Returns the days that a figure can speak of.
    #[must_use]
    pub fn time(&self, key: Key<Observation>) -> ObservationTime {
        self.times.get(key.position()).copied().unwrap_or_default()
    }

    /// Returns the figures of one area for one indicator, in the order of the data.
    #[must_use]
    pub fn of(&self, area: Key<Area>, indicator: Key<Indicator>) -> &[Key<Observation>] {
        self.by_cell.get(&(area, indicator)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the figures of one area, in the order of the data.
    #[must_use]
    pub fn of_area(&self, area: Key<Area>) -> &[Key<Observation>] {
        self.by_area.get(&area).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the figures that an article prints, in the order of the data.
    #[must_use]
    pub fn of_article(&self, article: Key<Article>) -> &[Key<Observation>] {
        self.by_article.get(&article).map(Vec::as_slice).unwrap_or_default()
    }

    /// Counts the areas that have a figure for an indicator, of whatever time.
    #[must_use]
    pub fn reporters(&self, indicator: Key<Indicator>) -> usize {
        self.reporters.get(&indicator).copied().unwrap_or_default()
    }
}

impl Deref for Observations {
    type Target = Table<Observation>;

    fn deref(&self) -> &Self::Target {
        &self.table
    }
}

impl FromIterator<(String, Observation)> for Observations {
    /// Gathers figures; of two with the same id the first counts.
    fn from_iter<I: IntoIterator<Item = (String, Observation)>>(observations: I) -> Self {
        let mut all = Self::default();
        for (id, observation) in observations {
            all.add(&id, observation);
        }
        all
    }
}
