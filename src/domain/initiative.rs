//! Initiatives: named platforms, brands and mechanisms.

use super::area::Area;
use super::observation::{Observation, PrintedSource};
use super::table::Key;
use crate::text::{Text, words};
use serde::{Deserialize, Serialize};

/// The kinds of initiatives, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum InitiativeKind {
    Consultation,
    Oversight,
    /// Hubs for building consensus, and the like.
    Concord,
    Reading,
    Digital,
    Publicity,
    PartyBuilding,
    /// Service to enterprises and the public.
    Service,
    /// Rules and standing institutions.
    Institution,
}

words! {
    InitiativeKind {
        Consultation => "consultation",
        Oversight => "oversight",
        Concord => "concord",
        Reading => "reading",
        Digital => "digital",
        Publicity => "publicity",
        PartyBuilding => "party-building",
        Service => "service",
        Institution => "institution",
    }
}

/// A named platform, brand or mechanism.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Initiative {
    pub id: String,
    /// The area whose committee runs it.
    pub area: Key<Area>,
    pub name: Text,
    pub kind: InitiativeKind,
    /// Its designed number, such as “1+10”, as printed.
    pub design: Option<String>,
    /// What it is, in our own words.
    pub about: Text,
    /// The figures that belong to it.
    pub figures: Vec<Key<Observation>>,
    /// Where it is printed.
    pub source: PrintedSource,
}
