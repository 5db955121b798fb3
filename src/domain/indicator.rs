//! Indicators: what is counted, the theme it belongs to, and what its figures are by nature.

use super::table::Key;
use crate::text::{Text, words};

/// A group of indicators.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether its figures are background and not the committee's performance: shown, never compared.
    pub is_context: bool,
}

/// What an indicator's figures are by nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Counted over a period.
    Flow,
    /// As of a date.
    Stock,
    /// A percentage.
    Rate,
    /// A multiple of something else.
    Ratio,
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
        Duration => "duration",
        Ordinal => "ordinal",
        Structure => "structure",
    }
}

/// What per-head measures divide by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Population {
    /// The committee's members.
    Members,
    /// The residents of the area.
    Residents,
}

words! { Population { Members => "members", Residents => "residents" } }

/// What is counted.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// The theme it belongs to.
    pub theme: Key<Theme>,
    /// Its name.
    pub name: Text,
    /// The unit: 件, proposals.
    pub unit: Text,
    /// What counts and what does not.
    pub definition: Text,
    /// What its figures are by nature.
    pub nature: Nature,
    /// Whether its figures serve as a denominator, and of what.
    pub denominator: Option<Population>,
}
