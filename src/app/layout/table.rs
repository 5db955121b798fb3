//! Lays out the columns of the Compare table and of the Coverage grid.

use crate::app::screen::Screen;
use crate::app::state::State;
use crate::domain::{Indicator, Measure};
use crate::text::{Lang, width};
use crate::wording::says_unit;
use ratatui::layout::Rect;

/// The fewest cells of a column of values: five for a value, and four for its year, with one between columns.
const VALUE: u16 = 10;
/// The fewest cells of a column of computed values, many of which are ranges: nine for a value, one for the sign that its year
/// has no room, and one between columns.
const COMPUTED: u16 = 11;
/// The fewest cells of a column of counts, which have no year.
const COUNT: u16 = 8;
/// The cells before the name of an indicator: the cursor, and the sign of its theme.
const INDENT: usize = 4;
/// The free cell between a city's mark and its name, where there is room.
const AFTER_MARK: u16 = 1;
/// No name gets more cells than these before there is space between columns.
const WIDEST_NAME: u16 = 34;

/// The most cells of the column between two areas, and the fewest of a table that has one.
const BETWEEN: u16 = 28;
const WITH_BETWEEN: u16 = 56;

/// The columns of the Compare table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableColumns {
    /// The width of the column with names.
    pub name: u16,
    /// The width of an area's column.
    pub area: u16,
    /// The position of the first visible area.
    pub first: usize,
    /// The number of visible areas.
    pub count: usize,
    /// The width of the column that sets two areas against each other; 0 where there is none.
    pub between: u16,
}

/// How much room the contents of the columns want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnNeeds {
    /// The cells of the longest name.
    pub name: u16,
    /// The fewest cells of an area's column.
    pub least: u16,
    /// The cells of the longest heading of such a column.
    pub heading: u16,
    /// Whether a name that has no room has no shorter form, and would be cut.
    pub has_whole_names: bool,
}

impl TableColumns {
    /// Divides `width` among the names and the columns of `areas`. If not all areas fit, those around `selected` are
    /// visible. Names get what they need before there is space between columns.
    #[must_use]
    pub fn new(width: u16, needs: ColumnNeeds, areas: usize, selected: usize) -> Self {
        let areas = areas.max(1);
        let whole = if needs.has_whole_names { needs.name } else { 0 };
        let fewest = |part: u16| (width / part).clamp(18, 44).max(whole).min(width / 2);
        let with_heading = needs.heading.max(needs.least);
        let has_room_for_all = |(names, column): &(u16, u16)| usize::from((width - names) / column) >= areas;
        // Names give up a few cells more where all headings are in sight then, or all areas at least.
        let ways =
            [(fewest(3), with_heading), (fewest(4), with_heading), (fewest(3), needs.least), (fewest(4), needs.least)];
        let (fewest, least) = ways.into_iter().find(has_room_for_all).unwrap_or((fewest(3), needs.least));
        let room = width.saturating_sub(fewest);
        let count = usize::from(room / least).clamp(1, areas);
        let shown = u16::try_from(count).unwrap_or(u16::MAX);
        // How many areas are out of sight is told above the names.
        let floor = if count < areas { fewest } else { fewest.min(18) };
        let name = needs.name.min(width.saturating_sub(least.saturating_mul(shown))).max(floor);
        let area = (width.saturating_sub(name) / shown).clamp(least, least + 4);
        let first = selected.saturating_sub(count / 2).min(areas - count);
        Self { name: width.saturating_sub(area.saturating_mul(shown)), area, first, count, between: 0 }
    }

    /// Returns the column that sets two areas against each other; `None` where there is none.
    #[must_use]
    pub fn between_rect(self, rect: Rect) -> Option<Rect> {
        let before = self.name + self.area * u16::try_from(self.count).unwrap_or(0);
        let column = Rect { x: rect.x.saturating_add(before + 2), width: self.between.saturating_sub(2), ..rect };
        (self.between > 2 && column.right() <= rect.right()).then_some(column)
    }

    /// Returns the columns of the visible areas within `rect`, each with the area's place among those that are shown.
    pub fn rects(self, rect: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let end = rect.right();
        let starts = (0..self.count).map(move |index| {
            let before = self.name + self.area * u16::try_from(index).unwrap_or(0);
            rect.x.saturating_add(before).min(end)
        });
        let column = move |x: u16| Rect { x, width: self.area.min(end - x), ..rect };
        (self.first..).zip(starts.map(column))
    }
}

impl State {
    /// Returns the columns of the table or the grid on the screen, with one column for each area, at this width.
    #[must_use]
    pub fn table_columns(&self, width: u16) -> TableColumns {
        let between = self.between_width(width);
        let place = self.place_of(self.area()).unwrap_or(0);
        TableColumns { between, ..TableColumns::new(width - between, self.column_needs(), self.areas().len(), place) }
    }

    /// Returns the width of the column between two areas, where two are shown and it has room beside them.
    fn between_width(&self, width: u16) -> u16 {
        let is_wanted = self.screen() == Screen::Compare && self.areas().len() == 2;
        if is_wanted && width >= WITH_BETWEEN { (width / 3).min(BETWEEN) } else { 0 }
    }

    /// Returns the width of a table that shows about as many areas as have room on this terminal, beside names that are not
    /// cut.
    pub(in crate::app) fn wanted_table_width(&self) -> u16 {
        let (needs, areas) = (self.column_needs(), self.areas().len());
        // As many as have room where it takes the most that it may.
        let shown = TableColumns::new(self.size().0 * 2 / 3, needs, areas, 0).count;
        let shown = u16::try_from(shown).unwrap_or(u16::MAX);
        // A heading has a space behind the mark of its city, where there is room.
        let beside = self.between_width(u16::MAX);
        needs
            .name
            .saturating_add((needs.heading + AFTER_MARK).max(needs.least).saturating_mul(shown))
            .saturating_add(beside)
    }

    fn column_needs(&self) -> ColumnNeeds {
        let (dataset, lang, widest) = (self.dataset(), self.lang(), &self.context.widest_names);
        // With the mark of its city before it, and a space between two headings.
        let heading = self.widest_shown_name() + 2;
        let (names, least) = if self.screen() == Screen::Coverage {
            let themes = || dataset.themes.iter().map(|(_, theme)| width(theme.name.get(lang))).max();
            (widest.of_themes(lang, || themes().unwrap_or_default()), COUNT)
        } else {
            let indicators = || dataset.indicators.iter().map(|(_, indicator)| named_with_unit(indicator, lang)).max();
            let least = if self.measure() == Measure::Raw { VALUE } else { COMPUTED };
            (widest.of_indicators(lang, || indicators().unwrap_or_default()), least)
        };
        let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let name = cells(names + INDENT).min(WIDEST_NAME);
        let has_whole_names = self.screen() == Screen::Coverage;
        ColumnNeeds { name, least, heading: cells(heading).min(least + 3), has_whole_names }
    }
}

/// Returns the unit that is shown behind the name of an indicator; `None` where the English name says it: “Sector Concord Hubs”,
/// “Members present”, “Membership”.
#[must_use]
pub fn unit_behind_name(indicator: &Indicator, lang: Lang) -> Option<&str> {
    let (name, unit) = (indicator.name.get(lang), indicator.unit.get(lang));
    let is_said = lang == Lang::En && says_unit(name, unit);
    Some(unit).filter(|unit| !unit.is_empty() && !is_said)
}

/// Returns the cells of an indicator's name with its unit. Chinese units are short; an English one is left out where it has
/// no room.
fn named_with_unit(indicator: &Indicator, lang: Lang) -> usize {
    let unit = if lang == Lang::Zh { unit_behind_name(indicator, lang) } else { None };
    width(indicator.name.get(lang)) + unit.map_or(0, |unit| width(unit) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEEDS: ColumnNeeds = ColumnNeeds { name: 30, least: 9, heading: 10, has_whole_names: false };

    #[test]
    fn the_selected_area_has_a_column() {
        for width in 20..200 {
            for selected in 0..12 {
                let columns = TableColumns::new(width, NEEDS, 12, selected);
                assert!((columns.first..columns.first + columns.count).contains(&selected));
                assert!(usize::from(columns.area) * columns.count <= usize::from(width));
            }
        }
    }

    #[test]
    fn names_get_room_before_the_space_between_columns() {
        let of = |width| TableColumns::new(width, NEEDS, 5, 0);
        assert_eq!((of(80).name, of(80).area), (30, 10));
        assert_eq!((of(79).name, of(79).area), (29, 10));
        assert_eq!((of(100).name, of(100).area), (30, 14));
        // A heading that has no room beside all others is cut, before an area is out of sight.
        assert_eq!((of(66).area, of(66).count), (9, 5));
        assert_eq!((of(60).area, of(60).count), (9, 4));
    }
}
