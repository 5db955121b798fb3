//! A key with its modifiers: as it arrives, as it is shown, and as it is written in a file of settings.

use crate::text::{CharSet, fold_fullwidth};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    pub(super) code: KeyCode,
    pub(super) modifiers: KeyModifiers,
}

pub(in crate::app) const fn key(code: KeyCode) -> Chord {
    Chord { code, modifiers: KeyModifiers::NONE }
}

pub(in crate::app) const fn letter(letter: char) -> Chord {
    key(KeyCode::Char(letter))
}

pub(in crate::app) const fn control(letter: char) -> Chord {
    Chord { code: KeyCode::Char(letter), modifiers: KeyModifiers::CONTROL }
}

pub(in crate::app) const fn shifted(code: KeyCode) -> Chord {
    Chord { code, modifiers: KeyModifiers::SHIFT }
}

/// The names of the keys that type no character.
const NAMES: &[(&str, KeyCode)] = &[
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Ins", KeyCode::Insert),
    ("Del", KeyCode::Delete),
];

/// Other names that people write for the same keys.
const ALIASES: &[(&str, &str)] = &[
    ("PageUp", "PgUp"),
    ("PageDown", "PgDn"),
    ("Return", "Enter"),
    ("Escape", "Esc"),
    ("Insert", "Ins"),
    ("Delete", "Del"),
    ("BackTab", "Shift-Tab"),
];

/// The reason why a text names no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAKey {
    Unknown,
    /// Terminals send the same for this as for another key, which is named.
    SameAs(&'static str),
    /// Shift with a letter is written as the capital letter.
    ShiftedLetter,
}

impl Chord {
    /// Returns the key of an event. Full-width letters are folded, and Shift is dropped from letters, which are capital
    /// already.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Self {
        let code = match event.code {
            KeyCode::Char(character) => KeyCode::Char(fold_fullwidth(character)),
            other => other,
        };
        let mut modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        if let KeyCode::F(_) = code {
            modifiers |= event.modifiers & KeyModifiers::SHIFT;
        }
        Self { code, modifiers }
    }

    /// Whether the key types a character, which an input method may hold back or change.
    #[must_use]
    pub const fn types(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    /// Whether this is a function key beyond F12. Few keyboards have any: they are what some terminals send for those with
    /// Shift.
    #[must_use]
    pub const fn is_beyond_f12(self) -> bool {
        matches!(self.code, KeyCode::F(13..))
    }

    /// Returns the key as it is written in a file: `m`, `G`, `Ctrl-F`, `Shift-Tab`, `PgDn`, `F6`.
    #[must_use]
    pub fn written(self) -> String {
        let key = match self.code {
            KeyCode::Char(letter) if letter != ' ' && self.modifiers.contains(KeyModifiers::CONTROL) => {
                letter.to_ascii_uppercase().to_string()
            }
            KeyCode::F(number) => format!("F{number}"),
            code => match (NAMES.iter().find(|(_, other)| *other == code), code) {
                (Some((name, _)), _) => (*name).to_owned(),
                (None, KeyCode::Char(character)) => character.to_string(),
                (None, other) => format!("{other:?}"),
            },
        };
        let prefixes = [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SHIFT, "Shift-")];
        let prefixes =
            prefixes.iter().filter(|(modifier, _)| self.modifiers.contains(*modifier)).map(|(_, name)| *name);
        prefixes.collect::<String>() + &key
    }

    /// Returns the key as the help and the footer show it: as written, but arrows are drawn if the terminal can.
    #[must_use]
    pub fn name(self, charset: CharSet) -> String {
        let arrow = match self.code {
            KeyCode::Up => "↑",
            KeyCode::Down => "↓",
            KeyCode::Left => "←",
            KeyCode::Right => "→",
            _ => return self.written(),
        };
        if charset == CharSet::Unicode && self.modifiers.is_empty() { arrow.to_owned() } else { self.written() }
    }

    /// Parses a key as it is written in a file. Names and modifiers may be in lower case; `+` may stand for `-`.
    ///
    /// # Errors
    /// Fails if the text names no key, or one that a terminal can't tell from another.
    pub fn parse(written: &str) -> Result<Self, NotAKey> {
        let (mut rest, mut modifiers, mut shift) = (written.trim(), KeyModifiers::NONE, false);
        while let Some((before, after)) = rest.split_once(['-', '+']).filter(|(_, after)| !after.is_empty()) {
            match before.to_ascii_lowercase().as_str() {
                "ctrl" | "control" | "c" => modifiers |= KeyModifiers::CONTROL,
                "alt" | "meta" | "m" | "a" => modifiers |= KeyModifiers::ALT,
                "shift" | "s" => shift = true,
                _ => return Err(NotAKey::Unknown),
            }
            rest = after;
        }
        let code = code(rest).ok_or(NotAKey::Unknown)?;
        match (code, shift, modifiers.contains(KeyModifiers::CONTROL)) {
            (KeyCode::Tab, true, _) => Ok(Self { code: KeyCode::BackTab, modifiers }),
            (KeyCode::Char(_), true, _) => Err(NotAKey::ShiftedLetter),
            (KeyCode::F(_), true, _) => Ok(Self { code, modifiers: modifiers | KeyModifiers::SHIFT }),
            // Events drop Shift from all other keys, so a binding with it would never match.
            (_, true, _) => Err(NotAKey::Unknown),
            (KeyCode::Char(letter), false, true) => controlled(letter, modifiers),
            (code, false, _) => Ok(Self { code, modifiers }),
        }
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return (!character.is_control()).then(|| KeyCode::Char(fold_fullwidth(character)));
    }
    if let Some(number) = name.strip_prefix(['F', 'f']) {
        return number.parse().ok().filter(|number| (1..=24).contains(number)).map(KeyCode::F);
    }
    let alias = ALIASES.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(name));
    let name = alias.map_or(name, |(_, name)| name);
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, code)| *code)
}

/// Returns the chord of Control with a letter, unless terminals send the same for another key.
fn controlled(letter: char, modifiers: KeyModifiers) -> Result<Chord, NotAKey> {
    let letter = letter.to_ascii_lowercase();
    match letter {
        'i' => Err(NotAKey::SameAs("Tab")),
        'm' => Err(NotAKey::SameAs("Enter")),
        '[' => Err(NotAKey::SameAs("Esc")),
        'a'..='z' | ' ' | '4'..='7' => Ok(Chord { code: KeyCode::Char(letter), modifiers }),
        _ => Err(NotAKey::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_letters_are_letters() {
        let event = KeyEvent::new(KeyCode::Char('ｍ'), KeyModifiers::NONE);
        assert_eq!(Chord::of(&event), letter('m'));
        let event = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Chord::of(&event), letter('G'));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for written in
            ["m", "G", "?", "/", "-", "+", "Space", "Ctrl-F", "Alt-x", "Ctrl-Alt-F", "Shift-Tab", "PgDn", "Shift-F5"]
        {
            assert_eq!(Chord::parse(written).map(Chord::written).as_deref(), Ok(written));
        }
        for (loose, exact) in
            [("ctrl-f", "Ctrl-F"), ("C-f", "Ctrl-F"), ("pagedown", "PgDn"), ("Ctrl+F", "Ctrl-F"), ("ｍ", "m")]
        {
            assert_eq!(Chord::parse(loose).map(Chord::written).as_deref(), Ok(exact), "{loose}");
        }
        for (name, code) in NAMES {
            assert_eq!(Chord::parse(name), Ok(key(*code)));
        }
    }

    #[test]
    fn what_no_terminal_sends_is_no_key() {
        assert_eq!(Chord::parse("Ctrl-I"), Err(NotAKey::SameAs("Tab")));
        assert_eq!(Chord::parse("Ctrl-M"), Err(NotAKey::SameAs("Enter")));
        assert_eq!(Chord::parse("Shift-G"), Err(NotAKey::ShiftedLetter));
        for written in ["", "Hyper-x", "F25", "F0", "Ctrl-", "PgDwn", "gg", "Ctrl-%", "\t"] {
            assert_eq!(Chord::parse(written), Err(NotAKey::Unknown), "{written:?}");
        }
    }

    #[test]
    fn arrows_are_drawn_where_they_can_be() {
        assert_eq!(
            (key(KeyCode::Up).name(CharSet::Unicode), key(KeyCode::Up).name(CharSet::Ascii)),
            ("↑".into(), "Up".into())
        );
    }
}
