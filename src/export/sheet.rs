//! Rows under headings, written in every format from the same cells.

use super::{Error, Format, Look, csv, json};
use crate::domain::Amount;
use crate::text::number::written;
use crate::text::{Phrase, Text, pad_left, pad_right, width};
use itertools::Itertools;
use serde_json::{Map, Value};

/// What stands in one place of a sheet.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// An id, a date, something printed: the same in both languages.
    Word(String),
    /// Words in both languages. CSV has a column for each.
    Both(Text),
    /// A count.
    Count(usize),
    /// A number that the data holds.
    Amount(Amount),
    /// Yes or no.
    Flag(bool),
    /// Nothing is known.
    Nothing,
}

impl From<&str> for Item {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<&Text> for Item {
    fn from(text: &Text) -> Self {
        Self::Both(text.clone())
    }
}

impl From<Phrase> for Item {
    fn from(phrase: Phrase) -> Self {
        Self::Both(phrase.into())
    }
}

impl From<usize> for Item {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<bool> for Item {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Item>> From<Option<T>> for Item {
    fn from(item: Option<T>) -> Self {
        item.map_or(Self::Nothing, Into::into)
    }
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its stable name.
    pub id: &'static str,
    /// Its heading; `None` for a column that only other programs need.
    pub heading: Option<Phrase>,
    /// Whether its words are in both languages, so that CSV needs two columns.
    pub is_both: bool,
    /// Whether it may be cut where a line has no room.
    pub may_shrink: bool,
    /// Whether it may be left out where the others would have to be cut short; the last goes first.
    pub may_go: bool,
}

/// Rows under headings.
pub(super) struct Sheet {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Item>>,
}

const YES: Phrase = Phrase { zh: "是", en: "yes" };

impl Sheet {
    /// The sheet in a format.
    pub(super) fn write(&self, format: Format, look: &Look) -> Result<String, Error> {
        match format {
            Format::Table => Ok(look.finish(&self.table(look))),
            Format::Markdown => Ok(self.markdown(look)),
            Format::Csv => self.csv(),
            Format::Json => self.json(),
        }
    }

    fn shown(&self, row: &[Item], look: &Look) -> Vec<String> {
        let shown = self.columns.iter().zip(row).filter(|(column, _)| column.heading.is_some());
        shown.map(|(_, item)| item.shown(look)).collect()
    }

    fn headings(&self, look: &Look) -> Vec<String> {
        self.columns.iter().filter_map(|column| Some(column.heading?.get(look.lang).to_owned())).collect()
    }

    fn table(&self, look: &Look) -> String {
        let strips = fitted(self.strips(look), look.width);
        let line = |row: usize| {
            let cells = strips.iter().map(|strip| strip.cell(row));
            cells.collect_vec().join(GAP).trim_end().to_owned() + "\n"
        };
        let heading = look.paint.strong(line(0).trim_end()) + "\n";
        (1..=self.rows.len()).map(line).fold(heading, |table, row| table + &row)
    }

    /// The columns that people see, each with its heading above its cells.
    fn strips(&self, look: &Look) -> Vec<Strip> {
        let strip = |(at, column): (usize, &Column)| {
            let items = || self.rows.iter().filter_map(move |row| row.get(at));
            let heading = column.heading?.get(look.lang).to_owned();
            let cells: Vec<String> = std::iter::once(heading).chain(items().map(|item| item.shown(look))).collect();
            let is_count = items().all(|item| matches!(item, Item::Count(_) | Item::Amount(_) | Item::Nothing));
            let width = cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
            Some(Strip { column: *column, cells, is_count, width })
        };
        self.columns.iter().enumerate().filter_map(strip).collect()
    }

    fn markdown(&self, look: &Look) -> String {
        let rows = self.rows.iter().map(|row| self.shown(row, look));
        markdown_table(&self.headings(look), rows)
    }

    fn csv(&self) -> Result<String, Error> {
        let names = self.columns.iter().flat_map(|column| {
            if column.is_both {
                vec![format!("{}_zh", column.id), format!("{}_en", column.id)]
            } else {
                vec![column.id.to_owned()]
            }
        });
        let names = names.collect_vec();
        let rows = self
            .rows
            .iter()
            .map(|row| self.columns.iter().zip(row).flat_map(|(column, item)| item.plain(column.is_both)).collect());
        csv::lines(names.iter().map(String::as_str), rows)
    }

    fn json(&self) -> Result<String, Error> {
        // A map keeps its keys in the order of the alphabet; every row has the same ones.
        let object = |row: &Vec<Item>| {
            let fields = self.columns.iter().zip(row).map(|(column, item)| (column.id.to_owned(), item.json()));
            Value::Object(fields.collect::<Map<_, _>>())
        };
        json::document(&self.rows.iter().map(object).collect_vec())
    }
}

/// A column on a terminal.
struct Strip {
    column: Column,
    /// The heading, and below it what stands in each row.
    cells: Vec<String>,
    /// Whether numbers stand in it, which stand on the right.
    is_count: bool,
    width: usize,
}

const GAP: &str = "  ";

impl Strip {
    fn cell(&self, row: usize) -> String {
        let cell = self.cells.get(row).map_or("", String::as_str);
        if self.is_count { pad_left(cell, self.width) } else { pad_right(cell, self.width) }
    }

    /// The cells below which it is better to leave out another column.
    fn least(&self) -> usize {
        const READABLE: usize = 24;
        if self.column.may_shrink { self.width.min(READABLE) } else { self.width }
    }
}

/// The columns that a line has room for, as wide as what stands in them. Where that is too wide, those that may go do so
/// until the others can be read; then the widest of those that may shrink gives way first.
fn fitted(mut strips: Vec<Strip>, room: usize) -> Vec<Strip> {
    const LEAST: usize = 8;
    let gaps = |strips: &[Strip]| GAP.len() * strips.len().saturating_sub(1);
    while strips.iter().map(Strip::least).sum::<usize>() + gaps(&strips) > room {
        match strips.iter().rposition(|strip| strip.column.may_go) {
            Some(place) => drop(strips.remove(place)),
            None => break,
        }
    }
    while strips.iter().map(|strip| strip.width).sum::<usize>() + gaps(&strips) > room {
        let shrinking = strips.iter_mut().filter(|strip| strip.column.may_shrink && strip.width > LEAST);
        match shrinking.max_by_key(|strip| strip.width) {
            Some(strip) => strip.width -= 1,
            None => break,
        }
    }
    strips
}

/// A table of GitHub's Markdown.
pub(super) fn markdown_table(headings: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.iter().map(|cell| markdown_cell(cell)).join(" | "));
    let rule = vec!["---".to_owned(); headings.len()];
    let mut out = line(headings) + &line(&rule);
    for row in rows {
        out.push_str(&line(&row));
    }
    out
}

/// Words that keep their place in a cell of a Markdown table.
pub(super) fn markdown_cell(text: &str) -> String {
    markdown_text(text).replace('|', "\\|").replace('\n', " ")
}

/// Words whose signs Markdown must not take for its own.
pub(super) fn markdown_text(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if matches!(character, '\\' | '*' | '_' | '`' | '<' | '[' | ']') {
            out.push('\\');
        }
        out.push(character);
    }
    // `~` strikes out where it stands twice.
    out.replace("~~", "\\~\\~")
}

impl Item {
    fn shown(&self, look: &Look) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Both(text) => text.get(look.lang).to_owned(),
            Self::Count(count) => count.to_string(),
            Self::Amount(amount) => written(amount.get(), look.lang),
            Self::Flag(true) => YES.get(look.lang).to_owned(),
            Self::Flag(false) | Self::Nothing => String::new(),
        }
    }

    fn plain(&self, is_both: bool) -> Vec<String> {
        match self {
            Self::Both(text) => vec![text.zh.clone(), text.en.clone()],
            Self::Word(word) => vec![word.clone()],
            Self::Count(count) => vec![count.to_string()],
            Self::Amount(amount) => vec![amount.get().to_string()],
            Self::Flag(flag) => vec![flag.to_string()],
            Self::Nothing => vec![String::new(); 1 + usize::from(is_both)],
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Word(word) => word.clone().into(),
            Self::Both(text) => serde_json::json!({ "zh": text.zh, "en": text.en }),
            Self::Count(count) => (*count).into(),
            Self::Amount(amount) => json::number(*amount),
            Self::Flag(flag) => (*flag).into(),
            Self::Nothing => Value::Null,
        }
    }
}
