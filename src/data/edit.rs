//! Changing a deck in the text of its file. Comments, and all that is not changed, stay as they are.

use crate::domain::Dataset;
use crate::domain::deck::Shows;
use itertools::Itertools;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TomlError, Value, value};

/// What a new file begins with.
const NEW: &str = "# Slides of my own. The key + in the dashboard adds to them, and they may be edited here.\n\n\
                   [[deck]]\nid = \"my-slides\"\nname = { zh = \"我的演示稿\", en = \"My slides\" }\n";

/// Adds a slide to the end of the first deck; an empty text gets a deck first.
///
/// # Errors
/// Where the text is not TOML.
pub fn add_slide(text: &str, dataset: &Dataset, shows: &Shows) -> Result<String, TomlError> {
    change(if text.trim().is_empty() { NEW } else { text }, |slides| {
        let mut slide = table(dataset, shows);
        slide.decor_mut().set_prefix("\n");
        slides.push(slide);
    })
}

/// Moves a slide of the first deck.
///
/// # Errors
/// Where the text is not TOML.
pub fn move_slide(text: &str, slide: usize, to: usize) -> Result<String, TomlError> {
    change(text, |slides| {
        if slide < slides.len() && to < slides.len() {
            let moved = slides.remove(slide);
            slides.insert(to, moved);
        }
    })
}

/// Removes a slide of the first deck.
///
/// # Errors
/// Where the text is not TOML.
pub fn remove_slide(text: &str, slide: usize) -> Result<String, TomlError> {
    change(text, |slides| {
        if slide < slides.len() {
            slides.remove(slide);
        }
    })
}

/// Changes the slides of the first deck. Tables are written in the order of their positions, so these are dealt out anew.
fn change(text: &str, change: impl FnOnce(&mut Vec<Table>)) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let decks = document.entry("deck").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let deck = decks.as_array_of_tables_mut().and_then(|decks| decks.get_mut(0));
    let Some(deck) = deck else { return Ok(text.to_owned()) };
    let slides = deck.entry("slide").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(slides) = slides.as_array_of_tables_mut() else { return Ok(text.to_owned()) };
    let mut tables: Vec<Table> = slides.iter().cloned().collect();
    let positions: Vec<Option<isize>> = tables.iter().map(Table::position).collect();
    // A part of a slide that is written as a table of its own goes with it.
    for (_, item) in tables.iter_mut().flat_map(Table::iter_mut).filter(|(_, item)| item.is_table()) {
        item.make_value();
    }
    change(&mut tables);
    slides.clear();
    for (index, mut table) in tables.into_iter().enumerate() {
        table.set_position(positions.get(index).or(positions.last()).copied().flatten());
        slides.push(table);
    }
    Ok(document.to_string())
}

/// A slide as it is written.
fn table(dataset: &Dataset, shows: &Shows) -> Table {
    let mut table = Table::new();
    let list = |ids: Vec<&String>| value(Value::Array(ids.into_iter().map(String::as_str).collect::<Array>()));
    let mut set = |key: &str, item: Item| drop(table.insert(key, item));
    match shows {
        Shows::Title => set("kind", value("title")),
        Shows::Text => set("kind", value("text")),
        Shows::Compare { indicators, areas, measure, moment } => {
            set("kind", value("compare"));
            set("indicators", list(indicators.iter().map(|key| &dataset.indicators[*key].id).collect_vec()));
            set("areas", list(areas.iter().map(|key| &dataset.areas[*key].id).collect_vec()));
            set("measure", value(measure.id()));
            set("when", value(moment.id()));
        }
        Shows::City { area, figures } => {
            set("kind", value("city"));
            set("area", value(&dataset.areas[*area].id));
            set("figures", list(figures.iter().map(|key| &dataset.observations[*key].id).collect_vec()));
        }
        Shows::Initiatives(all) => {
            set("kind", value("initiatives"));
            set("initiatives", list(all.iter().map(|key| &dataset.initiatives[*key].id).collect_vec()));
        }
        Shows::Timeline(areas) | Shows::Coverage(areas) => {
            set("kind", value(if matches!(shows, Shows::Timeline(_)) { "timeline" } else { "coverage" }));
            set("areas", list(areas.iter().map(|key| &dataset.areas[*key].id).collect_vec()));
        }
        Shows::Figure(figure) => {
            set("kind", value("figure"));
            set("figure", value(&dataset.observations[*figure].id));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    const THREE: &str = "# mine\n[[deck]]\nid = \"a\" # short\n\n# first\n[[deck.slide]]\nkind = \"title\"\n\n# second\n\
                         [[deck.slide]]\nkind = \"text\"\n\n[deck.slide.words]\nzh = \"字\"\nen = \"Word\"\n\n# third\n\
                         [[deck.slide]]\nkind = \"coverage\"\n\n[[theme]]\nid = \"t\"\n";

    #[test]
    fn comments_move_with_their_slides() {
        let moved = move_slide(THREE, 1, 0).unwrap();
        let places = ["# mine", "# short", "# second", "\"text\"", "Word", "# first", "# third", "[[theme]]"];
        let found = places.map(|text| moved.find(text).unwrap_or_else(|| panic!("{text} in {moved}")));
        assert!(found.is_sorted(), "{moved}");
        let removed = remove_slide(&moved, 2).unwrap();
        assert!(
            !removed.contains("third") && removed.contains("# first") && removed.contains("[[theme]]"),
            "{removed}"
        );
    }

    #[test]
    fn a_slide_is_added_to_nothing_and_to_what_is_there() {
        let dataset = Dataset::default();
        let one = add_slide("", &dataset, &Shows::Coverage(Vec::new())).unwrap();
        let two = add_slide(&one, &dataset, &Shows::Timeline(Vec::new())).unwrap();
        assert!(two.starts_with(&one) && two.ends_with("[[deck.slide]]\nkind = \"timeline\"\nareas = []\n"), "{two}");
        assert!(add_slide("[[", &dataset, &Shows::Title).is_err());
    }
}
