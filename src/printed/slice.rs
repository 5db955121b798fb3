//! Parts of a text by the places of its characters.

use std::ops::Range;

/// Returns the characters at these places as a text of their own.
pub(super) fn slice(text: &[char], place: Range<usize>) -> String {
    text.get(place).unwrap_or_default().iter().collect()
}
