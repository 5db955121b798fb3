//! Reading observations and initiatives.

use super::catalogue::IndicatorDraft;
use super::citation::Citation;
use super::draft::Drafts;
use super::reader::{Reader, Value};
use super::register::Register;
use super::sink::Place;
use super::{fault, period, printed};
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::indicator::{Indicator, Nature};
use crate::domain::initiative::{Initiative, InitiativeKind};
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Actor, Observation, PrintedSource, PrintedValue as Figure, Scope, Status};
use crate::domain::period::{Period, Shape};
use crate::text::Text;

/// An observation as far as it could be read.
pub(super) struct ObservationDraft {
    pub place: Place,
    pub area: Option<Key<Area>>,
    pub indicator: Option<Key<Indicator>>,
    pub value: Option<Figure>,
    pub qualifier: Option<Qualifier>,
    nature: Option<Nature>,
    pub period: Option<Period>,
    pub scope: Option<Scope>,
    pub status: Option<Status>,
    pub actor: Option<Actor>,
    pub variant: Option<Text>,
    pub note: Option<Text>,
    reading: Option<Text>,
    /// The whole, and where it is named.
    pub part_of: Option<(Key<Observation>, Place)>,
    pub source: Option<PrintedSource>,
    also: Vec<Option<PrintedSource>>,
}

impl ObservationDraft {
    /// Reads an observation; `drafts` already holds the indicators and articles.
    pub fn read(reader: &Reader, register: &Register, drafts: &Drafts) -> Self {
        let text = |key| reader.find(key).and_then(Value::text);
        let area = reader.need("area").and_then(|value| value.reference(&register.areas.ids));
        begins_with_area(reader, register, area);
        let indicator = reader.need("indicator").and_then(|value| value.reference(&register.indicators.ids));
        let indicator_draft = indicator.and_then(|key| drafts.indicators.get(key.position()));
        let nature = reader.find("nature").map_or(indicator_draft.and_then(|draft| draft.nature), Value::word);
        let value = reader.need("value").and_then(|value| figure(value, indicator_draft, nature));
        let qualifier = reader.need("qualifier").and_then(Value::word);
        let cite = |value| Citation::read(value, register, &drafts.articles);
        let source = reader.need("source").and_then(cite);
        let also: Vec<_> = reader.find("also").into_iter().flat_map(Value::list).map(cite).collect();
        let reading = reader.find("reading");
        if reading.is_none() {
            for citation in source.iter().chain(also.iter().flatten()) {
                says_the_same(citation, value.as_ref(), qualifier);
            }
        }
        let part_of = reader.find("part_of");
        let whole = part_of.and_then(|value| value.reference(&register.observations.ids));
        Self {
            place: reader.entry.place,
            area,
            indicator,
            value,
            qualifier,
            nature,
            period: time(reader, nature, source.as_ref(), drafts),
            scope: reader.need("scope").and_then(Value::word),
            status: reader.need("status").and_then(Value::word),
            actor: actor(reader, indicator_draft, drafts),
            variant: text("variant"),
            note: text("note"),
            reading: reading.and_then(Value::text),
            part_of: whole.zip(part_of.map(|value| value.place)),
            source: source.and_then(|source| source.finish()),
            also: also.into_iter().map(|citation| citation?.finish()).collect(),
        }
    }

    pub fn finish(self, id: &str) -> Option<Observation> {
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
            part_of: self.part_of.map(|(whole, _)| whole),
            source: self.source?,
            also: self.also.into_iter().collect::<Option<_>>()?,
        })
    }
}

/// Ids are `AREA-YEAR-WHAT`.
fn begins_with_area(reader: &Reader, register: &Register, area: Option<Key<Area>>) {
    if let Some(area) = area.map(|area| register.areas.ids.id(area))
        && let Some(id) = reader.find("id").filter(|id| id.is_string())
        && !id.as_str().and_then(|id| id.strip_prefix(area)).is_some_and(|rest| rest.starts_with('-'))
    {
        id.report::<()>(fault::foreign_id(area));
    }
}

fn figure(value: Value, indicator: Option<&IndicatorDraft>, nature: Option<Nature>) -> Option<Figure> {
    match (nature, value.is_string()) {
        (Some(Nature::Structure), false) => return value.report(fault::structure_needs_string()),
        (Some(Nature::Structure) | None, true) => return value.string().map(|text| Figure::Designed(text.to_owned())),
        (Some(_), true) => return value.report(fault::number_needed()),
        (_, false) => {}
    }
    let Some(amount) = Amount::new(value.number()?) else {
        return value.report(fault::bad_number());
    };
    if amount.get() == 0.0 && indicator.is_some_and(|indicator| indicator.denominator.is_some()) {
        return value.report(fault::zero_denominator());
    }
    Some(Figure::Number(amount))
}

/// Checks the phrase of a source against the figure.
fn says_the_same(citation: &Citation, figure: Option<&Figure>, qualifier: Option<Qualifier>) {
    let Some((value, phrase)) = citation.printed.and_then(|value| Some((value, value.as_str()?))) else { return };
    let fault = match figure {
        Some(Figure::Number(amount)) => printed::number(phrase, amount.get(), qualifier),
        Some(Figure::Designed(text)) => printed::designed(phrase, text),
        None => None,
    };
    if let Some(fault) = fault {
        value.report::<()>(fault);
    }
}

/// Its own period, or the article's.
fn time(reader: &Reader, nature: Option<Nature>, source: Option<&Citation>, drafts: &Drafts) -> Option<Period> {
    if let Some(given) = reader.find("period") {
        let period = period::period(given)?;
        return match (nature, &period.shape) {
            (Some(Nature::Stock), Shape::Span { .. }) => given.report(fault::stock_needs_date()),
            (Some(Nature::Flow), Shape::AsOf(_)) => given.report(fault::flow_needs_span()),
            _ => Some(period),
        };
    }
    let article = drafts.articles.get(source?.article?.position())?;
    if !article.has_period {
        return reader.report(fault::no_period());
    }
    let period = article.period.clone()?;
    match (nature, &period.shape) {
        (Some(Nature::Stock), _) => {
            Some(Period { shape: Shape::AsOf(period.end().clone()), note: period.note.clone() })
        }
        (Some(Nature::Flow), Shape::AsOf(_)) => reader.report(fault::flow_needs_span()),
        _ => Some(period),
    }
}

fn actor(reader: &Reader, indicator: Option<&IndicatorDraft>, drafts: &Drafts) -> Option<Actor> {
    let Some(given) = reader.find("actor") else { return Some(Actor::Committee) };
    let theme = indicator.and_then(|indicator| drafts.themes.get(indicator.theme?.position()));
    if theme.is_some_and(|theme| theme.is_context == Some(false)) {
        given.report::<()>(fault::other_actor());
    }
    given.text().map(Actor::Other)
}

/// An initiative as far as it could be read.
pub(super) struct InitiativeDraft {
    pub area: Option<Key<Area>>,
    name: Option<Text>,
    kind: Option<InitiativeKind>,
    design: Option<String>,
    about: Option<Text>,
    /// The figures, and where each is named.
    pub figures: Vec<(Key<Observation>, Place)>,
    source: Option<PrintedSource>,
}

impl InitiativeDraft {
    pub fn read(reader: &Reader, register: &Register, drafts: &Drafts) -> Self {
        let text = |key| reader.need(key).and_then(Value::text);
        let cite = |value| Citation::read(value, register, &drafts.articles);
        let figure = |value: Value| Some((value.reference(&register.observations.ids)?, value.place));
        Self {
            area: reader.need("area").and_then(|value| value.reference(&register.areas.ids)),
            name: text("name"),
            kind: reader.need("kind").and_then(Value::word),
            design: reader.find("design").and_then(Value::string).map(ToOwned::to_owned),
            about: text("about"),
            figures: reader.find("figures").into_iter().flat_map(Value::list).filter_map(figure).collect(),
            source: reader.need("source").and_then(cite).and_then(|citation| citation.finish()),
        }
    }

    pub fn finish(self, id: &str) -> Option<Initiative> {
        Some(Initiative {
            id: id.to_owned(),
            area: self.area?,
            name: self.name?,
            kind: self.kind?,
            design: self.design,
            about: self.about?,
            figures: self.figures.into_iter().map(|(key, _)| key).collect(),
            source: self.source?,
        })
    }
}
