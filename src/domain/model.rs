//! What the data is made of: areas, indicators, observations, their sources, and the initiatives they belong to.

pub use super::article::{Article, Genre, Grade, Piece, Published, Section};
use super::date::PartialDate;
use super::interval::{Amount, Extent, Qualifier};
use super::period::Period;
use super::table::Key;
use crate::text::Text;

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

/// What per-head measures divide by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Population {
    /// The committee's members.
    Members,
    /// The residents of the area.
    Residents,
}

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

/// A city's committee.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its id, a slug.
    pub id: String,
    /// The GB/T 2260 code.
    pub code: String,
    /// The city's name.
    pub name: Text,
    /// The committee's full name.
    pub committee: Text,
    /// What per-head measures may divide by, of several dates.
    pub denominators: Vec<Denominator>,
}

/// How sure a denominator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Several good witnesses, or a checked sum.
    High,
    /// One good witness.
    Good,
    /// A witness that may err.
    Low,
}

/// A number of members or residents as of a date.
#[derive(Clone, Debug)]
pub struct Denominator {
    /// Of what.
    pub population: Population,
    /// How many; never zero.
    pub count: Amount,
    /// As of when.
    pub as_of: PartialDate,
    /// Who printed it, where.
    pub source: Text,
    /// How sure it is.
    pub certainty: Certainty,
    /// What must be told with every figure that is divided by it.
    pub caveat: Option<Text>,
    /// The observation that this is taken from, where it is one.
    pub observation: Option<Key<Observation>>,
}

/// What a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The city level alone.
    City,
    /// The city level and its counties and districts together.
    CityAndCounties,
    /// One platform.
    Platform,
    /// One project.
    Project,
}

/// Whether it has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It has.
    Achieved,
    /// It is planned.
    Planned,
    /// It is expected.
    Forecast,
}

/// Whose doing a figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The committee's own.
    Committee,
    /// Somebody else's: context, not performance.
    Other(Text),
}

/// What is printed.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, with 万 and 亿 multiplied out.
    Number(Amount),
    /// A designed number, as printed.
    Designed(String),
}

/// Where a figure stands in print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The article.
    pub article: Key<Article>,
    /// The paragraph of the cleaned text, counted from 1; `None` where the page was not seen whole.
    pub paragraph: Option<u16>,
    /// The short phrase as printed.
    pub printed: String,
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Its id.
    pub id: String,
    /// Whose figure it is.
    pub area: Key<Area>,
    /// What is counted.
    pub indicator: Key<Indicator>,
    /// What is printed.
    pub value: Value,
    /// How the print hedges it.
    pub qualifier: Qualifier,
    /// Its nature, which is the indicator's unless the data says otherwise.
    pub nature: Nature,
    /// The time it speaks of.
    pub period: Period,
    /// What it covers.
    pub scope: Scope,
    /// Whether it has happened.
    pub status: Status,
    /// Whose doing it is.
    pub actor: Actor,
    /// What is counted here, where that differs from what others count under the same indicator.
    pub variant: Option<Text>,
    /// What else must be told.
    pub note: Option<Text>,
    /// How the value was read, where the phrase prints no number.
    pub reading: Option<Text>,
    /// The whole of which this is a part.
    pub part_of: Option<Key<Observation>>,
    /// Where it is printed first.
    pub source: Source,
    /// Where else the same figure is printed.
    pub also: Vec<Source>,
}

impl Observation {
    /// What the figure says as printed.
    #[must_use]
    pub fn extent(&self) -> Extent {
        match &self.value {
            Value::Number(amount) => Extent::of(*amount, self.qualifier),
            Value::Designed(text) => Extent::Designed(text.clone()),
        }
    }

    /// All places where the figure is printed.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        std::iter::once(&self.source).chain(&self.also)
    }
}

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

/// Why an area has no figure for an indicator, where it is more than silence.
#[derive(Clone, Debug)]
pub struct Absence {
    /// Whose.
    pub area: Key<Area>,
    /// Of what.
    pub indicator: Key<Indicator>,
    /// Which kind of absence.
    pub kind: AbsenceKind,
    /// Why.
    pub why: Text,
}

/// A kind of absence that somebody has looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AbsenceKind {
    /// The area has no such thing.
    NotApplicable,
    /// It may be printed, but nobody has curated it yet.
    NotCurated,
}

/// A folder of data.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it holds.
    pub about: Text,
}
