//! Checks that what a slide takes of several figures is counted by some figure of its indicators.

use super::context::CheckContext;
use crate::data::deck::ChosenVariant;
use crate::data::fault;
use crate::text::{Lang, Text, nearest};
use itertools::Itertools;

/// Reports variants that no figure of the slide's indicators has.
pub(super) fn check(context: &CheckContext) {
    context
        .drafts
        .decks
        .iter()
        .flat_map(|deck| &deck.claims.variants)
        .for_each(|chosen| check_variant(context, chosen));
}

fn check_variant(context: &CheckContext, chosen: &ChosenVariant) {
    let drafts = context.drafts.observations.iter().zip(&context.figures);
    let is_of_slide = |indicator| chosen.indicators.contains(indicator);
    let of_slide = drafts.filter(|(draft, _)| draft.indicator.as_ref().is_none_or(is_of_slide)).collect_vec();
    // The variant may stand in a figure that could not be read.
    if chosen.indicators.is_empty() || of_slide.iter().any(|(_, figure)| figure.is_none()) {
        return;
    }
    let held = of_slide.iter().filter_map(|(draft, _)| draft.variant.as_ref()).unique().collect_vec();
    if !held.contains(&&chosen.variant) {
        let near = near(&chosen.variant, &held).map(|Text { zh, en }| format!("{{ zh = \"{zh}\", en = \"{en}\" }}"));
        context.sink.report(chosen.span, fault::unknown_variant(&chosen.variant.zh, near.as_deref()));
    }
}

/// Returns the variant that is written most like the one that is wanted, in one of the languages.
fn near<'a>(wanted: &Text, held: &[&'a Text]) -> Option<&'a Text> {
    [Lang::Zh, Lang::En].into_iter().find_map(|lang| {
        let near = nearest(wanted.get(lang), held.iter().map(|held| held.get(lang)))?;
        held.iter().copied().find(|held| held.get(lang) == near)
    })
}
