//! Gathering faults, and turning bytes of a file into lines and columns.

use super::diagnostic::{Diagnostic, Faults, Position};
use super::fault::{self, Fault};
use super::source::{Content, SourceFile};
use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A range of bytes in one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceSpan {
    /// The index of the file.
    pub file: usize,
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl SourceSpan {
    /// Makes a span of the bytes that the parser names.
    pub fn new(file: usize, bytes: Range<usize>) -> Self {
        Self { file, start: bytes.start, end: bytes.end }
    }

    fn begins_in(self, other: Self) -> bool {
        self.file == other.file && other.start <= self.start && self.start < other.end
    }
}

/// A file as text: empty where it cannot be read, and with replacement characters where it is not UTF-8.
struct SourceText {
    root: PathBuf,
    path: PathBuf,
    text: Cow<'static, str>,
    trouble: Option<Trouble>,
}

/// What keeps a file from being text.
enum Trouble {
    Unreadable(Fault),
    /// From this byte on.
    NotUtf8(usize),
}

impl From<SourceFile> for SourceText {
    fn from(file: SourceFile) -> Self {
        let (text, trouble) = match file.content {
            Content::Unreadable(why) => (Cow::Borrowed(""), Some(Trouble::Unreadable(Fault::new(why)))),
            Content::Bytes(bytes) => {
                let error = std::str::from_utf8(&bytes).err();
                // Files that are compiled in are borrowed and not copied.
                let text = match bytes {
                    Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
                    Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
                };
                (text, error.map(|error| Trouble::NotUtf8(error.valid_up_to())))
            }
        };
        Self { root: file.root, path: file.path, text, trouble }
    }
}

/// Holds the text of all files, and takes in their faults. All readers share it, hence the cells.
pub struct Sink {
    sources: Vec<SourceText>,
    diagnostics: RefCell<Vec<Diagnostic>>,
    broken: RefCell<Vec<SourceSpan>>,
}

impl Sink {
    /// Takes the files, and the faults of those that are not text.
    pub fn new(files: Vec<SourceFile>) -> Self {
        let sources = files.into_iter().map(SourceText::from).collect();
        let sink = Self { sources, diagnostics: RefCell::default(), broken: RefCell::default() };
        for (file, source) in sink.sources.iter().enumerate() {
            match &source.trouble {
                Some(Trouble::Unreadable(fault)) => sink.add(None, file, fault.clone()),
                Some(Trouble::NotUtf8(byte)) => {
                    let end = byte + char::REPLACEMENT_CHARACTER.len_utf8();
                    sink.report(SourceSpan { file, start: *byte, end }, fault::not_utf8(*byte));
                    // The file is still read, since others may refer to its ids. But its other faults may only come
                    // from the replaced bytes.
                    sink.broken.borrow_mut().push(SourceSpan { file, start: 0, end: source.text.len() });
                }
                None => {}
            }
        }
        sink
    }

    /// Returns the indices of all files.
    pub fn files(&self) -> Range<usize> {
        0..self.sources.len()
    }

    /// Returns whether the file is readable UTF-8.
    pub fn is_text(&self, file: usize) -> bool {
        self.sources.get(file).is_some_and(|source| source.trouble.is_none())
    }

    /// Returns the text of a file.
    pub fn text(&self, file: usize) -> &str {
        self.sources.get(file).map(|source| source.text.as_ref()).unwrap_or_default()
    }

    /// Returns the path of a file, as it is shown in faults.
    pub fn path(&self, file: usize) -> &Path {
        self.sources.get(file).map_or(Path::new(""), |source| &source.path)
    }

    /// Returns the folder that was asked for when the file was found.
    pub fn root(&self, file: usize) -> Option<&Path> {
        self.sources.get(file).map(|source| source.root.as_path())
    }

    /// Takes in a fault, unless a fault of syntax in the same entry may be its cause.
    pub fn report(&self, span: SourceSpan, fault: Fault) {
        if !self.broken.borrow().iter().any(|broken| span.begins_in(*broken)) {
            self.add(Some(span), span.file, fault);
        }
    }

    /// Takes in a fault of syntax. The parser guesses how the entry goes on, so no other fault of it is reported.
    pub fn report_syntax(&self, span: SourceSpan, fault: Fault) {
        self.add(Some(span), span.file, fault);
        let text = self.text(span.file);
        let (mut start, mut end, mut at) = (0, text.len(), 0);
        for line in text.split_inclusive('\n') {
            // `[[deck.slide]]` belongs to the entry above it.
            let opens = line.starts_with('[') && !line.contains('.');
            if opens && at <= span.start {
                start = at;
            } else if opens && end == text.len() {
                end = at;
            }
            at += line.len();
        }
        self.broken.borrow_mut().push(SourceSpan { file: span.file, start, end: end.max(span.start + 1) });
    }

    fn add(&self, span: Option<SourceSpan>, file: usize, fault: Fault) {
        let path = self.path(file).to_owned();
        let (position, found, line, marked) = match span {
            Some(span) => {
                let (position, line, marked) = self.locate(span);
                let found = line.get(marked.clone()).unwrap_or_default().to_owned();
                (Some(position), found, line, marked)
            }
            None => (None, String::new(), String::new(), 0..0),
        };
        let Fault { message, help } = fault;
        self.diagnostics.borrow_mut().push(Diagnostic { path, position, message, found, help, line, marked });
    }

    /// Returns the line and column where a span begins, the text of that line, and the part of it in the span.
    fn locate(&self, span: SourceSpan) -> (Position, String, Range<usize>) {
        let text = self.text(span.file);
        let before = text.get(..span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let start = (before.len() - line_start).min(line.len());
        let end = span.end.saturating_sub(line_start).clamp(start, line.len());
        (Position { line: before.matches('\n').count() + 1, column }, line.to_owned(), start..end)
    }

    /// Returns the position at which a span begins, and its line, for a fault that can only be found after loading.
    pub fn line_of(&self, span: SourceSpan) -> (Position, String) {
        let (position, line, _) = self.locate(span);
        (position, line)
    }

    /// Returns `path:line` of a span, for the fault of another.
    pub fn whereabouts(&self, span: SourceSpan) -> String {
        format!("{}:{}", self.path(span.file).display(), self.locate(span).0.line)
    }

    /// Takes out all faults; `None` where there are none.
    pub fn take_faults(&self) -> Option<Faults> {
        Faults::of(self.diagnostics.take())
    }
}
