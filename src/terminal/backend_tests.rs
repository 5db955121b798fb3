//! Draws through ratatui's own `Terminal` and plays the bytes into a terminal emulator.

use ratatui::style::Style;
use ratatui::terminal::Terminal;

use super::*;

/// The lines of a frame, and where its cursor is.
type Drawn<'a> = (&'a [&'a str], Option<(u16, u16)>);
type TestTerminal = Terminal<PainterBackend<Vec<u8>>>;

fn terminal(width: u16, height: u16) -> TestTerminal {
    Terminal::new(PainterBackend::new(Vec::new(), Size::new(width, height), ColorDepth::True)).unwrap()
}

/// Draws the lines through ratatui, and returns the bytes that it took.
fn draw(terminal: &mut TestTerminal, lines: &[&str], cursor: Option<(u16, u16)>) -> Vec<u8> {
    terminal
        .draw(|frame| {
            for (y, line) in (0..frame.area().height).zip(lines) {
                frame.buffer_mut().set_string(0, y, line, Style::new());
            }
            if let Some(position) = cursor {
                frame.set_cursor_position(position);
            }
        })
        .unwrap();
    std::mem::take(terminal.backend_mut().writer_mut())
}

/// Returns a terminal emulator as the event loop leaves it when it takes the terminal over.
fn emulator(width: u16, height: u16) -> vt100::Parser {
    let mut emulator = vt100::Parser::new(height, width, 0);
    emulator.process(b"\x1b[?1049h\x1b[?25l");
    emulator
}

fn rows(emulator: &vt100::Parser) -> Vec<String> {
    let width = emulator.screen().size().1;
    emulator.screen().rows(0, width).map(|row| row.trim_end().to_owned()).collect()
}

#[test]
fn the_terminal_shows_what_ratatui_draws() {
    let (mut terminal, mut emulator) = (terminal(12, 3), emulator(12, 3));
    let frames: [Drawn; 5] = [
        (&["政协 503", "ab", "案"], None),
        (&["政协 503", "a立", "x"], Some((3, 1))),
        (&["协政 50", "立b", ""], Some((11, 2))),
        (&["x", "政协提案办理", "案立"], Some((0, 0))),
        (&["政协 503", "ab", "案"], None),
    ];
    for (lines, cursor) in frames {
        let bytes = draw(&mut terminal, lines, cursor);
        emulator.process(&bytes);
        assert_eq!(rows(&emulator), lines);
        assert_eq!(emulator.screen().hide_cursor(), cursor.is_none());
        if let Some((x, y)) = cursor {
            assert_eq!(emulator.screen().cursor_position(), (y, x));
        }
        assert!(draw(&mut terminal, lines, cursor).is_empty(), "an unchanged frame costs nothing");
    }
}

#[test]
fn a_line_scrolled_through_ratatui_costs_no_more_than_its_text() {
    let all: Vec<String> =
        (0..40).map(|number| format!("{number:02} 提案办理，办复率百分之九十九，委员满意")).collect();
    let page = |first: usize| all[first..first + 24].iter().map(String::as_str).collect::<Vec<_>>();
    let (mut terminal, mut emulator) = (terminal(80, 24), emulator(80, 24));
    emulator.process(&draw(&mut terminal, &page(0), None));
    for first in [1, 2, 1, 0] {
        let bytes = draw(&mut terminal, &page(first), None);
        emulator.process(&bytes);
        assert_eq!(rows(&emulator), page(first));
        assert!(bytes.len() <= all[0].len() + 40, "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_resized_or_cleared_terminal_is_painted_whole() {
    let mut terminal = terminal(12, 3);
    draw(&mut terminal, &["政协", "提案"], None);
    terminal.backend_mut().resize(Size::new(10, 2));
    let mut emulator = emulator(10, 2);
    emulator.process(b"garbage\r\ngarbage");
    emulator.process(&draw(&mut terminal, &["政协", "提案"], None));
    assert_eq!(rows(&emulator), ["政协", "提案"]);
    emulator.process(b"garbage");
    terminal.clear().unwrap();
    emulator.process(&draw(&mut terminal, &["政协", "提案"], None));
    assert_eq!(rows(&emulator), ["政协", "提案"]);
}

#[test]
fn a_region_is_cleared_from_or_up_to_the_cursor() {
    let regions = [
        (ClearType::AfterCursor, ["aaa", "b", ""]),
        (ClearType::BeforeCursor, ["", "  b", "ccc"]),
        (ClearType::CurrentLine, ["aaa", "", "ccc"]),
        (ClearType::UntilNewLine, ["aaa", "b", "ccc"]),
        (ClearType::All, ["", "", ""]),
    ];
    for (region, left) in regions {
        let (mut terminal, mut emulator) = (terminal(3, 3), emulator(3, 3));
        emulator.process(&draw(&mut terminal, &["aaa", "bbb", "ccc"], Some((1, 1))));
        let backend = terminal.backend_mut();
        backend.clear_region(region).unwrap();
        backend.flush().unwrap();
        emulator.process(backend.writer_mut());
        assert_eq!(rows(&emulator), left, "{region:?}");
    }
}

#[test]
fn queued_bytes_go_out_with_the_next_frame() {
    let mut terminal = terminal(3, 1);
    draw(&mut terminal, &["a"], None);
    terminal.backend_mut().queue(b"\x1b[?1000h");
    assert_eq!(draw(&mut terminal, &["a"], None), b"\x1b[?1000h");
}
