//! All figures as one flat table of comma-separated values.

use super::csv_lines;
use super::error::ExportError;
use super::json_parts::basis;
use crate::domain::Dataset;
use crate::domain::Each;
use crate::domain::date::PartialDate;
use crate::domain::observation::{Actor, Observation, PrintedValue};
use crate::domain::period::End;
use crate::text::Text;
use crate::wording::printed_unit;

/// A column's name, and how its value is taken from a figure.
type ObservationColumn = (&'static str, fn(&Dataset, &Observation) -> String);

const COLUMNS: &[ObservationColumn] = &[
    ("id", |_, figure| figure.id.clone()),
    ("area", |data, figure| data.areas[figure.area].id.clone()),
    ("area_zh", |data, figure| data.areas[figure.area].name.zh.clone()),
    ("area_en", |data, figure| data.areas[figure.area].name.en.clone()),
    ("theme", |data, figure| data.theme_of(figure.indicator).id.clone()),
    ("indicator", |data, figure| data.indicators[figure.indicator].id.clone()),
    ("indicator_zh", |data, figure| data.indicators[figure.indicator].name.zh.clone()),
    ("indicator_en", |data, figure| data.indicators[figure.indicator].name.en.clone()),
    ("value", |_, figure| printed(&figure.value)),
    ("value_to", |_, figure| printed_to(&figure.value)),
    ("qualifier", |_, figure| figure.qualifier().id().to_owned()),
    ("unit_zh", |data, figure| printed_unit(&data.indicators[figure.indicator], figure).zh),
    ("unit_en", |data, figure| printed_unit(&data.indicators[figure.indicator], figure).en),
    ("each", |_, figure| figure.each.map(Each::id).unwrap_or_default().to_owned()),
    ("base_zh", |_, figure| zh(figure.base.as_ref())),
    ("base_en", |_, figure| en(figure.base.as_ref())),
    ("nature", |_, figure| figure.nature.id().to_owned()),
    ("start", |_, figure| figure.period.start().map(date).unwrap_or_default()),
    ("start_basis", |_, figure| figure.period.start().map(basis).unwrap_or_default().to_owned()),
    ("end", |_, figure| date(figure.period.end())),
    ("end_basis", |_, figure| basis(figure.period.end()).to_owned()),
    ("period_note_zh", |_, figure| zh(figure.period.note.as_ref())),
    ("period_note_en", |_, figure| en(figure.period.note.as_ref())),
    ("scope", |_, figure| figure.scope.id().to_owned()),
    ("status", |_, figure| figure.status.id().to_owned()),
    ("actor_zh", |_, figure| actor(&figure.actor, |who| &who.zh)),
    ("actor_en", |_, figure| actor(&figure.actor, |who| &who.en)),
    ("variant_zh", |_, figure| zh(figure.variant.as_ref())),
    ("variant_en", |_, figure| en(figure.variant.as_ref())),
    ("note_zh", |_, figure| zh(figure.note.as_ref())),
    ("note_en", |_, figure| en(figure.note.as_ref())),
    ("reading_zh", |_, figure| zh(figure.reading.as_ref())),
    ("reading_en", |_, figure| en(figure.reading.as_ref())),
    ("part_of", |data, figure| figure.part_of.map(|whole| data.observations[whole].id.clone()).unwrap_or_default()),
    ("article", |data, figure| data.articles[figure.source.article].id.clone()),
    ("paragraph", |_, figure| figure.source.paragraph.map(|number| number.to_string()).unwrap_or_default()),
    ("printed", |_, figure| figure.source.printed.clone()),
    ("title", |data, figure| data.articles[figure.source.article].title.clone()),
    ("outlet_zh", |data, figure| data.articles[figure.source.article].outlet_name().zh),
    ("outlet_en", |data, figure| data.articles[figure.source.article].outlet_name().en),
    ("published", |data, figure| {
        let published = data.articles[figure.source.article].published.date();
        published.as_ref().map(PartialDate::to_string).unwrap_or_default()
    }),
    ("grade", |data, figure| data.articles[figure.source.article].grade.id().to_owned()),
    ("pack", |data, figure| pack(data, figure)),
    ("pack_version", |data, figure| pack_version(data, figure)),
];

/// Writes all figures, one a line.
///
/// # Errors
/// Where it cannot be written; see [`ExportError`].
pub fn observations_csv(dataset: &Dataset) -> Result<String, ExportError> {
    let rows =
        dataset.observations.iter().map(|(_, figure)| COLUMNS.iter().map(|(_, of)| of(dataset, figure)).collect());
    csv_lines::lines(COLUMNS.iter().map(|(name, _)| *name), rows)
}

/// Returns the id of the pack that a figure's article belongs to.
pub(super) fn pack(dataset: &Dataset, figure: &Observation) -> String {
    dataset.packs[dataset.articles[figure.source.article].pack].id.clone()
}

/// Returns the version of the pack that a figure's article belongs to; empty where it has none.
pub(super) fn pack_version(dataset: &Dataset, figure: &Observation) -> String {
    let version = dataset.packs[dataset.articles[figure.source.article].pack].version.as_ref();
    version.map(|version| version.number.clone()).unwrap_or_default()
}

/// Returns the value as printed, with 万 and 亿 multiplied out.
pub(super) fn printed(value: &PrintedValue) -> String {
    match value {
        PrintedValue::Number { amount, .. } | PrintedValue::Between { low: amount, .. } => amount.get().to_string(),
        PrintedValue::Designed(text) => text.clone(),
    }
}

/// Returns the second of two numbers that the value lies between; empty where there is one number.
fn printed_to(value: &PrintedValue) -> String {
    match value {
        PrintedValue::Between { high, .. } => high.get().to_string(),
        PrintedValue::Number { .. } | PrintedValue::Designed(_) => String::new(),
    }
}

fn date(end: &End) -> String {
    end.date().as_ref().map(PartialDate::to_string).unwrap_or_default()
}

fn zh(text: Option<&Text>) -> String {
    text.map(|text| text.zh.clone()).unwrap_or_default()
}

fn en(text: Option<&Text>) -> String {
    text.map(|text| text.en.clone()).unwrap_or_default()
}

/// Returns somebody else's name; nothing for the committee itself.
fn actor(actor: &Actor, name: fn(&Text) -> &String) -> String {
    match actor {
        Actor::Committee => String::new(),
        Actor::Other(who) => name(who).clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::dataset;
    use super::*;

    #[test]
    fn every_figure_has_a_line_that_reads_back() {
        let dataset = dataset();
        let text = observations_csv(&dataset).unwrap();
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let names = reader.headers().unwrap().clone();
        let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), dataset.observations.len());
        let of = |row: usize, name: &str| rows[row].get(names.iter().position(|other| other == name).unwrap()).unwrap();
        assert_eq!((of(0, "value"), of(0, "start"), of(0, "actor_zh")), ("512", "2025-01-01", ""));
        assert_eq!((of(7, "end"), of(7, "start"), of(7, "actor_zh")), ("2024-02", "", "平台"));
        assert_eq!(of(0, "printed"), "印\"作|此\",件");
    }
}
