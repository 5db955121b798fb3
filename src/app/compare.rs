//! The Compare screen's own state: the cursor, what is folded, and how far the table is scrolled.

use super::rows::{Folds, Outline, Row};
use crate::domain::{Dataset, Indicator, Key, Theme};

/// The Compare screen's own state.
#[derive(Clone, Debug)]
pub struct CompareState {
    /// The shape of the table.
    pub outline: Outline,
    /// The rows that are to be seen, in order.
    pub rows: Vec<Row>,
    /// What is folded and unfolded by hand.
    pub folds: Folds,
    /// The row that is selected.
    pub cursor: Row,
    /// The first row that is drawn.
    pub top: usize,
    /// Whether bars are sorted by value.
    pub by_value: bool,
}

impl CompareState {
    /// The table as it opens, on the first indicator. `None` where the data has no figure, so that there is no row.
    pub(super) fn open(dataset: &Dataset) -> Option<Self> {
        let outline = Outline::new(dataset);
        let folds = Folds::default();
        let rows = outline.rows(&folds);
        let cursor = *rows.iter().find(|row| row.indicator().is_some()).or_else(|| rows.first())?;
        Some(Self { outline, rows, folds, cursor, top: 0, by_value: false })
    }

    /// The same place in `fresh`, the table of new data, where it still exists.
    pub(super) fn carried_over(&self, old: &Dataset, new: &Dataset, mut fresh: Self) -> Self {
        let theme = |key: &Key<Theme>| new.themes.find(&old.themes[*key].id);
        fresh.folds.themes = self.folds.themes.iter().filter_map(theme).collect();
        fresh.folds.singles = self.folds.singles.iter().filter_map(theme).collect();
        fresh.rows = fresh.outline.rows(&fresh.folds);
        let cursor = match self.cursor {
            Row::Theme(key) => theme(&key).map(Row::Theme),
            Row::Singles(key) => theme(&key).map(Row::Singles),
            Row::Indicator(key) => new.indicators.find(&old.indicators[key].id).map(Row::Indicator),
        };
        if let Some(cursor) = cursor.filter(|cursor| fresh.rows.contains(cursor)) {
            fresh.cursor = cursor;
        }
        Self { top: self.top, by_value: self.by_value, ..fresh }
    }

    /// The place of the cursor among the rows.
    #[must_use]
    pub fn position(&self) -> usize {
        self.rows.iter().position(|row| *row == self.cursor).unwrap_or(0)
    }

    /// Puts the cursor on the row at `position`, or the last.
    pub(super) fn go_to(&mut self, position: usize) {
        let position = position.min(self.rows.len().saturating_sub(1));
        if let Some(row) = self.rows.get(position) {
            self.cursor = *row;
        }
    }

    /// Puts the cursor on an indicator, unfolding what hides it.
    pub fn reveal(&mut self, dataset: &Dataset, indicator: Key<Indicator>) {
        let theme = dataset.indicators[indicator].theme;
        if !self.outline.is_unfolded(theme, &self.folds) {
            self.toggle_theme(theme);
        }
        if !self.rows.contains(&Row::Indicator(indicator)) {
            self.folds.singles.insert(theme);
            self.rows = self.outline.rows(&self.folds);
        }
        self.cursor = Row::Indicator(indicator);
    }

    /// Folds what is unfolded and unfolds what is folded under the cursor.
    pub(super) fn toggle(&mut self) {
        match self.cursor {
            Row::Theme(theme) => self.toggle_theme(theme),
            Row::Singles(theme) => {
                if !self.folds.singles.remove(&theme) {
                    self.folds.singles.insert(theme);
                }
                self.rows = self.outline.rows(&self.folds);
            }
            Row::Indicator(_) => {}
        }
    }

    fn toggle_theme(&mut self, theme: Key<Theme>) {
        if !self.folds.themes.remove(&theme) {
            self.folds.themes.insert(theme);
        }
        self.rows = self.outline.rows(&self.folds);
    }

    /// Unfolds everything; where everything is unfolded, folds what is so by itself.
    pub(super) fn toggle_all(&mut self) {
        let themes: Vec<_> = self.outline.themes().collect();
        let open = Folds {
            themes: themes.iter().copied().filter(|theme| self.outline.counts(*theme).0 == 0).collect(),
            singles: themes.iter().copied().filter(|theme| self.outline.counts(*theme).0 > 0).collect(),
        };
        self.folds = if self.folds == open { Folds::default() } else { open };
        let position = self.position();
        self.rows = self.outline.rows(&self.folds);
        if !self.rows.contains(&self.cursor) {
            self.go_to(position);
        }
    }

    /// Scrolls so that the cursor is among the `height` rows that are drawn.
    pub(super) fn keep_in_view(&mut self, height: usize) {
        let position = self.position();
        let last_top = self.rows.len().saturating_sub(height);
        if position < self.top {
            // The theme above its first indicator is worth the line.
            let theme_above = position > 0 && matches!(self.rows.get(position - 1), Some(Row::Theme(_)));
            self.top = position - usize::from(theme_above && height > 1);
        } else if position >= self.top + height {
            self.top = (position + 1).saturating_sub(height);
        }
        self.top = self.top.min(last_top);
    }
}
