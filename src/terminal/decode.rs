//! From the bytes of a terminal to keys, mouse and pasted text.
//!
//! Crossterm has a reader of its own, but it spins when the terminal is gone, takes an arrow key whose bytes arrive in
//! two pieces for Escape and letters, and can leave input lying that arrived in one large piece. Its types are used.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::Event;

const ESCAPE: u8 = 0x1b;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// A paste that grows beyond this has lost its end: what follows is typing again.
const PASTE_MOST: usize = 1 << 20;

/// Takes bytes as they arrive, in any pieces.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    held: Vec<u8>,
}

/// What the front of the held bytes is.
enum Step {
    /// The beginning of something.
    Unfinished,
    /// So many bytes, and what they mean, if anything.
    Taken(usize, Option<Event>),
}

impl Decoder {
    /// The events that `bytes` complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        self.held.extend_from_slice(bytes);
        let mut events = Vec::new();
        while !self.held.is_empty() {
            match step(&self.held) {
                Step::Unfinished => break,
                Step::Taken(length, event) => {
                    self.held.drain(..length);
                    events.extend(event);
                }
            }
        }
        events
    }

    /// Whether an Escape is held that may be the key itself or the beginning of another one. Only time can tell.
    pub(super) fn in_doubt(&self) -> bool {
        self.held.first() == Some(&ESCAPE) && !self.held.starts_with(PASTE_START)
    }

    /// The time is over: what is held was all.
    pub(super) fn settle(&mut self) -> Vec<Event> {
        let held = std::mem::take(&mut self.held);
        match held.as_slice() {
            [ESCAPE] => vec![key(KeyCode::Esc)],
            [ESCAPE, letter @ (b'[' | b'O')] => vec![with(KeyCode::Char(char::from(*letter)), KeyModifiers::ALT)],
            // A torn sequence: nobody typed that.
            _ => Vec::new(),
        }
    }
}

fn key(code: KeyCode) -> Event {
    with(code, KeyModifiers::NONE)
}

fn with(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn step(held: &[u8]) -> Step {
    match held {
        [ESCAPE] => Step::Unfinished,
        [ESCAPE, b'[', ..] => control_sequence(held),
        [ESCAPE, b'O', rest @ ..] => match rest.first() {
            None => Step::Unfinished,
            Some(&letter) => Step::Taken(3, letter_key(letter, KeyModifiers::NONE)),
        },
        // Answers to questions that somebody else has asked the terminal.
        [ESCAPE, b']' | b'P' | b'_' | b'^', ..] => string_sequence(held),
        [ESCAPE, ESCAPE, ..] => Step::Taken(1, Some(key(KeyCode::Esc))),
        [ESCAPE, rest @ ..] => match character(rest) {
            Step::Taken(length, Some(Event::Key(mut pressed))) => {
                pressed.modifiers |= KeyModifiers::ALT;
                Step::Taken(length + 1, Some(Event::Key(pressed)))
            }
            Step::Taken(length, event) => Step::Taken(length + 1, event),
            Step::Unfinished => Step::Unfinished,
        },
        _ => character(held),
    }
}

/// One character in UTF-8, or a control character.
fn character(held: &[u8]) -> Step {
    let length = match held[0] {
        0..=0x7f => return Step::Taken(1, Some(ascii(held[0]))),
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Taken(1, None),
    };
    let whole = held.get(..length);
    match whole.map_or_else(|| std::str::from_utf8(held), std::str::from_utf8) {
        Ok(text) => Step::Taken(length, text.chars().next().map(|typed| key(KeyCode::Char(typed)))),
        Err(error) if error.error_len().is_none() => Step::Unfinished,
        Err(_) => Step::Taken(1, None),
    }
}

fn ascii(byte: u8) -> Event {
    let control = |character: u8| with(KeyCode::Char(char::from(character)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => key(KeyCode::Enter),
        b'\t' => key(KeyCode::Tab),
        0x7f => key(KeyCode::Backspace),
        ESCAPE => key(KeyCode::Esc),
        0 => control(b' '),
        0x01..=0x1a => control(byte - 1 + b'a'),
        0x1c..=0x1f => control(byte - 0x1c + b'4'),
        b'A'..=b'Z' => with(KeyCode::Char(char::from(byte)), KeyModifiers::SHIFT),
        _ => key(KeyCode::Char(char::from(byte))),
    }
}

/// `ESC [`, parameters, a last byte.
fn control_sequence(held: &[u8]) -> Step {
    if held.starts_with(PASTE_START) {
        return paste(held);
    }
    let Some(end) = held[2..].iter().position(|byte| !(0x20..=0x3f).contains(byte)).map(|at| at + 2) else {
        return if held.len() > 64 { Step::Taken(held.len(), None) } else { Step::Unfinished };
    };
    let parameters = std::str::from_utf8(&held[2..end]).unwrap_or_default();
    match held[end] {
        // Broken off by the next sequence, or by a control character.
        0..=0x1f | 0x7f.. => Step::Taken(end, None),
        // The Linux console's F1 to F5.
        b'[' if end == 2 => match held.get(3) {
            None => Step::Unfinished,
            Some(letter @ b'A'..=b'E') => Step::Taken(4, Some(key(KeyCode::F(letter - b'A' + 1)))),
            Some(_) => Step::Taken(4, None),
        },
        // A mouse report of the oldest kind: three bytes follow.
        b'M' if end == 2 => match held.get(3..6) {
            None => Step::Unfinished,
            Some(bytes) => {
                let [button, column, row] =
                    [bytes[0], bytes[1], bytes[2]].map(|byte| u16::from(byte.saturating_sub(32)));
                Step::Taken(6, mouse(button, column, row, button & 3 == 3))
            }
        },
        last => Step::Taken(end + 1, sequence_key(parameters, last)),
    }
}

fn paste(held: &[u8]) -> Step {
    let body = &held[PASTE_START.len()..];
    let end = body.windows(PASTE_END.len()).position(|window| window == PASTE_END);
    let (text, rest) = match end {
        Some(end) => (&body[..end], PASTE_END.len()),
        None if body.len() > PASTE_MOST => (body, 0),
        None => return Step::Unfinished,
    };
    let length = PASTE_START.len() + text.len() + rest;
    Step::Taken(length, Some(Event::Paste(String::from_utf8_lossy(text).into_owned())))
}

/// Everything up to `ESC \` or a bell, for nobody.
fn string_sequence(held: &[u8]) -> Step {
    let bell = held.iter().position(|&byte| byte == 0x07).map(|at| at + 1);
    let terminator = held.windows(2).position(|pair| pair == b"\x1b\\").map(|at| at + 2);
    match bell.into_iter().chain(terminator).min() {
        Some(length) => Step::Taken(length, None),
        None if held.len() > 4096 => Step::Taken(2, None),
        None => Step::Unfinished,
    }
}

/// The key, or the mouse's doing, that a sequence stands for.
fn sequence_key(parameters: &str, last: u8) -> Option<Event> {
    if let Some(report) = parameters.strip_prefix('<') {
        let [button, column, row] = numbers(report).try_into().ok()?;
        return mouse(button, column, row, last == b'm');
    }
    if parameters.starts_with(['?', '>', '=']) {
        return None;
    }
    let numbers = numbers(parameters);
    let number = |at: usize| numbers.get(at).copied().unwrap_or(0);
    let held_down = modifiers(number(1));
    match last {
        b'~' if number(0) == 27 => point_key(number(2), held_down),
        b'~' => Some(with(numbered(number(0))?, held_down)),
        b'u' => point_key(number(0), held_down),
        b'Z' => Some(with(KeyCode::BackTab, KeyModifiers::SHIFT)),
        _ => letter_key(last, held_down),
    }
}

fn numbers(parameters: &str) -> Vec<u16> {
    // A parameter's own parts, after `:`, say more than is needed here.
    let first = |parameter: &str| parameter.split(':').next().and_then(|digits| digits.parse().ok()).unwrap_or(0);
    parameters.split(';').map(first).collect()
}

fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL), (8, KeyModifiers::SUPER)]
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

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
    Some(with(code, held_down))
}

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

/// A key named by its character's number, as terminals with an extended keyboard protocol send it.
fn point_key(point: u16, held_down: KeyModifiers) -> Option<Event> {
    let code = match point {
        9 if held_down.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(u32::from(point)).filter(|named| !named.is_control())?),
    };
    Some(with(code, held_down))
}

fn mouse(report: u16, column: u16, row: u16, released: bool) -> Option<Event> {
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

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
