//! Parsing files, and reading a single one.

use super::diagnostic::{Faults, Severity};
use super::reader::{Reader, TomlTable};
use super::recovery::{Recovered, recover};
use super::sink::{Sink, SourceSpan};
use super::source::SourceFile;
use super::syntax::parse_toml;
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
        // What is no text has its fault already.
        let text = if sink.is_text(file) { take_faults(sink, file, text) } else { text };
        ParsedFile { sink, file, table: parse_toml(text).0 }
    };
    sink.files().map(parse).collect()
}

/// Reports the faults of syntax of a file, and returns what can be read of it.
fn take_faults<'a>(sink: &'a Sink, file: usize, text: &'a str) -> &'a str {
    let Recovered { faults, rest, left_out } = recover(text);
    for bytes in left_out {
        sink.leave_out(SourceSpan::new(file, bytes));
    }
    for (span, fault) in faults {
        sink.report_syntax(SourceSpan::new(file, span), fault);
    }
    rest.map_or(text, |rest| sink.keep_rest(file, rest))
}

/// Returns the string of a key in a table of a text, whatever faults the text has.
pub fn string_at(text: &str, [table, key]: [&str; 2]) -> Option<String> {
    let (document, _) = parse_toml(text);
    let table = document.get(table)?.get_ref().as_table()?;
    table.get(key)?.get_ref().as_str().map(str::to_owned)
}

/// Reads one file that belongs to no pack. Keys that `read` does not ask for are faults.
///
/// # Errors
/// All faults of the file.
pub fn check_file<T>(file: SourceFile, read: impl FnOnce(&Reader<'_>) -> T) -> Result<T, Faults> {
    let sink = Sink::new(vec![file], Severity::Warning);
    let parsed = parse(&sink);
    let result = parsed.first().map(|file| file.table().read(read));
    match (sink.take_faults(), result) {
        (None, Some(result)) => Ok(result),
        (faults, _) => Err(faults.unwrap_or_else(Faults::of_the_program)),
    }
}
