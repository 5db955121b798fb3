//! Figures from a spreadsheet: CSV and XLSX files, and the template that they are made from.
//!
//! - `grid` holds what stands in the cells; `read_csv` and `read_xlsx` read it, within limits of size.
//! - `columns` says which columns there are, with their headings in both languages.
//! - `rows` writes each row as the entry of a pack, and remembers which cell each line came from; so all that is checked of
//!   data is checked of a spreadsheet, and every fault is told at its cell.
//! - `import` puts this together, and returns what is new; writing is the business of the user's pack.
//! - `template` writes an empty spreadsheet with all headings, and the indicators with their definitions.

mod columns;
mod fault;
mod grid;
mod headings;
mod import;
mod names;
mod new_entries;
mod phrase_cells;
mod read_csv;
mod read_xlsx;
mod rows;
mod template;
mod time_cells;
mod words;

pub use fault::{SheetFault, SheetFaults};
pub use import::{ImportError, Imported, SheetFormat, import};
pub use template::{template_csv, template_xlsx};
