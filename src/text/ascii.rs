//! Reading what was typed under a Chinese input method as the ASCII characters of the same keys.

/// Returns the ASCII form of a full-width letter, digit or sign (`ｍ` is `m`, `／` is `/`); any other character as it is.
#[must_use]
pub fn fold_fullwidth(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        // These three have no full-width form: an input method sends them for the keys `.`, `/` and `` ` ``.
        '。' => '.',
        '、' => '/',
        '·' => '`',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_letters_are_folded() {
        assert_eq!("ｍ？／１Ａ".chars().map(fold_fullwidth).collect::<String>(), "m?/1A");
        assert_eq!(fold_fullwidth('政'), '政');
    }
}
