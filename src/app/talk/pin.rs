//! What is shown becomes a slide of the person's own deck, and that deck's slides are moved and removed.

use super::Step;
use crate::app::action::{DeckEdit, Effect};
use crate::app::items::Item;
use crate::app::state::{Screen, Selection, State};
use crate::domain::deck::Shows;
use crate::domain::{Dataset, Deck, Key};
use crate::text::Phrase;
use std::rc::Rc;

/// As many figures of a city have room on a slide.
const FIGURES: usize = 6;

const NOTHING: Phrase =
    Phrase { zh: "此处没有可加入演示稿的内容", en: "There is nothing here for a slide" };
const NOT_YOURS: Phrase = Phrase {
    zh: "内置的演示稿不能改；按 + 可另建自己的",
    en: "This deck is not yours to change; + makes one that is",
};
const LAST_ONE: Phrase = Phrase { zh: "只剩这一页，不能删除", en: "The only slide can’t be removed" };

impl State {
    /// Puts what is shown into the person's own deck.
    pub(in crate::app) fn pin(&mut self) -> Effect {
        let pinned = self.shown().map(|shows| Effect::Edit(DeckEdit::Add(shows)));
        if pinned.is_none() {
            self.notice = Some(NOTHING.into());
        }
        pinned.unwrap_or(Effect::None)
    }

    /// What a slide would show that shows what the dashboard does.
    fn shown(&self) -> Option<Shows> {
        let areas = self.dataset.areas.keys().collect();
        match (self.screen, self.selection()) {
            (Screen::Compare, Selection::Cell { indicator, .. }) => {
                let (measure, moment) = (self.measure, self.moment);
                Some(Shows::Compare { indicators: vec![indicator], areas, measure, moment })
            }
            (Screen::City, _) => {
                let items = self.items();
                let figures = |from: usize| {
                    let figures = items.iter().skip(from).filter_map(|item| match item {
                        Item::Figure(figure) => Some(*figure),
                        _ => None,
                    });
                    figures.take(FIGURES).collect::<Vec<_>>()
                };
                let found = [self.city.cursor, 0].map(figures).into_iter().find(|figures| !figures.is_empty());
                found.map(|figures| Shows::City { area: self.area, figures })
            }
            (Screen::Coverage, _) => Some(Shows::Coverage(areas)),
            (Screen::Timeline, _) => Some(Shows::Timeline(areas)),
            (Screen::Initiatives, Selection::Initiative(one)) => Some(Shows::Initiatives(vec![one])),
            (_, Selection::Figure(figure)) => Some(Shows::Figure(figure)),
            _ => None,
        }
    }

    /// The person's own deck: the first in their file.
    #[must_use]
    pub fn own_deck(&self) -> Option<Key<Deck>> {
        let file = self.deck_file.as_ref()?;
        let is_own = |deck: &Deck| deck.slides.first().is_some_and(|slide| slide.origin.path == *file);
        self.dataset.decks.iter().find(|(_, deck)| is_own(deck)).map(|(key, _)| key)
    }

    /// Changes the deck in the list of all slides.
    pub(super) fn edit(&mut self, step: Step, cursor: usize) -> Effect {
        let last = self.slides().len().saturating_sub(1);
        if self.talk.as_ref().map(|talk| talk.deck) != self.own_deck() {
            self.notice = Some(NOT_YOURS.into());
            return Effect::None;
        }
        let to = match step {
            Step::Earlier => cursor.saturating_sub(1),
            Step::Later => (cursor + 1).min(last),
            Step::Undo => return Effect::Edit(DeckEdit::Undo),
            _ if last == 0 => {
                self.notice = Some(LAST_ONE.into());
                return Effect::None;
            }
            _ => return Effect::Edit(DeckEdit::Remove(cursor)),
        };
        if to == cursor {
            return Effect::None;
        }
        if let Some(talk) = &mut self.talk {
            talk.overview = Some(to);
        }
        Effect::Edit(DeckEdit::Move { slide: cursor, to })
    }

    /// Takes data in which nothing but decks has changed, and stays where it is. Other data is taken as after reading all
    /// of it again.
    pub fn replace_decks(&mut self, dataset: Rc<Dataset>) -> bool {
        if !same_things(&self.dataset, &dataset) {
            return self.replace_data(dataset);
        }
        if let Some(talk) = &mut self.talk {
            let id = &self.dataset.decks[talk.deck].id;
            match dataset.decks.find(id) {
                Some(deck) => {
                    let last = dataset.decks[deck].slides.len().saturating_sub(1);
                    (talk.deck, talk.slide) = (deck, talk.slide.min(last));
                    talk.overview = talk.overview.map(|cursor| cursor.min(last));
                }
                None => self.talk = None,
            }
        }
        self.dataset = dataset;
        true
    }
}

/// Whether all but decks is the same by name and place, so that keys of one are good for the other.
fn same_things(one: &Dataset, other: &Dataset) -> bool {
    fn same<T>(one: &crate::domain::Table<T>, other: &crate::domain::Table<T>, id: impl Fn(&T) -> &String) -> bool {
        one.iter().map(|(_, thing)| id(thing)).eq(other.iter().map(|(_, thing)| id(thing)))
    }
    same(&one.areas, &other.areas, |thing| &thing.id)
        && same(&one.themes, &other.themes, |thing| &thing.id)
        && same(&one.indicators, &other.indicators, |thing| &thing.id)
        && same(&one.articles, &other.articles, |thing| &thing.id)
        && same(&one.observations, &other.observations, |thing| &thing.id)
        && same(&one.initiatives, &other.initiatives, |thing| &thing.id)
}
