//! All figures, of which those of one area and indicator are found without looking through the others.

use super::area::Area;
use super::indicator::Indicator;
use super::observation::Observation;
use super::table::{Key, Table};
use std::collections::HashMap;
use std::ops::Deref;

/// All figures in the order of the data. It can be read as the table that it holds.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    table: Table<Observation>,
    by_cell: HashMap<(Key<Area>, Key<Indicator>), Vec<Key<Observation>>>,
}

impl Observations {
    /// Adds a figure and returns its key; `None`, with nothing added, where the id is taken.
    pub fn add(&mut self, id: &str, observation: Observation) -> Option<Key<Observation>> {
        let cell = (observation.area, observation.indicator);
        let key = self.table.add(id, observation)?;
        self.by_cell.entry(cell).or_default().push(key);
        Some(key)
    }

    /// Returns the figures of one area for one indicator, in the order of the data.
    #[must_use]
    pub fn of(&self, area: Key<Area>, indicator: Key<Indicator>) -> &[Key<Observation>] {
        self.by_cell.get(&(area, indicator)).map(Vec::as_slice).unwrap_or_default()
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
