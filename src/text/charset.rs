//! Which characters the terminal can draw, and what stands in for the others.

use unicode_width::UnicodeWidthChar;

/// The characters that can be drawn. Chinese can be drawn in each of them: what differs are signs, lines and bars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CharSet {
    /// Every character; those of ambiguous width take one cell.
    #[default]
    Unicode,
    /// Every character but those of ambiguous width, which this terminal draws in two cells.
    NoAmbiguous,
    /// ASCII for signs, lines and bars.
    Ascii,
}

impl CharSet {
    /// Returns `unicode` where every character can be drawn, and `ascii` elsewhere.
    #[must_use]
    pub const fn pick<T: Copy>(self, unicode: T, ascii: T) -> T {
        match self {
            Self::Unicode => unicode,
            Self::NoAmbiguous | Self::Ascii => ascii,
        }
    }

    /// Returns the first of two signs that can be drawn.
    #[must_use]
    pub fn sign(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self {
            Self::NoAmbiguous if !unicode.chars().any(is_ambiguous) => unicode,
            _ => self.pick(unicode, ascii),
        }
    }

    /// Returns the character of the same width that stands in for one that cannot be drawn; `None` where it is drawn.
    #[must_use]
    pub fn stand_in(self, character: char) -> Option<char> {
        match self {
            Self::Unicode => None,
            // Any sign of one cell will do: a character that takes two would move the rest of its line.
            Self::NoAmbiguous => is_ambiguous(character).then(|| ascii_fallback(character).unwrap_or('?')),
            // A letter without a fallback stays a letter: nothing is said of its width.
            Self::Ascii => ascii_fallback(character),
        }
    }

    /// Returns `text` with a stand-in for each character that cannot be drawn.
    #[must_use]
    pub fn apply(self, text: &str) -> String {
        text.chars().map(|character| self.stand_in(character).unwrap_or(character)).collect()
    }
}

/// Returns whether a character has ambiguous width (UAX #11): one cell on most terminals, two on some East Asian ones.
#[must_use]
pub fn is_ambiguous(character: char) -> bool {
    character.width() != character.width_cjk()
}

/// Returns the ASCII sign that resembles a box, block or arrow character, a curly quotation mark, a dot or a dash.
#[must_use]
pub fn ascii_fallback(character: char) -> Option<char> {
    Some(match character {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '·' | '•' | '…' => '.',
        '–' | '—' | '─' | '━' | '╌' | '┄' | '▬' | '−' => '-',
        '×' | '✕' => 'x',
        '│' | '┃' | '┆' | '┊' | '╎' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯' => '+',
        '→' | '▸' | '▶' | '›' | '»' => '>',
        '←' | '◂' | '◀' | '‹' | '«' => '<',
        '↑' | '▲' | '▴' | '⌂' => '^',
        '↓' | '▼' | '▾' => 'v',
        '▀' | '▄' | '▘' | '█' | '▉' | '▊' | '▋' | '▌' | '■' | '◼' | '▪' => '#',
        '▓' | '▒' | '░' | '▍' | '▎' | '▏' => ':',
        '●' | '◆' | '★' | '◎' | '○' | '◇' | '☆' | '□' => '*',
        '≥' | '≤' | '≈' | '±' => '~',
        '℃' => 'C',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_cannot_be_drawn_have_stand_ins() {
        assert_eq!(CharSet::Unicode.apply("│“立案”▸①"), "│“立案”▸①");
        assert_eq!(CharSet::NoAmbiguous.apply("│“立案”▸①"), "|\"立案\"▸?");
        assert_eq!(CharSet::Ascii.apply("│“立案”▸①"), "|\"立案\">①");
    }

    #[test]
    fn a_sign_without_ambiguous_characters_is_drawn_on_wide_terminals() {
        let signs = |charset: CharSet| [charset.sign("▸", ">"), charset.sign("→", "->")];
        assert_eq!(signs(CharSet::Unicode), ["▸", "→"]);
        assert_eq!(signs(CharSet::NoAmbiguous), ["▸", "->"]);
        assert_eq!(signs(CharSet::Ascii), [">", "->"]);
    }
}
