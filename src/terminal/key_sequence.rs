//! Which key or mouse action an escape sequence stands for.

use super::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// The byte of Ctrl-C, which is heard wherever it comes.
pub(super) const INTERRUPT: u8 = 0x03;

/// Returns a key without modifiers.
pub(super) fn key(code: KeyCode) -> Event {
    with_modifiers(code, KeyModifiers::NONE)
}

/// Returns a key with modifiers.
pub(super) fn with_modifiers(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// Returns the key that one byte of ASCII stands for.
pub(super) fn ascii_key(byte: u8) -> Event {
    let control = |character: u8| with_modifiers(KeyCode::Char(char::from(character)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => key(KeyCode::Enter),
        b'\t' => key(KeyCode::Tab),
        0x7f => key(KeyCode::Backspace),
        0x1b => key(KeyCode::Esc),
        0 => control(b' '),
        0x01..=0x1a => control(byte - 1 + b'a'),
        0x1c..=0x1f => control(byte - 0x1c + b'4'),
        b'A'..=b'Z' => with_modifiers(KeyCode::Char(char::from(byte)), KeyModifiers::SHIFT),
        _ => key(KeyCode::Char(char::from(byte))),
    }
}

/// Returns the key or mouse action of `ESC [`, `parameters` and the byte `last`; `None` for any other sequence.
pub(super) fn key_of_sequence(parameters: &str, last: u8) -> Option<Event> {
    if let Some(report) = parameters.strip_prefix('<') {
        let numbers: Vec<u16> = numbers(report).into_iter().map(u16::try_from).collect::<Result<_, _>>().ok()?;
        let [button, column, row] = numbers.try_into().ok()?;
        return mouse_report(button, column, row, last == b'm');
    }
    if parameters.starts_with(['?', '>', '=']) || is_release(parameters) {
        return None;
    }
    let numbers = numbers(parameters);
    let number = |at: usize| numbers.get(at).copied().unwrap_or(0);
    let held_down = modifiers(number(1));
    match last {
        b'~' if number(0) == 27 => code_point_key(number(2), held_down),
        b'u' => code_point_key(typed_point(parameters), held_down),
        b'Z' => Some(with_modifiers(KeyCode::BackTab, KeyModifiers::SHIFT)),
        b'~' | b'$' | b'^' | b'@' => Some(with_modifiers(numbered(number(0))?, held_down | rxvt_modifiers(last))),
        b'a'..=b'd' => letter_key(last.to_ascii_uppercase(), KeyModifiers::SHIFT),
        _ => letter_key(last, held_down),
    }
}

/// Returns the key of `ESC O`, the number of what is held down, if any, and a letter.
pub(super) fn key_of_short_sequence(parameter: &str, letter: u8) -> Option<Event> {
    let held_down = modifiers(parameter.parse().unwrap_or(0));
    match letter {
        // PuTTY's function keys as of a VT100.
        b'T'..=b'Z' => Some(with_modifiers(KeyCode::F(letter - b'P' + 1), held_down)),
        b'[' => Some(with_modifiers(KeyCode::F(12), held_down)),
        // PuTTY's End as of rxvt. On a keypad in application mode this would be 7.
        b'w' => Some(with_modifiers(KeyCode::End, held_down)),
        b'a'..=b'd' => letter_key(letter.to_ascii_uppercase(), KeyModifiers::CONTROL),
        b'p'..=b'y' => Some(with_modifiers(KeyCode::Char(char::from(letter - b'p' + b'0')), held_down)),
        b'j'..=b'o' => Some(with_modifiers(KeyCode::Char(char::from(letter - b'j' + b'*')), held_down)),
        _ => letter_key(letter, held_down),
    }
}

/// Returns what rxvt says of the keys held down by the byte that ends a sequence.
fn rxvt_modifiers(last: u8) -> KeyModifiers {
    match last {
        b'$' => KeyModifiers::SHIFT,
        b'^' => KeyModifiers::CONTROL,
        b'@' => KeyModifiers::SHIFT | KeyModifiers::CONTROL,
        _ => KeyModifiers::NONE,
    }
}

/// Returns the numbers between semicolons; 0 for one that is missing.
fn numbers(parameters: &str) -> Vec<u32> {
    // What follows a `:` is a detail.
    parameters.split(';').map(|parameter| detail(parameter, 0).unwrap_or(0)).collect()
}

/// Returns a number of a parameter, whose details stand between colons.
fn detail(parameter: &str, at: usize) -> Option<u32> {
    parameter.split(':').nth(at)?.parse().ok()
}

/// Returns whether a key was released: kitty's protocol says so in a detail of the second parameter.
fn is_release(parameters: &str) -> bool {
    parameters.split(';').nth(1).is_some_and(|parameter| detail(parameter, 1) == Some(3))
}

/// Returns the character of a key in kitty's protocol: the text that it types where that is said, then what the key
/// means with Shift, then the key itself.
fn typed_point(parameters: &str) -> u32 {
    let mut parts = parameters.split(';');
    let key = parts.next().unwrap_or_default();
    let is_shifted = parts.next().and_then(|part| detail(part, 0)).is_some_and(|bits| bits == 2);
    let text = parts.next().and_then(|part| detail(part, 0));
    let shifted = || detail(key, 1).filter(|_| is_shifted);
    text.or_else(shifted).or_else(|| detail(key, 0)).unwrap_or(0)
}

/// Returns the modifiers of a parameter, which is one more than their bits.
fn modifiers(parameter: u32) -> KeyModifiers {
    const CAPS_LOCK: u32 = 64;
    let bits = parameter.saturating_sub(1);
    // Caps Lock with a letter is as Shift, and both together are as neither; a letter alone tells them apart from
    // Ctrl and Alt, which it does not change.
    let bits = if bits & CAPS_LOCK != 0 && bits & !(CAPS_LOCK | 128 | 1) == 0 { bits ^ 1 } else { bits };
    [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL), (8, KeyModifiers::SUPER)]
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

/// Returns the key that a final letter stands for.
fn letter_key(letter: u8, held_down: KeyModifiers) -> Option<Event> {
    let code = match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    };
    Some(with_modifiers(code, held_down))
}

/// Returns the key that a number before `~` stands for. F1 to F20 are those of the VT220, whose numbers have gaps;
/// xterm, the Linux console, `PuTTY` and rxvt agree on them. F21 to F24 are those of vim and of the terminals of GNOME.
fn numbered(number: u32) -> Option<KeyCode> {
    let function = |base: u32, first: u32| u8::try_from(number - base + first).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        42..=45 => function(42, 21),
        _ => None,
    }
}

/// Returns the key of a code point, as terminals with an extended keyboard protocol send it.
fn code_point_key(point: u32, held_down: KeyModifiers) -> Option<Event> {
    let code = match point {
        9 if held_down.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        57_344..=63_743 => kitty_key(point)?,
        _ => {
            let character = char::from_u32(point).filter(|named| !named.is_control())?;
            // Shift with a letter is the capital letter, as where there is no such protocol.
            let is_capital = held_down == KeyModifiers::SHIFT && character.is_ascii_lowercase();
            KeyCode::Char(if is_capital { character.to_ascii_uppercase() } else { character })
        }
    };
    Some(with_modifiers(code, held_down))
}

/// Returns the key for which kitty's protocol has a number of its own: F13 to F24, and those of the keypad. The others are
/// locks, modifiers and keys for music, which do nothing here.
fn kitty_key(point: u32) -> Option<KeyCode> {
    const KEYPAD: [KeyCode; 28] = [
        KeyCode::Char('0'),
        KeyCode::Char('1'),
        KeyCode::Char('2'),
        KeyCode::Char('3'),
        KeyCode::Char('4'),
        KeyCode::Char('5'),
        KeyCode::Char('6'),
        KeyCode::Char('7'),
        KeyCode::Char('8'),
        KeyCode::Char('9'),
        KeyCode::Char('.'),
        KeyCode::Char('/'),
        KeyCode::Char('*'),
        KeyCode::Char('-'),
        KeyCode::Char('+'),
        KeyCode::Enter,
        KeyCode::Char('='),
        KeyCode::Char(','),
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Insert,
        KeyCode::Delete,
    ];
    match point {
        57_376..=57_387 => u8::try_from(point - 57_376 + 13).ok().map(KeyCode::F),
        57_399.. => KEYPAD.get(usize::try_from(point - 57_399).ok()?).copied(),
        _ => None,
    }
}

/// Returns the mouse action of a report; column and row count from 1 in it.
pub(super) fn mouse_report(report: u16, column: u16, row: u16, released: bool) -> Option<Event> {
    let button = match report & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    // Buttons beyond the third do nothing here.
    if report & 128 != 0 {
        return None;
    }
    let kind = match (report & 64 != 0, report & 32 != 0, report & 3) {
        (true, _, 0) => MouseEventKind::ScrollUp,
        (true, _, 1) => MouseEventKind::ScrollDown,
        (true, _, 2) => MouseEventKind::ScrollLeft,
        (true, _, _) => MouseEventKind::ScrollRight,
        (_, true, 3) => MouseEventKind::Moved,
        (_, true, _) => MouseEventKind::Drag(button),
        _ if released => MouseEventKind::Up(button),
        _ => MouseEventKind::Down(button),
    };
    // The bits of shift, alt and control here stand two places further up than in a key's parameter.
    let modifiers = modifiers(u32::from((report >> 2) & 7) + 1);
    Some(Event::Mouse(MouseEvent { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)?, modifiers }))
}
