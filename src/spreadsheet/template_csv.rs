//! The empty spreadsheet as CSV.

use super::columns::SheetKind;
use crate::text::Lang;

/// Returns the template of the figures as CSV: the headings alone. The mark at its head tells spreadsheets that it is UTF-8.
#[must_use]
pub fn template_csv(lang: Lang) -> String {
    let headings: Vec<&str> = SheetKind::Figures.columns().iter().map(|column| column.title(lang)).collect();
    format!("\u{feff}{}\r\n", headings.join(","))
}
