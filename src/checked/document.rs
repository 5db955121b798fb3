//! Parsing files, and reading a single one.

use super::diagnostic::{Faults, Severity};
use super::reader::{Reader, TomlTable};
use super::recovery::{PlacedFaults, Recovered, recover};
use super::sink::{Sink, SourceSpan};
use super::source::SourceFile;
use super::syntax::parse_toml;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use toml::de::DeTable;

/// From so many bytes on, files are parsed on several threads.
const MANY: usize = 1 << 20;
/// How many threads those are. How many processors there are is told by files of the system, which are nobody's to open here.
const THREADS: usize = 4;

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
pub fn parse<'a>(sink: &'a Sink) -> Vec<ParsedFile<'a>> {
    let text = |file| if sink.is_original(file) { "" } else { sink.text(file) };
    let texts: Vec<&'a str> = sink.files().map(text).collect();
    let parsed = parse_all(&texts).into_iter().zip(texts).zip(sink.files());
    let read = |((parsed, text), file): ((Parsed<'a>, &'a str), usize)| {
        let (table, faults) = parsed;
        // What is no text has its fault already.
        let is_whole = faults.is_empty() || !sink.is_text(file);
        let table = if is_whole { table } else { parse_toml(take_faults(sink, file, (text, faults))).0 };
        ParsedFile { sink, file, table }
    };
    parsed.map(read).collect()
}

/// What a parser takes a text for, and where it finds faults of syntax.
type Parsed<'a> = (DeTable<'a>, PlacedFaults);

/// Parses texts, many of them on several processors: that is most of the work of reading large data. Where the system gives no
/// more threads, this one does it all.
fn parse_all<'a>(texts: &[&'a str]) -> Vec<Parsed<'a>> {
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    if bytes < MANY {
        return texts.iter().map(|text| parse_toml(text)).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let claim = || Some(next.fetch_add(1, Ordering::Relaxed));
        let texts = std::iter::from_fn(claim).map_while(|at| Some((at, *texts.get(at)?)));
        texts.map(|(at, text)| (at, parse_toml(text))).collect::<Vec<_>>()
    };
    let parsed: Vec<(usize, Parsed)> = thread::scope(|scope| {
        let help = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let helpers: Vec<_> = (1..THREADS.min(texts.len())).map_while(help).collect();
        let own = work();
        let joined = helpers.into_iter().map(thread::ScopedJoinHandle::join);
        let of_helpers = joined.flat_map(|parsed| parsed.unwrap_or_else(|panic| resume_unwind(panic)));
        own.into_iter().chain(of_helpers).collect()
    });
    let mut in_order: Vec<Parsed> = texts.iter().map(|_| Parsed::default()).collect();
    for (at, parsed) in parsed {
        in_order[at] = parsed;
    }
    in_order
}

/// Reports the faults of syntax of a file, and returns what can be read of it.
fn take_faults<'a>(sink: &'a Sink, file: usize, (text, faults): (&'a str, PlacedFaults)) -> &'a str {
    let Recovered { faults, rest, left_out } = recover(text, faults);
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
