//! Reads TOML files so that all faults of all files are reported at once, each with its place and a hint of what would
//! be right.
//!
//! The module does not know the content or the location of the files: both data and settings are read with it. The text
//! of a [`SourceFile`] is parsed into a `ParsedFile`, whose tables are read through a `Reader`. Missing, unknown and
//! mistyped values go into the `Sink`, and reading goes on. At the end the sink returns the [`Faults`].

mod bare_value;
mod diagnostic;
mod document;
pub(crate) mod fault;
mod line_index;
mod reader;
mod recovery;
mod sink;
mod source;
mod statements;
mod syntax;

pub use diagnostic::{Diagnostic, Faults, Position, Severity};
pub use source::{Author, Content, SourceFile};

pub(crate) use document::{ParsedFile, check_file, parse, string_at};
pub(crate) use fault::Fault;
pub(crate) use reader::{Languages, Reader, TomlTable, TomlValue};
pub(crate) use sink::{Sink, SourceSpan};
