//! The spreadsheet importer: a file of either format, as the first byte says.

use super::shipped::library;
use cppcc::spreadsheet::{ImportError, SheetFormat, import};
use cppcc::text::Lang;
use cppcc::user_deck::DataSources;

/// Reads the spreadsheet, and checks what it adds with the built-in data.
pub fn run(bytes: &[u8]) {
    let Some((kind, file)) = bytes.split_first() else { return };
    let format = if kind % 2 == 0 { SheetFormat::Csv } else { SheetFormat::Xlsx };
    let library = library();
    let lang = if kind & 2 == 0 { Lang::Zh } else { Lang::En };
    match import(("sheet", file), format, (&library, &DataSources::default()), lang) {
        Ok(imported) => drop(imported.changes_as_faults("sheet")),
        Err(ImportError::Sheet(faults)) => {
            assert!(!faults.render(lang).trim().is_empty(), "refused without a reason");
        }
        Err(ImportError::Data(faults)) => panic!("the built-in data have faults: {}", faults.render(lang)),
    }
}
