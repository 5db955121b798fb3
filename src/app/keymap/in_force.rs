//! Which key table is in force.

use super::table::KeyTable;
use crate::app::state::State;

/// Returns the key table in force: that of presentations while a slide is shown, and nothing is looked for over it.
#[must_use]
pub fn bindings(state: &State) -> &KeyTable {
    if state.is_presenting() && state.find().is_none() { &state.keys().presentation } else { &state.keys().dashboard }
}
