//! Packs: folders of data.

use crate::text::Text;

/// A folder of data.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it holds.
    pub about: Text,
}
