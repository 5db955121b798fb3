//! The tables of the data for other programs: what each column holds is told with it, in both languages.
//!
//! CSV, tab-separated text, data packages, SDMX and workbooks are all written from these tables.

mod areas;
mod articles;
mod cells;
mod dictionary;
mod figures;
mod indicators;
mod other_sources;
mod packs;
mod pairs;
mod record_set;
mod record_table;
mod themes;
mod values;

use super::content::ExportContent;

pub(super) use cells::comparison_cells;
pub(super) use dictionary::{DICTIONARY_COLUMNS, dictionary};
pub(super) use pairs::versions;
pub use record_set::RecordSet;
pub(super) use record_table::{RecordField, RecordKind, RecordReference, RecordTable, terms};
pub(super) use values::number;

/// Makes a table of what is exported.
pub(super) fn table(set: RecordSet, content: &ExportContent) -> RecordTable {
    match set {
        RecordSet::Figures => figures::table(content),
        RecordSet::OtherSources => other_sources::table(content),
        RecordSet::Indicators => indicators::table(content),
        RecordSet::Areas => areas::table(content),
        RecordSet::Articles => articles::table(content),
        RecordSet::Themes => themes::table(content),
        RecordSet::Packs => packs::table(content),
        RecordSet::Comparison => cells::table(content),
        RecordSet::Pairs => pairs::table(content),
    }
}
