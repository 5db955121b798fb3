//! A drawn buffer as a picture. Every character has the place of its cell, so that Chinese stands where the terminal
//! would put it whatever the font; blocks and lines are drawn as shapes, since fonts disagree about them.

use super::Look;
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
/// Where letters stand above the foot of their line.
const DESCENT: u32 = 6;
/// Where the line under letters is above the foot of theirs.
const UNDERLINE: u32 = 3;

/// Letters and signs come from the first of these that is there, and Chinese from the first that has it.
const FONTS: &str = "'JetBrains Mono','DejaVu Sans Mono','Menlo','Consolas','Sarasa Mono SC',\
                     'Noto Sans Mono CJK SC','Microsoft YaHei','PingFang SC',monospace";

/// The picture of the dashboard as it is now, as the text of an SVG file.
#[must_use]
pub fn of_state(state: &State, look: Look) -> String {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    super::draw(state, look, &mut buffer);
    picture(&buffer, look)
}

/// Returns the picture of the speaker's view, as the text of an SVG file.
#[must_use]
pub fn of_speaker(speaker: &SpeakerView, look: Look) -> String {
    let (width, height) = speaker.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    super::slides::draw_speaker(speaker, look, &mut buffer);
    picture(&buffer, look)
}

/// The picture of a buffer that was drawn in `look`, as the text of an SVG file.
#[must_use]
pub fn picture(buffer: &Buffer, look: Look) -> String {
    let ground = match look.background {
        Background::Dark => ("#1c1d26", "#dcdfe6"),
        Background::Light => ("#fdfdfb", "#26272b"),
    };
    let (columns, rows) = (u32::from(buffer.area.width), u32::from(buffer.area.height));
    let size = (columns * CELL + 2 * MARGIN, rows * LINE + 2 * MARGIN);
    let mut svg = String::new();
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         font-family=\"{FONTS}\" font-size=\"16\">\n<rect width=\"{w}\" height=\"{h}\" rx=\"8\" fill=\"{}\"/>\n",
        ground.0,
        w = size.0,
        h = size.1,
    );
    svg.push_str(&head);
    for y in buffer.area.top()..buffer.area.bottom() {
        line(&mut svg, buffer, y, ground);
    }
    svg.push_str("</svg>\n");
    svg
}

/// A run of cells that are written alike.
struct Run {
    from: u32,
    cells: u32,
    ink: String,
    ground: Option<String>,
    modifier: Modifier,
    letters: Vec<(u32, String)>,
    /// Where a block goes on above, and where below.
    joined: [Vec<u32>; 2],
}

fn line(svg: &mut String, buffer: &Buffer, y: u16, ground: (&str, &str)) {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = buffer.area.left();
    while x < buffer.area.right() {
        let Some(cell) = buffer.cell((x, y)) else { break };
        let cells = u32::try_from(width(cell.symbol()).max(1)).unwrap_or(1);
        let (ink, paper) = colours(cell, ground);
        let at = u32::from(x);
        match runs.last_mut() {
            Some(run) if run.ink == ink && run.ground == paper && run.modifier == cell.modifier => run.cells += cells,
            _ => runs.push(Run {
                from: at,
                cells,
                ink,
                ground: paper,
                modifier: cell.modifier,
                letters: Vec::new(),
                joined: Default::default(),
            }),
        }
        let goes_on = |y: Option<u16>| {
            let other = y.filter(|y| *y < buffer.area.bottom()).and_then(|y| buffer.cell((x, y)));
            // Without colours, only large digits, which are bold, are known to be of one piece.
            let is_known = cell.fg != Color::Reset || cell.modifier.contains(Modifier::BOLD);
            other.is_some_and(|other| is_known && other.fg == cell.fg && matches!(other.symbol(), "█" | "▀" | "▄"))
        };
        if let Some(run) = runs.last_mut().filter(|_| cell.symbol() != " ") {
            run.letters.push((at, cell.symbol().to_owned()));
            for (joined, y) in run.joined.iter_mut().zip([y.checked_sub(1), y.checked_add(1)]) {
                if goes_on(y) {
                    joined.push(at);
                }
            }
        }
        x += u16::try_from(cells).unwrap_or(1);
    }
    let top = MARGIN + u32::from(y) * LINE;
    for run in &runs {
        draw(svg, run, top);
    }
}

/// The colour of the letters, and of the ground where it is not the screen's own.
fn colours(cell: &Cell, ground: (&str, &str)) -> (String, Option<String>) {
    let ink = hex(cell.fg).unwrap_or_else(|| ground.1.to_owned());
    let paper = hex(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        (paper.unwrap_or_else(|| ground.0.to_owned()), Some(ink))
    } else {
        (ink, paper)
    }
}

fn draw(svg: &mut String, run: &Run, top: u32) {
    let left = MARGIN + run.from * CELL;
    // Writing to a string can't fail.
    if let Some(paper) = &run.ground {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{LINE}\" fill=\"{paper}\"/>",
            run.cells * CELL
        );
    }
    // Readers disagree about underlining letters that have places of their own.
    if run.modifier.contains(Modifier::UNDERLINED) {
        let (foot, ink) = (top + LINE - UNDERLINE, &run.ink);
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{foot}\" width=\"{}\" height=\"1\" fill=\"{ink}\"/>",
            run.cells * CELL
        );
    }
    let mut letters = String::new();
    for (at, text) in pieces(run) {
        let x = MARGIN + at * CELL;
        let joined = [0, 1].map(|side| run.joined[side].contains(&at));
        if half(svg, &text, (x, top), &run.ink) || shape(svg, &text, (x, top), &run.ink, joined) {
            continue;
        }
        // The width is said where a font may think otherwise; a reader that knows nothing of it still begins right.
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
        let _ = writeln!(svg, "<text y=\"{foot}\" fill=\"{}\"{weight}{faint}>{letters}</text>", run.ink);
    }
}

/// The letters of a run in pieces that have a place of their own: each wide letter, each sign outside ASCII, and each word
/// in ASCII.
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

/// Draws half a block, or a quarter; `false` for anything else.
fn half(svg: &mut String, symbol: &str, (x, top): (u32, u32), ink: &str) -> bool {
    let (width, down) = match symbol {
        "▀" => (CELL, 0),
        "▄" => (CELL, LINE / 2),
        "▘" => (CELL / 2, 0),
        _ => return false,
    };
    let (y, height) = (top + down, LINE / 2);
    let _ = writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ink}\"/>");
    true
}

/// Draws a block or a line; `false` for anything else. Blocks of neighbouring lines are kept apart, unless they belong
/// together.
fn shape(svg: &mut String, symbol: &str, (x, top): (u32, u32), ink: &str, [above, below]: [bool; 2]) -> bool {
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
        "│" => writeln!(svg, "<rect x=\"{middle}\" y=\"{top}\" width=\"1\" height=\"{LINE}\" fill=\"{ink}\"/>"),
        "─" => writeln!(svg, "<rect x=\"{x}\" y=\"{halfway}\" width=\"{CELL}\" height=\"1\" fill=\"{ink}\"/>"),
        other => {
            let part = f64::from(CELL * eighths) / 8.0;
            let faint = if other == "▒" { " opacity=\"0.45\"" } else { "" };
            let (from, to) = (top + u32::from(!above), top + LINE - u32::from(!below));
            let height = to - from;
            writeln!(svg, "<rect x=\"{x}\" y=\"{from}\" width=\"{part}\" height=\"{height}\" fill=\"{ink}\"{faint}/>")
        }
    };
    true
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A colour as `#rrggbb`; `None` for the terminal's own.
fn hex(colour: Color) -> Option<String> {
    let (red, green, blue) = match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(index) => indexed(index),
        named => sixteen(named)?,
    };
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// xterm's 256 colours: a cube of six levels from 16 on, and 24 greys from 232 on.
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

/// The sixteen colours as xterm draws them.
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
