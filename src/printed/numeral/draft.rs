//! A number while it is read: its place, its value, and the marks found within it.

use super::meaning::{Hedge, NumeralRole, NumeralScale};
use super::quantity::Quantity;

/// The least and the greatest of what a numeral says: the same, but for 三四十.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub low: Quantity,
    pub high: Quantity,
}

impl Bounds {
    /// Both ends are zero.
    pub const ZERO: Self = Self::both(Quantity::ZERO);

    /// Returns bounds that are the same.
    pub const fn both(quantity: Quantity) -> Self {
        Self { low: quantity, high: quantity }
    }

    /// Adds both ends with those of another.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.plus(other.low)?, high: self.high.plus(other.high)? })
    }

    /// Multiplies both ends with a factor.
    pub fn times(self, factor: Quantity) -> Option<Self> {
        Some(Self { low: self.low.times(factor)?, high: self.high.times(factor)? })
    }

    /// Returns whether both ends are zero.
    pub fn is_zero(self) -> bool {
        self == Self::ZERO
    }
}

/// The characters in which a number is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// In digits: 2024, 1.5万.
    Digits,
    /// In Chinese characters: 三十.
    Chinese,
    /// In English words: twenty.
    English,
}

/// A number as far as it has been read.
#[derive(Clone, Debug)]
pub(super) struct NumberDraft {
    /// The place of its first character, a sign or 百分之 counted in.
    pub start: usize,
    /// The place after its last character, its scale (%, 成, 倍) counted in.
    pub end: usize,
    pub value: Bounds,
    /// The 万 or 亿 at its end, which the first number of 30至40万 shares; otherwise one.
    pub unit: Quantity,
    pub script: Script,
    pub scale: NumeralScale,
    /// The words within it, beside it or behind its unit that hedge it.
    pub hedges: Vec<Hedge>,
    /// What it is, where its own characters tell: 首次, 五四.
    pub role: Option<NumeralRole>,
    /// Whether the words between its two ends are read as one range.
    pub is_range: bool,
}

impl NumberDraft {
    /// Makes a draft of a plain number that nothing hedges yet.
    pub fn new(start: usize, end: usize, value: Bounds, script: Script) -> Self {
        Self {
            start,
            end,
            value,
            unit: Quantity::ONE,
            script,
            scale: NumeralScale::Plain,
            hedges: Vec::new(),
            role: None,
            is_range: value.low != value.high,
        }
    }
}
