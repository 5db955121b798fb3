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
    let mut heads = Vec::new();
    gather(document.as_table(), &mut heads);
    heads.sort_unstable();
    let block = |table: &Table, own: &[usize]| {
        let start = start_of(table);
        let next = heads.iter().copied().find(|head| *head > start && !own.contains(head));
        comments_before(text, start)..comments_before(text, next.unwrap_or(text.len()))
    };
    let of_slide = |slide: &&Table| {
        let mut own = Vec::new();
        gather(slide, &mut own);
        block(slide, &own)
    };
    Ok(Some(Blocks { deck: block(deck, &[]), slides: slides.iter().map(of_slide).collect() }))
}

/// Where the heads of all tables in a table begin.
fn gather(table: &Table, heads: &mut Vec<usize>) {
    let mut add = |table: &Table| {
        if !table.is_implicit() && !table.is_dotted() {
            heads.push(start_of(table));
        }
        gather(table, heads);
    };
    for (_, item) in table.iter() {
        match item {
            Item::Table(table) => add(table),
            Item::ArrayOfTables(tables) => tables.iter().for_each(&mut add),
            Item::Value(_) | Item::None => {}
        }
    }
}

fn start_of(table: &Table) -> usize {
    table.span().map_or(0, |span| span.start)
}

/// The beginning of the lines before `end` that are comments or empty.
fn comments_before(text: &str, end: usize) -> usize {
    let before = text.get(..end).unwrap_or_default();
    let mut start = end;
    for line in before.split_inclusive('\n').rev() {
        let line_text = line.trim();
        // The last line of a text over several lines may begin with any sign.
        let is_free = line_text.is_empty() || (line_text.starts_with('#') && !closes_text(line_text));
        if !is_free {
            break;
        }
        start -= line.len();
    }
    start
}

fn closes_text(line: &str) -> bool {
    line.ends_with("\"\"\"") || line.ends_with("'''")
}
