//! The form in which texts and what is typed are compared, character by character.

use crate::text::{fold_fullwidth, simplified};

/// What stands between words: spaces, hyphens, quotation marks, brackets. It may be typed or left out.
pub(super) const SEPARATOR: char = ' ';
/// What stands within a number and is never needed: the comma of thousands.
pub(super) const NOTHING: char = '\0';

/// Folds a character for comparison: full-width letters, digits and signs become ordinary ones, capitals become small,
/// traditional characters simplified.
fn folded(character: char) -> char {
    let narrow = match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => fold_fullwidth(character),
        other => simplified(other),
    };
    let mut small = narrow.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(narrow)
}

/// Returns the letters of a text, one for each character.
pub(super) fn letters(text: &str) -> Vec<char> {
    let each: Vec<char> = text.chars().map(folded).collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| each.get(at)).is_some_and(char::is_ascii_digit);
    let lettered = each.iter().enumerate().map(|(at, &letter)| {
        let is_in_number = is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        match letter {
            ',' if is_in_number => NOTHING,
            '.' if is_in_number => letter,
            '+' => letter,
            letter if letter.is_alphanumeric() => letter,
            _ => SEPARATOR,
        }
    });
    lettered.collect()
}

/// Returns the letters of what was typed: separators stay between two numbers alone, which they hold apart.
pub(super) fn typed_letters(typed: &str) -> Vec<char> {
    let mut kept: Vec<char> = Vec::new();
    let mut is_apart = false;
    for letter in letters(typed) {
        match letter {
            NOTHING => {}
            SEPARATOR => is_apart = true,
            letter => {
                if is_apart && letter.is_ascii_digit() && kept.last().is_some_and(char::is_ascii_digit) {
                    kept.push(SEPARATOR);
                }
                is_apart = false;
                kept.push(letter);
            }
        }
    }
    kept
}

/// Returns whether a letter of a text may be passed over between two typed letters. Numbers are not joined, so 15 is not
/// found in 1–5.
pub(super) fn is_passed(letter: char, before: Option<char>, next: Option<char>) -> bool {
    let is_digit = |typed: Option<char>| typed.is_some_and(|typed| typed.is_ascii_digit());
    letter == NOTHING || (letter == SEPARATOR && !(is_digit(before) && is_digit(next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_separate_and_numbers_stay_whole() {
        let of = |text: &str| letters(text).into_iter().collect::<String>();
        assert_eq!(of("Ｐroposals-Filed（１，９７８）"), "proposals filed 1\09 8 ".replace("9 8", "978"));
        assert_eq!(of("2025.1–8? ≥50%"), "2025.1 8   50 ");
        let typed = |text: &str| typed_letters(text).into_iter().collect::<String>();
        assert_eq!(typed("li-an “ti'an” 48–55 1,978. 1+1+19"), "liantian48 55 1978 1+1+19");
        assert_eq!(typed("—？"), "");
    }
}
