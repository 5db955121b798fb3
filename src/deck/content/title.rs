//! The opening of a presentation: the heading, and the areas.

use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::text::Phrase;

/// The opening of a presentation.
#[derive(Clone, Debug, PartialEq)]
pub struct TitleSlide;

impl SlideKindContent for TitleSlide {
    const WORD: &'static str = "title";
    const NAME: Phrase = Phrase { zh: "开篇", en: "title" };
    const NEEDS_TITLE: bool = true;

    fn blank() -> Self {
        Self
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::Words
    }
}
