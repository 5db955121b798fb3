//! The user's own deck: one file of slides, kept beside the packs, which the dashboard adds to and edits.
//!
//! - `sources` lists the files in force: the built-in packs, the named folders, and the deck.
//! - `load` reads them. If only the deck has faults, the rest is loaded without it.
//! - `edit` changes the text of the deck's file and keeps everything else in it.
//! - `store` applies edits. Each is checked like all data, written completely or not at all, and can be undone.
//!
//! Whether a slide fits a screen is known only where slides are drawn, and is no reason to refuse an edit: the deck may be given
//! on another screen than it is made on.

mod edit;
mod load;
mod sources;
mod store;

pub use edit::{Uneditable, edited};
pub use load::{LoadedData, faults_notice, load, load_to_look_at, load_with_texts};
pub use sources::DataSources;
pub use store::{EditError, UserDeck};
