//! The style of text for people: its language, its signs, its width and its colours.

use crate::chart::bar::BarResolution;
use crate::domain::Verdict;
use crate::text::number::{BoundNotation, MINUS};
use crate::text::{CharSet, Lang, Phrase, pad_right, width, wrap};

/// The style of text for people.
#[derive(Clone, Copy, Debug)]
pub struct TextStyle {
    /// The language of the text.
    pub lang: Lang,
    /// How bounds are written, and so which characters are drawn; Chinese characters stay in each case.
    pub notation: BoundNotation,
    /// The width of a line in cells; [`TextStyle::UNLIMITED`] where nothing limits it.
    pub width: usize,
    /// Whether colours are written.
    pub paint: Paint,
}

/// Whether anything but letters is written. Colours are not: nothing is known of the terminal's background, and none of the
/// sixteen is readable everywhere; the yellow of a warning could not be seen on white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Nothing but text is written.
    Plain,
    /// Bold and underlined text is written with ANSI escape sequences.
    Ansi,
}

impl Paint {
    /// Wraps text in an SGR sequence (ECMA-48) and its reset.
    fn with(self, code: &str, text: &str) -> String {
        match self {
            Self::Ansi if !text.is_empty() => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_owned(),
        }
    }

    /// Paints a heading or a name.
    #[must_use]
    pub fn strong(self, text: &str) -> String {
        self.with("1", text)
    }

    /// Paints a verdict, the stronger the more it forbids. The words say it as well.
    pub(super) fn verdict(self, verdict: Verdict, text: &str) -> String {
        match verdict {
            Verdict::Comparable => text.to_owned(),
            Verdict::WithCaution => self.with("4", text),
            Verdict::NotComparable => self.with("1", text),
        }
    }
}

impl TextStyle {
    /// The width of a line that nothing limits, such as one in a file.
    pub const UNLIMITED: usize = usize::MAX;

    /// Returns the style of a document or a picture, which no terminal draws.
    pub(super) const fn of_document(lang: Lang) -> Self {
        let notation = BoundNotation::Signs(CharSet::Unicode);
        Self { lang, notation, width: Self::UNLIMITED, paint: Paint::Plain }
    }

    /// Returns the width that a drawing of bars takes; where nothing limits a line, that of a usual terminal.
    pub(super) const fn drawing_width(&self) -> usize {
        const USUAL: usize = 80;
        if self.width == Self::UNLIMITED { USUAL } else { self.width }
    }

    /// Returns how finely a bar can be drawn.
    pub(super) const fn resolution(&self) -> BarResolution {
        match self.notation {
            BoundNotation::Signs(charset) => charset.pick(BarResolution::Eighth, BarResolution::Whole),
            BoundNotation::Words => BarResolution::Whole,
        }
    }

    /// Returns the finished text, with the signs that are asked for.
    pub(super) fn finish(&self, text: &str) -> String {
        match self.notation {
            BoundNotation::Signs(charset) => charset.apply(text),
            BoundNotation::Words => self.spoken(text),
        }
    }

    /// Returns the style for reading aloud: no colours, no line breaks within a thing, and words for signs.
    #[must_use]
    pub const fn aloud(self) -> Self {
        Self { notation: BoundNotation::Words, width: Self::UNLIMITED, paint: Paint::Plain, ..self }
    }

    /// Whether the text is to be read aloud.
    pub(super) fn is_aloud(&self) -> bool {
        self.notation == BoundNotation::Words
    }

    /// Takes away indents, and puts commas for dots between words, and words for a minus sign and for the dash between two ends.
    fn spoken(&self, text: &str) -> String {
        let comma = if self.lang == Lang::Zh { "，" } else { ", " };
        let minus = Phrase { zh: "负 ", en: "minus " };
        let mut out = String::new();
        for line in text.replace(" · ", comma).lines() {
            let mut before = ' ';
            let mut rest = line.trim().chars().peekable();
            while let Some(character) = rest.next() {
                let is_range = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
                match character {
                    '–' if is_range => out.push_str(self.notation.range(self.lang)),
                    MINUS => out.push_str(minus.get(self.lang)),
                    _ => out.push(character),
                }
                before = character;
            }
            out.push('\n');
        }
        out
    }

    /// Returns a label for the text after it: in a column of `room` cells, or with a colon for reading aloud.
    pub(super) fn label(&self, name: &str, room: usize) -> String {
        if self.is_aloud() { format!("{name}{}", self.colon()) } else { format!("  {}  ", pad_right(name, room)) }
    }

    /// Wraps `text` behind `label`, with a hanging indent.
    pub(super) fn hanging(&self, label: &str, text: &str) -> String {
        self.hanging_at(label, width(label), text)
    }

    /// Wraps `text` behind a label that is already painted and takes `indent` cells.
    pub(super) fn hanging_at(&self, label: &str, indent: usize, text: &str) -> String {
        const LEAST: usize = 16;
        const UNBROKEN: &str = "\u{2011}";
        // An id or a date that is broken at a hyphen could not be copied.
        let unbroken = text.replace('-', UNBROKEN);
        let lines = wrap(&unbroken, self.width.saturating_sub(indent).max(LEAST));
        let mut out = String::new();
        for (number, line) in lines.iter().enumerate() {
            if number == 0 {
                out.push_str(label);
            } else {
                out.extend(std::iter::repeat_n(' ', indent));
            }
            out.push_str(&line.replace(UNBROKEN, "-"));
            out.push('\n');
        }
        out
    }

    /// Returns the sign between things that are listed.
    pub(super) const fn comma(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        }
    }

    /// Returns the sign between clauses.
    pub(super) const fn semicolon(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        }
    }

    /// Returns the sign before an explanation.
    pub(super) const fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "：",
            Lang::En => ": ",
        }
    }

    /// Puts `text` in brackets, with the space before them that English has.
    pub(super) fn bracketed(&self, text: &str) -> String {
        // Brackets within brackets have another form.
        let text = text.replace('（', "［").replace('）', "］").replace('(', "[").replace(')', "]");
        match self.lang {
            Lang::Zh => format!("（{text}）"),
            Lang::En => format!(" ({text})"),
        }
    }
}
