//! Finding the slides of a deck in the text of its file. Each is a block of whole lines, from the comments above its
//! header to those above the next one.

use super::uneditable::Uneditable;
use crate::sorting::PutInOrder;
use std::ops::Range;
use toml_edit::{Document, Item, Table};

/// The blocks of the first deck of a text, as ranges of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blocks {
    /// The deck's own header and keys.
    pub deck: Range<usize>,
    /// The slides, each with its own tables.
    pub slides: Vec<Range<usize>>,
}

/// Finds the blocks of the first deck; `None` where the text has no deck.
pub(super) fn find_blocks(text: &str) -> Result<Option<Blocks>, Uneditable> {
    let document = Document::parse(text).map_err(|error| Uneditable::NotToml(error.message().to_owned()))?;
    let inline = |item: &Item| {
        let start = item.span().map_or(0, |span| span.start);
        Uneditable::Inline(text.get(..start).unwrap_or_default().matches('\n').count() + 1)
    };
    let Some(decks) = document.get("deck") else { return Ok(None) };
    let Some(deck) = decks.as_array_of_tables().and_then(|decks| decks.get(0)) else { return Err(inline(decks)) };
    let slides: Vec<&Table> = match deck.get("slide") {
        None => Vec::new(),
        Some(slides) => slides.as_array_of_tables().ok_or_else(|| inline(slides))?.iter().collect(),
    };
    let mut all = Landmarks::default();
    all.gather(document.as_table());
    all.headers.put_in_order();
    let block = |table: &Table, own: &[usize]| {
        let start = start_of(table);
        let next = all.headers.iter().copied().find(|header| *header > start && !own.contains(header));
        all.comments_before(text, start)..all.comments_before(text, next.unwrap_or(text.len()))
    };
    let of_slide = |slide: &&Table| {
        let mut own = Landmarks::default();
        own.gather(slide);
        block(slide, &own.headers)
    };
    Ok(Some(Blocks { deck: block(deck, &[]), slides: slides.iter().map(of_slide).collect() }))
}

/// The bytes of a text at which something begins or ends.
#[derive(Default)]
struct Landmarks {
    /// Where the headers of tables begin.
    headers: Vec<usize>,
    /// Where the values of keys end.
    value_ends: Vec<usize>,
}

impl Landmarks {
    /// Gathers the landmarks within a table.
    fn gather(&mut self, table: &Table) {
        for (_, item) in table {
            match item {
                Item::Table(table) => self.add(table),
                Item::ArrayOfTables(tables) => tables.iter().for_each(|table| self.add(table)),
                Item::Value(value) => self.value_ends.extend(value.span().map(|span| span.end)),
                Item::None => {}
            }
        }
    }

    fn add(&mut self, table: &Table) {
        // A table that is only implied by the path of another, or by a dotted key, has no header of its own.
        if !table.is_implicit() && !table.is_dotted() {
            self.headers.push(start_of(table));
        }
        self.gather(table);
    }

    /// Returns where the comments and empty lines before `end` begin. A line within a value is neither, even if it looks
    /// like one.
    fn comments_before(&self, text: &str, end: usize) -> usize {
        let value = self.value_ends.iter().copied().filter(|value| *value <= end).max().unwrap_or(0);
        let mut start = end;
        for line in text.get(..end).unwrap_or_default().split_inclusive('\n').rev() {
            let is_free = line.trim().is_empty() || line.trim_start().starts_with('#');
            if !is_free || start - line.len() < value {
                break;
            }
            start -= line.len();
        }
        start
    }
}

fn start_of(table: &Table) -> usize {
    table.span().map_or(0, |span| span.start)
}
