//! What stands behind a value in a cell of the table: a unit of its own, the mark of others, the year, or signs for them.

use super::canvas::{cells, right_of};
use crate::text::{Lang, Phrase, width};
use itertools::Itertools;
use ratatui::layout::Rect;

/// The cells at the right of an area's column that are reserved for the year.
pub(super) const YEAR: usize = 4;

/// Stands behind a value in the place of its year, where the two have no room side by side.
const YEAR_LEFT_OUT: &str = "*";

/// Stands behind a value in the place of a unit of its own.
const UNIT_LEFT_OUT: &str = "^";

/// What was left out of a table, in as many words as have room; the bars tell it.
const YEARS_LEFT_OUT: [Phrase; 2] = [
    Phrase { zh: "年份放不下，见条形图", en: "year left out: see the bars" },
    Phrase { zh: "见条形图", en: "see bars" },
];
const UNITS_LEFT_OUT: [Phrase; 2] = [
    Phrase { zh: "单位另计，见条形图", en: "a unit of its own: see the bars" },
    Phrase { zh: "单位另计", en: "other unit" },
];

/// Whether signs stand for years and for units that had no room.
#[derive(Clone, Copy, Default)]
pub(super) struct LeftOut {
    years: bool,
    units: bool,
}

impl LeftOut {
    /// Returns what was left out of either.
    pub const fn and(self, other: Self) -> Self {
        Self { years: self.years || other.years, units: self.units || other.units }
    }

    /// Returns what the signs mean, in as many words as have room.
    pub fn note(self, lang: Lang, room: usize) -> Option<String> {
        let said = |(is_left_out, sign, words): (bool, &str, [Phrase; 2])| {
            words.map(|words| is_left_out.then(|| format!("{sign} {}", words.get(lang))))
        };
        let [years, years_in_short] = said((self.years, YEAR_LEFT_OUT, YEARS_LEFT_OUT));
        let [units, units_in_short] = said((self.units, UNIT_LEFT_OUT, UNITS_LEFT_OUT));
        // A year that is missing is missed most.
        let notes = [
            vec![years, units],
            vec![years_in_short.clone(), units_in_short.clone()],
            vec![years_in_short],
            vec![units_in_short],
        ];
        let notes = notes.into_iter().map(|note| note.into_iter().flatten().join("  "));
        notes.into_iter().find(|note| !note.is_empty() && width(note) <= room)
    }
}

/// Where the value of a cell ends, and what stands behind it.
pub(super) struct CellEnds {
    pub value: Rect,
    /// The mark of other figures that the area holds, and the year or a sign for it.
    pub behind: Vec<(Rect, String)>,
    is_marked: bool,
    has_its_year: bool,
    has_sign_of_unit: bool,
}

impl CellEnds {
    /// Puts the unit that a figure has of its own right behind the value, if that takes neither the year nor the mark away.
    pub fn with_unit(
        column: Rect,
        value: &str,
        year: Option<&str>,
        (unit, others): (Option<String>, Option<String>),
    ) -> Self {
        let new = |behind: Option<String>| Self::new(column, value, year.map(str::to_owned), behind);
        let without = new(others.clone());
        let Some(unit) = unit else { return without };
        let others = others.unwrap_or_default();
        let with = |unit: &str| new(Some(format!("{unit}{others}")));
        let is_good = |ends: &Self| ends.is_marked && ends.has_its_year && !ends.runs_into_year();
        let whole = Some(with(&unit)).filter(is_good);
        let sign = || Some(Self { has_sign_of_unit: true, ..with(UNIT_LEFT_OUT) }).filter(is_good);
        whole.or_else(sign).unwrap_or(without)
    }

    /// Returns what had no room.
    pub const fn left_out(&self) -> LeftOut {
        LeftOut { years: !self.has_its_year, units: self.has_sign_of_unit }
    }

    /// Whether a word stands right before the year: a Chinese unit and a mark are told from it without a space.
    fn runs_into_year(&self) -> bool {
        let [(mark, text), (year, _)] = self.behind.as_slice() else { return false };
        text.ends_with(|last: char| last.is_ascii_alphabetic()) && mark.x + cells(width(text)) == year.x
    }

    /// A year stands at the right end of its column, with a free cell before it; the mark right behind the value. Where not all
    /// of it has room, the mark gives way, and then a sign stands for the year.
    fn new(column: Rect, value: &str, year: Option<String>, others: Option<String>) -> Self {
        let (room, needed) = (usize::from(column.width), width(value));
        let fits = |behind: usize| needed + behind < room;
        let mark = others.as_deref().map_or(0, width);
        let year_width = year.as_deref().map_or(0, |year| width(year) + 1);
        // Without a year the mark takes the cells that are kept free for one, so that values stay below each other.
        let ends = match &year {
            None if mark <= YEAR && fits(YEAR) => vec![(YEAR, true)],
            None => vec![(mark, true)],
            // A mark is told from a year even without a space between the two.
            Some(_) => vec![(mark + year_width, true), (mark + year_width - 1, mark > 0), (year_width, false)],
        };
        let found = ends.into_iter().find(|(end, is_good)| fits(*end) && (*is_good || *end == year_width));
        let is_marked = found.is_some_and(|(_, is_marked)| is_marked);
        let sign = year.is_some() && fits(width(YEAR_LEFT_OUT));
        let end = found.map_or(usize::from(sign) * width(YEAR_LEFT_OUT), |(end, _)| end);
        let value = Rect { width: column.width.saturating_sub(cells(end)), ..column };
        let behind = right_of(column, value.width);
        let has_its_year = year.is_none() || found.is_some();
        let at_end = |year: String| (right_of(column, column.width.saturating_sub(cells(width(&year)))), year);
        let year = match (year, has_its_year) {
            (Some(year), true) => Some(at_end(year)),
            (Some(_), false) if sign => Some((behind, YEAR_LEFT_OUT.to_owned())),
            _ => None,
        };
        let others = others.filter(|_| is_marked).map(|others| (behind, others));
        Self {
            value,
            behind: others.into_iter().chain(year).collect(),
            is_marked,
            has_its_year,
            has_sign_of_unit: false,
        }
    }

    /// Returns the place and the text of a selected value, which has a space on each side if there is room: the one on the
    /// right lies outside of the column of values, where nothing stands right behind it.
    pub fn with_margins(&self, column: Rect, value: String) -> (Rect, String) {
        let spare = usize::from(column.width).saturating_sub(width(&value));
        let is_followed = self.behind.iter().any(|(rect, _)| rect.x == self.value.right());
        match (is_followed, spare) {
            (true, 1..) => (self.value, format!(" {value}")),
            (false, 1..) => {
                let target = Rect { width: (self.value.width + 1).min(column.width), ..self.value };
                (target, if spare > 1 { format!(" {value} ") } else { format!("{value} ") })
            }
            _ => (self.value, value),
        }
    }
}
