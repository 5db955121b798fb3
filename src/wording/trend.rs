//! Words for trends over the years.

use super::labels::phrase;
use crate::domain::trend::Trend;
use crate::text::{Phrase, Text};

impl Trend {
    /// The title above a trend.
    pub const TITLE: Phrase = phrase("历年", "Over time");

    /// Marks a figure that is of another kind than the latest one.
    pub const UNLIKE: Phrase = phrase("与最近一项不可比", "not comparable with the latest");

    /// Tells how many figures are left out, and why, where there are any.
    #[must_use]
    pub fn left_out_text(&self) -> Option<Text> {
        let undated =
            |count: usize| Text::new(format!("另有 {count} 项无法标出"), format!("{count} more can't be placed"));
        let other = |count: usize| {
            Text::new(
                format!("同期另有 {count} 项口径或范围不同"),
                format!("{count} more of another definition or scope"),
            )
        };
        let texts = [(self.left_out, undated(self.left_out)), (self.other_things, other(self.other_things))];
        let texts = texts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
        texts.reduce(|one, other| Text::new(format!("{}，{}", one.zh, other.zh), format!("{}, {}", one.en, other.en)))
    }
}
