//! Words for exclusions: which figures an order leaves out, and why.

use crate::domain::{Area, Dataset, Exclusion, Key, Reason};
use crate::text::Text;
use itertools::Itertools;

/// More areas than these are not named one by one.
const NAMED_AT_MOST: usize = 6;

impl Exclusion {
    /// Returns the reasons in few words: `时段不同、时长不同`.
    #[must_use]
    pub fn why(&self) -> Text {
        let join = |of: fn(&Reason) -> &'static str, between| self.reasons.iter().map(of).join(between);
        Text::new(join(|reason| reason.name().zh, "、"), join(|reason| reason.name().en, ", "))
    }

    /// Returns the areas and the reasons: `聊城、咸阳：时段不同`; the reasons alone, where they apply to all. Many areas are
    /// counted: `聊城等 12 市：时段不同`.
    #[must_use]
    pub fn text(&self, dataset: &Dataset) -> Text {
        let why = self.why();
        if self.areas.is_empty() {
            return why;
        }
        let name = |area: &Key<Area>| &dataset.areas[*area].name;
        if let (Some(first), count @ NAMED_AT_MOST..) = (self.areas.first(), self.areas.len() - 1) {
            let (name, all) = (name(first), count + 1);
            return Text::new(
                format!("{}等 {all} 市：{}", name.zh, why.zh),
                format!("{} and {count} more: {}", name.en, why.en),
            );
        }
        let zh = self.areas.iter().map(|area| &name(area).zh).join("、");
        let en = self.areas.iter().map(|area| &name(area).en).join(", ");
        Text::new(format!("{zh}：{}", why.zh), format!("{en}: {}", why.en))
    }
}
