//! Whether two figures may be compared, with all reasons for and against.

use super::area::Area;
use super::article::Grade;
use super::dataset::Dataset;
use super::extent::Extent;
use super::indicator::Nature;
use super::interval::Qualifier;
use super::measure::MeasuredFigure;
use super::observation::{Actor, Observation, Scope};
use super::reason::{Reason, Verdict};
use super::request::{Divisor, Measure};
use super::table::Key;
use super::time_rules::{self, KnownDays};
use crate::sorting::PutInOrder;
use std::borrow::Borrow;

/// Returns the weightiest of some reasons. Without a reason like is compared with like.
pub(super) fn verdict(reasons: impl IntoIterator<Item: Borrow<Reason>>) -> Verdict {
    reasons.into_iter().map(|reason| reason.borrow().weight()).max().unwrap_or(Verdict::Comparable)
}

/// Returns all reasons between two figures, the weightiest first.
pub(super) fn reasons(dataset: &Dataset, first: &MeasuredFigure, second: &MeasuredFigure, by: Measure) -> Vec<Reason> {
    let (a, b) = (&dataset.observations[first.observation()], &dataset.observations[second.observation()]);
    let (days, others) = (KnownDays::of(&a.period), KnownDays::of(&b.period));
    let mut reasons = between(dataset, (a, &days), (b, &others), by);
    reasons.extend(within(dataset, first));
    reasons.extend(within(dataset, second));
    reasons.put_in_order_by_key(|reason| std::cmp::Reverse(reason.weight()));
    reasons
}

/// Returns the reasons that lie between two figures. They depend on nothing but definitions and times, and so are the same
/// between all figures that are [`super::alike::AlikeFigures`].
pub(super) fn between(
    dataset: &Dataset,
    (a, days): (&Observation, &KnownDays),
    (b, others_days): (&Observation, &KnownDays),
    by: Measure,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let others = [a, b].into_iter().any(|observation| observation.actor != Actor::Committee);
    if others || dataset.theme_of(a.indicator).is_context {
        reasons.push(Reason::NotPerformance);
    }
    between_definitions(dataset, a, b, by, &mut reasons);
    if a.nature == b.nature {
        time_rules::between((a, days), (b, others_days), by, &mut reasons);
    }
    let is_alone = reasons.iter().filter(|reason| reason.weight() == Verdict::NotComparable).count() == 1;
    for reason in &mut reasons {
        if let Reason::LengthsFarApart { per_month, .. } = reason {
            *per_month = is_alone;
        }
    }
    reasons
}

fn between_definitions(dataset: &Dataset, a: &Observation, b: &Observation, by: Measure, reasons: &mut Vec<Reason>) {
    if a.variant != b.variant {
        reasons.push(Reason::DefinitionDiffers { first: a.variant.clone(), second: b.variant.clone() });
    }
    if a.unit != b.unit {
        let usual = &dataset.indicators[a.indicator].unit;
        let unit = |observation: &Observation| observation.unit.as_ref().unwrap_or(usual).clone();
        reasons.push(Reason::UnitDiffers { first: unit(a), second: unit(b) });
    }
    if a.each != b.each {
        let (first, second) = (a.each, b.each);
        reasons.push(match by.divisor() {
            Divisor::Months => Reason::MeanBesideTotal { first, second },
            _ => Reason::EachDiffers { first, second },
        });
    }
    // A multiple of an unknown thing says nothing of another.
    if matches!(a.nature, Nature::Ratio | Nature::Change) && (a.base.is_none() || a.base != b.base) {
        reasons.push(Reason::BaseDiffers { first: a.base.clone(), second: b.base.clone() });
    }
    let are_stated = [a.scope, b.scope].iter().all(|scope| *scope != Scope::NotStated);
    if a.scope != b.scope && are_stated {
        reasons.push(Reason::ScopeDiffers { first: a.scope, second: b.scope });
    }
    if a.nature != b.nature {
        reasons.push(Reason::NatureDiffers { first: a.nature, second: b.nature });
    }
    if a.status != b.status {
        reasons.push(Reason::StatusDiffers { first: a.status, second: b.status });
    }
}

/// Returns the reasons that lie in one figure alone.
pub(super) fn within<'a>(dataset: &'a Dataset, figure: &'a MeasuredFigure) -> impl Iterator<Item = Reason> + 'a {
    of_value_and_time(dataset, figure).chain(of_sources(dataset, figure))
}

/// Returns the reasons in one figure alone that may keep it from a rank or from being compared at all, among others.
pub(super) fn of_value_and_time(dataset: &Dataset, figure: &MeasuredFigure) -> impl Iterator<Item = Reason> + use<> {
    // Nearly always there is none, and the figure itself is not looked at.
    let is_plain = figure.is_of_one() && dataset.observations.summary(figure.observation()).is_plain;
    let is_plain = is_plain && figure.extent.is_ok() && !figure.has_hedged_denominator();
    let reasons = (!is_plain).then(|| hindrances(dataset, figure));
    reasons.into_iter().flatten().flatten()
}

fn hindrances(dataset: &Dataset, figure: &MeasuredFigure) -> [Option<Reason>; 5] {
    let observation = &dataset.observations[figure.observation()];
    let area = observation.area;
    let period = &observation.period;
    [
        value_within(dataset, figure, area),
        (observation.scope == Scope::NotStated).then_some(Reason::ScopeNotStated { area }),
        period.is_unknown().then_some(Reason::PeriodUnknown { area }),
        period.is_inferred().then_some(Reason::PeriodInferred { area }),
        (!figure.is_of_one()).then_some(Reason::SourcesDisagree { area }),
    ]
}

/// Returns what the reader must be told of where a figure and what it is divided by come from. It never forbids a rank.
fn of_sources<'a>(dataset: &'a Dataset, figure: &'a MeasuredFigure) -> impl Iterator<Item = Reason> + 'a {
    let observation = &dataset.observations[figure.observation()];
    let area = observation.area;
    // Of several sources that print the figure, the one that was seen best counts.
    let grade = observation.sources().map(|source| dataset.articles[source.article].grade).min();
    let grade = grade.filter(|grade| *grade != Grade::Full).map(|grade| Reason::SourceSeenInPart { area, grade });
    let caveat = figure.denominator.as_ref().and_then(|denominator| denominator.caveat.as_ref());
    let caveat = caveat.map(move |caveat| Reason::DenominatorCaveat { area, caveat: caveat.clone() });
    grade.into_iter().chain(caveat)
}

/// Returns the reason that lies in a figure's value under the measure.
fn value_within(dataset: &Dataset, figure: &MeasuredFigure, area: Key<Area>) -> Option<Reason> {
    match &figure.extent {
        Err(why) => Some(Reason::NoMeasure { area, why: why.clone() }),
        Ok(Extent::Designed(_)) => Some(Reason::DesignedNumber { area }),
        Ok(Extent::Unreliable { qualifier, .. }) => Some(Reason::NoReliableBound { area, qualifier: *qualifier }),
        Ok(Extent::Within(interval)) if figure.has_hedged_denominator() => {
            Some(Reason::OnlyBound { area, qualifier: interval.qualifier() })
        }
        Ok(Extent::Within(_)) => {
            let mut qualifiers = figure.observations.iter().map(|key| dataset.observations[*key].qualifier());
            let hedged = qualifiers.find(|qualifier| *qualifier != Qualifier::Exact);
            hedged.map(|qualifier| Reason::OnlyBound { area, qualifier })
        }
    }
}
