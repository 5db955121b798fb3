//! A figure that is held, as somebody corrects it, and what the fields of the form leave as it is.

use super::draft::FigureDraft;
use super::entries::{NewFigure, NewSource};
use crate::domain::observation::{Actor, Observation, PrintedSource};
use crate::domain::period::{Basis, End, Period, Shape};
use crate::domain::{Dataset, Key, short_form};
use crate::text::{Lang, Text};
use crate::wording::period_range;

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

/// Returns the words of a field in which one types.
pub(super) fn words(text: Option<&Text>) -> String {
    text.map_or_else(String::new, |text| text.zh.clone())
}

/// Returns a period as it is typed; `None` for one that the fields can't say.
pub(super) fn short_period(period: &Period) -> Option<String> {
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
    /// What of it follows from the phrase, where that is still the same.
    pub with_phrase: Option<KeptWithPhrase>,
}

/// What is kept with the phrase: the fields can't say all of it.
pub(super) struct KeptWithPhrase {
    /// The time in words, where it is as it was.
    pub period: Option<String>,
    /// Whether the unit is as it was, whatever the phrase has.
    pub keeps_unit: bool,
}

impl Kept {
    /// Returns what is kept of the figure that a draft corrects; `None` where it adds one.
    pub fn of(draft: &FigureDraft, dataset: &Dataset) -> Option<Self> {
        let key = dataset.observations.find(&draft.corrects)?;
        let figure = held_figure(dataset, key);
        let with_phrase = (draft.sentence.trim() == figure.source.printed).then(|| {
            let typed = figure.period.as_ref().and_then(short_period).unwrap_or_default();
            let lang = Lang::of_words(&draft.sentence);
            let in_words = || period_range(&dataset.observations[key].period, lang);
            KeptWithPhrase {
                period: (draft.period.trim() == typed).then(in_words),
                keeps_unit: draft.unit.trim() == words(figure.unit.as_ref()),
            }
        });
        Some(Self { figure, with_phrase })
    }

    /// Returns the time of the figure, and how it is told, where it stays as it is.
    pub fn period(&self) -> Option<(Option<Period>, Option<String>)> {
        let words = self.with_phrase.as_ref()?.period.clone()?;
        Some((self.figure.period.clone(), Some(words)))
    }

    /// Puts back what the fields of a draft do not say.
    pub fn put_into(&self, figure: &mut NewFigure) {
        let held = &self.figure;
        let keeps_unit = self.with_phrase.as_ref().is_some_and(|kept| kept.keeps_unit);
        figure.unit = if keeps_unit { held.unit.clone() } else { in_both(held.unit.as_ref(), figure.unit.take()) };
        figure.variant = in_both(held.variant.as_ref(), figure.variant.take());
        figure.note = in_both(held.note.as_ref(), figure.note.take());
        figure.reading = in_both(held.reading.as_ref(), figure.reading.take());
        (figure.base, figure.actor) = (held.base.clone(), held.actor.clone());
        (figure.sentence, figure.also) = (held.sentence.clone(), held.also.clone());
        figure.part_of.clone_from(&held.part_of);
        if self.with_phrase.is_some() {
            figure.source.printed.clone_from(&held.source.printed);
        }
    }
}

/// Returns the words of a field: those that are held, in both languages, where nothing else was typed.
fn in_both(held: Option<&Text>, typed: Option<Text>) -> Option<Text> {
    match (held, typed) {
        (Some(held), Some(typed)) if typed.zh == held.zh || typed.zh == held.en => Some(held.clone()),
        (_, typed) => typed,
    }
}
