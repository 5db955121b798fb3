//! What lies over the list of all slides while one of them is being changed or made.

use super::heading_editor::HeadingEditor;
use super::new_slide_menu::NewSlideMenu;
use super::words_editor::WordsEditor;
use crate::deck::SlideIndex;

/// What lies over the list of all slides while a slide is being changed or made.
#[derive(Clone, Debug)]
pub enum SlideEditor {
    /// The heading of a slide is typed, in both languages.
    Heading(Box<HeadingEditor>),
    /// The words and the notes of a slide are typed.
    Words(Box<WordsEditor>),
    /// It is chosen what kind of slide is made.
    NewSlide(NewSlideMenu),
}

impl SlideEditor {
    /// Returns the slide that the cursor of the list stays on.
    #[must_use]
    pub fn slide(&self) -> SlideIndex {
        match self {
            Self::Heading(editor) => editor.slide(),
            Self::Words(editor) => editor.slide(),
            Self::NewSlide(menu) => menu.slide(),
        }
    }

    /// Moves the editor along with its slide to a new index.
    pub(super) fn move_to(&mut self, slide: SlideIndex) {
        match self {
            Self::Heading(editor) => editor.move_to(slide),
            Self::Words(editor) => editor.move_to(slide),
            Self::NewSlide(menu) => menu.move_to(slide),
        }
    }

    /// Returns the same editor for the slide's new index.
    pub(super) fn moved_to(&self, slide: SlideIndex) -> Self {
        let mut moved = self.clone();
        moved.move_to(slide);
        moved
    }

    /// Whether it is of use without the slide that it was opened on: what is made anew needs none.
    pub(super) const fn is_of_new_slide(&self) -> bool {
        match self {
            Self::Heading(_) => false,
            Self::Words(editor) => editor.is_of_new_slide(),
            Self::NewSlide(_) => true,
        }
    }

    /// Whether keys type characters.
    #[must_use]
    pub const fn is_typing(&self) -> bool {
        match self {
            Self::Heading(_) => true,
            Self::Words(editor) => !editor.is_discarding(),
            Self::NewSlide(_) => false,
        }
    }
}
