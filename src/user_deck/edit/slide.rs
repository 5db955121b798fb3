//! Writing one slide as TOML.

use crate::deck::NewSlide;
use crate::deck::content::FieldValue;
use crate::domain::Dataset;
use crate::text::Text;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

/// Returns a new slide as TOML, under its header.
pub(super) fn to_toml(dataset: &Dataset, new: &NewSlide) -> String {
    let mut slides = ArrayOfTables::new();
    slides.push(table(dataset, new));
    let mut deck = Table::new();
    deck.set_implicit(true);
    deck.insert("slide", Item::ArrayOfTables(slides));
    let mut document = DocumentMut::new();
    document.insert("deck", Item::Table(deck));
    document.to_string()
}

/// Returns the slide of a block with other words under some keys, or without them; `None` where the block is no slide.
pub(super) fn with_words(block: &str, words: &[(&str, Option<&Text>)]) -> Option<String> {
    let mut document: DocumentMut = block.parse().ok()?;
    let slide = document.get_mut("deck")?.get_mut("slide")?.as_array_of_tables_mut()?.get_mut(0)?;
    for (key, words) in words {
        put_words(slide, key, *words);
    }
    Some(document.to_string())
}

/// Puts words under a key of a slide. What is not changed stays to the letter, and so do the comments around it.
fn put_words(slide: &mut Table, key: &str, words: Option<&Text>) {
    let Some(words) = words else {
        slide.remove(key);
        return;
    };
    let is_one = words.zh == words.en;
    match slide.get_mut(key) {
        Some(item) if is_one && reads_as(item, &words.zh) => {}
        Some(item) if !is_one && item.is_table_like() => {
            let Some(written) = item.as_table_like_mut() else { return };
            for (lang, text) in [("zh", &words.zh), ("en", &words.en)] {
                match written.get_mut(lang) {
                    Some(item) if reads_as(item, text) => {}
                    Some(item) => put_value(item, Value::from(text)),
                    None => drop(written.insert(lang, value(text))),
                }
            }
        }
        Some(item) => put_value(item, text(words)),
        None => drop(slide.insert(key, value(text(words)))),
    }
}

/// Puts a value in the place of another, with the comments around that.
fn put_value(item: &mut Item, mut new: Value) {
    if let Some(around) = item.as_value().map(|value| value.decor().clone()) {
        *new.decor_mut() = around;
    }
    *item = value(new);
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
    item.as_str().is_some_and(|written| {
        let written = written.trim_end().replace("\r\n", "\n");
        written == text || written.replace('\n', " ") == text
    })
}

fn table(dataset: &Dataset, NewSlide { content, words }: &NewSlide) -> Table {
    let mut table = Table::new();
    table.insert("kind", value(content.kind().id()));
    put_words(&mut table, "title", words.title.as_ref());
    for (key, field) in content.fields(dataset) {
        let written = match field {
            FieldValue::One(word) => Value::from(word),
            FieldValue::Both(words) => text(&words),
            FieldValue::List(texts) => Value::Array(texts.into_iter().collect::<Array>()),
        };
        table.insert(key, value(written));
    }
    put_words(&mut table, "words", words.words.as_ref());
    put_words(&mut table, "notes", words.notes.as_ref());
    table
}
