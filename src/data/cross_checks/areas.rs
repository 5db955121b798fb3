//! Checks that the figures of a thing are of its own area.

use super::context::CheckContext;
use crate::data::fault;
use crate::data::ids::Reference;
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::observation::Observation;

/// Checks wholes, initiatives and slides about an area.
pub(super) fn check(context: &CheckContext) {
    for draft in &context.drafts.observations {
        draft.part_of.iter().for_each(|whole| check_area(context, draft.area, whole));
    }
    for initiative in &context.drafts.initiatives {
        initiative.figures.iter().for_each(|figure| check_area(context, initiative.area, figure));
    }
    for claimed in context.drafts.decks.iter().flat_map(|deck| &deck.claims.area_figures) {
        check_area(context, Some(claimed.area), &claimed.figure);
    }
}

/// Reports a reference to a figure of another area than the thing that refers to it.
fn check_area(context: &CheckContext, area: Option<Key<Area>>, figure: &Reference<Observation>) {
    let its = context.figure(figure.key).and_then(|draft| draft.area);
    if let (Some(area), Some(its)) = (area, its)
        && area != its
    {
        let (figures, areas) = (&context.entries.observations.ids, &context.entries.areas.ids);
        context.sink.report(figure.span, fault::other_area(figures.id(figure.key), areas.id(its)));
    }
}
