//! How wide text may be in a font that nobody knows: a little more than usual fonts need.

use crate::text::{width, wrap};

/// The width of half a Chinese character, in parts of the size of the letters.
const CELL: f64 = 0.5;
/// The width of a Latin letter or a digit, on the average of a line. Usual fonts have 0.5 to 0.56.
const LETTER: f64 = 0.58;

/// Returns the width of a line of text.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    let of = |character: char| {
        let mut buffer = [0; 4];
        let cells = width(character.encode_utf8(&mut buffer));
        match cells {
            0 => 0.0,
            1 => LETTER,
            _ => CELL * 2.0,
        }
    };
    text.chars().map(of).sum::<f64>() * size
}

/// Breaks a text into lines of at most that width, by the rules of Chinese and of English.
pub(super) fn text_lines(text: &str, size: f64, room: f64) -> Vec<String> {
    // Whole cells are narrower than letters, so a line of letters is measured again.
    let mut cells = whole(room / (size * CELL)).max(4);
    loop {
        let lines = wrap(text, cells);
        if cells <= 4 || lines.iter().all(|line| text_width(line, size) <= room) {
            return lines;
        }
        cells -= 1;
    }
}

/// Returns how many whole cells a length has.
fn whole(length: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a small number")]
    let cells = length.clamp(0.0, 4000.0).floor() as usize;
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_room() {
        let text = "滨州市政协委员提案立案 503 件；the committee registered 503 proposals of 2024 within the year";
        for room in [120.0, 240.0, 500.0] {
            let lines = text_lines(text, 14.0, room);
            assert!(lines.iter().all(|line| text_width(line, 14.0) <= room), "{lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }
}
