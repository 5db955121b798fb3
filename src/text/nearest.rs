//! The nearest known word to a mistyped one.

/// Returns the known word that was most likely meant; `None` where none is near. A word is near if at most a third of the
/// typed letters must change.
#[must_use]
pub fn nearest<'w>(typed: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let distance = |word: &str| strsim::damerau_levenshtein(typed, word);
    let near = typed.chars().count().div_ceil(3);
    known.map(|word| (distance(word), word)).filter(|(distance, _)| *distance <= near).min().map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_does_not() {
        let words = ["exact", "at-least", "below", "about"];
        assert_eq!(nearest("at-leats", words.into_iter()), Some("at-least"));
        assert_eq!(nearest("exat", words.into_iter()), Some("exact"));
        assert_eq!(nearest("perhaps", words.into_iter()), None);
    }
}
