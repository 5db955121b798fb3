//! Entries as TOML, in the order and the forms in which somebody would write them by hand.

use crate::domain::article::Published;
use crate::domain::date::PartialDate;
use crate::domain::indicator::Nature;
use crate::domain::interval::Amount;
use crate::domain::observation::{Each, PrintedValue};
use crate::domain::period::{Basis, End, Period, Shape};
use crate::domain::short_form;
use crate::entry::{NewArea, NewArticle, NewFigure, NewIndicator, NewSource, NewTheme};
use crate::text::Text;
use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

/// The kinds of table that a pack holds, as their headers name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableKind {
    Theme,
    Indicator,
    Area,
    Article,
    Observation,
}

impl TableKind {
    /// Returns the word of the header.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Indicator => "indicator",
            Self::Area => "area",
            Self::Article => "article",
            Self::Observation => "observation",
        }
    }
}

/// Returns the text of one table under its header.
pub(super) fn block(kind: TableKind, table: Table) -> String {
    let mut tables = ArrayOfTables::new();
    tables.push(table);
    let mut document = DocumentMut::new();
    document.insert(kind.header(), Item::ArrayOfTables(tables));
    document.to_string()
}

/// Returns the table of a pack that has none yet.
pub(super) fn pack(id: &str, name: &Text, about: &Text) -> String {
    let mut table = Table::new();
    put(&mut table, "id", Some(id));
    put(&mut table, "name", Some(text(name)));
    put(&mut table, "about", Some(text(about)));
    let mut document = DocumentMut::new();
    document.insert("pack", Item::Table(table));
    document.to_string()
}

pub(super) fn theme(theme: &NewTheme) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", Some(theme.id.as_str()));
    put(&mut table, "name", Some(text(&theme.name)));
    put(&mut table, "context", theme.is_context.then_some(true));
    table
}

pub(super) fn indicator(indicator: &NewIndicator) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", Some(indicator.id.as_str()));
    put(&mut table, "theme", Some(indicator.theme.as_str()));
    put(&mut table, "name", Some(text(&indicator.name)));
    put(&mut table, "nature", Some(indicator.nature.id()));
    put(&mut table, "unit", indicator.unit.as_ref().map(text));
    put(&mut table, "definition", Some(text(&indicator.definition)));
    table
}

pub(super) fn area(area: &NewArea) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", Some(area.id.as_str()));
    put(&mut table, "code", Some(area.code.as_str()));
    put(&mut table, "name", Some(text(&area.name)));
    put(&mut table, "committee", Some(text(&area.committee)));
    table
}

pub(super) fn article(article: &NewArticle) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", Some(article.id.as_str()));
    put(&mut table, "area", Some(article.area.as_str()));
    put(&mut table, "title", Some(article.title.as_str()));
    put(&mut table, "outlet", article.outlet.as_ref().map(text));
    put(&mut table, "outlet_remark", article.outlet_remark.as_ref().map(text));
    put(&mut table, "medium", Some(article.medium.id()));
    put(&mut table, "page", article.page.as_deref());
    let authors = Some(article.authors.iter().map(String::as_str).collect::<Array>());
    put(&mut table, "authors", authors.filter(|authors| !authors.is_empty()));
    put(&mut table, "published", Some(published(&article.published)));
    put(&mut table, "genre", Some(article.genre.id()));
    put(&mut table, "statement", article.statement.as_ref().map(text));
    put(&mut table, "grade", Some(article.grade.id()));
    put(&mut table, "address", article.address.as_deref());
    put(&mut table, "accessed", article.accessed.map(|date| date.to_string()));
    put(&mut table, "paragraphs", article.paragraphs.map(i64::from));
    put(&mut table, "caveats", Some(article.caveats.iter().map(text).collect::<Array>()));
    put(&mut table, "original", article.original.as_deref());
    table
}

pub(super) fn figure(figure: &NewFigure) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", Some(figure.id.as_str()));
    put(&mut table, "area", Some(figure.area.as_str()));
    put(&mut table, "indicator", Some(figure.indicator.as_str()));
    match &figure.value {
        PrintedValue::Number { amount: number, qualifier } => {
            put(&mut table, "value", Some(amount(*number)));
            put(&mut table, "qualifier", Some(qualifier.id()));
        }
        PrintedValue::Between { low, high } => {
            put(&mut table, "value", Some(amount(*low)));
            put(&mut table, "to", Some(amount(*high)));
            put(&mut table, "qualifier", Some("between"));
        }
        PrintedValue::Designed(design) => {
            put(&mut table, "value", Some(design.as_str()));
            put(&mut table, "qualifier", Some("exact"));
        }
    }
    put(&mut table, "unit", figure.unit.as_ref().map(text));
    put(&mut table, "each", figure.each.map(Each::id));
    put(&mut table, "base", figure.base.as_ref().map(text));
    put(&mut table, "nature", figure.nature.map(Nature::id));
    put(&mut table, "period", figure.period.as_ref().map(period));
    put(&mut table, "scope", Some(figure.scope.id()));
    put(&mut table, "status", Some(figure.status.id()));
    put(&mut table, "actor", figure.actor.as_ref().map(text));
    put(&mut table, "variant", figure.variant.as_ref().map(text));
    put(&mut table, "sentence", figure.sentence.as_ref().map(text));
    put(&mut table, "note", figure.note.as_ref().map(text));
    put(&mut table, "reading", figure.reading.as_ref().map(text));
    put(&mut table, "part_of", figure.part_of.as_deref());
    put(&mut table, "source", Some(source(&figure.source)));
    let also = Some(figure.also.iter().map(source).collect::<Array>());
    put(&mut table, "also", also.filter(|also| !also.is_empty()));
    table
}

/// Puts a value under its key, where there is one.
fn put(table: &mut Table, key: &str, given: Option<impl Into<Value>>) {
    if let Some(given) = given {
        table.insert(key, value(given));
    }
}

/// Returns a text as a value: a plain string where both languages are alike.
fn text(text: &Text) -> Value {
    if text.zh == text.en {
        return Value::from(text.zh.as_str());
    }
    inline([("zh", text.zh.as_str().into()), ("en", text.en.as_str().into())])
}

/// Returns a table in one line.
fn inline(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::InlineTable(fields.into_iter().collect::<InlineTable>())
}

/// Returns a number as it is written by hand: a whole one without a point.
fn amount(amount: Amount) -> Value {
    let number = amount.get();
    let whole = number.to_string().parse::<i64>();
    whole.map_or_else(|_| Value::from(number), Value::from)
}

fn source(source: &NewSource) -> Value {
    let paragraph = source.paragraph.map(|paragraph| ("paragraph", i64::from(paragraph).into()));
    let fields = [("article", source.article.as_str().into())].into_iter().chain(paragraph);
    inline(fields.chain([("printed", source.printed.as_str().into())]))
}

fn published(published: &Published) -> Value {
    match published {
        Published::Stated(date) => inline([("date", date.to_string().into()), ("certainty", "stated".into())]),
        Published::Inferred { date, why } => {
            inline([("date", date.to_string().into()), ("certainty", "inferred".into()), ("why", text(why))])
        }
        Published::Unknown { why } => inline([("certainty", "unknown".into()), ("why", text(why))]),
    }
}

/// The keys of one end of a period.
struct EndKeys {
    date: &'static str,
    basis: &'static str,
    why: &'static str,
    earliest: &'static str,
    latest: &'static str,
}

const START: EndKeys = EndKeys {
    date: "start",
    basis: "start_basis",
    why: "start_why",
    earliest: "start_earliest",
    latest: "start_latest",
};
const END: EndKeys =
    EndKeys { date: "end", basis: "end_basis", why: "end_why", earliest: "end_earliest", latest: "end_latest" };
const AS_OF: EndKeys = EndKeys {
    date: "as_of",
    basis: "as_of_basis",
    why: "as_of_why",
    earliest: "as_of_earliest",
    latest: "as_of_latest",
};

/// Returns a period, in its short form where the source states it and nothing is noted.
fn period(period: &Period) -> Value {
    let stated = |end: &End| match end {
        End::Known { date, basis: Basis::Stated } => Some(*date),
        _ => None,
    };
    let dates: Option<(PartialDate, PartialDate)> = match &period.shape {
        Shape::Span { start, end } => stated(start).zip(stated(end)),
        Shape::AsOf(date) => stated(date).zip(stated(date)),
    };
    if let (Some((first, last)), None) = (dates, &period.note) {
        return short_form::written(first, last).into();
    }
    let fields = match &period.shape {
        Shape::Span { start, end } => end_fields(start, &START).chain(end_fields(end, &END)).collect::<Vec<_>>(),
        Shape::AsOf(date) => end_fields(date, &AS_OF).collect(),
    };
    inline(fields.into_iter().chain(period.note.as_ref().map(|note| ("note", text(note)))))
}

fn end_fields(end: &End, keys: &EndKeys) -> impl Iterator<Item = (&'static str, Value)> {
    let bounds: Option<(Date, Date)> = match end {
        End::Known { basis: Basis::Inferred { bounds, .. }, .. } => *bounds,
        _ => None,
    };
    let date = end.date().map(|date| (keys.date, date.to_string().into()));
    let basis = Some((keys.basis, end.basis_kind().id().into()));
    let why = end.why().map(|why| (keys.why, text(why)));
    let day = |key, day: Option<Date>| day.map(|day| (key, day.to_string().into()));
    let earliest = day(keys.earliest, bounds.map(|(earliest, _)| earliest));
    let latest = day(keys.latest, bounds.map(|(_, latest)| latest));
    [date, basis, why, earliest, latest].into_iter().flatten().collect::<Vec<_>>().into_iter()
}
