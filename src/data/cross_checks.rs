//! Checks what takes more than one entry: parts and wholes, figures of areas, absences, denominators.

use super::deck::ChosenVariant;
use super::denominators::{ServingFigure, serving};
use super::drafts::Drafts;
use super::entities::DenominatorId;
use super::entries::PackEntries;
use super::fault;
use super::ids::Reference;
use super::observation::ObservationDraft;
use crate::checked::{Sink, SourceSpan};
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::observation::Observation;
use crate::text::{Lang, Text, nearest};
use std::collections::HashMap;

/// Checks all drafts against one another.
pub(super) fn check(drafts: &Drafts, entries: &PackEntries, sink: &Sink) {
    let check = Check { drafts, entries, sink };
    check.parts();
    for initiative in &drafts.initiatives {
        initiative.figures.iter().for_each(|figure| check.area(initiative.area, figure));
    }
    for claimed in drafts.decks.iter().flat_map(|deck| &deck.claims.area_figures) {
        check.area(Some(claimed.area), &claimed.figure);
    }
    drafts.decks.iter().flat_map(|deck| &deck.claims.variants).for_each(|chosen| check.variant(chosen));
    check.absences();
    check.denominators();
}

struct Check<'a> {
    drafts: &'a Drafts,
    entries: &'a PackEntries<'a>,
    sink: &'a Sink,
}

impl Check<'_> {
    /// Reports a reference to a figure of another area than the thing that refers to it.
    fn area(&self, area: Option<Key<Area>>, figure: &Reference<Observation>) {
        let its = self.drafts.observations.get(figure.key.position()).and_then(|draft| draft.area);
        if let (Some(area), Some(its)) = (area, its)
            && area != its
        {
            let (figures, areas) = (&self.entries.observations.ids, &self.entries.areas.ids);
            self.sink.report(figure.span, fault::other_area(figures.id(figure.key), areas.id(its)));
        }
    }

    /// Reports a variant that no figure of the slide's indicators has.
    fn variant(&self, chosen: &ChosenVariant) {
        let observations = self.drafts.observations.iter();
        let of_slide = observations.filter(|draft| draft.indicator.is_some_and(|key| chosen.indicators.contains(&key)));
        let held: Vec<&Text> = of_slide.filter_map(|draft| draft.variant.as_ref()).collect();
        if !chosen.indicators.is_empty() && !held.contains(&&chosen.variant) {
            let near = [Lang::Zh, Lang::En].into_iter().find_map(|lang| {
                let near = nearest(chosen.variant.get(lang), held.iter().map(|held| held.get(lang)))?;
                held.iter().find(|held| held.get(lang) == near)
            });
            let near = near.map(|Text { zh, en }| format!("{{ zh = \"{zh}\", en = \"{en}\" }}"));
            self.sink.report(chosen.span, fault::unknown_variant(&chosen.variant.zh, near.as_deref()));
        }
    }

    fn parts(&self) {
        let observations = &self.drafts.observations;
        let whole_of = |part: usize| Some(observations.get(part)?.part_of.as_ref()?.key.position());
        for (part, draft) in observations.iter().enumerate() {
            let Some(whole) = &draft.part_of else { continue };
            self.area(draft.area, whole);
            if whole.key.position() == part {
                self.sink.report(whole.span, fault::part_of_itself());
                continue;
            }
            // A circle is reported once, at the first of its members.
            let up = std::iter::successors(Some(whole.key.position()), |at| whole_of(*at));
            let above: Vec<usize> = up.take(observations.len()).take_while(|at| *at != part).collect();
            let returns = above.last().is_some_and(|last| whole_of(*last) == Some(part));
            if returns && above.iter().all(|other| part < *other) {
                self.sink.report(whole.span, fault::part_cycle());
            }
        }
    }

    fn absences(&self) {
        let mut seen = HashMap::new();
        for absence in &self.drafts.absences {
            let Some(what) = absence.area.zip(absence.indicator) else { continue };
            if let Some(first) = seen.get(&what) {
                self.sink.report(absence.span, fault::absent_twice(&self.sink.whereabouts(*first)));
                continue;
            }
            seen.insert(what, absence.span);
            let is_it = |draft: &&ObservationDraft| draft.area.zip(draft.indicator) == Some(what);
            if let Some(figure) = self.drafts.observations.iter().find(is_it) {
                self.sink.report(absence.span, fault::not_absent(&self.sink.whereabouts(figure.span)));
            }
        }
    }

    fn denominators(&self) {
        let figures: Vec<ServingFigure> = serving(self.drafts).collect();
        let mut seen: HashMap<DenominatorId, SourceSpan> = HashMap::new();
        for draft in &self.drafts.denominators {
            let Some(id) = draft.id() else { continue };
            if let Some(first) = seen.get(&id) {
                self.sink.report(draft.head_span, fault::denominator_twice(&self.sink.whereabouts(*first)));
            }
            seen.entry(id).or_insert(draft.head_span);
            let differs = |figure: &&ServingFigure| draft.count.is_some_and(|count| count != figure.amount);
            if let Some(figure) = figures.iter().filter(|figure| figure.id == id).find(differs) {
                let place = self.sink.whereabouts(figure.draft.span);
                self.sink.report(draft.value_span, fault::denominator_disagrees(figure.amount.get(), &place));
            }
        }
    }
}
