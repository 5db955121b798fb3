//! Characters that can't be seen and change what is: control characters, marks that turn the direction of writing, and
//! invisible ones. In data they are faults, and what is printed of a file shows them as escapes.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;

/// Returns whether a character can't be seen, and may steer a terminal, turn text round or make two ids look alike. Line ends
/// and tabs are meant to be there.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        _ if character.is_control() => true,
        '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{feff}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// Returns whether a character shows nothing of its own where it stands in a word or a number: those of [`is_invisible`], and
/// joiners, soft hyphens, fillers and selectors of variants. What is pasted loses them, since nobody could see or delete them.
#[must_use]
pub fn shows_nothing(character: char) -> bool {
    is_invisible(character)
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200c}'..='\u{200d}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{ffa0}'
                | '\u{e0100}'..='\u{e01ef}'
        )
}

/// Returns a text with the escape of TOML in the place of every character that can't be seen. Line ends and tabs stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, is_invisible)
}

/// Returns a text of one line, with escapes in the place of line ends and tabs, too.
#[must_use]
pub fn visible_line(text: &str) -> Cow<'_, str> {
    escaped(text, |character| is_invisible(character) || matches!(character, '\n' | '\t'))
}

/// Returns a path as it can be printed.
#[must_use]
pub fn visible_path(path: &Path) -> String {
    visible_line(&path.to_string_lossy()).into_owned()
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            _ if !is_escaped(character) => escaped.push(character),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            _ => {
                // A string takes whatever is written into it.
                let _ = write!(escaped, "\\u{:04X}", u32::from(character));
            }
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_and_writing_stays() {
        let table = [
            ("滨州 Binzhou：“50余名”\n\t…", "滨州 Binzhou：“50余名”\n\t…"),
            ("a\u{1b}[31mb\u{7}", "a\\u001B[31mb\\u0007"),
            ("\u{9b}2J\u{7f}\r", "\\u009B2J\\u007F\\r"),
            ("\u{202e}txt\u{2066}", "\\u202Etxt\\u2066"),
            ("滨\u{200b}州\u{feff}", "滨\\u200B州\\uFEFF"),
            ("❤\u{fe0f} 👩\u{200d}👩", "❤\u{fe0f} 👩\u{200d}👩"),
        ];
        for (text, shown) in table {
            assert_eq!(visible(text), shown);
        }
        assert_eq!(visible_line("a\nb\tc"), "a\\nb\\tc");
        assert_eq!(visible_path(Path::new("x\u{1b}\n.toml")), "x\\u001B\\n.toml");
    }
}
