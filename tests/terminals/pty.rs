//! The terminal layer on a real terminal: how it gives the terminal back on every way out, and what it writes when.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use support::pty::{Session, Under, wait_until_gone};

/// The program on trial. Cargo builds examples along with tests and puts them beside their directory.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let program = test.parent().and_then(|deps| deps.parent()).unwrap().join("examples/terminal_probe");
    assert!(program.exists(), "{} is not built: run all tests, or `cargo build --examples` first", program.display());
    program
}

fn start() -> Session {
    start_under(Under::Shell, &[])
}

fn start_under(under: Under, environment: &[(&str, &str)]) -> Session {
    let mut session = Session::spawn(under, &program(), &[], environment, (100, 30));
    session.wait_for_text("政协履职看板 100x30");
    assert!(session.screen().alternate_screen());
    assert!(session.screen().hide_cursor());
    assert!(session.screen().bracketed_paste());
    session
}

/// Sequences that make a terminal answer: cursor position, device attributes, colours, modes.
fn asks_something(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    ["\x1b[6n", "\x1b[c", "\x1b[0c", "\x1b[>c", "\x1b[>q", "\x1b[?u", "\x1b]10;?", "\x1b]11;?", "$p"]
        .iter()
        .any(|question| text.contains(question))
}

#[test]
fn quitting_gives_the_terminal_back() {
    for (keys, code) in [("q", "0"), ("\x03", "0"), ("e", "3")] {
        let mut session = start();
        session.send(keys);
        assert_eq!(session.wait_for_status(), code);
        session.assert_restored();
    }
}

#[test]
fn signals_give_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, "143"), (Signal::HUP, "129"), (Signal::INT, "130"), (Signal::QUIT, "131")] {
        let mut session = start();
        session.send("mt");
        session.wait_for(|screen| !screen.hide_cursor());
        assert_ne!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        session.kill(signal);
        assert_eq!(session.wait_for_status(), code);
        session.assert_restored();
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let mut session = start();
    session.send("p");
    assert_eq!(session.wait_for_status(), "101");
    session.assert_restored();
    let text = session.screen_text();
    assert!(text.contains("asked to"), "{text}");
}

#[test]
fn suspending_gives_the_terminal_back_until_it_is_resumed() {
    let mut session = start();
    session.send("m\x1b[B");
    session.wait_for_text("Down");
    let before = session.screen_text();
    for _ in 0..2 {
        session.send("\x1a");
        assert_eq!(session.wait_for_status(), "stopped");
        session.assert_restored();
        let mark = session.mark();
        // The line for the shell must not get into the hands of the program that is stopped.
        session.send("\n");
        session.wait_for(vt100::Screen::alternate_screen);
        session.wait_for_text("第0001件提案");
        assert!(session.screen().hide_cursor());
        assert_ne!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(session.screen_text().replace("Char('z') KeyModifiers(CONTROL)", "Down KeyModifiers(0x0)"), before);
        assert!(!asks_something(&session.raw_bytes_since(mark)));
    }
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

#[test]
fn a_stop_signal_from_outside_is_obeyed_in_the_same_way() {
    let mut session = start();
    session.kill(Signal::TSTP);
    assert_eq!(session.wait_for_status(), "stopped");
    session.assert_restored();
    session.send("\n");
    session.wait_for(|screen| screen.alternate_screen() && screen.contents().contains("第0001件提案"));
    session.kill(Signal::TERM);
    assert_eq!(session.wait_for_status(), "143");
    session.assert_restored();
}

#[test]
fn stopped_by_force_it_still_knows_the_modes_to_give_back() {
    let mut session = start();
    session.kill(Signal::STOP);
    assert_eq!(session.wait_for_status(), "stopped");
    session.send("\n");
    session.wait_for_text("第0001件提案");
    std::thread::sleep(Duration::from_millis(200));
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

#[test]
fn where_nobody_could_resume_it_it_does_not_suspend() {
    let mut session = start_under(Under::Nothing, &[]);
    session.send("\x1a");
    session.wait_for_text("Char('z')");
    session.send("\x1b[B");
    session.wait_for_text("Down");
}

#[test]
fn a_line_that_drops_ends_it_at_once() {
    for under in [Under::Shell, Under::DeafShell, Under::Nothing] {
        let mut session = start_under(under, &[]);
        let process = session.program();
        session.hang_up();
        let start = Instant::now();
        wait_until_gone(process);
        assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    }
}

#[test]
fn a_terminal_that_takes_nothing_does_not_keep_it() {
    let mut session = start();
    session.without_reading(|session| {
        let process = session.program();
        session.send("w");
        std::thread::sleep(Duration::from_millis(300));
        session.kill(Signal::TERM);
        wait_until_gone(process);
    });
    assert_eq!(session.wait_for_status(), "143");
    session.assert_restored();
}

#[test]
fn without_an_alternate_screen_the_prompt_comes_back_at_the_bottom_left() {
    for keys in ["q", "\x1a"] {
        let mut session = start();
        session.send("t");
        session.wait_for(|screen| !screen.hide_cursor());
        session.send("\x1b");
        session.wait_for_text("Esc");
        session.send(keys);
        session.wait_for_status();
        let bytes = String::from_utf8(session.raw_bytes_since(0)).unwrap();
        let (program, shell) = bytes.rsplit_once("\x1b[?1049l").unwrap();
        assert!(shell.trim_start().starts_with("[job: "), "{shell:?}");
        // As a terminal without one takes it.
        let mut terminal = vt100::Parser::new(30, 100, 0);
        terminal.process(program.replace("\x1b[?1049h", "").as_bytes());
        assert_eq!(terminal.screen().cursor_position(), (29, 0));
        assert_eq!(terminal.screen().contents().trim(), "");
    }
}

#[test]
fn a_keyboard_protocol_that_another_program_has_left_on_is_switched_off() {
    let mut session = start();
    let entered = String::from_utf8(session.raw_bytes_since(0)).unwrap();
    session.send("q");
    session.wait_for_status();
    let left = String::from_utf8(session.raw_bytes_since(entered.len())).unwrap();
    // Kitty's protocol, xterm's modifyOtherKeys, application cursor keys, and the application keypad.
    for off in ["\x1b[=0u", "\x1b[>4;0m", "\x1b[?1l", "\x1b>"] {
        assert!(entered.contains(off) && left.contains(off), "{off:?}");
        // Sent while a terminal without an alternate screen is about to be painted or cleared, whatever it shows of it.
        assert!(entered.rfind(off) < entered.find("\x1b[?2026h"), "{off:?} in {entered:?}");
        assert!(left.find(off) < left.find("\x1b[2J"), "{off:?} in {left:?}");
    }
}

#[test]
fn idle_it_writes_nothing_and_asks_nothing() {
    let session = start();
    assert!(!asks_something(&session.raw_bytes_since(0)));
    let mark = session.mark();
    let before = session.cpu_ticks();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(session.mark(), mark);
    assert_eq!(session.cpu_ticks(), before);
}

#[test]
fn a_key_that_moves_a_marker_costs_few_bytes() {
    let mut session = start();
    session.send("\x1b[B");
    session.wait_for_text("Down");
    let mark = session.mark();
    session.send("\x1b[B");
    session.wait_for(|screen| screen.rows(0, 1).nth(3).is_some_and(|row| row == "▶"));
    let bytes = session.raw_bytes_since(mark);
    assert!(bytes.len() <= 40, "{} bytes", bytes.len());
}

#[test]
fn keys_that_arrive_together_are_drawn_once() {
    let directory = tempfile::tempdir().unwrap();
    let frames = directory.path().join("frames");
    let mut session = start_under(Under::Shell, &[("PROBE_FRAMES", frames.to_str().unwrap())]);
    let mark = session.mark();
    session.send(&"\x1b[B".repeat(50));
    session.wait_for_text("▶ 第0050件");
    let bytes = session.raw_bytes_since(mark);
    let updates = String::from_utf8_lossy(&bytes).matches("\x1b[?2026h").count();
    assert!(updates <= 2, "{updates} frames");
    assert!(bytes.len() <= 5000, "{} bytes", bytes.len());
    session.send("q");
    session.wait_for_status();
    let drawn: u32 = std::fs::read_to_string(frames).unwrap().parse().unwrap();
    assert!(drawn <= 4, "{drawn} frames");
}

#[test]
fn much_input_in_one_piece_is_all_taken() {
    let mut session = start();
    session.send(&"\x1b[B".repeat(1200));
    session.wait_for_text("▶ 第1200件");
}

#[test]
fn a_new_size_is_drawn_at_once_and_whole() {
    let mut session = start();
    for (columns, rows) in [(60, 12), (101, 31), (40, 12), (100, 30)] {
        session.resize(columns, rows);
        session.wait_for_text(&format!("政协履职看板 {columns}x{rows}"));
        let last = rows - 4;
        session.wait_for_text(&format!("第{last:04}件提案"));
    }
}

#[test]
fn a_size_that_no_screen_has_is_not_taken_at_its_word() {
    for (columns, rows) in [(65535, 65535), (65535, 24), (80, 65535)] {
        let mut session = start();
        session.resize_unseen(columns, rows);
        std::thread::sleep(Duration::from_millis(500));
        session.send("q");
        assert_eq!(session.wait_for_status(), "0");
        session.assert_restored();
    }
}

#[test]
fn chinese_arrives_whole_however_it_is_cut() {
    let mut session = start();
    session.send("t");
    session.wait_for(|screen| !screen.hide_cursor());
    for byte in "政协ａ".bytes() {
        session.send_bytes(&[byte]);
        std::thread::sleep(Duration::from_millis(20));
    }
    session.wait_for_text("> 政协ａ");
    assert_eq!(session.screen().cursor_position(), (28, 8));
    session.send("\x1b");
    session.wait_for_text("Esc");
    session.send("\x1b[200~提案\x1b[Aq 件\x1b[201~");
    session.wait_for_text("Paste 提案");
    session.send("\x1b");
    std::thread::sleep(Duration::from_millis(5));
    session.send("[B");
    session.wait_for_text("▶ 第0001件");
}

#[test]
fn mouse_reports_are_switched_on_when_asked_for() {
    let mut session = start();
    assert_eq!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    session.send("m");
    session.wait_for(|screen| screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Sgr);
    session.send("\x1b[<65;7;5M");
    session.wait_for_text("ScrollDown 6,4");
    session.send("m");
    session.wait_for(|screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
}

#[test]
fn without_a_terminal_it_says_so_in_one_line() {
    let result = std::process::Command::new(program()).stdin(std::process::Stdio::null()).output().unwrap();
    assert_eq!(result.status.code(), Some(2));
    assert!(result.stdout.is_empty());
    let words = String::from_utf8(result.stderr).unwrap();
    assert_eq!(words.lines().count(), 1);
    assert!(words.contains("terminal"), "{words}");
}
