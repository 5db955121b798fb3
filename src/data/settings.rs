//! One file that belongs to no pack: its faults are told like those of data.

use super::diagnostic::Faults;
use super::files::SourceFile;
use super::reader::Reader;
use super::register::parse;
use super::sink::{Sink, Source};

/// What `read` makes of a file's table. Keys that it does not ask for are faults.
///
/// # Errors
/// All faults of the file.
pub fn read_settings<T>(file: SourceFile, read: impl FnOnce(&Reader<'_>) -> T) -> Result<T, Faults> {
    let sources = [Source::from(file)];
    let sink = Sink::new(&sources);
    let documents = parse(&sink);
    let settings = documents.first().map(|document| document.entry().read(&sink, read));
    match (sink.take_faults(), settings) {
        (None, Some(settings)) => Ok(settings),
        (faults, _) => Err(faults.unwrap_or_else(Faults::of_the_program)),
    }
}
