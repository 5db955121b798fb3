//! Decodes the terminal's bytes: finds where each key, mouse report or paste ends, in whatever pieces it arrives.
//!
//! Crossterm's reader is not used. It spins when the terminal is gone, and takes an arrow key that arrives in two
//! pieces for Escape and letters. It can also leave part of a large input unread. Nor is termina's parser: it does not
//! say whether it holds an Escape, and types the letters of a sequence that comes after one (`Esc`, `[`, `A`).

use super::event::{Event, KeyCode, KeyModifiers};
use super::key_sequence::{
    INTERRUPT, ascii_key, key, key_of_sequence, key_of_short_sequence, mouse_report, with_modifiers,
};
use super::paste::{OpenPaste, PASTE_START};

const ESCAPE: u8 = 0x1b;
/// The bytes before the last one of the longest sequence that can mean a key.
const LONGEST_SEQUENCE: usize = 64;
/// The most digits between `ESC O` and a letter, and between `ESC [` and the `$` of rxvt.
const MOST_DIGITS: usize = 3;

/// Collects bytes as they arrive, in any pieces, and turns them into events.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Vec<u8>,
    paste: Option<OpenPaste>,
}

/// What the first of the held bytes are.
enum Decoded {
    /// The beginning of something.
    Incomplete,
    /// So many bytes that belong together, and the event that they mean, if any.
    Complete(usize, Option<Event>),
    /// The opening bracket of a paste.
    Paste,
}

/// What only time can tell of the bytes that are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Whether an Escape is the key itself or begins a longer sequence, or Ctrl-C ends a piece of pasted text.
    Key,
    /// Whether a paste goes on.
    Paste,
}

impl Decoder {
    /// Takes in `bytes`, and returns the events that they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        self.paste.take_if(|paste| paste.is_over_at(bytes));
        let mut held = std::mem::take(&mut self.held);
        held.extend_from_slice(bytes);
        let (mut at, mut events) = (0, Vec::new());
        while at < held.len() {
            if let Some(paste) = &mut self.paste {
                let Some(length) = paste.take(&held[at..]) else { return events };
                at += length;
                events.extend(paste.take_text().map(Event::Paste));
                self.paste = None;
                continue;
            }
            match decode(&held[at..]) {
                Decoded::Incomplete => break,
                Decoded::Complete(length, event) => {
                    at += length;
                    events.extend(event);
                }
                Decoded::Paste => {
                    at += PASTE_START.len();
                    self.paste = Some(OpenPaste::default());
                }
            }
        }
        self.held = held.split_off(at);
        shorten(&mut self.held);
        events
    }

    /// Returns what is in doubt as long as nothing follows.
    #[must_use]
    pub fn doubt(&self) -> Option<Doubt> {
        match &self.paste {
            Some(paste) if paste.is_given_up() => None,
            Some(paste) if paste.ends_with_interrupt() => Some(Doubt::Key),
            Some(_) => Some(Doubt::Paste),
            None => (self.held.first() == Some(&ESCAPE)).then_some(Doubt::Key),
        }
    }

    /// Takes what is held for complete, after nothing has followed it for a while.
    pub fn settle(&mut self) -> Vec<Event> {
        if let Some(paste) = &mut self.paste {
            let text = paste.take_text();
            // Whoever types Ctrl-C does not want the text.
            let is_interrupted = paste.ends_with_interrupt();
            paste.give_up();
            let event = if is_interrupted { Some(ascii_key(INTERRUPT)) } else { text.map(Event::Paste) };
            return event.into_iter().collect();
        }
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

/// Drops from the beginning of a sequence what can no longer matter, so that one without an end takes no memory.
///
/// What is left goes on as the whole would have: what a string holds is skipped, and a sequence that is too long means nothing
/// however it ends. None of it may ever be taken for keys.
fn shorten(held: &mut Vec<u8>) {
    match held.as_slice() {
        [ESCAPE, b'[', ..] => held.truncate(LONGEST_SEQUENCE + 1),
        [ESCAPE, b'O', ..] => held.truncate(2 + MOST_DIGITS + 1),
        // The last may begin the end.
        [ESCAPE, b']' | b'P' | b'_' | b'^', .., last] => {
            let last = (*last == ESCAPE).then_some(ESCAPE);
            held.truncate(2);
            held.extend(last);
        }
        _ => {}
    }
}

/// Decodes the first event of `held`, which is not empty.
fn decode(held: &[u8]) -> Decoded {
    match held {
        [ESCAPE] => Decoded::Incomplete,
        [ESCAPE, b'[', ..] => control_sequence(held),
        [ESCAPE, b'O', rest @ ..] => short_sequence(rest),
        // Answers to questions that somebody else has asked the terminal.
        [ESCAPE, b']' | b'P' | b'_' | b'^', ..] => string_sequence(held),
        [ESCAPE, ESCAPE | INTERRUPT, ..] => Decoded::Complete(1, Some(key(KeyCode::Esc))),
        [ESCAPE, rest @ ..] => match character(rest) {
            Decoded::Complete(length, Some(Event::Key(mut pressed))) => {
                pressed.modifiers |= KeyModifiers::ALT;
                Decoded::Complete(length + 1, Some(Event::Key(pressed)))
            }
            Decoded::Complete(length, event) => Decoded::Complete(length + 1, event),
            other => other,
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
        return Decoded::Paste;
    }
    let Some(end) = end_of_parameters(&held[2..]).map(|at| at + 2) else { return Decoded::Incomplete };
    let parameters = std::str::from_utf8(&held[2..end]).unwrap_or_default();
    match held[end] {
        // Broken off by the next sequence, or by a control character.
        0..=0x1f | 0x7f.. => Decoded::Complete(end, None),
        _ if end > LONGEST_SEQUENCE => Decoded::Complete(end + 1, None),
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

/// Returns where the parameters end, and with them the sequence.
fn end_of_parameters(bytes: &[u8]) -> Option<usize> {
    // The `$` of rxvt's shifted keys would elsewhere be followed by another byte. A number that is too long is no key's, and of
    // a sequence that was shortened not all is there.
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if (1..=MOST_DIGITS).contains(&digits) && bytes.get(digits) == Some(&b'$') {
        return Some(digits);
    }
    bytes.iter().position(|byte| !(0x20..=0x3f).contains(byte))
}

/// Decodes what follows `ESC O`: a letter, and before it the number of the keys that are held down, if any.
fn short_sequence(rest: &[u8]) -> Decoded {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match rest.get(digits) {
        None => Decoded::Incomplete,
        Some(0..=0x1f | 0x7f..) => Decoded::Complete(digits + 2, None),
        Some(_) if digits > MOST_DIGITS => Decoded::Complete(digits + 3, None),
        Some(&letter) => {
            let parameter = std::str::from_utf8(&rest[..digits]).unwrap_or_default();
            Decoded::Complete(digits + 3, key_of_short_sequence(parameter, letter))
        }
    }
}

/// Skips everything up to `ESC \` or a bell. Any other Escape breaks it off, and so does Ctrl-C.
fn string_sequence(held: &[u8]) -> Decoded {
    let ends = |byte: &u8| matches!(*byte, 0x07 | 0x18 | 0x1a | ESCAPE | INTERRUPT);
    match held[2..].iter().position(ends).map(|at| at + 2) {
        None => Decoded::Incomplete,
        Some(at) => match (held[at], held.get(at + 1)) {
            (ESCAPE, None) => Decoded::Incomplete,
            (ESCAPE, Some(b'\\')) => Decoded::Complete(at + 2, None),
            (ESCAPE | INTERRUPT, _) => Decoded::Complete(at, None),
            _ => Decoded::Complete(at + 1, None),
        },
    }
}

#[cfg(test)]
#[path = "decoder_tests.rs"]
mod tests;
