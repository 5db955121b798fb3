//! Parsing files, and reading a single one.

use super::diagnostic::Faults;
use super::fault;
use super::reader::{Reader, TomlTable};
use super::sink::{Sink, SourceSpan};
use super::source::SourceFile;
use toml::de::DeTable;

/// A file after it was parsed.
pub struct ParsedFile<'a> {
    sink: &'a Sink,
    file: usize,
    table: DeTable<'a>,
}

impl<'a> ParsedFile<'a> {
    /// Returns the table of its top level. What is wrong with it as a whole is reported at the beginning of the file.
    pub fn table(&'a self) -> TomlTable<'a> {
        TomlTable { sink: self.sink, span: SourceSpan { file: self.file, start: 0, end: 0 }, toml: &self.table }
    }
}

/// Parses all files and reports their faults of syntax.
pub fn parse(sink: &Sink) -> Vec<ParsedFile<'_>> {
    let parse = |file| {
        let text = if sink.is_original(file) { "" } else { sink.text(file) };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors.iter().filter(|_| sink.is_text(file)) {
            let span = error.span().unwrap_or_default();
            sink.report_syntax(SourceSpan::new(file, span), fault::syntax(error.message()));
        }
        ParsedFile { sink, file, table: table.into_inner() }
    };
    sink.files().map(parse).collect()
}

/// Reads one file that belongs to no pack. Keys that `read` does not ask for are faults.
///
/// # Errors
/// All faults of the file.
pub fn check_file<T>(file: SourceFile, read: impl FnOnce(&Reader<'_>) -> T) -> Result<T, Faults> {
    let sink = Sink::new(vec![file]);
    let parsed = parse(&sink);
    let result = parsed.first().map(|file| file.table().read(read));
    match (sink.take_faults(), result) {
        (None, Some(result)) => Ok(result),
        (faults, _) => Err(faults.unwrap_or_else(Faults::of_the_program)),
    }
}
