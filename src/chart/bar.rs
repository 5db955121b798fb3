//! The geometry of a bar: which cells of a row stand for which part of an interval. Nothing is drawn here; the dashboard
//! and the shell's tables both fill the cells that this returns.
//!
//! A bar stands only among figures that may be ranked together: bars are read against each other, whatever is written
//! beside them. Every bar of a comparison begins at zero and has the same scale. The last cell of the row is kept free, so
//! that the open end of the longest bar, or the mark of its range, has room.

use super::bar_share::{BarShare, ShareEnd, cell_share};
use crate::domain::{Amount, Cell, Dataset};

pub use super::bar_share::{has_length, scale, scale_of};

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

/// Returns the bar of a cell in `width` cells; `None` where its figure may not be ranked with others, and where it has no
/// length.
#[must_use]
pub fn cell_bar(dataset: &Dataset, cell: &Cell, scale: Option<Amount>, width: usize) -> Option<Bar> {
    cell_share(dataset, cell, scale).map(|share| bar(share, width))
}

/// Returns a bar in `width` cells, the last of which is kept for its end.
fn bar(share: BarShare, width: usize) -> Bar {
    let length = |share: f64| eighths(share, width.saturating_sub(1));
    let solid = length(share.solid);
    let end = match share.end {
        ShareEnd::Open => BarEnd::Open,
        ShareEnd::Known => BarEnd::Known,
        ShareEnd::Reach(high) => BarEnd::Band(length(high).saturating_sub(solid)),
    };
    Bar { solid, end }
}

/// Returns the length of a share: never longer than the room, and never nothing for more than nothing.
fn eighths(share: f64, room: usize) -> usize {
    if share <= 0.0 || room == 0 {
        return 0;
    }
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
    use crate::chart::bar_share::share;
    use crate::domain::Extent;
    use crate::domain::interval::{Interval, Qualifier};
    use proptest::prelude::*;

    fn amount(number: f64) -> Amount {
        Amount::new(number).unwrap()
    }

    fn of(extent: &Extent, scale: Amount, width: usize) -> Option<Bar> {
        share(extent, scale).map(|share| bar(share, width))
    }

    fn drawn(extent: &Extent, width: usize, resolution: BarResolution) -> String {
        of(extent, amount(100.0), width)
            .unwrap()
            .cells(resolution)
            .into_iter()
            .map(|cell| cell.glyph(resolution))
            .collect()
    }

    #[test]
    fn a_bar_shows_what_is_known() {
        let counted = |number, qualifier| Extent::of(amount(number), qualifier);
        let both =
            |extent: &Extent| (drawn(extent, 11, BarResolution::Eighth), drawn(extent, 11, BarResolution::Whole));
        let pair = |unicode: &str, ascii: &str| (unicode.to_owned(), ascii.to_owned());
        assert_eq!(both(&counted(100.0, Qualifier::Exact)), pair("██████████", "##########"));
        assert_eq!(both(&counted(52.5, Qualifier::Exact)), pair("█████▎", "#####"));
        assert_eq!(both(&counted(0.0, Qualifier::Exact)), pair("", ""));
        assert_eq!(both(&counted(0.01, Qualifier::Exact)), pair("▏", "#"));
        assert_eq!(both(&counted(100.0, Qualifier::AtLeast)), pair("██████████▸", "##########>"));
        assert_eq!(both(&counted(30.0, Qualifier::Below)), pair("▒▒▒", ":::"));
        assert_eq!(of(&counted(30.0, Qualifier::About), amount(100.0), 11), None);
        let range = |low, high| Extent::Within(Interval::between(amount(low), amount(high)));
        assert_eq!(both(&range(50.0, 80.0)), pair("█████▒▒▒", "#####:::"));
        assert_eq!(both(&range(99.9, 100.0)), pair("██████████▒", "##########:"));
        assert_eq!(of(&Extent::Designed("1+10".into()), amount(100.0), 11), None);
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
            let made = of(&extent, scale, width).unwrap();
            for resolution in [BarResolution::Eighth, BarResolution::Whole] {
                prop_assert!(made.cells(resolution).len() <= width);
            }
            let solid = of(&longer, scale, width).unwrap().solid;
            if kind == 0 {
                prop_assert_eq!(solid.max(made.solid), if other >= low { solid } else { made.solid });
            }
        }
    }
}
