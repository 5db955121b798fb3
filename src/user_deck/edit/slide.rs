//! Writing one slide as TOML.

use crate::deck::SlideContent;
use crate::deck::content::FieldValue;
use crate::domain::Dataset;
use crate::text::Text;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

/// Returns a new slide as TOML, under its header.
pub(super) fn to_toml(dataset: &Dataset, content: &SlideContent) -> String {
    let mut slides = ArrayOfTables::new();
    slides.push(table(dataset, content));
    let mut deck = Table::new();
    deck.set_implicit(true);
    deck.insert("slide", Item::ArrayOfTables(slides));
    let mut document = DocumentMut::new();
    document.insert("deck", Item::Table(deck));
    document.to_string()
}

/// Returns the slide of a block with another title, or without one; `None` where the block is no slide.
pub(super) fn retitle(block: &str, title: Option<&Text>) -> Option<String> {
    let mut document: DocumentMut = block.parse().ok()?;
    let slide = document.get_mut("deck")?.get_mut("slide")?.as_array_of_tables_mut()?.get_mut(0)?;
    let one = title.filter(|title| title.zh == title.en);
    match (title, slide.get_mut("title").and_then(Item::as_table_like_mut)) {
        (None, _) => drop(slide.remove("title")),
        (Some(title), Some(written)) if one.is_none() => {
            for (key, text) in [("zh", &title.zh), ("en", &title.en)] {
                // Only the value is replaced, so that the comments around it stay.
                match written.get_mut(key) {
                    Some(item) if reads_as(item, text) => {}
                    Some(item) => {
                        let around = item.as_value().map(|value| value.decor().clone());
                        *item = value(text);
                        if let (Some(around), Some(value)) = (around, item.as_value_mut()) {
                            *value.decor_mut() = around;
                        }
                    }
                    None => drop(written.insert(key, value(text))),
                }
            }
        }
        (Some(title), _) => {
            let around = slide.get("title").and_then(Item::as_value).map(|value| value.decor().clone());
            let mut words = text(title);
            if let Some(around) = around {
                *words.decor_mut() = around;
            }
            slide.insert("title", value(words));
        }
    }
    Some(document.to_string())
}

/// Returns a text as a value: a table of both languages, or a plain string where they are one.
fn text(text: &Text) -> Value {
    if text.zh == text.en {
        return Value::from(&text.zh);
    }
    let both = [("zh", &text.zh), ("en", &text.en)].map(|(key, text)| (key, Value::from(text)));
    Value::InlineTable(both.into_iter().collect::<InlineTable>())
}

/// Returns whether a value reads as this text already. A title is typed on one line, whatever line ends the file has in it.
fn reads_as(item: &Item, text: &str) -> bool {
    item.as_str().is_some_and(|written| written.trim_end().replace(['\r', '\n'], " ") == text)
}

fn table(dataset: &Dataset, content: &SlideContent) -> Table {
    let mut table = Table::new();
    table.insert("kind", value(content.kind().id()));
    for (key, field) in content.fields(dataset) {
        let written = match field {
            FieldValue::One(word) => Value::from(word),
            FieldValue::Both(words) => text(&words),
            FieldValue::List(texts) => Value::Array(texts.into_iter().collect::<Array>()),
        };
        table.insert(key, value(written));
    }
    table
}
