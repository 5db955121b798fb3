//! Defines bitmaps, which half blocks draw with two dots to a cell.

/// Dots that are set or not, row by row.
pub(super) type Bitmap = Vec<Vec<bool>>;
