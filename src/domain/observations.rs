//! All figures, of which those of one area, indicator or article are found without looking through the others.

use super::area::Area;
use super::article::Article;
use super::definition::Definition;
use super::indicator::{Indicator, Nature};
use super::observation::{Observation, Status};
use super::period::Shape;
use super::table::{Key, Table};
use itertools::Itertools;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// What a choice among many figures looks at, close together: the figures themselves lie far apart in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ObservationSummary {
    pub key: Key<Observation>,
    pub time: ObservationTime,
    pub status: Status,
    pub nature: Nature,
    pub part_of: Option<Key<Observation>>,
    /// The first figure of the same indicator with the same definition: two figures count the same thing where this is the
    /// same.
    pub counts_like: Key<Observation>,
}

/// The days that a figure can speak of, worked out once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ObservationTime {
    /// The first and the last day that its period can reach; `None` where it is not known.
    pub reach: Option<(Date, Date)>,
    /// The day halfway between the two.
    pub middle: Option<Date>,
    /// Whether the figure speaks of a span of time, and not of one day.
    pub is_of_span: bool,
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
    /// The summaries of the figures, at the positions of their keys.
    summaries: Vec<ObservationSummary>,
    /// The first figure of each definition, by a hash of its indicator and its definition.
    first_of_definition: FxHashMap<u64, Vec<Key<Observation>>>,
    /// Earliest first, whatever the order of the data.
    by_cell: FxHashMap<CellSubject, Vec<Key<Observation>>>,
    by_area: FxHashMap<Key<Area>, Vec<Key<Observation>>>,
    by_article: FxHashMap<Key<Article>, Vec<Key<Observation>>>,
    reporters: FxHashMap<Key<Indicator>, usize>,
}

impl Observations {
    /// Adds a figure and returns its key; `None`, with nothing added, where the id is taken.
    pub fn add(&mut self, id: &str, observation: Observation) -> Option<Key<Observation>> {
        let cell = (observation.area, observation.indicator);
        let articles: Vec<Key<Article>> = observation.sources().map(|source| source.article).unique().collect();
        let time = ObservationTime {
            reach: observation.period.reach(),
            middle: observation.period.middle(),
            is_of_span: matches!(observation.period.shape, Shape::Span { .. }),
        };
        let (status, nature, part_of) = (observation.status, observation.nature, observation.part_of);
        let key = self.table.add(id, observation)?;
        let counts_like = self.first_that_counts_like(key);
        self.summaries.push(ObservationSummary { key, time, status, nature, part_of, counts_like });
        let of_cell = self.by_cell.entry(cell).or_default();
        if of_cell.is_empty() {
            *self.reporters.entry(cell.1).or_default() += 1;
        }
        let (table, summaries) = (&self.table, &self.summaries);
        let middle = |key: &Key<Observation>| summaries.get(key.position()).map(|summary| summary.time.middle);
        let rank = |key: &Key<Observation>| (middle(key), &table[*key].id);
        let place = of_cell.partition_point(|other| rank(other) < rank(&key));
        of_cell.insert(place, key);
        self.by_area.entry(cell.0).or_default().push(key);
        for article in articles {
            self.by_article.entry(article).or_default().push(key);
        }
        Some(key)
    }

    /// Returns the first figure of the same indicator with the same definition, which may be the figure itself.
    fn first_that_counts_like(&mut self, key: Key<Observation>) -> Key<Observation> {
        let observation = &self.table[key];
        let definition = Definition::of(observation);
        let mut hasher = FxHasher::default();
        (observation.indicator, definition).hash(&mut hasher);
        let firsts = self.first_of_definition.entry(hasher.finish()).or_default();
        let is_like = |first: &&Key<Observation>| {
            let first = &self.table[**first];
            first.indicator == observation.indicator && Definition::of(first) == definition
        };
        if let Some(first) = firsts.iter().find(is_like) {
            return *first;
        }
        firsts.push(key);
        key
    }

    /// Returns the days that a figure can speak of.
    #[must_use]
    pub fn time(&self, key: Key<Observation>) -> ObservationTime {
        self.summary(key).time
    }

    /// Returns what a choice looks at. Keys of other data never come here.
    pub(super) fn summary(&self, key: Key<Observation>) -> &ObservationSummary {
        &self.summaries[key.position()]
    }

    /// Returns the figures of one area for one indicator, earliest first.
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

impl Serialize for Observations {
    /// Writes the figures; how they are found is worked out again.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.table.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Observations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let observations: Vec<(&str, Observation)> = Vec::deserialize(deserializer)?;
        let mut all = Self::default();
        for (id, observation) in observations {
            all.add(id, observation);
        }
        Ok(all)
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
