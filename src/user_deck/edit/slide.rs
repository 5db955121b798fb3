//! Writing one slide as TOML.

use crate::deck::Shows;
use crate::domain::Dataset;
use crate::text::Text;
use itertools::Itertools;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

/// Returns a new slide as TOML, under its header.
pub(super) fn to_toml(dataset: &Dataset, shows: &Shows) -> String {
    let mut slides = ArrayOfTables::new();
    slides.push(table(dataset, shows));
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
    match (title, slide.get_mut("title").and_then(Item::as_table_like_mut)) {
        (None, _) => drop(slide.remove("title")),
        (Some(title), Some(written)) => {
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
        (Some(title), None) => {
            let both = [("zh", &title.zh), ("en", &title.en)].map(|(key, text)| (key, Value::from(text)));
            slide.insert("title", value(both.into_iter().collect::<InlineTable>()));
        }
    }
    Some(document.to_string())
}

/// Returns whether a value reads as this text already. A title is typed on one line, whatever line ends the file has in it.
fn reads_as(item: &Item, text: &str) -> bool {
    item.as_str().is_some_and(|written| written.trim_end().replace(['\r', '\n'], " ") == text)
}

fn table(dataset: &Dataset, shows: &Shows) -> Table {
    let mut table = Table::new();
    let list = |ids: Vec<&String>| value(Value::Array(ids.into_iter().map(String::as_str).collect::<Array>()));
    let mut set = |key: &str, item: Item| drop(table.insert(key, item));
    set("kind", value(shows.kind().id()));
    match shows {
        Shows::Title | Shows::Text => {}
        Shows::Compare { indicators, areas, measure, moment } => {
            set("indicators", list(indicators.iter().map(|key| &dataset.indicators[*key].id).collect_vec()));
            set("areas", list(areas.iter().map(|key| &dataset.areas[*key].id).collect_vec()));
            set("measure", value(measure.id()));
            set("when", value(moment.id()));
        }
        Shows::City { area, figures } => {
            set("area", value(&dataset.areas[*area].id));
            set("figures", list(figures.iter().map(|key| &dataset.observations[*key].id).collect_vec()));
        }
        Shows::Initiatives(all) => {
            set("initiatives", list(all.iter().map(|key| &dataset.initiatives[*key].id).collect_vec()));
        }
        Shows::Timeline(areas) | Shows::Coverage(areas) => {
            set("areas", list(areas.iter().map(|key| &dataset.areas[*key].id).collect_vec()));
        }
        Shows::Figure(figure) => {
            set("figure", value(&dataset.observations[*figure].id));
        }
    }
    table
}
