//! A slide that is not in a deck yet, and the words of a slide as they are written in a file.

use super::content::SlideContent;
use super::model::Slide;
use crate::domain::digest::RichText;
use crate::domain::observations::Observations;
use crate::text::{Lang, Text};

/// The words of a slide as they are written in its file, the ids of figures in braces. What is in one language has the same words
/// in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenWords {
    /// The heading; `None` for the one that follows from what the slide shows.
    pub title: Option<Text>,
    /// What the audience reads.
    pub words: Option<Text>,
    /// What the speaker says.
    pub notes: Option<Text>,
}

impl WrittenWords {
    /// Returns the words of a slide.
    #[must_use]
    pub fn of(slide: &Slide, observations: &Observations) -> Self {
        let written = |text: &Option<RichText>| {
            let text = text.as_ref()?;
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| text.written(observations, lang));
            Some(Text::new(zh, en))
        };
        Self { title: written(&slide.title), words: written(&slide.words), notes: written(&slide.notes) }
    }
}

/// A slide that is not in a deck yet.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSlide {
    pub content: SlideContent,
    pub words: WrittenWords,
}

impl NewSlide {
    /// Returns a slide without words of its own.
    #[must_use]
    pub fn showing(content: SlideContent) -> Self {
        Self { content, words: WrittenWords::default() }
    }

    /// Returns a copy of a slide.
    #[must_use]
    pub fn copy_of(slide: &Slide, observations: &Observations) -> Self {
        Self { content: slide.content.clone(), words: WrittenWords::of(slide, observations) }
    }
}
