//! The user's own deck: one file of slides, kept beside the packs, which the dashboard adds to and edits.
//!
//! - `sources` lists the files in force: the packs that are compiled in, the folders that were named, and the deck.
//! - `load` reads them. A fault in the deck alone leaves the deck out and takes nothing else away.
//! - `edit` changes the text of the deck's file, and nothing in it that was not meant.
//! - `store` applies edits: each is checked as all data are, then written whole or not at all, and can be undone.
//!
//! Whether a slide fits its screen is known only where slides are drawn: that check is passed in, see [`SlideCheck`].

mod edit;
mod load;
mod sources;
mod store;

pub use load::{LoadedData, SlideCheck, faults_notice, load};
pub use sources::DataSources;
pub use store::{EditError, UserDeck};
