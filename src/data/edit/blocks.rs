//! Where the slides of a deck stand in the text of its file. Each is a block of lines: the comments over it, its head, and
//! all up to the comments over the next head.

use std::ops::Range;
use toml_edit::{Document, Item, Table};

/// Why the slides of a text can't be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoBlocks {
    /// It is not TOML; what the parser says.
    NotToml(String),
    /// The deck or its slides are written as a list within brackets, in this line.
    Inline(usize),
}

/// The blocks of the first deck of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blocks {
    /// The block of the deck's own head and keys.
    pub deck: Range<usize>,
    /// The block of each slide.
    pub slides: Vec<Range<usize>>,
}

/// Finds them; `None` where the text has no deck.
pub(super) fn blocks(text: &str) -> Result<Option<Blocks>, NoBlocks> {
    let document = Document::parse(text).map_err(|error| NoBlocks::NotToml(error.message().to_owned()))?;
    let inline = |item: &Item| {
        let start = item.span().map_or(0, |span| span.start);
        NoBlocks::Inline(text.get(..start).unwrap_or_default().matches('\n').count() + 1)
    };
    let Some(decks) = document.get("deck") else { return Ok(None) };
    let Some(deck) = decks.as_array_of_tables().and_then(|decks| decks.get(0)) else { return Err(inline(decks)) };
    let slides: Vec<&Table> = match deck.get("slide") {
        None => Vec::new(),
        Some(slides) => slides.as_array_of_tables().ok_or_else(|| inline(slides))?.iter().collect(),
    };
    let mut all = Places::default();
    all.gather(document.as_table());
    all.heads.sort_unstable();
    let block = |table: &Table, own: &[usize]| {
        let start = start_of(table);
        let next = all.heads.iter().copied().find(|head| *head > start && !own.contains(head));
        all.comments_before(text, start)..all.comments_before(text, next.unwrap_or(text.len()))
    };
    let of_slide = |slide: &&Table| {
        let mut own = Places::default();
        own.gather(slide);
        block(slide, &own.heads)
    };
    Ok(Some(Blocks { deck: block(deck, &[]), slides: slides.iter().map(of_slide).collect() }))
}

/// Where things stand in a text.
#[derive(Default)]
struct Places {
    /// Where the heads of tables begin.
    heads: Vec<usize>,
    /// Where values end.
    ends: Vec<usize>,
}

impl Places {
    /// Takes in what stands in a table.
    fn gather(&mut self, table: &Table) {
        for (_, item) in table {
            match item {
                Item::Table(table) => self.add(table),
                Item::ArrayOfTables(tables) => tables.iter().for_each(|table| self.add(table)),
                Item::Value(value) => self.ends.extend(value.span().map(|span| span.end)),
                Item::None => {}
            }
        }
    }

    fn add(&mut self, table: &Table) {
        if !table.is_implicit() && !table.is_dotted() {
            self.heads.push(start_of(table));
        }
        self.gather(table);
    }

    /// The beginning of the lines before `end` that are comments or empty. Within a value over several lines nothing is a
    /// comment.
    fn comments_before(&self, text: &str, end: usize) -> usize {
        let value = self.ends.iter().copied().filter(|value| *value <= end).max().unwrap_or(0);
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
