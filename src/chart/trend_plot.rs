//! The geometry of a trend's plot. Nothing is drawn here; the dashboard fills the cells that this returns.
//!
//! The baseline is zero, and every figure stands over the time that it speaks of. One that may not be set against the latest,
//! or gives no bound to rely on, stands on the baseline: it has a time and no height.

use crate::chart::bar::scale_of;
use crate::domain::date::days_between;
use crate::domain::extent::Extent;
use crate::domain::interval::{Amount, High, Interval, Qualifier};
use crate::domain::trend::{Trend, TrendPoint};
use jiff::civil::Date;
use std::ops::Range;

/// One cell of the plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendCell {
    /// Nothing is drawn here.
    Empty,
    /// The baseline, which is zero.
    Base,
    /// Within the time that a figure speaks of, as the source states it.
    Stated,
    /// Within the time that a figure speaks of, with an end that was worked out.
    Inferred,
    /// A figure, or the lower end of what it can be.
    Point,
    /// A figure that may not be set against the latest, on the baseline.
    Unlike,
    /// A number that gives no bound to rely on, on the baseline.
    Unreliable,
    /// Between the lower and the upper end.
    Band,
    /// The value may go on upwards from here.
    Open,
}

/// Where the label of a point begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlotLabel {
    /// The index of the point in the trend.
    pub point: usize,
    /// The row, from the top.
    pub row: usize,
    /// The column of its first character.
    pub column: usize,
}

/// A year on the time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearTick {
    /// The year to be written.
    pub year: i16,
    /// The column of the middle of the year.
    pub column: usize,
}

/// The plot of a trend: rows of cells from the top, and where its labels and years stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendPlot {
    /// The rows from the top; the last is the baseline.
    pub rows: Vec<Vec<TrendCell>>,
    /// The labels of the points, where there is room for them.
    pub labels: Vec<PlotLabel>,
    /// The years, at equal distances.
    pub years: Vec<YearTick>,
    /// The columns that a year takes.
    pub year_width: usize,
}

/// Plots a trend in `width` columns and `height` rows; `label_widths` are the widths of its points' labels. `None` where
/// there is no room, or nothing that has a height.
#[must_use]
pub fn plot(trend: &Trend, label_widths: &[usize], width: usize, height: usize) -> Option<TrendPlot> {
    let scale = scale_of(trend.points.iter().filter(|point| point.has_height()).map(|point| &point.extent))?;
    let widest = label_widths.iter().copied().max().unwrap_or(0);
    // The label of the last point stands to its right.
    let columns = width.checked_sub(widest + 1).filter(|columns| *columns >= trend.points.len() * 2)?;
    let first = trend.points.iter().map(|point| point.first.year()).min()?;
    let last = trend.points.iter().map(|point| point.last.year()).max()?;
    if height < 2 {
        return None;
    }
    let axes = PlotAxes { first, last, columns, height, scale };
    let mut rows = vec![vec![TrendCell::Empty; width]; height - 1];
    let mut base = vec![TrendCell::Empty; width];
    base.iter_mut().take(columns).for_each(|cell| *cell = TrendCell::Base);
    rows.push(base);
    for point in &trend.points {
        axes.draw_time(&mut rows, point);
    }
    for point in &trend.points {
        axes.draw_value(&mut rows, point);
    }
    let labels = axes.labels(&rows, trend, label_widths);
    for label in &labels {
        let words = label_widths.get(label.point).copied().unwrap_or(0);
        clear_base(&mut rows, label.row, label.column.saturating_sub(1)..label.column + words + 1);
    }
    let years = (first..=last).map(|year| YearTick { year, column: axes.column(Date::constant(year, 7, 1)) }).collect();
    let count = usize::try_from(last - first).unwrap_or(0) + 1;
    Some(TrendPlot { rows, labels, years, year_width: columns / count })
}

/// The scales of a plot, in time and in value.
struct PlotAxes {
    first: i16,
    last: i16,
    columns: usize,
    height: usize,
    scale: Amount,
}

impl PlotAxes {
    /// Returns the column of a day.
    fn column(&self, day: Date) -> usize {
        let (from, to) = (Date::constant(self.first, 1, 1), Date::constant(self.last, 12, 31));
        let whole = days_between(from, to) + 1;
        let offset = days_between(from, day).clamp(0, whole - 1);
        let columns = i64::try_from(self.columns).unwrap_or(0);
        usize::try_from((offset * columns + whole / 2) / whole).unwrap_or(0).min(self.columns.saturating_sub(1))
    }

    /// Returns the column behind the time of a point.
    fn end(&self, point: &TrendPoint) -> usize {
        let (from, to) = (self.column(point.first), self.column(point.last));
        let last = if point.last == Date::constant(self.last, 12, 31) { to } else { to.saturating_sub(1) };
        last.max(from + 1)
    }

    /// Returns the row of an amount: the last for nothing, never the last for more than nothing.
    fn row(&self, amount: Amount) -> usize {
        let base = self.height - 1;
        if amount.get() <= 0.0 {
            return base;
        }
        let share = (amount.get() / self.scale.get()).min(1.0);
        let height = u32::try_from(base).unwrap_or(u32::MAX);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a height in rows")]
        let up = (share * f64::from(height)).round() as usize;
        base - up.clamp(1, base)
    }

    /// Returns the row of a point: that of its number or of its lower bound, or of its upper bound if only that is known. The
    /// baseline for what has no height.
    fn row_of(&self, point: &TrendPoint) -> usize {
        match &point.extent {
            Extent::Within(interval) if point.is_like => self.row(match interval.high() {
                High::Open(high) | High::Closed(high) if is_only_below(*interval) => high,
                _ => interval.low().amount(),
            }),
            _ => self.height - 1,
        }
    }

    fn draw_time(&self, rows: &mut [Vec<TrendCell>], point: &TrendPoint) {
        if point.is_date {
            return;
        }
        let row = self.row_of(point);
        let cell = if point.is_inferred { TrendCell::Inferred } else { TrendCell::Stated };
        // One column is left free at the end, so that two periods that follow each other do not become one line.
        for column in self.column(point.first)..self.end(point) {
            set(rows, row, column, cell);
        }
    }

    fn draw_value(&self, rows: &mut [Vec<TrendCell>], point: &TrendPoint) {
        let column = self.column(point.middle());
        let row = self.row_of(point);
        match &point.extent {
            Extent::Designed(_) => {}
            Extent::Unreliable { .. } => set(rows, row, column, TrendCell::Unreliable),
            Extent::Within(_) if !point.is_like => set(rows, row, column, TrendCell::Unlike),
            Extent::Within(interval) if is_only_below(*interval) => {
                (row..self.height - 1).for_each(|below| set(rows, below, column, TrendCell::Band));
            }
            Extent::Within(interval) => {
                match interval.high() {
                    High::Closed(high) | High::Open(high) => {
                        (self.row(high)..row).for_each(|above| set(rows, above, column, TrendCell::Band));
                    }
                    High::Unbounded => {
                        if let Some(above) = row.checked_sub(1) {
                            set(rows, above, column, TrendCell::Open);
                        }
                    }
                }
                set(rows, row, column, TrendCell::Point);
            }
        }
    }

    /// Places the label of each point behind its time, or over it; a label without room is left out. The latest points
    /// are served first, because they matter most.
    fn labels(&self, rows: &[Vec<TrendCell>], trend: &Trend, label_widths: &[usize]) -> Vec<PlotLabel> {
        let mut taken: Vec<Vec<bool>> =
            rows.iter().map(|row| row.iter().map(|cell| !is_free(*cell)).collect()).collect();
        let mut labels = Vec::new();
        for (index, point) in trend.points.iter().enumerate().rev() {
            let Some(room) = label_widths.get(index).copied() else { continue };
            let row = self.row_of(point);
            let column = self.column(point.middle());
            let behind = if point.is_date { column + 1 } else { self.end(point).max(column + 1) } + 1;
            let over = column.saturating_sub(room / 2);
            let positions = [Some((row, behind)), row.checked_sub(1).map(|above| (above, over))];
            let fits = |(row, column): &(usize, usize)| {
                let cells = taken.get(*row).and_then(|cells| cells.get(column.saturating_sub(1)..column + room));
                cells.is_some_and(|cells| cells.iter().all(|taken| !taken))
            };
            if let Some((row, column)) = positions.into_iter().flatten().find(fits) {
                if let Some(cells) = taken.get_mut(row).and_then(|cells| cells.get_mut(column..column + room)) {
                    cells.fill(true);
                }
                labels.push(PlotLabel { point: index, row, column });
            }
        }
        labels.reverse();
        labels
    }
}

/// Interrupts the baseline where words stand on it.
fn clear_base(rows: &mut [Vec<TrendCell>], row: usize, columns: Range<usize>) {
    let cells = rows.get_mut(row).into_iter().flatten().skip(columns.start).take(columns.len());
    cells.filter(|cell| **cell == TrendCell::Base).for_each(|cell| *cell = TrendCell::Empty);
}

/// Whether nothing but an upper bound is known.
fn is_only_below(interval: Interval) -> bool {
    matches!(interval.qualifier(), Qualifier::Below | Qualifier::AtMost)
}

/// Whether a label may cover the cell.
const fn is_free(cell: TrendCell) -> bool {
    matches!(cell, TrendCell::Empty | TrendCell::Base)
}

fn set(rows: &mut [Vec<TrendCell>], row: usize, column: usize, cell: TrendCell) {
    if let Some(target) = rows.get_mut(row).and_then(|row| row.get_mut(column)) {
        *target = cell;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::trend::sample::{amount, of, point, trend, year};
    use proptest::prelude::*;

    fn drawn(trend: &Trend, words: usize, width: usize, height: usize) -> Vec<String> {
        let plot = plot(trend, &vec![words; trend.points.len()], width, height).unwrap();
        let sign = |cell: &TrendCell| match cell {
            TrendCell::Empty => ' ',
            TrendCell::Base => '_',
            TrendCell::Stated => '-',
            TrendCell::Inferred => '.',
            TrendCell::Point => 'o',
            TrendCell::Unlike => 'u',
            TrendCell::Unreliable => '~',
            TrendCell::Band => '|',
            TrendCell::Open => '^',
        };
        let mut rows: Vec<Vec<char>> = plot.rows.iter().map(|row| row.iter().map(sign).collect()).collect();
        for label in &plot.labels {
            (0..words).for_each(|offset| rows[label.row][label.column + offset] = '9');
        }
        rows.into_iter().map(|row| row.into_iter().collect::<String>().trim_end().to_owned()).collect()
    }

    #[test]
    fn figures_stand_over_their_time_and_gaps_stay_gaps() {
        let trend = trend(vec![
            TrendPoint { is_inferred: true, ..point(of(700.0, Qualifier::Exact), "2019-01-18", "2020-05-15") },
            TrendPoint { is_like: false, ..year(of(350.0, Qualifier::Exact), 2023) },
            year(of(525.0, Qualifier::AtLeast), 2025),
        ]);
        assert_eq!(
            drawn(&trend, 3, 39, 5),
            [
                "....o. 999                      ^",
                "                              --o- 999",
                "",
                "",
                "____________________--u- 999 ______"
            ]
        );
    }

    #[test]
    fn bounds_are_bounds() {
        let range = Extent::Within(Interval::between(amount(20.0), amount(40.0)));
        let trend = trend(vec![
            year(range, 2022),
            year(of(30.0, Qualifier::Below), 2023),
            year(of(30.0, Qualifier::About), 2024),
        ]);
        assert_eq!(
            drawn(&trend, 2, 30, 5),
            ["    |", "    |    ----|--- 99", "----o--- 99  |", "             |", "__________________----~--- 99"]
        );
    }

    proptest! {
        #[test]
        fn every_drawing_fits_and_its_words_do_not_touch(
            figures in proptest::collection::vec((0.0..1e6_f64, 0.0..1e3_f64, 2015..2027_i16, 0..5), 2..9),
            words in 1_usize..8, width in 4_usize..80, height in 1_usize..9,
        ) {
            let extent = |low: f64, more: f64, kind| match kind {
                0 => of(low, Qualifier::Exact),
                1 => of(low, Qualifier::AtLeast),
                2 => of(low, Qualifier::Below),
                3 => of(low, Qualifier::Order),
                _ => Extent::Within(Interval::between(amount(low), amount(low + more))),
            };
            let points = figures.iter().map(|(low, more, at, kind)| year(extent(*low, *more, *kind), *at)).collect();
            let trend = trend(points);
            let Some(plot) = plot(&trend, &vec![words; trend.points.len()], width, height) else { return Ok(()) };
            prop_assert_eq!(plot.rows.len(), height);
            prop_assert!(plot.rows.iter().all(|row| row.len() == width));
            for label in &plot.labels {
                prop_assert!(label.row < height && label.column + words <= width);
                let cells = &plot.rows[label.row][label.column..label.column + words];
                prop_assert!(cells.iter().all(|cell| is_free(*cell)));
                for other in plot.labels.iter().filter(|other| *other != label && other.row == label.row) {
                    prop_assert!(other.column.abs_diff(label.column) >= words);
                }
            }
        }
    }
}
