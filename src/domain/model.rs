//! What the data is made of: areas, indicators, observations, their sources, and the initiatives they belong to.

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

/// How a source was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Read in full.
    Full,
    /// Seen as an excerpt of a named outlet.
    Excerpt,
    /// Seen as somebody's repost.
    Repost,
}

/// What kind of writing an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Genre {
    /// News of a press conference.
    Briefing,
    /// A look back at the year.
    AnnualReview,
    /// A leader's speech.
    Speech,
    /// A newspaper's feature.
    Feature,
    /// A committee's portrait in a series.
    Profile,
    /// News of a plenary session.
    Session,
    /// Other news.
    News,
}

/// When an article appeared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// The article or its page says so.
    Stated(PartialDate),
    /// Worked out by the curator.
    Inferred {
        /// The date.
        date: PartialDate,
        /// Why this date.
        why: Text,
    },
    /// Not known.
    Unknown {
        /// Why not.
        why: Text,
    },
}

impl Published {
    /// The date, where there is one.
    #[must_use]
    pub const fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Stated(date) | Self::Inferred { date, .. } => Some(*date),
            Self::Unknown { .. } => None,
        }
    }
}

/// A piece of a digest's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// The value of a figure stands here.
    Figure(Key<Observation>),
}

/// One section of a digest: our own telling, whose numbers are references.
#[derive(Clone, Debug)]
pub struct Section {
    /// What it is about.
    pub heading: Text,
    /// The telling in Chinese.
    pub zh: Vec<Piece>,
    /// The telling in English.
    pub en: Vec<Piece>,
}

impl Section {
    /// The telling in one language.
    #[must_use]
    pub fn pieces(&self, lang: crate::text::Lang) -> &[Piece] {
        match lang {
            crate::text::Lang::Zh => &self.zh,
            crate::text::Lang::En => &self.en,
        }
    }

    /// Whether the section tells of this figure.
    #[must_use]
    pub fn tells_of(&self, observation: Key<Observation>) -> bool {
        self.zh.contains(&Piece::Figure(observation))
    }
}

/// A source.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its id.
    pub id: String,
    /// The pack it came with.
    pub pack: Key<Pack>,
    /// Whose committee it reports on.
    pub area: Key<Area>,
    /// Its title as printed.
    pub title: String,
    /// Who published it.
    pub outlet: Text,
    /// Who wrote it, as printed.
    pub author: Option<String>,
    /// When it appeared.
    pub published: Published,
    /// What it reports on.
    pub period: Option<Period>,
    /// What kind of writing it is.
    pub genre: Genre,
    /// Whose statement it is.
    pub statement: Option<Text>,
    /// How it was seen.
    pub grade: Grade,
    /// The outlet's own address.
    pub address: Option<String>,
    /// How many paragraphs the cleaned text has, where it was read in full.
    pub paragraphs: Option<u16>,
    /// What a reader must know before using its figures.
    pub caveats: Vec<Text>,
    /// Our own telling of it.
    pub sections: Vec<Section>,
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
