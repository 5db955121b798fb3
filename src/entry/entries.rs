//! The entries that are added: areas, indicators, articles and figures, with ids for what they refer to.

use crate::domain::article::{Genre, Grade, Medium, Published};
use crate::domain::date::PartialDate;
use crate::domain::indicator::Nature;
use crate::domain::observation::{Each, PrintedValue, Scope, Status};
use crate::domain::period::Period;
use crate::text::Text;

/// All that is added at one time. It is written whole or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewEntries {
    pub themes: Vec<NewTheme>,
    pub indicators: Vec<NewIndicator>,
    pub areas: Vec<NewArea>,
    pub articles: Vec<NewArticle>,
    pub figures: Vec<NewFigure>,
}

impl NewEntries {
    /// Returns whether there is nothing to add.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A group of indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTheme {
    pub id: String,
    pub name: Text,
    /// Whether its figures are background.
    pub is_context: bool,
}

/// Something that is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct NewIndicator {
    pub id: String,
    /// The id of its theme.
    pub theme: String,
    pub name: Text,
    pub nature: Nature,
    /// The unit; only a designed number has none.
    pub unit: Option<Text>,
    pub definition: Text,
}

/// A city with its committee, which may be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArea {
    pub id: String,
    /// The six digits of GB/T 2260.
    pub code: String,
    pub name: Text,
    pub committee: Text,
}

/// An article that prints figures.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArticle {
    pub id: String,
    /// The id of the area on which it reports.
    pub area: String,
    pub title: String,
    pub outlet: Option<Text>,
    /// What must be said of the outlet, or why there is none.
    pub outlet_remark: Option<Text>,
    pub medium: Medium,
    pub page: Option<String>,
    pub authors: Vec<String>,
    pub published: Published,
    pub genre: Genre,
    /// Whose statement it is, in a few words.
    pub statement: Option<Text>,
    pub grade: Grade,
    pub address: Option<String>,
    pub accessed: Option<PartialDate>,
    pub paragraphs: Option<u16>,
    pub caveats: Vec<Text>,
    /// What names the cleaned text of the page.
    pub original: Option<String>,
}

/// A figure that an article prints.
#[derive(Clone, Debug, PartialEq)]
pub struct NewFigure {
    pub id: String,
    /// The ids of its area and its indicator.
    pub area: String,
    pub indicator: String,
    pub value: PrintedValue,
    /// The unit, where it is not the indicator's.
    pub unit: Option<Text>,
    pub each: Option<Each>,
    pub base: Option<Text>,
    /// The nature, where it is not the indicator's.
    pub nature: Option<Nature>,
    /// The period, where it is not the article's.
    pub period: Option<Period>,
    pub scope: Scope,
    pub status: Status,
    /// Whose it is, where it is not the committee's.
    pub actor: Option<Text>,
    pub variant: Option<Text>,
    /// How a sentence tells this figure, where the indicator's own would not do.
    pub sentence: Option<Text>,
    pub note: Option<Text>,
    pub reading: Option<Text>,
    /// The id of the figure of which it is a part.
    pub part_of: Option<String>,
    pub source: NewSource,
    pub also: Vec<NewSource>,
}

/// Where a figure is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSource {
    /// The id of the article.
    pub article: String,
    pub paragraph: Option<u16>,
    pub printed: String,
}
