//! Texts in one language that mean one in both. What a figure counts is compared by its words, so a person who writes it in
//! one language alone must mean what others have written in both.

use super::entities::IndicatorDraft;
use super::observation::ObservationDraft;
use crate::text::Text;
use std::collections::HashMap;

/// The texts of one kind that are known in both languages, by their words in either.
pub(super) struct KnownTexts {
    /// `None` where two texts have the same words, so that they do not tell which is meant.
    by_words: HashMap<String, Option<Text>>,
}

impl KnownTexts {
    fn of<'a>(texts: impl Iterator<Item = &'a Text>) -> Self {
        let mut by_words: HashMap<String, Option<Text>> = HashMap::new();
        for text in texts.filter(|text| text.zh != text.en) {
            for words in [&text.zh, &text.en] {
                let known = by_words.entry(words.clone()).or_insert_with(|| Some(text.clone()));
                if known.as_ref().is_some_and(|known| known != text) {
                    *known = None;
                }
            }
        }
        Self { by_words }
    }

    /// Returns the text in both languages that one in one language means; any other text as it is.
    pub fn meant_by(&self, text: Text) -> Text {
        let known = (text.zh == text.en).then(|| self.by_words.get(&text.zh)).flatten();
        known.cloned().flatten().unwrap_or(text)
    }
}

/// Puts the texts in both languages in the place of those in one that mean them, wherever figures are compared by them. Returns
/// the variants of all figures.
pub(super) fn complete(observations: &mut [ObservationDraft], indicators: &[IndicatorDraft]) -> KnownTexts {
    let variants = KnownTexts::of(observations.iter().filter_map(|draft| draft.variant.as_ref()));
    let bases = KnownTexts::of(observations.iter().filter_map(|draft| draft.base.as_ref()));
    let of_indicators = indicators.iter().filter_map(|draft| draft.unit.as_ref());
    let units = KnownTexts::of(observations.iter().filter_map(|draft| draft.unit.as_ref()).chain(of_indicators));
    for draft in observations {
        draft.variant = draft.variant.take().map(|variant| variants.meant_by(variant));
        draft.base = draft.base.take().map(|base| bases.meant_by(base));
        draft.unit = draft.unit.take().map(|unit| units.meant_by(unit));
    }
    variants
}
