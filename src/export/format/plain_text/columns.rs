//! A table in columns of a terminal's cells.

use crate::export::table::{DataColumn, DataTable, DataValue};
use crate::export::text_style::TextStyle;
use crate::text::{pad_left, pad_right, width};
use itertools::Itertools;

const GAP: &str = "  ";

/// Writes a table in as many columns as a line has room for.
pub(super) fn write(table: &DataTable, style: &TextStyle) -> String {
    let columns = fitted(columns(table, style), style.width);
    let line = |row: usize| {
        let cells = columns.iter().map(|column| column.cell(row));
        cells.collect_vec().join(GAP).trim_end().to_owned() + "\n"
    };
    let heading = style.paint.strong(line(0).trim_end()) + "\n";
    (1..=table.rows.len()).map(line).fold(heading, |text, row| text + &row)
}

/// A column as people see it.
struct TextColumn {
    column: DataColumn,
    /// The heading, and below it the value of each row.
    cells: Vec<String>,
    /// Whether all values are numbers, which stand on the right.
    is_count: bool,
    width: usize,
}

impl TextColumn {
    fn cell(&self, row: usize) -> String {
        let cell = self.cells.get(row).map_or("", String::as_str);
        if self.is_count { pad_left(cell, self.width) } else { pad_right(cell, self.width) }
    }

    /// Returns the width below which another column is better left out than this one cut further.
    fn least(&self) -> usize {
        const READABLE: usize = 24;
        if self.column.may_shrink { self.width.min(READABLE) } else { self.width }
    }
}

/// Returns the columns that people see, each as wide as its values.
fn columns(table: &DataTable, style: &TextStyle) -> Vec<TextColumn> {
    let text_column = |(index, column): (usize, &DataColumn)| {
        let values = || table.rows.iter().filter_map(move |row| row.get(index));
        let heading = column.heading?.get(style.lang).to_owned();
        let cells: Vec<String> = std::iter::once(heading).chain(values().map(|value| value.text(style))).collect();
        let is_count =
            values().all(|value| matches!(value, DataValue::Count(_) | DataValue::Amount(_) | DataValue::Unknown));
        let width = cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        Some(TextColumn { column: *column, cells, is_count, width })
    };
    table.columns.iter().enumerate().filter_map(text_column).collect()
}

/// Makes the columns fit into `room` cells. Optional columns go until the others can be read; then the widest that may
/// shrink does.
fn fitted(mut columns: Vec<TextColumn>, room: usize) -> Vec<TextColumn> {
    const LEAST: usize = 8;
    let gaps = |columns: &[TextColumn]| GAP.len() * columns.len().saturating_sub(1);
    while columns.iter().map(TextColumn::least).sum::<usize>() + gaps(&columns) > room {
        match columns.iter().rposition(|column| column.column.may_go) {
            Some(index) => drop(columns.remove(index)),
            None => break,
        }
    }
    while columns.iter().map(|column| column.width).sum::<usize>() + gaps(&columns) > room {
        let shrinking = columns.iter_mut().filter(|column| column.column.may_shrink && column.width > LEAST);
        match shrinking.max_by_key(|column| column.width) {
            Some(column) => column.width -= 1,
            None => break,
        }
    }
    columns
}
