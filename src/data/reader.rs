//! Reading the tables of a parsed file: what is missing, unknown or of the wrong type is reported, and reading goes on.

use super::fault::{self, Fault, Type};
use super::register::Ids;
use super::sink::{Place, Sink};
use crate::domain::Key;
use crate::domain::date::PartialDate;
use crate::text::{Text, Word};
use std::cell::RefCell;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A table of a file, and where it begins: its header, or its braces.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub place: Place,
    pub table: &'a DeTable<'a>,
}

impl<'a> Entry<'a> {
    /// The value of a key.
    pub fn value(self, key: &'static str, sink: &'a Sink<'a>) -> Option<Value<'a>> {
        let value = self.table.get(key)?;
        let place = Place { file: self.place.file, start: value.span().start, end: value.span().end };
        Some(Value { sink, key, place, toml: value.get_ref() })
    }

    /// Reads the table; then reports the keys that were not asked for.
    pub fn read<T>(self, sink: &'a Sink<'a>, read: impl FnOnce(&Reader<'a>) -> T) -> T {
        let reader = Reader { sink, entry: self, asked: RefCell::default() };
        let result = read(&reader);
        let asked = reader.asked.into_inner();
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                let place = Place { file: self.place.file, start: key.span().start, end: key.span().end };
                sink.report(place, fault::unknown_key(name, &asked));
            }
        }
        result
    }
}

/// Hands out the values of a table.
pub struct Reader<'a> {
    pub(super) sink: &'a Sink<'a>,
    pub(super) entry: Entry<'a>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Reader<'a> {
    /// The value of a key that may be left out.
    pub fn find(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().push(key);
        self.entry.value(key, self.sink)
    }

    /// The value of a key that must be there.
    pub fn need(&self, key: &'static str) -> Option<Value<'a>> {
        let found = self.find(key);
        if found.is_none() {
            self.report::<()>(fault::missing_key(key));
        }
        found
    }

    /// Reports a fault of the table as a whole, at its head. Gives `None`, so that it may end a chain.
    pub fn report<T>(&self, fault: Fault) -> Option<T> {
        self.sink.report(self.entry.place, fault);
        None
    }
}

/// A value, where it stands, and the key that it belongs to.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    pub(super) sink: &'a Sink<'a>,
    pub(super) key: &'static str,
    pub(super) place: Place,
    toml: &'a DeValue<'a>,
}

impl<'a> Value<'a> {
    /// Reports a fault of this value. Gives `None`, so that it may end a chain.
    pub fn report<T>(self, fault: Fault) -> Option<T> {
        self.sink.report(self.place, fault);
        None
    }

    fn wrong<T>(self, wanted: Type) -> Option<T> {
        self.report(fault::wrong_type(self.key, wanted, Type::of(self.toml)))
    }

    /// A string that is not empty.
    pub fn string(self) -> Option<&'a str> {
        match self.toml {
            DeValue::String(text) if text.trim().is_empty() => self.report(fault::empty(self.key)),
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.wrong(Type::String),
        }
    }

    /// A text in both languages.
    pub(super) fn text(self) -> Option<Text> {
        self.table(Type::Text, |reader| {
            let (zh, en) = (reader.need("zh"), reader.need("en"));
            let (zh, en) = (zh.and_then(Self::string), en.and_then(Self::string));
            Some(Text::new(zh?, en?))
        })?
    }

    /// A date in quotation marks.
    pub(super) fn date(self) -> Option<PartialDate> {
        if matches!(self.toml, DeValue::Datetime(_)) {
            return self.report(fault::bare_date());
        }
        let text = self.string()?;
        PartialDate::parse(text).or_else(|| self.report(fault::malformed_date(text)))
    }

    /// One of a list of words.
    pub fn word<W: Word>(self) -> Option<W> {
        let text = self.string()?;
        W::from_word(text).or_else(|| self.report(fault::unknown_word(self.key, text, W::words())))
    }

    /// `true` or `false`.
    pub fn flag(self) -> Option<bool> {
        self.toml.as_bool().or_else(|| self.wrong(Type::Flag))
    }

    /// Any number that TOML can write.
    pub(super) fn number(self) -> Option<f64> {
        match self.toml {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        }
        .or_else(|| self.wrong(Type::Number))
    }

    /// A whole number, where it is one; nothing is reported.
    pub fn as_whole(self) -> Option<u64> {
        let DeValue::Integer(number) = self.toml else { return None };
        u64::from_str_radix(number.as_str(), number.radix()).ok()
    }

    /// A whole number from 1 to the largest of `T`.
    pub(super) fn count<T: TryFrom<u64>>(self) -> Option<T> {
        let DeValue::Integer(_) = self.toml else { return self.wrong(Type::Integer) };
        let whole = self.as_whole().filter(|count| *count > 0);
        whole.and_then(|count| T::try_from(count).ok()).or_else(|| self.report(fault::not_a_count(self.key)))
    }

    /// The thing that an id names.
    pub(super) fn reference<T>(self, ids: &Ids<T>) -> Option<Key<T>> {
        let id = self.string()?;
        ids.find(id).or_else(|| self.report(fault::unknown_id(self.key, id, ids.nearest(id))))
    }

    /// The values of a list.
    pub fn list(self) -> Vec<Value<'a>> {
        let DeValue::Array(values) = self.toml else {
            self.wrong::<()>(Type::List);
            return Vec::new();
        };
        let file = self.place.file;
        let place = |span: Range<usize>| Place { file, start: span.start, end: span.end };
        values.iter().map(|value| Value { place: place(value.span()), toml: value.get_ref(), ..self }).collect()
    }

    /// Whether it is a list; nothing is reported.
    pub fn is_list(self) -> bool {
        self.toml.is_array()
    }

    /// What `read` makes of a table; `wanted` is what it should have been where it is none.
    pub(super) fn table<T>(self, wanted: Type, read: impl FnOnce(&Reader<'a>) -> T) -> Option<T> {
        match self.toml {
            DeValue::Table(table) => Some(Entry { place: self.place, table }.read(self.sink, read)),
            _ => self.wrong(wanted),
        }
    }

    /// What `read` makes of a table.
    pub fn fields<T>(self, read: impl FnOnce(&Reader<'a>) -> T) -> Option<T> {
        self.table(Type::Table, read)
    }

    /// The value as a table, where it is one.
    pub(super) fn entry(self) -> Option<Entry<'a>> {
        match self.toml {
            DeValue::Table(table) => Some(Entry { place: self.place, table }),
            _ => self.wrong(Type::Table),
        }
    }

    /// The string, where it is one, empty or not.
    pub fn as_str(self) -> Option<&'a str> {
        self.toml.as_str()
    }

    /// Whether it is a string, of whatever length.
    pub(super) fn is_string(self) -> bool {
        self.toml.is_str()
    }

    /// The place of some bytes of a string. Where escapes keep the string from standing in the file as it is, the first
    /// place at which these bytes stand, or all of it.
    pub(super) fn part(self, bytes: Range<usize>) -> Place {
        let raw = self.sink.text(self.place.file).get(self.place.start..self.place.end).unwrap_or_default();
        let text = self.toml.as_str().unwrap_or_default();
        let sought = text.get(bytes.clone()).unwrap_or_default();
        let start = match (raw.find(text), raw.find(sought)) {
            (Some(offset), _) => offset + bytes.start,
            (None, Some(offset)) => offset,
            (None, None) => return self.place,
        };
        let start = self.place.start + start;
        Place { start, end: start + sought.len(), ..self.place }
    }
}
