//! Loading data: from the TOML files of packs to a checked [`Dataset`].
//!
//! `data/README.md` describes what the files hold. A file is parsed into a table in which everything knows where it
//! stands; from there one thing follows another:
//!
//! 1. `register` collects the entries of all files and gives every id its key, so that neither the order of files nor
//!    that of entries matters to a reference;
//! 2. `catalogue`, `article`, `observation` and `deck` read each entry into a draft whose fields are there as far as they are
//!    good, and report whatever is not;
//! 3. `links` checks what lies between things: parts and wholes, initiatives and their figures, denominators;
//! 4. only where nothing was reported do the drafts become a dataset.
//!
//! So all faults of all files come at once, each with its place and what would be right.

mod article;
mod catalogue;
mod citation;
mod deck;
mod diagnostic;
mod digest;
mod digits;
mod draft;
pub mod edit;
mod fault;
mod files;
mod links;
mod numeral;
mod observation;
mod period;
mod printed;
mod reader;
mod register;
mod settings;
mod sink;
mod telling;

pub use diagnostic::{Diagnostic, Faults, Position};
pub(crate) use fault::Fault;
pub(crate) use files::read_one;
pub use files::{Content, SourceFile, io_words, not_a_file, read_folder};
pub(crate) use reader::{Reader, Value};
pub(crate) use settings::read_settings;

use crate::domain::Dataset;
use sink::{Sink, Source};
use std::path::Path;

/// The packs that are compiled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Builtin {
    /// `reports` and `published`.
    #[default]
    All,
    /// Only `reports`: the articles read in full.
    Reports,
    /// None.
    None,
}

/// The pack folder, the path shown in faults, and the text of every file that is compiled in.
const COMPILED: &[(&str, &str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The files of the packs that are compiled in: those of `reports` first, each pack's sorted by path.
#[must_use]
pub fn builtin(which: Builtin) -> Vec<SourceFile> {
    let wanted = |root: &str| match which {
        Builtin::All => true,
        Builtin::Reports => root == "data/reports",
        Builtin::None => false,
    };
    let chosen = COMPILED.iter().filter(|(root, ..)| wanted(root));
    chosen.map(|(root, path, text)| SourceFile::new(root, path, *text)).collect()
}

/// Whether a file of this path, as it is shown in faults, is one that is compiled in.
#[must_use]
pub fn is_compiled_in(path: &Path) -> bool {
    COMPILED.iter().any(|(_, compiled, _)| Path::new(compiled) == path)
}

/// Checks the files and makes them a dataset. Areas, themes and other things come in the order of the files.
///
/// # Errors
/// All faults of all files, by file, line and column.
pub fn load(files: Vec<SourceFile>) -> Result<Dataset, Faults> {
    let sources: Vec<Source> = files.into_iter().map(Source::from).collect();
    let sink = Sink::new(&sources);
    let documents = register::parse(&sink);
    let register = register::Register::of(&documents, &sink);
    let drafts = draft::Drafts::read(&register, &sink);
    links::check(&drafts, &register, &sink);
    match sink.take_faults() {
        Some(faults) => Err(faults),
        None => drafts.into_dataset(&register).ok_or_else(Faults::of_the_program),
    }
}
