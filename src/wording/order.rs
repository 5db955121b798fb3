//! Words for orders: which end comes first, and the places in between.

use super::labels::phrase;
use crate::domain::indicator::{Indicator, Nature, OrderDirection};
use crate::domain::rank::Rank;
use crate::text::{Lang, Phrase};

impl Indicator {
    /// Says what comes first in the order of its figures; `None` where that is the greatest, as everybody expects.
    #[must_use]
    pub const fn first_in_order(&self) -> Option<Phrase> {
        match (self.direction, self.nature) {
            (OrderDirection::Descending, _) => None,
            (OrderDirection::BySize, _) => Some(phrase("按大小排列，不分优劣", "by size, neither better nor worse")),
            (OrderDirection::Ascending, Nature::Duration) => Some(phrase("最短居首", "shortest first")),
            (OrderDirection::Ascending, Nature::Flow | Nature::Stock) => Some(phrase("最少居首", "fewest first")),
            (OrderDirection::Ascending, _) => Some(phrase("最低居首", "lowest first")),
        }
    }
}

impl OrderDirection {
    /// Returns what an order in this direction is called.
    #[must_use]
    pub const fn order_name(self) -> Phrase {
        match self {
            Self::Descending | Self::Ascending => phrase("位次", "Order"),
            Self::BySize => phrase("大小", "Size"),
        }
    }
}

impl OrderDirection {
    /// Returns which end comes first.
    #[must_use]
    pub const fn first_name(self) -> Phrase {
        match self {
            Self::Descending => phrase("大者居首", "greatest first"),
            Self::Ascending => phrase("小者居首", "least first"),
            Self::BySize => phrase("按大小，不分优劣", "by size alone"),
        }
    }
}

impl Rank {
    /// Returns the ranks alone: `1`, `1–2`.
    #[must_use]
    pub fn range(self) -> String {
        if self.from == self.to { self.from.to_string() } else { format!("{}–{}", self.from, self.to) }
    }

    /// Returns the rank in words: `第 1`, `第 1–2`; `no. 1`, `no. 1–2`. By size nobody is the first: `按大小 1`, `1 by size`.
    #[must_use]
    pub fn text(self, direction: OrderDirection, lang: Lang) -> String {
        let range = self.range();
        match (direction, lang) {
            (OrderDirection::BySize, Lang::Zh) => format!("按大小 {range}"),
            (OrderDirection::BySize, Lang::En) => format!("{range} by size"),
            (_, Lang::Zh) => format!("第 {range}"),
            (_, Lang::En) => format!("no. {range}"),
        }
    }
}
