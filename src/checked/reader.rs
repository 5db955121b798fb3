//! Reads the tables of a parsed file. Missing, unknown and mistyped values are reported, and reading goes on.

use super::fault::{self, Fault, ValueType};
use super::sink::{Sink, SourceSpan};
use crate::sorting::PutInOrder;
use crate::text::{Lang, Text, Word, is_invisible};
use std::cell::RefCell;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A table of a file. Its span is its header or its braces.
#[derive(Clone, Copy)]
pub struct TomlTable<'a> {
    pub sink: &'a Sink,
    pub span: SourceSpan,
    pub(super) toml: &'a DeTable<'a>,
}

impl<'a> TomlTable<'a> {
    /// Returns the value of a key.
    pub fn value(self, key: &'static str) -> Option<TomlValue<'a>> {
        let value = self.toml.get(key)?;
        let span = SourceSpan::new(self.span.file, value.span());
        Some(TomlValue { sink: self.sink, key, span, toml: value.get_ref() })
    }

    /// Reads the table, then reports the keys that `read` did not ask for.
    pub fn read<T>(self, read: impl FnOnce(&Reader<'a>) -> T) -> T {
        let reader = Reader { table: self, asked: RefCell::default() };
        let result = read(&reader);
        let asked = reader.asked.into_inner();
        for key in self.toml.keys() {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                self.sink.report(SourceSpan::new(self.span.file, key.span()), fault::unknown_key(name, &asked));
            }
        }
        result
    }
}

/// Hands out the values of a table and remembers which keys were asked for.
pub struct Reader<'a> {
    pub table: TomlTable<'a>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Reader<'a> {
    /// Returns the value of a key that may be left out.
    pub fn find(&self, key: &'static str) -> Option<TomlValue<'a>> {
        self.asked.borrow_mut().push(key);
        self.table.value(key)
    }

    /// Returns the value of a key that must be there.
    pub fn need(&self, key: &'static str) -> Option<TomlValue<'a>> {
        self.find(key).or_else(|| self.report(fault::missing_key(key)))
    }

    /// Reports a fault of the table as a whole, at its head. Returns `None`, so that it may end a chain.
    pub fn report<T>(&self, fault: Fault) -> Option<T> {
        self.table.sink.report(self.table.span, fault);
        None
    }
}

/// The languages in which a text is given.
#[derive(Clone, Copy)]
pub enum Languages<'a> {
    Both {
        zh: TomlValue<'a>,
        en: TomlValue<'a>,
    },
    /// In one language, which stands for both.
    One(Lang, TomlValue<'a>),
}

impl<'a> Languages<'a> {
    /// Reads `zh` and `en` of a table. One of them is enough; none is a fault.
    pub fn read(reader: &Reader<'a>) -> Option<Self> {
        match (reader.find("zh"), reader.find("en")) {
            (Some(zh), Some(en)) => Some(Self::Both { zh, en }),
            (Some(zh), None) => Some(Self::One(Lang::Zh, zh)),
            (None, Some(en)) => Some(Self::One(Lang::En, en)),
            (None, None) => reader.report(fault::no_language()),
        }
    }
}

/// Finds the first character that can't be seen. A line end of Windows is one.
fn first_invisible(text: &str) -> Option<(usize, char)> {
    let is_line_end = |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
    text.char_indices().find(|(at, character)| is_invisible(*character) && !is_line_end(*at))
}

/// A value, where it stands, and the key that it belongs to.
#[derive(Clone, Copy)]
pub struct TomlValue<'a> {
    pub sink: &'a Sink,
    pub key: &'static str,
    pub span: SourceSpan,
    toml: &'a DeValue<'a>,
}

impl<'a> TomlValue<'a> {
    /// Reports a fault of this value. Returns `None`, so that it may end a chain.
    pub fn report<T>(self, fault: Fault) -> Option<T> {
        self.sink.report(self.span, fault);
        None
    }

    fn wrong<T>(self, wanted: ValueType) -> Option<T> {
        let found = ValueType::of(self.toml);
        let raw = self.sink.text(self.span.file).get(self.span.start..self.span.end).unwrap_or_default();
        self.report(fault::wrong_type(self.key, wanted, found).with_help(fault::quoting(self.key, raw, wanted, found)))
    }

    /// Reads a string that is not empty, and has no character that can't be seen.
    pub fn string(self) -> Option<&'a str> {
        match self.toml {
            DeValue::String(text) if text.trim().is_empty() => self.report(fault::empty(self.key)),
            DeValue::String(text) => match first_invisible(text) {
                Some((at, character)) => {
                    let place = self.span_of(at..at + character.len_utf8());
                    self.sink.report(place, fault::invisible(self.key, character));
                    None
                }
                None => Some(text.as_ref()),
            },
            _ => self.wrong(ValueType::String),
        }
    }

    /// Reads a text. One that is in one language alone stands for both.
    pub fn text(self) -> Option<Text> {
        match self.languages()? {
            Languages::One(_, words) => words.string().map(|words| Text::new(words, words)),
            Languages::Both { zh, en } => {
                let (zh, en) = (zh.string(), en.string());
                Some(Text::new(zh?, en?))
            }
        }
    }

    /// Returns what stands in a text: a plain string, or a table with `zh`, `en` or both.
    pub fn languages(self) -> Option<Languages<'a>> {
        if let DeValue::String(words) = self.toml {
            return Some(Languages::One(Lang::of_words(words), self));
        }
        self.table(ValueType::Text, Languages::read)?
    }

    /// Reads one of the words that name a variant.
    pub fn word<W: Word>(self) -> Option<W> {
        let text = self.string()?;
        W::from_word(text).or_else(|| self.report(fault::unknown_word(self.key, text, W::words())))
    }

    /// Reads `true` or `false`.
    pub fn flag(self) -> Option<bool> {
        self.toml.as_bool().or_else(|| self.wrong(ValueType::Flag))
    }

    /// Reads a number, whole or with a point.
    pub fn number(self) -> Option<f64> {
        match self.toml {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => return self.report(fault::not_decimal(self.key, number.as_str())),
            _ => None,
        }
        .or_else(|| self.wrong(ValueType::Number))
    }

    /// Reads a whole number from 1 to the largest of `T`.
    pub fn count<T: TryFrom<u64>>(self) -> Option<T> {
        let DeValue::Integer(_) = self.toml else { return self.wrong(ValueType::Integer) };
        let whole = self.as_whole().filter(|count| *count > 0);
        let count = whole.and_then(|count| T::try_from(count).ok());
        // The largest number of a type is one of these, and a number that is too large should not be told to be none.
        let most = [u64::from(u32::MAX), u64::from(u16::MAX), u64::from(u8::MAX)];
        let most = most.into_iter().find(|most| T::try_from(*most).is_ok()).filter(|_| whole.is_some());
        count.or_else(|| {
            self.report(most.map_or_else(|| fault::not_a_count(self.key), |most| fault::too_large(self.key, most)))
        })
    }

    /// Returns the values of a list; none where it is no list.
    pub fn list(self) -> Vec<Self> {
        let DeValue::Array(values) = self.toml else {
            self.wrong::<()>(ValueType::List);
            return Vec::new();
        };
        let span = |bytes| SourceSpan::new(self.span.file, bytes);
        values.iter().map(|value| Self { span: span(value.span()), toml: value.get_ref(), ..self }).collect()
    }

    /// Returns the values of a list that must not be empty.
    pub fn filled_list(self) -> Option<Vec<Self>> {
        let values = self.list();
        match (values.is_empty(), self.is_list()) {
            (true, true) => self.report(fault::empty(self.key)),
            (is_empty, _) => (!is_empty).then_some(values),
        }
    }

    /// Reads a value that is a table.
    pub fn fields<T>(self, read: impl FnOnce(&Reader<'a>) -> T) -> Option<T> {
        self.table(ValueType::Table, read)
    }

    /// Returns the entries of a table whose keys the user has chosen, each key with its place, in the order of the file; none
    /// where it is no table.
    pub fn named_entries(self) -> Vec<(&'a str, SourceSpan, Self)> {
        let Some(table) = self.as_table() else { return Vec::new() };
        let span = |bytes| SourceSpan::new(self.span.file, bytes);
        let entry = |(key, value): (&'a Spanned<DeString<'a>>, &'a Spanned<DeValue<'a>>)| {
            let value = Self { span: span(value.span()), toml: value.get_ref(), ..self };
            (key.get_ref().as_ref(), span(key.span()), value)
        };
        let mut entries: Vec<_> = table.toml.iter().map(entry).collect();
        entries.put_in_order_by_key(|(_, place, _)| place.start);
        entries
    }

    /// Returns the value as a table.
    pub fn as_table(self) -> Option<TomlTable<'a>> {
        self.table_or(ValueType::Table)
    }

    fn table<T>(self, wanted: ValueType, read: impl FnOnce(&Reader<'a>) -> T) -> Option<T> {
        self.table_or(wanted).map(|table| table.read(read))
    }

    fn table_or(self, wanted: ValueType) -> Option<TomlTable<'a>> {
        match self.toml {
            DeValue::Table(toml) => Some(TomlTable { sink: self.sink, span: self.span, toml }),
            _ => self.wrong(wanted),
        }
    }

    /// Returns the string where it is one, empty or not; reports nothing.
    pub fn as_str(self) -> Option<&'a str> {
        self.toml.as_str()
    }

    /// Returns the string of a key where the value is a table that has it; reports nothing.
    pub fn inner(self, key: &str) -> Option<&'a str> {
        self.toml.as_table()?.get(key)?.get_ref().as_str()
    }

    /// Returns the whole number where it is one; reports nothing.
    pub fn as_whole(self) -> Option<u64> {
        let DeValue::Integer(number) = self.toml else { return None };
        u64::from_str_radix(number.as_str(), number.radix()).ok()
    }

    /// Returns whether it is a list.
    pub fn is_list(self) -> bool {
        self.toml.is_array()
    }

    /// Returns whether it is a string.
    pub fn is_string(self) -> bool {
        self.toml.is_str()
    }

    /// Returns whether it is a date without quotation marks.
    pub fn is_bare_date(self) -> bool {
        matches!(self.toml, DeValue::Datetime(_))
    }

    /// Returns the span of some bytes of a string. If escapes change how the string is written, that is the first
    /// occurrence of these bytes in it, or else the whole string.
    pub fn span_of(self, bytes: Range<usize>) -> SourceSpan {
        let raw = self.sink.text(self.span.file).get(self.span.start..self.span.end).unwrap_or_default();
        let text = self.toml.as_str().unwrap_or_default();
        let sought = text.get(bytes.clone()).unwrap_or_default();
        let start = match (raw.find(text), raw.find(sought)) {
            (Some(offset), _) => offset + bytes.start,
            (None, Some(offset)) => offset,
            (None, None) => return self.span,
        };
        let start = self.span.start + start;
        SourceSpan { start, end: start + sought.len(), ..self.span }
    }
}
