//! Rows of a sheet, and the entries of a pack that are written for them.

use super::cell_words;
use super::columns::{SheetColumn, SheetKind};
use super::fault::{FaultPlace, SheetFault};
use super::grid::{CellPlace, CellValue};
use crate::checked::Diagnostic;
use crate::text::Lang;
use std::fmt::Write;
use toml_edit::Value;

/// One row, by its columns.
pub(super) struct SheetRow<'a> {
    pub sheet: usize,
    pub sheet_name: Option<String>,
    /// The row, from 0.
    pub row: u32,
    /// All columns of the sheet, each with the column of the grid and what stands in it.
    pub cells: Vec<RowCell<'a>>,
    pub lang: Lang,
}

/// What stands in one column of a row.
#[derive(Clone, Copy)]
pub(super) struct RowCell<'a> {
    pub column: &'static SheetColumn,
    pub at: u32,
    pub value: Option<&'a CellValue>,
}

impl<'a> SheetRow<'a> {
    /// Returns what stands in the column of a key.
    pub fn value(&self, key: &str) -> Option<&'a CellValue> {
        self.cells.iter().find(|cell| cell.column.key == key)?.value
    }

    /// Returns the words in the column of a key.
    pub fn words(&self, key: &str) -> Option<String> {
        self.value(key).map(CellValue::words)
    }

    /// Returns the place of the column of a key; the row, where the sheet has no such column.
    pub fn place(&self, key: &str) -> FaultPlace {
        match self.cells.iter().find(|cell| cell.column.key == key) {
            Some(cell) => self.place_of(cell),
            None => FaultPlace::Row(self.sheet, self.sheet_name.clone(), self.row + 1),
        }
    }

    /// Returns the place of a cell.
    pub fn place_of(&self, cell: &RowCell) -> FaultPlace {
        let place = CellPlace { row: self.row, column: cell.at };
        FaultPlace::Cell(self.sheet, self.sheet_name.clone(), place, cell.column.title(self.lang).to_owned())
    }
}

/// Entries of a pack as text, and the cell that each line came from.
#[derive(Default)]
pub(super) struct EntryText {
    pub text: String,
    lines: usize,
    /// The first line of each key, with its cell, in their order.
    marks: Vec<(usize, FaultPlace)>,
    /// The first line of each entry, with the cells of its row by their keys.
    rows: Vec<(usize, Vec<(&'static str, FaultPlace)>)>,
}

impl EntryText {
    /// Begins an entry of a pack with its header.
    pub fn begin(&mut self, kind: SheetKind, row: &SheetRow) {
        let cells = row.cells.iter().map(|cell| (cell.column.key, row.place_of(cell))).collect();
        self.rows.push((self.lines + 1, cells));
        self.line(kind.header(), FaultPlace::Row(row.sheet, row.sheet_name.clone(), row.row + 1));
    }

    /// Writes a key with its value.
    pub fn key(&mut self, key: &str, value: impl Into<Value>, place: FaultPlace) {
        self.line(&format!("{key} = {}", value.into().decorated("", "")), place);
    }

    /// Writes a key with a number as it is spelt.
    pub fn number(&mut self, key: &str, digits: &str, place: FaultPlace) {
        self.line(&format!("{key} = {digits}"), place);
    }

    fn line(&mut self, line: &str, place: FaultPlace) {
        self.marks.push((self.lines + 1, place));
        // A string takes whatever is written into it.
        let _ = writeln!(self.text, "{line}");
        self.lines += line.matches('\n').count() + 1;
    }

    /// Returns a fault of this text as one of the sheet: at its cell, in the words of the sheet.
    pub fn sheet_fault(&self, fault: &Diagnostic) -> SheetFault {
        let Some(at) = fault.position else {
            return SheetFault::new(FaultPlace::File, fault.message.clone(), fault.help.clone());
        };
        let place = match self.place_of_line(at.line) {
            // What is missing stands in no line: its column is named.
            FaultPlace::Row(..) => self.cell_of_key(at.line, &fault.message.en),
            cell if fault.message.en.ends_with("is missing") => {
                Some(self.cell_of_key(at.line, &fault.message.en).unwrap_or(cell))
            }
            cell => Some(cell),
        };
        let place = place.unwrap_or_else(|| self.place_of_line(at.line));
        cell_words::in_words_of_cells(place, fault)
    }

    /// Returns the cell of the first key that a message names, in the row of a line.
    fn cell_of_key(&self, line: usize, message: &str) -> Option<FaultPlace> {
        let next = self.rows.partition_point(|(first, _)| *first <= line);
        let (_, cells) = self.rows.get(next.checked_sub(1)?)?;
        let mut named = message.split('`').skip(1).step_by(2);
        let of_key = |named| cells.iter().find(|(key, _)| key.rsplit('.').next() == Some(named));
        named.find_map(of_key).map(|(_, place)| place.clone())
    }

    /// Returns the cell that a line came from.
    pub fn place_of_line(&self, line: usize) -> FaultPlace {
        let next = self.marks.partition_point(|(first, _)| *first <= line);
        next.checked_sub(1).and_then(|at| self.marks.get(at)).map_or(FaultPlace::File, |(_, place)| place.clone())
    }
}

/// Returns a number as a file of data has it.
pub(super) fn digits(number: f64) -> String {
    // A whole number has no point, or it would not be one.
    if number.fract() == 0.0 && number.abs() < 9e15 { format!("{number:.0}") } else { format!("{number:?}") }
}

/// Returns the number that words spell out in digits, with commas between thousands; `None` where they say more than that.
pub(super) fn spelt(words: &str) -> Option<String> {
    let digits: String =
        words.chars().map(crate::text::fold_fullwidth).filter(|sign| !matches!(sign, ',' | ' ')).collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    (is_number && digits.parse::<f64>().is_ok()).then(|| self::digits(digits.parse().unwrap_or_default()))
}
