//! How text for people is laid out: its language, its signs, its width and its colours.

use crate::chart::bar::Grain;
use crate::domain::Verdict;
use crate::text::number::Signs;
use crate::text::{Lang, pad_right, plain_ascii, width, wrap};

/// How text for people is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Whether only ASCII signs are drawn; Chinese characters stay.
    pub signs: Signs,
    /// The cells of a line.
    pub width: usize,
    /// Whether colours are written.
    pub paint: Paint,
}

/// Whether colours are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// They are not: nothing but text.
    Plain,
    /// As ANSI escape sequences.
    Ansi,
}

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        match self {
            Self::Ansi if !text.is_empty() => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_owned(),
        }
    }

    /// Headings and names.
    pub(super) fn strong(self, text: &str) -> String {
        self.with("1", text)
    }

    /// What may be passed over.
    pub(super) fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    /// Bars.
    pub(super) fn bar(self, text: &str) -> String {
        self.with("36", text)
    }

    /// A verdict. The words say it as well: never by colour alone.
    pub(super) fn verdict(self, verdict: Verdict, text: &str) -> String {
        let code = match verdict {
            Verdict::Comparable => "32",
            Verdict::WithCaution => "33",
            Verdict::NotComparable => "31",
        };
        self.with(code, text)
    }
}

impl Look {
    /// How finely a bar can be drawn.
    pub(super) const fn grain(&self) -> Grain {
        match self.signs {
            Signs::Unicode => Grain::Eighth,
            Signs::Ascii | Signs::Words => Grain::Whole,
        }
    }

    /// The finished text, with ASCII signs where they are asked for.
    pub(super) fn finish(&self, text: &str) -> String {
        match self.signs {
            Signs::Unicode => text.to_owned(),
            Signs::Ascii => text.chars().map(|character| plain_ascii(character).unwrap_or(character)).collect(),
            Signs::Words => self.spoken(text),
        }
    }

    /// To be read aloud: no colours, a line for each thing however long it is, and words in the place of signs.
    #[must_use]
    pub const fn aloud(self) -> Self {
        Self { signs: Signs::Words, width: usize::MAX, paint: Paint::Plain, ..self }
    }

    /// Whether it is to be read aloud.
    pub(super) fn is_aloud(&self) -> bool {
        self.signs == Signs::Words
    }

    /// Lines without an indent; commas for dots between words, and a word for the dash between two ends.
    fn spoken(&self, text: &str) -> String {
        let comma = if self.lang == Lang::Zh { "，" } else { ", " };
        let mut out = String::new();
        for line in text.replace(" · ", comma).lines() {
            let mut before = ' ';
            let mut rest = line.trim().chars().peekable();
            while let Some(character) = rest.next() {
                let is_range = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
                match character {
                    '–' if is_range => out.push_str(self.signs.range(self.lang)),
                    _ => out.push(character),
                }
                before = character;
            }
            out.push('\n');
        }
        out
    }

    /// A name before what is said of it: in a column of `room` cells, or, where it is read aloud, with a colon.
    pub(super) fn label(&self, name: &str, room: usize) -> String {
        if self.is_aloud() { format!("{name}{}", self.colon()) } else { format!("  {}  ", pad_right(name, room)) }
    }

    /// `text` wrapped behind `label`, the lines after the first indented to stand under the first.
    pub(super) fn hanging(&self, label: &str, text: &str) -> String {
        self.hanging_at(label, width(label), text, str::to_owned)
    }

    /// The same, where the label is already painted and takes `indent` cells; `paint` paints each line.
    pub(super) fn hanging_at(&self, label: &str, indent: usize, text: &str, paint: impl Fn(&str) -> String) -> String {
        const LEAST: usize = 16;
        const UNBROKEN: &str = "\u{2011}";
        // An id or a date broken at a hyphen could not be copied.
        let unbroken = text.replace('-', UNBROKEN);
        let lines = wrap(&unbroken, self.width.saturating_sub(indent).max(LEAST));
        let mut out = String::new();
        for (number, line) in lines.iter().enumerate() {
            if number == 0 {
                out.push_str(label);
            } else {
                out.extend(std::iter::repeat_n(' ', indent));
            }
            out.push_str(&paint(&line.replace(UNBROKEN, "-")));
            out.push('\n');
        }
        out
    }

    /// The sign between things that are listed.
    pub(super) const fn comma(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        }
    }

    /// The sign between clauses.
    pub(super) const fn semicolon(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        }
    }

    /// The sign before what explains.
    pub(super) const fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "：",
            Lang::En => ": ",
        }
    }

    /// `text` in brackets, with the space before them that English has.
    pub(super) fn bracketed(&self, text: &str) -> String {
        match self.lang {
            Lang::Zh => format!("（{text}）"),
            Lang::En => format!(" ({text})"),
        }
    }
}
