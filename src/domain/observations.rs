//! All figures, of which those of one area, indicator or article are found without looking through the others.

use super::area::Area;
use super::article::Article;
use super::indicator::Indicator;
use super::observation::Observation;
use super::observation_index::{ObservationIndex, ObservationSummary};
use super::table::{Key, Table};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::OnceLock;

pub use super::observation_index::ObservationTime;

/// All figures in the order of the data. It can be read as the table that it holds.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    table: Table<Observation>,
    /// Where they are found, once it has been asked.
    index: OnceLock<ObservationIndex>,
}

impl Observations {
    /// Adds a figure and returns its key; `None`, with nothing added, where the id is taken.
    pub fn add(&mut self, id: &str, observation: Observation) -> Option<Key<Observation>> {
        self.index = OnceLock::new();
        self.table.add(id, observation)
    }

    fn index(&self) -> &ObservationIndex {
        self.index.get_or_init(|| ObservationIndex::of(&self.table))
    }

    /// Returns the days that a figure can speak of.
    #[must_use]
    pub fn time(&self, key: Key<Observation>) -> ObservationTime {
        self.summary(key).time
    }

    /// Returns what a choice looks at. Keys of other data never come here.
    pub(super) fn summary(&self, key: Key<Observation>) -> &ObservationSummary {
        self.index().summary(key)
    }

    /// Returns what a choice among the figures of one area for one indicator looks at, earliest first.
    pub(super) fn summaries_of_cell(&self, area: Key<Area>, indicator: Key<Indicator>) -> &[ObservationSummary] {
        self.index().summaries_of_cell(area, indicator)
    }

    /// Returns the areas that have figures for an indicator, in the order of the data, with what a choice among these figures
    /// looks at, earliest first.
    pub(super) fn summaries_of(
        &self,
        indicator: Key<Indicator>,
    ) -> impl Iterator<Item = (Key<Area>, &[ObservationSummary])> {
        self.index().summaries_of(indicator)
    }

    /// Returns the figures of one area for one indicator, earliest first.
    #[must_use]
    pub fn of(&self, area: Key<Area>, indicator: Key<Indicator>) -> &[Key<Observation>] {
        self.index().of_cell(area, indicator)
    }

    /// Returns the years under which figures of some areas count for an indicator, the earliest first.
    #[must_use]
    pub fn years(&self, areas: &[Key<Area>], indicator: Key<Indicator>) -> BTreeSet<i16> {
        let held = areas.iter().flat_map(|area| self.summaries_of_cell(*area, indicator));
        held.filter_map(|summary| summary.time.year()).collect()
    }

    /// Returns the first and the last day that the figures of an area speak of; `None` where none has a period with known
    /// days.
    #[must_use]
    pub fn reach_of(&self, area: Key<Area>) -> Option<(Date, Date)> {
        self.index().reach_of(area)
    }

    /// Returns the figures of one area, in the order of the data.
    #[must_use]
    pub fn of_area(&self, area: Key<Area>) -> &[Key<Observation>] {
        self.index().of_area(area)
    }

    /// Returns the figures that an article is the first source of, by the time that they speak of.
    #[must_use]
    pub fn first_printed_in(&self, article: Key<Article>) -> &[Key<Observation>] {
        self.index().first_printed_in(article)
    }

    /// Returns the figures that an article prints, in the order of the data.
    #[must_use]
    pub fn of_article(&self, article: Key<Article>) -> &[Key<Observation>] {
        self.index().of_article(article)
    }

    /// Counts the areas that have a figure for an indicator, of whatever time.
    #[must_use]
    pub fn reporters(&self, indicator: Key<Indicator>) -> usize {
        self.index().reporters(indicator)
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
        Ok(Self { table: Table::deserialize(deserializer)?, index: OnceLock::new() })
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
