//! Numbers that can be read from the back of a room: digits drawn with half blocks, two dots to a cell. Where only ASCII
//! can be drawn, small ones are made of `|` and `_`, and large ones of `#`.

mod dots;
mod font;

use crate::text::{CharSet, width};
use crate::view::pen::{Pen, line, right_of};
use dots::Dots;
use font::{MEDIUM, SMALL, STROKES, thrice, twice};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How large a number is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// As all other letters.
    Plain,
    Small,
    Medium,
    /// So many times the medium.
    Times(u16),
}

/// The faces, the largest first.
pub(super) const FACES: [Face; 8] = [
    Face::Times(8),
    Face::Times(6),
    Face::Times(4),
    Face::Times(3),
    Face::Times(2),
    Face::Medium,
    Face::Small,
    Face::Plain,
];

/// What a number is drawn of.
enum Part {
    Large(Dots),
    /// A digit of strokes, in ASCII.
    Strokes(&'static [&'static str; 3]),
    /// Letters that have no large form: 万, M.
    Letters(String),
}

impl Face {
    /// How many rows it takes; the last may be half empty.
    pub const fn rows(self) -> u16 {
        self.dots().div_ceil(2)
    }

    /// How many rows of a bar beside it are as high as the number.
    pub const fn full_rows(self) -> u16 {
        let rows = self.dots() / 2;
        if rows == 0 { 1 } else { rows }
    }

    /// How many dots it is high.
    const fn dots(self) -> u16 {
        match self {
            Self::Plain => 2,
            Self::Small => 5,
            Self::Medium => 7,
            Self::Times(times) => 7 * times,
        }
    }

    const fn gap(self) -> u16 {
        match self {
            Self::Times(times) => times,
            Self::Plain | Self::Small | Self::Medium => 1,
        }
    }

    /// The cells that a number takes.
    pub fn width(self, text: &str, charset: CharSet) -> u16 {
        if self == Self::Plain {
            return cells(width(text));
        }
        let parts = self.parts(text, charset);
        let gaps = self.gap() * cells(parts.len().saturating_sub(1));
        parts.iter().map(Part::width).sum::<u16>() + gaps
    }

    /// Draws a number at the upper left of `area`; gives the cells used.
    pub fn draw(self, pen: &mut Pen<'_>, area: Rect, text: &str, style: Style) -> u16 {
        if self == Self::Plain {
            return pen.text(area, text, style);
        }
        let mut used = 0;
        for part in self.parts(text, pen.look.charset) {
            if used > 0 {
                used += self.gap();
            }
            match &part {
                Part::Letters(letters) => {
                    if let Some(place) = line(area, usize::from(self.rows() - 1)) {
                        pen.text(right_of(place, used), letters, style);
                    }
                }
                Part::Large(dots) => draw_dots(pen, right_of(area, used), dots, style),
                Part::Strokes(rows) => {
                    for (row, text) in rows.iter().enumerate() {
                        if let Some(place) = line(area, row + usize::from(self.rows() - 3)) {
                            draw_row(pen, right_of(place, used), text, style);
                        }
                    }
                }
            }
            used += part.width();
        }
        used
    }

    fn parts(self, text: &str, charset: CharSet) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for sign in text.chars() {
            match (self.large(sign, charset), parts.last_mut()) {
                (Some(part), _) => parts.push(part),
                (None, Some(Part::Letters(letters))) => letters.push(sign),
                (None, _) => parts.push(Part::Letters(sign.to_string())),
            }
        }
        parts
    }

    /// The large form of a sign, where it has one.
    fn large(self, sign: char, charset: CharSet) -> Option<Part> {
        if charset != CharSet::Unicode && !matches!(self, Self::Times(_)) {
            return STROKES.iter().find(|(of, _)| *of == sign).map(|(_, rows)| Part::Strokes(rows));
        }
        let rows: &[&str] = match self {
            Self::Small => SMALL.iter().find(|(of, _)| *of == sign).map(|(_, rows)| rows.as_slice())?,
            _ => MEDIUM.iter().find(|(of, _)| *of == sign).map(|(_, rows)| rows.as_slice())?,
        };
        let dots: Dots = rows.iter().map(|row| row.chars().map(|dot| dot == '#').collect()).collect();
        Some(Part::Large(match self {
            Self::Times(2) => twice(&dots),
            Self::Times(3) => thrice(&dots),
            Self::Times(4) => twice(&twice(&dots)),
            Self::Times(6) => thrice(&twice(&dots)),
            Self::Times(_) => twice(&twice(&twice(&dots))),
            Self::Plain | Self::Small | Self::Medium => dots,
        }))
    }
}

impl Part {
    fn width(&self) -> u16 {
        match self {
            Self::Large(dots) => cells(dots.first().map_or(0, Vec::len)),
            Self::Strokes(_) => 3,
            Self::Letters(letters) => cells(width(letters)),
        }
    }
}

fn draw_dots(pen: &mut Pen<'_>, area: Rect, dots: &Dots, style: Style) {
    let blocks = pen.look.charset == CharSet::Unicode;
    for (row, pair) in dots.chunks(2).enumerate() {
        let below = pair.get(1);
        let sign = |(column, upper): (usize, &bool)| {
            let lower = below.and_then(|row| row.get(column)).copied().unwrap_or(false);
            match (*upper, lower, blocks) {
                (false, false, _) => ' ',
                (true, true, true) => '█',
                (true, false, true) => '▀',
                (false, true, true) => '▄',
                (_, _, false) => '#',
            }
        };
        let text: String = pair.first().into_iter().flatten().enumerate().map(sign).collect();
        if let Some(place) = line(area, row) {
            draw_row(pen, place, &text, style);
        }
    }
}

/// Writes the signs of a row and leaves what lies between them.
fn draw_row(pen: &mut Pen<'_>, place: Rect, text: &str, style: Style) {
    for (at, sign) in text.chars().enumerate().filter(|(_, sign)| *sign != ' ') {
        pen.text(right_of(place, cells(at)), sign.encode_utf8(&mut [0; 4]), style);
    }
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Background, ColorDepth};
    use crate::view::Look;
    use ratatui::buffer::Buffer;

    fn drawn(face: Face, text: &str, charset: CharSet) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, face.width(text, charset), face.rows()));
        let area = buffer.area;
        let look = Look { depth: ColorDepth::None, background: Background::Dark, charset };
        let used = face.draw(&mut Pen::new(&mut buffer, look), area, text, Style::new());
        assert_eq!(used, area.width, "{face:?} {text}");
        let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..area.height).map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn numbers_are_large() {
        assert_eq!(drawn(Face::Small, "503", CharSet::Unicode), "█▀▀ █▀█ ▀▀█\n▀▀█ █ █ ▀▀█\n▀▀▀ ▀▀▀ ▀▀▀");
        assert_eq!(drawn(Face::Small, "503", CharSet::Ascii), " _   _   _\n|_  | |  _|\n _| |_|  _|");
        assert_eq!(drawn(Face::Small, "1.4万", CharSet::Unicode), "▄█    █ █\n █    ▀▀█\n▀▀▀ ▀   ▀ 万");
        assert_eq!(drawn(Face::Medium, "1", CharSet::Unicode), " ▄█\n  █\n  █\n ▀▀▀");
        assert_eq!(drawn(Face::Plain, "≥150", CharSet::Unicode), "≥150");
    }

    #[test]
    fn every_face_takes_the_room_it_says() {
        for face in FACES {
            for charset in [CharSet::Unicode, CharSet::Ascii] {
                for text in ["0123456789", "≥6,000", "<1.4万", "~30", "2.59–2.64", "100万级", "order 1M", "1+10"]
                {
                    assert!(!drawn(face, text, charset).is_empty());
                }
            }
        }
    }
}
