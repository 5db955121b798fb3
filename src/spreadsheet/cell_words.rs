//! Faults of data as faults of a sheet: they speak of its columns and of the words of its cells, and not of the keys of a file.

use super::columns::{ColumnKind, SheetColumn, SheetKind};
use super::fault::{FaultPlace, SheetFault};
use crate::checked::Diagnostic;
use crate::entry::{NamedKey, in_names_of_keys};
use crate::text::{Lang, Text};
use itertools::Itertools;

/// Returns a fault of data as one of a cell.
pub(super) fn in_words_of_cells(place: FaultPlace, fault: &Diagnostic) -> SheetFault {
    let both = |text: &Text| Text::new(reworded(&text.zh, Lang::Zh), reworded(&text.en, Lang::En));
    let column = column_of(&place);
    let allowed = column.filter(|_| fault.code == "unknown_word").and_then(allowed_words);
    let help = allowed.or_else(|| fault.help.as_ref().map(both));
    SheetFault::new(place, both(&fault.message), help)
}

fn all_columns() -> impl Iterator<Item = &'static SheetColumn> {
    SheetKind::ALL.into_iter().rev().flat_map(SheetKind::columns)
}

/// Returns the column of a cell, by its heading.
fn column_of(place: &FaultPlace) -> Option<&'static SheetColumn> {
    let FaultPlace::Cell(.., heading) = place else { return None };
    all_columns().find(|column| column.is_named(heading))
}

/// Says which words a cell of a column may hold.
fn allowed_words(column: &SheetColumn) -> Option<Text> {
    let ColumnKind::Listed(list) = column.kind else { return None };
    let names = list.words();
    let (zh, en) = (names.iter().map(|(_, name)| name.zh).join("、"), names.iter().map(|(_, name)| name.en).join(", "));
    Some(Text::new(format!("可写：{zh}"), format!("write one of: {en}")))
}

/// Puts the headings in place of keys.
fn reworded(text: &str, lang: Lang) -> String {
    let named = |column: &SheetColumn| NamedKey {
        key: column.key.rsplit('.').next().unwrap_or(column.key),
        name: column.heading,
        words: match column.kind {
            ColumnKind::Listed(list) => list.words(),
            _ => Vec::new(),
        },
    };
    in_names_of_keys(text, lang, &all_columns().map(named).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_as_columns() {
        let table = [
            ("与 qualifier“exact”不符", Lang::Zh, "与“限定”的“确数”不符"),
            ("“scope”没有“全国”这个取值", Lang::Zh, "“范围”没有“全国”这个取值"),
            ("`scope` must be a string", Lang::En, "“Scope” must be a string"),
            ("写 value = 513", Lang::Zh, "写 “数值”写 513"),
            ("write value = 30, to = 40", Lang::En, "write Value: 30, To: 40"),
            ("改为 qualifier = \"below\"", Lang::Zh, "改为 “限定”写“上限”"),
        ];
        for (text, lang, said) in table {
            assert_eq!(reworded(text, lang), said);
        }
    }
}
