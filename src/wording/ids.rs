//! Short stable names for data files and exports. They never change with the language.

use crate::domain::absence::AbsenceKind;
use crate::domain::article::{Genre, Grade};
use crate::domain::denominator::Certainty;
use crate::domain::indicator::{Nature, Population};
use crate::domain::initiative::InitiativeKind;
use crate::domain::measure::NoMeasure;
use crate::domain::observation::{Scope, Status};
use crate::domain::order::NoOrder;
use crate::domain::request::Measure;
use crate::domain::request::YearChoice;
use crate::domain::{Qualifier, Verdict};

impl Qualifier {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at-least",
            Self::Below => "below",
            Self::About => "about",
            Self::Order => "order",
        }
    }
}

impl Nature {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Stock => "stock",
            Self::Rate => "rate",
            Self::Ratio => "ratio",
            Self::Duration => "duration",
            Self::Ordinal => "ordinal",
            Self::Structure => "structure",
        }
    }
}

impl Scope {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::CityAndCounties => "city-and-counties",
            Self::Platform => "platform",
            Self::Project => "project",
        }
    }
}

impl Status {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::Planned => "planned",
            Self::Forecast => "forecast",
        }
    }
}

impl Grade {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Excerpt => "excerpt",
            Self::Repost => "repost",
        }
    }
}

impl Certainty {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Good => "good",
            Self::Low => "low",
        }
    }
}

impl Genre {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Briefing => "briefing",
            Self::AnnualReview => "annual-review",
            Self::Speech => "speech",
            Self::Feature => "feature",
            Self::Profile => "profile",
            Self::Session => "session",
            Self::News => "news",
        }
    }
}

impl InitiativeKind {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Consultation => "consultation",
            Self::Oversight => "oversight",
            Self::Concord => "concord",
            Self::Reading => "reading",
            Self::Digital => "digital",
            Self::Publicity => "publicity",
            Self::PartyBuilding => "party-building",
            Self::Service => "service",
            Self::Institution => "institution",
        }
    }
}

impl Population {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Residents => "residents",
        }
    }
}

impl AbsenceKind {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotApplicable => "not-applicable",
            Self::NotCurated => "not-curated",
        }
    }
}

impl Measure {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::PerMonth => "per-month",
            Self::PerHundredMembers => "per-100-members",
            Self::PerMillionResidents => "per-million-residents",
        }
    }
}

impl YearChoice {
    /// Its stable name: `latest`, `closest` or the year.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Latest => "latest".to_owned(),
            Self::Closest => "closest".to_owned(),
            Self::Year(year) => format!("{year:04}"),
        }
    }
}

impl NoMeasure {
    /// Its stable name.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotAFlow(_) => "not-a-flow",
            Self::NotACount(_) => "not-a-count",
            Self::PeriodUnknown { .. } => "period-unknown",
            Self::NoDenominator { .. } => "no-denominator",
            Self::OutOfRange => "out-of-range",
        }
    }
}

impl NoOrder {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::FewerThanTwo => "fewer-than-two",
            Self::NothingComparable => "nothing-comparable",
            Self::SeveralGroups => "several-groups",
            Self::CannotBeTold => "cannot-be-told",
        }
    }
}

impl Verdict {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Comparable => "comparable",
            Self::WithCaution => "with-caution",
            Self::NotComparable => "not-comparable",
        }
    }
}
