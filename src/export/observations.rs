//! All figures as one flat table of comma-separated values.

use super::json::basis;
use super::{Error, csv};
use crate::domain::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::observation::{Actor, Observation, Value};
use crate::domain::period::End;
use crate::text::Text;

/// A column and what stands in it for one figure.
type Column = (&'static str, fn(&Dataset, &Observation) -> String);

const COLUMNS: &[Column] = &[
    ("id", |_, found| found.id.clone()),
    ("area", |data, found| data.areas[found.area].id.clone()),
    ("area_zh", |data, found| data.areas[found.area].name.zh.clone()),
    ("area_en", |data, found| data.areas[found.area].name.en.clone()),
    ("theme", |data, found| data.theme_of(found.indicator).id.clone()),
    ("indicator", |data, found| data.indicators[found.indicator].id.clone()),
    ("indicator_zh", |data, found| data.indicators[found.indicator].name.zh.clone()),
    ("indicator_en", |data, found| data.indicators[found.indicator].name.en.clone()),
    ("value", |_, found| printed(&found.value)),
    ("qualifier", |_, found| found.qualifier.id().to_owned()),
    ("unit_zh", |data, found| data.indicators[found.indicator].unit.zh.clone()),
    ("unit_en", |data, found| data.indicators[found.indicator].unit.en.clone()),
    ("nature", |_, found| found.nature.id().to_owned()),
    ("start", |_, found| found.period.start().map(date).unwrap_or_default()),
    ("start_basis", |_, found| found.period.start().map(basis).unwrap_or_default().to_owned()),
    ("end", |_, found| date(found.period.end())),
    ("end_basis", |_, found| basis(found.period.end()).to_owned()),
    ("period_note_zh", |_, found| zh(found.period.note.as_ref())),
    ("period_note_en", |_, found| en(found.period.note.as_ref())),
    ("scope", |_, found| found.scope.id().to_owned()),
    ("status", |_, found| found.status.id().to_owned()),
    ("actor_zh", |_, found| actor(&found.actor, |who| &who.zh)),
    ("actor_en", |_, found| actor(&found.actor, |who| &who.en)),
    ("variant_zh", |_, found| zh(found.variant.as_ref())),
    ("variant_en", |_, found| en(found.variant.as_ref())),
    ("note_zh", |_, found| zh(found.note.as_ref())),
    ("note_en", |_, found| en(found.note.as_ref())),
    ("reading_zh", |_, found| zh(found.reading.as_ref())),
    ("reading_en", |_, found| en(found.reading.as_ref())),
    ("part_of", |data, found| found.part_of.map(|whole| data.observations[whole].id.clone()).unwrap_or_default()),
    ("article", |data, found| data.articles[found.source.article].id.clone()),
    ("paragraph", |_, found| found.source.paragraph.map(|number| number.to_string()).unwrap_or_default()),
    ("printed", |_, found| found.source.printed.clone()),
    ("title", |data, found| data.articles[found.source.article].title.clone()),
    ("outlet_zh", |data, found| data.articles[found.source.article].outlet.zh.clone()),
    ("outlet_en", |data, found| data.articles[found.source.article].outlet.en.clone()),
    ("published", |data, found| {
        let published = data.articles[found.source.article].published.date();
        published.as_ref().map(PartialDate::to_string).unwrap_or_default()
    }),
    ("grade", |data, found| data.articles[found.source.article].grade.id().to_owned()),
    ("pack", |data, found| data.packs[data.articles[found.source.article].pack].id.clone()),
];

/// All figures, one a line.
///
/// # Errors
/// Where it can't be written; see [`Error`].
pub fn observations_csv(dataset: &Dataset) -> Result<String, Error> {
    let rows = dataset.observations.iter().map(|(_, found)| COLUMNS.iter().map(|(_, of)| of(dataset, found)).collect());
    csv::lines(COLUMNS.iter().map(|(name, _)| *name), rows)
}

pub(super) fn printed(value: &Value) -> String {
    match value {
        Value::Number(amount) => amount.get().to_string(),
        Value::Designed(text) => text.clone(),
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

/// Somebody else's name; nothing for the committee itself.
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
