//! The geometry of a bar: which cells of a row stand for which part of an interval. Nothing is drawn here; the dashboard
//! and the shell's tables both fill the cells that this returns.
//!
//! A bar stands only among figures that may be ranked together: bars are read against each other, whatever is written
//! beside them. Every bar of a comparison begins at zero and has the same scale. The last cell of the row is kept free, so
//! that the open end of the longest bar, or the mark of its range, has room.

use crate::domain::interval::High;
use crate::domain::{Amount, Cell, Comparison, Dataset, Extent, Nature};

/// How finely the end of a bar's solid part can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarResolution {
    /// In eighths of a cell.
    Eighth,
    /// In whole cells only.
    Whole,
}

/// How a bar ends, beyond its solid part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarEnd {
    /// At once: the value is known.
    Known,
    /// In a range that reaches so many eighths of a cell beyond the solid part.
    Band(usize),
    /// Nowhere: there is no known upper end.
    Open,
}

/// A value on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The length up to the lower bound, in eighths of a cell.
    pub solid: usize,
    /// What lies beyond the lower bound.
    pub end: BarEnd,
}

/// One cell of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarCell {
    /// The cell is solid throughout.
    Full,
    /// Solid in its first eighths.
    Part {
        /// The number of solid eighths, 1 to 7.
        eighths: usize,
        /// Whether the rest lies in the range.
        on_band: bool,
    },
    /// In the range between the lower and the upper end.
    Band,
    /// The value may go on from here.
    Open,
}

impl BarCell {
    /// Returns the character for this cell, for where there is one colour or none.
    #[must_use]
    pub fn glyph(self, resolution: BarResolution) -> char {
        const PARTS: [char; 8] = ['█', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
        match (self, resolution) {
            (Self::Full, BarResolution::Eighth) => '█',
            (Self::Full | Self::Part { .. }, BarResolution::Whole) => '#',
            (Self::Part { eighths, .. }, BarResolution::Eighth) => PARTS.get(eighths % 8).copied().unwrap_or('█'),
            (Self::Band, BarResolution::Eighth) => '▒',
            (Self::Band, BarResolution::Whole) => ':',
            (Self::Open, BarResolution::Eighth) => '▸',
            (Self::Open, BarResolution::Whole) => '>',
        }
    }
}

/// Returns the number that the whole length of a comparison's bars stands for: the greatest that any of them needs.
/// `None` where no cell has a bar, or all of them have the length zero.
#[must_use]
pub fn scale(dataset: &Dataset, comparison: &Comparison) -> Option<Amount> {
    scale_of(comparison.cells.iter().filter_map(|cell| drawn_extent(dataset, cell)))
}

/// Returns the bar of a cell in `width` cells; `None` where its figure may not be ranked with others, and where it has no
/// length.
#[must_use]
pub fn cell_bar(dataset: &Dataset, cell: &Cell, scale: Option<Amount>, width: usize) -> Option<Bar> {
    drawn_extent(dataset, cell).zip(scale).and_then(|(extent, scale)| bar(extent, scale, width))
}

/// Returns what a bar shows of a cell.
fn drawn_extent<'a>(dataset: &Dataset, cell: &'a Cell) -> Option<&'a Extent> {
    let figure = cell.figure().filter(|_| cell.is_on_one_scale())?;
    let nature = dataset.observations[figure.observation()].nature;
    figure.extent.as_ref().ok().filter(|_| has_length(nature))
}

/// Whether figures of a nature are drawn as lengths. A change has no length from zero: it may be negative, and stands beside
/// others only as a number.
#[must_use]
pub const fn has_length(nature: Nature) -> bool {
    !matches!(nature, Nature::Change)
}

/// Returns the greatest number that any of these extents needs; see [`scale`].
#[must_use]
pub fn scale_of<'a>(extents: impl IntoIterator<Item = &'a Extent>) -> Option<Amount> {
    let largest = extents.into_iter().filter_map(Extent::largest);
    largest.filter(|amount| amount.get() > 0.0).max_by(|a, b| a.get().total_cmp(&b.get()))
}

/// Returns an extent as a bar in `width` cells, the last of which is kept for its end. `None` for a designed number, which
/// has no length, and for a number that gives no bound to rely on.
fn bar(extent: &Extent, scale: Amount, width: usize) -> Option<Bar> {
    let length = |amount: Amount| eighths(amount, scale, width.saturating_sub(1));
    let Extent::Within(interval) = extent else { return None };
    let solid = length(interval.low().amount());
    let end = match interval.high() {
        High::Unbounded => BarEnd::Open,
        High::Closed(_) if interval.point().is_some() => BarEnd::Known,
        High::Closed(high) | High::Open(high) => BarEnd::Band(length(high).saturating_sub(solid)),
    };
    Some(Bar { solid, end })
}

/// Returns the length of an amount: never longer than the room, and never nothing for more than nothing.
fn eighths(amount: Amount, scale: Amount, room: usize) -> usize {
    if amount.get() <= 0.0 || scale.get() <= 0.0 || room == 0 {
        return 0;
    }
    let share = (amount.get() / scale.get()).min(1.0);
    let room = u32::try_from(room.saturating_mul(8)).unwrap_or(u32::MAX);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a width in cells")]
    let length = (share * f64::from(room)).round() as usize;
    length.max(1)
}

impl Bar {
    /// Returns the cells of the bar from its left, at most the width that it was made for. A range and an open end
    /// always show, however short they are.
    #[must_use]
    pub fn cells(self, resolution: BarResolution) -> Vec<BarCell> {
        let (full, part) = self.whole_and_part(resolution);
        let mut cells = vec![BarCell::Full; full];
        if part > 0 {
            let on_band = matches!(self.end, BarEnd::Band(_));
            cells.push(BarCell::Part { eighths: part, on_band });
        }
        match self.end {
            BarEnd::Known => {}
            BarEnd::Open => cells.push(BarCell::Open),
            BarEnd::Band(length) => {
                let reach = (self.solid + length).div_ceil(8).max(cells.len() + 1);
                cells.resize(reach, BarCell::Band);
            }
        }
        cells
    }

    /// Returns the number of full cells, and the eighths of the cell after them.
    fn whole_and_part(self, resolution: BarResolution) -> (usize, usize) {
        match resolution {
            BarResolution::Eighth => (self.solid / 8, self.solid % 8),
            BarResolution::Whole => (((self.solid + 4) / 8).max(usize::from(self.solid > 0)), 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interval::{Interval, Qualifier};
    use proptest::prelude::*;

    fn amount(number: f64) -> Amount {
        Amount::new(number).unwrap()
    }

    fn drawn(extent: &Extent, width: usize, resolution: BarResolution) -> String {
        bar(extent, amount(100.0), width)
            .unwrap()
            .cells(resolution)
            .into_iter()
            .map(|cell| cell.glyph(resolution))
            .collect()
    }

    #[test]
    fn a_bar_shows_what_is_known() {
        let of = |number, qualifier| Extent::of(amount(number), qualifier);
        let both =
            |extent: &Extent| (drawn(extent, 11, BarResolution::Eighth), drawn(extent, 11, BarResolution::Whole));
        let pair = |unicode: &str, ascii: &str| (unicode.to_owned(), ascii.to_owned());
        assert_eq!(both(&of(100.0, Qualifier::Exact)), pair("██████████", "##########"));
        assert_eq!(both(&of(52.5, Qualifier::Exact)), pair("█████▎", "#####"));
        assert_eq!(both(&of(0.0, Qualifier::Exact)), pair("", ""));
        assert_eq!(both(&of(0.01, Qualifier::Exact)), pair("▏", "#"));
        assert_eq!(both(&of(100.0, Qualifier::AtLeast)), pair("██████████▸", "##########>"));
        assert_eq!(both(&of(30.0, Qualifier::Below)), pair("▒▒▒", ":::"));
        assert_eq!(bar(&of(30.0, Qualifier::About), amount(100.0), 11), None);
        let range = |low, high| Extent::Within(Interval::between(amount(low), amount(high)));
        assert_eq!(both(&range(50.0, 80.0)), pair("█████▒▒▒", "#####:::"));
        assert_eq!(both(&range(99.9, 100.0)), pair("██████████▒", "##########:"));
        assert_eq!(bar(&Extent::Designed("1+10".into()), amount(100.0), 11), None);
    }

    proptest! {
        #[test]
        fn a_bar_fits_and_keeps_its_order(
            low in 0.0..1e6_f64, more in 0.0..1e6_f64, other in 0.0..1e6_f64, width in 2_usize..90, kind in 0..3,
        ) {
            let extent = match kind {
                0 => Extent::of(amount(low), Qualifier::Exact),
                1 => Extent::of(amount(low), Qualifier::AtLeast),
                _ => Extent::Within(Interval::between(amount(low), amount(low + more))),
            };
            let longer = Extent::of(amount(other), Qualifier::Exact);
            let Some(scale) = scale_of([&extent, &longer]) else { return Ok(()) };
            let made = bar(&extent, scale, width).unwrap();
            for resolution in [BarResolution::Eighth, BarResolution::Whole] {
                prop_assert!(made.cells(resolution).len() <= width);
            }
            let solid = bar(&longer, scale, width).unwrap().solid;
            if kind == 0 {
                prop_assert_eq!(solid.max(made.solid), if other >= low { solid } else { made.solid });
            }
        }
    }
}
