//! The domain's words in both languages: names, values, periods, reasons, citations.

mod apart;
mod choice;
mod citation;
mod exclusion;
mod figure;
mod labels;
mod measure;
mod order;
mod packs;
mod period;
mod prose;
mod reasons;
mod trend;

pub use apart::ApartRemark;
pub use choice::{counted, figure_name, others_mark};
pub use citation::{CitationStyle, cite, reference};
pub use figure::{amount_with_qualifier, extent, measured_value, observation_value, printed_value, with_unit};
pub use measure::{figure_unit, printed_unit, unit, unit_behind};
pub use packs::{data_in_force, pack_with_version};
pub use period::{period, period_brief, period_range};
pub use prose::worded;
