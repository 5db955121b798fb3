//! A figure that is held, as somebody corrects it: the draft that says the same, and what its fields leave as it is.

use super::draft::{EachChoice, FigureDraft, Named};
use super::entries::{NewFigure, NewSource};
use super::read::read;
use crate::domain::observation::{Actor, Observation, PrintedSource, PrintedValue};
use crate::domain::period::{Basis, End, Period, Shape};
use crate::domain::{Dataset, Key, short_form};
use crate::text::Text;

/// Returns a figure that is held as it would be added.
#[must_use]
pub fn held_figure(dataset: &Dataset, key: Key<Observation>) -> NewFigure {
    let held = &dataset.observations[key];
    let indicator = &dataset.indicators[held.indicator];
    let article = &dataset.articles[held.source.article];
    let source = |source: &PrintedSource| NewSource {
        article: dataset.articles[source.article].id.clone(),
        paragraph: source.paragraph,
        printed: source.printed.clone(),
    };
    NewFigure {
        id: held.id.clone(),
        area: dataset.areas[held.area].id.clone(),
        indicator: indicator.id.clone(),
        value: held.value.clone(),
        unit: held.unit.clone(),
        each: held.each,
        base: held.base.clone(),
        nature: Some(held.nature).filter(|nature| *nature != indicator.nature),
        period: Some(held.period.clone()).filter(|period| article.period.as_ref() != Some(period)),
        scope: held.scope,
        status: held.status,
        actor: match &held.actor {
            Actor::Committee => None,
            Actor::Other(words) => Some(words.clone()),
        },
        variant: held.variant.clone(),
        sentence: held.sentence.clone(),
        note: held.note.clone(),
        reading: held.reading.clone(),
        part_of: held.part_of.map(|whole| dataset.observations[whole].id.clone()),
        source: source(&held.source),
        also: held.also.iter().map(source).collect(),
    }
}

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

/// Returns the words of a field in which one types.
fn words(text: Option<&Text>) -> String {
    text.map_or_else(String::new, |text| text.zh.clone())
}

/// Takes the number of the phrase that is the value of the figure, or else types the value.
fn take_value(draft: &mut FigureDraft, figure: &NewFigure, dataset: &Dataset) {
    let says_the_same = |draft: &FigureDraft| {
        let entries = read(draft, dataset).entries;
        let read = entries.as_ref().and_then(|entries| entries.figures.first());
        read.is_some_and(|read| read.value == figure.value && read.each == figure.each)
    };
    let count = read(draft, dataset).candidates.len();
    let choices = std::iter::once(None).chain((0..count).map(Some));
    for taken in choices {
        draft.taken = taken;
        if says_the_same(draft) {
            return;
        }
    }
    draft.taken = (count > 0).then_some(0);
    draft.each = Some(figure.each.map_or(EachChoice::Total, EachChoice::Of));
    (draft.value, draft.qualifier) = match &figure.value {
        PrintedValue::Number { amount, qualifier } => (amount.get().to_string(), Some(*qualifier)),
        PrintedValue::Between { low, high } => {
            (format!("{}-{}", low.get(), high.get()), Some(crate::domain::interval::Qualifier::Between))
        }
        PrintedValue::Designed(design) => (design.clone(), None),
    };
}

/// Returns a period as it is typed; `None` for one that the fields can't say.
fn short_period(period: &Period) -> Option<String> {
    let stated = |end: &End| match end {
        End::Known { date, basis: Basis::Stated } => Some(*date),
        _ => None,
    };
    let (first, last) = match &period.shape {
        Shape::Span { start, end } => (stated(start)?, stated(end)?),
        Shape::AsOf(date) => (stated(date)?, stated(date)?),
    };
    period.note.is_none().then(|| short_form::written(first, last))
}

/// What a draft leaves as it is in the figure that it corrects.
pub(super) struct Kept {
    pub figure: NewFigure,
    /// Whether the phrase is still that of the figure.
    pub is_same_phrase: bool,
    /// Whether the time is as it was: some can't be typed, and stay.
    pub keeps_period: bool,
    pub has_own_period: bool,
    /// Whether the unit is as it was, whatever the phrase has.
    pub keeps_unit: bool,
    pub period_words: String,
}

impl Kept {
    /// Returns what is kept of the figure that a draft corrects; `None` where it adds one.
    pub fn of(draft: &FigureDraft, dataset: &Dataset) -> Option<Self> {
        let key = dataset.observations.find(&draft.corrects)?;
        let figure = held_figure(dataset, key);
        let is_same_phrase = draft.sentence.trim() == figure.source.printed;
        let has_own_period = figure.period.is_some();
        let typed = figure.period.as_ref().and_then(short_period).unwrap_or_default();
        let keeps_period = is_same_phrase && draft.period.trim() == typed;
        let keeps_unit = is_same_phrase && draft.unit.trim() == words(figure.unit.as_ref());
        let period_words = crate::wording::period_range(
            &dataset.observations[key].period,
            crate::text::Lang::of_words(&draft.sentence),
        );
        Some(Self { figure, is_same_phrase, keeps_period, has_own_period, keeps_unit, period_words })
    }

    /// Returns the words of a field: those of the figure in both languages, where nothing else was typed.
    pub fn words(held: Option<&Text>, typed: Option<Text>) -> Option<Text> {
        match (held, typed) {
            (Some(held), Some(typed)) if typed.zh == held.zh || typed.zh == held.en => Some(held.clone()),
            (_, typed) => typed,
        }
    }
}
