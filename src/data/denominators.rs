//! Denominators: those that are given, and figures that serve as one.

use super::drafts::Drafts;
use super::entities::DenominatorId;
use super::observation::ObservationDraft;
use crate::domain::Key;
use crate::domain::article::Grade;
use crate::domain::denominator::{Certainty, Denominator};
use crate::domain::extent::Extent;
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Actor, Observation, PrintedValue, Scope, Status};
use crate::domain::period::Shape;
use crate::text::Text;
use crate::wording::UNNAMED_OUTLET;
use std::collections::HashSet;

/// A figure that serves as a denominator.
pub(super) struct ServingFigure<'a> {
    pub id: DenominatorId,
    pub amount: Amount,
    pub qualifier: Qualifier,
    pub key: Key<Observation>,
    pub draft: &'a ObservationDraft,
}

/// Returns the figures that serve as denominators.
pub(super) fn serving(drafts: &Drafts) -> impl Iterator<Item = ServingFigure<'_>> {
    drafts.observations.iter().enumerate().filter_map(|(position, draft)| {
        let Some(PrintedValue::Number { amount, qualifier }) = draft.value else { return None };
        let key = Key::new(u32::try_from(position).ok()?);
        Some(ServingFigure { id: denominator_id(draft, drafts)?, amount, qualifier, key, draft })
    })
}

/// Returns which denominator a figure would be. Only a number of the whole city level that gives a bound and holds as of a
/// known date is fit to divide by.
fn denominator_id(draft: &ObservationDraft, drafts: &Drafts) -> Option<DenominatorId> {
    let population = drafts.indicators.get(draft.indicator?.position())?.denominator?;
    let whole = draft.part_of.is_none() && draft.variant.is_none() && draft.scope? == Scope::City;
    let Some(PrintedValue::Number { amount, qualifier }) = draft.value else { return None };
    let sure = Extent::of(amount, qualifier).interval().is_some() && draft.status? == Status::Achieved;
    let Shape::AsOf(date) = &draft.period.as_ref()?.shape else { return None };
    let fit = whole && sure && draft.actor == Some(Actor::Committee);
    fit.then_some(DenominatorId { area: draft.area?, population, as_of: date.date()? })
}

/// Returns the denominators of all areas: those that are given, then figures that serve as one. A given one replaces a
/// figure of the same kind and date.
pub(super) fn denominators(drafts: &Drafts) -> Option<Vec<Denominator>> {
    let mut all: Vec<Denominator> = Vec::new();
    let mut ids = HashSet::new();
    for draft in &drafts.denominators {
        all.push(draft.finish()?);
        ids.extend(draft.id());
    }
    for ServingFigure { id, amount, qualifier, key, draft } in serving(drafts) {
        if !ids.insert(id) {
            continue;
        }
        let DenominatorId { area, population, as_of } = id;
        let article = drafts.articles.get(draft.source.as_ref()?.article.position())?;
        let title = article.title.as_ref()?;
        let outlet = article.outlet.clone().unwrap_or_else(|| UNNAMED_OUTLET.into());
        all.push(Denominator {
            area,
            population,
            count: amount,
            qualifier,
            as_of,
            source: Text::new(format!("{}《{title}》", outlet.zh), format!("{}, “{title}”", outlet.en)),
            certainty: if article.grade? >= Grade::Repost { Certainty::Low } else { Certainty::Good },
            caveat: draft.note.clone(),
            observation: Some(key),
        });
    }
    Some(all)
}
