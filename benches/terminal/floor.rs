//! The fewest bytes that were found to turn one screen into another, which a program is measured by.
//!
//! Every way is weighed that writes cells, jumps over what stays, erases blanks, and scrolls a part of the screen once; so the
//! result is the least of these ways, and not of all there are: it repeats no character by a code, which not every terminal knows.

use std::collections::BTreeMap;
use vt100::{Cell, Color, Screen};

/// What a cell shows: its characters, and the place of its style among all.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    text: String,
    style: usize,
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

/// A row and a column; `None` where the cursor stands behind the last column, or nobody knows.
type Place = Option<(usize, usize)>;

/// The fewest bytes after which the terminal has a style and the cursor is at a place.
type Ways = BTreeMap<(usize, Place), usize>;

/// Bytes that erase the rest of a row, and those that set and lift a scroll region.
const ERASE: usize = 3;
const REGION: usize = 14;
/// Fewer blanks than these are written.
const LONG_BLANK: usize = 4;
/// The longest distances that a screen is scrolled by.
const DISTANCES: std::ops::RangeInclusive<isize> = -12..=12;
/// The style of the terminal, which all begins with.
const PLAIN: usize = 0;

/// Returns the fewest bytes that were found to turn one screen into another.
pub fn floor(before: &Screen, after: &Screen) -> usize {
    let mut styles = vec![Style::default()];
    let (old, new) = (looks(before, &mut styles), looks(after, &mut styles));
    let search = Search::new(&styles);
    let (row, column) = before.cursor_position();
    let place = Some((usize::from(row), usize::from(column)));
    let in_place = search.painted((&old, &new), place);
    let scrolled = DISTANCES.filter(|lines| *lines != 0).filter_map(|lines| search.by_scrolling(&old, &new, lines));
    scrolled.min().map_or(in_place, |least| least.min(in_place))
}

/// The styles of two screens, and what it takes to go from one to the other.
struct Search {
    turns: Vec<Vec<usize>>,
    leaves_space: Vec<Vec<bool>>,
}

impl Search {
    fn new(styles: &[Style]) -> Self {
        let turns = styles.iter().map(|from| styles.iter().map(|to| changed(from, to)).collect()).collect();
        let leaves = |one: &Style| styles.iter().map(|other| one.leaves_space(other)).collect();
        Self { turns, leaves_space: styles.iter().map(leaves).collect() }
    }

    /// Returns the bytes where the rows between the first and the last that differ are scrolled first.
    fn by_scrolling(&self, old: &[Vec<Look>], new: &[Vec<Look>], lines: isize) -> Option<usize> {
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
        Some(REGION + lines.unsigned_abs() + self.painted((&moved, new), Some((0, 0))))
    }

    fn painted(&self, (old, new): (&[Vec<Look>], &[Vec<Look>]), place: Place) -> usize {
        let mut ways = Ways::from([((PLAIN, place), 0)]);
        for (row, (old, new)) in old.iter().zip(new).enumerate() {
            if old != new {
                ways = self.through_row(row, (old, new), &ways);
            }
        }
        ways.into_values().min().unwrap_or(0)
    }

    /// Returns the ways that lead through a row: from any column before the first that differs, cell by cell.
    fn through_row(&self, row: usize, (old, new): (&[Look], &[Look]), before: &Ways) -> Ways {
        let differs = |column: &usize| old[*column] != new[*column];
        let (first, last) = ((0..new.len()).find(differs), (0..new.len()).rfind(differs));
        let (Some(first), Some(last)) = (first, last) else { return before.clone() };
        let blank_from = new.iter().rposition(|look| *look != blank()).map_or(0, |column| column + 1);
        let place = |column: usize| (column < new.len()).then_some((row, column));
        let mut at: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); new.len() + 2];
        for ((style, from), bytes) in before {
            for (column, ways) in at.iter_mut().enumerate().take(first + 1) {
                if !new[column].text.is_empty() {
                    keep(ways, *style, bytes + moved(*from, (row, column)));
                }
            }
        }
        let mut done = Ways::new();
        for column in 0..at.len() {
            for (style, bytes) in std::mem::take(&mut at[column]) {
                if column > last {
                    keep(&mut done, (style, place(column)), bytes);
                    continue;
                }
                let look = &new[column];
                let cells = 1 + usize::from(new.get(column + 1).is_some_and(|next| next.text.is_empty()));
                let (written, turn) = self.turned(style, look);
                keep(&mut at[column + cells], written, bytes + turn + look.text.len());
                if let Some(next) = (column..=last).find(differs).filter(|next| *next > column) {
                    let next = next - usize::from(new[next].text.is_empty());
                    if next > column {
                        keep(&mut at[next], style, bytes + moved(place(column), (row, next)));
                    }
                }
                let (erased, turn) = self.turned(style, &blank());
                let blanks = new[column..].iter().take_while(|look| **look == blank()).count();
                if column >= blank_from {
                    keep(&mut done, (erased, place(column)), bytes + turn + ERASE);
                } else if blanks >= LONG_BLANK {
                    let erase = bytes + turn + ERASE + digits(blanks);
                    if column + blanks > last {
                        keep(&mut done, (erased, place(column)), erase);
                    } else {
                        keep(&mut at[column + blanks], erased, erase + ERASE + digits(blanks));
                    }
                }
            }
        }
        done
    }

    /// Returns the style in which a cell is written after another style, and the bytes that set it.
    fn turned(&self, style: usize, look: &Look) -> (usize, usize) {
        if look.text == " " && self.leaves_space[style][look.style] {
            return (style, 0);
        }
        (look.style, self.turns[style][look.style])
    }
}

fn keep<Key: Ord>(ways: &mut BTreeMap<Key, usize>, key: Key, bytes: usize) {
    let least = ways.entry(key).or_insert(bytes);
    *least = bytes.min(*least);
}

/// Returns the bytes that take the cursor to another place.
fn moved(from: Place, (row, column): (usize, usize)) -> usize {
    let number = |place: usize| if place == 0 { 0 } else { digits(place + 1) };
    let absolute = 3 + number(row) + if column == 0 { 0 } else { 1 + number(column) };
    let Some((old_row, old_column)) = from else { return absolute };
    let steps = |count: usize| 3 + if count > 1 { digits(count) } else { 0 };
    let to_column = 3 + number(column);
    let sideways = match (column, old_column) {
        (column, old) if column == old => 0,
        (0, _) => 1,
        (column, old) if column > old => steps(column - old).min(to_column),
        (column, old) => steps(old - column).min(to_column).min(old - column),
    };
    let down = match (row, old_row) {
        (row, old) if row >= old => (row - old).min(if row == old { 0 } else { steps(row - old) }),
        (row, old) => steps(old - row),
    };
    absolute.min(down + sideways)
}

fn digits(number: usize) -> usize {
    number.to_string().len()
}

fn blank() -> Look {
    Look { text: " ".to_owned(), style: PLAIN }
}

fn looks(screen: &Screen, styles: &mut Vec<Style>) -> Vec<Vec<Look>> {
    let (rows, columns) = screen.size();
    let mut row = |row: u16| {
        let cells = (0..columns).filter_map(|column| screen.cell(row, column));
        cells.map(|cell| look(cell, styles)).collect()
    };
    (0..rows).map(&mut row).collect()
}

fn look(cell: &Cell, styles: &mut Vec<Style>) -> Look {
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
    let place = styles.iter().position(|known| *known == style).unwrap_or_else(|| {
        styles.push(style);
        styles.len() - 1
    });
    Look { text: text.to_owned(), style: place }
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
    let whole = if all.is_empty() { 3 } else { sequence(&all) + 1 };
    sequence(&step).min(whole)
}
