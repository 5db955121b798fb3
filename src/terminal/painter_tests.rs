//! Plays what is painted into a terminal emulator, which must then show exactly what was drawn.

use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::*;
use crate::terminal::cells::{CellTable, Glyph, ScreenCell};
use crate::terminal::sgr::VISIBLE_ON_BLANK;

/// A painter and the terminal that it paints on.
struct PaintedTerminal {
    painter: Painter,
    emulator: vt100::Parser,
}

impl PaintedTerminal {
    fn new(width: u16, height: u16) -> Self {
        let mut emulator = vt100::Parser::new(height, width, 0);
        emulator.process(b"\x1b[?1049h\x1b[?25l\x1b[41mx");
        Self { painter: Painter::new(ColorDepth::True), emulator }
    }

    /// Paints a frame, checks what the terminal shows, and returns the bytes that it took.
    fn show(&mut self, buffer: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let bytes = self.painter.frame(buffer, cursor);
        self.emulator.process(&bytes);
        let mut table = CellTable::default();
        let grid = Grid::of(buffer, ColorDepth::True, &mut table);
        for y in 0..grid.height {
            for (x, cell) in grid.row(y).iter().enumerate() {
                let real = self.emulator.screen().cell(u16_of(y), u16_of(x)).expect("a cell on the screen");
                assert_eq!(
                    look_of(&table, *cell),
                    look_on_terminal(real),
                    "row {y}, column {x}: {:?}",
                    escaped(&bytes)
                );
            }
        }
        let hidden = self.emulator.screen().hide_cursor();
        assert_eq!(hidden, cursor.is_none());
        if let Some(place) = cursor {
            assert_eq!(self.emulator.screen().cursor_position(), (place.y, place.x));
        }
        bytes
    }
}

fn u16_of(number: usize) -> u16 {
    u16::try_from(number).expect("a small number")
}

fn escaped(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\x1b', "^")
}

/// A cell in comparable form: text, foreground, background, modifiers.
type CellLook = (String, vt100::Color, vt100::Color, Modifier);

fn look_of(table: &CellTable, cell: ScreenCell) -> CellLook {
    let mut text = Vec::new();
    table.write(cell, &mut text);
    let text = String::from_utf8(text).expect("text");
    // Terminals keep the style of a wide character with its left half.
    let style = if cell.glyph == Glyph::RIGHT_HALF { Sgr::PLAIN } else { table.style(cell.style) };
    (text, colour(style.fg), colour(style.bg), style.modifier)
}

fn look_on_terminal(cell: &vt100::Cell) -> CellLook {
    if cell.is_wide_continuation() {
        return (String::new(), vt100::Color::Default, vt100::Color::Default, Modifier::empty());
    }
    let flags = [
        (cell.bold(), Modifier::BOLD),
        (cell.dim(), Modifier::DIM),
        (cell.italic(), Modifier::ITALIC),
        (cell.underline(), Modifier::UNDERLINED),
        (cell.inverse(), Modifier::REVERSED),
    ];
    let modifier = flags.iter().filter(|(on, _)| *on).fold(Modifier::empty(), |all, (_, one)| all | *one);
    match cell.contents() {
        "" | " " if !modifier.intersects(VISIBLE_ON_BLANK) => {
            (" ".into(), vt100::Color::Default, cell.bgcolor(), Modifier::empty())
        }
        "" => (" ".into(), cell.fgcolor(), cell.bgcolor(), modifier),
        text => (text.into(), cell.fgcolor(), cell.bgcolor(), modifier),
    }
}

fn colour(colour: Color) -> vt100::Color {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        named => vt100::Color::Idx(u8::try_from(NAMED.iter().position(|one| *one == named).unwrap()).unwrap()),
    }
}

fn empty(width: u16, height: u16) -> Buffer {
    Buffer::empty(Rect::new(0, 0, width, height))
}

/// Draws a list as wide as the screen, from entry `first` on, with the line `selected` marked.
fn list(first: usize, selected: u16) -> Buffer {
    let mut buffer = empty(120, 36);
    buffer.set_string(0, 0, "政协履职看板  —  五市政协  比较", Style::new().add_modifier(Modifier::BOLD));
    for line in 0..34 {
        let entry = first + usize::from(line);
        let style = Style::new().fg([Color::Red, Color::Green, Color::Indexed(33)][entry % 3]);
        let text = format!("  提案办理第{entry:03}项　立案 {:4}件，办复率百分之九十九，委员满意", entry * 7);
        buffer.set_string(0, line + 1, text, style);
    }
    buffer.set_string(0, selected, "▶", Style::new());
    buffer.set_string(0, 35, "↑↓ 移动  Enter 打开  q 退出", Style::new().add_modifier(Modifier::DIM));
    buffer
}

#[test]
fn an_unchanged_screen_costs_nothing() {
    let mut terminal = PaintedTerminal::new(120, 36);
    terminal.show(&list(0, 3), None);
    assert!(terminal.show(&list(0, 3), None).is_empty());
    terminal.show(&list(0, 3), Some(Position::new(4, 4)));
    assert!(terminal.show(&list(0, 3), Some(Position::new(4, 4))).is_empty());
}

#[test]
fn moving_a_marker_costs_less_than_forty_bytes() {
    let mut terminal = PaintedTerminal::new(120, 36);
    terminal.show(&list(0, 3), None);
    for line in 4..30 {
        let bytes = terminal.show(&list(0, line), None);
        assert!(bytes.len() <= 40, "{} bytes: {}", bytes.len(), escaped(&bytes));
    }
}

#[test]
fn scrolling_by_a_line_costs_less_than_three_hundred_bytes() {
    let mut terminal = PaintedTerminal::new(120, 36);
    terminal.show(&list(5, 34), None);
    for first in [6, 7, 6, 5, 4] {
        // The scroll bar moves the other way.
        let mut scrolled = list(first, 34);
        scrolled.set_string(119, u16_of(first), "█", Style::new());
        let bytes = terminal.show(&scrolled, None);
        assert!(bytes.len() <= 300, "{} bytes: {}", bytes.len(), escaped(&bytes));
    }
}

#[test]
fn a_first_frame_costs_little_more_than_its_text() {
    let buffer = list(0, 3);
    let text: usize = (0..36)
        .map(|y| {
            let row: String = (0..120).map(|x| buffer[(x, y)].symbol()).collect();
            row.replace("  ", " ").trim_end().len()
        })
        .sum();
    let bytes = PaintedTerminal::new(120, 36).show(&buffer, None);
    assert!(bytes.len() < text + 36 * 16, "{} bytes for {text} of text", bytes.len());
}

#[test]
fn a_long_tail_is_erased_and_a_coloured_one_is_not() {
    let mut terminal = PaintedTerminal::new(60, 2);
    let mut full = empty(60, 2);
    full.set_string(0, 0, "政".repeat(30), Style::new().bg(Color::Blue));
    terminal.show(&full, None);
    let mut short = empty(60, 2);
    short.set_string(0, 0, "政", Style::new().bg(Color::Blue));
    let bytes = terminal.show(&short, None);
    assert!(bytes.len() < 35, "{}", escaped(&bytes));
    let mut coloured = short.clone();
    coloured.set_style(Rect::new(0, 0, 60, 1), Style::new().bg(Color::Blue));
    assert!(terminal.show(&coloured, None).len() > 58);
}

#[test]
fn a_cursor_alone_is_moved_without_painting() {
    let mut terminal = PaintedTerminal::new(120, 36);
    terminal.show(&list(0, 3), Some(Position::new(10, 10)));
    let bytes = terminal.show(&list(0, 3), Some(Position::new(12, 10)));
    assert_eq!(escaped(&bytes), "^[?2026h^[2C^[?2026l");
    assert_eq!(escaped(&terminal.show(&list(0, 3), None)), "^[?2026h^[?25l^[?2026l");
}

#[test]
fn a_cluster_of_doubtful_width_does_not_displace_what_follows() {
    let mut terminal = PaintedTerminal::new(20, 1);
    let mut buffer = empty(20, 1);
    buffer.set_string(0, 0, "e\u{301}政", Style::new());
    let bytes = terminal.show(&buffer, None);
    assert!(escaped(&bytes).contains("e\u{301}^[;2H政"), "{}", escaped(&bytes));
}

#[test]
fn nothing_is_written_from_the_right_half_of_a_character() {
    let mut terminal = PaintedTerminal::new(12, 1);
    let mut buffer = empty(12, 1);
    buffer.set_string(0, 0, "政协提", Style::new());
    terminal.show(&buffer, Some(Position::new(3, 0)));
    buffer.set_string(4, 0, "案", Style::new());
    terminal.show(&buffer, None);
}

/// One change of a screen.
#[derive(Clone, Debug)]
enum BufferChange {
    Write(u16, u16, String, Style),
    Tint(u16, u16, u16, Style),
    Shift(u16, u16, i16),
    Empty,
}

fn style() -> impl Strategy<Value = Style> {
    let colour =
        prop::sample::select(vec![Color::Reset, Color::Red, Color::White, Color::Indexed(40), Color::Rgb(200, 10, 5)]);
    let modifiers = prop::sample::subsequence(
        vec![Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED],
        0..3,
    );
    (colour.clone(), colour, modifiers).prop_map(|(fg, bg, modifiers)| {
        let all = modifiers.into_iter().fold(Modifier::empty(), |all, one| all | one);
        Style::new().fg(fg).bg(bg).add_modifier(all)
    })
}

fn change() -> impl Strategy<Value = BufferChange> {
    prop_oneof![
        6 => (0_u16..30, 0_u16..12, "[a-c 政协提案│。]{0,24}", style())
            .prop_map(|(x, y, text, style)| BufferChange::Write(x, y, text, style)),
        2 => (0_u16..30, 0_u16..12, 1_u16..30, style()).prop_map(|(x, y, width, style)| BufferChange::Tint(x, y, width, style)),
        3 => (0_u16..12, 0_u16..12, -5_i16..6).prop_map(|(top, bottom, by)| BufferChange::Shift(top, bottom, by)),
        1 => Just(BufferChange::Empty),
    ]
}

fn apply(buffer: &mut Buffer, change: &BufferChange) {
    let area = buffer.area;
    match change {
        BufferChange::Write(x, y, text, style) if area.contains(Position::new(*x, *y)) => {
            buffer.set_string(*x, *y, text, *style);
        }
        BufferChange::Tint(x, y, width, style) => buffer.set_style(Rect::new(*x, *y, *width, 1), *style),
        BufferChange::Shift(top, bottom, by) => {
            let before = buffer.clone();
            for y in *top..=(*bottom).min(area.height.saturating_sub(1)) {
                for x in 0..area.width {
                    let from = y.checked_add_signed(*by).and_then(|from| before.cell((x, from)));
                    buffer[(x, y)] = from.cloned().unwrap_or_default();
                }
            }
        }
        BufferChange::Empty => buffer.reset(),
        BufferChange::Write(..) => {}
    }
    // The emulator knows one intensity at a time; the tests of `sgr` have both.
    for cell in buffer.content.iter_mut().filter(|cell| cell.modifier.contains(Modifier::BOLD)) {
        cell.modifier.remove(Modifier::DIM);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn the_terminal_shows_what_was_drawn(
        width in 1_u16..34,
        height in 1_u16..14,
        frames in prop::collection::vec((prop::collection::vec(change(), 0..9), any::<(bool, u16, u16)>()), 1..6),
    ) {
        let mut terminal = PaintedTerminal::new(width, height);
        let mut buffer = empty(width, height);
        for (changes, (typing, x, y)) in frames {
            for change in &changes {
                apply(&mut buffer, change);
            }
            let cursor = typing.then(|| Position::new(x % width, y % height));
            terminal.show(&buffer, cursor);
            prop_assert!(terminal.show(&buffer, cursor).is_empty());
        }
    }
}

#[test]
fn a_link_is_opened_and_closed_around_its_cells_and_costs_nothing_elsewhere() {
    let mut terminal = PaintedTerminal::new(30, 2);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 2));
    buffer.set_string(0, 0, "见 https://a.cn/long-", Style::new());
    buffer.set_string(0, 1, "name 全", Style::new());
    let link = |column, row, width| Link { column, row, width, address: "https://a.cn/long-name".to_owned() };
    let links = vec![link(3, 0, 18), link(0, 1, 4)];
    terminal.painter.take_links(links.clone());
    let bytes = escaped(&terminal.show(&buffer, None));
    let open = "^]8;id=1;https://a.cn/long-name^\\";
    assert!(bytes.contains(&format!("见 {open}https://a.cn/long-")), "{bytes}");
    assert_eq!((bytes.matches(open).count(), bytes.matches("^]8;;^\\").count()), (1, 1), "both rows at once: {bytes}");
    // The same frame again costs nothing, and one without them takes them away.
    terminal.painter.take_links(links.clone());
    assert_eq!(escaped(&terminal.show(&buffer, None)), "");
    let bytes = escaped(&terminal.show(&buffer, None));
    assert!(bytes.contains("https://a.cn/long-") && !bytes.contains("]8"), "{bytes}");
    terminal.painter.take_links(links);
    assert!(escaped(&terminal.show(&buffer, None)).ends_with("^]8;;^\\^[?2026l"), "no frame ends within a link");
}
