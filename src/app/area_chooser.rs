//! Choosing the areas that are shown: a list in which areas are marked, one by one or by a saved group.

use super::viewport::Viewport;
use crate::domain::{Area, Dataset, Key, SavedGroup};
use crate::sorting::PutInOrder;
use std::rc::Rc;

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChooserRow<'a> {
    Group(&'a SavedGroup),
    Area(Key<Area>),
}

/// The list from which areas are chosen. The groups come first.
#[derive(Clone, Debug)]
pub struct AreaChooser {
    groups: Rc<[SavedGroup]>,
    /// All areas, the own one first.
    areas: Vec<Key<Area>>,
    marked: Vec<Key<Area>>,
    view: Viewport,
}

impl AreaChooser {
    /// Opens the list on the selected area, with the shown areas marked.
    pub(super) fn open(
        dataset: &Dataset,
        groups: Rc<[SavedGroup]>,
        (home, shown, selected): (Option<Key<Area>>, &[Key<Area>], Key<Area>),
    ) -> Self {
        let mut areas: Vec<Key<Area>> = dataset.areas.keys().collect();
        areas.put_in_order_by_key(|area| Some(*area) != home);
        let mut view = Viewport::default();
        view.put(groups.len() + areas.iter().position(|area| *area == selected).unwrap_or(0));
        Self { groups, areas, marked: shown.to_vec(), view }
    }

    /// Returns the rows, the groups first.
    pub fn rows(&self) -> impl Iterator<Item = ChooserRow<'_>> {
        self.groups.iter().map(ChooserRow::Group).chain(self.areas.iter().copied().map(ChooserRow::Area))
    }

    /// Counts the groups and the areas.
    #[must_use]
    pub fn height(&self) -> usize {
        self.groups.len() + self.areas.len()
    }

    /// Returns the index of the row that the cursor is on.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.view.cursor()
    }

    /// Returns the index of the first row that is drawn.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.view.top()
    }

    /// Whether an area, or every area of a group, is marked.
    #[must_use]
    pub fn is_marked(&self, row: ChooserRow<'_>) -> bool {
        match row {
            ChooserRow::Group(group) => group.areas.iter().all(|area| self.marked.contains(area)),
            ChooserRow::Area(area) => self.marked.contains(&area),
        }
    }

    /// Returns the marked areas, in the order of the list.
    #[must_use]
    pub fn marked(&self) -> Vec<Key<Area>> {
        self.areas.iter().copied().filter(|area| self.marked.contains(area)).collect()
    }

    pub(super) fn step(&mut self, step: isize) {
        self.view.step(step, self.height());
    }

    pub(super) fn pick(&mut self, row: usize) {
        self.view.put(row.min(self.height().saturating_sub(1)));
    }

    /// Brings the cursor among the `rows` that are drawn.
    pub(super) fn settle(&mut self, rows: usize) {
        self.view.resize(rows);
        self.view.settle(self.height(), 0);
    }

    /// Marks the area under the cursor, or removes its mark; a group is marked alone.
    pub(super) fn toggle(&mut self) {
        let at = self.view.cursor();
        if let Some(group) = self.groups.get(at) {
            self.marked.clone_from(&group.areas);
        } else if let Some(area) = at.checked_sub(self.groups.len()).and_then(|at| self.areas.get(at)) {
            let before = self.marked.len();
            self.marked.retain(|marked| marked != area);
            if self.marked.len() == before {
                self.marked.push(*area);
            }
        }
    }

    /// Marks every area of the data.
    pub(super) fn mark_all(&mut self) {
        self.marked.clone_from(&self.areas);
    }

    /// Removes the marks of all areas.
    pub(super) fn mark_none(&mut self) {
        self.marked.clear();
    }

    /// Marks the group under the cursor, alone, if it is on one.
    pub(super) fn mark_group(&mut self) {
        if self.view.cursor() < self.groups.len() {
            self.toggle();
        }
    }
}
