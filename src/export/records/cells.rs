//! The table of cells: what each area puts into each comparison.

use super::record_set::RecordSet;
use super::record_table::{PACK, PACK_VERSION, RecordColumn, RecordKind, RecordTable, column, filled, terms};
use super::values::{basis_name, date, high, high_open, low, low_open, printed};
use crate::domain::{
    Article, Cell, Comparison, Dataset, Extent, Grade, Indicator, Interval, Measure, MeasuredFigure, Missing,
    NoMeasure, Observation, OrderDirection, Qualifier, Refusal, Scope, Status, Verdict,
};
use crate::export::content::ExportContent;
use crate::export::table::DataValue;
use crate::text::Phrase;
use crate::wording::{figure_unit, unit};
use RecordKind::{Both, Count, Date, Flag, Number, Term, Word};
use itertools::Itertools;

const TITLE: Phrase = Phrase { zh: "对比", en: "Comparison" };

/// A cell with the comparison that it is of.
pub(in crate::export) struct ComparedCell<'a> {
    pub comparison: &'a Comparison,
    pub cell: &'a Cell,
}

impl<'a> ComparedCell<'a> {
    fn indicator<'d>(&self, data: &'d Dataset) -> &'d Indicator {
        &data.indicators[self.comparison.request.indicator]
    }

    fn figure(&self) -> Option<&'a MeasuredFigure> {
        self.cell.figure()
    }

    fn observation<'d>(&self, data: &'d Dataset) -> Option<&'d Observation> {
        self.figure().map(|figure| &data.observations[figure.observation()])
    }

    fn article<'d>(&self, data: &'d Dataset) -> Option<&'d Article> {
        self.observation(data).map(|observation| &data.articles[observation.source.article])
    }

    fn interval(&self) -> Option<Interval> {
        self.figure()?.extent.as_ref().ok().and_then(Extent::interval)
    }
}

/// Makes the table of the cells of all comparisons that are exported.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    comparison_cells(content.dataset, &content.comparisons())
}

/// Makes the table of the cells of some comparisons, one after another.
pub(in crate::export) fn comparison_cells(dataset: &Dataset, comparisons: &[Comparison]) -> RecordTable {
    let cells = comparisons
        .iter()
        .flat_map(|comparison| comparison.cells.iter().map(move |cell| ComparedCell { comparison, cell }))
        .collect_vec();
    let columns: [&[RecordColumn<ComparedCell>]; 7] =
        [&asked(), &told(), &timed(), &printed_in(), &ranked(), &stands(), &known()];
    RecordTable::new(RecordSet::Comparison, TITLE, &columns, dataset, &cells).keyed(
        &["indicator", "area"],
        &[
            ("indicator", RecordSet::Indicators),
            ("area", RecordSet::Areas),
            ("observation", RecordSet::Figures),
            ("article", RecordSet::Articles),
            ("pack", RecordSet::Packs),
        ],
    )
}

/// Returns the columns that tell what is compared, and of whom.
fn asked<'a>() -> [RecordColumn<ComparedCell<'a>>; 4] {
    [
        column(
            "indicator",
            Word,
            ["指标", "indicator"],
            ["指标的代号", "The id of the indicator"],
            |data, row| row.indicator(data).id.as_str().into(),
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
        column("area", Word, ["地区", "area"], ["地区的代号", "The id of the area"], |data, row| {
            data.areas[row.cell.area].id.as_str().into()
        }),
    ]
}

/// Returns the columns that tell the value.
fn told<'a>() -> [RecordColumn<ComparedCell<'a>>; 7] {
    [
        column(
            "value_low",
            Number,
            ["下限", "low"],
            ["折算后的下限", "The lower end under the measure"],
            |_, row| low(row.interval()),
        ),
        column(
            "value_high",
            Number,
            ["上限", "high"],
            ["折算后的上限；无上限时留空", "The upper end under the measure; empty where there is none"],
            |_, row| high(row.interval()),
        ),
        column(
            "low_open",
            Flag,
            ["不含下限", "low is left out"],
            ["true：下限本身不计在内", "Whether the lower end itself is left out"],
            |_, row| low_open(row.interval()),
        ),
        column(
            "high_open",
            Flag,
            ["不含上限", "high is left out"],
            ["true：上限本身不计在内，或没有上限", "Whether the upper end itself is left out, or there is none"],
            |_, row| high_open(row.interval()),
        ),
        column(
            "value_printed",
            Word,
            ["数值（原文）", "value as printed"],
            ["原文所印的数，未折算", "What is printed, not under the measure"],
            |data, row| row.observation(data).map_or(DataValue::Unknown, |figure| printed(&figure.value)),
        ),
        column(
            "qualifier",
            Term(|| terms(Qualifier::name)),
            ["限定", "qualifier"],
            ["原文对数值的限定", "How the source hedges the value"],
            |data, row| row.observation(data).map(|figure| figure.qualifier().id()).into(),
        ),
        column("unit", Both, ["单位", "unit"], ["折算后的单位", "The unit under the measure"], |data, row| {
            let (indicator, measure) = (row.indicator(data), row.comparison.request.measure);
            let own = row.observation(data).map(|observation| figure_unit(indicator, observation, measure));
            own.unwrap_or_else(|| unit(indicator, measure)).into()
        }),
    ]
}

/// Returns the columns that tell the period, or why there is no figure.
fn timed<'a>() -> [RecordColumn<ComparedCell<'a>>; 5] {
    [
        column("start", Date, ["起", "start"], ["时段的起点", "Where the period begins"], |data, row| {
            row.observation(data).and_then(|figure| figure.period.start()).map_or(DataValue::Unknown, date)
        }),
        column(
            "start_basis",
            Term(|| terms(basis_name)),
            ["起点依据", "basis of the start"],
            ["起点是载明、推断还是不详", "Whether the start is stated, inferred or unknown"],
            |data, row| {
                row.observation(data).and_then(|figure| figure.period.start()).map(|end| end.basis_kind().id()).into()
            },
        ),
        column(
            "end",
            Date,
            ["止", "end"],
            ["时段的终点，或时点数的日期", "Where the period ends, or the date of a stock"],
            |data, row| row.observation(data).map_or(DataValue::Unknown, |figure| date(figure.period.end())),
        ),
        column(
            "end_basis",
            Term(|| terms(basis_name)),
            ["终点依据", "basis of the end"],
            ["终点是载明、推断还是不详", "Whether the end is stated, inferred or unknown"],
            |data, row| row.observation(data).map(|figure| figure.period.end().basis_kind().id()).into(),
        ),
        column("missing", Word, ["缺项", "missing"], ["为何没有数字", "Why there is no figure"], |_, row| {
            row.cell.content.as_ref().err().map(Missing::id).into()
        }),
    ]
}

/// Returns the columns that tell where the figure is from.
fn printed_in<'a>() -> [RecordColumn<ComparedCell<'a>>; 5] {
    [
        column(
            "no_measure",
            Word,
            ["无法折算", "no measure"],
            ["为何不能这样折算", "Why the measure refuses the figure"],
            |_, row| row.figure().and_then(|figure| figure.extent.as_ref().err()).map(NoMeasure::id).into(),
        ),
        column("observation", Word, ["数字", "figure"], ["数字的代号", "The id of the figure"], |data, row| {
            row.observation(data).map(|figure| figure.id.as_str()).into()
        }),
        column("article", Word, ["文章", "article"], ["文章的代号", "The id of the article"], |data, row| {
            row.article(data).map(|article| article.id.as_str()).into()
        }),
        column(
            "paragraph",
            Count,
            ["段", "paragraph"],
            ["所在段落，从 1 数起", "The paragraph, counted from 1"],
            |data, row| row.observation(data).and_then(|figure| figure.source.paragraph).map(usize::from).into(),
        ),
        column(
            "printed",
            Word,
            ["原文短语", "printed"],
            ["原文短语，逐字", "The phrase as printed"],
            |data, row| row.observation(data).map(|figure| figure.source.printed.as_str()).into(),
        ),
    ]
}

/// Returns the columns that tell the ranks that the figure may have.
fn ranked<'a>() -> [RecordColumn<ComparedCell<'a>>; 2] {
    [
        column(
            "rank_from",
            Count,
            ["位次自", "rank from"],
            ["可能的最前位次", "The first rank that it can have"],
            |_, row| row.cell.rank().map(|rank| rank.from).into(),
        ),
        column(
            "rank_to",
            Count,
            ["位次至", "rank to"],
            ["可能的最后位次", "The last rank that it can have"],
            |_, row| row.cell.rank().map(|rank| rank.to).into(),
        ),
    ]
}

/// Returns the columns that tell where the figure stands among the others.
fn stands<'a>() -> [RecordColumn<ComparedCell<'a>>; 5] {
    [
        column(
            "refused",
            Word,
            ["不予比较", "refused"],
            ["为何不予比较", "Why nothing is compared"],
            |_, row| row.comparison.refused.map(Refusal::id).into(),
        ),
        column(
            "also_held",
            Word,
            ["同年另有", "also held"],
            [
                "该市同年其他数字的代号，以空格分隔",
                "The ids of its other figures of the same year, with spaces between them",
            ],
            |data, row| {
                let others = row.comparison.also_held(data, row.cell);
                filled(&others.iter().map(|key| data.observations[*key].id.as_str()).join(" "))
            },
        ),
        column(
            "standing",
            Word,
            ["可否排位", "standing"],
            [
                "ranked 有位次，unordered 可比而先后不明，apart 不与他市排位",
                "Whether it is ranked, may be ranked but has no order, or stands apart",
            ],
            |_, row| row.cell.standing.id().into(),
        ),
        column(
            "verdict",
            Term(|| terms(Verdict::name)),
            ["可比与否", "verdict"],
            [
                "数字在各市之中：comparable 可比，with-caution 谨慎可比，not-comparable 不可比；没有数字时留空",
                "The figure among the others: comparable, with caution, or not; empty where there is no figure",
            ],
            |data, row| {
                let index = row.comparison.index_of(row.cell.area);
                index.and_then(|index| row.comparison.verdict_of(data, index)).map(Verdict::id).into()
            },
        ),
        column(
            "order",
            Term(|| terms(OrderDirection::first_name)),
            ["位次", "order"],
            ["位次从哪一头排起", "Which end of the order comes first"],
            |data, row| row.indicator(data).direction.id().into(),
        ),
    ]
}

/// Returns the columns that tell how far the figure can be relied on, and the state of the data.
fn known<'a>() -> [RecordColumn<ComparedCell<'a>>; 6] {
    [
        column(
            "scope",
            Term(|| terms(Scope::name)),
            ["范围", "scope"],
            ["市本级、含区县、单个平台等", "The level that is covered"],
            |data, row| row.observation(data).map(|figure| figure.scope.id()).into(),
        ),
        column(
            "status",
            Term(|| terms(Status::name)),
            ["状态", "status"],
            ["实际、计划或预计", "Whether it has happened, is planned or expected"],
            |data, row| row.observation(data).map(|figure| figure.status.id()).into(),
        ),
        column(
            "grade",
            Term(|| terms(Grade::name)),
            ["所见程度", "seen as"],
            ["来源如何看到", "How the source was seen"],
            |data, row| row.article(data).map(|article| article.grade.id()).into(),
        ),
        column(
            "variant",
            Both,
            ["本市口径", "variant"],
            ["与指标口径不同时，实际所计为何", "What is counted here, where that differs from the indicator"],
            |data, row| row.observation(data).and_then(|figure| figure.variant.as_ref()).into(),
        ),
        column("pack", Word, PACK.0, PACK.1, |data, row| {
            row.article(data).map(|article| data.packs[article.pack].id.as_str()).into()
        }),
        column("pack_version", Word, PACK_VERSION.0, PACK_VERSION.1, |data, row| {
            let version = row.article(data).and_then(|article| data.packs[article.pack].version.as_ref());
            version.map(|version| version.number.as_str()).into()
        }),
    ]
}
