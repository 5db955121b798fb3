//! The table of what was looked for in originals.

use super::error::ExportError;
use super::format::{Format, WrittenTable};
use super::table::{DataTable, DataValue, ID, both, word};
use super::text_style::TextStyle;
use crate::domain::verification::{FindingKind, Verification, VerifiedSource};
use crate::domain::{Dataset, PhraseFinding, PhrasePlace};
use crate::text::Phrase;
use itertools::Itertools;

impl FindingKind {
    /// Returns what was found, for people.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Found => Phrase { zh: "见于所注段落", en: "at its paragraph" },
            Self::Elsewhere => Phrase { zh: "见于别处", en: "elsewhere" },
            Self::Ambiguous => Phrase { zh: "不止一处", en: "at several places" },
            Self::NotFound => Phrase { zh: "原文中未见", en: "not found" },
        }
    }
}

/// Writes what was found of each figure, those first that were not found.
///
/// # Errors
/// Where the format cannot be written; see [`ExportError`].
pub fn verification(
    dataset: &Dataset,
    verified: &Verification,
    format: Format,
    style: &TextStyle,
) -> Result<WrittenTable, ExportError> {
    let columns = vec![
        ID,
        word("article").headed("文章", "article").shrinking_to(12).optional(),
        word("paragraph").headed("段", "para."),
        word("printed").headed("原文短语", "as printed"),
        word("finding"),
        both("finding_name").headed("核对", "verified").whole(),
        word("at").headed("见于", "found at"),
    ];
    let rows = verified.sources.iter().map(|source| row(dataset, source));
    format.write_table(&DataTable::new(columns, rows), style)
}

fn row(dataset: &Dataset, verified: &VerifiedSource) -> Vec<DataValue> {
    let kind = verified.finding.kind();
    let numbers = |places: &[PhrasePlace]| places.iter().map(|place| place.paragraph).unique().join(" ");
    let at = match &verified.finding {
        PhraseFinding::Found(place) => Some(place.paragraph.to_string()),
        PhraseFinding::Elsewhere(places) | PhraseFinding::Ambiguous(places) => Some(numbers(places)),
        PhraseFinding::NotFound => None,
    };
    vec![
        dataset.observations[verified.figure].id.as_str().into(),
        dataset.articles[verified.source.article].id.as_str().into(),
        verified.source.paragraph.map(usize::from).into(),
        verified.source.printed.as_str().into(),
        kind.id().into(),
        kind.name().into(),
        at.into(),
    ]
}
