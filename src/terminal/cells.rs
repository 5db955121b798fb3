//! One cell of the terminal in eight bytes: with each key, screens are compared cell by cell.

use super::links::LinkNumber;
use super::sgr::{Sgr, VISIBLE_ON_BLANK};
use crate::text::width;
use rustc_hash::FxHashMap;
use unicode_width::UnicodeWidthChar;

/// The content of a cell: a character, as in nearly every cell; several that are drawn as one, by their number in a
/// [`CellTable`]; or the right half of the wide character before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Glyph(u32);

/// What a [`Glyph`] stands for.
pub(super) enum GlyphContent {
    Char(char),
    /// The place of the cluster in its table. Terminals disagree on how far one moves the cursor.
    Cluster(usize),
    RightHalf,
}

impl Glyph {
    const SPACE: Self = Self(' ' as u32);
    /// The first number that no character has.
    pub(super) const RIGHT_HALF: Self = Self(char::MAX as u32 + 1);

    fn of_cluster(place: usize) -> Option<Self> {
        u32::try_from(place).ok()?.checked_add(Self::RIGHT_HALF.0 + 1).map(Self)
    }

    /// Returns what it stands for.
    pub(super) fn content(self) -> GlyphContent {
        let Self(number) = self;
        match (char::from_u32(number), number.checked_sub(Self::RIGHT_HALF.0 + 1)) {
            (Some(character), _) => GlyphContent::Char(character),
            (None, Some(place)) => GlyphContent::Cluster(usize::try_from(place).unwrap_or(usize::MAX)),
            (None, None) => GlyphContent::RightHalf,
        }
    }
}

impl From<char> for Glyph {
    fn from(character: char) -> Self {
        Self(u32::from(character))
    }
}

/// The number of a style in a [`CellTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct StyleNumber(u32);

/// One cell of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ScreenCell {
    pub(super) glyph: Glyph,
    pub(super) style: StyleNumber,
}

impl ScreenCell {
    pub(super) const BLANK: Self = Self { glyph: Glyph::SPACE, style: StyleNumber(0) };

    pub(super) fn is_blank(self) -> bool {
        self == Self::BLANK
    }

    pub(super) fn is_space(self) -> bool {
        self.glyph == Glyph::SPACE
    }
}

/// The styles and the clusters that were on the screen so far, to which its cells refer by number.
#[derive(Debug)]
pub(super) struct CellTable {
    styles: Vec<Sgr>,
    numbers: FxHashMap<Sgr, StyleNumber>,
    /// The style that was asked for last: mostly the next cell has it too.
    last: (Sgr, StyleNumber),
    clusters: Vec<Box<str>>,
    places: FxHashMap<Box<str>, Glyph>,
}

impl Default for CellTable {
    /// Returns a table that has the style of [`ScreenCell::BLANK`] alone.
    fn default() -> Self {
        let plain = (Sgr::PLAIN, ScreenCell::BLANK.style);
        Self {
            styles: vec![Sgr::PLAIN],
            numbers: FxHashMap::from_iter([plain]),
            last: plain,
            clusters: Vec::new(),
            places: FxHashMap::default(),
        }
    }
}

impl CellTable {
    /// Returns the number of a style.
    pub(super) fn number(&mut self, style: Sgr) -> StyleNumber {
        if self.last.0 == style {
            return self.last.1;
        }
        let styles = &mut self.styles;
        let number = *self.numbers.entry(style).or_insert_with(|| {
            styles.push(style);
            StyleNumber(u32::try_from(styles.len() - 1).unwrap_or(0))
        });
        self.last = (style, number);
        number
    }

    /// Returns the style of a number.
    pub(super) fn style(&self, StyleNumber(number): StyleNumber) -> Sgr {
        usize::try_from(number).ok().and_then(|place| self.styles.get(place)).copied().unwrap_or(Sgr::PLAIN)
    }

    /// Makes a cell. The foreground of a space cannot be seen: without it, two spaces that look alike are equal.
    pub(super) fn cell(&mut self, glyph: Glyph, style: Sgr) -> ScreenCell {
        let is_unseen = glyph == Glyph::SPACE && !style.modifier.intersects(VISIBLE_ON_BLANK);
        let style = if is_unseen { Sgr { bg: style.bg, ..Sgr::PLAIN } } else { style };
        ScreenCell { glyph, style: self.number(style) }
    }

    /// Returns the cell as one that leads to an address.
    pub(super) fn linked(&mut self, cell: ScreenCell, link: LinkNumber) -> ScreenCell {
        let style = Sgr { link: Some(link), ..self.style(cell.style) };
        ScreenCell { style: self.number(style), ..cell }
    }

    /// Returns whether the cell looks the same written in `style`.
    pub(super) fn suits(&self, cell: ScreenCell, style: Sgr) -> bool {
        let own = self.style(cell.style);
        let is_bare = cell.is_space() && !own.modifier.intersects(VISIBLE_ON_BLANK);
        if is_bare { style.leaves_blank(own.bg) } else { own == style }
    }

    /// Writes the characters of a cell, without their style.
    pub(super) fn write(&self, cell: ScreenCell, out: &mut Vec<u8>) {
        match cell.glyph.content() {
            GlyphContent::Char(character) => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
            GlyphContent::Cluster(place) => {
                let cluster = self.clusters.get(place).map(|cluster| cluster.as_bytes());
                out.extend_from_slice(cluster.unwrap_or_default());
            }
            GlyphContent::RightHalf => {}
        }
    }

    /// Returns the glyph of a cell's symbol, and whether it takes two cells. A control character becomes a space: it could
    /// move the cursor, or begin an escape sequence.
    pub(super) fn glyph(&mut self, symbol: &str) -> (Glyph, bool) {
        let mut characters = symbol.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) => glyph_of(only),
            _ => self.cluster(symbol),
        }
    }

    fn cluster(&mut self, symbol: &str) -> (Glyph, bool) {
        match (symbol.chars().next(), width(symbol)) {
            (None, _) | (_, 0) => (Glyph::SPACE, false),
            _ if symbol.contains(char::is_control) => (Glyph::SPACE, false),
            (Some(first), cells @ 1..=2) => match self.place(symbol) {
                Some(glyph) => (glyph, cells == 2),
                None => glyph_of(first),
            },
            (Some(first), _) => glyph_of(first),
        }
    }

    fn place(&mut self, cluster: &str) -> Option<Glyph> {
        if let Some(known) = self.places.get(cluster) {
            return Some(*known);
        }
        let glyph = Glyph::of_cluster(self.clusters.len())?;
        self.clusters.push(cluster.into());
        self.places.insert(cluster.into(), glyph);
        Some(glyph)
    }
}

fn glyph_of(character: char) -> (Glyph, bool) {
    if (' '..='~').contains(&character) {
        return (character.into(), false);
    }
    match character.width() {
        Some(cells @ 1..) => (character.into(), cells > 1),
        _ => (Glyph::SPACE, false),
    }
}
