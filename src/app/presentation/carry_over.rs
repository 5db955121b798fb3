//! Carries a presentation over into data that were read again.

use super::show::{Beneath, Show};
use super::slide_editor::SlideEditor;
use crate::app::state::State;
use crate::deck::{Deck, SlideIndex};
use crate::domain::Key;

impl State {
    /// Carries the presentation over into new data: the slide, and what lies over it. If its deck is gone, a
    /// presentation that the program was started for goes on with another deck; any other ends.
    pub(in crate::app) fn carry_presentation_over(&mut self, old: &Self) {
        let Some(presentation) = &old.presentation else { return };
        let same = self.decks().find(&old.decks()[presentation.deck].id);
        let resume = presentation.resume.in_other_data();
        let Some(deck) = same.or(self.default_deck().filter(|_| presentation.ends_program)) else {
            self.resume(resume);
            return;
        };
        let slide = if same.is_some() { presentation.slide } else { SlideIndex::FIRST };
        self.begin(deck, slide, presentation.ends_program);
        let last = self.last_slide();
        let index = |at: SlideIndex| self.index_now(deck, old, at);
        let slide = if same.is_some() { index(slide).unwrap_or(slide.min(last)) } else { slide };
        let view = view_now(&presentation.view, |at| index(at).unwrap_or(at.min(last)), index);
        if let Some(fresh) = &mut self.presentation {
            (fresh.slide, fresh.view, fresh.began, fresh.resume) = (slide, view, presentation.began, resume);
        }
    }

    /// Returns the new index of a slide of the old data. A deck may show one thing twice, so it is the nearest slide
    /// with the same content.
    fn index_now(&self, deck: Key<Deck>, old: &Self, at: SlideIndex) -> Option<SlideIndex> {
        let meant = old.slides().get(at.get())?.edition(old.dataset());
        let slides = self.decks()[deck].slides.iter().enumerate();
        let same = slides.filter(|(_, slide)| slide.edition(self.dataset()) == meant).map(|(index, _)| index);
        same.min_by_key(|index| index.abs_diff(at.get())).map(SlideIndex::new)
    }
}

/// Returns the view in new data. `same` maps a slide to its index now, if it is still there; `nearest` falls back to
/// another slide. An editor is only kept for the same slide, or for one that is made.
fn view_now(
    view: &Show,
    nearest: impl Fn(SlideIndex) -> SlideIndex,
    same: impl Fn(SlideIndex) -> Option<SlideIndex>,
) -> Show {
    let editor_now = |editor: &SlideEditor| {
        let slide = same(editor.slide()).or_else(|| editor.is_of_new_slide().then(|| nearest(editor.slide())));
        Some(editor.moved_to(slide?))
    };
    match view {
        Show::Slide { .. } => Show::SLIDE,
        Show::List { cursor, .. } => Show::List { cursor: nearest(*cursor), typed: None },
        Show::Dashboard { from: Beneath::List(cursor) } => Show::Dashboard { from: Beneath::List(nearest(*cursor)) },
        Show::Dashboard { from } => Show::Dashboard { from: *from },
        Show::Editing(editor) => match editor_now(editor) {
            Some(editor) => Show::Editing(editor),
            None => Show::List { cursor: nearest(editor.slide()), typed: None },
        },
        Show::Blank { editor } => Show::Blank { editor: editor.as_ref().and_then(editor_now) },
    }
}
