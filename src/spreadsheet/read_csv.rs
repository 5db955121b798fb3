//! Reading CSV, in the encodings that spreadsheets save it in.

use super::fault::{FaultPlace, SheetFault};
use super::grid::{CellPlace, CellValue, MOST_CELLS, SheetGrid};
use crate::text::Text;
use std::borrow::Cow;

/// Reads the one sheet of a CSV file.
pub(super) fn read_csv(bytes: &[u8]) -> Result<SheetGrid, SheetFault> {
    let text = decode(bytes)?;
    let first = text.lines().next().unwrap_or_default();
    // What a spreadsheet gives to the clipboard has tabs, and some locales save semicolons.
    let delimiter =
        [b'\t', b';', b','].into_iter().max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count());
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter.unwrap_or(b','));
    let mut sheet = SheetGrid::default();
    for (row, record) in reader.from_reader(text.as_bytes()).records().enumerate() {
        let record = record.map_err(|_| of_file("无法按 CSV 读取", "it can't be read as CSV"))?;
        for (column, field) in record.iter().enumerate() {
            let place = CellPlace { row: number(row), column: number(column) };
            sheet.put(place, CellValue::Words(field.to_owned()));
        }
        if sheet.cells.len() > MOST_CELLS {
            return Err(too_many_cells());
        }
    }
    Ok(sheet)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX - 1)
}

/// Returns the text of a file: UTF-8, UTF-16 where it says so, or else GB18030, in which Chinese spreadsheets save.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetFault> {
    let text_of_utf16 = match bytes {
        [0xFF, 0xFE, units @ ..] => Some(utf16(units, u16::from_le_bytes)),
        [0xFE, 0xFF, units @ ..] => Some(utf16(units, u16::from_be_bytes)),
        _ => None,
    };
    let text = match (text_of_utf16, std::str::from_utf8(bytes)) {
        (Some(text), _) => Cow::Owned(text),
        (None, Ok(text)) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        (None, Err(_)) => gb18030(bytes)?,
    };
    if text.contains('\0') {
        return Err(of_file("这不是 CSV 文件：里面有空字符", "this is no CSV file: it has null characters"));
    }
    Ok(text)
}

/// Reads the units of UTF-16; what is none of a character becomes the sign for that.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().copied().map(unit);
    let text = char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER));
    text.chain((!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(feature = "gb18030")]
fn gb18030(bytes: &[u8]) -> Result<Cow<'_, str>, SheetFault> {
    encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(|| {
        of_file(
            "编码不是 UTF-8，也不是 GB18030；请另存为 CSV UTF-8",
            "it is neither UTF-8 nor GB18030: save it as CSV UTF-8",
        )
    })
}

#[cfg(not(feature = "gb18030"))]
fn gb18030(_: &[u8]) -> Result<Cow<'_, str>, SheetFault> {
    Err(of_file(
        "编码不是 UTF-8，而这个程序编译时没有带上 GB18030；请另存为 CSV UTF-8",
        "it is not UTF-8, and this program was built without GB18030: save it as CSV UTF-8",
    ))
}

/// Makes the fault of a file as a whole.
pub(super) fn of_file(zh: impl Into<String>, en: impl Into<String>) -> SheetFault {
    SheetFault::new(FaultPlace::File, Text::new(zh, en), None)
}

pub(super) fn too_many_cells() -> SheetFault {
    of_file(
        format!("单元格超过 {MOST_CELLS} 个；请分成几个文件"),
        format!("it has more than {MOST_CELLS} cells: make several files of it"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(bytes: &[u8]) -> Vec<(String, String)> {
        let sheet = read_csv(bytes).unwrap();
        sheet.cells.iter().map(|(place, value)| (place.to_string(), value.words())).collect()
    }

    #[test]
    fn the_encodings_of_spreadsheets_are_read() {
        let text = "地区,原文短语\r\n滨州,\"督导163次,\"\r\n";
        let expected = [("A1", "地区"), ("B1", "原文短语"), ("A2", "滨州"), ("B2", "督导163次,")];
        let expected = expected.map(|(place, words)| (place.to_owned(), words.to_owned()));
        let utf16 = |encode: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(encode).collect::<Vec<u8>>();
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            #[cfg(feature = "gb18030")]
            encoding_rs::GB18030.encode(text).0.into_owned(),
            [b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat(),
            [b"\xFE\xFF".to_vec(), utf16(u16::to_be_bytes)].concat(),
            text.replacen(',', "\t", 2).into_bytes(),
        ] {
            assert_eq!(words(&bytes), expected);
        }
        assert!(read_csv(b"\xFF\xFF\xFF").is_err() && read_csv(b"a\0b").is_err());
    }
}
