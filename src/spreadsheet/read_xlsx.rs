//! Reading XLSX. Such a file is compressed, and a small one may unpack to anything; so it is unpacked once to be measured.

use super::fault::SheetFault;
use super::grid::{CellPlace, CellValue, MOST_CELLS, SheetGrid};
use super::read_csv::{of_file, too_many_cells};
use calamine::{Cell, DataRef, Reader, Xlsx, XlsxError};
use std::io::{self, Cursor, Read};

/// How many bytes the parts of a file may unpack to.
const MOST_UNPACKED: u64 = 32 << 20;

/// Reads the sheets of a file.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Vec<SheetGrid>, SheetFault> {
    measure(bytes)?;
    let mut workbook: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let mut sheets = Vec::new();
    let mut cells = 0;
    for name in workbook.sheet_names() {
        let mut sheet = SheetGrid { name: Some(name.clone()), ..SheetGrid::default() };
        let mut reader = match workbook.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A sheet that is a chart has no cells.
            Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => continue,
            Err(error) => return Err(unreadable(&error)),
        };
        while let Some(cell) = reader.next_cell().map_err(|error| unreadable(&error))? {
            put(&mut sheet, &cell);
            if cells + sheet.cells.len() > MOST_CELLS {
                return Err(too_many_cells());
            }
        }
        cells += sheet.cells.len();
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn put(sheet: &mut SheetGrid, cell: &Cell<DataRef<'_>>) {
    let (row, column) = cell.get_position();
    let value = match cell.get_value() {
        DataRef::Empty => return,
        DataRef::Int(number) => CellValue::Words(number.to_string()),
        DataRef::Float(number) => CellValue::Number(*number),
        DataRef::String(words) => CellValue::Words(words.clone()),
        DataRef::SharedString(words) => CellValue::Words((*words).to_owned()),
        DataRef::Bool(flag) => CellValue::Words(flag.to_string()),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            CellValue::Words(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => {
            CellValue::Words(date.split('T').next().unwrap_or_default().to_owned())
        }
        DataRef::Error(error) => CellValue::Error(error.to_string()),
    };
    sheet.put(CellPlace { row, column }, value);
}

/// Unpacks all parts without keeping them, up to the limit.
fn measure(bytes: &[u8]) -> Result<(), SheetFault> {
    let not_zip = |_| of_file("这不是 xlsx 文件，或已损坏", "this is no xlsx file, or it is damaged");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(not_zip)?;
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(not_zip)?;
        let read = io::copy(&mut part.take(MOST_UNPACKED + 1 - unpacked), &mut io::sink());
        unpacked += read.map_err(|_| of_file("xlsx 文件已损坏", "the xlsx file is damaged"))?;
        if unpacked > MOST_UNPACKED {
            return Err(of_file("xlsx 文件解开后过大", "the xlsx file unpacks to far too much"));
        }
    }
    Ok(())
}

fn unreadable(error: &XlsxError) -> SheetFault {
    match error {
        XlsxError::Password => of_file("文件设有密码；请另存为不带密码的", "it has a password: save it without one"),
        _ => of_file(format!("xlsx 文件无法读取：{error}"), format!("the xlsx file can't be read: {error}")),
    }
}
