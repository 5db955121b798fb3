//! Figures as comma-separated values in the shape of SDMX-CSV 2.0.0. A registered data structure there is none, so it is
//! SDMX-shaped: the definition of the structure stands beside the file.

use crate::domain::date::PartialDate;
use crate::domain::period::{End, Period};
use crate::domain::{Key, Observation, Status};
use crate::export::content::ExportContent;
use crate::export::csv_lines::{self, Separator, cells};
use crate::export::error::ExportError;
use crate::export::records::{RecordKind, RecordSet, RecordTable, number, table};
use crate::export::table::DataValue;
use crate::wording::printed_unit;
use itertools::Itertools;
use jiff::civil::Date;

/// The agency, the dataflow and its version, as the rows name them.
pub(super) const AGENCY: &str = "CPPCC";
pub(super) const FLOW: &str = "DF_CPPCC";
pub(super) const STRUCTURE_VERSION: &str = "1.0.0";

/// The columns of the standard, and those that tell a figure of this kind from others.
const FIRST: [&str; 15] = [
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "REF_AREA",
    "INDICATOR",
    "OBS_ID",
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT_MEASURE",
    "UNIT_MULT",
    "DECIMALS",
    "OBS_STATUS",
    "CONF_STATUS",
    "OBS_QUALIFIER",
    "SOURCE_ID",
];

/// The columns of the table of figures that the standard columns have already.
const TOLD: [&str; 5] = ["id", "area", "indicator", "qualifier", "article"];

/// Returns the columns of the table of figures that follow, each as the name of a component and the column itself. All of it
/// travels along, so that nothing of a figure is lost.
pub(super) fn attributes(table: &RecordTable) -> Vec<(String, usize)> {
    let fields = table.fields.iter().enumerate();
    let fields = fields.filter(|(_, field)| matches!(field.kind, RecordKind::Both) || !TOLD.contains(&field.id));
    let columns = fields.flat_map(|(place, field)| field.columns().into_iter().map(move |(name, _)| (name, place)));
    columns.map(|(name, place)| (name.to_uppercase(), place)).collect()
}

/// Writes the figures, one a row.
pub(super) fn observations(content: &ExportContent) -> Result<String, ExportError> {
    let figures = table(RecordSet::Figures, content);
    let attributes = attributes(&figures);
    let names = FIRST.into_iter().chain(attributes.iter().map(|(name, _)| name.as_str()));
    let rows = content.figures.iter().zip(&figures.rows).map(|(key, row)| {
        let places = attributes.iter().map(|(_, place)| *place).dedup();
        let rest = places.filter_map(|place| Some((figures.fields.get(place)?, row.get(place)?)));
        let rest = rest.flat_map(|(field, value)| cells(value, matches!(field.kind, RecordKind::Both)));
        first(content, *key).into_iter().chain(rest).collect()
    });
    csv_lines::lines(names, rows, Separator::Comma)
}

/// Returns the fields of the standard columns.
fn first(content: &ExportContent, key: Key<Observation>) -> Vec<String> {
    let dataset = content.dataset;
    let figure = &dataset.observations[key];
    let indicator = &dataset.indicators[figure.indicator];
    let value = number(&figure.value);
    let text = |word: &str| cells(&DataValue::from(word), false).concat();
    let written = value.map(|value| value.get().to_string()).unwrap_or_default();
    let decimals = written.split_once('.').map_or(0, |(_, behind)| behind.len());
    vec![
        "dataflow".to_owned(),
        format!("{AGENCY}:{FLOW}({STRUCTURE_VERSION})"),
        "I".to_owned(),
        text(&dataset.areas[figure.area].id),
        text(&indicator.id),
        text(&figure.id),
        time_period(&figure.period),
        written,
        text(&printed_unit(indicator, figure).en),
        // 万 and 亿 are multiplied out.
        "0".to_owned(),
        decimals.to_string(),
        status(figure.status).to_owned(),
        "F".to_owned(),
        figure.qualifier().id().to_owned(),
        text(&dataset.articles[figure.source.article].id),
    ]
}

/// Returns the code of `CL_OBS_STATUS` 2.1: a normal value, or one that is expected. What is planned has no code of its own; the
/// column `STATUS` tells it.
const fn status(status: Status) -> &'static str {
    match status {
        Status::Achieved => "A",
        Status::Planned | Status::Forecast => "F",
    }
}

/// Returns a period as SDMX knows one: a year, a month, a day, or a start with a length. Where the start is not known, it is
/// the time of the end, and `START_BASIS` says so.
pub(super) fn time_period(period: &Period) -> String {
    let date = |end: &End| end.date();
    let Some(end) = date(period.end()) else {
        return period.start().and_then(date).as_ref().map(PartialDate::to_string).unwrap_or_default();
    };
    match period.start().and_then(date) {
        Some(start) if start != end => span(start, end),
        _ => end.to_string(),
    }
}

fn span(start: PartialDate, end: PartialDate) -> String {
    let (first, last) = (start.earliest(), end.latest());
    let Ok(behind) = last.tomorrow() else { return end.to_string() };
    if first.day() == 1 && behind.day() == 1 {
        let months = i32::from(behind.year() - first.year()) * 12 + i32::from(behind.month() - first.month());
        return match (months, first.month()) {
            (12, 1) => first.year().to_string(),
            (1, _) => format!("{:04}-{:02}", first.year(), first.month()),
            (whole, _) if whole % 12 == 0 => format!("{first}/P{}Y", whole / 12),
            _ => format!("{first}/P{months}M"),
        };
    }
    format!("{first}/P{}D", days(first, behind))
}

fn days(first: Date, behind: Date) -> i32 {
    first.until(behind).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_a_month_a_day_or_a_start_with_its_length() {
        let date = |text: &str| PartialDate::parse(text).unwrap();
        let table = [
            ("2024-01-01", "2024-12-31", "2024"),
            ("2024", "2025", "2024-01-01/P2Y"),
            ("2024-03", "2024-05", "2024-03-01/P3M"),
            ("2024-03-01", "2024-03-31", "2024-03"),
            ("2024-07", "2025-06", "2024-07-01/P1Y"),
            ("2025-01-14", "2025-02-01", "2025-01-14/P19D"),
        ];
        for (start, end, told) in table {
            assert_eq!(span(date(start), date(end)), told);
        }
    }
}
