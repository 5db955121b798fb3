//! How the domain is worded, in both languages: names, values, periods, reasons, citations.

mod citation;
mod exclusion;
mod figure;
mod labels;
mod period;
mod reasons;
mod trend;

pub use citation::{Citation, cite, reference};
pub use figure::{amount_with_qualifier, extent, observation_value, unit, with_unit};
pub use period::{period, period_brief, period_range};
