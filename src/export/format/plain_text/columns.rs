//! A table in columns of a terminal's cells. Where a line has no room for all of them, columns go; and where not even those
//! fit that tell one row from another, the values of a row stand one below the other.

use crate::export::format::writer::WrittenTable;
use crate::export::table::{DataColumn, DataTable, DataValue};
use crate::export::text_style::TextStyle;
use crate::text::{pad_left, pad_right, width};
use itertools::Itertools;

const GAP: &str = "  ";

/// Writes a table in as many columns as a line has room for.
pub(super) fn write(table: &DataTable, style: &TextStyle) -> WrittenTable {
    let all = columns(table, style);
    let headings = all.iter().map(|column| (column.column.id, column.heading().to_owned())).collect_vec();
    // Who listens to a table has no use for columns.
    let fitted = if style.is_aloud() { None } else { fitted(all, style.width) };
    let Some(columns) = fitted else { return below_each_other(&columns(table, style), style).into() };
    let line = |row: usize| {
        let cells = columns.iter().map(|column| column.cell(row));
        cells.collect_vec().join(GAP).trim_end().to_owned() + "\n"
    };
    let heading = style.paint.strong(line(0).trim_end()) + "\n";
    let text = (1..=table.rows.len()).map(line).fold(heading, |text, row| text + &row);
    let is_left_out = |id: &str| columns.iter().all(|column| column.column.id != id);
    let left_out = headings.into_iter().filter(|(id, _)| is_left_out(id)).map(|(_, heading)| heading);
    WrittenTable { text, left_out: left_out.collect() }
}

/// Writes each row as lines of its own: the first value, and below it the others behind their headings.
fn below_each_other(columns: &[TextColumn], style: &TextStyle) -> String {
    let rows = columns.first().map_or(0, |column| column.cells.len());
    let row = |row: usize| {
        let value = |column: &TextColumn| column.cells.get(row).cloned().unwrap_or_default();
        let head = columns.first().map(value).unwrap_or_default();
        let others = columns.iter().skip(1).map(|column| (column.heading(), value(column)));
        let others = others.filter(|(_, value)| !value.is_empty());
        if style.is_aloud() {
            let others = others.map(|(heading, value)| format!("{heading} {value}")).join(style.semicolon());
            return format!("{head}{}{others}\n", style.colon());
        }
        let lines = others.map(|(heading, value)| style.hanging(&format!("{GAP}{heading}{GAP}"), &value));
        style.hanging("", &head) + &lines.collect::<String>()
    };
    (1..rows).map(row).collect()
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
    fn heading(&self) -> &str {
        self.cells.first().map_or("", String::as_str)
    }

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
        let heading = table.heading(column, style.lang)?;
        let cells: Vec<String> = std::iter::once(heading).chain(values().map(|value| value.text(style))).collect();
        let is_count =
            values().all(|value| matches!(value, DataValue::Count(_) | DataValue::Amount(_) | DataValue::Unknown));
        let width = cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        Some(TextColumn { column: *column, cells, is_count, width })
    };
    table.columns.iter().enumerate().filter_map(text_column).collect()
}

/// Makes the columns fit into `room` cells. Optional columns go until the others can be read; then the widest that may
/// shrink does. `None` where that is not enough.
fn fitted(mut columns: Vec<TextColumn>, room: usize) -> Option<Vec<TextColumn>> {
    let gaps = |columns: &[TextColumn]| GAP.len() * columns.len().saturating_sub(1);
    while columns.iter().map(TextColumn::least).sum::<usize>() + gaps(&columns) > room {
        match columns.iter().rposition(|column| column.column.may_go) {
            Some(index) => drop(columns.remove(index)),
            None => break,
        }
    }
    while columns.iter().map(|column| column.width).sum::<usize>() + gaps(&columns) > room {
        let shrinking =
            columns.iter_mut().filter(|column| column.column.may_shrink && column.width > column.column.least);
        shrinking.max_by_key(|column| column.width)?.width -= 1;
    }
    Some(columns)
}
