//! The table of areas.

use super::record_set::RecordSet;
use super::record_table::{RecordColumn, RecordKind, RecordTable, column};
use crate::domain::{Area, Dataset, Denominator, Population};
use crate::export::content::ExportContent;
use crate::export::table::DataValue;
use crate::text::Phrase;
use RecordKind::{Both, Date, Number, Word};
use std::sync::Arc;

const TITLE: Phrase = Phrase { zh: "地区", en: "Areas" };

/// Makes the table of the areas that are exported.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let areas = content.areas.iter().map(|key| &content.dataset.areas[*key]);
    RecordTable::new(RecordSet::Areas, TITLE, &[COLUMNS], content.dataset, areas).keyed(&["id"], &[])
}

/// Returns the latest number of people that measures per head divide by.
fn latest(data: &Dataset, area: &Area, population: Population) -> Option<Arc<Denominator>> {
    let key = data.areas.find(&area.id)?;
    let counted = data.denominators_of(key).filter(|each| each.population == population);
    counted.max_by_key(|each| each.as_of.latest()).cloned()
}

fn count(data: &Dataset, area: &Area, population: Population) -> DataValue {
    latest(data, area, population).map(|latest| latest.count).into()
}

fn as_of(data: &Dataset, area: &Area, population: Population) -> DataValue {
    latest(data, area, population).map(|latest| latest.as_of.to_string()).into()
}

fn source(data: &Dataset, area: &Area, population: Population) -> DataValue {
    latest(data, area, population).map(|latest| latest.source.clone()).into()
}

const COLUMNS: &[RecordColumn<Area>] = &[
    column(
        "id",
        Word,
        ["代号", "id"],
        ["地区的代号，唯一", "The id of the area; no other has it"],
        |_, area| area.id.as_str().into(),
    ),
    column("code", Word, ["代码", "code"], ["GB/T 2260 六位代码", "The six digits of GB/T 2260"], |_, area| {
        area.code.as_str().into()
    }),
    column("name", Both, ["名称", "name"], ["城市名称", "The name of the city"], |_, area| (&area.name).into()),
    column(
        "committee",
        Both,
        ["全称", "committee"],
        ["市政协全称", "The full name of the committee"],
        |_, area| (&area.committee).into(),
    ),
    column(
        "members",
        Number,
        ["委员", "members"],
        ["最近的委员人数", "The latest number of members"],
        |data, area| count(data, area, Population::Members),
    ),
    column(
        "members_as_of",
        Date,
        ["委员数时点", "members as of"],
        ["委员人数的时点", "When there were so many members"],
        |data, area| as_of(data, area, Population::Members),
    ),
    column(
        "members_source",
        Both,
        ["委员数出处", "source of the members"],
        ["委员人数的出处", "Who printed the number of members"],
        |data, area| source(data, area, Population::Members),
    ),
    column(
        "residents",
        Number,
        ["常住人口", "residents"],
        ["最近的常住人口", "The latest number of residents"],
        |data, area| count(data, area, Population::Residents),
    ),
    column(
        "residents_as_of",
        Date,
        ["人口时点", "residents as of"],
        ["常住人口的时点", "When there were so many residents"],
        |data, area| as_of(data, area, Population::Residents),
    ),
    column(
        "residents_source",
        Both,
        ["人口出处", "source of the residents"],
        ["常住人口的出处", "Who printed the number of residents"],
        |data, area| source(data, area, Population::Residents),
    ),
];
