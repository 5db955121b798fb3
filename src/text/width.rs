//! How many cells of a terminal a string takes, and cutting strings to that measure.
//!
//! This is the only measure of width in the program. East Asian *ambiguous* characters (`─ ▸ “ ” · …`) count as one
//! cell. For terminals that draw them in two, the terminal layer replaces them (see `--ambiguous wide`).

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The number of terminal cells that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// `text` cut to at most `room` cells, ending in `…` where something was cut; no character is ever halved.
#[must_use]
pub fn fit(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    if room == 0 {
        return String::new();
    }
    let mut cut = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        let next = width(cluster);
        if used + next > room - 1 {
            break;
        }
        used += next;
        cut.push_str(cluster);
    }
    cut.push('…');
    cut
}

/// `text` cut or filled with spaces on its right to exactly `room` cells.
#[must_use]
pub fn pad_right(text: &str, room: usize) -> String {
    let mut cut = fit(text, room);
    cut.extend(std::iter::repeat_n(' ', room.saturating_sub(width(&cut))));
    cut
}

/// `text` cut or filled with spaces on its left to exactly `room` cells.
#[must_use]
pub fn pad_left(text: &str, room: usize) -> String {
    let cut = fit(text, room);
    let mut padded = " ".repeat(room.saturating_sub(width(&cut)));
    padded.push_str(&cut);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chinese_takes_two_cells_and_is_never_halved() {
        assert_eq!(width("立案 503"), 8);
        assert_eq!(fit("立案提案", 5), "立案…");
        assert_eq!(fit("立案提案", 4), "立…");
        assert_eq!(fit("立案", 4), "立案");
        assert_eq!(fit("立案", 0), "");
        assert_eq!(pad_right("立案提案", 4), "立… ");
        assert_eq!(pad_left("立", 4), "  立");
    }

    proptest! {
        #[test]
        fn a_cut_string_fits(text in "[a-z一-十，。“”…·é ]{0,30}", room in 0_usize..30) {
            prop_assert!(width(&fit(&text, room)) <= room);
            prop_assert_eq!(width(&pad_right(&text, room)), room);
            prop_assert_eq!(width(&pad_left(&text, room)), room);
        }
    }
}
