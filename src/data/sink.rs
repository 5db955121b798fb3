//! Where faults gather, and how a place in a file becomes a line and a column.

use super::diagnostic::{Diagnostic, Faults, Position};
use super::fault::{self, Fault};
use super::files::{Content, SourceFile};
use crate::deck::Origin;
use std::borrow::Cow;
use std::cell::RefCell;
use std::path::PathBuf;

/// Some bytes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The place of the file among the files.
    pub file: usize,
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Place {
    fn lies_in(self, other: Self) -> bool {
        self.file == other.file && other.start <= self.start && self.start < other.end
    }
}

/// A file's text: empty where the file can't be read, and with replacement characters where it is not UTF-8.
pub(super) struct Source {
    pub root: PathBuf,
    pub path: PathBuf,
    pub text: Cow<'static, str>,
    trouble: Option<Trouble>,
}

enum Trouble {
    Unreadable(Fault),
    /// From this byte on.
    NotUtf8(usize),
}

impl From<SourceFile> for Source {
    fn from(file: SourceFile) -> Self {
        let (text, trouble) = match file.content {
            Content::Unreadable(why) => (Cow::Borrowed(""), Some(Trouble::Unreadable(Fault::plain(why)))),
            Content::Bytes(bytes) => match (std::str::from_utf8(&bytes).map_err(|error| error.valid_up_to()), &bytes) {
                (Err(byte), _) => {
                    let lossy = String::from_utf8_lossy(&bytes).into_owned();
                    (Cow::Owned(lossy), Some(Trouble::NotUtf8(byte)))
                }
                (Ok(_), Cow::Borrowed(bytes)) => (String::from_utf8_lossy(bytes), None),
                (Ok(text), Cow::Owned(_)) => (Cow::Owned(text.to_owned()), None),
            },
        };
        Self { root: file.root, path: file.path, text, trouble }
    }
}

/// Takes in faults while the files are read. It is shared by all readers, hence the cells.
pub(super) struct Sink<'a> {
    pub sources: &'a [Source],
    found: RefCell<Vec<Diagnostic>>,
    broken: RefCell<Vec<Place>>,
}

impl<'a> Sink<'a> {
    /// Begins with the faults of files that are not text.
    pub fn new(sources: &'a [Source]) -> Self {
        let sink = Self { sources, found: RefCell::default(), broken: RefCell::default() };
        for (file, source) in sources.iter().enumerate() {
            match &source.trouble {
                Some(Trouble::Unreadable(fault)) => sink.add(None, file, fault.clone()),
                Some(Trouble::NotUtf8(byte)) => {
                    let end = byte + char::REPLACEMENT_CHARACTER.len_utf8();
                    sink.report(Place { file, start: *byte, end }, fault::not_utf8(*byte));
                    // It is read all the same, since other files may refer to its ids; but its other faults may be
                    // this one's.
                    sink.broken.borrow_mut().push(Place { file, start: 0, end: source.text.len() });
                }
                None => {}
            }
        }
        sink
    }

    /// Whether the file could be read as it is.
    pub fn is_sound(&self, file: usize) -> bool {
        self.sources.get(file).is_some_and(|source| source.trouble.is_none())
    }

    /// Takes in a fault, unless its entry is broken by a fault of syntax that may be its cause.
    pub fn report(&self, place: Place, fault: Fault) {
        if !self.broken.borrow().iter().any(|broken| place.lies_in(*broken)) {
            self.add(Some(place), place.file, fault);
        }
    }

    /// Takes in a fault of syntax. What else is found in the same entry is not reported: the parser has guessed there.
    pub fn report_syntax(&self, place: Place, fault: Fault) {
        self.add(Some(place), place.file, fault);
        let text = self.text(place.file);
        let (mut start, mut end, mut at) = (0, text.len(), 0);
        for line in text.split_inclusive('\n') {
            let opens = line.starts_with('[') && !line.contains('.');
            if opens && at <= place.start {
                start = at;
            } else if opens && end == text.len() {
                end = at;
            }
            at += line.len();
        }
        self.broken.borrow_mut().push(Place { file: place.file, start, end: end.max(place.start + 1) });
    }

    fn add(&self, place: Option<Place>, file: usize, fault: Fault) {
        let path = self.sources.get(file).map(|source| source.path.clone()).unwrap_or_default();
        let (position, found, line, marked) = match place {
            Some(place) => {
                let (position, line, marked) = self.locate(place);
                let found = line.get(marked.clone()).unwrap_or_default().to_owned();
                (Some(position), found, line, marked)
            }
            None => (None, String::new(), String::new(), 0..0),
        };
        let Fault { message, help } = fault;
        self.found.borrow_mut().push(Diagnostic { path, position, message, found, help, line, marked });
    }

    /// Line and column of the first byte of a place; the line itself; and the bytes of it that belong to the place.
    fn locate(&self, place: Place) -> (Position, String, std::ops::Range<usize>) {
        let text = self.text(place.file);
        let before = text.get(..place.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let start = (before.len() - line_start).min(line.len());
        let end = place.end.saturating_sub(line_start).clamp(start, line.len());
        (Position { line: before.matches('\n').count() + 1, column }, line.to_owned(), start..end)
    }

    /// The text of a file.
    pub fn text(&self, file: usize) -> &'a str {
        self.sources.get(file).map(|source| source.text.as_ref()).unwrap_or_default()
    }

    /// Where a place begins, to be told later.
    pub fn origin(&self, place: Place) -> Origin {
        let path = self.sources.get(place.file).map(|source| source.path.clone()).unwrap_or_default();
        let (Position { line, column }, text, _) = self.locate(place);
        Origin { path, line, column, text }
    }

    /// `path:line` of a place, for telling of it in the fault of another.
    pub fn whereabouts(&self, place: Place) -> String {
        let path = self.sources.get(place.file).map(|source| source.path.display().to_string()).unwrap_or_default();
        format!("{path}:{}", self.locate(place).0.line)
    }

    /// All faults; `None` where there are none.
    pub fn take_faults(&self) -> Option<Faults> {
        let found = self.found.take();
        (!found.is_empty()).then(|| Faults::new(found))
    }
}
