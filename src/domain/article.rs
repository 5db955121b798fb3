//! Articles: who wrote what when, and how it was seen.

use super::area::Area;
use super::date::PartialDate;
use super::original_hash::OriginalHash;
use super::pack::Pack;
use super::period::{BasisKind, Period};
use super::table::Key;
use crate::text::{Text, words};
use serde::{Deserialize, Serialize};

/// How an article was seen, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// It was read in full.
    Full,
    /// It was seen as an excerpt in a named outlet.
    Excerpt,
    /// It was seen as somebody's repost.
    Repost,
    /// A machine's summary of it was seen.
    Digest,
}

words! {
    Grade {
        Full => "full",
        Excerpt => "excerpt",
        Repost => "repost",
        Digest => "digest",
    }
}

/// What kind of writing an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Genre {
    /// News of a press conference.
    Briefing,
    /// A look back at a whole year.
    AnnualReview,
    /// A speech by a leader.
    Speech,
    /// A feature in a newspaper.
    Feature,
    /// A committee's portrait in a series.
    Profile,
    /// News of a plenary session.
    Session,
    /// Any other piece of news.
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

/// What kind of publication an article appeared in, which decides how it is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Medium {
    /// A newspaper, printed or as its electronic edition.
    Newspaper,
    /// A page of a website, a broadcaster's included.
    Web,
    /// A report or another document that a body issued itself.
    Report,
}

words! { Medium { Newspaper => "newspaper", Web => "web", Report => "report" } }

/// When an article appeared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Published {
    /// The article or its page states the date.
    Stated(PartialDate),
    /// The curator worked the date out.
    Inferred {
        date: PartialDate,
        /// Why it must be this date.
        why: Text,
    },
    /// Nobody knows the date.
    Unknown {
        /// Why it is not known.
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

    /// Returns the date, where there is one.
    #[must_use]
    pub const fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Stated(date) | Self::Inferred { date, .. } => Some(*date),
            Self::Unknown { .. } => None,
        }
    }
}

/// An article, as a source of figures.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Article {
    pub id: String,
    pub pack: Key<Pack>,
    /// The area whose committee it reports on.
    pub area: Key<Area>,
    /// The title as it is printed.
    pub title: String,
    /// The paper or site that published it, by its name alone; `None` where the page seen names none.
    pub outlet: Option<Text>,
    /// What must be said of the outlet besides its name: that it was seen on another's site, or how the page words it.
    pub outlet_remark: Option<Text>,
    /// The kind of publication.
    pub medium: Medium,
    /// Where a report was issued.
    pub place: Option<Text>,
    /// The page of a newspaper, as printed.
    pub page: Option<String>,
    /// The authors as printed, in their order; none where none is named.
    pub authors: Vec<String>,
    pub published: Published,
    /// The time that it reports on.
    pub period: Option<Period>,
    pub genre: Genre,
    /// Whose statement it reports, where it is one.
    pub statement: Option<Text>,
    pub grade: Grade,
    /// The address at the outlet's own site.
    pub address: Option<String>,
    /// The day on which the page was seen, where that is not the date of its pack.
    pub accessed: Option<PartialDate>,
    /// How many paragraphs the cleaned text has, where it was read in full.
    pub paragraphs: Option<u16>,
    /// The hash of the cleaned text that the curator read, by which whoever imports the same page knows it.
    pub original: Option<OriginalHash>,
    /// What a reader must know before using its figures.
    pub caveats: Vec<Text>,
}
