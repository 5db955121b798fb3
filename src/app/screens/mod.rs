//! What each screen holds and shows, as far as it needs nothing of the others.

pub mod compare;
pub mod coverage;
pub mod list;
pub mod outline;
pub mod reader;
