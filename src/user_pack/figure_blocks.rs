//! The lines of a file in which one figure stands: they are changed and taken out in place, and all others stay as they are.

use super::tables;
use crate::entry::NewFigure;
use std::ops::Range;
use toml_edit::{Document, DocumentMut, Item, Table};

/// The key under which figures stand.
const HEADER: &str = "observation";

/// Where a figure stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FigurePlace {
    /// Under a header of its own: from the header to its last key.
    Block(Range<usize>),
    /// In a list in brackets, which is changed by hand.
    InBrackets,
}

/// Finds the figure of an id; `None` where the text has none, or is no TOML.
pub(super) fn find(text: &str, id: &str) -> Option<FigurePlace> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let document = Document::parse(text.get(mark..)?).ok()?;
    let is_id = |item: Option<&Item>| item.and_then(Item::as_str) == Some(id);
    let figures = document.get(HEADER)?;
    if let Some(tables) = figures.as_array_of_tables() {
        let table = tables.iter().find(|table| is_id(table.get("id")))?;
        let start = table.span()?.start;
        let headers = document.iter().flat_map(|(_, item)| headers(item));
        let end = headers.filter(|header| *header > start).min().unwrap_or(text.len() - mark);
        let block = start + mark..end + mark;
        let length = without_idle_lines(text.get(block.clone())?).len();
        return Some(FigurePlace::Block(block.start..block.start + length));
    }
    let list = figures.as_array()?;
    let holds = list.iter().filter_map(|value| value.as_inline_table()?.get("id")?.as_str()).any(|held| held == id);
    holds.then_some(FigurePlace::InBrackets)
}

/// Returns the ids of all figures of a text.
pub(super) fn ids(text: &str) -> Vec<String> {
    let Ok(document) = Document::parse(text.trim_start_matches('\u{feff}')) else { return Vec::new() };
    let Some(figures) = document.get(HEADER) else { return Vec::new() };
    let of_tables = figures.as_array_of_tables().into_iter().flat_map(|tables| tables.iter());
    let of_tables = of_tables.filter_map(|table| table.get("id")?.as_str());
    let of_list = figures.as_array().into_iter().flat_map(|list| list.iter());
    let of_list = of_list.filter_map(|value| value.as_inline_table()?.get("id")?.as_str());
    of_tables.chain(of_list).map(str::to_owned).collect()
}

/// Returns the bytes at which the headers of an entry's tables begin.
fn headers(item: &Item) -> Vec<usize> {
    let of_one = item.as_table().and_then(Table::span).map(|span| span.start);
    let of_many = item.as_array_of_tables().into_iter().flat_map(|tables| tables.iter());
    of_one.into_iter().chain(of_many.filter_map(|table| Some(table.span()?.start))).collect()
}

/// Leaves out the empty lines and comments at the end, which belong to what follows.
fn without_idle_lines(text: &str) -> &str {
    let mut kept = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let is_idle = line.trim().is_empty() || line.trim_start().starts_with('#');
        if !is_idle {
            kept = at;
        }
    }
    text.get(..kept).unwrap_or(text)
}

/// Returns the block of a figure as it is after a correction: what has changed is put into its keys, and its comments and
/// whatever else stands there are kept. `None` where the block can't be read.
pub(super) fn corrected(block: &str, before: &NewFigure, after: &NewFigure) -> Option<String> {
    let mut document: DocumentMut = block.parse().ok()?;
    let table = document.get_mut(HEADER)?.as_array_of_tables_mut()?.get_mut(0)?;
    let (before, after) = (tables::figure(before), tables::figure(after));
    let written = |item: &Item| item.to_string().trim().to_owned();
    for (key, item) in &after {
        if before.get(key).map(written) != Some(written(item)) {
            put(table, key, item);
        }
    }
    for (key, _) in before.iter().filter(|(key, _)| after.get(key).is_none()) {
        table.remove(key);
    }
    let line_end = if block.contains("\r\n") { "\r\n" } else { "\n" };
    Some(document.to_string().replace("\r\n", "\n").replace('\n', line_end))
}

/// Puts a value in the place of another, and leaves the comment behind it.
fn put(table: &mut Table, key: &str, item: &Item) {
    let (Some(value), Some(held)) = (item.as_value(), table.get_mut(key).and_then(Item::as_value_mut)) else {
        table.remove(key);
        table.insert(key, item.clone());
        return;
    };
    let decor = held.decor().clone();
    *held = value.clone();
    *held.decor_mut() = decor;
}

/// Returns the lines that go with a figure: its block, the comment right above it, and one empty line.
pub(super) fn to_take_out(text: &str, block: Range<usize>) -> Range<usize> {
    let mut start = block.start;
    loop {
        let above = text.get(..start).unwrap_or_default();
        let line = above.split_inclusive('\n').next_back().unwrap_or_default();
        // A comment at the beginning of a file speaks of the file.
        if !line.trim_start().starts_with('#') || line.len() == above.len() {
            break;
        }
        start -= line.len();
    }
    let above = text.get(..start).unwrap_or_default();
    let line = above.split_inclusive('\n').next_back().unwrap_or_default();
    if !line.is_empty() && line.trim().is_empty() {
        start -= line.len();
    }
    start..block.end
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# 潍坊的数字\n\n[[area]]\nid = \"weifang\"\n\n# 已核\n[[observation]]\nid = \"weifang-a\"\n\
        value = 1 # 手抄\n[observation.source]\narticle = \"x\"\n\n# 下一条\n[[observation]]\nid = \"weifang-b\"\n";

    #[test]
    fn a_figure_is_found_with_its_lines_and_its_comment() {
        let Some(FigurePlace::Block(block)) = find(TEXT, "weifang-a") else { panic!("it is there") };
        assert!(TEXT.get(block.clone()).unwrap().starts_with("[[observation]]\nid = \"weifang-a\""));
        assert!(TEXT.get(block.clone()).unwrap().ends_with("article = \"x\"\n"));
        let gone = to_take_out(TEXT, block);
        let rest = [TEXT.get(..gone.start), TEXT.get(gone.end..)].map(Option::unwrap).concat();
        let wanted = "# 潍坊的数字\n\n[[area]]\nid = \"weifang\"\n\n# 下一条\n[[observation]]\nid = \"weifang-b\"\n";
        assert_eq!(rest, wanted);
        assert_eq!(ids(TEXT), ["weifang-a", "weifang-b"]);
        assert_eq!(find(TEXT, "weifang-c"), None);
        assert_eq!(find("observation = [{ id = \"weifang-a\" }]", "weifang-a"), Some(FigurePlace::InBrackets));
    }
}
