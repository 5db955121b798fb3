//! What the dashboard holds and how it changes: state, actions, the key table and the layout. No drawing here; of
//! ratatui only geometry and key types are used, and those only in [`layout`] and [`keys`].

pub mod action;
pub mod compare;
mod copy;
pub mod coverage;
pub mod find;
pub mod help;
pub mod input;
pub mod items;
pub mod keys;
pub mod layout;
pub mod mark;
mod open;
pub mod pointer;
pub mod reader;
mod rows;
pub mod sheet;
pub mod state;
pub mod talk;
mod update;

pub use action::{Action, Effect};
pub use copy::Clipboard;
pub use rows::Row;
pub use state::{Overlay, Pane, Screen, Selection, Settings, State};
pub use talk::{LARGEST, Now, Step, Talk};
