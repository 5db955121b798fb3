//! The form in which single characters are compared.

use crate::text::fold_fullwidth;

/// Folds a character for comparison: full-width letters, digits and signs become ordinary ones, capitals become small.
pub(super) fn folded(character: char) -> char {
    let narrow = match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => fold_fullwidth(character),
        other => other,
    };
    let mut small = narrow.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(narrow)
}
