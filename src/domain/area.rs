//! Areas: the committees that are compared.

use crate::text::Text;

/// An area: a city with its committee of the CPPCC.
#[derive(Clone, Debug)]
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
