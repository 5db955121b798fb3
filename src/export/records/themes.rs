//! The table of themes.

use super::record_set::RecordSet;
use super::record_table::{RecordColumn, RecordKind, RecordTable, column};
use crate::domain::Theme;
use crate::export::content::ExportContent;
use crate::text::Phrase;
use RecordKind::{Both, Flag, Word};

const TITLE: Phrase = Phrase { zh: "主题", en: "Themes" };

/// Makes the table of the themes that are exported.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let themes = content.themes.iter().map(|key| &content.dataset.themes[*key]);
    RecordTable::new(RecordSet::Themes, TITLE, &[COLUMNS], content.dataset, themes).keyed(&["id"], &[])
}

const COLUMNS: &[RecordColumn<Theme>] = &[
    column(
        "id",
        Word,
        ["代号", "id"],
        ["主题的代号，唯一", "The id of the theme; no other has it"],
        |_, theme| theme.id.as_str().into(),
    ),
    column("name", Both, ["名称", "name"], ["主题名称", "The name of the theme"], |_, theme| {
        (&theme.name).into()
    }),
    column(
        "context",
        Flag,
        ["背景", "context"],
        ["true：背景数字，不作履职比较", "Whether its figures are background, which is never compared as performance"],
        |_, theme| theme.is_context.into(),
    ),
];
