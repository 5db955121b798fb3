//! Comparisons and lists as comma-separated values.

use super::writer::{ComparisonSet, FormatWriter, WrittenTable};
use crate::domain::date::PartialDate;
use crate::domain::interval::{High, Low};
use crate::domain::period::{End, Period};
use crate::domain::{Cell, Comparison, Dataset, Extent, Missing, NoMeasure, Observation, Refusal};
use crate::export::csv_lines::{self, CsvField};
use crate::export::error::ExportError;
use crate::export::json_parts::basis;
use crate::export::observations::{pack, pack_version, printed};
use crate::export::table::{DataTable, DataValue};
use crate::export::text_style::TextStyle;
use crate::wording::unit;
use itertools::Itertools;

/// Comma-separated values: a row for each cell of each comparison, and for each row of a list.
pub(super) struct Csv;

impl FormatWriter for Csv {
    fn comparisons(&self, dataset: &Dataset, set: ComparisonSet, _: &TextStyle) -> Result<String, ExportError> {
        let rows = set
            .all()
            .iter()
            .flat_map(|comparison| comparison.cells.iter().map(move |cell| row(dataset, comparison, cell)));
        csv_lines::fields(COLUMNS, rows)
    }

    fn table(&self, table: &DataTable, _: &TextStyle) -> Result<WrittenTable, ExportError> {
        let names = table.columns.iter().flat_map(|column| {
            if column.is_both {
                vec![format!("{}_zh", column.id), format!("{}_en", column.id)]
            } else {
                vec![column.id.to_owned()]
            }
        });
        let names = names.collect_vec();
        let rows = table.rows.iter().map(|row| {
            table.columns.iter().zip(row).flat_map(|(column, value)| fields(value, column.is_both)).collect()
        });
        csv_lines::lines(names.iter().map(String::as_str), rows).map(WrittenTable::from)
    }
}

/// Returns the one or two fields of a value.
fn fields(value: &DataValue, is_both: bool) -> Vec<String> {
    match value {
        DataValue::Both(text) => vec![text.zh.clone(), text.en.clone()],
        DataValue::Word(word) => vec![word.clone()],
        DataValue::Count(count) => vec![count.to_string()],
        DataValue::Amount(amount) => vec![amount.get().to_string()],
        DataValue::Flag(flag) => vec![flag.to_string()],
        DataValue::Unknown => vec![String::new(); 1 + usize::from(is_both)],
    }
}

const COLUMNS: &[&str] = &[
    "indicator",
    "measure",
    "moment",
    "area",
    "value_low",
    "value_high",
    "low_open",
    "high_open",
    "value_printed",
    "qualifier",
    "unit_zh",
    "unit_en",
    "start",
    "start_basis",
    "end",
    "end_basis",
    "missing",
    "no_measure",
    "observation",
    "article",
    "paragraph",
    "printed",
    "rank_from",
    "rank_to",
    "refused",
    "also_held",
    "standing",
    "order",
    "pack",
    "pack_version",
];

/// Returns the row of one cell, its columns in the order of [`COLUMNS`].
fn row(dataset: &Dataset, comparison: &Comparison, cell: &Cell) -> Vec<CsvField> {
    let request = &comparison.request;
    let indicator = &dataset.indicators[request.indicator];
    let unit = unit(indicator, request.measure);
    let figure = cell.figure();
    let observation = figure.map(|figure| &dataset.observations[figure.observation()]);
    let of_observation = |text: fn(&Observation) -> String| observation.map(text).unwrap_or_default();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let [low, high, low_open, high_open] = ends(figure.and_then(|figure| figure.extent.as_ref().ok()));
    let mut fields = vec![
        ("indicator", indicator.id.clone()),
        ("measure", request.measure.id().to_owned()),
        ("moment", request.year_choice.id()),
        ("area", dataset.areas[cell.area].id.clone()),
        ("value_low", low),
        ("value_high", high),
        ("low_open", low_open),
        ("high_open", high_open),
        ("value_printed", of_observation(|observation| printed(&observation.value))),
        ("qualifier", of_observation(|observation| observation.qualifier().id().to_owned())),
        ("unit_zh", unit.zh),
        ("unit_en", unit.en),
    ];
    fields.extend(period(observation.map(|observation| &observation.period)));
    let article = observation.map(|observation| dataset.articles[observation.source.article].id.as_str());
    let others = comparison.also_held(dataset, cell);
    let paragraph = observation.and_then(|observation| observation.source.paragraph);
    fields.extend([
        ("missing", text(cell.content.as_ref().err().map(Missing::id))),
        ("no_measure", text(figure.and_then(|figure| figure.extent.as_ref().err()).map(NoMeasure::id))),
        ("observation", of_observation(|observation| observation.id.clone())),
        ("article", text(article)),
        ("paragraph", paragraph.map(|number| number.to_string()).unwrap_or_default()),
        ("printed", of_observation(|observation| observation.source.printed.clone())),
        ("rank_from", cell.rank().map(|rank| rank.from.to_string()).unwrap_or_default()),
        ("rank_to", cell.rank().map(|rank| rank.to.to_string()).unwrap_or_default()),
        ("refused", text(comparison.refused.map(Refusal::id))),
        ("also_held", others.iter().map(|key| dataset.observations[*key].id.as_str()).join(" ")),
        ("standing", cell.standing.id().to_owned()),
        ("order", indicator.direction.id().to_owned()),
        ("pack", observation.map(|observation| pack(dataset, observation)).unwrap_or_default()),
        ("pack_version", observation.map(|observation| pack_version(dataset, observation)).unwrap_or_default()),
    ]);
    fields
}

/// Returns the low end, the high end, and whether each is open; what is not known is left empty.
fn ends(extent: Option<&Extent>) -> [String; 4] {
    let Some(interval) = extent.and_then(Extent::interval) else { return Default::default() };
    let high = interval.high();
    [
        interval.low().amount().get().to_string(),
        high.amount().map(|amount| amount.get().to_string()).unwrap_or_default(),
        matches!(interval.low(), Low::Open(_)).to_string(),
        (!matches!(high, High::Closed(_))).to_string(),
    ]
}

fn period(period: Option<&Period>) -> [CsvField; 4] {
    let date = |end: Option<&End>| end.and_then(End::date).as_ref().map(PartialDate::to_string).unwrap_or_default();
    let basis = |end: Option<&End>| end.map(basis).unwrap_or_default().to_owned();
    let (start, end) = (period.and_then(Period::start), period.map(Period::end));
    [("start", date(start)), ("start_basis", basis(start)), ("end", date(end)), ("end_basis", basis(end))]
}
