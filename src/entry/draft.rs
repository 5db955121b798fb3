//! A figure as somebody types it: the fields of the form, which are the options of the shell as well.

use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::{Each, Scope, Status};
use crate::text::Text;

/// One field of a figure that is being added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureField {
    /// The sentence that prints it.
    Sentence,
    /// Which of several numbers of the sentence is meant.
    Taken,
    Indicator,
    /// The theme, the nature and the definition of an indicator that is new.
    Theme,
    Nature,
    Definition,
    Area,
    /// The code of an area that is new.
    Code,
    Value,
    Qualifier,
    Each,
    Unit,
    Period,
    Scope,
    Status,
    Article,
    /// The outlet, the date and the address of an article that is new.
    Outlet,
    Published,
    Address,
    Paragraph,
    /// What is counted here, where others count something else.
    Variant,
    /// How the value was read out of words.
    Reading,
    Note,
}

/// What stands in a field that names something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// Nothing has been typed.
    #[default]
    Nothing,
    /// A name as it was typed, which may mean one thing, several or none.
    Typed(String),
    /// The id of something that is held, as it was chosen.
    Held(String),
    /// The name of something that is added along with the figure.
    New(String),
}

impl Named {
    /// Returns a name that was typed; nothing where it is empty.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        if text.trim().is_empty() { Self::Nothing } else { Self::Typed(text.trim().to_owned()) }
    }

    /// Returns the name of what is new.
    #[must_use]
    pub fn new_name(&self) -> Option<&str> {
        match self {
            Self::New(name) => Some(name),
            _ => None,
        }
    }
}

/// What has been typed and chosen so far. What is empty or `None` is left to what the sentence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureDraft {
    pub sentence: String,
    /// Where the number begins that was chosen: the character of the sentence, from 0. So it stays the same number, whatever
    /// the indicator counts.
    pub taken: Option<usize>,
    pub indicator: Named,
    pub theme: Named,
    pub nature: Option<Nature>,
    pub definition: String,
    pub area: Named,
    pub code: String,
    pub value: String,
    pub qualifier: Option<Qualifier>,
    pub each: Option<EachChoice>,
    pub unit: String,
    pub period: String,
    pub scope: Option<Scope>,
    pub status: Option<Status>,
    pub article: Named,
    pub outlet: String,
    pub published: String,
    pub address: String,
    pub paragraph: String,
    pub variant: String,
    pub reading: String,
    pub note: String,
    /// The id, where it is not to be made of the area, the year and the indicator.
    pub id: String,
    /// The id of the figure that is corrected; empty where one is added.
    pub corrects: String,
}

/// Whether a figure is a total or a mean of some span, as somebody has chosen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EachChoice {
    /// It is a total.
    Total,
    /// It is a mean or a frequency of this span.
    Of(Each),
}

impl EachChoice {
    /// Returns the span that a figure has under this choice.
    #[must_use]
    pub const fn each(self) -> Option<Each> {
        match self {
            Self::Total => None,
            Self::Of(each) => Some(each),
        }
    }
}

/// What is wrong or missing in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    pub field: FigureField,
    pub words: Text,
    pub kind: FieldFaultKind,
}

/// Whether something is still to be typed or something typed is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldFaultKind {
    Missing,
    Wrong,
}
