//! Copies to the clipboard through the terminal.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// Returns the bytes that ask the terminal to copy `words` to the clipboard of the machine it runs on (OSC 52).
///
/// This works over SSH. No terminal answers, and some do nothing.
#[must_use]
pub fn to_clipboard(words: &str) -> Vec<u8> {
    let mut sequence = String::new();
    // Writing to a string cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(words).write_ansi(&mut sequence);
    sequence.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_travel_as_base64() {
        assert_eq!(to_clipboard("滨州"), b"\x1b]52;c;5ruo5bee\x1b\\");
    }
}
