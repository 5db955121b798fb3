//! The stable names by which scenarios speak of results. Each match names every variant, so a new one does not compile
//! until it has a name here and, by the coverage test, a scenario.

use cppcc::domain::Verdict;
use cppcc::domain::measure::{NoMeasure, UnknownEnd};
use cppcc::domain::order::NoOrder;
use cppcc::domain::reason::Reason;
use cppcc::domain::request::Measure;
use cppcc::domain::request::YearChoice;

/// The name of a verdict.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Comparable => "comparable",
        Verdict::WithCaution => "with-caution",
        Verdict::NotComparable => "not-comparable",
    }
}

/// The name of a reason why a figure has no value under a measure.
pub const fn no_measure(why: &NoMeasure) -> &'static str {
    match why {
        NoMeasure::NotAFlow(_) => "not-a-flow",
        NoMeasure::NotACount(_) => "not-a-count",
        NoMeasure::OfItself(_) => "of-itself",
        NoMeasure::PeriodUnknown { end: UnknownEnd::Start, .. } => "start-unknown",
        NoMeasure::PeriodUnknown { end: UnknownEnd::End, .. } => "end-unknown",
        NoMeasure::NoDenominator { .. } => "no-denominator",
        NoMeasure::OutOfRange => "out-of-range",
    }
}

/// The name of a reason why nothing is ranked.
pub const fn no_order(why: NoOrder) -> &'static str {
    match why {
        NoOrder::FewerThanTwo => "fewer-than-two",
        NoOrder::NothingComparable => "nothing-comparable",
        NoOrder::CannotBeTold => "cannot be told",
    }
}

/// The name of a measure.
pub const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Raw => "raw",
        Measure::PerMonth => "per-month",
        Measure::PerHundredMembers => "per-100-members",
        Measure::PerMillionResidents => "per-million-residents",
    }
}

/// The name of a kind of moment.
pub const fn year_choice(year_choice: YearChoice) -> &'static str {
    match year_choice {
        YearChoice::Latest => "latest",
        YearChoice::Closest => "closest",
        YearChoice::Year(_) => "year",
    }
}

/// The name of a reason, as the domain itself gives it. The match is here only to stop compiling at a new one.
pub const fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::NotPerformance
        | Reason::NoMeasure { .. }
        | Reason::DesignedNumber { .. }
        | Reason::DefinitionDiffers { .. }
        | Reason::UnitDiffers { .. }
        | Reason::EachDiffers { .. }
        | Reason::MeanBesideTotal { .. }
        | Reason::BaseDiffers { .. }
        | Reason::ScopeNotStated { .. }
        | Reason::DatesNear { .. }
        | Reason::DatesFarApart { .. }
        | Reason::LengthsFarApart { .. }
        | Reason::YearsAndLengthsDiffer { .. }
        | Reason::OrderTurnsPerMonth { .. }
        | Reason::ScopeDiffers { .. }
        | Reason::NatureDiffers { .. }
        | Reason::StatusDiffers { .. }
        | Reason::PeriodUnknown { .. }
        | Reason::PeriodsApart { .. }
        | Reason::DatesDiffer { .. }
        | Reason::PeriodLengthDiffers { .. }
        | Reason::PeriodInferred { .. }
        | Reason::OnlyBound { .. }
        | Reason::NoReliableBound { .. }
        | Reason::SourcesDisagree { .. }
        | Reason::SourceSeenInPart { .. }
        | Reason::DenominatorCaveat { .. } => reason.id(),
    }
}

/// Every name that some scenario must state, by where it is stated.
pub const ALL: [(&str, &[&str]); 8] = [
    ("verdict", &["comparable", "with-caution", "not-comparable"]),
    (
        "reason",
        &[
            "not-performance",
            "no-measure",
            "designed-number",
            "definition-differs",
            "unit-differs",
            "each-differs",
            "mean-beside-total",
            "base-differs",
            "scope-not-stated",
            "dates-near",
            "dates-far-apart",
            "lengths-far-apart",
            "years-and-lengths-differ",
            "order-turns-per-month",
            "scope-differs",
            "nature-differs",
            "status-differs",
            "period-unknown",
            "periods-apart",
            "dates-differ",
            "period-length-differs",
            "period-inferred",
            "only-bound",
            "no-reliable-bound",
            "sources-disagree",
            "source-seen-in-part",
            "denominator-caveat",
        ],
    ),
    ("missing", &["not-reported", "nothing-for-year", "nothing-of-choice", "not-applicable", "not-curated"]),
    (
        "refused",
        &[
            "context",
            "designed",
            "not-a-flow",
            "not-a-count",
            "of-itself",
            "fewer-than-two",
            "fewer-than-two-of-choice",
            "nothing-measured",
            "nothing-comparable",
        ],
    ),
    (
        "no measure",
        &["not-a-flow", "not-a-count", "of-itself", "start-unknown", "end-unknown", "no-denominator", "out-of-range"],
    ),
    ("order", &["fewer-than-two", "nothing-comparable", "cannot be told"]),
    ("measure", &["raw", "per-month", "per-100-members", "per-million-residents"]),
    ("when", &["latest", "closest", "year"]),
];
