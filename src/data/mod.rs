//! Loading data: from the TOML files of packs to a checked [`Library`].
//!
//! `data/README.md` describes what the files hold. After they are parsed, one step follows another:
//!
//! 1. `entries` collects the entries of all files and gives every id its key, so references do not depend on the order;
//! 2. `entities`, `article`, `observation`, `initiative` and `deck` read each entry into a draft of its sound parts,
//!    and report the rest;
//! 3. `cross_checks` checks what concerns several entries: parts and wholes, absences, denominators, dates; `check` also
//!    looks for what may be wrong and need not be;
//! 4. `build` makes a library of the drafts, unless a fault was reported.
//!
//! So all faults of all files are reported at once. What is compiled in was checked when the program was made, and is held
//! `encoded`: where nothing else is in force, nothing of this is done.

mod article;
mod build;
mod compiled_in;
mod context;
mod cross_checks;
mod deck;
mod denominators;
mod drafts;
mod edit_lock;
mod encoded;
mod entities;
mod entries;
mod fault;
mod files;
mod ids;
mod initiative;
mod kept;
mod known_names;
mod layers;
mod literal_numbers;
mod new_file;
mod observation;
mod one_language;
pub mod originals;
mod origins;
mod period;
mod phrase_check;
mod phrase_fault;
mod printed_value;
mod regular_file;
mod rich_text;
mod sentence;
mod source;
mod system_words;
mod value_fault;
mod write;

pub use compiled_in::{BUILTIN_HASH, Builtin, builtin, is_compiled_in};
pub use deck::fault_at;
pub use edit_lock::EditLock;
pub use encoded::{decode, encode};
pub use files::{not_a_file, read_file, read_folder, read_usual_folder};
pub use new_file::{Overwrite, write_bytes, write_folder};
pub use origins::{EntryKind, EntryOrigin, EntryPlace, Origins};
pub use regular_file::{NotRead, read_regular, read_standard_input};
pub use system_words::io_words;
pub use write::{write_at_once, write_file, write_under_lock};

use crate::checked::{Diagnostic, Faults, Severity, Sink, SourceFile, parse};
use crate::deck::Library;
use cross_checks::Thoroughness;
use std::path::Path;

/// What a check of files finds.
#[derive(Debug)]
pub struct Checked {
    /// The library of data and decks, or all faults of all files, by file, line and column.
    pub library: Result<Library, Faults>,
    /// What may be right and should be looked at.
    pub warnings: Vec<Diagnostic>,
}

/// Checks the files and builds the library of data and decks. Areas, themes and other things come in the order of the files.
///
/// # Errors
/// All faults of all files, by file, line and column.
pub fn load(files: Vec<SourceFile>) -> Result<Library, Faults> {
    compiled_in::ready_made(&files).map_or_else(|| read(files, Thoroughness::Load).library, Ok)
}

/// Loads the files as [`load`] does, or takes the library that was made of the same files before and kept in `folder`.
///
/// # Errors
/// All faults of all files, by file, line and column.
pub fn load_kept(files: Vec<SourceFile>, folder: Option<&Path>) -> Result<Library, Faults> {
    kept::kept_or_loaded(files, folder, load)
}

/// Checks the files as [`load`] does, and more closely: finds dates that can't be right, and looks for what may be wrong.
#[must_use]
pub fn check(files: Vec<SourceFile>) -> Checked {
    read(files, Thoroughness::Check)
}

fn read(files: Vec<SourceFile>, thoroughness: Thoroughness) -> Checked {
    // Without an original the figures of an article are as good as with it; who checks is told.
    let of_originals = match thoroughness {
        Thoroughness::Load => Severity::Warning,
        Thoroughness::Check => Severity::Fault,
    };
    let sink = Sink::new(files, of_originals);
    let parsed = parse(&sink);
    let entries = entries::PackEntries::collect(&parsed, &sink);
    let drafts = build::read(&entries);
    cross_checks::check(&drafts, &entries, &sink, thoroughness);
    let originals = originals::attach(&sink, &entries);
    let warnings = sink.take_warnings();
    let library = match sink.take_faults() {
        Some(faults) => Err(faults),
        None => build::build(drafts, &entries, originals).ok_or_else(Faults::of_the_program),
    };
    Checked { library, warnings }
}
