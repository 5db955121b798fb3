//! A sparkline: a trend as a line of blocks, one for each year.

use crate::chart::bar::scale_of;
use crate::domain::extent::Extent;
use crate::domain::interval::Qualifier;
use crate::domain::trend::{Trend, TrendPoint};
use itertools::Itertools;

/// Returns one character for each year from the first to the last: a block as high as the figure, `~` if its height is
/// unknown, or `○` if it may not be set against the latest. A year without a figure is `None`. Of two figures of one year the
/// later counts.
#[must_use]
pub fn sparkline(trend: &Trend) -> Vec<Option<char>> {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let scale = scale_of(trend.points.iter().filter(|point| point.has_height()).map(|point| &point.extent));
    let years = trend.points.iter().map(TrendPoint::year);
    let (Some(scale), Some((first, last))) = (scale, years.minmax().into_option()) else { return Vec::new() };
    let block = |point: &TrendPoint| match &point.extent {
        _ if !point.is_like => '○',
        Extent::Within(interval) if !matches!(interval.qualifier(), Qualifier::Below | Qualifier::AtMost) => {
            let share = interval.low().amount().get() / scale.get();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 8")]
            let eighth = (share * 8.0).ceil().clamp(1.0, 8.0) as usize;
            BLOCKS[eighth - 1]
        }
        // An upper bound alone, or no bound to rely on, has no height.
        _ => '~',
    };
    (first..=last).map(|year| trend.points.iter().rfind(|point| point.year() == year).map(block)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::trend::sample::{of, trend, year};

    #[test]
    fn a_year_without_a_figure_is_a_gap_in_the_line() {
        let trend = trend(vec![
            year(of(100.0, Qualifier::Exact), 2019),
            year(of(10.0, Qualifier::Exact), 2021),
            year(of(50.0, Qualifier::About), 2022),
        ]);
        assert_eq!(sparkline(&trend), [Some('█'), None, Some('▁'), Some('~')]);
    }

    #[test]
    fn a_figure_unlike_the_latest_has_no_height() {
        let unlike = TrendPoint { is_like: false, ..year(of(900.0, Qualifier::Exact), 2023) };
        let trend =
            trend(vec![year(of(50.0, Qualifier::Exact), 2022), unlike, year(of(100.0, Qualifier::Exact), 2024)]);
        assert_eq!(sparkline(&trend), [Some('▄'), Some('○'), Some('█')]);
    }
}
