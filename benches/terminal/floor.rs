//! The fewest bytes that turn one screen into another, as far as a search finds them.
//!
//! It knows what the program's own painter knows not: each row is put together by the cheapest way over all its cells, for
//! every distance that the screen may first be scrolled by. It is no proof: a cleverer code may be shorter.

use vt100::{Cell, Color, Screen};

/// What a cell shows: its characters, and the parameters that set its style.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    text: String,
    style: Vec<String>,
}

/// Bytes that take the cursor to a row, in its first column: no shorter way is worth a search.
const NEXT_ROW: usize = 2;
const OTHER_ROW: usize = 5;
/// Bytes that erase the rest of a row, and those that set and lift a scroll region.
const ERASE: usize = 3;
const REGION: usize = 14;
/// The longest distances that a screen is scrolled by.
const DISTANCES: std::ops::RangeInclusive<isize> = -12..=12;

/// Returns the fewest bytes found that turn one screen into another.
pub fn floor(before: &Screen, after: &Screen) -> usize {
    let (old, new) = (looks(before), looks(after));
    let in_place = painted(&old, &new);
    let scrolled = DISTANCES.filter(|lines| *lines != 0).filter_map(|lines| by_scrolling(&old, &new, lines));
    scrolled.min().map_or(in_place, |least| least.min(in_place))
}

/// Returns the bytes where the rows between the first and the last that differ are scrolled first.
fn by_scrolling(old: &[Vec<Look>], new: &[Vec<Look>], lines: isize) -> Option<usize> {
    let differs = |row: &usize| old[*row] != new[*row];
    let top = (0..new.len()).find(differs)?;
    let bottom = (0..new.len()).rfind(differs)?;
    let moved: Vec<Vec<Look>> = (0..new.len())
        .map(|row| {
            if !(top..=bottom).contains(&row) {
                return old[row].clone();
            }
            let from = row.checked_add_signed(lines).filter(|from| (top..=bottom).contains(from));
            from.map_or_else(|| vec![blank(); new[row].len()], |from| old[from].clone())
        })
        .collect();
    Some(REGION + lines.unsigned_abs() + painted(&moved, new))
}

fn blank() -> Look {
    Look { text: " ".to_owned(), style: Vec::new() }
}

fn looks(screen: &Screen) -> Vec<Vec<Look>> {
    let (rows, columns) = screen.size();
    let row = |row: u16| (0..columns).filter_map(|column| screen.cell(row, column)).map(look).collect();
    (0..rows).map(row).collect()
}

fn look(cell: &Cell) -> Look {
    let switches =
        [(cell.bold(), "1"), (cell.dim(), "2"), (cell.italic(), "3"), (cell.underline(), "4"), (cell.inverse(), "7")];
    let mut style: Vec<String> = switches.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned()).collect();
    let is_blank = !cell.is_wide_continuation() && matches!(cell.contents(), "" | " ");
    // The colour of a space can't be seen.
    if is_blank {
        style.retain(|name| name == "4" || name == "7");
    } else {
        style.extend(colour(cell.fgcolor(), 30));
    }
    style.extend(colour(cell.bgcolor(), 40));
    let text = if is_blank { " " } else { cell.contents() };
    Look { text: text.to_owned(), style }
}

fn colour(colour: Color, base: u16) -> Option<String> {
    match colour {
        Color::Default => None,
        Color::Idx(index @ 0..=7) => Some((base + u16::from(index)).to_string()),
        Color::Idx(index @ 8..=15) => Some((base + 52 + u16::from(index)).to_string()),
        Color::Idx(index) => Some(format!("{};5;{index}", base + 8)),
        Color::Rgb(red, green, blue) => Some(format!("{};2;{red};{green};{blue}", base + 8)),
    }
}

fn painted(old: &[Vec<Look>], new: &[Vec<Look>]) -> usize {
    let mut last = None;
    let mut bytes = 0;
    for (row, (old, new)) in old.iter().zip(new).enumerate() {
        if old != new {
            bytes += if row.checked_sub(1) == last && last.is_some() { NEXT_ROW } else { OTHER_ROW };
            bytes += painted_row(old, new);
            last = Some(row);
        }
    }
    bytes
}

/// Returns the bytes of the cheapest way through a row: each cell is written, or, where it is as it was, skipped over.
fn painted_row(old: &[Look], new: &[Look]) -> usize {
    let last = (0..new.len()).rfind(|column| old[*column] != new[*column]).unwrap_or(0);
    let empty_from = new.iter().rposition(|look| *look != blank()).map_or(0, |column| column + 1);
    let (mut bytes, mut style): (usize, &[String]) = (0, &[]);
    let mut column = 0;
    let end = if last >= empty_from && last + 1 - empty_from > ERASE { empty_from } else { last + 1 };
    while column < end {
        if old[column] == new[column] {
            let same = (column..end).take_while(|at| old[*at] == new[*at]).count();
            let again: usize = (column..column + same).map(|at| written(style, &new[at])).sum();
            let jump = if column + same == end { 0 } else { 3 + same.to_string().len() };
            let is_whole = !new[column].text.is_empty();
            bytes += if is_whole { again.min(jump) } else { jump };
            column += same;
            continue;
        }
        bytes += written(style, &new[column]);
        if !new[column].text.is_empty() {
            style = &new[column].style;
        }
        column += 1;
    }
    bytes + if end <= last { ERASE } else { 0 }
}

/// Returns the bytes of a character, with those that change the style before it.
fn written(style: &[String], look: &Look) -> usize {
    if look.text.is_empty() {
        return 0;
    }
    look.text.len() + changed(style, &look.style)
}

fn changed(from: &[String], to: &[String]) -> usize {
    if from == to {
        return 0;
    }
    let length = |names: &[&String]| names.iter().map(|name| name.len() + 1).sum::<usize>().saturating_sub(1);
    let added: Vec<&String> = to.iter().filter(|name| !from.contains(name)).collect();
    let gone = from.iter().filter(|name| !to.contains(name)).count();
    let all: Vec<&String> = to.iter().collect();
    // `ESC [ … m`: what is added where nothing goes, each that goes by a number of two digits, or a reset and the whole.
    let step = 3 + length(&added) + gone * 3 - usize::from(added.is_empty() && gone > 0);
    let whole = if all.is_empty() { 3 } else { 3 + 2 + length(&all) };
    step.min(whole)
}
