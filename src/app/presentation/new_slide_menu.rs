//! Choosing what kind of slide is made: a title, a text, or one from the screen.

use crate::deck::SlideIndex;
use crate::text::Phrase;

/// What a new slide is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewSlideChoice {
    Title,
    Text,
    /// What the dashboard shows.
    FromScreen,
}

impl NewSlideChoice {
    /// All choices, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Title, Self::Text, Self::FromScreen];

    /// Returns the name of the choice, and what is said of it.
    #[must_use]
    pub const fn words(self) -> [Phrase; 2] {
        match self {
            Self::Title => [
                Phrase { zh: "开篇", en: "Title" },
                Phrase {
                    zh: "大标题、所比城市、一行说明", en: "A large heading, the cities, a line below"
                },
            ],
            Self::Text => {
                [Phrase { zh: "文字", en: "Text" }, Phrase { zh: "标题和几段话", en: "A heading and some paragraphs" }]
            }
            Self::FromScreen => [
                Phrase { zh: "看板画面", en: "From the dashboard" },
                Phrase { zh: "到看板中选好，按 + 加入", en: "Choose it there, and press +" },
            ],
        }
    }
}

/// The menu for a new slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSlideMenu {
    /// The slide behind which the new one goes.
    slide: SlideIndex,
    cursor: usize,
}

impl NewSlideMenu {
    /// Opens the menu on a slide of the list.
    pub(super) const fn new(slide: SlideIndex) -> Self {
        Self { slide, cursor: 0 }
    }

    /// Returns the slide behind which the new one goes.
    #[must_use]
    pub const fn slide(&self) -> SlideIndex {
        self.slide
    }

    pub(super) const fn move_to(&mut self, slide: SlideIndex) {
        self.slide = slide;
    }

    /// Returns the choice under the cursor.
    #[must_use]
    pub fn choice(&self) -> NewSlideChoice {
        NewSlideChoice::ALL.get(self.cursor).copied().unwrap_or(NewSlideChoice::Title)
    }

    pub(super) fn step(&mut self, step: isize) {
        self.cursor = self.cursor.saturating_add_signed(step).min(NewSlideChoice::ALL.len() - 1);
    }

    /// Puts the cursor on a choice by its number, from 1.
    pub(super) fn pick(&mut self, number: usize) -> bool {
        let index = number.checked_sub(1).filter(|index| *index < NewSlideChoice::ALL.len());
        self.cursor = index.unwrap_or(self.cursor);
        index.is_some()
    }
}
