//! Words for trends over the years.

use super::labels::phrase;
use crate::domain::trend::Trend;
use crate::text::{Phrase, Text};

impl Trend {
    /// The title above a trend.
    pub const TITLE: Phrase = phrase("历年", "Over time");

    /// Marks a figure that is of another kind than the latest one.
    pub const UNLIKE: Phrase = phrase("与最近一项不可比", "not comparable with the latest");

    /// Tells how many figures are left out, where there are any.
    #[must_use]
    pub fn left_out_text(&self) -> Option<Text> {
        let count = self.left_out;
        (count > 0).then(|| Text::new(format!("另有 {count} 项无法标出"), format!("{count} more can't be placed")))
    }
}
