//! Links: addresses behind what is drawn.

/// A run of cells on one row of the screen that leads to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub column: u16,
    pub row: u16,
    /// How many cells lead there.
    pub width: u16,
    pub address: String,
}
