//! Finds rows that have moved up or down together, so that the terminal can scroll them and they need not be sent
//! again.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

use super::cells::ScreenCell;
use super::grid::{Grid, RegionScroll};

/// The fewest changed cells that are worth a search: painting fewer costs about what scrolling does.
const WORTHWHILE: usize = 40;
/// How many distances are tried.
const CANDIDATES: usize = 3;

/// Returns the scrolling that leaves the fewest cells to be painted; `None` where none leaves fewer than there are now.
pub(super) fn best_scroll(shown: &Grid, next: &Grid) -> Option<RegionScroll> {
    let changed: Vec<usize> = (0..next.height).map(|y| differing(shown.row(y), next.row(y))).collect();
    if changed.iter().sum::<usize>() < WORTHWHILE {
        return None;
    }
    likely_distances(shown, next, &changed)
        .into_iter()
        .filter_map(|lines| best_region(shown, next, &changed, lines))
        .max_by_key(|(saved, _)| *saved)
        .map(|(_, scroll)| scroll)
}

fn differing(one: &[ScreenCell], other: &[ScreenCell]) -> usize {
    one.iter().zip(other).filter(|(a, b)| a != b).count()
}

/// Returns the distances by which most of the changed rows may have moved. Rows are recognised by their left half, so
/// that a scroll bar or a marker at the right does not hide that a line has moved.
fn likely_distances(shown: &Grid, next: &Grid, changed: &[usize]) -> Vec<isize> {
    let mut rows_of: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for y in 0..shown.height {
        if let Some(hash) = left_half_hash(shown.row(y)) {
            rows_of.entry(hash).or_default().push(y);
        }
    }
    let mut votes: FxHashMap<isize, usize> = FxHashMap::default();
    for y in (0..next.height).filter(|&y| changed[y] > 0) {
        let Some(rows) = left_half_hash(next.row(y)).and_then(|hash| rows_of.get(&hash)) else { continue };
        for &from in rows.iter().filter(|&&from| from != y) {
            *votes.entry(from.cast_signed() - y.cast_signed()).or_default() += 1;
        }
    }
    // Only a few are wanted, so that the best of the rest is taken time and again.
    let best = |votes: &mut FxHashMap<isize, usize>| {
        let best = votes.iter().min_by_key(|&(by, count)| (std::cmp::Reverse(*count), by.unsigned_abs(), *by));
        let by = best.map(|(by, _)| *by)?;
        votes.remove(&by).map(|_| by)
    };
    std::iter::from_fn(|| best(&mut votes)).take(CANDIDATES).collect()
}

/// Returns a hash of the left half of a row; `None` for an empty one, which would be found everywhere.
fn left_half_hash(row: &[ScreenCell]) -> Option<u64> {
    let half = &row[..row.len().div_ceil(2)];
    if half.iter().all(|cell| cell.is_blank()) {
        return None;
    }
    let mut hasher = FxHasher::default();
    half.hash(&mut hasher);
    Some(hasher.finish())
}

/// Returns the adjacent rows that save the most cells by moving `lines` up, with how many they save.
fn best_region(shown: &Grid, next: &Grid, changed: &[usize], lines: isize) -> Option<(isize, RegionScroll)> {
    let mut best: Option<(isize, RegionScroll)> = None;
    let mut start = 0;
    let mut sum = 0;
    for y in 0..next.height {
        let Some(from) = y.checked_add_signed(lines).filter(|&from| from < shown.height) else {
            (start, sum) = (y + 1, 0);
            continue;
        };
        sum += changed[y].cast_signed() - differing(shown.row(from), next.row(y)).cast_signed();
        if sum <= 0 {
            (start, sum) = (y + 1, 0);
            continue;
        }
        let distance = lines.unsigned_abs();
        let (top, bottom) = if lines > 0 { (start, y + distance) } else { (start - distance, y) };
        let emptied = if lines > 0 { y + 1..=bottom } else { top..=start - 1 };
        let saved = sum + emptied.map(|row| refill(next.row(row), changed[row])).sum::<isize>();
        if saved > best.map_or(0, |(most, _)| most) {
            best = Some((saved, RegionScroll { top, bottom, lines }));
        }
    }
    best
}

/// Returns the cells saved in a row that scrolling leaves empty; fewer than none where more has to be painted than
/// before.
fn refill(row: &[ScreenCell], changed: usize) -> isize {
    changed.cast_signed() - row.iter().filter(|cell| !cell.is_blank()).count().cast_signed()
}
