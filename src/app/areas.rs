//! Which areas the dashboard shows, in which order, and under which names.

use super::state::State;
use crate::domain::SavedGroup;
use crate::domain::{Area, Key};
use crate::text::width;

/// Stands behind the name of one's own area.
const HOME_MARK: &str = "⌂";

impl State {
    /// Returns the areas that are shown, in their order: the own one first.
    #[must_use]
    pub fn areas(&self) -> &[Key<Area>] {
        self.nav.shown.keys()
    }

    /// Returns the place of an area among those that are shown.
    #[must_use]
    pub fn place_of(&self, area: Key<Area>) -> Option<usize> {
        self.areas().iter().position(|shown| *shown == area)
    }

    /// Returns the name of an area as columns and bars show it: the own one is marked.
    #[must_use]
    pub fn shown_name(&self, area: Key<Area>) -> String {
        let name = self.dataset().areas[area].name.get(self.lang());
        if self.home() == Some(area) { format!("{name}{HOME_MARK}") } else { name.to_owned() }
    }

    /// Returns the cells of the longest of these names.
    pub(super) fn widest_shown_name(&self) -> usize {
        let cells = |area: &Key<Area>| {
            width(self.dataset().areas[*area].name.get(self.lang()))
                + if self.home() == Some(*area) { width(HOME_MARK) } else { 0 }
        };
        let measure = || self.areas().iter().map(cells).max().unwrap_or_default();
        self.context.widest_names.of_areas((self.lang(), self.home()), self.nav.shown.list(), measure)
    }

    /// Returns the area of whoever sits before the dashboard, as the settings say.
    #[must_use]
    pub const fn home(&self) -> Option<Key<Area>> {
        self.nav.shown.home()
    }

    /// Sets the groups of areas that the settings name.
    pub fn set_area_groups(&mut self, groups: Vec<SavedGroup>) {
        self.context.area_groups = groups.into();
    }
}
