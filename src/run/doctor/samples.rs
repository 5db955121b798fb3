//! The characters whose width is measured, by kind.

use super::findings::Findings;
use cppcc::text::Phrase;

/// A kind of characters that a terminal draws equally wide.
pub(super) struct SampleKind {
    pub name: Phrase,
    pub characters: &'static [&'static str],
    /// How many cells each should take.
    pub cells: u16,
}

const fn kind(zh: &'static str, en: &'static str, characters: &'static [&'static str], cells: u16) -> SampleKind {
    SampleKind { name: Phrase { zh, en }, characters, cells }
}

/// The kinds that the program draws with. An East Asian terminal may give two cells to those that should take one.
pub(super) const KINDS: [SampleKind; 5] = [
    kind("线框", "lines", &["─", "│", "┌", "┼"], 1),
    kind("条块", "bars", &["█", "▌", "▒", "▸"], 1),
    kind("标点", "punctuation", &["“", "”", "·", "…", "–", "×"], 1),
    kind("标记", "marks", &["●", "◆", "▲", "■", "★", "▼", "◎", "◇", "≥"], 1),
    kind("汉字", "Chinese", &["政", "，"], 2),
];

/// Returns all characters, in the order in which they are measured.
pub(super) fn all() -> Vec<&'static str> {
    KINDS.iter().flat_map(|kind| kind.characters).copied().collect()
}

/// How wide a terminal draws the characters of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DrawnWidth {
    /// All take this many cells.
    Cells(u16),
    /// Some take more than others.
    Mixed,
    /// The terminal did not answer.
    Unknown,
}

impl Findings {
    /// Returns the measured widths of a kind's characters; empty if the terminal did not answer for all.
    pub(super) fn widths(&self, kind: &SampleKind) -> &[u16] {
        let before = KINDS.iter().take_while(|other| other.name != kind.name);
        let start: usize = before.map(|other| other.characters.len()).sum();
        self.answers.widths.get(start..start + kind.characters.len()).unwrap_or_default()
    }

    /// Returns how wide a kind is drawn.
    pub(super) fn width(&self, kind: &SampleKind) -> DrawnWidth {
        match self.widths(kind) {
            [] => DrawnWidth::Unknown,
            [first, rest @ ..] if rest.iter().all(|cells| cells == first) => DrawnWidth::Cells(*first),
            _ => DrawnWidth::Mixed,
        }
    }

    /// Returns whether the terminal answered for all characters.
    pub(super) fn is_measured(&self) -> bool {
        self.answers.widths.len() == all().len()
    }
}
