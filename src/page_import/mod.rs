//! What a page becomes in the user's pack: an original, the record of how it was cleaned, and the stub of an article.
//!
//! - `plan` decides which article the page belongs to, and makes the files.
//! - `record`, `stub` and `candidates` write them as TOML.
//! - `write` writes all of them or none.

mod candidates;
mod plan;
mod quoted;
mod record;
mod stub;
mod write;

pub use candidates::candidates_toml;
pub use plan::{Attachment, ImportFault, ImportPlan, ImportRequest, PlannedFile, plan};
pub use write::{WriteRefusal, existing, write};
