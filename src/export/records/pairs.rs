//! The table of pairs: the verdict on every two figures that are compared, with all its reasons.

use super::record_set::RecordSet;
use super::record_table::{RecordColumn, RecordKind, RecordTable, column, filled, terms};
use crate::domain::{CellIndex, Comparison, Dataset, Key, Measure, Observation, Pair, Verdict};
use crate::export::content::ExportContent;
use crate::export::table::DataValue;
use crate::text::{Lang, Phrase, Text};
use RecordKind::{Both, Term, Word};
use itertools::Itertools;

const TITLE: Phrase = Phrase { zh: "可比与否", en: "Verdicts" };

/// A pair with the comparison that it is of.
struct ComparedPair<'a> {
    comparison: &'a Comparison,
    pair: Pair,
}

impl ComparedPair<'_> {
    fn figure(&self, index: CellIndex) -> Option<Key<Observation>> {
        self.comparison[index].figure().map(crate::domain::MeasuredFigure::observation)
    }

    fn figure_id(&self, data: &Dataset, index: CellIndex) -> DataValue {
        self.figure(index).map(|key| data.observations[key].id.as_str()).into()
    }

    fn area(&self, data: &Dataset, index: CellIndex) -> DataValue {
        data.areas[self.comparison[index].area].id.as_str().into()
    }

    fn reasons(&self, data: &Dataset) -> DataValue {
        let joined = |lang: Lang, between| {
            self.pair.reasons.iter().map(|reason| reason.text(data).get(lang).to_owned()).join(between)
        };
        if self.pair.reasons.is_empty() {
            return DataValue::Unknown;
        }
        Text::new(joined(Lang::Zh, "；"), joined(Lang::En, "; ")).into()
    }
}

/// Makes the table of all pairs that are compared.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let dataset = content.dataset;
    let comparisons = content.comparisons();
    let pairs = comparisons
        .iter()
        .flat_map(|comparison| comparison.pairs(dataset).map(move |pair| ComparedPair { comparison, pair }))
        .collect_vec();
    RecordTable::new(RecordSet::Pairs, TITLE, &[&compared(), &judged()], dataset, &pairs).keyed(
        &["indicator", "area_a", "area_b"],
        &[
            ("indicator", RecordSet::Indicators),
            ("area_a", RecordSet::Areas),
            ("area_b", RecordSet::Areas),
            ("figure_a", RecordSet::Figures),
            ("figure_b", RecordSet::Figures),
        ],
    )
}

/// Returns the columns that tell what is compared.
fn compared<'a>() -> [RecordColumn<ComparedPair<'a>>; 7] {
    [
        column(
            "indicator",
            Word,
            ["指标", "indicator"],
            ["指标的代号", "The id of the indicator"],
            |data, row| data.indicators[row.comparison.request.indicator].id.as_str().into(),
        ),
        column(
            "measure",
            Term(|| terms(Measure::name)),
            ["折算", "measure"],
            ["如何折算", "How the figures are put"],
            |_, row| row.comparison.request.measure.id().into(),
        ),
        column(
            "moment",
            Word,
            ["年份", "moment"],
            ["取哪一年的数字", "Which year's figures are taken"],
            |_, row| row.comparison.request.year_choice.id().into(),
        ),
        column(
            "area_a",
            Word,
            ["甲", "first area"],
            ["甲方地区的代号", "The id of the first area"],
            |data, row| row.area(data, row.pair.first),
        ),
        column(
            "area_b",
            Word,
            ["乙", "second area"],
            ["乙方地区的代号", "The id of the second area"],
            |data, row| row.area(data, row.pair.second),
        ),
        column(
            "figure_a",
            Word,
            ["甲方数字", "first figure"],
            ["甲方数字的代号", "The id of its figure"],
            |data, row| row.figure_id(data, row.pair.first),
        ),
        column(
            "figure_b",
            Word,
            ["乙方数字", "second figure"],
            ["乙方数字的代号", "The id of its figure"],
            |data, row| row.figure_id(data, row.pair.second),
        ),
    ]
}

/// Returns the columns that tell the verdict with its reasons.
fn judged<'a>() -> [RecordColumn<ComparedPair<'a>>; 4] {
    [
        column(
            "verdict",
            Term(|| terms(Verdict::name)),
            ["结论", "verdict"],
            ["可比、谨慎可比或不可比", "Whether the two figures may be compared"],
            |_, row| row.pair.verdict.id().into(),
        ),
        column(
            "reason_ids",
            Word,
            ["理由代号", "reason ids"],
            [
                "全部理由的代号，以空格分隔，最重的在前",
                "The ids of all reasons, the weightiest first, with spaces between them",
            ],
            |_, row| filled(&row.pair.reasons.iter().map(crate::domain::Reason::id).join(" ")),
        ),
        column("reasons", Both, ["理由", "reasons"], ["全部理由", "All reasons"], |data, row| row.reasons(data)),
        column(
            "data",
            Word,
            ["数据版本", "version of the data"],
            ["所用数据包及其版本", "The packs in force with their versions"],
            |data, _| filled(&versions(data)),
        ),
    ]
}

/// Returns the packs in force with their versions: `reports 2026.11, published 2026.11`.
pub(in crate::export) fn versions(data: &Dataset) -> String {
    let version = |pack: &crate::domain::Pack| match &pack.version {
        Some(version) => format!("{} {}", pack.id, version.number),
        None => pack.id.clone(),
    };
    data.packs.iter().map(|(_, pack)| version(pack)).join(", ")
}
