//! What a line or a hand may do to the input: pastes that lose their end, sequences that are torn, and floods.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::time::{Duration, Instant};

use cppcc::text::Lang;
use support::pty::Session;

/// Starts the program in Chinese, and waits until it shows `shown`.
fn start(arguments: &[&str], environment: &[(&str, &str)], shown: &str) -> Session {
    let mut session = Session::of_program(Lang::Zh, arguments, environment, (80, 24));
    session.wait_for_text(shown);
    session
}

fn dashboard() -> Session {
    start(&[], &[], "1 对比")
}

/// Sends Ctrl-C, and asserts that the program ends soon, also on a machine that is busy.
fn assert_interruptible(mut session: Session) {
    let start = Instant::now();
    session.send("\x03");
    assert_eq!(session.wait_for_status(), "0");
    // Two tenths of a second where nothing else runs.
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    session.assert_restored();
}

#[test]
fn a_paste_that_loses_its_end_is_given_up_after_a_second() {
    for begin in ["", "/"] {
        let mut session = dashboard();
        session.send(begin);
        session.wait_until_quiet();
        session.send("\x1b[200~立案q");
        std::thread::sleep(Duration::from_millis(300));
        session.send("q");
        std::thread::sleep(Duration::from_millis(1200));
        // Esc closes the line of typing, with what was pasted in it.
        session.send(if begin.is_empty() { "" } else { "\x1b" });
        std::thread::sleep(Duration::from_millis(200));
        session.send("q");
        assert_eq!(session.wait_for_status(), "0");
    }
}

#[test]
fn ctrl_c_is_heard_in_a_paste_that_loses_its_end() {
    for arguments in [[].as_slice(), &["present"]] {
        let mut session = Session::of_program(Lang::Zh, arguments, &[], (80, 24));
        session.wait_until_quiet();
        session.send("\x1b[200~abc");
        std::thread::sleep(Duration::from_millis(100));
        assert_interruptible(session);
    }
}

#[test]
fn a_paste_that_is_too_long_does_nothing_but_paste() {
    let mut session = dashboard();
    let before = session.screen_text();
    session.send(&format!("\x1b[200~{}\x1b[201~", "L+q2\r".repeat(300_000)));
    session.wait_until_quiet();
    assert_eq!(session.screen_text(), before);
    session.send("/");
    session.wait_until_quiet();
    session.send(&format!("\x1b[200~{}\x1b[201~", "\r\x1bq2".repeat(300_000)));
    assert_interruptible(session);
}

#[test]
fn a_megabyte_of_keys_does_not_make_ctrl_c_wait() {
    let noise: Vec<u8> = (0..1_000_000_u32).map(|number| b"jklhmt2134\x1b[A5GgszL"[number as usize * 7 % 19]).collect();
    for (begin, flood) in [("", noise.as_slice()), ("/", &b"a".repeat(1_000_000)), ("", &b"\x1b[B".repeat(330_000))] {
        let mut session = dashboard();
        session.send(begin);
        session.send_bytes(flood);
        assert_interruptible(session);
    }
}

#[test]
fn what_is_pasted_into_find_by_mistake_does_not_make_ctrl_c_wait() {
    let words = (0..1500_u32).map(|number| format!("{number}提案{}", number % 7)).collect::<Vec<_>>().join(" ");
    for text in ["tian".repeat(1000), "提案".repeat(1000), "q2 ".repeat(1000), "q2".repeat(1000), words] {
        let mut session = dashboard();
        session.send("/");
        session.wait_until_quiet();
        session.send(&format!("\x1b[200~{text}\x1b[201~"));
        assert_interruptible(session);
    }
}

#[test]
fn keys_typed_ahead_are_not_lost_before_ctrl_c() {
    // Nothing is slow here, so everything is done in its order: q ends the program before Ctrl-C does.
    let mut session = dashboard();
    session.send("2L");
    session.wait_for_text("2 City");
    session.send("q\x03");
    assert_eq!(session.wait_for_status(), "0");
}

#[test]
fn an_arrow_torn_by_a_slow_line_does_not_end_a_presentation() {
    for variable in ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"] {
        let mut session = start(&["present"], &[(variable, "10.0.0.7 50000 10.0.0.1 22")], "1/");
        let first = session.screen_text();
        session.send("\x1b");
        std::thread::sleep(Duration::from_millis(120));
        session.send("[C");
        session.wait_for_text("2/");
        assert_ne!(session.screen_text(), first);
    }
}

#[test]
fn esc_after_esc_ends_a_presentation_but_not_with_a_key_between() {
    let mut session = start(&["present"], &[], "1/");
    for between in ["\x1b[C", "\x1b[24;5~", "\x1b[200~text\x1b[201~"] {
        session.send("\x1b");
        session.wait_for_text("再按一次结束放映");
        session.send(between);
        session.wait_for(|screen| !screen.contents().contains("再按一次结束放映"));
    }
    session.send("\x1b");
    session.wait_for_text("再按一次结束放映");
    session.send("\x1b");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

#[test]
fn shift_f5_is_read_from_every_terminal() {
    // xterm; the Linux console; PuTTY and rxvt.
    for shift_f5 in ["\x1b[15;2~", "\x1b[31~", "\x1b[28~"] {
        let mut session = dashboard();
        session.send("3");
        session.wait_until_quiet();
        session.send(shift_f5);
        session.wait_for_text("/14");
        session.send("qq");
        session.wait_for_text("3 覆盖");
    }
}

#[test]
fn keys_of_other_terminals_and_protocols_do_what_they_say() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings");
    std::fs::write(&settings, "[keys]\nlanguage = [\"F13\", \"F20\", \"F24\"]\n").unwrap();
    let mut session = start(&["--config", settings.to_str().unwrap()], &[], "1 对比");
    // Every function key that can be bound arrives.
    for f in ["\x1b[25~", "\x1b[34~", "\x1b[45~", "\x1b[57376u"] {
        let is_chinese = session.screen_text().contains("1 对比");
        session.send(f);
        session.wait_for_text(if is_chinese { "1 Compare" } else { "1 对比" });
    }
    let selected =
        |session: &mut Session| session.screen_text().lines().position(|line| line.starts_with('▌')).unwrap();
    session.wait_until_quiet();
    let first = selected(&mut session);
    // A release is no key: one row down, not two.
    session.send("\x1b[106;1:1u\x1b[106;1:3u");
    session.wait_until_quiet();
    assert_eq!(selected(&mut session), first + 1);
    // Shift-End and Ctrl-Home of rxvt.
    session.send("\x1b[8$");
    session.wait_until_quiet();
    assert!(selected(&mut session) > first + 1);
    session.send("\x1b[7^q");
    session.wait_until_quiet();
    assert_eq!(session.wait_for_status(), "0");
}
