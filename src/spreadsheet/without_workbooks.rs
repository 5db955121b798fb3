//! What stands in for workbooks in a program that was built without the feature `xlsx`: it says so.

use super::fault::SheetFault;
use super::grid::SheetGrid;
use super::read_csv::of_file;
use crate::domain::Dataset;
use crate::text::{Lang, Phrase, Text};

const NO_WORKBOOKS: Phrase = Phrase {
    zh: "这个程序编译时没有带上 XLSX；请用 CSV",
    en: "this program was built without XLSX; use CSV",
};

/// Refuses to read a workbook.
pub(super) fn read_xlsx(_: &[u8]) -> Result<Vec<SheetGrid>, SheetFault> {
    Err(of_file(NO_WORKBOOKS.zh, NO_WORKBOOKS.en))
}

/// Refuses to write a workbook.
///
/// # Errors
/// That this program can't.
pub fn template_xlsx(_: &Dataset, _: Lang) -> Result<Vec<u8>, Text> {
    Err(NO_WORKBOOKS.into())
}
