//! Which key or mouse action an escape sequence stands for.

use super::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

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
        let [button, column, row] = numbers(report).try_into().ok()?;
        return mouse_report(button, column, row, last == b'm');
    }
    if parameters.starts_with(['?', '>', '=']) {
        return None;
    }
    let numbers = numbers(parameters);
    let number = |at: usize| numbers.get(at).copied().unwrap_or(0);
    let held_down = modifiers(number(1));
    match last {
        b'~' if number(0) == 27 => code_point_key(number(2), held_down),
        b'~' => Some(with_modifiers(numbered(number(0))?, held_down)),
        b'u' => code_point_key(number(0), held_down),
        b'Z' => Some(with_modifiers(KeyCode::BackTab, KeyModifiers::SHIFT)),
        _ => letter_key(last, held_down),
    }
}

/// Returns the numbers between semicolons; 0 for one that is missing.
fn numbers(parameters: &str) -> Vec<u16> {
    // What follows a `:` is a detail, such as whether the key was pressed or released.
    let first = |parameter: &str| parameter.split(':').next().and_then(|digits| digits.parse().ok()).unwrap_or(0);
    parameters.split(';').map(first).collect()
}

/// Returns the modifiers of a parameter, which is one more than their bits.
fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL), (8, KeyModifiers::SUPER)]
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

/// Returns the key that a final letter stands for.
pub(super) fn letter_key(letter: u8, held_down: KeyModifiers) -> Option<Event> {
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

/// Returns the key that a number before `~` stands for.
fn numbered(number: u16) -> Option<KeyCode> {
    let function = |base: u16, first: u16| u8::try_from(number - base + first).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=24 => function(23, 11),
        _ => None,
    }
}

/// Returns the key of a code point, as terminals with an extended keyboard protocol send it.
fn code_point_key(point: u16, held_down: KeyModifiers) -> Option<Event> {
    let code = match point {
        9 if held_down.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(u32::from(point)).filter(|named| !named.is_control())?),
    };
    Some(with_modifiers(code, held_down))
}

/// Returns the mouse action of a report; column and row count from 1 in it.
pub(super) fn mouse_report(report: u16, column: u16, row: u16, released: bool) -> Option<Event> {
    let button = match report & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
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
    let modifiers = modifiers(((report >> 2) & 7) + 1);
    Some(Event::Mouse(MouseEvent { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)?, modifiers }))
}
