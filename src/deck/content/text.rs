//! A slide without a picture: words alone.

use super::kind::SlideKindContent;
use super::target::SlideTarget;
use crate::text::Phrase;
use serde::{Deserialize, Serialize};

/// A slide without a picture: its words are all that it shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextSlide;

impl SlideKindContent for TextSlide {
    const WORD: &'static str = "text";
    const NAME: Phrase = Phrase { zh: "文字", en: "text" };
    const NEEDS_TITLE: bool = true;
    const NEEDS_WORDS: bool = true;

    fn blank() -> Self {
        Self
    }

    fn target(&self) -> SlideTarget<'_> {
        SlideTarget::Words
    }
}
