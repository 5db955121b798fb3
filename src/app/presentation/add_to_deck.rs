//! What is shown becomes a slide of the person's own deck.

use crate::app::action::Effect;
use crate::app::screen::Screen;
use crate::app::screens::list::Item;
use crate::app::selection::Selection;
use crate::app::state::State;
use crate::deck::content::{CitySlide, CompareSlide, CoverageSlide, FigureSlide, InitiativesSlide, TimelineSlide};
use crate::deck::{DeckEdit, SlideContent};
use crate::domain::{Key, Observation};
use crate::text::Phrase;

/// As many figures of a city have room on a slide.
const FIGURES: usize = 6;

const NOTHING: Phrase =
    Phrase { zh: "此处没有可加入演示稿的内容", en: "There is nothing here for a slide" };
impl State {
    /// Puts what is shown into the person's own deck.
    pub(in crate::app) fn add_to_deck(&mut self) -> Effect {
        let added = self.shown().map(|content| Effect::Edit(DeckEdit::Add(content)));
        if added.is_none() {
            self.notify(NOTHING);
        }
        added.unwrap_or(Effect::None)
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
