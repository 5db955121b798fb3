//! Figures from a spreadsheet: CSV and XLSX files, and the template that they are made from.
//!
//! - `grid` holds what stands in the cells; `read_csv` and `read_xlsx` read it, within limits of size.
//! - `columns` says which columns there are, with their headings in both languages.
//! - `rows` writes each row as the entry of a pack, and remembers which cell each line came from; so all that is checked of
//!   data is checked of a spreadsheet, and every fault is told at its cell.
//! - `import` puts this together, and returns what is new; writing is the business of the user's pack.
//! - `template` writes an empty spreadsheet with all headings, and the indicators with their definitions.
//!
//! Workbooks need the feature `xlsx`; without it `without_workbooks` says so.

mod cell_words;
mod columns;
mod fault;
mod grid;
mod headings;
mod held_figures;
mod import;
mod names;
mod new_entries;
mod phrase_cells;
mod read_csv;
#[cfg(feature = "xlsx")]
mod read_xlsx;
mod rows;
#[cfg(feature = "xlsx")]
mod template;
mod template_csv;
mod time_cells;
#[cfg(not(feature = "xlsx"))]
mod without_workbooks;
mod words;

pub use fault::{SheetFault, SheetFaults};
pub use held_figures::ChangedFigure;
pub use import::{ImportError, Imported, SheetFormat, import};
#[cfg(feature = "xlsx")]
pub use template::template_xlsx;
pub use template_csv::template_csv;
#[cfg(not(feature = "xlsx"))]
pub use without_workbooks::template_xlsx;
