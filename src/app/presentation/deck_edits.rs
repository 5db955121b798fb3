//! Moves, removes and renames slides of the user's own deck, in the list of all slides.

use super::command::SlideCommand;
use super::show::{Beneath, Presentation, Show};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::deck::Library;
use crate::deck::{Deck, DeckEdit, NewSlide, SlideIndex};
use crate::domain::{Dataset, Key, Table};
use crate::text::Phrase;
use std::rc::Rc;

const NOT_YOURS: Phrase = Phrase {
    zh: "只有自己的演示稿能在这里改；按 c 复制一份来改，按 n 另建",
    en: "This deck can't be changed here; c copies it, n makes one of your own",
};
const YOURS: Phrase = Phrase { zh: "这已是自己的演示稿", en: "This deck is your own already" };
const LAST_ONE: Phrase = Phrase { zh: "只剩这一页，不能删除", en: "The only slide can't be removed" };

impl State {
    /// Returns the effect that changes the deck, for a command in the list of all slides.
    pub(super) fn edit_deck(&mut self, command: SlideCommand, cursor: SlideIndex) -> Effect {
        let last = self.last_slide();
        let Some(shown) = self.presentation.as_ref().map(|presentation| presentation.deck) else { return Effect::None };
        let is_own = Some(shown) == self.user_deck();
        let to = match command {
            // Whoever makes a slide while another deck is shown makes one of their own.
            SlideCommand::New => {
                self.open_new_slide(cursor);
                return Effect::None;
            }
            SlideCommand::CopyDeck if !is_own => return self.copied_deck(shown),
            SlideCommand::CopyDeck => {
                self.notify(YOURS);
                return Effect::None;
            }
            _ if !is_own => {
                self.notify(NOT_YOURS);
                return Effect::None;
            }
            SlideCommand::Words => {
                self.open_words_editor(cursor);
                return Effect::None;
            }
            SlideCommand::Duplicate => return Effect::Edit(DeckEdit::Duplicate(cursor)),
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

    /// Returns the effect that copies the slides of a deck into the user's own.
    pub(in crate::app) fn copied_deck(&self, deck: Key<Deck>) -> Effect {
        let observations = &self.context.library.observations;
        let slides = self.decks()[deck].slides.iter().map(|slide| NewSlide::copy_of(slide, observations));
        Effect::Edit(DeckEdit::Add(slides.collect()))
    }

    /// Takes data in which the user's own deck has been changed. The slide on the screen and the cursor of the list
    /// stay with their slides. If nothing but decks has changed, everything else stays as it is.
    pub fn take_edit(&mut self, edit: &DeckEdit, library: Rc<Library>, user_deck: Option<Key<Deck>>) -> bool {
        self.close_editor();
        let own = self.user_deck();
        let count = own.map_or(0, |own| self.decks()[own].slides.len());
        if let Some(presentation) = self.presentation.as_mut().filter(|presentation| Some(presentation.deck) == own) {
            presentation.follow(edit, count);
        }
        let deck_now = |presentation: &Presentation| library.decks.find(&self.decks()[presentation.deck].id);
        let deck = self.presentation.as_ref().map(deck_now);
        if !is_same_but_decks(&self.context.library, &library) || deck == Some(None) {
            let taken = self.replace_data(library, user_deck);
            self.go_on_in_own_deck(edit, count);
            // Where data without a figure were not taken, nothing was added that the cursor could be on.
            let last = self.last_slide();
            if let Some(presentation) = &mut self.presentation {
                presentation.map_slides(|slide| slide.min(last));
            }
            return taken;
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
        self.go_on_in_own_deck(edit, count);
        self.refresh_deck_chooser();
        true
    }

    /// Goes on in the list of the user's own deck, where slides were added to it from the list of another: whoever adds there is
    /// making a deck of their own.
    fn go_on_in_own_deck(&mut self, edit: &DeckEdit, count: usize) {
        let Some(own) = self.user_deck().filter(|_| matches!(edit, DeckEdit::Add(_))) else { return };
        let last = SlideIndex::last_of(self.decks()[own].slides.len());
        if let Some(presentation) = &mut self.presentation
            && presentation.deck != own
            && matches!(presentation.view, Show::List { .. })
        {
            (presentation.deck, presentation.slide) = (own, SlideIndex::FIRST);
            presentation.view = Show::List { cursor: SlideIndex::new(count).min(last), typed: None };
        }
    }
}

impl Presentation {
    /// Keeps the slide on the screen and the cursor on the same slides where an edit moves these. The cursor goes to what was
    /// added; the deck had `count` slides before.
    fn follow(&mut self, edit: &DeckEdit, count: usize) {
        let behind = |at: SlideIndex| SlideIndex::new(at.get() + 1);
        self.map_slides(|at| match edit {
            DeckEdit::Move { slide, to } if at == *slide => *to,
            DeckEdit::Move { slide, to } if *slide < at && at <= *to => at.previous(),
            DeckEdit::Move { slide, to } if *to <= at && at < *slide => behind(at),
            DeckEdit::Remove(slide) if *slide < at => at.previous(),
            DeckEdit::Insert { at: place, .. } if *place <= at => behind(at),
            DeckEdit::Duplicate(slide) if *slide < at => behind(at),
            _ => at,
        });
        let added = match edit {
            DeckEdit::Add(_) => Some(SlideIndex::new(count)),
            DeckEdit::Insert { at, .. } => Some(*at),
            DeckEdit::Duplicate(slide) => Some(behind(*slide)),
            _ => None,
        };
        if let (Some(added), Show::List { cursor, .. } | Show::Dashboard { from: Beneath::List(cursor) }) =
            (added, &mut self.view)
        {
            *cursor = added;
        }
    }

    /// Maps every index of a slide: of the one on the screen, of the cursor, and of the one being renamed.
    pub(super) fn map_slides(&mut self, index: impl Fn(SlideIndex) -> SlideIndex) {
        self.slide = index(self.slide);
        match &mut self.view {
            Show::List { cursor, .. } | Show::Dashboard { from: Beneath::List(cursor) } => *cursor = index(*cursor),
            Show::Editing(editor) | Show::Blank { editor: Some(editor) } => editor.move_to(index(editor.slide())),
            Show::Slide { .. } | Show::Blank { editor: None } | Show::Dashboard { .. } => {}
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
