//! The sentence of the original in which a figure is printed, where the user has attached that.

use super::{Details, SpanRole, phrase, plain, strong};
use crate::domain::PrintedSource;
use crate::text::Phrase;

const SENTENCE: Phrase = phrase("原句", "Sentence");
const ELSEWHERE: Phrase = phrase("（在所附原文的另一段）", " (in another paragraph of the attached original)");
const NOT_FOUND: Phrase = phrase("所附原文中未见这个短语", "the attached original does not print this phrase");

impl Details<'_> {
    /// Adds the sentence around the phrase of a source, with the phrase marked.
    pub(super) fn sentence(&mut self, source: &PrintedSource) {
        let Some(original) = self.state.dataset().originals.of(source.article) else { return };
        let finding = original.find(source);
        let Some((place, text)) = finding.place().and_then(|place| Some((place, original.paragraph(place.paragraph)?)))
        else {
            self.entry(SENTENCE, &[(NOT_FOUND.get(self.lang).to_owned(), SpanRole::Refused)]);
            return;
        };
        let sentence = original.sentence(place);
        let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
        let mut spans = vec![
            plain(piece(sentence.start, place.bytes.start)),
            strong(piece(place.bytes.start, place.bytes.end)),
            plain(piece(place.bytes.end, sentence.end)),
        ];
        if source.paragraph.is_some_and(|paragraph| paragraph != place.paragraph) {
            spans.push((ELSEWHERE.get(self.lang).to_owned(), SpanRole::Refused));
        }
        self.entry(SENTENCE, &spans);
    }
}
