//! Packs: folders of data.

use crate::text::Text;

/// A folder of data that is loaded as a whole.
#[derive(Clone, Debug)]
pub struct Pack {
    pub id: String,
    pub name: Text,
    /// A sentence about what it holds.
    pub about: Text,
}
