//! Decodes the terminal's bytes: finds where each key, mouse report or paste ends, in whatever pieces it arrives.
//!
//! Crossterm's reader is not used. It spins when the terminal is gone, and takes an arrow key that arrives in two
//! pieces for Escape and letters. It can also leave part of a large input unread. Nor is termina's parser: it does not
//! say whether it holds an Escape, and types the letters of a sequence that comes after one (`Esc`, `[`, `A`).

use super::event::{Event, KeyCode, KeyModifiers};
use super::key_sequence::{ascii_key, key, key_of_sequence, letter_key, mouse_report, with_modifiers};

const ESCAPE: u8 = 0x1b;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// The longest paste. One that grows beyond this has lost its end, and what follows is typing again.
const LONGEST_PASTE: usize = 1 << 20;

/// Collects bytes as they arrive, in any pieces, and turns them into events.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    held: Vec<u8>,
}

/// What the first of the held bytes are.
enum Decoded {
    /// The beginning of something.
    Incomplete,
    /// So many bytes that belong together, and the event that they mean, if any.
    Complete(usize, Option<Event>),
}

impl Decoder {
    /// Takes in `bytes`, and returns the events that they complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        self.held.extend_from_slice(bytes);
        let mut events = Vec::new();
        while !self.held.is_empty() {
            match decode(&self.held) {
                Decoded::Incomplete => break,
                Decoded::Complete(length, event) => {
                    self.held.drain(..length);
                    events.extend(event);
                }
            }
        }
        events
    }

    /// Returns whether an Escape is held that may be the key itself or begin a longer sequence. Only time can tell.
    pub(super) fn in_doubt(&self) -> bool {
        self.held.first() == Some(&ESCAPE) && !self.held.starts_with(PASTE_START)
    }

    /// Takes what is held for complete, after nothing has followed it for a while.
    pub(super) fn settle(&mut self) -> Vec<Event> {
        let held = std::mem::take(&mut self.held);
        match held.as_slice() {
            [ESCAPE] => vec![key(KeyCode::Esc)],
            [ESCAPE, letter @ (b'[' | b'O')] => {
                vec![with_modifiers(KeyCode::Char(char::from(*letter)), KeyModifiers::ALT)]
            }
            // A sequence that was cut off on the line: nobody typed its letters.
            _ => Vec::new(),
        }
    }
}

/// Decodes the first event of `held`, which is not empty.
fn decode(held: &[u8]) -> Decoded {
    match held {
        [ESCAPE] => Decoded::Incomplete,
        [ESCAPE, b'[', ..] => control_sequence(held),
        [ESCAPE, b'O', rest @ ..] => match rest.first() {
            None => Decoded::Incomplete,
            Some(&letter) => Decoded::Complete(3, letter_key(letter, KeyModifiers::NONE)),
        },
        // Answers to questions that somebody else has asked the terminal.
        [ESCAPE, b']' | b'P' | b'_' | b'^', ..] => string_sequence(held),
        [ESCAPE, ESCAPE, ..] => Decoded::Complete(1, Some(key(KeyCode::Esc))),
        [ESCAPE, rest @ ..] => match character(rest) {
            Decoded::Complete(length, Some(Event::Key(mut pressed))) => {
                pressed.modifiers |= KeyModifiers::ALT;
                Decoded::Complete(length + 1, Some(Event::Key(pressed)))
            }
            Decoded::Complete(length, event) => Decoded::Complete(length + 1, event),
            Decoded::Incomplete => Decoded::Incomplete,
        },
        _ => character(held),
    }
}

/// Decodes one character in UTF-8, or a control character.
fn character(held: &[u8]) -> Decoded {
    let length = match held[0] {
        0..=0x7f => return Decoded::Complete(1, Some(ascii_key(held[0]))),
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Decoded::Complete(1, None),
    };
    let whole = held.get(..length);
    match whole.map_or_else(|| std::str::from_utf8(held), std::str::from_utf8) {
        Ok(text) => Decoded::Complete(length, text.chars().next().map(|typed| key(KeyCode::Char(typed)))),
        Err(error) if error.error_len().is_none() => Decoded::Incomplete,
        Err(_) => Decoded::Complete(1, None),
    }
}

/// Decodes `ESC [`, parameters and a final byte.
fn control_sequence(held: &[u8]) -> Decoded {
    if held.starts_with(PASTE_START) {
        return paste(held);
    }
    let Some(end) = held[2..].iter().position(|byte| !(0x20..=0x3f).contains(byte)).map(|at| at + 2) else {
        return if held.len() > 64 { Decoded::Complete(held.len(), None) } else { Decoded::Incomplete };
    };
    let parameters = std::str::from_utf8(&held[2..end]).unwrap_or_default();
    match held[end] {
        // Broken off by the next sequence, or by a control character.
        0..=0x1f | 0x7f.. => Decoded::Complete(end, None),
        // The Linux console's F1 to F5.
        b'[' if end == 2 => match held.get(3) {
            None => Decoded::Incomplete,
            Some(letter @ b'A'..=b'E') => Decoded::Complete(4, Some(key(KeyCode::F(letter - b'A' + 1)))),
            Some(_) => Decoded::Complete(4, None),
        },
        // A mouse report of the oldest kind: three bytes follow.
        b'M' if end == 2 => match held.get(3..6) {
            None => Decoded::Incomplete,
            Some(bytes) => {
                let [button, column, row] =
                    [bytes[0], bytes[1], bytes[2]].map(|byte| u16::from(byte.saturating_sub(32)));
                Decoded::Complete(6, mouse_report(button, column, row, button & 3 == 3))
            }
        },
        last => Decoded::Complete(end + 1, key_of_sequence(parameters, last)),
    }
}

/// Decodes everything between the two brackets of a paste.
fn paste(held: &[u8]) -> Decoded {
    let body = &held[PASTE_START.len()..];
    let end = body.windows(PASTE_END.len()).position(|window| window == PASTE_END);
    let (text, rest) = match end {
        Some(end) => (&body[..end], PASTE_END.len()),
        None if body.len() > LONGEST_PASTE => (body, 0),
        None => return Decoded::Incomplete,
    };
    let length = PASTE_START.len() + text.len() + rest;
    Decoded::Complete(length, Some(Event::Paste(String::from_utf8_lossy(text).into_owned())))
}

/// Skips everything up to `ESC \` or a bell.
fn string_sequence(held: &[u8]) -> Decoded {
    let bell = held.iter().position(|&byte| byte == 0x07).map(|at| at + 1);
    let terminator = held.windows(2).position(|pair| pair == b"\x1b\\").map(|at| at + 2);
    match bell.into_iter().chain(terminator).min() {
        Some(length) => Decoded::Complete(length, None),
        None if held.len() > 4096 => Decoded::Complete(2, None),
        None => Decoded::Incomplete,
    }
}

#[cfg(test)]
#[path = "decoder_tests.rs"]
mod tests;
