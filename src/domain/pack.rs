//! Packs: folders of data.

use super::date::PartialDate;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A folder of data that is loaded as a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pack {
    pub id: String,
    pub name: Text,
    /// A sentence about what it holds.
    pub about: Text,
    /// The state in which the data is cited; `None` where nobody has given it one.
    pub version: Option<PackVersion>,
}

/// A state of a pack that somebody may cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackVersion {
    /// As its makers write it: `2026.11`.
    pub number: String,
    /// When it was made.
    pub date: PartialDate,
}
