//! Where entries come from, and which others they lie over.

use super::entries::PackEntries;
use super::ids::Collection;
use crate::checked::{Severity, Sink, SourceFile, TomlTable, parse};
use crate::domain::Key;
use crate::domain::pack::Pack;
use std::collections::HashMap;
use std::path::PathBuf;

/// The kinds of entries that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKind {
    Theme,
    Indicator,
    Area,
    Article,
    Observation,
    Initiative,
    Deck,
}

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPlace {
    /// The id of the pack.
    pub pack: String,
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
}

/// Where an entry in force stands, and where those do that it lies over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryOrigin {
    pub place: EntryPlace,
    pub overrides: Vec<EntryPlace>,
}

/// The origins of all entries with ids.
#[derive(Debug, Default)]
pub struct Origins(HashMap<(EntryKind, String), EntryOrigin>);

impl Origins {
    /// Reads the origins of all entries. The files should be sound.
    #[must_use]
    pub fn of(files: Vec<SourceFile>) -> Self {
        let sink = Sink::new(files, Severity::Warning);
        let parsed = parse(&sink);
        let entries = PackEntries::collect(&parsed, &sink);
        let reader = OriginReader { entries: &entries, sink: &sink };
        let mut origins = Self::default();
        reader.add(EntryKind::Theme, &entries.themes, &mut origins);
        reader.add(EntryKind::Indicator, &entries.indicators, &mut origins);
        reader.add(EntryKind::Area, &entries.areas, &mut origins);
        reader.add(EntryKind::Article, &entries.articles, &mut origins);
        reader.add(EntryKind::Observation, &entries.observations, &mut origins);
        reader.add(EntryKind::Initiative, &entries.initiatives, &mut origins);
        reader.add(EntryKind::Deck, &entries.decks, &mut origins);
        origins
    }

    /// Returns the origin of an entry.
    #[must_use]
    pub fn get(&self, kind: EntryKind, id: &str) -> Option<&EntryOrigin> {
        self.0.get(&(kind, id.to_owned()))
    }

    /// Returns how many entries lie over others.
    #[must_use]
    pub fn overriding(&self) -> usize {
        self.0.values().filter(|origin| !origin.overrides.is_empty()).count()
    }
}

struct OriginReader<'a> {
    entries: &'a PackEntries<'a>,
    sink: &'a Sink,
}

impl OriginReader<'_> {
    fn add<T>(&self, kind: EntryKind, collection: &Collection<T>, origins: &mut Origins) {
        for (table, key) in &collection.entries {
            let Some(key) = key else { continue };
            let origin = EntryOrigin { place: self.place(table), overrides: Vec::new() };
            origins.0.insert((kind, collection.ids.id(*key).to_owned()), origin);
        }
        for (key, table) in &collection.overridden {
            let id = (kind, collection.ids.id(*key).to_owned());
            if let Some(origin) = origins.0.get_mut(&id) {
                origin.overrides.push(self.place(table));
            }
        }
    }

    fn place(&self, table: &TomlTable) -> EntryPlace {
        let file = table.span.file;
        let pack: Option<Key<Pack>> = self.entries.pack_of(file);
        let pack = pack.map(|pack| self.entries.packs.ids.id(pack).to_owned()).unwrap_or_default();
        let (position, ..) = self.sink.line_of(table.span);
        EntryPlace { pack, path: self.sink.path(file).to_owned(), line: position.line }
    }
}
