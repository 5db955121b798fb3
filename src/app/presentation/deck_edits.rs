//! Moves, removes and renames slides of the user's own deck, in the list of all slides.

use super::command::SlideCommand;
use super::show::{Beneath, Presentation, Show};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::deck::Library;
use crate::deck::{Deck, DeckEdit, SlideIndex};
use crate::domain::{Dataset, Key, Table};
use crate::text::Phrase;
use std::rc::Rc;

const NOT_YOURS: Phrase = Phrase {
    zh: "只有自己的演示稿能在这里改；按 + 可另建一份",
    en: "This deck can't be changed here; + makes one of your own",
};
const LAST_ONE: Phrase = Phrase { zh: "只剩这一页，不能删除", en: "The only slide can't be removed" };

impl State {
    /// Returns the effect that changes the deck, for a command in the list of all slides.
    pub(super) fn edit_deck(&mut self, command: SlideCommand, cursor: SlideIndex) -> Effect {
        let last = self.last_slide();
        if self.presentation.as_ref().map(|presentation| presentation.deck) != self.user_deck() {
            self.notify(NOT_YOURS);
            return Effect::None;
        }
        let to = match command {
            SlideCommand::Earlier => cursor.previous(),
            SlideCommand::Later => cursor.next(last),
            SlideCommand::Undo => return Effect::Edit(DeckEdit::Undo),
            SlideCommand::Rename => {
                self.open_heading(cursor);
                return Effect::None;
            }
            _ if last == SlideIndex::FIRST => {
                self.notify(LAST_ONE);
                return Effect::None;
            }
            _ => return Effect::Edit(DeckEdit::Remove(cursor)),
        };
        if to == cursor { Effect::None } else { Effect::Edit(DeckEdit::Move { slide: cursor, to }) }
    }

    /// Takes data in which the user's own deck has been changed. The slide on the screen and the cursor of the list
    /// stay with their slides. If nothing but decks has changed, everything else stays as it is.
    pub fn take_edit(&mut self, edit: &DeckEdit, library: Rc<Library>, user_deck: Option<Key<Deck>>) -> bool {
        self.close_heading();
        let own = self.user_deck();
        if let Some(presentation) = self.presentation.as_mut().filter(|presentation| Some(presentation.deck) == own) {
            presentation.follow(edit);
        }
        let deck_now = |presentation: &Presentation| library.decks.find(&self.decks()[presentation.deck].id);
        let deck = self.presentation.as_ref().map(deck_now);
        if !is_same_but_decks(&self.context.library, &library) || deck == Some(None) {
            return self.replace_data(library, user_deck);
        }
        // The figures stay those that the comparisons were made from: only a reload takes new ones.
        let decks = Rc::try_unwrap(library).map_or_else(|shared| shared.decks.clone(), |owned| owned.decks);
        Rc::make_mut(&mut self.context.library).decks = decks;
        self.context.user_deck = user_deck;
        if let (Some(presentation), Some(Some(deck))) = (&mut self.presentation, deck) {
            let last = SlideIndex::last_of(self.context.library.decks[deck].slides.len());
            presentation.deck = deck;
            presentation.map_slides(|slide| slide.min(last));
        }
        true
    }
}

impl Presentation {
    /// Keeps the slide on the screen and the cursor on the same slides where an edit moves these.
    fn follow(&mut self, edit: &DeckEdit) {
        self.map_slides(|at| match *edit {
            DeckEdit::Move { slide, to } if at == slide => to,
            DeckEdit::Move { slide, to } if slide < at && at <= to => at.previous(),
            DeckEdit::Move { slide, to } if to <= at && at < slide => SlideIndex::new(at.get() + 1),
            DeckEdit::Remove(slide) if slide < at => at.previous(),
            _ => at,
        });
    }

    /// Maps every index of a slide: of the one on the screen, of the cursor, and of the one being renamed.
    pub(super) fn map_slides(&mut self, index: impl Fn(SlideIndex) -> SlideIndex) {
        self.slide = index(self.slide);
        match &mut self.view {
            Show::List { cursor, .. } | Show::Dashboard { from: Beneath::List(cursor) } => *cursor = index(*cursor),
            Show::Heading(editor) | Show::Blank { heading: Some(editor) } => editor.move_to(index(editor.slide())),
            Show::Slide { .. } | Show::Blank { heading: None } | Show::Dashboard { .. } => {}
        }
    }
}

/// Whether everything but decks has the same ids in the same order, so that keys of one are valid in the other.
fn is_same_but_decks(one: &Dataset, other: &Dataset) -> bool {
    fn same<T>(one: &Table<T>, other: &Table<T>, id: impl Fn(&T) -> &String) -> bool {
        one.iter().map(|(_, thing)| id(thing)).eq(other.iter().map(|(_, thing)| id(thing)))
    }
    same(&one.areas, &other.areas, |thing| &thing.id)
        && same(&one.themes, &other.themes, |thing| &thing.id)
        && same(&one.indicators, &other.indicators, |thing| &thing.id)
        && same(&one.articles, &other.articles, |thing| &thing.id)
        && same(&one.observations, &other.observations, |thing| &thing.id)
        && same(&one.initiatives, &other.initiatives, |thing| &thing.id)
        && same(&one.packs, &other.packs, |thing| &thing.id)
}
