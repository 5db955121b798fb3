//! The table of the Compare screen: its rows, which of them are folded, and its cursor.

use super::outline::{Folds, Outline, Row};
use crate::app::overflow::lines_shown;
use crate::app::viewport::Viewport;
use crate::domain::{Area, Dataset, Indicator, Key, Theme};
use std::collections::HashSet;

/// The table of the Compare screen. It always has a row, and the cursor is always on one.
#[derive(Clone, Debug)]
pub struct CompareTable {
    outline: Outline,
    folds: Folds,
    /// The rows that are not folded away, in order.
    rows: Vec<Row>,
    /// The row on which the table opened, used if the cursor's index is out of range.
    first: Row,
    view: Viewport,
    is_sorted_by_value: bool,
    /// The indicators that have a row; `None` for all.
    only: Option<HashSet<Key<Indicator>>>,
}

impl CompareTable {
    /// Opens the table on its first indicator; `None` if the data have no figure, so that there is no row.
    pub(in crate::app) fn open(dataset: &Dataset, shown: &[Key<Area>]) -> Option<Self> {
        let outline = Outline::new(dataset, shown);
        let folds = Folds::default();
        let rows = outline.rows(&folds);
        let first = *rows.iter().find(|row| row.indicator().is_some()).or_else(|| rows.first())?;
        let view = Viewport::default();
        let mut table = Self { outline, folds, rows, first, view, is_sorted_by_value: false, only: None };
        table.select(first);
        Some(table)
    }

    /// Returns `fresh`, the table of new data, at the same row and folded alike where those still exist.
    pub(in crate::app) fn carried_over(&self, old: &Dataset, new: &Dataset, mut fresh: Self) -> Self {
        let theme = |key: &Key<Theme>| new.themes.find(&old.themes[*key].id);
        let indicator = |key: &Key<Indicator>| new.indicators.find(&old.indicators[*key].id);
        fresh.folds.themes = self.folds.themes.iter().filter_map(theme).collect();
        fresh.folds.singles = self.folds.singles.iter().filter_map(theme).collect();
        fresh.only = self.only.as_ref().map(|only| only.iter().filter_map(indicator).collect());
        fresh.make_rows();
        let cursor = match self.cursor() {
            Row::Theme(key) => theme(&key).map(Row::Theme),
            Row::Singles(key) => theme(&key).map(Row::Singles),
            Row::Indicator(key) => indicator(&key).map(Row::Indicator),
        };
        fresh.view = self.view;
        // The row may be gone, and that on which the table opens may be folded away.
        if !cursor.is_some_and(|row| fresh.select(row)) && !fresh.select(fresh.first) {
            fresh.go_to(fresh.position());
        }
        fresh.is_sorted_by_value = self.is_sorted_by_value;
        fresh
    }

    /// Returns the rows that are not folded away, in order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns how many indicators have no row because they are folded away.
    pub(in crate::app) fn folded(&self) -> usize {
        let has_row = |indicator: &Key<Indicator>| self.only.as_ref().is_none_or(|only| only.contains(indicator));
        let shown = self.rows.iter().filter(|row| row.indicator().is_some()).count();
        self.outline.indicators().filter(has_row).count().saturating_sub(shown)
    }

    /// Returns the selected row.
    #[must_use]
    pub fn cursor(&self) -> Row {
        self.rows.get(self.view.cursor()).copied().unwrap_or(self.first)
    }

    /// Returns the index of the selected row.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.view.cursor()
    }

    /// Returns the index of the first row that is drawn.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.view.top()
    }

    /// Returns the indicators whose rows there is room for.
    pub(in crate::app) fn indicators_in_view(&self) -> impl Iterator<Item = Key<Indicator>> {
        self.rows.iter().skip(self.view.top()).take(self.view.rows().len()).filter_map(|row| row.indicator())
    }

    /// Returns the shape of the table.
    #[must_use]
    pub const fn outline(&self) -> &Outline {
        &self.outline
    }

    /// Returns the themes that are folded and unfolded by hand.
    #[must_use]
    pub const fn folds(&self) -> &Folds {
        &self.folds
    }

    /// Whether bars are sorted by value.
    #[must_use]
    pub const fn is_sorted_by_value(&self) -> bool {
        self.is_sorted_by_value
    }

    /// Sorts bars by value, or as in the data again.
    pub(in crate::app) const fn sort_by_value(&mut self, is_sorted: bool) {
        self.is_sorted_by_value = is_sorted;
    }

    /// Whether only some indicators have a row.
    #[must_use]
    pub const fn is_filtered(&self) -> bool {
        self.only.is_some()
    }

    /// Counts the indicators of a theme that have a row.
    #[must_use]
    pub fn count_rows(&self, dataset: &Dataset, theme: Key<Theme>) -> usize {
        let indicators = self.rows.iter().filter_map(|row| row.indicator());
        indicators.filter(|indicator| dataset.indicators[*indicator].theme == theme).count()
    }

    /// Gives rows to these indicators only, with their themes; `None` gives one to all. Returns whether there are any rows
    /// then; otherwise nothing changes.
    pub(in crate::app) fn keep_only(&mut self, only: Option<HashSet<Key<Indicator>>>) -> bool {
        let cursor = self.cursor();
        let before = std::mem::replace(&mut self.only, only);
        self.make_rows();
        let has_rows = !self.rows.is_empty();
        if !has_rows {
            self.only = before;
            self.make_rows();
        }
        if !self.select(cursor) {
            let first = self.rows.iter().position(|row| row.indicator().is_some());
            self.view.put(first.unwrap_or(0));
        }
        has_rows
    }

    /// Makes the rows that are not folded away, of the indicators that have one.
    fn make_rows(&mut self) {
        let rows = self.outline.rows(&self.folds);
        self.rows = match &self.only {
            None => rows,
            Some(only) => {
                let themes: HashSet<Key<Theme>> = self.outline.themes_of(only).collect();
                let keeps = |row: &Row| match row {
                    Row::Indicator(indicator) => only.contains(indicator),
                    Row::Theme(theme) => themes.contains(theme),
                    Row::Singles(_) => false,
                };
                rows.into_iter().filter(keeps).collect()
            }
        };
    }

    /// Puts the cursor on a row, and returns whether there is such a row.
    pub(in crate::app) fn select(&mut self, row: Row) -> bool {
        let position = self.rows.iter().position(|other| *other == row);
        if let Some(position) = position {
            self.view.put(position);
        }
        position.is_some()
    }

    /// Puts the cursor on a row that was asked for, with the rows around it in view.
    pub(in crate::app) fn jump_to(&mut self, row: Row) {
        if let Some(position) = self.rows.iter().position(|other| *other == row) {
            self.view.jump_to(position);
        }
    }

    /// Puts the cursor on the row at `position`, or the last.
    pub(in crate::app) fn go_to(&mut self, position: usize) {
        self.view.put(position.min(self.rows.len().saturating_sub(1)));
    }

    /// Moves the cursor by `step` rows.
    pub(in crate::app) fn step(&mut self, step: isize) {
        self.view.step(step, self.rows.len());
    }

    /// Scrolls by `step` rows; the cursor moves along if it would leave the visible rows.
    pub(in crate::app) fn scroll(&mut self, step: isize) {
        self.view.scroll(step, self.rows.len());
    }

    /// Puts the cursor on an indicator, unfolding what hides it.
    pub fn reveal(&mut self, dataset: &Dataset, indicator: Key<Indicator>) {
        let theme = dataset.indicators[indicator].theme;
        if !self.outline.is_unfolded(theme, &self.folds) {
            self.toggle_theme(theme);
        }
        if !self.rows.contains(&Row::Indicator(indicator)) {
            self.folds.singles.insert(theme);
            self.make_rows();
        }
        self.jump_to(Row::Indicator(indicator));
    }

    /// Folds what is unfolded and unfolds what is folded under the cursor.
    pub(in crate::app) fn toggle(&mut self) {
        let cursor = self.cursor();
        match cursor {
            Row::Theme(theme) => self.toggle_theme(theme),
            Row::Singles(theme) => {
                if !self.folds.singles.remove(&theme) {
                    self.folds.singles.insert(theme);
                }
                self.make_rows();
            }
            Row::Indicator(_) => {}
        }
        self.select(cursor);
    }

    fn toggle_theme(&mut self, theme: Key<Theme>) {
        if !self.folds.themes.remove(&theme) {
            self.folds.themes.insert(theme);
        }
        self.make_rows();
    }

    /// Whether unfolding or folding everything changes a row.
    pub(in crate::app) fn can_toggle_all(&self) -> bool {
        self.folds != Folds::default() || self.outline.themes().any(|theme| self.outline.counts(theme).1 > 0)
    }

    /// Unfolds everything; where everything is unfolded, folds what is folded when the table opens.
    pub(in crate::app) fn toggle_all(&mut self) {
        let themes: Vec<_> = self.outline.themes().collect();
        let open = Folds {
            themes: themes.iter().copied().filter(|theme| self.outline.counts(*theme).0 == 0).collect(),
            singles: themes.iter().copied().filter(|theme| self.outline.counts(*theme).0 > 0).collect(),
        };
        let (cursor, position) = (self.cursor(), self.position());
        self.folds = if self.folds == open { Folds::default() } else { open };
        self.make_rows();
        if !self.select(cursor) {
            self.go_to(position);
        }
    }

    /// Brings the cursor among the `height` rows that are drawn.
    pub(in crate::app) fn settle(&mut self, height: usize) {
        self.view.resize(lines_shown(self.rows.len(), height));
        let (position, top) = (self.view.cursor(), self.view.top());
        // The theme above its first indicator is worth the line, but only where the table has to be scrolled at all.
        let is_theme_above = position > 0 && matches!(self.rows.get(position - 1), Some(Row::Theme(_)));
        let above = usize::from(position < top && is_theme_above && height > 1);
        self.view.settle(self.rows.len(), above);
    }
}
