//! Articles: who wrote what when, and how it was seen.

use super::area::Area;
use super::date::PartialDate;
use super::pack::Pack;
use super::period::{BasisKind, Period};
use super::table::Key;
use crate::text::{Text, words};

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

words! { Grade { Full => "full", Excerpt => "excerpt", Repost => "repost" } }

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

words! {
    Genre {
        Briefing => "briefing",
        AnnualReview => "annual-review",
        Speech => "speech",
        Feature => "feature",
        Profile => "profile",
        Session => "session",
        News => "news",
    }
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
    /// Returns the way in which the date is known.
    #[must_use]
    pub const fn basis_kind(&self) -> BasisKind {
        match self {
            Self::Stated(_) => BasisKind::Stated,
            Self::Inferred { .. } => BasisKind::Inferred,
            Self::Unknown { .. } => BasisKind::Unknown,
        }
    }

    /// Returns the reason for a date that is inferred or unknown.
    #[must_use]
    pub const fn why(&self) -> Option<&Text> {
        match self {
            Self::Stated(_) => None,
            Self::Inferred { why, .. } | Self::Unknown { why } => Some(why),
        }
    }

    /// The date, where there is one.
    #[must_use]
    pub const fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Stated(date) | Self::Inferred { date, .. } => Some(*date),
            Self::Unknown { .. } => None,
        }
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
}
