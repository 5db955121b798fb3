//! What exactly a figure counts, beyond its indicator.

use super::indicator::Nature;
use super::observation::{Actor, Each, Observation, Scope, Status};
use crate::text::Text;
use std::cmp::Ordering;

/// What exactly a figure counts: two figures of one indicator with the same definition are compared like for like.
///
/// The plainest comes first: what the indicator itself counts, for the city level, in the indicator's unit, and has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Definition<'a> {
    pub variant: Option<&'a Text>,
    pub scope: Scope,
    pub unit: Option<&'a Text>,
    pub each: Option<Each>,
    pub base: Option<&'a Text>,
    pub nature: Nature,
    pub status: Status,
    /// Whether it is the committee's own doing.
    pub is_own: bool,
}

impl<'a> Definition<'a> {
    /// Returns what a figure counts.
    #[must_use]
    pub const fn of(observation: &'a Observation) -> Self {
        Self {
            variant: observation.variant.as_ref(),
            scope: observation.scope,
            unit: observation.unit.as_ref(),
            each: observation.each,
            base: observation.base.as_ref(),
            nature: observation.nature,
            status: observation.status,
            is_own: matches!(observation.actor, Actor::Committee),
        }
    }

    /// Returns what two definitions are ordered by.
    fn rank(&self) -> impl Ord + use<'a> {
        let text = |text: Option<&'a Text>| text.map(|text| (text.zh.as_str(), text.en.as_str()));
        let scope = match self.scope {
            Scope::City => 0,
            Scope::NotStated => 1,
            Scope::CityAndCounties => 2,
            Scope::Platform => 3,
            Scope::District => 4,
            Scope::Project => 5,
        };
        let status = match self.status {
            Status::Achieved => 0,
            Status::Planned => 1,
            Status::Forecast => 2,
        };
        (
            !self.is_own,
            status,
            text(self.variant),
            scope,
            text(self.unit),
            self.each.map(Each::id),
            text(self.base),
            self.nature.id(),
        )
    }
}

impl Ord for Definition<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Definition<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
