//! The table of packs: the state of the data.

use super::record_set::RecordSet;
use super::record_table::{RecordColumn, RecordKind, RecordTable, column};
use crate::domain::Pack;
use crate::export::content::ExportContent;
use crate::text::Phrase;
use RecordKind::{Both, Date, Word};

const TITLE: Phrase = Phrase { zh: "数据包", en: "Packs" };

/// Makes the table of the packs in force.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let packs = content.dataset.packs.iter().map(|(_, pack)| pack);
    RecordTable::new(RecordSet::Packs, TITLE, &[COLUMNS], content.dataset, packs).keyed(&["id"], &[])
}

const COLUMNS: &[RecordColumn<Pack>] = &[
    column(
        "id",
        Word,
        ["代号", "id"],
        ["数据包的代号，唯一", "The id of the pack; no other has it"],
        |_, pack| pack.id.as_str().into(),
    ),
    column("name", Both, ["名称", "name"], ["数据包名称", "The name of the pack"], |_, pack| {
        (&pack.name).into()
    }),
    column("about", Both, ["内容", "about"], ["收录了什么", "What it holds"], |_, pack| (&pack.about).into()),
    column("version", Word, ["版本", "version"], ["数据的版本", "The version of the data"], |_, pack| {
        pack.version.as_ref().map(|version| version.number.as_str()).into()
    }),
    column("date", Date, ["日期", "date"], ["版本的日期", "The date of the version"], |_, pack| {
        pack.version.as_ref().map(|version| version.date.to_string()).into()
    }),
];
