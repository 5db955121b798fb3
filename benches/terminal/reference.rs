//! The bytes of a plain way to turn one screen into another, which a program is measured by.
//!
//! It writes the cells that differ, with the shortest change of style, jumps over or writes again what stays, erases ends
//! of rows, and scrolls once where that is shorter. A program that needs fewer bytes knows more ways.

use vt100::{Cell, Color, Screen};

/// What a cell shows: its characters, and how.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    text: String,
    style: Style,
}

/// The parameters of what is switched on, and of the two colours; none for those of the terminal.
#[derive(Clone, Debug, Default, PartialEq)]
struct Style {
    switches: Vec<&'static str>,
    foreground: Option<String>,
    background: Option<String>,
}

impl Style {
    /// Whether a space looks the same in another style: its foreground can't be seen.
    fn leaves_space(&self, other: &Self) -> bool {
        let seen = |style: &Self| style.switches.iter().any(|name| matches!(*name, "4" | "7"));
        self.background == other.background && !seen(self) && !seen(other)
    }
}

/// Bytes that take the cursor to a row, in its first column: no shorter way is worth a search.
const NEXT_ROW: usize = 2;
const OTHER_ROW: usize = 5;
/// Bytes that erase the rest of a row, and those that set and lift a scroll region.
const ERASE: usize = 3;
const REGION: usize = 14;
/// Fewer blanks than these are written.
const LONG_BLANK: usize = 6;
/// The longest distances that a screen is scrolled by.
const DISTANCES: std::ops::RangeInclusive<isize> = -12..=12;

/// Returns the bytes that turn one screen into another in this way.
pub fn reference(before: &Screen, after: &Screen) -> usize {
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
    Look { text: " ".to_owned(), style: Style::default() }
}

fn looks(screen: &Screen) -> Vec<Vec<Look>> {
    let (rows, columns) = screen.size();
    let row = |row: u16| (0..columns).filter_map(|column| screen.cell(row, column)).map(look).collect();
    (0..rows).map(row).collect()
}

fn look(cell: &Cell) -> Look {
    let switches =
        [(cell.bold(), "1"), (cell.dim(), "2"), (cell.italic(), "3"), (cell.underline(), "4"), (cell.inverse(), "7")];
    let mut style = Style {
        switches: switches.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect(),
        foreground: colour(cell.fgcolor(), 30),
        background: colour(cell.bgcolor(), 40),
    };
    let is_blank = !cell.is_wide_continuation() && matches!(cell.contents(), "" | " ");
    if is_blank && !style.switches.iter().any(|name| matches!(*name, "4" | "7")) {
        style = Style { background: style.background, ..Style::default() };
    }
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
    let (mut last, mut bytes, mut style) = (None, 0, Style::default());
    for (row, (old, new)) in old.iter().zip(new).enumerate() {
        if old != new {
            let first = (0..new.len()).find(|column| old[*column] != new[*column]).unwrap_or(0);
            let is_next = row.checked_sub(1) == last && last.is_some();
            bytes += if is_next && first == 0 { NEXT_ROW } else { OTHER_ROW };
            bytes += painted_row((old, new), first, &mut style);
            last = Some(row);
        }
    }
    bytes
}

/// Returns the bytes of a way through a row: each cell is written, or, where it is as it was, skipped over.
fn painted_row((old, new): (&[Look], &[Look]), first: usize, style: &mut Style) -> usize {
    let last = (0..new.len()).rfind(|column| old[*column] != new[*column]).unwrap_or(0);
    let empty_from = new.iter().rposition(|look| *look != blank()).map_or(0, |column| column + 1);
    let is_erased = last + 1 > empty_from + ERASE;
    let end = if is_erased { empty_from.max(first) } else { last + 1 };
    let (mut bytes, mut column) = (0, first);
    while column < end {
        let same = (column..end).take_while(|at| old[*at] == new[*at]).count();
        let blanks = new[column..end].iter().take_while(|look| **look == blank()).count();
        if same == 0 && blanks > LONG_BLANK {
            let digits = blanks.to_string().len();
            // Erased, and jumped over.
            let styled = if style.leaves_space(&Style::default()) { 0 } else { changed(style, &Style::default()) };
            if styled > 0 {
                *style = Style::default();
            }
            let jump = if column + blanks == end { 0 } else { 3 + digits };
            bytes += styled + (3 + digits + jump).min(blanks);
            column += blanks;
        } else if same == 0 {
            bytes += write(style, &new[column]);
            column += 1;
        } else {
            let mut style_after = style.clone();
            let again: usize = new[column..column + same].iter().map(|look| write(&mut style_after, look)).sum();
            let jump = if column + same == end { 0 } else { 3 + if same > 1 { same.to_string().len() } else { 0 } };
            if again < jump && !new[column].text.is_empty() {
                *style = style_after;
            }
            bytes += if new[column].text.is_empty() { jump } else { again.min(jump) };
            column += same;
        }
    }
    bytes + if is_erased { ERASE } else { 0 }
}

/// Writes a character, and returns its bytes with those that change the style before it.
fn write(style: &mut Style, look: &Look) -> usize {
    if look.text.is_empty() || (look.text == " " && style.leaves_space(&look.style)) {
        return look.text.len();
    }
    let bytes = changed(style, &look.style);
    *style = look.style.clone();
    look.text.len() + bytes
}

/// Returns the bytes that change the style: those of what differs, or a reset and the whole.
fn changed(from: &Style, to: &Style) -> usize {
    if from == to {
        return 0;
    }
    let sequence = |names: &[usize]| 3 + names.iter().sum::<usize>() + names.len().saturating_sub(1);
    let gone = from.switches.iter().filter(|name| !to.switches.contains(name)).map(|_| 2);
    let added = to.switches.iter().filter(|name| !from.switches.contains(name)).map(|name| name.len());
    let colours = [(&from.foreground, &to.foreground), (&from.background, &to.background)];
    let other = colours.into_iter().filter(|(old, new)| old != new).map(|(_, new)| new.as_ref().map_or(2, String::len));
    let step: Vec<usize> = gone.chain(added).chain(other).collect();
    let set = [&to.foreground, &to.background].into_iter().flatten().map(String::len);
    let all: Vec<usize> = to.switches.iter().map(|name| name.len()).chain(set).collect();
    let whole = if all.is_empty() { 3 } else { sequence(&all) + 2 };
    sequence(&step).min(whole)
}
