//! The draft that makes a figure as it is held, for somebody who corrects it.

use super::correction::{held_figure, short_period, words};
use super::draft::{EachChoice, FigureDraft, Named};
use super::entries::NewFigure;
use super::read::read;
use crate::domain::interval::Qualifier;
use crate::domain::observation::{Observation, PrintedValue};
use crate::domain::{Dataset, Key};

/// Returns the draft that makes a figure as it is held. What its phrase says by itself is left to the phrase, so that a new one
/// says it anew.
#[must_use]
pub fn draft_of(dataset: &Dataset, key: Key<Observation>) -> FigureDraft {
    let figure = held_figure(dataset, key);
    let mut draft = FigureDraft {
        sentence: figure.source.printed.clone(),
        indicator: Named::Held(figure.indicator.clone()),
        area: Named::Held(figure.area.clone()),
        unit: words(figure.unit.as_ref()),
        period: figure.period.as_ref().and_then(short_period).unwrap_or_default(),
        scope: Some(figure.scope),
        status: Some(figure.status),
        article: Named::Held(figure.source.article.clone()),
        paragraph: figure.source.paragraph.map(|number| number.to_string()).unwrap_or_default(),
        nature: figure.nature,
        variant: words(figure.variant.as_ref()),
        reading: words(figure.reading.as_ref()),
        note: words(figure.note.as_ref()),
        id: figure.id.clone(),
        corrects: figure.id.clone(),
        ..FigureDraft::default()
    };
    take_value(&mut draft, &figure, dataset);
    draft
}

/// Takes the number of the phrase that is the value of the figure, or else types the value.
fn take_value(draft: &mut FigureDraft, figure: &NewFigure, dataset: &Dataset) {
    let says_the_same = |draft: &FigureDraft| {
        let entries = read(draft, dataset).entries;
        let read = entries.as_ref().and_then(|entries| entries.figures.first());
        read.is_some_and(|read| read.value == figure.value && read.each == figure.each)
    };
    let places: Vec<usize> = read(draft, dataset).candidates.iter().map(|candidate| candidate.place.start).collect();
    let choices = std::iter::once(None).chain(places.iter().copied().map(Some));
    for taken in choices {
        draft.taken = taken;
        if says_the_same(draft) {
            return;
        }
    }
    draft.taken = places.first().copied();
    draft.each = Some(figure.each.map_or(EachChoice::Total, EachChoice::Of));
    (draft.value, draft.qualifier) = match &figure.value {
        PrintedValue::Number { amount, qualifier } => (amount.get().to_string(), Some(*qualifier)),
        PrintedValue::Between { low, high } => (format!("{}-{}", low.get(), high.get()), Some(Qualifier::Between)),
        PrintedValue::Designed(design) => (design.clone(), None),
    };
}
