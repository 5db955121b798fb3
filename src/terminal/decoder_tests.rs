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

/// The codes of terminfo's `linux`, `putty`, `rxvt`, `konsole` and `vte`, where they differ from xterm's.
#[test]
fn keys_of_other_terminals() {
    let table: [(&[u8], &str); 20] = [
        (b"\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~", "F(1) F(2) F(3) F(4) F(5)"),
        (b"\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~", "F(6) F(7) F(8) F(9) F(10) F(11) F(12)"),
        (b"\x1b[25~\x1b[26~\x1b[28~\x1b[29~", "F(13) F(14) F(15) F(16)"),
        (b"\x1b[31~\x1b[32~\x1b[33~\x1b[34~", "F(17) F(18) F(19) F(20)"),
        (b"\x1b[42~\x1b[43~\x1b[44~\x1b[45~", "F(21) F(22) F(23) F(24)"),
        (b"\x1b[16~\x1b[22~\x1b[27~\x1b[30~\x1b[35~\x1b[41~\x1b[46~", ""),
        // PuTTY's function keys as of a VT100, and its End as of rxvt.
        (b"\x1bOP\x1bOT\x1bOU\x1bOY\x1bOZ\x1bO[q\x1bOw", "F(1) F(5) F(6) F(10) F(11) F(12) q End"),
        // rxvt ends a sequence with `$` for Shift, `^` for Ctrl and `@` for both.
        (b"\x1b[7$\x1b[8$\x1b[5$\x1b[6$", "SHIFT-Home SHIFT-End SHIFT-PageUp SHIFT-PageDown"),
        (b"\x1b[7^\x1b[8^\x1b[5^\x1b[6^", "CONTROL-Home CONTROL-End CONTROL-PageUp CONTROL-PageDown"),
        (b"\x1b[7@\x1b[3@\x1b[2$", "SHIFT-CONTROL-Home SHIFT-CONTROL-Delete SHIFT-Insert"),
        (b"\x1b[23$\x1b[11^\x1b[15@", "SHIFT-F(11) CONTROL-F(1) SHIFT-CONTROL-F(5)"),
        (b"\x1b[a\x1b[b\x1b[c\x1b[d", "SHIFT-Up SHIFT-Down SHIFT-Right SHIFT-Left"),
        (b"\x1bOa\x1bOb\x1bOc\x1bOd", "CONTROL-Up CONTROL-Down CONTROL-Right CONTROL-Left"),
        // Konsole's Shift-F1 and Ctrl-Shift-F2.
        (b"\x1bO2P\x1bO6Q", "SHIFT-F(1) SHIFT-CONTROL-F(2)"),
        // A keypad that another program has left in application mode.
        (b"\x1bOM\x1bOp\x1bOy\x1bOk\x1bOm", "Enter 0 9 + -"),
        // The answer about a mode, which ends with `$y`, is no key.
        (b"\x1b[?2026;2$yq\x1b[4;2$yq", "q q"),
        (b"\x1b[15;2~\x1b[1;2R", "SHIFT-F(5) SHIFT-F(3)"),
        (b"\x1b[57376u\x1b[57387u\x1b[57388u", "F(13) F(24)"),
        (b"\x1b[57399u\x1b[57408u\x1b[57414u\x1b[57419u\x1b[57423u", "0 9 Enter Up Home"),
        (b"\x1b[E\x1b[G\x1b[<128;1;1M", ""),
    ];
    for (bytes, expected) in table {
        assert_eq!(decoded(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
    }
}

/// The function keys of `PuTTY` in each mode of its manual, section “Changing the action of the function keys and keypad”. Its
/// SCO mode alone is not understood: there F1 is `ESC [ M`, the beginning of a mouse report, and F4 to F7 are F1 to F4 of xterm.
#[test]
fn function_keys_of_putty_in_every_mode() {
    let numbered = ["11~", "12~", "13~", "14~", "15~", "17~", "18~", "19~", "20~", "21~", "23~", "24~"];
    let default = numbered.map(|code| format!("\x1b[{code}"));
    let linux = |at: usize| ["[A", "[B", "[C", "[D", "[E"].get(at).map(|code| format!("\x1b[{code}"));
    let keypad = |at: usize| ["P", "Q", "R", "S"].get(at).map(|code| format!("\x1bO{code}"));
    let vt100 = ["P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "["].map(|code| format!("\x1bO{code}"));
    for at in 0..default.len() {
        let wanted = format!("F({})", at + 1);
        // In VT400 mode the function keys are as by default, and the top row of the keypad sends the codes of Xterm R6.
        let modes = [Some(default[at].clone()), linux(at), keypad(at), Some(vt100[at].clone())];
        for bytes in modes.into_iter().flatten() {
            assert_eq!(decoded(bytes.as_bytes()), wanted, "{bytes:?}");
            // The letter behind it is a key of its own.
            assert_eq!(decoded(format!("{bytes}q").as_bytes()), format!("{wanted} q"), "{bytes:?}");
        }
    }
    // With Shift a key counts ten further, and from F11 on as it is.
    let shifted = ["23~", "24~", "25~", "26~", "28~", "29~", "31~", "32~", "33~", "34~"];
    for (at, code) in shifted.into_iter().enumerate() {
        assert_eq!(decoded(format!("\x1b[{code}").as_bytes()), format!("F({})", at + 11));
    }
    // Home and End as by default and as of rxvt, arrows in both modes, which Ctrl switches, and Shift-Tab.
    assert_eq!(decoded(b"\x1b[1~\x1b[4~\x1b[H\x1bOw"), "Home End Home End");
    assert_eq!(decoded(b"\x1b[A\x1bOA\x1b[D\x1bOD\x1b[Z"), "Up Up Left Left SHIFT-BackTab");
}

/// What the keyboard protocols of kitty and xterm send, where a program that crashed has left one on.
#[test]
fn keys_of_extended_keyboard_protocols() {
    let table: [(&[u8], &str); 14] = [
        (b"\x1b[106;1:1u\x1b[106;1:3u", "j"),
        (b"\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:2u\x1b[106;1:3u", "j j j"),
        (b"\x1b[1;1:1B\x1b[1;1:3B\x1b[5;1:1~\x1b[5;1:3~", "Down PageUp"),
        (b"\x1b[99;5:1u\x1b[99;5:3u", "CONTROL-c"),
        (b"\x1b[103;2u\x1b[103:71;2u", "SHIFT-G SHIFT-G"),
        (b"\x1b[49:33;2u", "SHIFT-!"),
        (b"\x1b[27;2;71~\x1b[27;2;33~", "SHIFT-G SHIFT-!"),
        (b"\x1b[103;65u\x1b[103;66u\x1b[99;69u", "SHIFT-G g CONTROL-c"),
        (b"\x1b[106;129u", "j"),
        (b"\x1b[97;;229u\x1b[0;;25919u", "å 政"),
        (b"\x1b[128512u", "\u{1f600}"),
        // A modifier alone, a lock, a media key.
        (b"\x1b[57441;2u\x1b[57358u\x1b[57428u", ""),
        (b"\x1b[27;1:1u\x1b[27;1:3u\x1b[13u\x1b[9u\x1b[9;2u\x1b[127u", "Esc Enter Tab SHIFT-BackTab Backspace"),
        (b"\x1b[108;9u", "SUPER-l"),
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
    assert_eq!(decoder.doubt(), Some(Doubt::Paste));
    assert_eq!(written(&decoder.feed("案\x1b[2".as_bytes())), "");
    assert_eq!(written(&decoder.feed("01~q".as_bytes())), "paste[提案] q");
    assert_eq!(decoder.doubt(), None);
    assert_eq!(decoded(b"\x1b[200~\x1b[201~q"), "q");
    // Ctrl-C within a text belongs to it.
    assert_eq!(decoded(b"\x1b[200~a\x03b\x1b[201~"), "paste[a\x03b]");
}

#[test]
fn a_paste_that_loses_its_end_is_given_up_in_time() {
    let mut decoder = Decoder::default();
    assert!(decoder.feed("\x1b[200~提案q".as_bytes()).is_empty());
    assert_eq!(decoder.doubt(), Some(Doubt::Paste));
    assert_eq!(written(&decoder.settle()), "paste[提案q]");
    assert_eq!(decoder.doubt(), None, "nothing more is waited for");
    assert_eq!(written(&decoder.feed(b"q")), "q");
    assert_eq!(written(&decoder.feed(b"\x1b[B")), "Down");
}

#[test]
fn a_paste_that_was_only_held_up_does_not_become_keys() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b[200~one");
    assert_eq!(written(&decoder.settle()), "paste[one]");
    assert_eq!(written(&decoder.feed(b" + the rest of a long line q")), "");
    assert_eq!(decoder.doubt(), Some(Doubt::Paste));
    assert_eq!(written(&decoder.feed(b"q\x1b[201~j")), "paste[ + the rest of a long line qq] j");
    decoder.feed(b"\x1b[200~one");
    decoder.settle();
    assert_eq!(written(&decoder.feed(b"q\x1b[201~")), "paste[q]");
}

#[test]
fn ctrl_c_is_heard_in_a_paste_that_has_lost_its_end() {
    let mut decoder = Decoder::default();
    for text in ["\x1b[200~abc", "q", "\x03"] {
        assert!(decoder.feed(text.as_bytes()).is_empty());
    }
    assert_eq!(decoder.doubt(), Some(Doubt::Key), "known as soon as Esc would be");
    assert_eq!(written(&decoder.settle()), "CONTROL-c");
    assert_eq!(written(&decoder.feed(b"q")), "q");
}

#[test]
fn a_paste_that_is_too_long_is_cut_and_never_becomes_keys() {
    for pieces in [1 << 12, 1 << 20] {
        let mut decoder = Decoder::default();
        let text = format!("\x1b[200~{}", "+q政".repeat(1 << 18));
        let mut events = Vec::new();
        for piece in text.as_bytes().chunks(pieces) {
            events.extend(decoder.feed(piece));
        }
        assert_eq!(events, []);
        let events = decoder.feed(b"\x1b[201~j");
        let [Event::Paste(pasted), Event::Key(pressed)] = events.as_slice() else { panic!("{}", events.len()) };
        assert!(pasted.len() > 10_000 && pasted.starts_with("+q政+q政") && !pasted.contains('\u{fffd}'));
        assert_eq!(pressed.code, KeyCode::Char('j'));
    }
}

#[test]
fn escape_is_known_only_after_a_while() {
    let mut decoder = Decoder::default();
    assert!(decoder.feed(b"\x1b").is_empty());
    assert_eq!(decoder.doubt(), Some(Doubt::Key));
    assert_eq!(written(&decoder.settle()), "Esc");
    assert_eq!(decoder.doubt(), None);
    assert!(decoder.feed(b"\x1b[").is_empty());
    assert_eq!(written(&decoder.settle()), "ALT-[");
    assert!(decoder.feed(b"\x1b[1;").is_empty());
    assert_eq!(written(&decoder.settle()), "");
    assert_eq!(written(&decoder.feed(b"q")), "q");
}

#[test]
fn ctrl_c_is_heard_after_an_escape_and_in_any_sequence() {
    for begun in ["\x1b", "\x1b[", "\x1b[1;", "\x1bO", "\x1bO2", "\x1b]0;title", "\x1bP", "\x1b_x"] {
        let keys = decoded(format!("{begun}\x03").as_bytes());
        assert!(keys.ends_with("CONTROL-c"), "{begun:?}: {keys}");
    }
}

#[test]
fn a_string_that_has_lost_its_end_does_not_swallow_the_next_key() {
    assert_eq!(decoded(b"\x1b]11;rgb:0000\x1b[A"), "Up");
    assert_eq!(decoded(b"\x1b]11;rgb:0000\x1bOA"), "Up");
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

    #[test]
    fn every_way_of_cutting_means_the_same(
        parts in prop::collection::vec("[\x1b\\[O$^~;:0-9uAPp\x03政q]{0,6}", 0..8), piece in 1_usize..9,
    ) {
        let all = parts.concat();
        let mut decoder = Decoder::default();
        let events: Vec<_> = all.as_bytes().chunks(piece).flat_map(|piece| decoder.feed(piece)).collect();
        prop_assert_eq!(written(&events), decoded(all.as_bytes()));
    }
}

/// A long answer to a question that another program has asked, such as for the clipboard, must not be run as keys.
#[test]
fn a_sequence_that_is_too_long_types_nothing_in_whatever_pieces_it_comes() {
    let text = "qu+j".repeat(3000);
    let long = |start: &str, end: &str| format!("{start}{text}{end}x").into_bytes();
    let digits = |start: &str, count: usize, end: &str| format!("{start}{}{end}x", "1".repeat(count)).into_bytes();
    let cases = [
        (long("\x1b]52;c;", "\x1b\\"), "x"),
        (long("\x1b]52;c;", "\x07"), "x"),
        (long("\x1bP", "\x03"), "CONTROL-c x"),
        (long("\x1bP", "\x1b[A"), "Up x"),
        (digits("\x1b[", 200, "~"), "x"),
        (digits("\x1b[", 200, "$y"), "x"),
        (digits("\x1b[", 64, ",1$2["), "x"),
        (digits("\x1b[", 200, "\x1b[A"), "Up x"),
        (digits("\x1bO", 4, "A"), "x"),
        (digits("\x1bO", 200, "~"), "x"),
        (digits("\x1bO", 200, "\x1b[A"), "Up x"),
    ];
    for (bytes, expected) in cases {
        for length in [1, 2, 7, 64, 1024, 4095, bytes.len()] {
            let mut decoder = Decoder::default();
            let events: Vec<Event> = bytes.chunks(length).flat_map(|piece| decoder.feed(piece)).collect();
            let start = String::from_utf8_lossy(&bytes[..8]).into_owned();
            assert_eq!(written(&events), expected, "{start:?} in pieces of {length}");
            assert!(decoder.held.is_empty(), "{start:?}");
        }
    }
}

#[test]
fn a_sequence_without_an_end_takes_no_memory() {
    for start in ["\x1b]52;", "\x1b[", "\x1bO"] {
        let mut decoder = Decoder::default();
        decoder.feed(start.as_bytes());
        for _ in 0..100 {
            assert_eq!(written(&decoder.feed(&b"1".repeat(1024))), "");
            assert!(decoder.held.len() <= 128, "{} bytes are held of {start:?}", decoder.held.len());
        }
        decoder.settle();
        assert_eq!(written(&decoder.feed(b"q")), "q", "{start:?}");
    }
}
