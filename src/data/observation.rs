//! Reading observations, and checking them against their indicators and sources.

use super::context::DraftContext;
use super::entities::IndicatorDraft;
use super::ids::Reference;
use super::phrase_check::StatedFigure;
use super::sentence::SentencePattern;
use super::source::SourceDraft;
use super::{fault, period, phrase_check, printed_value, value_fault};
use crate::checked::{Reader, SourceSpan, TomlValue};
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::indicator::{Indicator, Nature};
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Actor, Each, Observation, PrintedSource, PrintedValue, Scope, Status};
use crate::domain::period::{Period, Shape};
use crate::text::Text;

/// An observation as far as it could be read.
pub(super) struct ObservationDraft {
    /// How high its folder lies over the others.
    pub layer: usize,
    pub span: SourceSpan,
    /// Where the value stands, and the figure's own period.
    pub value_span: SourceSpan,
    pub period_span: SourceSpan,
    pub area: Option<Key<Area>>,
    pub indicator: Option<Key<Indicator>>,
    pub value: Option<PrintedValue>,
    pub each: Option<Each>,
    pub unit: Option<Text>,
    pub base: Option<Text>,
    pub nature: Option<Nature>,
    pub period: Option<Period>,
    pub scope: Option<Scope>,
    pub status: Option<Status>,
    pub actor: Option<Actor>,
    pub variant: Option<Text>,
    sentence: SentencePattern,
    pub note: Option<Text>,
    reading: Option<Text>,
    /// The whole of which this is a part.
    pub part_of: Option<Reference<Observation>>,
    pub source: Option<PrintedSource>,
    pub also: Vec<Option<PrintedSource>>,
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
        let value = printed_value::read(reader, nature, of_indicator);
        let source = reader.need("source").and_then(|value| SourceDraft::read(value, context));
        let also = reader.find("also").into_iter().flat_map(TomlValue::list);
        let also: Vec<_> = also.map(|value| SourceDraft::read(value, context)).collect();
        let reading = reader.find("reading");
        let each = each(reader, nature);
        for source in source.iter().chain(also.iter().flatten()) {
            check_phrase(source, value.as_ref(), nature, each, reading.is_some());
        }
        let part_of = reader.find("part_of").and_then(|value| entries.observations.ids.reference(value));
        let span_of = |key| reader.find(key).map_or(reader.table.span, |value| value.span);
        Self {
            layer: reader.table.sink.layer(reader.table.span.file),
            span: reader.table.span,
            value_span: span_of("value"),
            period_span: span_of("period"),
            area,
            indicator,
            value,
            each,
            unit: text("unit"),
            base: base(reader, nature),
            nature,
            period: period_of(reader, nature, source.as_ref(), context),
            scope: reader.need("scope").and_then(TomlValue::word),
            status: reader.need("status").and_then(TomlValue::word),
            actor: actor(reader, of_indicator, context),
            variant: text("variant"),
            sentence: SentencePattern::read(reader),
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
            each: self.each,
            unit: self.unit,
            base: self.base,
            nature: self.nature?,
            period: self.period?,
            scope: self.scope?,
            status: self.status?,
            actor: self.actor?,
            variant: self.variant,
            sentence: self.sentence.finish()?,
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

/// Reads the span for which a mean or a frequency holds.
fn each(reader: &Reader, nature: Option<Nature>) -> Option<Each> {
    let given = reader.find("each")?;
    if nature.is_some_and(|nature| nature != Nature::Flow) {
        given.report::<()>(value_fault::each_needs_flow());
    }
    given.word()
}

/// Reads what a multiple or a change is set against.
fn base(reader: &Reader, nature: Option<Nature>) -> Option<Text> {
    let given = reader.find("base")?;
    if nature.is_some_and(|nature| !matches!(nature, Nature::Ratio | Nature::Change)) {
        given.report::<()>(value_fault::base_needs_multiple());
    }
    given.text()
}

/// Checks that the printed phrase says what the figure says.
fn check_phrase(
    source: &SourceDraft,
    figure: Option<&PrintedValue>,
    nature: Option<Nature>,
    each: Option<Each>,
    has_reading: bool,
) {
    let Some((value, phrase)) = source.printed.and_then(|value| Some((value, value.as_str()?))) else { return };
    let stated = |value: Amount, to: Option<Amount>, qualifier| {
        let (value, to) = (value.get(), to.map(Amount::get));
        nature.map(|nature| StatedFigure { value, to, qualifier, nature, each, has_reading })
    };
    let number = match figure {
        Some(PrintedValue::Number { amount, qualifier }) => stated(*amount, None, *qualifier),
        Some(PrintedValue::Between { low, high }) => stated(*low, Some(*high), Qualifier::Between),
        _ => None,
    };
    let fault = match (figure, number) {
        (Some(PrintedValue::Designed(text)), _) if !has_reading => phrase_check::designed(phrase, text),
        (_, number) => number.and_then(|figure| phrase_check::number(phrase, &figure)),
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
        let period = period::period(given, nature == Some(Nature::Stock))?;
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
