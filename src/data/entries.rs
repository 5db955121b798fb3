//! All entries of all files by kind, before any of them is read.

use super::fault;
use super::ids::{Collection, Ids};
use crate::checked::{ParsedFile, Sink, SourceSpan, TomlTable, TomlValue};
use crate::deck::Deck;
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::article::Article;
use crate::domain::indicator::{Indicator, Theme};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::pack::Pack;
use crate::sorting::PutInOrder;
use std::collections::HashMap;
use std::path::Path;

/// All entries of all files.
pub(super) struct PackEntries<'a> {
    pub packs: Collection<'a, Pack>,
    pub themes: Collection<'a, Theme>,
    pub indicators: Collection<'a, Indicator>,
    pub areas: Collection<'a, Area>,
    pub denominators: Vec<TomlTable<'a>>,
    pub articles: Collection<'a, Article>,
    pub observations: Collection<'a, Observation>,
    pub initiatives: Collection<'a, Initiative>,
    pub absences: Vec<TomlTable<'a>>,
    pub decks: Collection<'a, Deck>,
    pack_of_file: Vec<Option<Key<Pack>>>,
}

impl<'a> PackEntries<'a> {
    /// Collects the entries and reports faults of their ids.
    pub fn collect(files: &'a [ParsedFile<'a>], sink: &'a Sink) -> Self {
        let tops: Vec<TopLevel> = files.iter().map(TopLevel::read).collect();
        let all = |kind: for<'t> fn(&'t TopLevel<'a>) -> &'t Vec<TomlTable<'a>>| {
            tops.iter().flat_map(kind).copied().collect::<Vec<_>>()
        };
        let themes = Collection::new(all(|top| &top.themes));
        let mut indicators = all(|top| &top.indicators);
        // Keys are positions in the order of the data, and indicators come by theme.
        indicators.put_in_order_by_key(|table| theme_position(*table, &themes.ids));
        let mut areas = all(|top| &top.areas);
        areas.put_in_order_by_key(|table| table.value("place").and_then(TomlValue::as_whole).unwrap_or(u64::MAX));
        let mut packs = Collection::apart(all(|top| &top.packs));
        let mut indicators = Collection::new(indicators);
        indicators.add_aliases();
        let pack_of_file = assign_packs(&mut packs, sink);
        Self {
            packs,
            themes,
            indicators,
            areas: Collection::new(areas),
            denominators: all(|top| &top.denominators),
            articles: Collection::new(all(|top| &top.articles)),
            observations: Collection::new(all(|top| &top.observations)),
            initiatives: Collection::new(all(|top| &top.initiatives)),
            absences: all(|top| &top.absences),
            decks: Collection::new(all(|top| &top.decks)),
            pack_of_file,
        }
    }

    /// Returns the pack that a file belongs to.
    pub fn pack_of(&self, file: usize) -> Option<Key<Pack>> {
        self.pack_of_file.get(file).copied().flatten()
    }
}

fn theme_position(indicator: TomlTable, themes: &Ids<Theme>) -> usize {
    let theme = indicator.value("theme").and_then(TomlValue::as_str);
    theme.and_then(|id| themes.find(id)).map_or(usize::MAX, Key::position)
}

/// The entries of one file.
struct TopLevel<'a> {
    packs: Vec<TomlTable<'a>>,
    themes: Vec<TomlTable<'a>>,
    indicators: Vec<TomlTable<'a>>,
    areas: Vec<TomlTable<'a>>,
    denominators: Vec<TomlTable<'a>>,
    articles: Vec<TomlTable<'a>>,
    observations: Vec<TomlTable<'a>>,
    initiatives: Vec<TomlTable<'a>>,
    absences: Vec<TomlTable<'a>>,
    decks: Vec<TomlTable<'a>>,
}

impl<'a> TopLevel<'a> {
    fn read(file: &'a ParsedFile<'a>) -> Self {
        file.table().read(|reader| {
            let list = |key| reader.find(key).into_iter().flat_map(TomlValue::list).filter_map(TomlValue::as_table);
            Self {
                packs: reader.find("pack").and_then(TomlValue::as_table).into_iter().collect(),
                themes: list("theme").collect(),
                indicators: list("indicator").collect(),
                areas: list("area").collect(),
                denominators: list("denominator").collect(),
                articles: list("article").collect(),
                observations: list("observation").collect(),
                initiatives: list("initiative").collect(),
                absences: list("absence").collect(),
                decks: list("deck").collect(),
            }
        })
    }
}

/// Gives each file the pack of the nearest `[pack]` in a folder above it, or else one named after the loaded folder.
fn assign_packs(packs: &mut Collection<Pack>, sink: &Sink) -> Vec<Option<Key<Pack>>> {
    let folder_of = |file: usize| sink.path(file).parent().unwrap_or(Path::new(""));
    let mut folders: HashMap<&Path, (Option<Key<Pack>>, SourceSpan)> = HashMap::new();
    for (table, key) in &packs.entries {
        let folder = folder_of(table.span.file);
        if let Some((_, first)) = folders.get(folder) {
            sink.report(table.span, fault::second_pack(&sink.whereabouts(*first)));
        } else {
            folders.insert(folder, (*key, table.span));
        }
    }
    let mut by_root: HashMap<&Path, Option<Key<Pack>>> = HashMap::new();
    let assign = |file: usize| {
        // An article's text alone makes no pack.
        if sink.is_original(file) {
            return None;
        }
        let named = folder_of(file).ancestors().find_map(|folder| folders.get(folder));
        if let Some((key, _)) = named {
            return *key;
        }
        let root = sink.root(file)?;
        *by_root.entry(root).or_insert_with(|| {
            let id = unused_id(&packs.ids, &folder_id(root))?;
            packs.ids.add(&id, SourceSpan { file, start: 0, end: 0 })
        })
    };
    sink.files().map(assign).collect()
}

/// Returns an id that no pack has: a folder that happens to be called like a pack is not that pack.
fn unused_id(ids: &Ids<Pack>, id: &str) -> Option<String> {
    let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| ids.find(id).is_none())
}

/// Makes an id of the name of a folder.
fn folder_id(folder: &Path) -> String {
    let name = folder.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let id: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "pack".to_owned() } else { id.to_owned() }
}
