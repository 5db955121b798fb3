//! Whether two figures may be compared, with all reasons for and against.

use super::area::Area;
use super::article::Grade;
use super::dataset::Dataset;
use super::date::{PartialDate, days_between};
use super::indicator::Nature;
use super::interval::{Extent, Qualifier};
use super::measure::{MeasuredFigure, NoMeasure};
use super::observation::{Actor, Observation, Scope, Status};
use super::period::{Period, Range};
use super::request::{Divisor, Measure};
use super::table::Key;
use crate::text::{Text, words};
use jiff::civil::Date;

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
    /// Stocks as of dates that can't be the same day.
    DatesDiffer {
        /// The date of the first.
        first: PartialDate,
        /// The same of the second.
        second: PartialDate,
    },
    /// The periods are of different length, in months.
    PeriodLengthDiffers {
        /// The length of the first.
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

    /// Returns how much this reason weighs: [`Verdict::NotComparable`] or [`Verdict::WithCaution`].
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

    /// Returns the area whose own figure causes this reason, which then holds for every pair with that area; `None` if
    /// the reason lies between two figures.
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

    /// Whether two figures with this reason between them must not stand in one order.
    ///
    /// Inferred periods and bounds do not forbid it, because the intervals allow for them. Excerpts and caveats do not,
    /// because the reader is told of them.
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

/// Returns all reasons between two figures, the weightiest first. An empty list means like with like.
pub(super) fn reasons(dataset: &Dataset, first: &MeasuredFigure, second: &MeasuredFigure, by: Measure) -> Vec<Reason> {
    let (a, b) = (&dataset.observations[first.observation()], &dataset.observations[second.observation()]);
    let mut reasons = between(dataset, a, b, by);
    for (figure, observation) in [(first, a), (second, b)] {
        reasons.extend(within(dataset, figure, observation));
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.weight()));
    reasons
}

/// Returns the reasons that lie between two figures.
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

/// The share of the longer period by which two lengths may differ and still count as equal.
///
/// Each length is the middle of what its two ends allow. Unlike a rate, a raw count has no interval that covers a
/// doubtful length. So a length that may be one month or twelve must not pass for a known one.
const LENGTH_TOLERANCE: f64 = 0.1;

/// Whether two stocks cannot be of the same day, or two periods share less than half of the shorter one's days. Half is
/// the limit because two yearly cycles may share the weeks of a session and are still two cycles.
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
        && by.divisor() != Divisor::Months
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

/// Returns the reasons that lie in one figure alone.
fn within(dataset: &Dataset, figure: &MeasuredFigure, observation: &Observation) -> Vec<Reason> {
    let area = observation.area;
    let mut reasons = Vec::new();
    match &figure.extent {
        Err(why) => reasons.push(Reason::NoMeasure { area, why: why.clone() }),
        Ok(Extent::Designed(_)) => reasons.push(Reason::DesignedNumber { area }),
        Ok(Extent::Unreliable { qualifier, .. }) => {
            reasons.push(Reason::NoReliableBound { area, qualifier: *qualifier });
        }
        Ok(Extent::Within(_)) if observation.qualifier() != Qualifier::Exact => {
            reasons.push(Reason::OnlyBound { area, qualifier: observation.qualifier() });
        }
        Ok(Extent::Within(_)) => {}
    }
    if observation.period.is_unknown() {
        reasons.push(Reason::PeriodUnknown { area });
    }
    if observation.period.is_inferred() {
        reasons.push(Reason::PeriodInferred { area });
    }
    if figure.observations.len() > 1 {
        reasons.push(Reason::SourcesDisagree { area });
    }
    // Of several sources that print the figure, the one that was seen best counts.
    let grade = observation.sources().map(|source| dataset.articles[source.article].grade).min();
    if let Some(grade) = grade.filter(|grade| *grade != Grade::Full) {
        reasons.push(Reason::SourceSeenInPart { area, grade });
    }
    if let Some(caveat) = figure.denominator.as_ref().and_then(|denominator| denominator.caveat.clone()) {
        reasons.push(Reason::DenominatorCaveat { area, caveat });
    }
    reasons
}
