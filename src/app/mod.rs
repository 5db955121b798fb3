//! What the dashboard holds and how it changes: state, actions, the key table and the layout. No drawing here; of
//! ratatui only geometry and key types are used, and those only in [`layout`] and [`keys`].

pub mod action;
pub mod compare;
pub mod keys;
pub mod layout;
mod rows;
pub mod state;
mod update;

pub use action::{Action, Effect};
pub use rows::Row;
pub use state::{Overlay, Pane, Screen, Settings, State};
