//! The rows of the Compare table. Themes that more areas share come first, and in a theme the indicators that several
//! areas report. Indicators of one area alone stay folded.

use crate::domain::{Area, Dataset, Indicator, Key, Theme};
use crate::sorting::InOrder;
use std::collections::HashSet;

/// A row of the Compare table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    Theme(Key<Theme>),
    Indicator(Key<Indicator>),
    /// Stands for the indicators of a theme that one area alone reports.
    Singles(Key<Theme>),
}

impl Row {
    /// Returns the indicator, if the row is one.
    #[must_use]
    pub const fn indicator(self) -> Option<Key<Indicator>> {
        match self {
            Self::Indicator(indicator) => Some(indicator),
            Self::Theme(_) | Self::Singles(_) => None,
        }
    }
}

/// Returns the number of areas with a figure of an indicator, of whatever time.
#[must_use]
pub fn holders(dataset: &Dataset, indicator: Key<Indicator>) -> usize {
    dataset.observations.reporters(indicator)
}

/// Returns the number of areas, of those that are shown, with a figure of an indicator, of whatever time.
fn holders_among(dataset: &Dataset, shown: &[Key<Area>], indicator: Key<Indicator>) -> usize {
    if shown.len() == dataset.areas.len() {
        return holders(dataset, indicator);
    }
    shown.iter().filter(|area| dataset.reports(**area, indicator)).count()
}

/// The shape of the table, which the data and the areas that are shown decide; folding chooses from it.
#[derive(Clone, Debug)]
pub struct Outline {
    themes: Vec<ThemeOutline>,
}

#[derive(Clone, Debug)]
struct ThemeOutline {
    theme: Key<Theme>,
    shared: Vec<Key<Indicator>>,
    singles: Vec<Key<Indicator>>,
}

/// The themes that are folded and unfolded by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// Themes that are folded although they have something to compare, or unfolded although they have not.
    pub themes: HashSet<Key<Theme>>,
    /// Themes whose single indicators are unfolded.
    pub singles: HashSet<Key<Theme>>,
}

impl Outline {
    /// Builds the shape of the table for some areas. Indicators without a figure of theirs have no row.
    #[must_use]
    pub fn new(dataset: &Dataset, shown: &[Key<Area>]) -> Self {
        let outline = |theme: Key<Theme>| {
            let reported = dataset.indicators_of(theme).map(|(key, _)| (key, holders_among(dataset, shown, key)));
            let reported: Vec<_> = reported.filter(|(_, holders)| *holders > 0).collect();
            let most = reported.iter().map(|(_, holders)| *holders).max().unwrap_or(0);
            let shared = reported.iter().filter(|(_, holders)| *holders > 1);
            let shared = shared.in_order_by_key(|(_, holders)| std::cmp::Reverse(*holders)).map(|(key, _)| *key);
            let singles = reported.iter().filter(|(_, holders)| *holders == 1).map(|(key, _)| *key).collect();
            (dataset.themes[theme].is_context, most, ThemeOutline { theme, shared: shared.collect(), singles })
        };
        let themes = dataset.themes.keys().map(outline).filter(|(_, most, _)| *most > 0);
        // All areas, three or more, two, one: within these, as in the data.
        let all = shown.len();
        let class = |most: usize| if most == all { usize::MAX } else { most.min(3) };
        let themes = themes.in_order_by_key(|(context, most, _)| (*context, std::cmp::Reverse(class(*most))));
        Self { themes: themes.map(|(_, _, outline)| outline).collect() }
    }

    /// Returns the visible rows.
    #[must_use]
    pub fn rows(&self, folds: &Folds) -> Vec<Row> {
        let mut rows = Vec::new();
        for outline in &self.themes {
            rows.push(Row::Theme(outline.theme));
            if !self.is_unfolded(outline.theme, folds) {
                continue;
            }
            rows.extend(outline.shared.iter().map(|indicator| Row::Indicator(*indicator)));
            if outline.shared.is_empty() {
                rows.extend(outline.singles.iter().map(|indicator| Row::Indicator(*indicator)));
            } else if !outline.singles.is_empty() {
                rows.push(Row::Singles(outline.theme));
                if folds.singles.contains(&outline.theme) {
                    rows.extend(outline.singles.iter().map(|indicator| Row::Indicator(*indicator)));
                }
            }
        }
        rows
    }

    /// Whether the rows of a theme are visible.
    #[must_use]
    pub fn is_unfolded(&self, theme: Key<Theme>, folds: &Folds) -> bool {
        let by_itself = self.of(theme).is_some_and(|outline| !outline.shared.is_empty());
        by_itself != folds.themes.contains(&theme)
    }

    /// Returns how many indicators of a theme several areas report, and how many one alone.
    #[must_use]
    pub fn counts(&self, theme: Key<Theme>) -> (usize, usize) {
        self.of(theme).map_or((0, 0), |outline| (outline.shared.len(), outline.singles.len()))
    }

    /// Returns the themes in the order of the table.
    pub fn themes(&self) -> impl Iterator<Item = Key<Theme>> {
        self.themes.iter().map(|outline| outline.theme)
    }

    /// Returns the themes that have any of some indicators.
    pub fn themes_of(&self, indicators: &HashSet<Key<Indicator>>) -> impl Iterator<Item = Key<Theme>> {
        let has_any =
            |theme: &&ThemeOutline| theme.shared.iter().chain(&theme.singles).any(|key| indicators.contains(key));
        self.themes.iter().filter(has_any).map(|outline| outline.theme)
    }

    /// Returns the indicators that several areas report, in the order of the table.
    pub fn shared(&self) -> impl Iterator<Item = Key<Indicator>> {
        self.themes.iter().flat_map(|outline| outline.shared.iter().copied())
    }

    /// Returns all indicators that have a row, folded away or not.
    pub fn indicators(&self) -> impl Iterator<Item = Key<Indicator>> {
        self.themes.iter().flat_map(|outline| outline.shared.iter().chain(&outline.singles).copied())
    }

    fn of(&self, theme: Key<Theme>) -> Option<&ThemeOutline> {
        self.themes.iter().find(|outline| outline.theme == theme)
    }
}
