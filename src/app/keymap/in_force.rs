//! Which key table is in force.

use super::table::KeyTable;
use crate::app::state::State;

/// Returns the key table in force: that of presentations while a slide is shown.
#[must_use]
pub fn bindings(state: &State) -> &KeyTable {
    if state.is_presenting() { &state.keys().presentation } else { &state.keys().dashboard }
}
