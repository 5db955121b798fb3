//! The key tables. One row holds the keys, their action, and its words in the help and the footer.
//!
//! Every action has an arrow, Control or function key beside its letter, because letters arrive late or full-width
//! under a Chinese input method. Full-width letters are folded.

pub(super) mod binding;
mod chord;
mod dashboard;
mod following;
pub(super) mod group;
mod in_force;
mod own_figures;
mod press;
mod table;
#[cfg(test)]
mod tests;

pub use binding::Binding;
pub use chord::{Chord, NotAKey};
pub use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
pub use dashboard::BINDINGS;
pub use following::{FOLLOWING, following_keys};
pub use group::BindingGroup;
pub use in_force::bindings;
pub use press::{action, is_release, mouse_action, presentation_action};
pub use table::{KeyTable, Keys};
