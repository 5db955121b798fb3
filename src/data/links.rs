//! What lies between things: parts and wholes, initiatives and their figures, absences, denominators.

use super::draft::Drafts;
use super::fault;
use super::observation::ObservationDraft;
use super::register::Register;
use super::sink::{Place, Sink};
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::article::Grade;
use crate::domain::date::PartialDate;
use crate::domain::denominator::{Certainty, Denominator};
use crate::domain::indicator::Population;
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Actor, Observation, PrintedValue as Figure, Scope, Status};
use crate::domain::period::Shape;
use crate::text::Text;
use std::collections::HashMap;

/// Checks everything that needs more than one entry.
pub(super) fn check(drafts: &Drafts, register: &Register, sink: &Sink) {
    check_parts(drafts, register, sink);
    for initiative in &drafts.initiatives {
        for (figure, place) in &initiative.figures {
            check_area(drafts, register, sink, initiative.area, (*figure, *place));
        }
    }
    for (area, figure) in drafts.decks.iter().flat_map(|deck| &deck.claims) {
        check_area(drafts, register, sink, Some(*area), *figure);
    }
    check_absences(drafts, sink);
    check_denominators(drafts, sink);
}

/// Reports a figure that is not of this area.
fn check_area(
    drafts: &Drafts,
    register: &Register,
    sink: &Sink,
    area: Option<Key<Area>>,
    (figure, place): (Key<Observation>, Place),
) {
    let its = drafts.observations.get(figure.position()).and_then(|draft| draft.area);
    if let (Some(area), Some(its)) = (area, its)
        && area != its
    {
        sink.report(place, fault::other_area(register.observations.ids.id(figure), register.areas.ids.id(its)));
    }
}

fn check_parts(drafts: &Drafts, register: &Register, sink: &Sink) {
    let whole_of = |part: usize| drafts.observations.get(part).and_then(|draft| draft.part_of);
    for (part, draft) in drafts.observations.iter().enumerate() {
        let Some((whole, place)) = draft.part_of else { continue };
        check_area(drafts, register, sink, draft.area, (whole, place));
        if whole.position() == part {
            sink.report(place, fault::part_of_itself());
            continue;
        }
        // A circle is reported once, at the first of its members.
        let up = std::iter::successors(Some(whole.position()), |at| whole_of(*at).map(|(whole, _)| whole.position()));
        let above: Vec<usize> = up.take(drafts.observations.len()).take_while(|at| *at != part).collect();
        let returns = above.last().and_then(|last| whole_of(*last)).is_some_and(|(whole, _)| whole.position() == part);
        if returns && above.iter().all(|other| part < *other) {
            sink.report(place, fault::part_cycle());
        }
    }
}

fn check_absences(drafts: &Drafts, sink: &Sink) {
    let mut seen = HashMap::new();
    for absence in &drafts.absences {
        let Some(what) = absence.area.zip(absence.indicator) else { continue };
        if let Some(first) = seen.get(&what) {
            sink.report(absence.place, fault::absent_twice(&sink.whereabouts(*first)));
            continue;
        }
        seen.insert(what, absence.place);
        let is_it = |draft: &&ObservationDraft| draft.area.zip(draft.indicator) == Some(what);
        if let Some(figure) = drafts.observations.iter().find(is_it) {
            sink.report(absence.place, fault::not_absent(&sink.whereabouts(figure.place)));
        }
    }
}

/// What makes a denominator: whose, of what, as of when.
type Base = (Key<Area>, Population, PartialDate);

fn check_denominators(drafts: &Drafts, sink: &Sink) {
    let figures: Vec<(Base, Amount, &ObservationDraft)> =
        drafts.observations.iter().filter_map(|draft| Some((base(draft, drafts)?, amount(draft)?, draft))).collect();
    let mut seen: HashMap<Base, Place> = HashMap::new();
    for denominator in &drafts.denominators {
        let base = (|| Some((denominator.area?, denominator.population?, denominator.as_of?)))();
        let Some(base) = base else { continue };
        if let Some(first) = seen.get(&base) {
            sink.report(denominator.head, fault::denominator_twice(&sink.whereabouts(*first)));
        }
        seen.entry(base).or_insert(denominator.head);
        let differs = |amount: &Amount| denominator.count.is_some_and(|count| count != *amount);
        if let Some((_, amount, draft)) = figures.iter().find(|(its, amount, _)| *its == base && differs(amount)) {
            let place = sink.whereabouts(draft.place);
            sink.report(denominator.place, fault::denominator_disagrees(amount.get(), &place));
        }
    }
}

fn amount(draft: &ObservationDraft) -> Option<Amount> {
    match draft.value {
        Some(Figure::Number(amount)) => Some(amount),
        _ => None,
    }
}

/// What an observation would be a denominator of: only an exact number of the whole city level, that holds as of a
/// known date, is fit to divide by.
fn base(draft: &ObservationDraft, drafts: &Drafts) -> Option<Base> {
    let population = drafts.indicators.get(draft.indicator?.position())?.denominator?;
    let whole = draft.part_of.is_none() && draft.variant.is_none() && draft.scope? == Scope::City;
    let sure = draft.qualifier? == Qualifier::Exact && draft.status? == Status::Achieved;
    let Shape::AsOf(date) = &draft.period.as_ref()?.shape else { return None };
    let fit = whole && sure && draft.actor == Some(Actor::Committee);
    fit.then_some((draft.area?, population, date.date()?))
}

/// The denominators of all areas: those given as such, and then the observations that serve as one, unless there is one
/// of the same kind and date already. `None` where a draft lacks something.
pub(super) fn denominators(drafts: &Drafts) -> Option<Vec<Denominator>> {
    let mut all: Vec<Denominator> = Vec::new();
    for draft in &drafts.denominators {
        all.push(draft.finish()?);
    }
    for (place, draft) in drafts.observations.iter().enumerate() {
        let Some((area, population, as_of)) = base(draft, drafts) else { continue };
        let is_same = |other: &Denominator| (other.area, other.population, other.as_of) == (area, population, as_of);
        if all.iter().any(is_same) {
            continue;
        }
        let article = drafts.articles.get(draft.source.as_ref()?.article.position())?;
        let (outlet, title) = (article.outlet.as_ref()?, article.title.as_ref()?);
        all.push(Denominator {
            area,
            population,
            count: amount(draft)?,
            as_of,
            source: Text::new(format!("{}《{title}》", outlet.zh), format!("{}, “{title}”", outlet.en)),
            certainty: if article.grade? == Grade::Repost { Certainty::Low } else { Certainty::Good },
            caveat: draft.note.clone(),
            observation: Some(Key::new(u32::try_from(place).ok()?)),
        });
    }
    Some(all)
}
