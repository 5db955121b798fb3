//! Drawings in dots, which half blocks show two to a cell.

/// A drawing in dots, row by row.
pub(super) type Dots = Vec<Vec<bool>>;
