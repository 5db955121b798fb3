//! A comparison as JSON.

use super::super::Error;
use super::super::dataset::DenominatorJson;
use super::super::json::{self, Named, PeriodJson, SourceJson, Words};
use super::Asked;
use crate::domain::compare::{Cell, Comparison, Pair};
use crate::domain::interval::{High, Low};
use crate::domain::measure::Found;
use crate::domain::order::Order;
use crate::domain::request::Measure;
use crate::domain::{Dataset, Extent, Key, Missing, Observation};
use crate::text::number::Signs;
use crate::text::{Lang, Text};
use crate::wording::{extent, unit};
use serde::Serialize;
use serde_json::Value;

pub(super) fn write(dataset: &Dataset, asked: Asked) -> Result<String, Error> {
    let of = |comparison| ComparisonJson::new(dataset, comparison);
    match asked {
        Asked::One(comparison) => json::document(&of(comparison)),
        Asked::Several(comparisons) => json::document(&comparisons.iter().map(of).collect::<Vec<_>>()),
    }
}

#[derive(Serialize)]
struct ComparisonJson {
    indicator: String,
    measure: &'static str,
    cells: Vec<CellJson>,
    pairs: Vec<PairJson>,
    ranks: Option<Vec<RankJson>>,
    refused: Option<Named>,
    no_ranks: Option<Named>,
    moment: String,
    name: Words,
    unit: Words,
    reported: usize,
    of: usize,
}

impl ComparisonJson {
    fn new(dataset: &Dataset, comparison: &Comparison) -> Self {
        let request = &comparison.request;
        let indicator = &dataset.indicators[request.indicator];
        let no_ranks = match &comparison.order {
            Order::Ranked(_) => None,
            Order::None(why) => Some(Named::new(why.id(), why.name())),
        };
        Self {
            indicator: indicator.id.clone(),
            measure: request.measure.id(),
            cells: comparison.cells.iter().map(|cell| CellJson::new(dataset, comparison, cell)).collect(),
            pairs: comparison.pairs.iter().map(|pair| PairJson::new(dataset, comparison, pair)).collect(),
            ranks: ranks(dataset, comparison),
            refused: comparison.refused.map(|refusal| Named::new(refusal.id(), refusal.text())),
            no_ranks,
            moment: request.moment.id(),
            name: (&indicator.name).into(),
            unit: unit(indicator, request.measure).into(),
            reported: comparison.reported(),
            of: comparison.cells.len(),
        }
    }
}

#[derive(Serialize)]
struct CellJson {
    area: String,
    observation: Option<String>,
    low: Option<Value>,
    high: Option<Value>,
    low_open: Option<bool>,
    high_open: Option<bool>,
    missing: Option<&'static str>,
    missing_text: Option<Words>,
    no_measure: Option<Named>,
    unreliable: Option<UnreliableJson>,
    designed: Option<String>,
    value_text: Option<Words>,
    period: Option<PeriodJson>,
    source: Option<SourceJson>,
    denominator: Option<DenominatorJson>,
    contradicted_by: Vec<String>,
    held: Vec<String>,
}

/// A number that gives no bound.
#[derive(Serialize)]
struct UnreliableJson {
    value: Value,
    qualifier: &'static str,
}

impl CellJson {
    fn new(dataset: &Dataset, comparison: &Comparison, cell: &Cell) -> Self {
        let id = |key: &Key<Observation>| dataset.observations[*key].id.clone();
        let found = cell.found();
        let observation = found.map(|found| &dataset.observations[found.main()]);
        let measured = found.and_then(|found| found.extent.as_ref().ok());
        let interval = measured.and_then(Extent::interval);
        let missing = cell.content.as_ref().err();
        let no_measure = found.and_then(|found| found.extent.as_ref().err());
        Self {
            area: dataset.areas[cell.area].id.clone(),
            observation: observation.map(|found| found.id.clone()),
            low: interval.map(|interval| json::number(interval.low().amount())),
            high: interval.and_then(|interval| interval.high().amount()).map(json::number),
            low_open: interval.map(|interval| matches!(interval.low(), Low::Open(_))),
            high_open: interval.map(|interval| !matches!(interval.high(), High::Closed(_))),
            missing: missing.map(Missing::id),
            missing_text: missing.map(|missing| missing.text().into()),
            no_measure: no_measure.map(|why| Named::new(why.id(), why.text())),
            unreliable: measured.and_then(unreliable),
            designed: measured.and_then(designed),
            value_text: measured.map(|measured| value_text(measured, comparison.request.measure)),
            period: observation.map(|found| (&found.period).into()),
            source: observation.map(|found| SourceJson::new(dataset, &found.source)),
            denominator: found
                .and_then(|found| found.denominator.as_ref())
                .map(|held| DenominatorJson::new(dataset, held)),
            contradicted_by: found.map(contradictions).unwrap_or_default().iter().map(id).collect(),
            held: cell.held.iter().map(id).collect(),
        }
    }
}

fn contradictions(found: &Found) -> Vec<Key<Observation>> {
    found.observations.iter().skip(1).copied().collect()
}

fn unreliable(extent: &Extent) -> Option<UnreliableJson> {
    match extent {
        Extent::Unreliable { amount, qualifier } => {
            Some(UnreliableJson { value: json::number(*amount), qualifier: qualifier.id() })
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

fn value_text(measured: &Extent, measure: Measure) -> Words {
    let said = |lang| extent(measured, measure == Measure::Raw, lang, Signs::Unicode);
    Text::new(said(Lang::Zh), said(Lang::En)).into()
}

#[derive(Serialize)]
struct PairJson {
    a: String,
    b: String,
    verdict: &'static str,
    reasons: Vec<Named>,
}

impl PairJson {
    fn new(dataset: &Dataset, comparison: &Comparison, pair: &Pair) -> Self {
        let area = |place: usize| dataset.areas[comparison.cells[place].area].id.clone();
        Self {
            a: area(pair.first),
            b: area(pair.second),
            verdict: pair.verdict.id(),
            reasons: pair.reasons.iter().map(|reason| Named::new(reason.id(), reason.text(dataset))).collect(),
        }
    }
}

#[derive(Serialize)]
struct RankJson {
    area: String,
    from: usize,
    to: usize,
}

/// The ranks of those that have one; `None` where nothing is ranked.
fn ranks(dataset: &Dataset, comparison: &Comparison) -> Option<Vec<RankJson>> {
    let Order::Ranked(ranks) = &comparison.order else { return None };
    let ranked = comparison.cells.iter().zip(ranks).filter_map(|(cell, rank)| {
        let rank = (*rank)?;
        Some(RankJson { area: dataset.areas[cell.area].id.clone(), from: rank.from, to: rank.to })
    });
    Some(ranked.collect())
}
