//! What is shown becomes a slide of the person's own deck.

use crate::app::action::Effect;
use crate::app::presentation::show::{Beneath, Show};
use crate::app::screen::Screen;
use crate::app::screens::list::Item;
use crate::app::selection::Selection;
use crate::app::state::State;
use crate::deck::content::{CitySlide, CompareSlide, CoverageSlide, FigureSlide, InitiativesSlide, TimelineSlide};
use crate::deck::{DeckEdit, NewSlide, SlideContent, SlideIndex};
use crate::domain::{Key, Observation};
use crate::text::{Phrase, Text};

/// As many figures of a city have room on a slide.
const FIGURES: usize = 6;

const NOTHING: Phrase =
    Phrase { zh: "此处没有可加入演示稿的内容", en: "There is nothing here for a slide" };
impl State {
    /// Puts what is shown into the person's own deck: at its end, or behind the slide of its list from which the dashboard was
    /// opened. What is in it already is put in again only after another press.
    pub(in crate::app) fn add_to_deck(&mut self) -> Effect {
        let asked = self.asked_to_add.take();
        let Some(content) = self.shown() else {
            self.notify(NOTHING);
            return Effect::None;
        };
        if let Some(same) = self.same_slide(&content).filter(|_| asked.as_ref() != Some(&content)) {
            let number = same.number().get();
            self.notify(Text::new(
                format!("与第 {number} 页相同，再按一次仍加入"),
                format!("Slide {number} is the same; once more adds it again"),
            ));
            self.asked_to_add = Some(content);
            return Effect::None;
        }
        let slide = NewSlide::showing(content);
        match self.place_for_new() {
            Some(at) => Effect::Edit(DeckEdit::Insert { at, slide: Box::new(slide) }),
            None => Effect::Edit(DeckEdit::Add(vec![slide])),
        }
    }

    /// Forgets that somebody was asked about a slide: any other key answers no.
    pub(in crate::app) fn forget_same_slide(&mut self) {
        self.asked_to_add = None;
    }

    /// Returns the slide of the person's own deck that shows the same.
    fn same_slide(&self, content: &SlideContent) -> Option<SlideIndex> {
        let slides = &self.decks()[self.user_deck()?].slides;
        slides.iter().position(|slide| is_same(&slide.content, content)).map(SlideIndex::new)
    }

    /// Returns where in the person's own deck a new slide goes, if that is not its end.
    fn place_for_new(&self) -> Option<SlideIndex> {
        let presentation = self.presentation.as_ref().filter(|it| Some(it.deck) == self.user_deck())?;
        match presentation.view {
            Show::Dashboard { from: Beneath::List(cursor) } => Some(SlideIndex::new(cursor.get() + 1)),
            _ => None,
        }
    }

    /// What a slide would show that shows what the dashboard does.
    fn shown(&self) -> Option<SlideContent> {
        let areas = self.areas().to_vec();
        match (self.screen(), self.selection()) {
            (Screen::Compare, Selection::Cell { indicator, .. }) => {
                let (measure, year_choice) = (self.measure(), self.year_choice());
                let (indicators, figure_choice) = (vec![indicator], self.figure_choice(indicator));
                Some(SlideContent::Compare(CompareSlide { indicators, areas, measure, year_choice, figure_choice }))
            }
            (Screen::CITY, Selection::Figure(figure)) => {
                Some(SlideContent::City(CitySlide { area: self.area(), figures: self.figures_from(figure) }))
            }
            (Screen::Coverage, _) => Some(SlideContent::Coverage(CoverageSlide { areas })),
            (Screen::TIMELINE, _) => Some(SlideContent::Timeline(TimelineSlide { areas })),
            (Screen::INITIATIVES, Selection::Initiative(one)) => {
                Some(SlideContent::Initiatives(InitiativesSlide { initiatives: vec![one] }))
            }
            (_, Selection::Figure(figure)) => Some(SlideContent::Figure(FigureSlide { figure })),
            _ => None,
        }
    }

    /// A figure of the City screen and those that follow it under the same heading, as many as have room on a slide.
    fn figures_from(&self, figure: Key<Observation>) -> Vec<Key<Observation>> {
        let items = self.items();
        let from = items.iter().skip_while(|item| **item != Item::Figure(figure));
        let figures = from.map_while(|item| match item {
            Item::Figure(figure) => Some(*figure),
            _ => None,
        });
        figures.take(FIGURES).collect()
    }
}

/// Whether two slides show the same. One of the figures of a city may have taken fewer of them than there were.
fn is_same(one: &SlideContent, other: &SlideContent) -> bool {
    match (one, other) {
        (SlideContent::City(one), SlideContent::City(other)) => {
            one.area == other.area && one.figures.first() == other.figures.first()
        }
        (one, other) => one == other,
    }
}
