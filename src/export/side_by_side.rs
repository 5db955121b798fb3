//! Two areas side by side: an indicator a row, with both values, their difference, and whether they may be compared.

use super::error::ExportError;
use super::format::{Format, WrittenTable};
use super::table::{DataColumn, DataTable, DataValue, both, word};
use super::text_style::TextStyle;
use crate::domain::date::PartialDate;
use crate::domain::interval::{High, Low};
use crate::domain::period::End;
use crate::domain::{
    Amount, Cell, CellIndex, Comparison, Dataset, DifferenceEnd, Extent, Interval, MeasuredFigure, Missing, Reason,
};
use crate::text::number::BoundNotation;
use crate::text::{Lang, Text};
use crate::wording::{
    difference_or_not, figure_unit, measured_value, period_brief, unit, weightiest_reason, with_unit,
};
use itertools::Itertools;

/// The columns of one area, whose names begin with this.
const COLUMNS_OF_AREA: [[DataColumn; 13]; 2] = [
    [
        word("a"),
        both("a_value").headed("甲", "A").whole(),
        word("a_low"),
        word("a_high"),
        word("a_start"),
        word("a_end"),
        word("a_missing"),
        word("a_figure"),
        word("a_qualifier"),
        word("a_scope"),
        word("a_article"),
        word("a_grade"),
        word("a_pack_version"),
    ],
    [
        word("b"),
        both("b_value").headed("乙", "B").whole(),
        word("b_low"),
        word("b_high"),
        word("b_start"),
        word("b_end"),
        word("b_missing"),
        word("b_figure"),
        word("b_qualifier"),
        word("b_scope"),
        word("b_article"),
        word("b_grade"),
        word("b_pack_version"),
    ],
];

/// Writes comparisons of two areas side by side.
///
/// # Errors
/// Where the format cannot be written; see [`ExportError`].
pub fn side_by_side(
    dataset: &Dataset,
    comparisons: &[Comparison],
    format: Format,
    style: &TextStyle,
) -> Result<WrittenTable, ExportError> {
    let mut columns = vec![
        word("indicator"),
        both("name").headed("指标", "indicator").shrinking_to(20),
        both("unit").headed("单位", "unit").whole(),
        word("measure"),
    ];
    columns.extend(COLUMNS_OF_AREA.into_iter().flatten());
    columns.extend([
        both("difference").headed("差额", "difference").whole(),
        word("difference_low"),
        word("difference_high"),
        word("verdict"),
        both("verdict_name").headed("可比与否", "verdict").whole(),
        word("reasons"),
        both("reason").headed("首要理由", "first reason").optional(),
        word("refused"),
    ]);
    let names = comparisons.first().map(|comparison| area_names(dataset, comparison)).unwrap_or_default();
    let headings = ["a_value", "b_value"].into_iter().zip(names.into_iter().cloned());
    let rows = comparisons.iter().map(|comparison| row(dataset, comparison, style.notation)).collect();
    let table = DataTable { columns, rows, data_headings: headings.collect() };
    format.write_table(&table, style)
}

fn area_names<'a>(dataset: &'a Dataset, comparison: &Comparison) -> Vec<&'a Text> {
    comparison.cells.iter().map(|cell| &dataset.areas[cell.area].name).collect()
}

fn row(dataset: &Dataset, comparison: &Comparison, notation: BoundNotation) -> Vec<DataValue> {
    let (indicator, measure) = (&dataset.indicators[comparison.request.indicator], comparison.request.measure);
    let places = comparison.indices().collect_vec();
    let pair = match places.as_slice() {
        [one, other] => comparison.pair(dataset, *one, *other),
        _ => None,
    };
    let mut row = vec![
        indicator.id.as_str().into(),
        (&indicator.name).into(),
        unit(indicator, measure).into(),
        measure.id().into(),
    ];
    row.extend(comparison.cells.iter().flat_map(|cell| cell_values(dataset, comparison, cell, notation)));
    row.extend(difference(dataset, comparison, &places));
    let reasons = pair.as_ref().map(|pair| pair.reasons.iter().map(Reason::id).join(" "));
    row.extend([
        pair.as_ref().map(|pair| pair.verdict.id()).into(),
        pair.as_ref().map(|pair| pair.verdict.name()).into(),
        reasons.into(),
        pair.as_ref().and_then(|pair| weightiest_reason(dataset, comparison, pair)).into(),
        comparison.refused.map(crate::domain::Refusal::id).into(),
    ]);
    row
}

/// Returns the values of one area: for people its figure with the year, or why there is none.
fn cell_values(dataset: &Dataset, comparison: &Comparison, cell: &Cell, notation: BoundNotation) -> [DataValue; 13] {
    let figure = cell.figure();
    let observation = figure.map(|figure| &dataset.observations[figure.observation()]);
    let value = match &cell.content {
        Ok(figure) => value_text(dataset, comparison, figure, notation),
        Err(missing) => missing.brief(),
    };
    let interval = figure.and_then(|figure| figure.extent.as_ref().ok()).and_then(Extent::interval);
    let date = |end: &End| end.date().as_ref().map(PartialDate::to_string);
    let article = observation.map(|observation| &dataset.articles[observation.source.article]);
    let version = article.and_then(|article| dataset.packs[article.pack].version.as_ref());
    [
        dataset.areas[cell.area].id.as_str().into(),
        value.into(),
        interval.map(Interval::low).map(Low::amount).map(DataValue::Amount).into(),
        interval.map(Interval::high).and_then(High::amount).map(DataValue::Amount).into(),
        observation.and_then(|observation| observation.period.start()).and_then(date).into(),
        observation.and_then(|observation| date(observation.period.end())).into(),
        cell.content.as_ref().err().map(Missing::id).into(),
        observation.map(|observation| observation.id.as_str()).into(),
        observation.map(|observation| observation.qualifier().id()).into(),
        observation.map(|observation| observation.scope.id()).into(),
        article.map(|article| article.id.as_str()).into(),
        article.map(|article| article.grade.id()).into(),
        version.map(|version| version.number.as_str()).into(),
    ]
}

/// Returns a figure with its year: `579（2025）`. A unit that is not the indicator's own stands with it, too.
fn value_text(dataset: &Dataset, comparison: &Comparison, figure: &MeasuredFigure, notation: BoundNotation) -> Text {
    let (indicator, measure) = (&dataset.indicators[comparison.request.indicator], comparison.request.measure);
    let observation = &dataset.observations[figure.observation()];
    let own = figure_unit(indicator, observation, measure);
    let usual = unit(indicator, measure);
    let value = |lang| {
        let value = measured_value(dataset, figure, measure, lang, notation);
        let value = value.map(|value| if own == usual { value } else { with_unit(&value, own.get(lang)) });
        value.or_else(|| Some(figure.extent.as_ref().err()?.brief().get(lang).to_owned())).unwrap_or_default()
    };
    let period = |lang| period_brief(&observation.period, lang);
    Text::new(
        format!("{}（{}）", value(Lang::Zh), period(Lang::Zh)),
        format!("{} ({})", value(Lang::En), period(Lang::En)),
    )
}

/// Returns the difference in words, or that it can't be told, and its two ends.
fn difference(dataset: &Dataset, comparison: &Comparison, places: &[CellIndex]) -> [DataValue; 3] {
    let told = match places {
        [one, other] => comparison.difference(dataset, *one, *other),
        _ => None,
    };
    let end = |end: Option<DifferenceEnd>| DataValue::from(end.and_then(|end| Amount::of_change(end.by)));
    [
        difference_or_not(dataset, comparison).into(),
        end(told.and_then(|difference| difference.least)),
        end(told.and_then(|difference| difference.greatest)),
    ]
}
