//! Initiatives: named platforms, brands and mechanisms.

use super::area::Area;
use super::observation::{Observation, Source};
use super::table::Key;
use crate::text::{Text, words};

/// What kind of thing an initiative is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InitiativeKind {
    /// Consultation.
    Consultation,
    /// Oversight.
    Oversight,
    /// Concord hubs and the like.
    Concord,
    /// Reading and study.
    Reading,
    /// Digital platforms.
    Digital,
    /// Publicity.
    Publicity,
    /// Party building.
    PartyBuilding,
    /// Service to enterprises and the public.
    Service,
    /// Rules and institutions.
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
#[derive(Clone, Debug)]
pub struct Initiative {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub area: Key<Area>,
    /// Its name.
    pub name: Text,
    /// What kind of thing it is.
    pub kind: InitiativeKind,
    /// Its designed number, as printed.
    pub design: Option<String>,
    /// What it is, in our own words.
    pub about: Text,
    /// The figures that belong to it.
    pub figures: Vec<Key<Observation>>,
    /// Where it is told of.
    pub source: Source,
}
