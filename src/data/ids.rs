//! Ids and their keys. They are known before entries are read, so that these may refer to one another in any order.

use super::fault;
use super::known_names::KnownNames;
use crate::checked::fault::missing_key;
use crate::checked::{Reader, SourceSpan, TomlTable, TomlValue};
use crate::domain::Key;
use crate::text::nearest;
use std::cell::Cell;
use std::collections::{HashMap, HashSet};

/// The ids of one kind of things and their keys, whether or not the things themselves are sound.
pub(super) struct Ids<T> {
    in_order: Vec<String>,
    by_id: HashMap<String, (Key<T>, SourceSpan)>,
    /// What the things are called, for those who write a name in place of an id.
    names: KnownNames,
    /// How many ids were compared with unknown ones.
    compared: Cell<usize>,
}

/// After so many comparisons no more suggestions are made. Files in which thousands of ids are unknown have one fault, and
/// the first suggestions show it.
const MOST_COMPARED: usize = 100_000;

/// A thing that is referred to, and where.
pub(super) struct Reference<T> {
    pub key: Key<T>,
    pub span: SourceSpan,
}

impl<T> Ids<T> {
    fn new() -> Self {
        Self { in_order: Vec::new(), by_id: HashMap::new(), names: KnownNames::default(), compared: Cell::new(0) }
    }

    /// Adds an id and returns its key. The span is where the id was given.
    pub fn add(&mut self, id: &str, span: SourceSpan) -> Option<Key<T>> {
        let key = Key::new(u32::try_from(self.in_order.len()).ok()?);
        self.in_order.push(id.to_owned());
        self.by_id.insert(id.to_owned(), (key, span));
        Some(key)
    }

    /// Adds a former id of the thing with this key, unless it is taken. That of an unsound entry is checked alone.
    fn add_alias(&mut self, value: TomlValue, key: Option<Key<T>>) {
        let Some(alias) = value.string() else { return };
        if let Some((_, first)) = self.by_id.get(alias) {
            value.report::<()>(fault::taken_alias(alias, &value.sink.whereabouts(*first)));
        } else if !is_slug(alias) {
            value.report::<()>(fault::not_a_slug(alias));
        } else if let Some(key) = key {
            self.by_id.insert(alias.to_owned(), (key, value.span));
        }
    }

    /// Returns the key of an id, or of a former one.
    pub fn find(&self, id: &str) -> Option<Key<T>> {
        self.by_id.get(id).map(|(key, _)| *key)
    }

    /// Returns the known id that was most likely meant by another, or by a name, for as long as suggestions are made.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        let compared = self.compared.get();
        self.compared.set(compared.saturating_add(self.in_order.len() + 4 * self.names.len()));
        if compared >= MOST_COMPARED {
            return None;
        }
        self.names.id_of(id).or_else(|| nearest(id, self.iter()))
    }

    /// Reads a value that is the id of something.
    pub fn resolve(&self, value: TomlValue) -> Option<Key<T>> {
        let id = value.string()?;
        self.find(id).or_else(|| value.report(fault::unknown_id(value.key, id, self.nearest(id))))
    }

    /// Reads a value that is the id of something, and keeps where it stands.
    pub fn reference(&self, value: TomlValue) -> Option<Reference<T>> {
        Some(Reference { key: self.resolve(value)?, span: value.span })
    }

    /// Reads a list of ids: at least one, and none twice.
    pub fn resolve_all(&self, value: TomlValue) -> Option<Vec<Reference<T>>> {
        let mut found: Vec<Reference<T>> = Vec::new();
        let mut keys = HashSet::new();
        let mut sound = true;
        for value in value.filled_list()? {
            match self.reference(value) {
                Some(one) if !keys.insert(one.key) => {
                    sound = false;
                    value.report::<()>(fault::named_twice(self.id(one.key)));
                }
                Some(one) => found.push(one),
                None => sound = false,
            }
        }
        sound.then_some(found)
    }

    /// Returns the id of a key.
    pub fn id(&self, key: Key<T>) -> &str {
        self.in_order.get(key.position()).map(String::as_str).unwrap_or_default()
    }

    /// Returns all keys in their order.
    pub fn keys(&self) -> Vec<Key<T>> {
        self.iter().filter_map(|id| self.find(id)).collect()
    }

    /// Returns all ids in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.in_order.iter().map(String::as_str)
    }
}

/// The entries of one kind. One whose id is missing or taken has no key, and is checked all the same.
pub(super) struct Collection<'a, T> {
    pub entries: Vec<(TomlTable<'a>, Option<Key<T>>)>,
    pub ids: Ids<T>,
    /// The entries that others lie over, each with the key of both.
    pub overridden: Vec<(Key<T>, TomlTable<'a>)>,
}

impl<'a, T> Collection<'a, T> {
    /// Gives each entry the key of its id, and reports faults of the ids. Of two entries with one id in folders of which one lies
    /// over the other, the upper takes the place of the lower; the lower is not read.
    pub fn new(tables: Vec<TomlTable<'a>>) -> Self {
        let mut collection = Self { entries: Vec::new(), ids: Ids::new(), overridden: Vec::new() };
        let mut place_of_key = Vec::new();
        for table in tables {
            if !collection.overlay(table, &place_of_key) {
                let key = key(table, &mut collection.ids);
                if let (Some(_), Some(id)) = (key, table.value("id").and_then(TomlValue::as_str)) {
                    collection.ids.names.add(table, id);
                }
                place_of_key.extend(key.map(|_| collection.entries.len()));
                collection.entries.push((table, key));
            }
        }
        collection
    }

    /// Gives each entry the key of its id; one id can't be given twice, in whatever folders.
    pub fn apart(tables: Vec<TomlTable<'a>>) -> Self {
        let mut ids = Ids::new();
        let with_key = |table: TomlTable<'a>| (table, key(table, &mut ids));
        Self { entries: tables.into_iter().map(with_key).collect(), ids, overridden: Vec::new() }
    }

    /// Puts an entry over or under the one that has its id in another layer; returns whether there is one.
    fn overlay(&mut self, table: TomlTable<'a>, place_of_key: &[usize]) -> bool {
        let Some(id) = table.value("id").filter(|value| value.is_string()) else { return false };
        let Some((key, span)) = id.as_str().and_then(|text| self.ids.by_id.get_mut(text)) else { return false };
        let (layer, other) = (table.sink.layer(table.span.file), table.sink.layer(span.file));
        let entry = place_of_key.get(key.position()).and_then(|at| self.entries.get_mut(*at));
        let Some((held, _)) = entry.filter(|_| layer != other) else { return false };
        let below = if layer > other {
            *span = id.span;
            std::mem::replace(held, table)
        } else {
            table
        };
        self.overridden.push((*key, below));
        true
    }

    /// Adds the former ids that entries list as `aliases`, once all ids are known. They lead where the ids do, and are
    /// suggested to nobody.
    pub fn add_aliases(&mut self) {
        for (table, key) in &self.entries {
            let listed = table.value("aliases").and_then(TomlValue::filled_list).unwrap_or_default();
            for value in listed {
                self.ids.add_alias(value, *key);
            }
        }
    }

    /// Reads each entry; returns what `read` makes of those with keys, in the order of the keys.
    pub fn read<D>(&self, mut read: impl FnMut(&Reader<'a>) -> D) -> Vec<D> {
        let mut drafts = Vec::new();
        for (table, key) in &self.entries {
            let draft = table.read(|reader| {
                // The id was read before; asking for it here keeps it from being an unknown key.
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

fn key<T>(table: TomlTable, ids: &mut Ids<T>) -> Option<Key<T>> {
    let Some(value) = table.value("id") else {
        table.sink.report(table.span, missing_key("id"));
        return None;
    };
    let id = value.string()?;
    if let Some((_, first)) = ids.by_id.get(id) {
        return value.report(fault::taken_id(id, &table.sink.whereabouts(*first)));
    }
    if !is_slug(id) {
        value.report::<()>(fault::not_a_slug(id));
    }
    ids.add(id, value.span)
}

fn is_slug(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.bytes().all(plain) && !id.starts_with('-') && !id.ends_with('-')
}
