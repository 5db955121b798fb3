//! The key decoder: any bytes that a terminal can send, in any pieces.

use cppcc::terminal::{Decoder, Event, KeyCode, KeyModifiers};

/// The most characters of a paste that are passed on.
const LONGEST_PASTE: usize = 1 << 14;

/// Decodes the bytes at once and in pieces, and asserts that it makes no difference and that Ctrl-C is heard behind them.
pub fn run(bytes: &[u8]) {
    let mut whole = Decoder::default();
    let events = whole.feed(bytes);
    for event in &events {
        if let Event::Paste(text) = event {
            assert!(text.len() <= LONGEST_PASTE, "a paste of {} bytes", text.len());
        }
    }
    for length in [1, 2, 3, 7] {
        let mut pieces = Decoder::default();
        let in_pieces: Vec<Event> = bytes.chunks(length).flat_map(|piece| pieces.feed(piece)).collect();
        assert_eq!(events, in_pieces, "in pieces of {length} bytes");
        assert_eq!(whole.doubt(), pieces.doubt(), "in pieces of {length} bytes");
        hears_interrupt(pieces);
    }
    hears_interrupt(whole);
    // Whenever nothing follows for a while.
    let mut resting = Decoder::default();
    for piece in bytes.chunks(5) {
        resting.feed(piece);
        resting.settle();
    }
    hears_interrupt(resting);
}

fn hears_interrupt(mut decoder: Decoder) {
    decoder.settle();
    let mut events = decoder.feed(b"\x03");
    events.extend(decoder.settle());
    let is_interrupt = |event: &Event| matches!(event, Event::Key(key) if key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL);
    assert!(events.iter().any(is_interrupt), "Ctrl-C is not heard: {events:?}");
}
