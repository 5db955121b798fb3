//! Faults as they are shown: what is wrong, where, and what would be right.

use super::fault::Fault;
use crate::sorting::PutInOrder;
use crate::text::{Lang, Text, visible, visible_line, visible_path};
use annotate_snippets::renderer::Style;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A line and a column of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    /// Writes the place as `line:column`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// How sure it is that something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It can't be right, and nothing is loaded.
    Fault,
    /// It may be right, and should be looked at.
    Warning,
}

/// One fault, or something to look at, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// Which kind of fault it is, for programs.
    pub code: &'static str,
    /// The path of the file.
    pub path: PathBuf,
    /// The place; `None` where the file as a whole cannot be read.
    pub position: Option<Position>,
    /// The place behind its last character.
    pub end: Option<Position>,
    /// What is wrong, as a sentence.
    pub message: Text,
    /// The text at the place, to the end of its line.
    pub found: String,
    /// What would be right.
    pub help: Option<Text>,
    /// The line, or a piece of a very long one.
    pub(super) line: String,
    /// How many characters of the line stand before the piece.
    pub(super) cut: usize,
    /// The bytes of the line that get carets.
    pub(super) marked: Range<usize>,
}

impl Diagnostic {
    /// Makes a fault that was found after loading, such as a slide that does not fit. The carets stand from the position to
    /// the end of its line. Of a very long line only a piece is given, after so many characters that were cut.
    pub(crate) fn on_line(path: PathBuf, position: Position, (line, cut): (String, usize), fault: Fault) -> Self {
        let column = position.column.saturating_sub(1 + cut);
        let start = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        let found = line.get(start..).unwrap_or_default().trim_end().to_owned();
        let marked = start..start + found.len();
        let (severity, Fault { code, message, help }) = (Severity::Fault, fault);
        let end = Position { column: position.column + found.chars().count(), ..position };
        let (position, end) = (Some(position), Some(end));
        Self { severity, code, path, position, end, message, found, help, line, cut, marked }
    }

    /// Returns the same as something that may be right and should be looked at.
    #[must_use]
    pub(crate) fn into_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// Returns `path:line:column`, or the path alone.
    #[must_use]
    pub fn place(&self) -> String {
        match self.position {
            Some(position) => format!("{}:{position}", visible_path(&self.path)),
            None => visible_path(&self.path),
        }
    }

    /// Returns the fault as printed, without colours: the message, the place, the line with carets, and the hint.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        self.render_with(lang, &Renderer::plain())
    }

    /// Returns the fault as it is printed, with bold text by ANSI escape sequences. The renderer's own colours cannot be
    /// read on every background.
    #[must_use]
    pub fn render_styled(&self, lang: Lang) -> String {
        let (plain, bold) = (Style::new(), Style::new().bold());
        let renderer = Renderer::styled().error(bold).warning(bold).help(bold).emphasis(bold);
        self.render_with(lang, &renderer.line_num(plain).context(plain))
    }

    /// Returns the line as it can be printed, with the bytes of it that get carets.
    fn quoted(&self) -> (String, Range<usize>) {
        let part = |range: Range<usize>| visible(self.line.get(range).unwrap_or_default());
        let Range { start, end } = self.marked.clone();
        // A long text is shown cut, and its carets would be cut in another way.
        let marked = part(start..end);
        let length = marked.char_indices().nth(MOST_CARETS).map_or(marked.len(), |(at, _)| at);
        let before = part(0..start);
        let carets = before.len()..before.len() + length;
        (before.into_owned() + &marked + &part(end..self.line.len()), carets)
    }

    fn render_with(&self, lang: Lang, renderer: &Renderer) -> String {
        let (level, name) = match (self.severity, lang) {
            (Severity::Fault, Lang::Zh) => (Level::ERROR, "错误"),
            (Severity::Fault, Lang::En) => (Level::ERROR, "error"),
            (Severity::Warning, Lang::Zh) => (Level::WARNING, "请核对"),
            (Severity::Warning, Lang::En) => (Level::WARNING, "to look at"),
        };
        let help = if lang == Lang::Zh { "提示" } else { "help" };
        // What stands in a file, or in its name, must not steer the terminal.
        let path = visible_path(&self.path);
        let title = level.with_name(name).primary_title(visible(self.message.get(lang)));
        let (line, carets) = self.quoted();
        let snippet = |position: Position| {
            let line = Snippet::source(line.as_str()).line_start(position.line);
            line.annotation(AnnotationKind::Primary.span(carets.clone()))
        };
        let mut group: Group = match self.position {
            // In a piece of a line the renderer would count the columns from where the piece begins.
            Some(at) if self.cut > 0 => {
                title.element(Origin::path(path).line(at.line).char_column(at.column)).element(snippet(at))
            }
            Some(at) => title.element(snippet(at).path(path)),
            None => title.element(Origin::path(path)),
        };
        if let Some(text) = &self.help {
            group = group.element(Level::HELP.with_name(help).message(visible(text.get(lang))));
        }
        renderer.render(&[group])
    }
}

/// Sorts by file, line and column.
pub(super) fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.put_in_order_by(|one, other| (&one.path, one.position).cmp(&(&other.path, other.position)));
}

/// How many characters get carets at most.
const MOST_CARETS: usize = 32;

/// All faults of all files, by file, line and column; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    diagnostics: Vec<Diagnostic>,
    /// How many more there are, which were only counted.
    left_out: usize,
}

/// How many faults are printed at most.
const MOST_PRINTED: usize = 200;

impl Faults {
    /// Returns those of some files; `None` where these have none.
    #[must_use]
    pub fn of_files(self, is_one: impl Fn(&Path) -> bool) -> Option<Self> {
        Self::of(self.diagnostics.into_iter().filter(|fault| is_one(&fault.path)).collect())
    }

    /// Sorts faults by their places; `None` where there are none.
    #[must_use]
    pub fn of(mut diagnostics: Vec<Diagnostic>) -> Option<Self> {
        sort(&mut diagnostics);
        (!diagnostics.is_empty()).then_some(Self { diagnostics, left_out: 0 })
    }

    /// Makes the fault of a reader that found nothing wrong and yet has no result, which should never happen.
    pub(crate) fn of_the_program() -> Self {
        let message = Text::new(
            "数据没有查出错误，却无法装载：这是程序的错误",
            "no fault was found in the data, and yet it can't be loaded: this is a fault of the program",
        );
        let (severity, path) = (Severity::Fault, PathBuf::from("cppcc"));
        let (found, line) = (String::new(), String::new());
        Self {
            diagnostics: vec![Diagnostic {
                severity,
                code: "program",
                path,
                position: None,
                end: None,
                message,
                found,
                help: None,
                line,
                cut: 0,
                marked: 0..0,
            }],
            left_out: 0,
        }
    }

    /// Adds how many more faults there are.
    pub(super) const fn with_left_out(mut self, left_out: usize) -> Self {
        self.left_out = left_out;
        self
    }

    /// Returns how many faults there are, the ones that were only counted included.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.diagnostics.len() + self.left_out
    }

    /// Returns the faults that are printed, the first by their places.
    #[must_use]
    pub fn printed(&self) -> &[Diagnostic] {
        self.diagnostics.get(..MOST_PRINTED).unwrap_or(&self.diagnostics)
    }

    /// Returns a line that says how many faults are not printed; `None` where all are.
    #[must_use]
    pub fn not_printed(&self, lang: Lang) -> Option<String> {
        let count = self.count() - self.printed().len();
        (count > 0).then(|| match lang {
            Lang::Zh => format!("以上是前 {MOST_PRINTED} 处，另有 {count} 处未列出；先改这些，再查一次"),
            Lang::En => {
                format!("These are the first {MOST_PRINTED}; {count} more are not printed. Mend these, and check again")
            }
        })
    }

    /// Returns the faults, by file, line and column.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns all faults as they are printed, with an empty line between them.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let printed = self.printed().iter().map(|diagnostic| diagnostic.render(lang) + "\n");
        printed.chain(self.not_printed(lang).map(|line| line + "\n")).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Faults {
    /// Writes a line for each: the place and what is wrong, in English.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.diagnostics {
            writeln!(formatter, "{}: {}", diagnostic.place(), visible_line(&diagnostic.message.en))?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
