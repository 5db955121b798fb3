//! Sheets of a workbook: headings that stay in view, filters, and columns as wide as their words.

use crate::domain::Verdict;
use crate::text::{Lang, Phrase, visible, width};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Url, Worksheet, XlsxError};

/// The sheets of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetName {
    Comparison,
    Figures,
    Verdicts,
    Sources,
    Indicators,
}

impl SheetName {
    /// Returns the name on the tab.
    pub fn name(self) -> Phrase {
        match self {
            Self::Comparison => Phrase { zh: "对比", en: "Comparison" },
            Self::Figures => Phrase { zh: "数据", en: "Figures" },
            Self::Verdicts => Phrase { zh: "结论", en: "Verdicts" },
            Self::Sources => Phrase { zh: "来源", en: "Sources" },
            Self::Indicators => Phrase { zh: "指标", en: "Indicators" },
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SheetCell {
    /// There is nothing in it.
    Blank,
    /// Words, which are never calculated with.
    Text(String),
    Number(f64),
    Flag(bool),
    /// An address on the web.
    Address(String),
    /// A link to a row of another sheet.
    RowLink {
        sheet: SheetName,
        row: u32,
        words: String,
    },
    /// A verdict in its colour, and in words.
    Verdict(Verdict, String),
}

impl SheetCell {
    /// Returns a whole number.
    pub fn count(count: usize) -> Self {
        u32::try_from(count).map_or_else(|_| Self::Text(count.to_string()), |count| Self::Number(count.into()))
    }

    /// Returns the words as far as they decide the width of a column.
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag_words(*flag, lang).to_owned(),
            Self::Text(words) | Self::Address(words) | Self::RowLink { words, .. } | Self::Verdict(_, words) => {
                words.clone()
            }
        }
    }
}

fn flag_words(flag: bool, lang: Lang) -> &'static str {
    let words = if flag { Phrase { zh: "是", en: "yes" } } else { Phrase { zh: "否", en: "no" } };
    words.get(lang)
}

/// A sheet before it is written.
pub(super) struct Sheet {
    pub name: SheetName,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<SheetCell>>,
}

/// The greatest width of a column, in digits; what is longer is cut by the next cell, and stands whole in its own.
const WIDEST: usize = 48;

impl Sheet {
    /// Writes the sheet, with its headings frozen above and a filter in each.
    pub fn write(&self, sheet: &mut Worksheet, lang: Lang) -> Result<(), XlsxError> {
        sheet.set_name(self.name.name().get(lang))?;
        let heading = Format::new()
            .set_bold()
            .set_background_color(Color::RGB(0x00E7_E6E6))
            .set_border_bottom(FormatBorder::Thin);
        for (heading_words, column) in self.headings.iter().zip(0..) {
            sheet.write_string_with_format(0, column, heading_words, &heading)?;
            sheet.set_column_width(column, self.column_width(column, lang))?;
        }
        for (cells, row) in self.rows.iter().zip(1..) {
            for (cell, column) in cells.iter().zip(0..) {
                write_cell(sheet, (row, column), cell, lang)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        let last_column = u16::try_from(self.headings.len().saturating_sub(1)).unwrap_or_default();
        let last_row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        sheet.autofilter(0, 0, last_row, last_column)?;
        sheet.set_repeat_rows(0, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// Returns the width that the words of a column take; a Chinese character is as wide as two digits.
    fn column_width(&self, column: u16, lang: Lang) -> f64 {
        // The button of the filter stands beside the heading.
        const BUTTON: usize = 3;
        let place = usize::from(column);
        let heading = self.headings.get(place).map_or(0, |words| width(words) + BUTTON);
        let cells = self.rows.iter().filter_map(|row| row.get(place)).map(|cell| width(&cell.words(lang)) + 1);
        let widest = cells.max().unwrap_or(0).max(heading).min(WIDEST);
        u16::try_from(widest).map_or(8.0, f64::from)
    }
}

/// Writes a cell. Strings are written as strings, so that none is taken for a formula or a link.
fn write_cell(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &SheetCell, lang: Lang) -> Result<(), XlsxError> {
    match cell {
        SheetCell::Blank => {}
        SheetCell::Text(words) => {
            sheet.write_string(row, column, visible(words))?;
        }
        SheetCell::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        SheetCell::Flag(flag) => {
            sheet.write_string(row, column, flag_words(*flag, lang))?;
        }
        SheetCell::Address(address) => write_address(sheet, (row, column), address)?,
        SheetCell::RowLink { sheet: to, row: at, words } => {
            let url = Url::new(format!("internal:'{}'!A{at}", to.name().get(lang))).set_text(visible(words));
            sheet.write_url(row, column, url)?;
        }
        SheetCell::Verdict(verdict, words) => {
            sheet.write_string_with_format(row, column, words, &verdict_format(*verdict))?;
        }
    }
    Ok(())
}

/// Writes an address as a link, where it is one that a spreadsheet can hold; else as words.
fn write_address(sheet: &mut Worksheet, (row, column): (u32, u16), address: &str) -> Result<(), XlsxError> {
    const LONGEST: usize = 2000;
    let is_link = (address.starts_with("https://") || address.starts_with("http://")) && address.len() <= LONGEST;
    let shown = visible(address);
    if is_link && shown == address {
        sheet.write_url(row, column, address)?;
    } else {
        sheet.write_string(row, column, shown)?;
    }
    Ok(())
}

/// Returns the colours of a verdict, those by which spreadsheets themselves mark good, neutral and bad.
fn verdict_format(verdict: Verdict) -> Format {
    let (ground, ink) = match verdict {
        Verdict::Comparable => (0x00C6_EFCE, 0x0000_6100),
        Verdict::WithCaution => (0x00FF_EB9C, 0x009C_5700),
        Verdict::NotComparable => (0x00FF_C7CE, 0x009C_0006),
    };
    Format::new().set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(ink)).set_align(FormatAlign::Left)
}
