//! What the Coverage screen shows of each theme and area.

pub use crate::domain::coverage::{ThemeCoverage, coverage, themes};
