//! Packs: folders of data.

use crate::text::Text;

/// A folder of data that is loaded as a whole.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "a plain record: the other fields are what their names say")]
pub struct Pack {
    pub id: String,
    pub name: Text,
    /// A sentence about what it holds.
    pub about: Text,
}
