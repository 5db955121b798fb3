//! Reading TOML files so that all faults of all files are reported at once, each with its place and what would be right.
//!
//! Nothing here knows what the files are about, or where they are; packs of data and the file of settings are read with it. The text of a
//! [`SourceFile`] is parsed into a `ParsedFile`, whose tables are read through a `Reader`. Whatever is missing,
//! unknown or of the wrong type goes into the `Sink`, and reading goes on; at the end the sink gives the [`Faults`].

mod diagnostic;
mod document;
pub(crate) mod fault;
mod reader;
mod sink;
mod source;

pub use diagnostic::{Diagnostic, Faults, Position};
pub use source::{Content, SourceFile};

pub(crate) use document::{ParsedFile, check_file, parse};
pub(crate) use fault::Fault;
pub(crate) use reader::{Reader, TomlTable, TomlValue};
pub(crate) use sink::{Sink, SourceSpan};
