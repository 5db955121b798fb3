//! Which areas are shown, and in which order.

use crate::domain::{Area, Dataset, Key};
use crate::sorting::PutInOrder;
use std::rc::Rc;

/// The areas that the dashboard shows. There is always one at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownAreas {
    shown: Rc<[Key<Area>]>,
    /// The area of whoever sits before the dashboard.
    home: Option<Key<Area>>,
}

impl ShownAreas {
    /// Shows all areas, in the order of the data.
    pub fn all(dataset: &Dataset) -> Self {
        Self { shown: dataset.areas.keys().collect(), home: None }
    }

    /// Returns the areas in the order in which they are shown.
    pub fn keys(&self) -> &[Key<Area>] {
        &self.shown
    }

    /// Returns the same list, which another takes the place of where anything is shown otherwise.
    pub const fn list(&self) -> &Rc<[Key<Area>]> {
        &self.shown
    }

    /// Returns the area of whoever sits before the dashboard.
    pub const fn home(&self) -> Option<Key<Area>> {
        self.home
    }

    /// Puts an area first, here and whenever areas are chosen.
    pub fn set_home(&mut self, home: Option<Key<Area>>) {
        self.home = home;
        let shown = Rc::clone(&self.shown);
        self.choose(shown.iter().copied());
    }

    /// Shows these areas, in this order but for the own one, which comes first. Without any area all stay that are shown.
    /// Returns whether anything is shown otherwise now.
    pub fn choose(&mut self, areas: impl IntoIterator<Item = Key<Area>>) -> bool {
        let mut areas: Vec<Key<Area>> = areas.into_iter().collect();
        areas.put_in_order_by_key(|area| Some(*area) != self.home);
        let is_other = !areas.is_empty() && areas != *self.shown;
        if is_other {
            self.shown = areas.into();
        }
        is_other
    }

    /// Puts the shown areas into this order; `None` for that of the data, the own one first.
    pub fn sort(&mut self, order: Option<Vec<Key<Area>>>) -> bool {
        let Some(order) = order else {
            let mut areas = self.shown.to_vec();
            areas.put_in_order();
            return self.choose(areas);
        };
        let is_other = order != *self.shown;
        self.shown = order.into();
        is_other
    }

    /// Shows an area beside those that are shown, and returns whether it was not.
    pub fn include(&mut self, area: Key<Area>) -> bool {
        let is_hidden = !self.shown.contains(&area);
        if is_hidden {
            let shown = Rc::clone(&self.shown);
            let position = shown.iter().position(|other| Some(*other) != self.home && *other > area);
            let (before, after) = shown.split_at(position.unwrap_or(shown.len()));
            self.choose(before.iter().chain([&area]).chain(after).copied());
        }
        is_hidden
    }

    /// Returns the areas in other data, as far as they are still there; all, where none is or all were shown.
    pub fn in_other_data(&self, old: &Dataset, new: &Dataset) -> Self {
        let same = |area: &Key<Area>| new.areas.find(&old.areas[*area].id);
        let mut areas = Self { home: self.home.as_ref().and_then(same), ..Self::all(new) };
        if self.shown.len() == old.areas.len() {
            areas.set_home(areas.home);
        } else {
            areas.choose(self.shown.iter().filter_map(same));
        }
        areas
    }
}
