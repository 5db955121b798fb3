//! The lists of decks, and of the groups of areas that a user has named.

use super::table::{DataTable, DataValue, ID, NAME, both, word};
use crate::deck::DeckSource;
use crate::domain::{Dataset, SavedGroup};
use crate::text::{Lang, Text};
use itertools::Itertools;
use std::path::Path;

/// A deck as a list shows it.
#[derive(Clone, Copy, Debug)]
pub struct ListedDeck<'a> {
    /// The id of the deck.
    pub id: &'a str,
    /// The name of the deck.
    pub name: &'a Text,
    /// How many slides it has.
    pub slides: usize,
    /// Where it comes from.
    pub source: DeckSource,
    /// The file in which it stands.
    pub file: Option<&'a Path>,
}

/// Makes the table of all decks.
pub(super) fn decks(decks: &[ListedDeck]) -> DataTable {
    let columns = vec![
        ID,
        NAME,
        word("slides").headed("页数", "slides"),
        word("source"),
        both("source_name").headed("来自", "from"),
        word("file").headed("文件", "file").optional(),
    ];
    let rows = decks.iter().map(|deck| {
        let file = deck.file.map(|file| DataValue::Word(file.display().to_string()));
        let source = deck.source;
        let (id, name) = (source.id(), source.name());
        vec![deck.id.into(), deck.name.into(), deck.slides.into(), id.into(), name.into(), file.into()]
    });
    DataTable::new(columns, rows)
}

/// Makes the table of the groups that a user has named.
pub(super) fn groups(dataset: &Dataset, groups: &[SavedGroup]) -> DataTable {
    let columns = vec![
        word("name").headed("分组", "group"),
        word("areas"),
        both("area_names").headed("地区", "areas"),
        word("count").headed("市数", "number"),
    ];
    let rows = groups.iter().map(|group| {
        let ids = group.areas.iter().map(|area| dataset.areas[*area].id.as_str()).join(" ");
        let names = |lang, comma| group.areas.iter().map(|area| dataset.areas[*area].name.get(lang)).join(comma);
        let names = Text::new(names(Lang::Zh, "、"), names(Lang::En, ", "));
        vec![group.name.as_str().into(), DataValue::Word(ids), names.into(), group.areas.len().into()]
    });
    DataTable::new(columns, rows)
}
