//! Indicators: what is counted, the theme it belongs to, and what its figures are by nature.

use super::table::Key;
use crate::text::{Text, words};
use serde::{Deserialize, Serialize};

/// A group of indicators under one heading.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Theme {
    pub id: String,
    pub name: Text,
    /// Whether its figures are background, which is shown and never compared as performance.
    pub is_context: bool,
}

/// The nature of an indicator's figures, which decides what may be done with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Nature {
    /// A count over a period.
    Flow,
    /// A count as of a date.
    Stock,
    /// A share in per cent.
    Rate,
    /// A multiple of something else.
    Ratio,
    /// A change since another time, in per cent or points; it may be negative.
    Change,
    /// A length of time.
    Duration,
    /// A serial number or a rank.
    Ordinal,
    /// A designed number such as “1+10”.
    Structure,
}

words! {
    Nature {
        Flow => "flow",
        Stock => "stock",
        Rate => "rate",
        Ratio => "ratio",
        Change => "change",
        Duration => "duration",
        Ordinal => "ordinal",
        Structure => "structure",
    }
}

impl Nature {
    /// Whether the figures count things, so that they may be divided by heads.
    #[must_use]
    pub const fn is_count(self) -> bool {
        matches!(self, Self::Flow | Self::Stock)
    }

    /// Returns the direction of an indicator that does not give one. The shortest time comes first, so that the slowest is
    /// never no. 1.
    #[must_use]
    pub const fn usual_direction(self) -> OrderDirection {
        match self {
            Self::Duration => OrderDirection::Ascending,
            _ => OrderDirection::Descending,
        }
    }
}

/// Which end of an order comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OrderDirection {
    /// The greatest is no. 1.
    Descending,
    /// The least is no. 1: a waiting time.
    Ascending,
    /// The greatest stands first, and is neither better nor worse.
    BySize,
}

words! {
    OrderDirection {
        Descending => "descending",
        Ascending => "ascending",
        BySize => "by-size",
    }
}

/// The people that measures per head divide by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Population {
    /// The members of the committee.
    Members,
    /// The residents of the area.
    Residents,
}

words! { Population { Members => "members", Residents => "residents" } }

/// A kind of thing that committees report numbers of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Indicator {
    pub id: String,
    /// The ids that it had before, which still name it.
    pub aliases: Vec<String>,
    pub theme: Key<Theme>,
    pub name: Text,
    /// The name in fewer cells, read under its theme where the name has no room; `None` where the name is short.
    pub short: Option<Text>,
    /// The unit, such as 件 or proposals; empty where designed numbers have none.
    pub unit: Text,
    /// What counts and what does not.
    pub definition: Text,
    /// How a sentence tells one of its figures, with placeholders for what differs; `None` leaves it to its nature.
    pub sentence: Option<Text>,
    /// The nature that its figures have unless one says otherwise.
    pub nature: Nature,
    /// Which end of an order comes first.
    pub direction: OrderDirection,
    /// The people whose number it is, if its figures may serve as denominators.
    pub denominator: Option<Population>,
}

impl Indicator {
    /// Whether this is an id that it had before.
    #[must_use]
    pub fn is_formerly(&self, id: &str) -> bool {
        self.aliases.iter().any(|alias| alias == id)
    }
}
