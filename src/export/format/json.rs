//! Comparisons and lists as JSON.

use super::writer::{ComparisonSet, FormatWriter, WrittenTable};
use crate::domain::interval::{High, Low};
use crate::domain::pack::Pack;
use crate::domain::{
    Cell, CellIndex, Comparison, Dataset, Extent, Key, Measure, MeasuredFigure, Missing, Observation, Pair, Reason,
    Scope, VariantChoice, Verdict,
};
use crate::export::error::ExportError;
use crate::export::json_parts::{self, DenominatorJson, NamedJson, PeriodJson, SourceJson, TextJson};
use crate::export::table::{DataTable, DataValue};
use crate::export::text_style::TextStyle;
use crate::text::CharSet;
use crate::text::{Lang, Text};
use crate::wording::measured_value;
use crate::wording::unit;
use serde::Serialize;
use serde_json::{Map, Value};

/// JSON documents; `data/README.md` describes their shape.
pub(super) struct Json;

impl FormatWriter for Json {
    fn comparisons(&self, dataset: &Dataset, set: ComparisonSet, _: &TextStyle) -> Result<String, ExportError> {
        let json = |comparison| ComparisonJson::new(dataset, comparison);
        match set {
            ComparisonSet::One(comparison) => json_parts::document(&json(comparison)),
            ComparisonSet::Several(comparisons) => {
                json_parts::document(&comparisons.iter().map(json).collect::<Vec<_>>())
            }
        }
    }

    fn table(&self, table: &DataTable, _: &TextStyle) -> Result<WrittenTable, ExportError> {
        // A map sorts its keys by the alphabet, so that all rows have them in the same order.
        let object = |row: &Vec<DataValue>| {
            let fields = table.columns.iter().zip(row).map(|(column, value)| (column.id.to_owned(), value_json(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        };
        json_parts::document(&table.rows.iter().map(object).collect::<Vec<_>>()).map(WrittenTable::from)
    }
}

fn value_json(value: &DataValue) -> Value {
    match value {
        DataValue::Word(word) => word.clone().into(),
        DataValue::Both(text) => serde_json::json!({ "zh": text.zh, "en": text.en }),
        DataValue::Count(count) => (*count).into(),
        DataValue::Amount(amount) => json_parts::number(*amount),
        DataValue::Flag(flag) => (*flag).into(),
        DataValue::Unknown => Value::Null,
    }
}

#[derive(Serialize)]
struct ComparisonJson {
    indicator: String,
    measure: &'static str,
    order: &'static str,
    cells: Vec<CellJson>,
    pairs: Vec<PairJson>,
    ranks: Option<Vec<RankJson>>,
    refused: Option<NamedJson>,
    no_ranks: Option<NamedJson>,
    #[serde(rename = "moment")]
    year_choice: String,
    variant: Option<VariantJson>,
    scope: Option<&'static str>,
    name: TextJson,
    unit: TextJson,
    reported: usize,
    of: usize,
    data: Vec<PackVersionJson>,
}

impl ComparisonJson {
    fn new(dataset: &Dataset, comparison: &Comparison) -> Self {
        let request = &comparison.request;
        let indicator = &dataset.indicators[request.indicator];
        Self {
            indicator: indicator.id.clone(),
            measure: request.measure.id(),
            order: indicator.direction.id(),
            cells: comparison.cells.iter().map(|cell| CellJson::new(dataset, comparison, cell)).collect(),
            pairs: comparison.pairs(dataset).map(|pair| PairJson::new(dataset, comparison, &pair)).collect(),
            ranks: ranks(dataset, comparison),
            refused: comparison.refused.map(|refusal| NamedJson::new(refusal.id(), refusal.text())),
            no_ranks: comparison.no_order.map(|why| NamedJson::new(why.id(), why.name())),
            year_choice: request.year_choice.id(),
            variant: request.figure_choice.variant.as_ref().map(VariantJson::from),
            scope: request.figure_choice.scope.map(Scope::id),
            name: (&indicator.name).into(),
            unit: unit(indicator, request.measure).into(),
            reported: comparison.reported(),
            of: comparison.cells.len(),
            data: dataset.packs.iter().map(|(_, pack)| PackVersionJson::from(pack)).collect(),
        }
    }
}

/// A pack in force, and the version that it has.
#[derive(Serialize)]
struct PackVersionJson {
    pack: String,
    version: Option<String>,
    date: Option<String>,
}

impl From<&Pack> for PackVersionJson {
    fn from(pack: &Pack) -> Self {
        let version = pack.version.as_ref();
        Self {
            pack: pack.id.clone(),
            version: version.map(|version| version.number.clone()),
            date: version.map(|version| version.date.to_string()),
        }
    }
}

/// What was chosen to be counted: what the indicator itself counts, or a variant by its name.
#[derive(Serialize)]
#[serde(untagged)]
enum VariantJson {
    Plain(&'static str),
    Variant(TextJson),
}

impl From<&VariantChoice> for VariantJson {
    fn from(choice: &VariantChoice) -> Self {
        match choice {
            VariantChoice::Plain => Self::Plain(VariantChoice::PLAIN),
            VariantChoice::Variant(variant) => Self::Variant(variant.into()),
        }
    }
}

#[derive(Serialize)]
struct CellJson {
    area: String,
    observation: Option<String>,
    qualifier: Option<&'static str>,
    scope: Option<&'static str>,
    status: Option<&'static str>,
    grade: Option<&'static str>,
    pack: Option<String>,
    low: Option<Value>,
    high: Option<Value>,
    low_open: Option<bool>,
    high_open: Option<bool>,
    missing: Option<&'static str>,
    missing_text: Option<TextJson>,
    no_measure: Option<NamedJson>,
    unreliable: Option<UnreliableJson>,
    designed: Option<String>,
    value_text: Option<TextJson>,
    period: Option<PeriodJson>,
    source: Option<SourceJson>,
    denominator: Option<DenominatorJson>,
    contradicted_by: Vec<String>,
    held: Vec<String>,
    standing: &'static str,
    verdict: Option<&'static str>,
    apart: Vec<NamedJson>,
    also_held: Vec<String>,
}

/// A number that gives no bound to rely on.
#[derive(Serialize)]
struct UnreliableJson {
    value: Value,
    qualifier: &'static str,
}

impl CellJson {
    fn new(dataset: &Dataset, comparison: &Comparison, cell: &Cell) -> Self {
        let id = |key: &Key<Observation>| dataset.observations[*key].id.clone();
        let figure = cell.figure();
        let observation = figure.map(|figure| &dataset.observations[figure.observation()]);
        let measured = figure.and_then(|figure| figure.extent.as_ref().ok());
        let interval = measured.and_then(Extent::interval);
        let article = observation.map(|observation| &dataset.articles[observation.source.article]);
        let missing = cell.content.as_ref().err();
        let no_measure = figure.and_then(|figure| figure.extent.as_ref().err());
        Self {
            area: dataset.areas[cell.area].id.clone(),
            observation: observation.map(|observation| observation.id.clone()),
            qualifier: observation.map(|observation| observation.qualifier().id()),
            scope: observation.map(|observation| observation.scope.id()),
            status: observation.map(|observation| observation.status.id()),
            grade: article.map(|article| article.grade.id()),
            pack: article.map(|article| dataset.packs[article.pack].id.clone()),
            low: interval.map(|interval| json_parts::number(interval.low().amount())),
            high: interval.and_then(|interval| interval.high().amount()).map(json_parts::number),
            low_open: interval.map(|interval| matches!(interval.low(), Low::Open(_))),
            high_open: interval.map(|interval| !matches!(interval.high(), High::Closed(_))),
            missing: missing.map(Missing::id),
            missing_text: missing.map(|missing| missing.text().into()),
            no_measure: no_measure.map(|why| NamedJson::new(why.id(), why.text())),
            unreliable: measured.and_then(unreliable),
            designed: measured.and_then(designed),
            value_text: figure.and_then(|figure| value_text(dataset, figure, comparison.request.measure)),
            period: observation.map(|observation| (&observation.period).into()),
            source: observation.map(|observation| SourceJson::new(dataset, &observation.source)),
            denominator: figure
                .and_then(|figure| figure.denominator.as_ref())
                .map(|denominator| DenominatorJson::new(dataset, denominator)),
            contradicted_by: figure.map(contradictions).unwrap_or_default().iter().map(id).collect(),
            held: comparison.held_by(dataset, cell.area).iter().map(id).collect(),
            standing: cell.standing.id(),
            verdict: comparison
                .index_of(cell.area)
                .and_then(|index| comparison.verdict_of(dataset, index))
                .map(Verdict::id),
            apart: apart(dataset, comparison, cell),
            also_held: comparison.also_held(dataset, cell).iter().map(id).collect(),
        }
    }
}

/// Returns why a figure may not be ranked with those that others may be ranked with, the main reason first.
fn apart(dataset: &Dataset, comparison: &Comparison, cell: &Cell) -> Vec<NamedJson> {
    let reasons = comparison.index_of(cell.area).map(|index| comparison.why_apart(dataset, index));
    let named = |reason: &Reason| NamedJson::new(reason.id(), reason.text(dataset));
    reasons.iter().flat_map(|reasons| reasons.iter()).map(named).collect()
}

/// Returns the figures that print another number for the same thing.
fn contradictions(figure: &MeasuredFigure) -> Vec<Key<Observation>> {
    figure.observations.iter().skip(1).copied().collect()
}

fn unreliable(extent: &Extent) -> Option<UnreliableJson> {
    match extent {
        Extent::Unreliable { amount, qualifier } => {
            Some(UnreliableJson { value: json_parts::number(*amount), qualifier: qualifier.id() })
        }
        _ => None,
    }
}

fn designed(extent: &Extent) -> Option<String> {
    match extent {
        Extent::Designed(text) => Some(text.clone()),
        _ => None,
    }
}

fn value_text(dataset: &Dataset, figure: &MeasuredFigure, measure: Measure) -> Option<TextJson> {
    let text = |lang| measured_value(dataset, figure, measure, lang, CharSet::Unicode);
    Some(Text::new(text(Lang::Zh)?, text(Lang::En)?).into())
}

#[derive(Serialize)]
struct PairJson {
    a: String,
    b: String,
    verdict: &'static str,
    reasons: Vec<NamedJson>,
}

impl PairJson {
    fn new(dataset: &Dataset, comparison: &Comparison, pair: &Pair) -> Self {
        let area = |index: CellIndex| dataset.areas[comparison[index].area].id.clone();
        Self {
            a: area(pair.first),
            b: area(pair.second),
            verdict: pair.verdict.id(),
            reasons: pair.reasons.iter().map(|reason| NamedJson::new(reason.id(), reason.text(dataset))).collect(),
        }
    }
}

#[derive(Serialize)]
struct RankJson {
    area: String,
    from: usize,
    to: usize,
}

/// Returns the ranks of the cells that have one; `None` where nothing is ranked.
fn ranks(dataset: &Dataset, comparison: &Comparison) -> Option<Vec<RankJson>> {
    if comparison.no_order.is_some() {
        return None;
    }
    let ranked = comparison.cells.iter().filter_map(|cell| {
        let rank = cell.rank()?;
        Some(RankJson { area: dataset.areas[cell.area].id.clone(), from: rank.from, to: rank.to })
    });
    Some(ranked.collect())
}
