//! All entries of all files by kind, and the keys of all ids, before anything is read.

use super::fault;
use super::reader::{Entry, Reader, Value};
use super::sink::{Place, Sink};
use crate::deck::Deck;
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::article::Article;
use crate::domain::indicator::{Indicator, Theme};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::pack::Pack;
use crate::search::nearest::nearest;
use std::collections::HashMap;
use std::path::Path;
use toml::de::DeTable;

/// A parsed file.
pub(super) struct Document<'a> {
    file: usize,
    table: DeTable<'a>,
}

impl<'a> Document<'a> {
    /// Its table, with nothing before it.
    pub fn entry(&'a self) -> Entry<'a> {
        Entry { place: Place { file: self.file, start: 0, end: 0 }, table: &self.table }
    }
}

/// Parses the files and reports their faults of syntax.
pub(super) fn parse<'a>(sink: &Sink<'a>) -> Vec<Document<'a>> {
    let mut documents = Vec::new();
    for file in 0..sink.sources.len() {
        let (table, errors) = DeTable::parse_recoverable(sink.text(file));
        for error in errors.iter().filter(|_| sink.is_sound(file)) {
            let span = error.span().unwrap_or_default();
            let place = Place { file, start: span.start, end: span.end };
            sink.report_syntax(place, fault::syntax(error.message()));
        }
        documents.push(Document { file, table: table.into_inner() });
    }
    documents
}

/// The keys that ids have, whether or not the things they name are sound.
pub(super) struct Ids<T> {
    ids: Vec<String>,
    by_id: HashMap<String, (Key<T>, Place)>,
}

impl<T> Ids<T> {
    fn new() -> Self {
        Self { ids: Vec::new(), by_id: HashMap::new() }
    }

    fn add(&mut self, id: &str, place: Place) -> Option<Key<T>> {
        let key = Key::new(u32::try_from(self.ids.len()).ok()?);
        self.ids.push(id.to_owned());
        self.by_id.insert(id.to_owned(), (key, place));
        Some(key)
    }

    /// The key of an id.
    pub fn find(&self, id: &str) -> Option<Key<T>> {
        self.by_id.get(id).map(|(key, _)| *key)
    }

    /// The known id that was most likely meant.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.ids.iter().map(String::as_str))
    }

    /// The id of a key.
    pub fn id(&self, key: Key<T>) -> &str {
        self.ids.get(key.position()).map(String::as_str).unwrap_or_default()
    }

    /// All keys, in their order.
    pub fn keys(&self) -> Vec<Key<T>> {
        self.ids.iter().filter_map(|id| self.find(id)).collect()
    }

    /// All ids, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }
}

/// The entries of one kind with their keys. An entry whose id is missing or taken has none; it is checked all the same.
pub(super) struct Kind<'a, T> {
    pub entries: Vec<(Entry<'a>, Option<Key<T>>)>,
    pub ids: Ids<T>,
}

impl<'a, T> Kind<'a, T> {
    fn of(entries: Vec<Entry<'a>>, sink: &'a Sink<'a>) -> Self {
        let mut ids = Ids::new();
        let key = |entry: &Entry<'a>| {
            let Some(value) = entry.value("id", sink) else {
                sink.report(entry.place, fault::missing_key("id"));
                return None;
            };
            let id = value.string()?;
            if let Some((_, first)) = ids.by_id.get(id) {
                return value.report(fault::taken_id(id, &sink.whereabouts(*first)));
            }
            if !is_slug(id) {
                value.report::<()>(fault::not_a_slug(id));
            }
            ids.add(id, value.place)
        };
        let keys: Vec<_> = entries.iter().map(key).collect();
        Self { entries: entries.into_iter().zip(keys).collect(), ids }
    }

    /// What `read` makes of each entry, in the order of the keys.
    pub fn read<D>(&self, sink: &'a Sink<'a>, read: impl Fn(&Reader<'a>) -> D) -> Vec<D> {
        let mut drafts = Vec::new();
        for (entry, key) in &self.entries {
            let draft = entry.read(sink, |reader| {
                reader.find("id");
                read(reader)
            });
            if key.is_some() {
                drafts.push(draft);
            }
        }
        drafts
    }
}

fn is_slug(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.bytes().all(plain) && !id.starts_with('-') && !id.ends_with('-')
}

/// All entries of all files.
pub(super) struct Register<'a> {
    pub packs: Kind<'a, Pack>,
    pub themes: Kind<'a, Theme>,
    pub indicators: Kind<'a, Indicator>,
    pub areas: Kind<'a, Area>,
    pub denominators: Vec<Entry<'a>>,
    pub articles: Kind<'a, Article>,
    pub observations: Kind<'a, Observation>,
    pub initiatives: Kind<'a, Initiative>,
    pub absences: Vec<Entry<'a>>,
    pub decks: Kind<'a, Deck>,
    /// The pack of each file.
    pack_of: Vec<Option<Key<Pack>>>,
}

impl<'a> Register<'a> {
    /// Collects the entries and reports faults of their ids.
    pub fn of(documents: &'a [Document<'a>], sink: &'a Sink<'a>) -> Self {
        let tops: Vec<Top> = documents.iter().map(|document| Top::of(document, sink)).collect();
        let all = |kind: for<'t> fn(&'t Top<'a>) -> &'t Vec<Entry<'a>>| {
            tops.iter().flat_map(kind).copied().collect::<Vec<_>>()
        };
        let themes = Kind::of(all(|top| &top.themes), sink);
        let mut indicators = all(|top| &top.indicators);
        // Keys are places in the order of the data, and indicators come by theme.
        indicators.sort_by_key(|entry| theme_place(*entry, &themes.ids));
        let mut areas = all(|top| &top.areas);
        areas.sort_by_key(|entry| entry.value("place", sink).and_then(Value::as_whole).unwrap_or(u64::MAX));
        let mut packs = Kind::of(all(|top| &top.packs), sink);
        let pack_of = assign_packs(&mut packs, sink);
        Self {
            packs,
            themes,
            indicators: Kind::of(indicators, sink),
            areas: Kind::of(areas, sink),
            denominators: all(|top| &top.denominators),
            articles: Kind::of(all(|top| &top.articles), sink),
            observations: Kind::of(all(|top| &top.observations), sink),
            initiatives: Kind::of(all(|top| &top.initiatives), sink),
            absences: all(|top| &top.absences),
            decks: Kind::of(all(|top| &top.decks), sink),
            pack_of,
        }
    }

    /// The pack that a file belongs to.
    pub fn pack_of(&self, file: usize) -> Option<Key<Pack>> {
        self.pack_of.get(file).copied().flatten()
    }
}

fn theme_place(indicator: Entry, themes: &Ids<Theme>) -> usize {
    let theme = indicator.table.get("theme").and_then(|value| value.get_ref().as_str());
    theme.and_then(|id| themes.find(id)).map_or(usize::MAX, Key::position)
}

/// The entries at the top of one file.
struct Top<'a> {
    packs: Vec<Entry<'a>>,
    themes: Vec<Entry<'a>>,
    indicators: Vec<Entry<'a>>,
    areas: Vec<Entry<'a>>,
    denominators: Vec<Entry<'a>>,
    articles: Vec<Entry<'a>>,
    observations: Vec<Entry<'a>>,
    initiatives: Vec<Entry<'a>>,
    absences: Vec<Entry<'a>>,
    decks: Vec<Entry<'a>>,
}

impl<'a> Top<'a> {
    fn of(document: &'a Document<'a>, sink: &'a Sink<'a>) -> Self {
        let place = Place { file: document.file, start: 0, end: 0 };
        Entry { place, table: &document.table }.read(sink, |reader| {
            let list = |key| reader.find(key).into_iter().flat_map(Value::list).filter_map(Value::entry).collect();
            Self {
                packs: reader.find("pack").and_then(Value::entry).into_iter().collect(),
                themes: list("theme"),
                indicators: list("indicator"),
                areas: list("area"),
                denominators: list("denominator"),
                articles: list("article"),
                observations: list("observation"),
                initiatives: list("initiative"),
                absences: list("absence"),
                decks: list("deck"),
            }
        })
    }
}

/// Gives each file the pack whose `[pack]` stands nearest above it; where none does, one named after the folder that
/// was asked for.
fn assign_packs<'a>(packs: &mut Kind<'a, Pack>, sink: &'a Sink<'a>) -> Vec<Option<Key<Pack>>> {
    let folder_of =
        |file: usize| sink.sources.get(file).and_then(|source| source.path.parent()).unwrap_or(Path::new(""));
    let mut folders: HashMap<&Path, (Option<Key<Pack>>, Place)> = HashMap::new();
    for (entry, key) in &packs.entries {
        let folder = folder_of(entry.place.file);
        if let Some((_, first)) = folders.get(folder) {
            sink.report(entry.place, fault::second_pack(&sink.whereabouts(*first)));
        } else {
            folders.insert(folder, (*key, entry.place));
        }
    }
    let mut assign = |file: usize| {
        let named = folder_of(file).ancestors().find_map(|folder| folders.get(folder));
        if let Some((key, _)) = named {
            return *key;
        }
        let root = sink.sources.get(file).map(|source| source.root.as_path())?;
        let id = folder_id(root);
        let place = Place { file, start: 0, end: 0 };
        packs.ids.find(&id).or_else(|| packs.ids.add(&id, place))
    };
    (0..sink.sources.len()).map(&mut assign).collect()
}

/// An id made of the name of a folder.
fn folder_id(folder: &Path) -> String {
    let name = folder.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let id: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "pack".to_owned() } else { id.to_owned() }
}
