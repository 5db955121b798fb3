//! The reasons for and against comparing two figures.

use super::area::Area;
use super::article::Grade;
use super::date::PartialDate;
use super::indicator::Nature;
use super::interval::Qualifier;
use super::measure::NoMeasure;
use super::observation::{Each, Scope, Status};
use super::period::Range;
use super::table::Key;
use crate::text::{Text, words};

/// Whether two figures may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Like is compared with like.
    Comparable,
    /// They may stand side by side, with what the reader must be told.
    WithCaution,
    /// Like is not compared with like.
    NotComparable,
}

words! {
    Verdict {
        Comparable => "comparable",
        WithCaution => "with-caution",
        NotComparable => "not-comparable",
    }
}

/// A reason that weighs on a verdict. If a variant names an `area`, the reason lies in that area's own figure; `first`
/// and `second` are the two figures of a pair.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// They are background, not the committees' performance.
    NotPerformance,
    /// A figure has no value under the measure.
    NoMeasure {
        /// The area of the figure.
        area: Key<Area>,
        /// Why the measure refuses the figure.
        why: NoMeasure,
    },
    /// A designed number is a name, not a count.
    DesignedNumber {
        /// The area of the figure.
        area: Key<Area>,
    },
    /// Different things are counted under one name.
    DefinitionDiffers {
        /// What the first counts.
        first: Option<Text>,
        /// What the second counts.
        second: Option<Text>,
    },
    /// They are counted in different units.
    UnitDiffers {
        /// The unit of the first.
        first: Text,
        /// The unit of the second.
        second: Text,
    },
    /// One is a mean or a frequency, the other a total or a mean for another span.
    EachDiffers {
        /// The span for which the first holds; `None` for a total.
        first: Option<Each>,
        /// The same of the second.
        second: Option<Each>,
    },
    /// Per month a mean stands beside a total that is divided by the length of its period.
    MeanBesideTotal {
        /// The span for which the first holds; `None` for a total.
        first: Option<Each>,
        /// The same of the second.
        second: Option<Each>,
    },
    /// Multiples or changes are set against different things, or one does not say against what.
    BaseDiffers {
        /// What the first is set against.
        first: Option<Text>,
        /// What the second is set against.
        second: Option<Text>,
    },
    /// The source does not say what the figure covers, so it may cover more or less than the other.
    ScopeNotStated {
        /// The area of the figure.
        area: Key<Area>,
    },
    /// They cover different levels.
    ScopeDiffers {
        /// What the first covers.
        first: Scope,
        /// What the second covers.
        second: Scope,
    },
    /// One is counted over a period, the other as of a date, or the like.
    NatureDiffers {
        /// The nature of the first.
        first: Nature,
        /// The nature of the second.
        second: Nature,
    },
    /// One has happened, the other is planned or expected.
    StatusDiffers {
        /// The status of the first.
        first: Status,
        /// The status of the second.
        second: Status,
    },
    /// An end of the period is not known.
    PeriodUnknown {
        /// The area of the figure.
        area: Key<Area>,
    },
    /// The periods share less than half of the shorter one's days.
    PeriodsApart {
        /// The year of the first, or its month where the years are the same.
        first: PartialDate,
        /// The same of the second.
        second: PartialDate,
    },
    /// The dates are, or can be, a few days apart: they count as one time.
    DatesNear {
        /// The date of the first.
        first: PartialDate,
        /// The same of the second.
        second: PartialDate,
    },
    /// The dates are, or can be, further apart than what counts as one time.
    DatesDiffer {
        /// The date of the first.
        first: PartialDate,
        /// The same of the second.
        second: PartialDate,
    },
    /// The dates are, or can be, more than a year apart.
    DatesFarApart {
        /// The date of the first.
        first: PartialDate,
        /// The same of the second.
        second: PartialDate,
    },
    /// The periods are, or can be, of different length.
    PeriodLengthDiffers {
        /// The length of the first in months.
        first: Range,
        /// The same of the second.
        second: Range,
    },
    /// The periods of two totals are, or can be, of so different a length that the totals say nothing of each other.
    LengthsFarApart {
        /// The length of the first in months.
        first: Range,
        /// The same of the second.
        second: Range,
        /// Whether nothing else keeps the two from being compared per month.
        per_month: bool,
    },
    /// Rates per month over periods of so different a length that they are not of the same time: three years beside one.
    YearsAndLengthsDiffer {
        /// The length of the first in months.
        first: Range,
        /// The same of the second.
        second: Range,
    },
    /// Of two totals the greater is not surely the greater per month, too, so their order is not told.
    OrderTurnsPerMonth {
        /// The length of the first in months.
        first: Range,
        /// The same of the second.
        second: Range,
    },
    /// An end of the period was worked out, not read.
    PeriodInferred {
        /// The area of the figure.
        area: Key<Area>,
    },
    /// The figure is only a bound.
    OnlyBound {
        /// The area of the figure.
        area: Key<Area>,
        /// Whether it is a lower or an upper bound.
        qualifier: Qualifier,
    },
    /// The figure gives no bound that can be relied on.
    NoReliableBound {
        /// The area of the figure.
        area: Key<Area>,
        /// How it is hedged.
        qualifier: Qualifier,
    },
    /// Two sources print different numbers for the same thing.
    SourcesDisagree {
        /// The area of the figure.
        area: Key<Area>,
    },
    /// The source was not read in full.
    SourceSeenInPart {
        /// The area of the figure.
        area: Key<Area>,
        /// How it was seen.
        grade: Grade,
    },
    /// What the figure was divided by needs a word.
    DenominatorCaveat {
        /// The area of the figure.
        area: Key<Area>,
        /// What must be told about it.
        caveat: Text,
    },
}

impl Reason {
    /// Returns the stable id, which never changes with the language.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotPerformance => "not-performance",
            Self::NoMeasure { .. } => "no-measure",
            Self::DesignedNumber { .. } => "designed-number",
            Self::DefinitionDiffers { .. } => "definition-differs",
            Self::UnitDiffers { .. } => "unit-differs",
            Self::EachDiffers { .. } => "each-differs",
            Self::MeanBesideTotal { .. } => "mean-beside-total",
            Self::BaseDiffers { .. } => "base-differs",
            Self::ScopeDiffers { .. } => "scope-differs",
            Self::ScopeNotStated { .. } => "scope-not-stated",
            Self::NatureDiffers { .. } => "nature-differs",
            Self::StatusDiffers { .. } => "status-differs",
            Self::PeriodUnknown { .. } => "period-unknown",
            Self::PeriodsApart { .. } => "periods-apart",
            Self::DatesNear { .. } => "dates-near",
            Self::DatesDiffer { .. } => "dates-differ",
            Self::DatesFarApart { .. } => "dates-far-apart",
            Self::PeriodLengthDiffers { .. } => "period-length-differs",
            Self::LengthsFarApart { .. } => "lengths-far-apart",
            Self::YearsAndLengthsDiffer { .. } => "years-and-lengths-differ",
            Self::OrderTurnsPerMonth { .. } => "order-turns-per-month",
            Self::PeriodInferred { .. } => "period-inferred",
            Self::OnlyBound { .. } => "only-bound",
            Self::NoReliableBound { .. } => "no-reliable-bound",
            Self::SourcesDisagree { .. } => "sources-disagree",
            Self::SourceSeenInPart { .. } => "source-seen-in-part",
            Self::DenominatorCaveat { .. } => "denominator-caveat",
        }
    }

    /// Returns how much this reason weighs. [`Verdict::Comparable`] is a remark: the reader is told, and the verdict stands.
    #[must_use]
    pub const fn weight(&self) -> Verdict {
        match self {
            Self::NotPerformance
            | Self::NoMeasure { .. }
            | Self::DesignedNumber { .. }
            | Self::DefinitionDiffers { .. }
            | Self::UnitDiffers { .. }
            | Self::EachDiffers { .. }
            | Self::BaseDiffers { .. }
            | Self::ScopeDiffers { .. }
            | Self::NatureDiffers { .. }
            | Self::StatusDiffers { .. }
            | Self::DatesFarApart { .. }
            | Self::LengthsFarApart { .. }
            | Self::PeriodUnknown { .. } => Verdict::NotComparable,
            Self::MeanBesideTotal { .. }
            | Self::ScopeNotStated { .. }
            | Self::PeriodsApart { .. }
            | Self::DatesDiffer { .. }
            | Self::PeriodLengthDiffers { .. }
            | Self::YearsAndLengthsDiffer { .. }
            | Self::PeriodInferred { .. }
            | Self::OnlyBound { .. }
            | Self::NoReliableBound { .. }
            | Self::SourcesDisagree { .. }
            | Self::SourceSeenInPart { .. }
            | Self::DenominatorCaveat { .. } => Verdict::WithCaution,
            Self::DatesNear { .. } | Self::OrderTurnsPerMonth { .. } => Verdict::Comparable,
        }
    }

    /// Returns the area whose own figure causes this reason, which then holds for every pair with that area; `None` if
    /// the reason lies between two figures.
    #[must_use]
    pub const fn area(&self) -> Option<Key<Area>> {
        match self {
            Self::NoMeasure { area, .. }
            | Self::DesignedNumber { area }
            | Self::ScopeNotStated { area }
            | Self::PeriodUnknown { area }
            | Self::PeriodInferred { area }
            | Self::OnlyBound { area, .. }
            | Self::NoReliableBound { area, .. }
            | Self::SourcesDisagree { area }
            | Self::SourceSeenInPart { area, .. }
            | Self::DenominatorCaveat { area, .. } => Some(*area),
            _ => None,
        }
    }

    /// Whether this says the same as another reason, perhaps of another area's figure.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NoMeasure { why, .. }, Self::NoMeasure { why: other, .. }) => why == other,
            (Self::OnlyBound { qualifier, .. }, Self::OnlyBound { qualifier: other, .. })
            | (Self::NoReliableBound { qualifier, .. }, Self::NoReliableBound { qualifier: other, .. }) => {
                qualifier == other
            }
            (Self::SourceSeenInPart { grade, .. }, Self::SourceSeenInPart { grade: other, .. }) => grade == other,
            (Self::DenominatorCaveat { caveat, .. }, Self::DenominatorCaveat { caveat: other, .. }) => caveat == other,
            _ if self.area().is_some() => self.id() == other.id(),
            _ => self == other,
        }
    }

    /// Whether two figures with this reason between them must not stand in one order.
    ///
    /// Inferred periods, bounds and lengths do not forbid it, because the intervals allow for them. Excerpts and caveats do
    /// not, because the reader is told of them.
    #[must_use]
    pub const fn forbids_rank(&self) -> bool {
        match self {
            Self::ScopeNotStated { .. }
            | Self::PeriodsApart { .. }
            | Self::DatesDiffer { .. }
            | Self::NoReliableBound { .. }
            | Self::SourcesDisagree { .. } => true,
            _ => matches!(self.weight(), Verdict::NotComparable),
        }
    }
}
