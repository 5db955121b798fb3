//! What stands where: the cells of the table and the lines of the bars, read from the buffer as drawn; the drilldown's
//! lines; the rows of the shell's tables.

use super::super::support::screen::row_of;
use cppcc::app::{Pane, State, details};
use cppcc::text::{Lang, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Returns a pane's lines as they are drawn, with the spaces at their ends.
pub fn pane(state: &State, buffer: &Buffer, which: Pane) -> Vec<String> {
    let area = state.layout().pane(which).unwrap();
    (0..area.height).map(|row| row_of(buffer, area, row)).collect()
}

/// A cell of the table: the figure, how many others are held beside it, the year, and how many cells there are for all.
#[derive(Debug)]
pub struct TableCell {
    pub value: String,
    pub others: Option<usize>,
    pub year: Option<String>,
    pub width: usize,
}

/// Returns the cells of the row under the cursor.
pub fn table_cells(state: &State, buffer: &Buffer) -> Vec<TableCell> {
    let pane = state.layout().pane(Pane::Main).unwrap();
    let columns = state.table_columns(pane.width);
    let row = 1 + u16::try_from(state.compare().position() - state.compare().top()).unwrap();
    let text = |place: u16| {
        let x = pane.x + columns.name + place * columns.area;
        row_of(buffer, Rect { x, width: columns.area, ..pane }, row)
    };
    (0..u16::try_from(columns.count).unwrap())
        .map(|place| table_cell(text(place).trim(), usize::from(columns.area) - 1))
        .collect()
}

fn table_cell(text: &str, width: usize) -> TableCell {
    // A sign stands for a year that has no room.
    let sign = text.len() - 1;
    let at = text.rfind('\'').filter(|at| text.len() - at == 3).or_else(|| text.rfind('*').filter(|at| *at == sign));
    let (value, year) = at.map_or((text, None), |at| (&text[..at], Some(text[at..].to_owned())));
    let (value, others) = without_mark(value);
    TableCell { value: value.trim().to_owned(), others, year, width }
}

/// Splits a text from the mark of other figures behind its first words, and from what stands behind that.
pub fn without_mark(text: &str) -> (String, Option<usize>) {
    let Some((value, rest)) = text.split_once('＋') else { return (text.to_owned(), None) };
    let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (value.to_owned() + &rest[number.len()..], number.parse().ok())
}

/// A line of bars: what is drawn, and the words behind it.
#[derive(Clone, Debug, Default)]
pub struct BarLine {
    pub bar: String,
    pub words: String,
    /// The cells from the bar, or from the words where there is none, to the end of the pane.
    pub room: usize,
}

const BAR: &str = "█▉▊▋▌▍▎▏▒▸";

/// Splits the bar at the front of a text from what stands behind it.
pub fn split_bar(text: &str) -> BarLine {
    let words = text.trim_start_matches(|character| BAR.contains(character));
    let bar = text.strip_suffix(words).unwrap();
    BarLine { bar: bar.to_owned(), words: words.trim().to_owned(), room: 0 }
}

/// Returns the line of an area in the pane of bars.
pub fn bar_line(lines: &[String], mark: &str, name: &str) -> BarLine {
    let label = format!("{mark} {name}");
    let found = |line: &&String| line.trim_start_matches(['▸', ' ']).starts_with(&label);
    let line = lines.iter().find(found).unwrap_or_else(|| panic!("no {name} in {lines:#?}"));
    let behind = line.trim_start_matches(['▸', ' ']).strip_prefix(&label).unwrap().trim_start();
    // The line has the spaces at its end.
    BarLine { room: width(behind), ..split_bar(behind) }
}

/// The parts of a bar in eighths of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lengths {
    pub solid: usize,
    pub band: usize,
    pub is_open: bool,
}

/// Measures the parts of a bar.
pub fn lengths(bar: &str) -> Lengths {
    let mut lengths = Lengths::default();
    for character in bar.chars() {
        match character {
            '▒' => lengths.band += 8,
            '▸' => lengths.is_open = true,
            // From ▏, one eighth, down to █, eight.
            solid => lengths.solid += usize::try_from('▐' as u32 - solid as u32).unwrap(),
        }
    }
    lengths
}

/// Returns the drilldown on lines so long that nothing is broken.
pub fn drilldown(state: &State) -> Vec<String> {
    let text = |line: cppcc::app::span_role::StyledLine| line.into_iter().map(|(text, _)| text).collect::<String>();
    details::lines(state, 2000).into_iter().map(text).collect()
}

/// Returns the line of an area in a comparison as a plain table: all that stands behind its name.
pub fn table_line(text: &str, name: &str) -> String {
    let rows = text.lines().skip(1).take_while(|line| ["出处", "Sources"].iter().all(|title| line != title));
    let found = rows.filter_map(|line| line.strip_prefix(name)).find(|rest| rest.starts_with(' '));
    found.unwrap_or_else(|| panic!("no {name} in\n{text}")).trim_start().to_owned()
}

/// Returns the rows of a table in Markdown, without its head, with the marks of footnotes.
pub fn markdown_rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(2);
    rows.map(|row| {
        let inner = row.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")).unwrap();
        let text = |cell: &str| cell.trim().replace('\\', "");
        inner.split(" | ").map(text).collect()
    })
    .collect()
}

/// Returns the words in a language.
pub fn by(lang: Lang, zh: &str, en: &str) -> String {
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}
