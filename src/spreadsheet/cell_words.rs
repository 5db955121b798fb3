//! Faults of data as faults of a sheet: they speak of its columns and of the words of its cells, and not of the keys of a file.

use super::columns::{ColumnKind, SheetColumn, SheetKind};
use super::fault::{FaultPlace, SheetFault};
use crate::checked::Diagnostic;
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

/// Puts the headings in place of keys, and the names of words in place of the words.
fn reworded(text: &str, lang: Lang) -> String {
    let mut text = text.to_owned();
    for column in all_columns() {
        let key = column.key.rsplit('.').next().unwrap_or(column.key);
        let heading = column.title(lang);
        if let ColumnKind::Listed(list) = column.kind {
            for (word, name) in list.words() {
                let (zh, en) = (name.zh, name.en);
                let said = match lang {
                    Lang::Zh => format!("“{heading}”一列写“{zh}”"),
                    Lang::En => format!("“{en}” in the column {heading}"),
                };
                text = text.replace(&format!("{key} = \"{word}\""), &said);
                text = text.replace(&format!(" {key}“{word}”"), &format!("“{heading}”一列的“{zh}”"));
                let marked = format!("{key} `{word}`");
                text = text.replace(&marked, &format!("{heading} “{}”", name.get(lang)));
            }
        }
        let assigned = match lang {
            Lang::Zh => format!("“{heading}”一列写 "),
            Lang::En => format!("{heading}: "),
        };
        text = replace_word(&text, &format!("{key} = "), &assigned);
        text = text.replace(&format!("“{key}”"), &format!("“{heading}”"));
        text = text.replace(&format!("`{key}`"), &format!("“{heading}”"));
    }
    text
}

/// Replaces what stands alone: `to = ` is not the end of another key.
fn replace_word(text: &str, from: &str, to: &str) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        replaced.push_str(before);
        let is_word = !before.ends_with(|character: char| character.is_ascii_alphanumeric() || character == '_');
        replaced.push_str(if is_word { to } else { from });
        rest = after;
    }
    replaced + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_as_columns() {
        let table = [
            ("与 qualifier“exact”不符", Lang::Zh, "与“限定”一列的“确数”不符"),
            ("“scope”没有“全国”这个取值", Lang::Zh, "“范围”没有“全国”这个取值"),
            ("`scope` must be a string", Lang::En, "“Scope” must be a string"),
            ("写 value = 513", Lang::Zh, "写 “数值”一列写 513"),
            ("write value = 30, to = 40", Lang::En, "write Value: 30, To: 40"),
            ("改为 qualifier = \"below\"", Lang::Zh, "改为 “限定”一列写“上限”"),
        ];
        for (text, lang, said) in table {
            assert_eq!(reworded(text, lang), said);
        }
    }
}
