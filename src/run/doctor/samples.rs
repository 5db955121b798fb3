//! The characters whose width is measured.

use super::Seen;
use cppcc::text::Phrase;

/// Characters of one kind.
pub(super) struct Kind {
    pub name: Phrase,
    pub characters: &'static [&'static str],
    /// The cells that each of them should take.
    pub cells: u16,
}

const fn kind(zh: &'static str, en: &'static str, characters: &'static [&'static str], cells: u16) -> Kind {
    Kind { name: Phrase { zh, en }, characters, cells }
}

/// The kinds that the program draws with. Of those that should take one cell, an East Asian terminal may disagree.
pub(super) const KINDS: [Kind; 5] = [
    kind("线框", "lines", &["─", "│", "┌", "┼"], 1),
    kind("条块", "bars", &["█", "▌", "▒", "▸"], 1),
    kind("标点", "punctuation", &["“", "”", "·", "…", "–", "×"], 1),
    kind("标记", "marks", &["●", "◆", "▲", "■", "★", "≥"], 1),
    kind("汉字", "Chinese", &["政", "，"], 2),
];

/// All characters, in the order in which they are asked for.
pub(super) fn all() -> Vec<&'static str> {
    KINDS.iter().flat_map(|kind| kind.characters).copied().collect()
}

/// How wide the characters of a kind are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// All take so many cells.
    Cells(u16),
    /// Some take more than others.
    Mixed,
    /// Nothing is known of some.
    Unknown,
}

impl Seen {
    /// The measured widths of a kind's characters, as far as they were answered.
    pub(super) fn widths(&self, kind: &Kind) -> &[u16] {
        let before = KINDS.iter().take_while(|other| other.name != kind.name);
        let start: usize = before.map(|other| other.characters.len()).sum();
        self.answers.widths.get(start..start + kind.characters.len()).unwrap_or_default()
    }

    /// How wide a kind is drawn.
    pub(super) fn width(&self, kind: &Kind) -> Width {
        match self.widths(kind) {
            [] => Width::Unknown,
            [first, rest @ ..] if rest.iter().all(|cells| cells == first) => Width::Cells(*first),
            _ => Width::Mixed,
        }
    }

    /// Whether all widths were answered.
    pub(super) fn is_measured(&self) -> bool {
        self.answers.widths.len() == all().len()
    }
}
