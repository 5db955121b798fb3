//! What stands in the cells of a sheet.

use std::collections::BTreeMap;
use std::fmt;

/// The place of a cell, each number from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellPlace {
    pub row: u32,
    pub column: u32,
}

impl fmt::Display for CellPlace {
    /// Writes the place as spreadsheets do: `C5`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", column_letters(self.column), self.row + 1)
    }
}

/// Returns the letters of a column: A to Z, then AA.
fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from_u32(u32::from('A') + (rest - 1) % 26).unwrap_or('?'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// What stands in a cell that is not empty.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "xlsx"), expect(dead_code, reason = "a CSV file holds words alone"))]
pub(super) enum CellValue {
    Words(String),
    Number(f64),
    /// A formula that has no value, such as `#DIV/0!`.
    Error(String),
}

impl CellValue {
    /// Returns the words of a cell; a number as it is written without more.
    pub fn words(&self) -> String {
        match self {
            Self::Words(words) | Self::Error(words) => words.trim().to_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// A sheet: the cells that are not empty.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetGrid {
    /// The name; a CSV file has none.
    pub name: Option<String>,
    pub cells: BTreeMap<CellPlace, CellValue>,
}

impl SheetGrid {
    /// Puts words or a number into a cell; blanks are nothing.
    pub fn put(&mut self, place: CellPlace, value: CellValue) {
        if !value.words().is_empty() {
            self.cells.insert(place, value);
        }
    }

    /// Returns the rows that hold something, each with its cells.
    pub fn rows(&self) -> BTreeMap<u32, Vec<(CellPlace, &CellValue)>> {
        let mut rows: BTreeMap<u32, Vec<(CellPlace, &CellValue)>> = BTreeMap::new();
        for (place, value) in &self.cells {
            rows.entry(place.row).or_default().push((*place, value));
        }
        rows
    }
}

/// How many cells all sheets may have: far more than the figures of a province.
pub(super) const MOST_CELLS: usize = 500_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_spreadsheets() {
        let table = [(0, 0, "A1"), (4, 2, "C5"), (9, 25, "Z10"), (0, 26, "AA1"), (99, 701, "ZZ100"), (0, 702, "AAA1")];
        for (row, column, name) in table {
            assert_eq!(CellPlace { row, column }.to_string(), name);
        }
    }
}
