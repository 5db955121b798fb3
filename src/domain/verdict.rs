//! Whether two figures may be compared, with all reasons for and against.

use super::dataset::Dataset;
use super::date::{PartialDate, days_between};
use super::interval::{Extent, Qualifier};
use super::measure::NoMeasure;
use super::period::{Period, Range};
use super::table::Key;
use crate::domain::area::Area;
use crate::domain::article::Grade;
use crate::domain::indicator::Nature;
use crate::domain::measure::Found;
use crate::domain::observation::{Actor, Observation, Scope, Status};
use crate::domain::request::Measure;
use crate::text::{Text, words};
use jiff::civil::Date;

/// Whether two figures may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Like with like.
    Comparable,
    /// Side by side, with what must be told.
    WithCaution,
    /// Not like with like.
    NotComparable,
}

words! {
    Verdict {
        Comparable => "comparable",
        WithCaution => "with-caution",
        NotComparable => "not-comparable",
    }
}

/// A reason that weighs on a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// They are background, not the committees' performance.
    NotPerformance,
    /// A figure has no value under the measure.
    NoMeasure {
        /// Whose.
        area: Key<Area>,
        /// Why not.
        why: NoMeasure,
    },
    /// A designed number is a name, not a count.
    DesignedNumber {
        /// Whose.
        area: Key<Area>,
    },
    /// Different things are counted under one name.
    DefinitionDiffers {
        /// What the first counts.
        first: Option<Text>,
        /// What the second counts.
        second: Option<Text>,
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
        /// Whose.
        area: Key<Area>,
    },
    /// The periods share less than half of the shorter one's days.
    PeriodsApart {
        /// The first's year, or month where the years are the same; or its date, for a stock.
        first: PartialDate,
        /// The second's.
        second: PartialDate,
    },
    /// Stocks as of dates that can't be the same day.
    DatesDiffer {
        /// The first's date.
        first: PartialDate,
        /// The second's.
        second: PartialDate,
    },
    /// The periods are of different length, in months.
    PeriodLengthDiffers {
        /// The first's length.
        first: Range,
        /// The second's.
        second: Range,
    },
    /// An end of the period was worked out, not read.
    PeriodInferred {
        /// Whose.
        area: Key<Area>,
    },
    /// The figure is only a bound.
    OnlyBound {
        /// Whose.
        area: Key<Area>,
        /// Which bound.
        qualifier: Qualifier,
    },
    /// The figure gives no bound that can be relied on.
    NoReliableBound {
        /// Whose.
        area: Key<Area>,
        /// How it is hedged.
        qualifier: Qualifier,
    },
    /// Two sources print different numbers for the same thing.
    SourcesDisagree {
        /// Whose.
        area: Key<Area>,
    },
    /// The source was not read in full.
    SourceSeenInPart {
        /// Whose.
        area: Key<Area>,
        /// How it was seen.
        grade: Grade,
    },
    /// What the figure was divided by needs a word.
    DenominatorCaveat {
        /// Whose.
        area: Key<Area>,
        /// The word.
        caveat: Text,
    },
}

impl Reason {
    /// Returns its name in exports; it never changes with the language.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotPerformance => "not-performance",
            Self::NoMeasure { .. } => "no-measure",
            Self::DesignedNumber { .. } => "designed-number",
            Self::DefinitionDiffers { .. } => "definition-differs",
            Self::ScopeDiffers { .. } => "scope-differs",
            Self::NatureDiffers { .. } => "nature-differs",
            Self::StatusDiffers { .. } => "status-differs",
            Self::PeriodUnknown { .. } => "period-unknown",
            Self::PeriodsApart { .. } => "periods-apart",
            Self::DatesDiffer { .. } => "dates-differ",
            Self::PeriodLengthDiffers { .. } => "period-length-differs",
            Self::PeriodInferred { .. } => "period-inferred",
            Self::OnlyBound { .. } => "only-bound",
            Self::NoReliableBound { .. } => "no-reliable-bound",
            Self::SourcesDisagree { .. } => "sources-disagree",
            Self::SourceSeenInPart { .. } => "source-seen-in-part",
            Self::DenominatorCaveat { .. } => "denominator-caveat",
        }
    }

    /// How much this reason weighs: [`Verdict::NotComparable`] or [`Verdict::WithCaution`].
    #[must_use]
    pub const fn weight(&self) -> Verdict {
        match self {
            Self::NotPerformance
            | Self::NoMeasure { .. }
            | Self::DesignedNumber { .. }
            | Self::DefinitionDiffers { .. }
            | Self::ScopeDiffers { .. }
            | Self::NatureDiffers { .. }
            | Self::StatusDiffers { .. }
            | Self::PeriodUnknown { .. } => Verdict::NotComparable,
            Self::PeriodsApart { .. }
            | Self::DatesDiffer { .. }
            | Self::PeriodLengthDiffers { .. }
            | Self::PeriodInferred { .. }
            | Self::OnlyBound { .. }
            | Self::NoReliableBound { .. }
            | Self::SourcesDisagree { .. }
            | Self::SourceSeenInPart { .. }
            | Self::DenominatorCaveat { .. } => Verdict::WithCaution,
        }
    }

    /// The area whose own figure gives this reason, so that it weighs on every pair with that area; `None` where the
    /// reason lies between two figures.
    #[must_use]
    pub const fn area(&self) -> Option<Key<Area>> {
        match self {
            Self::NoMeasure { area, .. }
            | Self::DesignedNumber { area }
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

    /// Whether two figures with this reason between them are kept out of an order. An inferred period, a bound, an
    /// excerpt and a caveat are not: the intervals hold the first two, and the others are told.
    #[must_use]
    pub const fn forbids_rank(&self) -> bool {
        match self {
            Self::PeriodInferred { .. }
            | Self::OnlyBound { .. }
            | Self::SourceSeenInPart { .. }
            | Self::DenominatorCaveat { .. } => false,
            Self::PeriodsApart { .. }
            | Self::DatesDiffer { .. }
            | Self::PeriodLengthDiffers { .. }
            | Self::NoReliableBound { .. }
            | Self::SourcesDisagree { .. } => true,
            _ => matches!(self.weight(), Verdict::NotComparable),
        }
    }
}

/// All reasons between two figures, the weightiest first. An empty list means like with like.
pub(super) fn reasons(dataset: &Dataset, first: &Found, second: &Found, by: Measure) -> Vec<Reason> {
    let (a, b) = (&dataset.observations[first.main()], &dataset.observations[second.main()]);
    let mut reasons = between(dataset, a, b, by);
    for (found, observation) in [(first, a), (second, b)] {
        reasons.extend(within(dataset, found, observation));
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.weight()));
    reasons
}

/// What lies between two figures.
fn between(dataset: &Dataset, a: &Observation, b: &Observation, by: Measure) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let others = [a, b].into_iter().any(|observation| observation.actor != Actor::Committee);
    if others || dataset.theme_of(a.indicator).is_context {
        reasons.push(Reason::NotPerformance);
    }
    if a.variant != b.variant {
        reasons.push(Reason::DefinitionDiffers { first: a.variant.clone(), second: b.variant.clone() });
    }
    if a.scope != b.scope {
        reasons.push(Reason::ScopeDiffers { first: a.scope, second: b.scope });
    }
    if a.nature != b.nature {
        reasons.push(Reason::NatureDiffers { first: a.nature, second: b.nature });
    }
    if a.status != b.status {
        reasons.push(Reason::StatusDiffers { first: a.status, second: b.status });
    }
    if a.nature == b.nature {
        reasons.extend(between_periods(&a.period, &b.period, a.nature, by));
    }
    reasons
}

/// Two lengths differ where the middles of what their ends allow differ by more than a tenth of the longer. A raw count
/// does not hold the doubt about its length as a rate does, so a length that is hardly known (one month or twelve) is
/// not taken for one that is.
const LENGTH_TOLERANCE: f64 = 0.1;

/// Whether two stocks can't be of the same day, or two periods have less than half of the shorter one in common: cycles
/// that share the weeks of a session are still two cycles.
fn are_apart(a: (Date, Date), b: (Date, Date), nature: Nature) -> bool {
    let days = |(first, last): (Date, Date)| days_between(first, last) + 1;
    let shared = days((a.0.max(b.0), a.1.min(b.1)));
    match nature {
        Nature::Stock => shared < 1,
        _ => shared * 2 < days(a).min(days(b)),
    }
}

fn between_periods(a: &Period, b: &Period, nature: Nature, by: Measure) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let (Some(first), Some(second)) = (a.reach(), b.reach())
        && are_apart(first, second, nature)
        && let (Some(day), Some(other)) = (a.middle(), b.middle())
    {
        let date = |period: &Period, middle: Date| match (nature, period.end().date()) {
            (Nature::Stock, Some(date)) => date,
            _ if day.year() == other.year() => PartialDate::Month { year: middle.year(), month: middle.month() },
            _ => PartialDate::Year(middle.year()),
        };
        let (first, second) = (date(a, day), date(b, other));
        reasons.push(match nature {
            Nature::Stock => Reason::DatesDiffer { first, second },
            _ => Reason::PeriodsApart { first, second },
        });
    }
    // A rate per month has the length of its period taken out.
    if nature == Nature::Flow
        && by != Measure::PerMonth
        && let (Some(first), Some(second)) = (a.months(), b.months())
    {
        let middle = |range: Range| f64::midpoint(range.least, range.greatest);
        let (one, other) = (middle(first), middle(second));
        if (one - other).abs() > LENGTH_TOLERANCE * one.max(other) {
            reasons.push(Reason::PeriodLengthDiffers { first, second });
        }
    }
    reasons
}

/// What lies within one figure.
fn within(dataset: &Dataset, found: &Found, observation: &Observation) -> Vec<Reason> {
    let area = observation.area;
    let mut reasons = Vec::new();
    match &found.extent {
        Err(why) => reasons.push(Reason::NoMeasure { area, why: why.clone() }),
        Ok(Extent::Designed(_)) => reasons.push(Reason::DesignedNumber { area }),
        Ok(Extent::Unreliable { qualifier, .. }) => {
            reasons.push(Reason::NoReliableBound { area, qualifier: *qualifier });
        }
        Ok(Extent::Within(_)) if observation.qualifier != Qualifier::Exact => {
            reasons.push(Reason::OnlyBound { area, qualifier: observation.qualifier });
        }
        Ok(Extent::Within(_)) => {}
    }
    if observation.period.is_unknown() {
        reasons.push(Reason::PeriodUnknown { area });
    }
    if observation.period.is_inferred() {
        reasons.push(Reason::PeriodInferred { area });
    }
    if found.observations.len() > 1 {
        reasons.push(Reason::SourcesDisagree { area });
    }
    // Of several witnesses the best seen one counts.
    let grade = observation.sources().map(|source| dataset.articles[source.article].grade).min();
    if let Some(grade) = grade.filter(|grade| *grade != Grade::Full) {
        reasons.push(Reason::SourceSeenInPart { area, grade });
    }
    if let Some(caveat) = found.denominator.as_ref().and_then(|denominator| denominator.caveat.clone()) {
        reasons.push(Reason::DenominatorCaveat { area, caveat });
    }
    reasons
}
