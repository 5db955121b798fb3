//! The slides of the person's own deck are moved, removed and given other headings, in the list of all slides.

use super::{Step, Talk};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::deck::{Deck, DeckEdit};
use crate::domain::{Dataset, Key, Table};
use crate::text::Phrase;
use std::rc::Rc;

const NOT_YOURS: Phrase = Phrase {
    zh: "只有自己的演示稿能在这里改；按 + 可另建一份",
    en: "This deck can’t be changed here; + makes one of your own",
};
const LAST_ONE: Phrase = Phrase { zh: "只剩这一页，不能删除", en: "The only slide can’t be removed" };

impl State {
    /// Asks for a change of the deck in the list of all slides.
    pub(super) fn edit(&mut self, step: Step, cursor: usize) -> Effect {
        let last = self.slides().len().saturating_sub(1);
        if self.talk.as_ref().map(|talk| talk.deck) != self.own_deck {
            self.notice = Some(NOT_YOURS.into());
            return Effect::None;
        }
        let to = match step {
            Step::Earlier => cursor.saturating_sub(1),
            Step::Later => (cursor + 1).min(last),
            Step::Undo => return Effect::Edit(DeckEdit::Undo),
            Step::Rename => {
                self.open_naming(cursor);
                return Effect::None;
            }
            _ if last == 0 => {
                self.notice = Some(LAST_ONE.into());
                return Effect::None;
            }
            _ => return Effect::Edit(DeckEdit::Remove(cursor)),
        };
        if to == cursor { Effect::None } else { Effect::Edit(DeckEdit::Move { slide: cursor, to }) }
    }

    /// Takes data in which the person's own deck has been changed: the slide that is shown and the cursor in the list stay
    /// with their slides. Where the other data are still the same by name and place, all else stays as it is.
    pub fn take_edit(&mut self, edit: &DeckEdit, dataset: Rc<Dataset>, own_deck: Option<Key<Deck>>) -> bool {
        if let Some(talk) = &mut self.talk {
            talk.naming = None;
            if self.own_deck == Some(talk.deck) {
                talk.follow(edit);
            }
        }
        let is_there = |talk: &Talk| dataset.decks.find(&self.dataset.decks[talk.deck].id);
        let deck = self.talk.as_ref().map(is_there);
        if !same_things(&self.dataset, &dataset) || deck == Some(None) {
            return self.replace_data(dataset, own_deck);
        }
        // The figures stay those that the comparisons were made of: only reading all anew takes others.
        let decks = Rc::try_unwrap(dataset).map_or_else(|shared| shared.decks.clone(), |owned| owned.decks);
        Rc::make_mut(&mut self.dataset).decks = decks;
        self.own_deck = own_deck;
        if let (Some(talk), Some(Some(deck))) = (&mut self.talk, deck) {
            let last = self.dataset.decks[deck].slides.len().saturating_sub(1);
            (talk.deck, talk.slide) = (deck, talk.slide.min(last));
            talk.overview = talk.overview.map(|cursor| cursor.min(last));
        }
        true
    }
}

impl Talk {
    /// Stays with the slide that is shown, and with the one that the cursor is on, where a change gives them other places.
    fn follow(&mut self, edit: &DeckEdit) {
        let place = |at: usize| match *edit {
            DeckEdit::Move { slide, to } if at == slide => to,
            DeckEdit::Move { slide, to } if slide < at && at <= to => at - 1,
            DeckEdit::Move { slide, to } if to <= at && at < slide => at + 1,
            DeckEdit::Remove(slide) if slide < at => at - 1,
            _ => at,
        };
        (self.slide, self.overview) = (place(self.slide), self.overview.map(place));
    }
}

/// Whether all but decks is the same by name and place, so that keys of one are good for the other.
fn same_things(one: &Dataset, other: &Dataset) -> bool {
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
