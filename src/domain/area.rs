//! Areas: the committees that are compared.

use crate::text::Text;

/// A city's committee.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its id, a slug.
    pub id: String,
    /// The GB/T 2260 code.
    pub code: String,
    /// The city's name.
    pub name: Text,
    /// The committee's full name.
    pub committee: Text,
}
