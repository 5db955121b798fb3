//! A bar as shares of its scale: how far it is solid, and what lies beyond. Whoever draws it in cells, points or
//! millimetres begins with these, so that a bar has the same form everywhere.

use crate::domain::interval::High;
use crate::domain::{Amount, Cell, Comparison, Dataset, Extent, Nature};

/// A bar as shares of the whole length that its scale has; 1 is all of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarShare {
    /// How far the lower bound reaches.
    pub solid: f64,
    /// What lies beyond the lower bound.
    pub end: ShareEnd,
}

/// What lies beyond the lower bound of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShareEnd {
    /// Nothing, for the value is known.
    Known,
    /// A range, which reaches as far as this.
    Reach(f64),
    /// Everything, for there is no known upper end.
    Open,
}

/// Returns the number that the whole length of a comparison's bars stands for: the greatest that any of them needs.
/// `None` where no cell has a bar, or all of them have the length zero.
#[must_use]
pub fn scale(dataset: &Dataset, comparison: &Comparison) -> Option<Amount> {
    scale_of(comparison.cells.iter().filter_map(|cell| drawn_extent(dataset, cell)))
}

/// Returns the greatest number that any of these extents needs; see [`scale`].
#[must_use]
pub fn scale_of<'a>(extents: impl IntoIterator<Item = &'a Extent>) -> Option<Amount> {
    let largest = extents.into_iter().filter_map(Extent::largest);
    largest.filter(|amount| amount.get() > 0.0).max_by(|a, b| a.get().total_cmp(&b.get()))
}

/// Returns the bar of a cell; `None` where its figure may not be ranked with others, and where it has no length.
#[must_use]
pub fn cell_share(dataset: &Dataset, cell: &Cell, scale: Option<Amount>) -> Option<BarShare> {
    drawn_extent(dataset, cell).zip(scale).and_then(|(extent, scale)| share(extent, scale))
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

/// Returns an extent as a bar. `None` for a designed number, which has no length, and for a number that gives no bound to
/// rely on.
pub(super) fn share(extent: &Extent, scale: Amount) -> Option<BarShare> {
    let of = |amount: Amount| {
        if scale.get() > 0.0 { (amount.get() / scale.get()).clamp(0.0, 1.0) } else { 0.0 }
    };
    let Extent::Within(interval) = extent else { return None };
    let end = match interval.high() {
        High::Unbounded => ShareEnd::Open,
        High::Closed(_) if interval.point().is_some() => ShareEnd::Known,
        High::Closed(high) | High::Open(high) => ShareEnd::Reach(of(high)),
    };
    Some(BarShare { solid: of(interval.low().amount()), end })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interval::{Interval, Qualifier};

    #[test]
    fn a_bar_has_the_shares_of_its_interval() {
        let amount = |number: f64| Amount::new(number).unwrap();
        let of = |extent: &Extent| share(extent, amount(200.0));
        let counted = |qualifier| of(&Extent::of(amount(50.0), qualifier));
        assert_eq!(counted(Qualifier::Exact), Some(BarShare { solid: 0.25, end: ShareEnd::Known }));
        assert_eq!(counted(Qualifier::AtLeast), Some(BarShare { solid: 0.25, end: ShareEnd::Open }));
        assert_eq!(counted(Qualifier::Below), Some(BarShare { solid: 0.0, end: ShareEnd::Reach(0.25) }));
        assert_eq!(counted(Qualifier::About), None);
        let range = Extent::Within(Interval::between(amount(100.0), amount(150.0)));
        assert_eq!(of(&range), Some(BarShare { solid: 0.5, end: ShareEnd::Reach(0.75) }));
    }
}
