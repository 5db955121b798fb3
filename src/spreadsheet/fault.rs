//! Faults of a spreadsheet, each at its cell.

use super::grid::CellPlace;
use crate::sorting::InOrder;
use crate::text::{Lang, Text, visible, visible_line};
use itertools::Itertools;

/// Something wrong in a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault {
    /// In a box, since it is much larger than what is returned beside it.
    pub(super) place: Box<FaultPlace>,
    pub(super) message: Text,
    /// What would be right.
    pub(super) help: Option<Text>,
}

/// Where in a spreadsheet a fault is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FaultPlace {
    /// The file as a whole.
    File,
    /// A sheet, by its position and its name.
    Sheet(usize, Option<String>),
    /// A row of a sheet; the number counts from 1.
    Row(usize, Option<String>, u32),
    /// A cell, with the heading of its column.
    Cell(usize, Option<String>, CellPlace, String),
}

impl FaultPlace {
    fn words(&self, lang: Lang) -> String {
        let sheet = |name: &Option<String>| name.as_ref().map(|name| format!("{name}!")).unwrap_or_default();
        match (self, lang) {
            (Self::File, _) => String::new(),
            (Self::Sheet(_, name), _) => name.clone().unwrap_or_default(),
            (Self::Row(_, name, row), Lang::Zh) => format!("{}第 {row} 行", sheet(name)),
            (Self::Row(_, name, row), Lang::En) => format!("{}row {row}", sheet(name)),
            (Self::Cell(_, name, place, heading), Lang::Zh) => format!("{}{place}（{heading}）", sheet(name)),
            (Self::Cell(_, name, place, heading), Lang::En) => format!("{}{place} ({heading})", sheet(name)),
        }
    }
}

impl SheetFault {
    /// Makes a fault of a place.
    pub(super) fn new(place: FaultPlace, message: Text, help: impl Into<Option<Text>>) -> Self {
        Self { place: Box::new(place), message, help: help.into() }
    }
}

/// How many faults are printed at most.
const MOST_PRINTED: usize = 200;

/// All faults of a spreadsheet, by sheet, row and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFaults {
    pub(super) file: String,
    pub(super) faults: Vec<SheetFault>,
}

impl SheetFaults {
    /// Returns how many faults there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.faults.len()
    }

    /// Returns the faults as they are printed: what is wrong, the cell, and what would be right.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let (fault, help) = if lang == Lang::Zh { ("错误", "提示") } else { ("error", "help") };
        let rest = self.count().saturating_sub(MOST_PRINTED);
        let rest = (rest > 0).then(|| match lang {
            Lang::Zh => format!("另有 {rest} 处未列出\n"),
            Lang::En => format!("{rest} more are not printed\n"),
        });
        let printed = self.faults.iter().in_order_by_key(|fault| &fault.place).take(MOST_PRINTED).map(|one| {
            let place = format!("{} {}", self.file, one.place.words(lang));
            let (message, place) = (visible(one.message.get(lang)), visible_line(place.trim_end()).into_owned());
            let hint = one.help.as_ref().map(|text| format!("   = {help}: {}\n", visible(text.get(lang))));
            format!("{fault}: {message}\n  --> {place}\n{}", hint.unwrap_or_default())
        });
        printed.chain(rest).join("\n")
    }
}
