//! The content of each screen, as far as it does not depend on the others.

pub mod compare;
pub mod coverage;
pub mod list;
mod original;
pub mod outline;
pub mod reader;
