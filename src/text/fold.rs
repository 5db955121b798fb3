//! Folding characters: full-width letters typed under an input method, and the ASCII stand-ins of signs.

use unicode_width::UnicodeWidthChar;

/// The ordinary form of a full-width letter, digit or sign (`ｍ` is `m`, `／` is `/`); any other character as it is.
#[must_use]
pub fn fold_fullwidth(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '。' => '.',
        '、' => '/',
        '·' => '`',
        _ => character,
    }
}

/// A sign of one cell that every terminal has in the place of a character whose width East Asian terminals dispute
/// (box, block and arrow characters, curly quotation marks, dots and dashes); `None` where the character is not one
/// of those.
#[must_use]
pub fn plain_ascii(character: char) -> Option<char> {
    Some(match character {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '·' | '•' | '…' => '.',
        '–' | '—' | '─' | '━' | '╌' | '┄' | '▬' => '-',
        '×' | '✕' => 'x',
        '│' | '┃' | '┆' | '┊' | '╎' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯' => '+',
        '→' | '▸' | '▶' | '›' | '»' => '>',
        '←' | '◂' | '◀' | '‹' | '«' => '<',
        '↑' | '▲' | '▴' => '^',
        '↓' | '▼' | '▾' => 'v',
        '▀' | '▄' | '▘' | '█' | '▉' | '▊' | '▋' | '▌' | '■' | '◼' | '▪' => '#',
        '▓' | '▒' | '░' | '▍' | '▎' | '▏' => ':',
        '●' | '◆' | '★' | '○' | '◇' | '☆' | '□' => '*',
        '≥' | '≤' | '≈' | '±' => '~',
        '℃' => 'C',
        _ => return None,
    })
}

/// Whether terminals dispute a character's width: one cell to most, two to some East Asian ones.
#[must_use]
pub fn is_disputed(character: char) -> bool {
    character.width() != character.width_cjk()
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
