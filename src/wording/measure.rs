//! Words for measures: a name and a unit for each.

use super::labels::phrase;
use crate::domain::{Indicator, Measure};
use crate::text::{Phrase, Text};

impl Measure {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Raw => phrase("原值", "raw"),
            Self::PerMonth => phrase("每月", "per month"),
            Self::PerHundredMembers => phrase("每百名委员", "per 100 members"),
            Self::PerMillionResidents => phrase("每百万人口", "per million residents"),
        }
    }
}

/// Returns the unit of an indicator under a measure: `件`, `件/月`, `件/百名委员`.
#[must_use]
pub fn unit(indicator: &Indicator, measure: Measure) -> Text {
    let Text { zh, en } = &indicator.unit;
    match measure {
        Measure::Raw => indicator.unit.clone(),
        Measure::PerMonth => Text::new(format!("{zh}/月"), format!("{en}/month")),
        Measure::PerHundredMembers => Text::new(format!("{zh}/百名委员"), format!("{en}/100 members")),
        Measure::PerMillionResidents => Text::new(format!("{zh}/百万人口"), format!("{en}/million residents")),
    }
}
