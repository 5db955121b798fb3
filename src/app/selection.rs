//! The selection: the thing under the cursor.

use crate::domain::{Area, Article, Indicator, Initiative, Key, Observation, Theme};

/// The selection: the thing under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// An area's cell under an indicator, with a figure or without.
    Cell {
        /// The indicator of the row.
        indicator: Key<Indicator>,
        /// The area of the column.
        area: Key<Area>,
    },
    /// A theme, in Coverage for one area.
    Theme {
        /// The theme of the row.
        theme: Key<Theme>,
        /// The area of the column, where there are columns.
        area: Option<Key<Area>>,
    },
    Figure(Key<Observation>),
    Article(Key<Article>),
    /// A named platform, brand or mechanism.
    Initiative(Key<Initiative>),
    Nothing,
}
