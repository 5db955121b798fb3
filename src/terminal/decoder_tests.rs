use proptest::prelude::*;

use super::*;

/// Writes events as text, so that a table of them can be read.
fn written(events: &[Event]) -> String {
    let one = |event: &Event| match event {
        Event::Key(pressed) => {
            let names: Vec<&str> = pressed.modifiers.iter_names().map(|(name, _)| name).collect();
            let code = match pressed.code {
                KeyCode::Char(character) => character.to_string(),
                other => format!("{other:?}"),
            };
            if names.is_empty() { code } else { format!("{}-{code}", names.join("-")) }
        }
        Event::Mouse(report) => format!("{:?}@{},{}", report.kind, report.column, report.row),
        Event::Paste(text) => format!("paste[{text}]"),
        Event::Resize(width, height) => format!("{width}x{height}"),
        Event::Tick | Event::Wake => format!("{event:?}"),
    };
    events.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn decoded(bytes: &[u8]) -> String {
    written(&Decoder::default().feed(bytes))
}

#[test]
fn keys_of_common_terminals() {
    let table: [(&[u8], &str); 32] = [
        (b"a", "a"),
        (b"G", "SHIFT-G"),
        ("ｍ政".as_bytes(), "ｍ 政"),
        (b"\r", "Enter"),
        (b"\t", "Tab"),
        (b"\x7f", "Backspace"),
        (b"\x03\x1a", "CONTROL-c CONTROL-z"),
        (b"\x1c", "CONTROL-4"),
        (b"\x1b[A\x1b[B\x1bOC\x1bOD", "Up Down Right Left"),
        (b"\x1b[1;5C", "CONTROL-Right"),
        (b"\x1b[1;2A", "SHIFT-Up"),
        (b"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "Home End Home End Home End"),
        (b"\x1b[5~\x1b[6~\x1b[2~\x1b[3~", "PageUp PageDown Insert Delete"),
        (b"\x1b[3;5~", "CONTROL-Delete"),
        (b"\x1b[Z", "SHIFT-BackTab"),
        (b"\x1bOP\x1bOS", "F(1) F(4)"),
        (b"\x1b[11~\x1b[15~\x1b[17~\x1b[24~", "F(1) F(5) F(6) F(12)"),
        (b"\x1b[[A\x1b[[E", "F(1) F(5)"),
        (b"\x1b[1;2P", "SHIFT-F(1)"),
        (b"\x1bf", "ALT-f"),
        ("\x1b政".as_bytes(), "ALT-政"),
        (b"\x1b\x1b[A", "Esc Up"),
        (b"\x1b[99;5u", "CONTROL-c"),
        (b"\x1b[27;5;9~", "CONTROL-Tab"),
        (b"\x1b[I\x1b[O", ""),
        (b"\x1b[?62;22c", ""),
        (b"\x1b]11;rgb:0000/0000/0000\x1b\\q", "q"),
        (b"\x1b]11;rgb:0000/0000/0000\x07q", "q"),
        (b"\x1b[<0;5;9M\x1b[<0;5;9m", "Down(Left)@4,8 Up(Left)@4,8"),
        (b"\x1b[<64;1;1M\x1b[<65;1;1M", "ScrollUp@0,0 ScrollDown@0,0"),
        (b"\x1b[M !!", "Down(Left)@0,0"),
        (b"\xff\xc0a", "a"),
    ];
    for (bytes, expected) in table {
        assert_eq!(decoded(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn pasted_text_is_one_event_whatever_it_holds() {
    assert_eq!(decoded("\x1b[200~提案\r\n503 q\x1b[A\x1b[201~x".as_bytes()), "paste[提案\r\n503 q\x1b[A] x");
    let mut decoder = Decoder::default();
    assert!(decoder.feed("\x1b[200~提".as_bytes()).is_empty());
    assert!(!decoder.in_doubt(), "a paste takes as long as it takes");
    assert_eq!(written(&decoder.feed("案\x1b[201~".as_bytes())), "paste[提案]");
}

#[test]
fn escape_is_known_only_after_a_while() {
    let mut decoder = Decoder::default();
    assert!(decoder.feed(b"\x1b").is_empty());
    assert!(decoder.in_doubt());
    assert_eq!(written(&decoder.settle()), "Esc");
    assert!(!decoder.in_doubt());
    assert!(decoder.feed(b"\x1b[").is_empty());
    assert_eq!(written(&decoder.settle()), "ALT-[");
    assert!(decoder.feed(b"\x1b[1;").is_empty());
    assert_eq!(written(&decoder.settle()), "");
    assert_eq!(written(&decoder.feed(b"q")), "q");
}

#[test]
fn a_sequence_broken_off_does_not_swallow_the_next() {
    assert_eq!(decoded(b"\x1b[1;\x1b[A"), "Up");
    assert_eq!(decoded(b"\x1b[1;\x03"), "CONTROL-c");
}

proptest! {
    #[test]
    fn pieces_do_not_matter(cut in 0_usize..40) {
        let all = "提\x1b[A\x1b[1;5C\x1b[<0;5;9M案\x1b[200~政协\x1b[201~q\x1bOP".as_bytes();
        let (first, second) = all.split_at(cut.min(all.len()));
        let mut decoder = Decoder::default();
        let mut events = decoder.feed(first);
        events.extend(decoder.feed(second));
        prop_assert_eq!(written(&events), decoded(all));
    }

    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut decoder = Decoder::default();
        decoder.feed(&bytes);
        decoder.settle();
    }
}
