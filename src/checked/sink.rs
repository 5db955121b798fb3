//! Gathering faults, and turning bytes of a file into lines and columns.

use super::diagnostic::{Diagnostic, Faults, Position, Severity, sort};
use super::fault::{self, Fault};
use super::line_index::{LineIndex, Quote};
use super::source::{Author, Content, SourceFile};
use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
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
}

/// A file as text: empty where it cannot be read, and with replacement characters where it is not UTF-8.
struct SourceText {
    root: PathBuf,
    /// How high its folder lies over the others.
    layer: usize,
    path: PathBuf,
    text: Cow<'static, str>,
    author: Author,
    trouble: Option<Trouble>,
    /// Made for the first fault: most files have none.
    index: OnceCell<LineIndex>,
    /// The ends of the entries with a fault of syntax, by their first bytes.
    broken: RefCell<BTreeMap<usize, usize>>,
    /// What can be read of a text with faults of syntax.
    rest: OnceCell<String>,
}

impl SourceText {
    fn index(&self) -> &LineIndex {
        self.index.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Returns whether a byte stands in an entry with a fault of syntax.
    fn is_broken_at(&self, byte: usize) -> bool {
        let broken = self.broken.borrow();
        broken.range(..=byte).next_back().is_some_and(|(_, end)| byte < *end)
    }
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
            Content::Unreadable(why) => (Cow::Borrowed(""), Some(Trouble::Unreadable(Fault::new("unreadable", why)))),
            // It is borrowed and not copied.
            Content::CompiledIn { number, text } => (Cow::Borrowed(text(number)), None),
            Content::Bytes(bytes) => {
                let error = std::str::from_utf8(&bytes).err();
                let text = match bytes {
                    Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
                    Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
                };
                (text, error.map(|error| Trouble::NotUtf8(error.valid_up_to())))
            }
        };
        let (index, broken, rest) = (OnceCell::new(), RefCell::default(), OnceCell::new());
        Self { root: file.root, layer: 0, path: file.path, text, author: file.author, trouble, index, broken, rest }
    }
}

/// Returns the layer of each file.
fn layers(files: &[SourceFile]) -> Vec<usize> {
    let mut roots: Vec<PathBuf> = Vec::new();
    let mut layer = |file: &SourceFile| {
        if file.is_compiled_in() {
            return 0;
        }
        let known = roots.iter().position(|root| *root == file.root);
        1 + known.unwrap_or_else(|| {
            roots.push(file.root.clone());
            roots.len() - 1
        })
    };
    files.iter().map(&mut layer).collect()
}

/// Holds the text of all files, and takes in their faults. All readers share it, hence the cells.
pub struct Sink {
    sources: Vec<SourceText>,
    diagnostics: RefCell<Vec<Diagnostic>>,
    /// How many faults were counted after so many had been kept.
    left_out: Cell<usize>,
    /// What could not be read of the files, and may hold what others refer to.
    unread: RefCell<Vec<Unread>>,
}

/// What could not be read.
enum Unread {
    /// A file can't be read at all.
    File,
    Bytes(SourceSpan),
}

/// The faults that an entry can have because another could not be read: it refers to that, or takes something from it.
const FOLLOWING: [&str; 2] = ["unknown_id", "unknown_figure"];
const TAKEN_FROM_OTHERS: [&str; 1] = ["no_period"];

/// After so many faults and warnings the others are only counted: nobody reads them, and they take memory.
const MOST_KEPT: usize = 10_000;

impl Sink {
    /// Takes the files, and the faults of those that are not text. Where the originals of articles can't be read, that is told
    /// with the severity that is given: without them everything else can be used.
    pub fn new(files: Vec<SourceFile>, of_originals: Severity) -> Self {
        let layers = layers(&files);
        let mut sources: Vec<SourceText> = files.into_iter().map(SourceText::from).collect();
        for (source, layer) in sources.iter_mut().zip(layers) {
            source.layer = layer;
        }
        let sink =
            Self { sources, diagnostics: RefCell::default(), left_out: Cell::new(0), unread: RefCell::default() };
        for (file, source) in sink.sources.iter().enumerate() {
            match &source.trouble {
                Some(Trouble::Unreadable(fault)) if sink.is_original(file) => {
                    sink.add(None, file, fault.clone(), of_originals);
                }
                Some(Trouble::NotUtf8(byte)) if sink.is_original(file) && of_originals == Severity::Warning => {
                    let end = byte + char::REPLACEMENT_CHARACTER.len_utf8();
                    sink.warn(SourceSpan { file, start: *byte, end }, fault::not_utf8(*byte));
                }
                Some(Trouble::Unreadable(fault)) => {
                    sink.add(None, file, fault.clone(), Severity::Fault);
                    sink.unread.borrow_mut().push(Unread::File);
                }
                Some(Trouble::NotUtf8(byte)) => {
                    let end = byte + char::REPLACEMENT_CHARACTER.len_utf8();
                    sink.report(SourceSpan { file, start: *byte, end }, fault::not_utf8(*byte));
                    // The file is still read, since others may refer to its ids. But its other faults may only come
                    // from the replaced bytes.
                    source.broken.borrow_mut().insert(0, source.text.len());
                    sink.unread.borrow_mut().push(Unread::File);
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

    /// Returns whose words a file holds.
    pub fn author(&self, file: usize) -> Author {
        self.sources.get(file).map_or(Author::Pack, |source| source.author)
    }

    /// Returns whether the file is the text of an article, and no TOML: `originals/ARTICLE.txt`.
    pub fn is_original(&self, file: usize) -> bool {
        let path = self.path(file);
        let folder = path.parent().and_then(Path::file_name);
        folder.is_some_and(|name| name == "originals") && path.extension().is_some_and(|extension| extension == "txt")
    }

    /// Returns the folder that was asked for when the file was found.
    pub fn root(&self, file: usize) -> Option<&Path> {
        self.sources.get(file).map(|source| source.root.as_path())
    }

    /// Returns how high the folder of a file lies over the others: what is compiled in lies lowest, and of the folders the one
    /// that was named last lies highest.
    pub fn layer(&self, file: usize) -> usize {
        self.sources.get(file).map_or(0, |source| source.layer)
    }

    /// Takes in a fault, unless a fault of syntax in the same entry may be its cause.
    pub fn report(&self, span: SourceSpan, fault: Fault) {
        self.add_unless_broken(span, fault, Severity::Fault);
    }

    /// Takes in something that may be right and should be looked at, unless a fault of syntax may be its cause.
    pub fn warn(&self, span: SourceSpan, words: Fault) {
        self.add_unless_broken(span, words, Severity::Warning);
    }

    fn add_unless_broken(&self, span: SourceSpan, fault: Fault, severity: Severity) {
        let is_broken = self.sources.get(span.file).is_some_and(|source| source.is_broken_at(span.start));
        if !is_broken && !self.follows(span, &fault) {
            self.add(Some(span), span.file, fault, severity);
        }
    }

    /// Takes in a fault of syntax. The parser guesses how the entry goes on, so no other fault of it is reported.
    pub fn report_syntax(&self, span: SourceSpan, fault: Fault) {
        self.add(Some(span), span.file, fault, Severity::Fault);
        self.mark_broken(span);
    }

    /// Takes in that some bytes could not be read.
    pub fn leave_out(&self, span: SourceSpan) {
        self.mark_broken(span);
        self.unread.borrow_mut().push(Unread::Bytes(span));
    }

    /// Marks the entries that some bytes stand in as broken.
    fn mark_broken(&self, span: SourceSpan) {
        let Some(source) = self.sources.get(span.file) else { return };
        let entry = |byte| source.index().entry(&source.text, byte);
        let (first, last) = (entry(span.start), entry(span.end.saturating_sub(1).max(span.start)));
        let (mut broken, end) = (source.broken.borrow_mut(), last.end.max(span.start + 1));
        let held = broken.entry(first.start).or_insert(end);
        *held = end.max(*held);
    }

    /// Keeps what can be read of a file, for as long as the file.
    pub fn keep_rest(&self, file: usize, rest: String) -> &str {
        self.sources.get(file).map(|source| source.rest.get_or_init(|| rest).as_str()).unwrap_or_default()
    }

    /// Returns whether a fault may only follow from what could not be read elsewhere.
    fn follows(&self, span: SourceSpan, fault: &Fault) -> bool {
        let unread = self.unread.borrow();
        if unread.is_empty() {
            return false;
        }
        if TAKEN_FROM_OTHERS.contains(&fault.code) {
            return true;
        }
        let named = self.text(span.file).get(span.start..span.end).unwrap_or_default();
        let named = named.trim_matches(|character: char| !character.is_alphanumeric());
        let may_hold = |unread: &Unread| match unread {
            Unread::File => true,
            Unread::Bytes(bytes) => {
                self.text(bytes.file).get(bytes.start..bytes.end).is_some_and(|text| text.contains(named))
            }
        };
        FOLLOWING.contains(&fault.code) && unread.iter().any(may_hold)
    }

    fn add(&self, span: Option<SourceSpan>, file: usize, fault: Fault, severity: Severity) {
        if self.diagnostics.borrow().len() >= MOST_KEPT {
            if severity == Severity::Fault {
                self.left_out.set(self.left_out.get() + 1);
            }
            return;
        }
        let path = self.path(file).to_owned();
        let (position, end, Quote { cut, text: line, marked }) = match span {
            Some(span) => {
                let (position, quote) = self.locate(span);
                (Some(position), Some(self.locate(SourceSpan { start: span.end, ..span }).0), quote)
            }
            None => (None, None, Quote { cut: 0, text: String::new(), marked: 0..0 }),
        };
        let found = line.get(marked.clone()).unwrap_or_default().to_owned();
        let Fault { code, message, help } = fault;
        self.diagnostics.borrow_mut().push(Diagnostic {
            severity,
            code,
            path,
            position,
            end,
            message,
            found,
            help,
            line,
            cut,
            marked,
        });
    }

    /// Returns the line and column where a span begins, and the line with the part of it in the span.
    fn locate(&self, span: SourceSpan) -> (Position, Quote) {
        let Some(source) = self.sources.get(span.file) else {
            return (Position { line: 1, column: 1 }, Quote { cut: 0, text: String::new(), marked: 0..0 });
        };
        let start = span.start.min(source.text.len());
        let (index, text) = (source.index(), source.text.as_ref());
        (index.position(text, start), index.quote(text, start..span.end))
    }

    /// Returns the position at which a span begins, and its line, for a fault that can only be found after loading. Of a very
    /// long line that is only a piece; the number says how many characters stand before it.
    pub fn line_of(&self, span: SourceSpan) -> (Position, String, usize) {
        let (position, Quote { cut, text, .. }) = self.locate(span);
        (position, text, cut)
    }

    /// Returns `path:line` of a span, for the fault of another.
    pub fn whereabouts(&self, span: SourceSpan) -> String {
        format!("{}:{}", self.path(span.file).display(), self.line(span))
    }

    fn line(&self, span: SourceSpan) -> usize {
        self.sources.get(span.file).map_or(1, |source| source.index().position(&source.text, span.start).line)
    }

    /// Takes out all faults; `None` where there are none.
    pub fn take_faults(&self) -> Option<Faults> {
        Some(Faults::of(self.take(Severity::Fault))?.with_left_out(self.left_out.take()))
    }

    /// Takes out what should be looked at, by file, line and column.
    pub fn take_warnings(&self) -> Vec<Diagnostic> {
        let mut warnings = self.take(Severity::Warning);
        sort(&mut warnings);
        warnings
    }

    fn take(&self, severity: Severity) -> Vec<Diagnostic> {
        let (taken, left) = self.diagnostics.take().into_iter().partition(|one| one.severity == severity);
        self.diagnostics.replace(left);
        taken
    }
}
