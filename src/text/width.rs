//! How many cells of a terminal a string takes, and cutting strings to that measure.
//!
//! This is the only measure of width in the program. East Asian *ambiguous* characters (`─ ▸ “ ” · …`) count as one
//! cell. For terminals that draw them in two, the terminal layer replaces them (see `--ambiguous wide`).

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The number of terminal cells that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| UnicodeWidthStr::width(text))
}

/// The number of terminal cells that `text` takes where none of its characters joins another or changes its width. Most texts
/// are like this, and are counted in a tenth of the time. `None` for the rest.
#[must_use]
pub fn plain_width(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |cells, letter| Some(cells + plain_cells(letter)?))
}

/// The number of cells of a character that neither joins another nor changes its width, among the usual ones: one for those of
/// ASCII and the signs of the screens, two for Chinese.
#[must_use]
pub const fn plain_cells(letter: char) -> Option<usize> {
    match letter {
        ' '..='~' | '─'..='▟' | '·' | '×' | '–' | '“' | '”' | '…' | '←'..='↓' | '≈' | '≤' | '≥' => {
            Some(1)
        }
        '一'..='鿿' | '　'..='】' | '！'..='～' => Some(2),
        _ => None,
    }
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

/// `name` cut in its middle to at most `room` cells: names of one list often begin alike and differ at their ends. A bracket
/// at the end stays whole where that leaves a few cells of the beginning: `立案…（大会截止）`.
#[must_use]
pub fn fit_name(name: &str, room: usize) -> String {
    /// Fewer cells than these, before the dots or behind them, tell nothing.
    const LEAST: usize = 4;
    if width(name) <= room || room < 2 * LEAST + 1 {
        return fit(name, room);
    }
    let bracket = name.rfind(['（', '(']).filter(|_| name.ends_with(['）', ')'])).and_then(|at| name.get(at..));
    let end = bracket.map(width).filter(|end| end + 1 + LEAST <= room).unwrap_or(room / 2);
    let end = last_cells(name, end);
    // A word that has lost its beginning is hard to read; its cells serve the beginning of the name better.
    let whole_words = end.split_once(' ').map(|(_, words)| words).filter(|words| width(words) >= LEAST);
    let end = if bracket.is_some() { end } else { whole_words.unwrap_or(end) };
    let beginning = fit(name, room - width(end));
    format!("{}…{end}", beginning.trim_end_matches('…').trim_end())
}

/// Returns the end of `text` in at most `room` cells.
fn last_cells(text: &str, room: usize) -> &str {
    let mut used = 0;
    let taken = text.grapheme_indices(true).rev().take_while(|(_, cluster)| {
        used += width(cluster);
        used <= room
    });
    let from = taken.last().map_or(text.len(), |(at, _)| at);
    text.get(from..).unwrap_or_default()
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
    fn letters_that_are_counted_apart_have_the_width_of_the_standard() {
        let letters = || ('\0'..='\u{ffff}').filter(|letter| plain_cells(*letter).is_some());
        assert!(
            letters().all(|letter| width(&letter.to_string()) == UnicodeWidthStr::width(letter.to_string().as_str()))
        );
        let all: String = letters().collect();
        assert_eq!(width(&all), UnicodeWidthStr::width(all.as_str()));
        let turned: String = letters().rev().step_by(97).zip(letters()).flat_map(|(one, other)| [one, other]).collect();
        assert_eq!(width(&turned), UnicodeWidthStr::width(turned.as_str()));
    }

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

    #[test]
    fn a_name_keeps_its_beginning_and_its_end() {
        assert_eq!(fit_name("立案提案（大会截止）", 20), "立案提案（大会截止）");
        assert_eq!(fit_name("立案提案（大会截止）", 17), "立案…（大会截止）");
        assert_eq!(fit_name("Proposals received (session)", 24), "Proposals rece…(session)");
        assert_eq!(fit_name("Reports adopted by province", 20), "Reports ado…province");
        assert_eq!(fit_name("Reports adopted by province", 26), "Reports adopte…by province");
        // A bracket that leaves nothing of the beginning is cut like any end.
        assert_eq!(fit_name("立案提案（大会截止）", 14), "立案提…截止）");
        // In little room the beginning tells most.
        assert_eq!(fit_name("立案提案（大会截止）", 7), "立案提…");
    }

    proptest! {
        #[test]
        fn a_cut_name_fits(text in "[a-z一-十，（）()…·é ]{0,30}", room in 0_usize..30) {
            prop_assert!(width(&fit_name(&text, room)) <= room);
        }

        #[test]
        fn a_cut_string_fits(text in "[a-z一-十，。“”…·é ]{0,30}", room in 0_usize..30) {
            prop_assert!(width(&fit(&text, room)) <= room);
            prop_assert_eq!(width(&pad_right(&text, room)), room);
            prop_assert_eq!(width(&pad_left(&text, room)), room);
        }
    }
}
