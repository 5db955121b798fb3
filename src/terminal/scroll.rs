//! Finding a band of rows that has moved up or down as a whole, so that the terminal can move it instead of its text
//! being sent again.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::grid::{Cell, Grid};

/// Rows `top..=bottom` scroll up by `by` lines (down where it is negative).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) by: isize,
}

/// Fewer changed cells than this are not worth a search: painting them costs about what scrolling does.
const WORTHWHILE: usize = 40;
/// How many distances are looked at closely.
const CANDIDATES: usize = 3;

/// The scrolling that leaves the fewest cells to be painted, if any leaves fewer than doing without.
pub(super) fn best_shift(shown: &Grid, next: &Grid) -> Option<Shift> {
    let changed: Vec<usize> = (0..next.height).map(|y| differing(shown.row(y), next.row(y))).collect();
    if changed.iter().sum::<usize>() < WORTHWHILE {
        return None;
    }
    likely_distances(shown, next, &changed)
        .into_iter()
        .filter_map(|by| best_band(shown, next, &changed, by))
        .max_by_key(|(gain, _)| *gain)
        .map(|(_, shift)| shift)
}

fn differing(one: &[Cell], other: &[Cell]) -> usize {
    one.iter().zip(other).filter(|(a, b)| a != b).count()
}

/// The distances by which most of the changed rows could have moved. Rows are recognised by their left half: a scroll
/// bar or a marker at the right does not hide that a line has moved.
fn likely_distances(shown: &Grid, next: &Grid, changed: &[usize]) -> Vec<isize> {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for y in 0..shown.height {
        if let Some(hash) = left_half(shown.row(y)) {
            places.entry(hash).or_default().push(y);
        }
    }
    let mut votes: HashMap<isize, usize> = HashMap::new();
    for y in (0..next.height).filter(|&y| changed[y] > 0) {
        let Some(found) = left_half(next.row(y)).and_then(|hash| places.get(&hash)) else { continue };
        for &from in found.iter().filter(|&&from| from != y) {
            *votes.entry(from.cast_signed() - y.cast_signed()).or_default() += 1;
        }
    }
    let mut ranked: Vec<(isize, usize)> = votes.into_iter().collect();
    ranked.sort_by_key(|&(by, count)| (std::cmp::Reverse(count), by.unsigned_abs(), by));
    ranked.into_iter().take(CANDIDATES).map(|(by, _)| by).collect()
}

/// `None` for an empty half, which would be found everywhere.
fn left_half(row: &[Cell]) -> Option<u64> {
    let half = &row[..row.len().div_ceil(2)];
    if half.iter().all(Cell::is_blank) {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    half.hash(&mut hasher);
    Some(hasher.finish())
}

/// The contiguous rows that profit most from moving by `by`, with what they profit in cells.
fn best_band(shown: &Grid, next: &Grid, changed: &[usize], by: isize) -> Option<(isize, Shift)> {
    let mut best: Option<(isize, Shift)> = None;
    let mut start = 0;
    let mut sum = 0;
    for y in 0..next.height {
        let Some(from) = y.checked_add_signed(by).filter(|&from| from < shown.height) else {
            (start, sum) = (y + 1, 0);
            continue;
        };
        sum += changed[y].cast_signed() - differing(shown.row(from), next.row(y)).cast_signed();
        if sum <= 0 {
            (start, sum) = (y + 1, 0);
            continue;
        }
        let distance = by.unsigned_abs();
        let (top, bottom) = if by > 0 { (start, y + distance) } else { (start - distance, y) };
        let emptied = if by > 0 { y + 1..=bottom } else { top..=start - 1 };
        let gain = sum + emptied.map(|row| refill(next.row(row), changed[row])).sum::<isize>();
        if gain > best.map_or(0, |(gain, _)| gain) {
            best = Some((gain, Shift { top, bottom, by }));
        }
    }
    best
}

/// What it changes for a row that scrolling leaves empty: cells to paint before, less cells to paint on an empty row.
fn refill(row: &[Cell], changed: usize) -> isize {
    changed.cast_signed() - row.iter().filter(|cell| !cell.is_blank()).count().cast_signed()
}
