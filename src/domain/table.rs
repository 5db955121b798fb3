//! Things with ids, kept in the order in which the data gives them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;

/// Names one thing of a [`Table`]. Only the table that returned a key knows what it names.
pub struct Key<T> {
    position: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// Returns the key of the thing that is, or will be, at this position of its table. The loader needs the keys of things
    /// before it has the things, because articles and observations name each other.
    pub(crate) const fn new(position: u32) -> Self {
        Self { position, kind: PhantomData }
    }

    /// Returns the position of the thing in the order of the data, counted from 0.
    #[must_use]
    pub const fn position(self) -> usize {
        self.position as usize
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}
impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position
    }
}
impl<T> Eq for Key<T> {}
impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.position.cmp(&other.position)
    }
}
impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.position.hash(state);
    }
}
impl<T> Serialize for Key<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.position.serialize(serializer)
    }
}
impl<'de, T> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::new)
    }
}
impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.position)
    }
}

/// Things of one kind in the order of the data, each with an id of its own.
#[derive(Clone, Debug)]
pub struct Table<T> {
    things: Vec<T>,
    by_id: HashMap<String, Key<T>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { things: Vec::new(), by_id: HashMap::new() }
    }
}

impl<T> Table<T> {
    /// Adds a thing and returns its key; `None`, with nothing added, where the id is taken.
    pub fn add(&mut self, id: &str, thing: T) -> Option<Key<T>> {
        if self.by_id.contains_key(id) {
            return None;
        }
        let key = Key::new(u32::try_from(self.things.len()).ok()?);
        self.things.push(thing);
        self.by_id.insert(id.to_owned(), key);
        Some(key)
    }

    /// Returns the key of the thing with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Key<T>> {
        self.by_id.get(id).copied()
    }

    /// Returns all keys, in the order of the data.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = Key<T>> + use<T> {
        (0..u32::try_from(self.things.len()).unwrap_or(u32::MAX)).map(Key::new)
    }

    /// Returns all things with their keys, in the order of the data.
    #[must_use = "an iterator does nothing by itself"]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Key<T>, &T)> {
        let key = |position| Key::new(u32::try_from(position).unwrap_or(u32::MAX));
        self.things.iter().enumerate().map(move |(position, thing)| (key(position), thing))
    }

    /// Returns the number of things.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "nothing asks whether a table is empty")]
    pub fn len(&self) -> usize {
        self.things.len()
    }
}

impl<T: Serialize> Serialize for Table<T> {
    /// Writes the things in their order, each with its id.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut ids = vec![""; self.things.len()];
        for (id, key) in &self.by_id {
            ids[key.position()] = id;
        }
        serializer.collect_seq(ids.into_iter().zip(&self.things))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let things: Vec<(&str, T)> = Vec::deserialize(deserializer)?;
        let mut table = Self { things: Vec::with_capacity(things.len()), by_id: HashMap::with_capacity(things.len()) };
        for (id, thing) in things {
            table.add(id, thing);
        }
        Ok(table)
    }
}

impl<T> Index<Key<T>> for Table<T> {
    type Output = T;

    /// # Panics
    /// Where the key came from another table that was longer: a fault of the program, never of its input.
    fn index(&self, key: Key<T>) -> &T {
        &self.things[key.position()]
    }
}
