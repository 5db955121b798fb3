//! The geometry of a bar: which cells of a row stand for which part of an interval. It draws nothing; the dashboard
//! and the shell's tables both fill the cells it gives.
//!
//! Every bar of a comparison begins at zero and has the same scale. The last cell of the row is kept free, so that the
//! open end of the longest bar, or the mark of its range, has a place of its own.

use crate::domain::compare::{Cell, Comparison};
use crate::domain::interval::{Amount, Extent, High};

/// How finely the end of the solid part can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// In eighths of a cell.
    Eighth,
    /// In whole cells.
    Whole,
}

/// What lies beyond the solid part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Nothing: the value is known.
    None,
    /// A range that ends so many eighths of a cell after the solid part.
    Band(usize),
    /// More, without a known end.
    Open,
    /// The number gives no bound: nothing is solid, and it stands so many eighths of a cell from zero.
    Loose(usize),
}

/// An extent on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The length up to the lower bound, in eighths of a cell.
    pub solid: usize,
    /// What lies beyond.
    pub tail: Tail,
}

/// One cell of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarCell {
    /// Solid throughout.
    Full,
    /// Solid in its first eighths, 1 to 7; the rest may lie in the range.
    Part {
        /// How many eighths are solid.
        eighths: usize,
        /// Whether the rest lies in the range.
        on_band: bool,
    },
    /// In the range between the lower and the upper end.
    Band,
    /// The value may go on from here.
    Open,
    /// Before a number that gives no bound.
    Loose,
}

impl BarCell {
    /// A character for this cell where there is one colour, or none.
    #[must_use]
    pub fn glyph(self, grain: Grain) -> char {
        const PARTS: [char; 8] = ['█', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
        match (self, grain) {
            (Self::Full, Grain::Eighth) => '█',
            (Self::Full | Self::Part { .. }, Grain::Whole) => '#',
            (Self::Part { eighths, .. }, Grain::Eighth) => PARTS.get(eighths % 8).copied().unwrap_or('█'),
            (Self::Band, Grain::Eighth) => '▒',
            (Self::Band, Grain::Whole) => ':',
            (Self::Open, Grain::Eighth) => '▸',
            (Self::Open, Grain::Whole) => '>',
            (Self::Loose, Grain::Eighth) => '┄',
            (Self::Loose, Grain::Whole) => '~',
        }
    }
}

/// The number that the whole length of the bars stands for: the greatest that any of them needs. `None` where no cell
/// has a bar, or all of them are of length zero.
#[must_use]
pub fn scale(comparison: &Comparison) -> Option<Amount> {
    let extents = comparison.cells.iter().filter_map(Cell::found).filter_map(|found| found.extent.as_ref().ok());
    scale_of(extents)
}

/// The greatest number that any of these extents needs; see [`scale`].
#[must_use]
pub fn scale_of<'a>(extents: impl IntoIterator<Item = &'a Extent>) -> Option<Amount> {
    let largest = extents.into_iter().filter_map(Extent::largest);
    largest.filter(|amount| amount.get() > 0.0).max_by(|a, b| a.get().total_cmp(&b.get()))
}

/// An extent as a bar in `width` cells, the last of which is kept for its end. `None` for a designed number, which has
/// no length.
#[must_use]
pub fn bar(extent: &Extent, scale: Amount, width: usize) -> Option<Bar> {
    let length = |amount: Amount| eighths(amount, scale, width.saturating_sub(1));
    match extent {
        Extent::Designed(_) => None,
        Extent::Unreliable { amount, .. } => Some(Bar { solid: 0, tail: Tail::Loose(length(*amount)) }),
        Extent::Within(interval) => {
            let solid = length(interval.low().amount());
            let tail = match interval.high() {
                High::Unbounded => Tail::Open,
                High::Closed(_) if interval.point().is_some() => Tail::None,
                High::Closed(high) | High::Open(high) => Tail::Band(length(high).saturating_sub(solid)),
            };
            Some(Bar { solid, tail })
        }
    }
}

/// The length of an amount: never longer than the room, and never nothing for more than nothing.
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
    /// The cells of the bar from its left, at most `width` that it was made for. A range and an open end always show,
    /// however short they are.
    #[must_use]
    pub fn cells(self, grain: Grain) -> Vec<BarCell> {
        let (full, part) = self.whole_and_part(grain);
        let mut cells = vec![BarCell::Full; full];
        let banded = matches!(self.tail, Tail::Band(_));
        if part > 0 {
            cells.push(BarCell::Part { eighths: part, on_band: banded });
        }
        match self.tail {
            Tail::None => {}
            Tail::Open => cells.push(BarCell::Open),
            Tail::Band(length) => {
                let reach = (self.solid + length).div_ceil(8).max(cells.len() + 1);
                cells.resize(reach, BarCell::Band);
            }
            Tail::Loose(length) => cells.resize(length.div_ceil(8), BarCell::Loose),
        }
        cells
    }

    fn whole_and_part(self, grain: Grain) -> (usize, usize) {
        match grain {
            Grain::Eighth => (self.solid / 8, self.solid % 8),
            Grain::Whole => (((self.solid + 4) / 8).max(usize::from(self.solid > 0)), 0),
        }
    }

    /// The bar in characters; see [`BarCell::glyph`].
    #[must_use]
    pub fn text(self, grain: Grain) -> String {
        self.cells(grain).into_iter().map(|cell| cell.glyph(grain)).collect()
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

    fn drawn(extent: &Extent, width: usize, grain: Grain) -> String {
        bar(extent, amount(100.0), width).unwrap().text(grain)
    }

    #[test]
    fn a_bar_shows_what_is_known() {
        let of = |number, qualifier| Extent::of(amount(number), qualifier);
        let both = |extent: &Extent| (drawn(extent, 11, Grain::Eighth), drawn(extent, 11, Grain::Whole));
        let said = |unicode: &str, ascii: &str| (unicode.to_owned(), ascii.to_owned());
        assert_eq!(both(&of(100.0, Qualifier::Exact)), said("██████████", "##########"));
        assert_eq!(both(&of(52.5, Qualifier::Exact)), said("█████▎", "#####"));
        assert_eq!(both(&of(0.0, Qualifier::Exact)), said("", ""));
        assert_eq!(both(&of(0.01, Qualifier::Exact)), said("▏", "#"));
        assert_eq!(both(&of(100.0, Qualifier::AtLeast)), said("██████████▸", "##########>"));
        assert_eq!(both(&of(30.0, Qualifier::Below)), said("▒▒▒", ":::"));
        assert_eq!(both(&of(30.0, Qualifier::About)), said("┄┄┄", "~~~"));
        let range = |low, high| Extent::Within(Interval::between(amount(low), amount(high)));
        assert_eq!(both(&range(50.0, 80.0)), said("█████▒▒▒", "#####:::"));
        assert_eq!(both(&range(99.9, 100.0)), said("██████████▒", "##########:"));
        assert_eq!(bar(&Extent::Designed("1+10".into()), amount(100.0), 11), None);
    }

    proptest! {
        #[test]
        fn a_bar_fits_and_keeps_its_order(
            low in 0.0..1e6_f64, more in 0.0..1e6_f64, other in 0.0..1e6_f64, width in 2_usize..90, kind in 0..4,
        ) {
            let extent = match kind {
                0 => Extent::of(amount(low), Qualifier::Exact),
                1 => Extent::of(amount(low), Qualifier::AtLeast),
                2 => Extent::of(amount(low), Qualifier::Order),
                _ => Extent::Within(Interval::between(amount(low), amount(low + more))),
            };
            let longer = Extent::of(amount(other), Qualifier::Exact);
            let Some(scale) = scale_of([&extent, &longer]) else { return Ok(()) };
            let made = bar(&extent, scale, width).unwrap();
            for grain in [Grain::Eighth, Grain::Whole] {
                prop_assert!(made.cells(grain).len() <= width);
            }
            let solid = bar(&longer, scale, width).unwrap().solid;
            if kind == 0 {
                prop_assert_eq!(solid.max(made.solid), if other >= low { solid } else { made.solid });
            }
        }
    }
}
