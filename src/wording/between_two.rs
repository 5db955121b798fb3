//! What is said between two areas in one line: who has more, and how much, or why that can't be told.

use crate::domain::{CellIndex, Comparison, Dataset, Difference};
use crate::text::{Lang, Text, fit, width};
use crate::wording::difference_text;

/// What is said between two areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BetweenTwo {
    words: Text,
    /// Whether it tells who has more.
    pub tells_difference: bool,
}

fn is_told(difference: Difference) -> bool {
    difference.is_surely_not_less() || difference.reversed().is_surely_not_less()
}

impl BetweenTwo {
    /// Returns who of two areas has more and how much, or the weightiest reason why that can't be told; `None` where not both
    /// have a figure.
    #[must_use]
    pub fn of(dataset: &Dataset, comparison: &Comparison, [one, other]: [CellIndex; 2]) -> Option<Self> {
        let pair = comparison.pair(dataset, one, other)?;
        let indicator = &dataset.indicators[comparison.request.indicator];
        let names = [one, other].map(|index| &dataset.areas[comparison[index].area].name);
        let (about, measure) = ((indicator.nature, &indicator.unit), comparison.request.measure);
        let difference = comparison.difference(dataset, one, other);
        let words = match (difference, pair.reasons.first(), comparison.refused) {
            (Some(difference), ..) => difference_text(difference, about, measure, names),
            (None, Some(reason), _) => reason.name().into(),
            (None, None, Some(refusal)) => refusal.text(),
            (None, None, None) => Text::new("", ""),
        };
        Some(Self { words, tells_difference: difference.is_some_and(is_told) })
    }

    /// Returns it in so many cells: `济南多 67`, `口径不同`. A reason may be cut; a number never is.
    #[must_use]
    pub fn fitting(&self, lang: Lang, room: usize) -> String {
        let words = self.words.get(lang);
        if self.tells_difference && width(words) > room { String::new() } else { fit(words, room) }
    }
}
