//! The slides of a deck one after another, for a hand-out.

use super::builder::Builder;
use super::model::{Block, HeadingLevel, Piece};
use super::slide::{default_heading, slide_content};
use crate::deck::{Deck, Slide};
use crate::wording::UNSOURCED;

/// Whether a hand-out has what the speaker says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerNotes {
    Shown,
    LeftOut,
}

/// Adds the slides of a deck, each on a page of its own.
pub(super) fn deck_blocks(builder: &mut Builder<'_>, deck: &Deck, spoken: SpeakerNotes) {
    for slide in &deck.slides {
        builder.blocks.push(Block::Slide);
        slide_blocks(builder, slide, spoken);
    }
}

fn slide_blocks(builder: &mut Builder<'_>, slide: &Slide, spoken: SpeakerNotes) {
    let dataset = builder.dataset;
    let title = slide.title.as_ref().map(|title| {
        let pieces = crate::wording::worded(dataset, title.inlines(builder.lang), builder.lang);
        pieces.into_iter().map(|(text, _)| text).collect::<String>().replace('\n', " ")
    });
    let heading = title.unwrap_or_else(|| default_heading(builder, slide));
    builder.blocks.push(Block::Heading(HeadingLevel::Section, heading));
    slide_content(builder, slide.content.target());
    let words = slide.words.as_ref().map(|words| builder.paragraphs(words)).unwrap_or_default();
    builder.blocks.extend(words.into_iter().map(Block::Paragraph));
    let is_spoken = spoken == SpeakerNotes::Shown;
    let spoken_of = slide.notes.as_ref().filter(|_| is_spoken).is_some_and(|notes| notes.has_unsourced(builder.lang));
    if spoken_of || slide.has_unsourced(builder.lang) {
        builder.blocks.push(Block::Paragraph(vec![Piece::Words(UNSOURCED.get(builder.lang).to_owned())]));
    }
    let notes = slide.notes.as_ref().filter(|_| spoken == SpeakerNotes::Shown);
    let notes = notes.map(|notes| builder.paragraphs(notes)).unwrap_or_default();
    builder.blocks.extend(notes.into_iter().map(Block::Spoken));
}
