//! The table of indicators.

use super::record_set::RecordSet;
use super::record_table::{RecordColumn, RecordKind, RecordTable, column, filled, terms, text};
use crate::domain::{Indicator, Nature, OrderDirection, Population};
use crate::export::content::ExportContent;
use crate::text::Phrase;
use RecordKind::{Both, Term, Word};

const TITLE: Phrase = Phrase { zh: "指标", en: "Indicators" };

/// Makes the table of the indicators that are exported.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let indicators = content.indicators.iter().map(|key| &content.dataset.indicators[*key]);
    RecordTable::new(RecordSet::Indicators, TITLE, &[COLUMNS], content.dataset, indicators)
        .keyed(&["id"], &[("theme", RecordSet::Themes)])
}

const COLUMNS: &[RecordColumn<Indicator>] = &[
    column(
        "id",
        Word,
        ["代号", "id"],
        ["指标的代号，唯一", "The id of the indicator; no other has it"],
        |_, indicator| indicator.id.as_str().into(),
    ),
    column("theme", Word, ["主题", "theme"], ["主题的代号", "The id of the theme"], |data, indicator| {
        data.themes[indicator.theme].id.as_str().into()
    }),
    column("name", Both, ["名称", "name"], ["指标名称", "What is counted"], |_, indicator| {
        (&indicator.name).into()
    }),
    column(
        "unit",
        Both,
        ["单位", "unit"],
        ["计数单位；结构性数字没有", "What is counted in; a designed number has none"],
        |_, indicator| text(Some(&indicator.unit).filter(|unit| !unit.zh.is_empty())),
    ),
    column(
        "definition",
        Both,
        ["口径", "definition"],
        ["计什么、不计什么", "What counts and what does not"],
        |_, indicator| (&indicator.definition).into(),
    ),
    column(
        "nature",
        Term(|| terms(Nature::name)),
        ["性质", "nature"],
        ["时段数、时点数、比率等", "A flow over a period, a stock as of a date, a rate and so on"],
        |_, indicator| indicator.nature.id().into(),
    ),
    column(
        "order",
        Term(|| terms(OrderDirection::first_name)),
        ["位次", "order"],
        ["位次从哪一头排起", "Which end of an order comes first"],
        |_, indicator| indicator.direction.id().into(),
    ),
    column(
        "denominator",
        Term(|| terms(Population::name)),
        ["用作分母", "denominator"],
        ["其数字用作哪种人均折算的分母", "Whose number it is, where its figures serve as denominators"],
        |_, indicator| indicator.denominator.map(Population::id).into(),
    ),
    column(
        "aliases",
        Word,
        ["旧名", "former ids"],
        ["以前的代号，以空格分隔", "The ids that it had before, with spaces between them"],
        |_, indicator| filled(&indicator.aliases.join(" ")),
    ),
];
