//! The program itself on a pseudo-terminal: finding, the mouse and copying, from bytes to the screen and back.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use support::pty::Session;
use vt100::{MouseProtocolEncoding, MouseProtocolMode};

fn start(arguments: &[&str], environment: &[(&str, &str)]) -> Session {
    let arguments = [&["--builtin", "all"], arguments].concat();
    let mut session = Session::of_program(Lang::Zh, &arguments, environment, (100, 30));
    session.wait_for_text("立案提案");
    session
}

/// The column and row, from 0, of a text on the screen.
fn place(session: &mut Session, text: &str) -> (u16, u16) {
    let rows = session.screen_text();
    let (row, line) = rows.lines().enumerate().find(|(_, line)| line.contains(text)).expect("the text is shown");
    let column = cppcc::text::width(line.split(text).next().unwrap());
    (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
}

fn click(session: &mut Session, (column, row): (u16, u16)) {
    session.send(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m", x = column + 1, y = row + 1));
}

#[test]
fn finding_takes_typing_composed_text_and_pasting() {
    let mut session = start(&[], &[]);
    assert!(session.screen().hide_cursor());
    session.send("/");
    session.wait_for(|screen| !screen.hide_cursor());
    let (row, column) = session.screen().cursor_position();
    // What an input method has composed arrives in one piece; the cursor, which it follows, stands after it.
    session.send("青岛");
    session.wait_for(|screen| screen.cursor_position() == (row, column + 4));
    session.wait_for_text("› 青岛");
    session.send("\x15\x1b[200~滨州\r\x1b[201~");
    session.wait_for_text("› 滨州");
    session.wait_for(|screen| screen.cursor_position() == (row, column + 4));
    session.send("\x15sqmy");
    session.wait_for_text("社情民意专刊");
    session.send("\x15ｂｚ\r");
    session.wait_for_text("2 城市");
    session.wait_for(|screen| screen.hide_cursor() && screen.contents().contains("重要协商议政活动"));
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

#[test]
fn the_mouse_is_the_dashboards_until_it_is_given_back() {
    let mut session = start(&[], &[]);
    session.wait_for(|screen| screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr);
    let tab = place(&mut session, "3 覆盖");
    click(&mut session, tab);
    session.wait_for_text("15/22");
    let tab = place(&mut session, "1 对比");
    click(&mut session, tab);
    session.wait_for_text("603");
    let cell = place(&mut session, "603");
    click(&mut session, cell);
    session.wait_for_text("政协咸阳市九届一次会议");
    session.send("M");
    session.wait_for(|screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
    session.wait_for_text("鼠标已交还终端");
    session.send("k");
    session.wait_for_text("用鼠标");
    session.send("\x1b[21~");
    session.wait_for(|screen| screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr);
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

#[test]
fn copied_words_reach_the_terminal() {
    let mut session = start(&[], &[("TMUX", "/tmp/tmux-0/default,1,0")]);
    let before = session.mark();
    session.send("y");
    session.wait_for_text("set -g set-clipboard on");
    let bytes = session.raw_bytes_since(before);
    let text = String::from_utf8(bytes).unwrap();
    let (_, rest) = text.split_once("\x1b]52;c;").expect("OSC 52");
    let (sent, _) = rest.split_once("\x1b\\").expect("its end");
    let state = support::screen::opened(Lang::Zh, (100, 30));
    let expected = match { state }.apply(cppcc::app::Action::Copy(cppcc::app::CopyForm::Sentence)) {
        cppcc::app::Effect::Copy(words) => words,
        other => panic!("{other:?}"),
    };
    let mut sequence = String::new();
    CopyToClipboard::to_clipboard_from(expected).write_ansi(&mut sequence).unwrap();
    assert_eq!(format!("\x1b]52;c;{sent}\x1b\\"), sequence);
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
}

#[test]
fn copied_words_are_written_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("摘录.txt");
    let mut session = start(&["--clipboard-file", file.to_str().unwrap()], &[]);
    let before = session.mark();
    session.send("Y");
    session.wait_for_text("已写入");
    assert!(!String::from_utf8_lossy(&session.raw_bytes_since(before)).contains("\x1b]52"));
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("[EB/OL]") && written.ends_with('\n'), "{written}");
    drop(folder);
    session.send("y");
    session.wait_for_text("未能写入");
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
}
