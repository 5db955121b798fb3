//! Collects a paste, which terminals put between two brackets.
//!
//! A line that drops bytes may lose the closing bracket. So a paste is given up when nothing has come for a while, and
//! Ctrl-C is heard in it all the same. The other danger is that what was pasted is run as keys: so a paste that is too
//! long, or goes on after a rest, stays one.

use super::key_sequence::INTERRUPT;

pub(super) const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// The longest paste that is passed on whole. It goes into one line of typing; what is longer is cut.
const LONGEST_PASTE: usize = 1 << 14;
/// The longest piece that is taken for a key, and not for the rest of a paste, once a paste has been given up.
const LONGEST_KEY: usize = 16;

/// A paste that has begun, and whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct OpenPaste {
    text: Vec<u8>,
    /// The last bytes, where they may begin the closing bracket.
    tail: Vec<u8>,
    last: Option<u8>,
    is_given_up: bool,
}

impl OpenPaste {
    /// Takes in `bytes` up to the closing bracket; returns how many belong to the paste with it, once it has come.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Option<usize> {
        self.is_given_up = false;
        let before = self.tail.len();
        let mut joined = std::mem::take(&mut self.tail);
        joined.extend_from_slice(bytes);
        if let Some(end) = position(&joined, PASTE_END) {
            self.keep(&joined[..end]);
            return Some(end + PASTE_END.len() - before);
        }
        let text = joined.len() - length_of_begun_end(&joined);
        self.keep(&joined[..text]);
        self.tail = joined.split_off(text);
        self.last = bytes.last().copied().or(self.last);
        None
    }

    /// Keeps text as far as there is room for it.
    fn keep(&mut self, text: &[u8]) {
        let room = LONGEST_PASTE - self.text.len();
        self.text.extend_from_slice(&text[..text.len().min(room)]);
    }

    /// Takes out what has come so far as text; nothing if that is empty.
    pub(super) fn take_text(&mut self) -> Option<String> {
        let mut bytes = std::mem::take(&mut self.text);
        // Where it was cut within a character, that is left out.
        if let Err(error) = std::str::from_utf8(&bytes)
            && error.error_len().is_none()
        {
            bytes.truncate(error.valid_up_to());
        }
        (!bytes.is_empty()).then(|| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Returns whether the last byte was Ctrl-C. If nothing follows, it was typed: that of a text is followed by more.
    pub(super) fn ends_with_interrupt(&self) -> bool {
        self.last == Some(INTERRUPT)
    }

    /// Gives up waiting for the end.
    pub(super) fn give_up(&mut self) {
        (self.is_given_up, self.last) = (true, None);
        self.tail.clear();
    }

    /// Returns whether nothing is waited for any more.
    pub(super) const fn is_given_up(&self) -> bool {
        self.is_given_up
    }

    /// Returns whether `bytes` are typed, and not the rest of a paste that was given up. Keys come alone; a text that was
    /// held up on the line comes in long pieces, or with its end.
    pub(super) fn is_over_at(&self, bytes: &[u8]) -> bool {
        self.is_given_up && bytes.len() <= LONGEST_KEY && position(bytes, PASTE_END).is_none()
    }
}

/// Returns how many of the last bytes begin the closing bracket.
fn length_of_begun_end(bytes: &[u8]) -> usize {
    (1..PASTE_END.len()).rev().find(|length| bytes.ends_with(&PASTE_END[..*length])).unwrap_or(0)
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    // From one possible beginning to the next: a paste may be very long.
    let begins = bytes.iter().enumerate().filter(|(_, byte)| **byte == first);
    begins.map(|(at, _)| at).find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(wanted)))
}
