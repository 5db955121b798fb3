//! Areas: the committees that are compared.

use super::table::Key;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// An area: a city with its committee of the CPPCC.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Area {
    /// The slug by which the data and the shell name the area.
    pub id: String,
    /// The code of the city by GB/T 2260.
    pub code: String,
    /// The name of the city.
    pub name: Text,
    /// The full name of the committee.
    pub committee: Text,
}

/// Areas that a user compares time and again, under a name of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedGroup {
    /// The name that the user has given it.
    pub name: String,
    /// The areas, each once, in the order in which the user has named them; at least one.
    pub areas: Vec<Key<Area>>,
}
