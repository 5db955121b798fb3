//! What is wrong with the data, where, and what would be right.

use crate::text::{Lang, Text};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

/// A line and a column of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    /// `line:column`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub path: PathBuf,
    /// Where in it; `None` where the file as a whole can't be read.
    pub position: Option<Position>,
    pub message: Text,
    /// What stands there, as far as it stands on one line.
    pub found: String,
    /// What would be right.
    pub help: Option<Text>,
    /// The line that it is on.
    pub(super) line: String,
    /// The bytes of that line that are marked.
    pub(super) marked: Range<usize>,
}

impl Diagnostic {
    /// A fault of something that was loaded, found later.
    #[must_use]
    pub fn at(origin: &crate::deck::Origin, message: Text, help: Text) -> Self {
        let position = Some(Position { line: origin.line, column: origin.column });
        let start = origin.text.char_indices().nth(origin.column - 1).map_or(origin.text.len(), |(at, _)| at);
        let found = origin.text.get(start..).unwrap_or_default().trim_end().to_owned();
        let marked = start..start + found.len();
        let (path, line) = (origin.path.clone(), origin.text.clone());
        Self { path, position, message, found, help: Some(help), line, marked }
    }

    /// `path:line:column`, or the path alone.
    #[must_use]
    pub fn place(&self) -> String {
        match self.position {
            Some(position) => format!("{}:{position}", self.path.display()),
            None => self.path.display().to_string(),
        }
    }

    /// The fault as it is printed: what is wrong, the place, the line with carets under what is marked, and what would
    /// be right. Without colours.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        self.render_with(lang, &Renderer::plain())
    }

    /// [`render`](Self::render) with ANSI colours.
    #[must_use]
    pub fn render_coloured(&self, lang: Lang) -> String {
        self.render_with(lang, &Renderer::styled())
    }

    fn mark(&self) -> Range<usize> {
        let marked = self.line.get(self.marked.clone()).unwrap_or_default();
        let length = marked.char_indices().nth(LONGEST_MARK).map_or(marked.len(), |(at, _)| at);
        self.marked.start..self.marked.start + length
    }

    fn render_with(&self, lang: Lang, renderer: &Renderer) -> String {
        let (error, help) = match lang {
            Lang::Zh => ("错误", "提示"),
            Lang::En => ("error", "help"),
        };
        let path = self.path.to_string_lossy();
        let title = Level::ERROR.with_name(error).primary_title(self.message.get(lang));
        let mut group: Group = match self.position {
            Some(position) => title.element(
                Snippet::source(self.line.as_str())
                    .line_start(position.line)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(self.mark())),
            ),
            None => title.element(Origin::path(path)),
        };
        if let Some(text) = &self.help {
            group = group.element(Level::HELP.with_name(help).message(text.get(lang)));
        }
        renderer.render(&[group])
    }
}

/// The longest stretch that is marked, in characters: a long text is shown cut, and so would its marks be.
const LONGEST_MARK: usize = 32;

/// All faults of all files, by file, line and column; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    diagnostics: Vec<Diagnostic>,
}

impl Faults {
    /// Faults that were found after loading; `None` where there are none.
    #[must_use]
    pub fn of(diagnostics: Vec<Diagnostic>) -> Option<Self> {
        (!diagnostics.is_empty()).then(|| Self::new(diagnostics))
    }

    pub(super) fn new(mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|one, other| (&one.path, one.position).cmp(&(&other.path, other.position)));
        Self { diagnostics }
    }

    /// Stands where a dataset can't be made although nothing was found wrong, which should never happen.
    pub(super) fn of_the_program() -> Self {
        let message = Text::new(
            "数据没有查出错误，却无法装载：这是程序的错误",
            "no fault was found in the data, and yet it can't be loaded: this is a fault of the program",
        );
        let (path, found, line) = (PathBuf::from("cppcc"), String::new(), String::new());
        Self { diagnostics: vec![Diagnostic { path, position: None, message, found, help: None, line, marked: 0..0 }] }
    }

    /// The faults.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// All faults as they are printed, with an empty line between them.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        self.diagnostics.iter().map(|diagnostic| diagnostic.render(lang) + "\n").collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Faults {
    /// One line for each: the place and what is wrong, in English.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.diagnostics {
            writeln!(formatter, "{}: {}", diagnostic.place(), diagnostic.message.en)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
