//! Reading observations, and checking them against their indicators and sources.

use super::context::DraftContext;
use super::entities::IndicatorDraft;
use super::ids::Reference;
use super::source::SourceDraft;
use super::{fault, period, phrase_check};
use crate::checked::{Reader, SourceSpan, TomlValue};
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::indicator::{Indicator, Nature};
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Actor, Observation, PrintedSource, PrintedValue, Scope, Status};
use crate::domain::period::{Period, Shape};
use crate::text::Text;

/// An observation as far as it could be read.
pub(super) struct ObservationDraft {
    pub span: SourceSpan,
    pub area: Option<Key<Area>>,
    pub indicator: Option<Key<Indicator>>,
    pub value: Option<PrintedValue>,
    pub qualifier: Option<Qualifier>,
    nature: Option<Nature>,
    pub period: Option<Period>,
    pub scope: Option<Scope>,
    pub status: Option<Status>,
    pub actor: Option<Actor>,
    pub variant: Option<Text>,
    pub note: Option<Text>,
    reading: Option<Text>,
    /// The whole of which this is a part.
    pub part_of: Option<Reference<Observation>>,
    pub source: Option<PrintedSource>,
    also: Vec<Option<PrintedSource>>,
}

impl ObservationDraft {
    pub(super) fn read(reader: &Reader, context: &DraftContext) -> Self {
        let entries = context.entries;
        let text = |key| reader.find(key).and_then(TomlValue::text);
        let area = reader.need("area").and_then(|value| entries.areas.ids.resolve(value));
        if let Some(area) = area {
            check_id(reader, entries.areas.ids.id(area));
        }
        let indicator = reader.need("indicator").and_then(|value| entries.indicators.ids.resolve(value));
        let of_indicator = indicator.and_then(|key| context.indicator(key));
        let nature = reader.find("nature").map_or(of_indicator.and_then(|draft| draft.nature), TomlValue::word);
        let value = reader.need("value").and_then(|value| figure(value, of_indicator, nature));
        let qualifier = reader.need("qualifier").and_then(TomlValue::word);
        let source = reader.need("source").and_then(|value| SourceDraft::read(value, context));
        let also = reader.find("also").into_iter().flat_map(TomlValue::list);
        let also: Vec<_> = also.map(|value| SourceDraft::read(value, context)).collect();
        let reading = reader.find("reading");
        if reading.is_none() {
            for source in source.iter().chain(also.iter().flatten()) {
                check_phrase(source, value.as_ref(), qualifier);
            }
        }
        let part_of = reader.find("part_of").and_then(|value| entries.observations.ids.reference(value));
        Self {
            span: reader.table.span,
            area,
            indicator,
            value,
            qualifier,
            nature,
            period: period_of(reader, nature, source.as_ref(), context),
            scope: reader.need("scope").and_then(TomlValue::word),
            status: reader.need("status").and_then(TomlValue::word),
            actor: actor(reader, of_indicator, context),
            variant: text("variant"),
            note: text("note"),
            reading: reading.and_then(TomlValue::text),
            part_of,
            source: source.and_then(|source| source.finish()),
            also: also.into_iter().map(|source| source?.finish()).collect(),
        }
    }

    pub(super) fn finish(self, id: &str) -> Option<Observation> {
        Some(Observation {
            id: id.to_owned(),
            area: self.area?,
            indicator: self.indicator?,
            value: self.value?,
            qualifier: self.qualifier?,
            nature: self.nature?,
            period: self.period?,
            scope: self.scope?,
            status: self.status?,
            actor: self.actor?,
            variant: self.variant,
            note: self.note,
            reading: self.reading,
            part_of: self.part_of.map(|whole| whole.key),
            source: self.source?,
            also: self.also.into_iter().collect::<Option<_>>()?,
        })
    }
}

/// Checks that the id begins with the area: ids are `AREA-YEAR-WHAT`.
fn check_id(reader: &Reader, area: &str) {
    if let Some(id) = reader.find("id").filter(|id| id.is_string())
        && !id.as_str().and_then(|id| id.strip_prefix(area)).is_some_and(|rest| rest.starts_with('-'))
    {
        id.report::<()>(fault::foreign_id(area));
    }
}

fn figure(value: TomlValue, indicator: Option<&IndicatorDraft>, nature: Option<Nature>) -> Option<PrintedValue> {
    match (nature, value.is_string()) {
        (Some(Nature::Structure), false) => return value.report(fault::structure_needs_string()),
        (Some(Nature::Structure) | None, true) => {
            return value.string().map(|text| PrintedValue::Designed(text.to_owned()));
        }
        (Some(_), true) => return value.report(fault::number_needed()),
        (_, false) => {}
    }
    let Some(amount) = Amount::new(value.number()?) else {
        return value.report(fault::bad_number());
    };
    if amount.get() == 0.0 && indicator.is_some_and(|indicator| indicator.denominator.is_some()) {
        return value.report(fault::zero_denominator());
    }
    Some(PrintedValue::Number(amount))
}

/// Checks that the printed phrase says what the figure says.
fn check_phrase(source: &SourceDraft, figure: Option<&PrintedValue>, qualifier: Option<Qualifier>) {
    let Some((value, phrase)) = source.printed.and_then(|value| Some((value, value.as_str()?))) else { return };
    let fault = match figure {
        Some(PrintedValue::Number(amount)) => phrase_check::number(phrase, amount.get(), qualifier),
        Some(PrintedValue::Designed(text)) => phrase_check::designed(phrase, text),
        None => None,
    };
    if let Some(fault) = fault {
        value.report::<()>(fault);
    }
}

/// Reads the figure's own period, or takes the article's.
fn period_of(
    reader: &Reader,
    nature: Option<Nature>,
    source: Option<&SourceDraft>,
    context: &DraftContext,
) -> Option<Period> {
    if let Some(given) = reader.find("period") {
        let period = period::period(given)?;
        return match (nature, &period.shape) {
            (Some(Nature::Stock), Shape::Span { .. }) => given.report(fault::stock_needs_date()),
            (Some(Nature::Flow), Shape::AsOf(_)) => given.report(fault::flow_needs_span()),
            _ => Some(period),
        };
    }
    let article = context.article(source?.article?)?;
    if !article.has_period {
        return reader.report(fault::no_period());
    }
    let period = article.period.clone()?;
    match (nature, &period.shape) {
        // A stock holds as of the end of what the article reports on.
        (Some(Nature::Stock), _) => {
            Some(Period { shape: Shape::AsOf(period.end().clone()), note: period.note.clone() })
        }
        (Some(Nature::Flow), Shape::AsOf(_)) => reader.report(fault::flow_needs_span()),
        _ => Some(period),
    }
}

fn actor(reader: &Reader, indicator: Option<&IndicatorDraft>, context: &DraftContext) -> Option<Actor> {
    let Some(given) = reader.find("actor") else { return Some(Actor::Committee) };
    let theme = indicator.and_then(|indicator| context.theme(indicator.theme?));
    if theme.is_some_and(|theme| theme.is_context == Some(false)) {
        given.report::<()>(fault::other_actor());
    }
    given.text().map(Actor::Other)
}
