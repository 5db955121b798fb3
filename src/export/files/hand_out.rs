//! What is written as a document to hand out: the comparisons that were chosen, or a deck.

use crate::deck::{Deck, Library};
use crate::export::SpeakerNotes;
use crate::export::content::ExportContent;
use crate::export::document::{Document, DocumentWording, area_document, comparison_document, deck_document};
use crate::export::what_is_compared::what_is_compared;
use crate::text::Lang;

/// A deck that is written as a hand-out.
#[derive(Clone, Copy, Debug)]
pub struct HandOut<'a> {
    pub library: &'a Library,
    pub deck: &'a Deck,
    pub spoken: SpeakerNotes,
}

/// Makes the document of what is asked for.
pub(super) fn document(
    content: &ExportContent,
    hand_out: Option<HandOut>,
    lang: Lang,
    wording: DocumentWording,
) -> Document {
    match (hand_out, content.only_area()) {
        (Some(HandOut { library, deck, spoken }), _) => deck_document(library, deck, lang, wording, spoken),
        (None, Some(area)) => area_document(content.dataset, area, &content.figures, lang, wording),
        (None, None) => {
            let comparisons = content.comparisons();
            let compared = what_is_compared(content, &comparisons, lang);
            comparison_document(content.dataset, &comparisons, compared, lang, wording)
        }
    }
}
