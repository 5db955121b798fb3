//! Draws numbers that can be read from the back of a room.
//!
//! Digits consist of half blocks, two dots to a cell. Where only ASCII can be drawn, small digits consist of `|` and
//! `_`, and large ones of `#`.

mod bitmap;
mod font;

use crate::text::{CharSet, width};
use crate::view::canvas::{Canvas, cells, line, right_of};
use bitmap::Bitmap;
use font::{MEDIUM, SMALL, STROKES, scale2x, scale3x};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The size in which a number is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DigitSize {
    /// The size of ordinary text.
    Plain,
    Small,
    Medium,
    /// A multiple of the medium size.
    Times(u16),
}

/// All sizes, the largest first.
pub(super) const DIGIT_SIZES: [DigitSize; 8] = [
    DigitSize::Times(8),
    DigitSize::Times(6),
    DigitSize::Times(4),
    DigitSize::Times(3),
    DigitSize::Times(2),
    DigitSize::Medium,
    DigitSize::Small,
    DigitSize::Plain,
];

/// A part of a drawn number.
enum NumberPart {
    Large(Bitmap),
    /// A digit of `|` and `_`.
    Strokes(&'static [&'static str; 3]),
    /// Letters without a large form, as 万 or M.
    Letters(String),
}

impl DigitSize {
    /// Returns the rows that a number takes. The last may be half empty.
    pub const fn rows(self) -> u16 {
        self.dots().div_ceil(2)
    }

    /// Returns how many rows of a bar are as high as the number, without a half row.
    pub const fn full_rows(self) -> u16 {
        let rows = self.dots() / 2;
        if rows == 0 { 1 } else { rows }
    }

    /// Returns the height in dots.
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

    /// Returns the width of a number in cells.
    pub fn width(self, text: &str, charset: CharSet) -> u16 {
        if self == Self::Plain {
            return cells(width(text));
        }
        let parts = self.parts(text, charset);
        let gaps = self.gap() * cells(parts.len().saturating_sub(1));
        parts.iter().map(NumberPart::width).sum::<u16>() + gaps
    }

    /// Draws a number at the upper left of `area`. Returns the cells used.
    pub fn draw(self, canvas: &mut Canvas<'_>, area: Rect, text: &str, style: Style) -> u16 {
        if self == Self::Plain {
            return canvas.text(area, text, style);
        }
        let mut used = 0;
        for part in self.parts(text, canvas.appearance.charset) {
            if used > 0 {
                used += self.gap();
            }
            match &part {
                NumberPart::Letters(letters) => {
                    if let Some(rect) = line(area, usize::from(self.rows() - 1)) {
                        canvas.text(right_of(rect, used), letters, style);
                    }
                }
                NumberPart::Large(dots) => draw_dots(canvas, right_of(area, used), dots, style),
                NumberPart::Strokes(rows) => {
                    for (row, text) in area.rows().skip(usize::from(self.rows() - 3)).zip(*rows) {
                        draw_row(canvas, right_of(row, used), text, style);
                    }
                }
            }
            used += part.width();
        }
        used
    }

    fn parts(self, text: &str, charset: CharSet) -> Vec<NumberPart> {
        let mut parts: Vec<NumberPart> = Vec::new();
        for sign in text.chars() {
            match (self.large(sign, charset), parts.last_mut()) {
                (Some(part), _) => parts.push(part),
                (None, Some(NumberPart::Letters(letters))) => letters.push(sign),
                (None, _) => parts.push(NumberPart::Letters(sign.to_string())),
            }
        }
        parts
    }

    /// Returns the large form of a character, if it has one.
    fn large(self, sign: char, charset: CharSet) -> Option<NumberPart> {
        if charset != CharSet::Unicode && !matches!(self, Self::Times(_)) {
            return STROKES.iter().find(|(of, _)| *of == sign).map(|(_, rows)| NumberPart::Strokes(rows));
        }
        let rows: &[&str] = match self {
            Self::Small => SMALL.iter().find(|(of, _)| *of == sign).map(|(_, rows)| rows.as_slice())?,
            _ => MEDIUM.iter().find(|(of, _)| *of == sign).map(|(_, rows)| rows.as_slice())?,
        };
        let dots: Bitmap = rows.iter().map(|row| row.chars().map(|dot| dot == '#').collect()).collect();
        Some(NumberPart::Large(match self {
            Self::Times(2) => scale2x(&dots),
            Self::Times(3) => scale3x(&dots),
            Self::Times(4) => scale2x(&scale2x(&dots)),
            Self::Times(6) => scale3x(&scale2x(&dots)),
            Self::Times(_) => scale2x(&scale2x(&scale2x(&dots))),
            Self::Plain | Self::Small | Self::Medium => dots,
        }))
    }
}

impl NumberPart {
    fn width(&self) -> u16 {
        match self {
            Self::Large(dots) => cells(dots.first().map_or(0, Vec::len)),
            Self::Strokes(_) => 3,
            Self::Letters(letters) => cells(width(letters)),
        }
    }
}

fn draw_dots(canvas: &mut Canvas<'_>, area: Rect, dots: &Bitmap, style: Style) {
    let blocks = canvas.appearance.charset == CharSet::Unicode;
    for (row, pair) in area.rows().zip(dots.chunks(2)) {
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
        draw_row(canvas, row, &text, style);
    }
}

/// Writes the characters of a row and leaves the cells at its spaces unchanged.
fn draw_row(canvas: &mut Canvas<'_>, rect: Rect, text: &str, style: Style) {
    for (at, sign) in text.chars().enumerate().filter(|(_, sign)| *sign != ' ') {
        canvas.text(right_of(rect, cells(at)), sign.encode_utf8(&mut [0; 4]), style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Background, ColorDepth};
    use crate::view::Appearance;
    use ratatui::buffer::Buffer;

    fn drawn(size: DigitSize, text: &str, charset: CharSet) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width(text, charset), size.rows()));
        let area = buffer.area;
        let appearance = Appearance { depth: ColorDepth::None, background: Background::Dark, charset };
        let used = size.draw(&mut Canvas::new(&mut buffer, appearance), area, text, Style::new());
        assert_eq!(used, area.width, "{size:?} {text}");
        let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..area.height).map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn numbers_are_large() {
        assert_eq!(drawn(DigitSize::Small, "503", CharSet::Unicode), "█▀▀ █▀█ ▀▀█\n▀▀█ █ █ ▀▀█\n▀▀▀ ▀▀▀ ▀▀▀");
        assert_eq!(drawn(DigitSize::Small, "503", CharSet::Ascii), " _   _   _\n|_  | |  _|\n _| |_|  _|");
        assert_eq!(drawn(DigitSize::Small, "1.4万", CharSet::Unicode), "▄█    █ █\n █    ▀▀█\n▀▀▀ ▀   ▀ 万");
        assert_eq!(drawn(DigitSize::Medium, "1", CharSet::Unicode), " ▄█\n  █\n  █\n ▀▀▀");
        assert_eq!(drawn(DigitSize::Plain, "≥150", CharSet::Unicode), "≥150");
    }

    #[test]
    fn every_face_takes_the_room_it_says() {
        for size in DIGIT_SIZES {
            for charset in [CharSet::Unicode, CharSet::Ascii] {
                for text in ["0123456789", "≥6,000", "<1.4万", "~30", "2.59–2.64", "100万级", "order 1M", "1+10"]
                {
                    assert!(!drawn(size, text, charset).is_empty());
                }
            }
        }
    }
}
