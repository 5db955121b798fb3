//! Turns a drawn buffer into an SVG picture.
//!
//! Every character is placed at its cell, so Chinese is aligned as in the terminal, whatever the font. Blocks and lines
//! are drawn as shapes, since fonts disagree about them.

use super::Appearance;
use crate::app::State;
use crate::present::speaker::SpeakerView;
use crate::text::Background;
use crate::text::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The width of a cell in the picture.
const CELL: u32 = 10;
/// The height of a line in the picture.
const LINE: u32 = 22;
/// The free space around the screen.
const MARGIN: u32 = 12;
/// The distance of the letters' baseline from the foot of their line.
const DESCENT: u32 = 6;
/// The distance of an underline from the foot of its line.
const UNDERLINE: u32 = 3;

/// The width and the height of a cell in points.
pub const CELL_SIZE: (f64, f64) = (CELL as f64, LINE as f64);

/// The first installed font draws letters and signs; the first that has Chinese draws Chinese.
const FONTS: &str = "'JetBrains Mono','DejaVu Sans Mono','Menlo','Consolas','Sarasa Mono SC',\
                     'Noto Sans Mono CJK SC','Microsoft YaHei','PingFang SC',monospace";

/// Returns the picture of the dashboard in its current state, as the text of an SVG file.
#[must_use]
pub fn of_state(state: &State, appearance: Appearance) -> String {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    super::draw(state, appearance, &mut buffer);
    picture(&buffer, appearance)
}

/// Returns the picture of the dashboard without the line of the keys, which on paper nobody can press.
#[must_use]
pub fn without_keys(state: &State, appearance: Appearance) -> String {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    super::draw(state, appearance, &mut buffer);
    buffer.resize(Rect::new(0, 0, width, height.saturating_sub(state.layout().footer.height)));
    picture(&buffer, appearance)
}

/// Returns the picture of the speaker's view, as the text of an SVG file.
#[must_use]
pub fn of_speaker(speaker: &SpeakerView, appearance: Appearance) -> String {
    let (width, height) = speaker.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    super::slides::draw_speaker(speaker, appearance, &mut buffer);
    picture(&buffer, appearance)
}

/// Returns the picture of a buffer that was drawn with `appearance`, as the text of an SVG file.
#[must_use]
pub fn picture(buffer: &Buffer, appearance: Appearance) -> String {
    let background = match appearance.background {
        // A picture has its own background.
        Background::Dark | Background::Unknown => ("#1c1d26", "#dcdfe6"),
        Background::Light => ("#fdfdfb", "#26272b"),
    };
    let (columns, rows) = (u32::from(buffer.area.width), u32::from(buffer.area.height));
    let size = (columns * CELL + 2 * MARGIN, rows * LINE + 2 * MARGIN);
    let mut svg = String::new();
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         font-family=\"{FONTS}\" font-size=\"16\">\n<rect width=\"{w}\" height=\"{h}\" rx=\"8\" fill=\"{}\"/>\n",
        background.0,
        w = size.0,
        h = size.1,
    );
    svg.push_str(&head);
    for row in buffer.area.rows() {
        draw_line(&mut svg, buffer, row.y, background);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Neighbouring cells of one line with the same style.
struct Run {
    from: u32,
    cells: u32,
    color: String,
    background: Option<String>,
    modifier: Modifier,
    letters: Vec<(u32, String)>,
    /// The columns whose block continues above, and those whose block continues below.
    joined: [Vec<u32>; 2],
}

fn draw_line(svg: &mut String, buffer: &Buffer, y: u16, background: (&str, &str)) {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = buffer.area.left();
    while x < buffer.area.right() {
        let Some(cell) = buffer.cell((x, y)) else { break };
        let cells = u32::try_from(width(cell.symbol()).max(1)).unwrap_or(1);
        let (color, background_color) = colours(cell, background);
        let at = u32::from(x);
        match runs.last_mut() {
            Some(run) if run.color == color && run.background == background_color && run.modifier == cell.modifier => {
                run.cells += cells;
            }
            _ => runs.push(Run {
                from: at,
                cells,
                color,
                background: background_color,
                modifier: cell.modifier,
                letters: Vec::new(),
                joined: Default::default(),
            }),
        }
        let continues = |y: Option<u16>| {
            let other = y.filter(|y| *y < buffer.area.bottom()).and_then(|y| buffer.cell((x, y)));
            // Without colours, only large digits, which are bold, are certain to be one shape.
            let is_known = cell.fg != Color::Reset || cell.modifier.contains(Modifier::BOLD);
            other.is_some_and(|other| is_known && other.fg == cell.fg && matches!(other.symbol(), "█" | "▀" | "▄"))
        };
        if let Some(run) = runs.last_mut().filter(|_| cell.symbol() != " ") {
            run.letters.push((at, cell.symbol().to_owned()));
            for (joined, y) in run.joined.iter_mut().zip([y.checked_sub(1), y.checked_add(1)]) {
                if continues(y) {
                    joined.push(at);
                }
            }
        }
        // Skip the second cell of a wide character, which is empty.
        x += u16::try_from(cells).unwrap_or(1);
    }
    let top = MARGIN + u32::from(y) * LINE;
    for run in &runs {
        draw_run(svg, run, top);
    }
}

/// Returns the colour of the text, and of the background if the cell has its own.
fn colours(cell: &Cell, background: (&str, &str)) -> (String, Option<String>) {
    let color = hex(cell.fg).unwrap_or_else(|| background.1.to_owned());
    let background_color = hex(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        (background_color.unwrap_or_else(|| background.0.to_owned()), Some(color))
    } else {
        (color, background_color)
    }
}

fn draw_run(svg: &mut String, run: &Run, top: u32) {
    let left = MARGIN + run.from * CELL;
    // Writing to a string cannot fail.
    if let Some(background_color) = &run.background {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{LINE}\" fill=\"{background_color}\"/>",
            run.cells * CELL
        );
    }
    // Viewers disagree about underlining letters that are placed one by one.
    if run.modifier.contains(Modifier::UNDERLINED) {
        let (foot, color) = (top + LINE - UNDERLINE, &run.color);
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{foot}\" width=\"{}\" height=\"1\" fill=\"{color}\"/>",
            run.cells * CELL
        );
    }
    let mut letters = String::new();
    for (at, text) in pieces(run) {
        let x = MARGIN + at * CELL;
        let joined = [0, 1].map(|side| run.joined[side].contains(&at));
        if half(svg, &text, (x, top), &run.color) || shape(svg, &text, (x, top), &run.color, joined) {
            continue;
        }
        // A font may draw words wider or narrower, so their width is given. Viewers that ignore it still start at the
        // right column.
        let length = u32::try_from(width(&text)).unwrap_or(1) * CELL;
        let fitted = if text.len() > 1 && text.is_ascii() {
            format!(" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"")
        } else {
            String::new()
        };
        let _ = write!(letters, "<tspan x=\"{x}\"{fitted}>{}</tspan>", escaped(&text));
    }
    if !letters.is_empty() {
        let weight = if run.modifier.contains(Modifier::BOLD) { " font-weight=\"700\"" } else { "" };
        let faint = if run.modifier.contains(Modifier::DIM) { " opacity=\"0.6\"" } else { "" };
        let foot = top + LINE - DESCENT;
        let _ = writeln!(svg, "<text y=\"{foot}\" fill=\"{}\"{weight}{faint}>{letters}</text>", run.color);
    }
}

/// Splits a run into pieces with positions of their own: every wide letter, every sign outside ASCII, and every word in
/// ASCII.
fn pieces(run: &Run) -> Vec<(u32, String)> {
    let mut pieces: Vec<(u32, String)> = Vec::new();
    for (at, symbol) in &run.letters {
        match pieces.last_mut() {
            Some((from, word))
                if symbol.is_ascii()
                    && word.is_ascii()
                    && u32::try_from(word.len()).is_ok_and(|n| *from + n == *at) =>
            {
                word.push_str(symbol);
            }
            _ => pieces.push((*at, symbol.clone())),
        }
    }
    pieces
}

/// Draws a half or quarter block; returns `false` for anything else.
fn half(svg: &mut String, symbol: &str, (x, top): (u32, u32), color: &str) -> bool {
    let (width, down) = match symbol {
        "▀" => (CELL, 0),
        "▄" => (CELL, LINE / 2),
        "▘" => (CELL / 2, 0),
        _ => return false,
    };
    let (y, height) = (top + down, LINE / 2);
    let _ = writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>");
    true
}

/// Draws a block or a line; returns `false` for anything else. A gap separates the blocks of neighbouring lines, unless
/// they are joined.
fn shape(svg: &mut String, symbol: &str, (x, top): (u32, u32), color: &str, [above, below]: [bool; 2]) -> bool {
    let eighths = match symbol {
        "█" | "▒" => 8,
        "▉" => 7,
        "▊" => 6,
        "▋" => 5,
        "▌" => 4,
        "▍" => 3,
        "▎" => 2,
        "▏" => 1,
        "│" | "─" => 0,
        _ => return false,
    };
    let (middle, halfway) = (x + CELL / 2, top + LINE / 2);
    let _ = match symbol {
        "│" => writeln!(svg, "<rect x=\"{middle}\" y=\"{top}\" width=\"1\" height=\"{LINE}\" fill=\"{color}\"/>"),
        "─" => writeln!(svg, "<rect x=\"{x}\" y=\"{halfway}\" width=\"{CELL}\" height=\"1\" fill=\"{color}\"/>"),
        other => {
            let part = f64::from(CELL * eighths) / 8.0;
            let faint = if other == "▒" { " opacity=\"0.45\"" } else { "" };
            let (from, to) = (top + u32::from(!above), top + LINE - u32::from(!below));
            let height = to - from;
            writeln!(svg, "<rect x=\"{x}\" y=\"{from}\" width=\"{part}\" height=\"{height}\" fill=\"{color}\"{faint}/>")
        }
    };
    true
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns a colour as `#rrggbb`, or `None` for the terminal's own.
fn hex(colour: Color) -> Option<String> {
    let (red, green, blue) = match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(index) => indexed(index),
        named => sixteen(named)?,
    };
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// Returns a colour of xterm's 256: a cube of six levels from 16 on, and 24 greys from 232 on.
fn indexed(index: u8) -> (u8, u8, u8) {
    let level = |step: u8| if step == 0 { 0 } else { 55 + step * 40 };
    match index {
        232.. => {
            let grey = 8 + (index - 232) * 10;
            (grey, grey, grey)
        }
        16.. => {
            let cube = index - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        _ => (0xc0, 0xc0, 0xc0),
    }
}

/// Returns one of the sixteen colours as xterm draws it.
const fn sixteen(colour: Color) -> Option<(u8, u8, u8)> {
    Some(match colour {
        Color::Black => (0, 0, 0),
        Color::Red => (205, 0, 0),
        Color::Green => (0, 205, 0),
        Color::Yellow => (205, 205, 0),
        Color::Blue => (0, 0, 238),
        Color::Magenta => (205, 0, 205),
        Color::Cyan => (0, 205, 205),
        Color::Gray => (229, 229, 229),
        Color::DarkGray => (127, 127, 127),
        Color::LightRed => (255, 0, 0),
        Color::LightGreen => (0, 255, 0),
        Color::LightYellow => (255, 255, 0),
        Color::LightBlue => (92, 92, 255),
        Color::LightMagenta => (255, 0, 255),
        Color::LightCyan => (0, 255, 255),
        Color::White => (255, 255, 255),
        _ => return None,
    })
}
