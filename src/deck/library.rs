//! The data together with the decks that present it.

use super::model::Deck;
use crate::domain::{Dataset, Table};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// All data and all decks.
///
/// The decks stand beside the [`Dataset`] and not in it, because the domain knows nothing of presentations. A library
/// is read like the dataset that it contains: all that looks only at data takes a `&Dataset`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Library {
    /// The data that the decks refer to.
    pub dataset: Dataset,
    /// The decks, in the order of the files.
    pub decks: Table<Deck>,
}

impl Deref for Library {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        &self.dataset
    }
}
