//! Lists whose things are found by what they are about, without looking through the list.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::Hash;
use std::sync::Arc;

/// A thing that is about one area, or one area and one indicator, by which it is looked up.
pub trait About {
    /// What things are looked up by.
    type Subject: Copy + Eq + Hash;

    /// Returns what this thing is about.
    fn subject(&self) -> Self::Subject;
}

impl<T: About> About for Arc<T> {
    type Subject = T::Subject;

    fn subject(&self) -> T::Subject {
        (**self).subject()
    }
}

/// Things in the order of the data, which are also found by their subject.
#[derive(Clone, Debug)]
pub struct Indexed<T: About> {
    things: Vec<T>,
    by_subject: FxHashMap<T::Subject, Vec<usize>>,
}

impl<T: About> Default for Indexed<T> {
    fn default() -> Self {
        Self { things: Vec::new(), by_subject: FxHashMap::default() }
    }
}

impl<T: About> Indexed<T> {
    /// Adds a thing behind the others.
    pub fn push(&mut self, thing: T) {
        self.by_subject.entry(thing.subject()).or_default().push(self.things.len());
        self.things.push(thing);
    }

    /// Returns all things, in the order of the data.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.things.iter()
    }

    /// Returns the things with this subject, in the order of the data.
    pub fn of(&self, subject: T::Subject) -> impl Iterator<Item = &T> {
        let positions = self.by_subject.get(&subject).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|position| self.things.get(*position))
    }
}

impl<T: About> Extend<T> for Indexed<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, things: I) {
        things.into_iter().for_each(|thing| self.push(thing));
    }
}

impl<T: About> FromIterator<T> for Indexed<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut indexed = Self::default();
        indexed.extend(things);
        indexed
    }
}

impl<T: About + Serialize> Serialize for Indexed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.things.serialize(serializer)
    }
}

impl<'de, T: About + Deserialize<'de>> Deserialize<'de> for Indexed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from_iter)
    }
}
