//! From a slide to the dashboard at what it shows, and from the dashboard to the slide that shows it.

use super::Front;
use crate::app::items::Item;
use crate::app::state::{Pane, Screen, Selection, State};
use crate::deck::{Shows, Slide};
use crate::domain::digest::RichText;
use crate::domain::{Indicator, Key, Measure, Moment};
use std::rc::Rc;

impl State {
    /// Puts the dashboard under a measure and a moment.
    pub fn put(&mut self, measure: Measure, moment: Moment) {
        if (self.measure, self.moment) != (measure, moment) {
            (self.measure, self.moment) = (measure, moment);
            self.recompute();
        }
    }

    /// Opens the dashboard at what the slide shows.
    pub(super) fn open_live(&mut self) {
        let Some(slide) = self.slide().cloned() else { return };
        self.history.clear();
        (self.zoomed, self.focus, self.scroll, self.overlay) = (false, Pane::Main, 0, None);
        match &slide.shows {
            Shows::Title | Shows::Text => self.open_words(&slide),
            Shows::Compare { indicators, areas, measure, moment } => {
                self.put(*measure, *moment);
                if let Some(indicator) = indicators.first() {
                    self.reveal(*indicator);
                    let cells = &self.comparison(*indicator).cells;
                    let found = cells.iter().find(|cell| areas.contains(&cell.area) && cell.content.is_ok());
                    self.area = found.map(|cell| cell.area).or(areas.first().copied()).unwrap_or(self.area);
                }
            }
            Shows::City { area, figures } => {
                (self.screen, self.area) = (Screen::City, *area);
                self.go_to_item(|item| matches!(item, Item::Figure(figure) if figures.contains(&figure)));
            }
            Shows::Initiatives(all) => {
                self.screen = Screen::Initiatives;
                self.go_to_item(|item| matches!(item, Item::Initiative(one) if all.first() == Some(&one)));
            }
            Shows::Timeline(areas) => {
                (self.screen, self.area) = (Screen::Timeline, areas.first().copied().unwrap_or(self.area));
            }
            Shows::Coverage(areas) => {
                (self.screen, self.area) = (Screen::Coverage, areas.first().copied().unwrap_or(self.area));
            }
            Shows::Figure(figure) => {
                let held = &self.dataset.observations[*figure];
                let (indicator, area) = (held.indicator, held.area);
                self.put(Measure::Raw, Moment::Latest);
                self.reveal(indicator);
                self.area = area;
            }
        }
        if let Some(talk) = &mut self.talk {
            talk.front = Front::Dashboard;
        }
    }

    /// Words lead to the first figure in them; where there is none, to Compare.
    fn open_words(&mut self, slide: &Slide) {
        let figure = slide.words.iter().chain(&slide.title).flat_map(RichText::figures).next();
        match figure.map(|figure| &self.dataset.observations[figure]) {
            Some(held) => {
                let (indicator, area) = (held.indicator, held.area);
                self.reveal(indicator);
                self.area = area;
            }
            None => self.screen = Screen::Compare,
        }
    }

    fn reveal(&mut self, indicator: Key<Indicator>) {
        self.screen = Screen::Compare;
        if crate::app::rows::holders(&self.dataset, indicator) > 0 {
            let dataset = Rc::clone(&self.dataset);
            self.compare.reveal(&dataset, indicator);
        }
    }

    fn go_to_item(&mut self, wanted: impl Fn(Item) -> bool) {
        let place = self.items().into_iter().position(wanted).unwrap_or(0);
        match self.screen {
            Screen::City => self.city.cursor = place,
            Screen::Timeline => self.timeline.cursor = place,
            Screen::Initiatives => self.initiatives.cursor = place,
            Screen::Compare | Screen::Coverage | Screen::Reader => {}
        }
    }

    /// The slide that shows what the dashboard shows: of the presentation that is being given, or of the one that would
    /// be.
    pub(super) fn fitting_slide(&self) -> Option<usize> {
        let deck = self.talk.as_ref().map(|talk| talk.deck).or(self.default_deck())?;
        let slides = &self.dataset.decks[deck].slides;
        let fit = |slide: &Slide| self.fit_of(slide);
        let best = slides.iter().map(fit).max().filter(|fit| *fit > 0)?;
        slides.iter().position(|slide| fit(slide) == best)
    }

    /// How well a slide fits what the dashboard shows: the thing itself, one like it, or not at all.
    fn fit_of(&self, slide: &Slide) -> u8 {
        let (thing, kind) = match (&slide.shows, self.selection()) {
            (Shows::Compare { indicators, .. }, Selection::Cell { indicator, .. }) => {
                (indicators.contains(&indicator), false)
            }
            (Shows::Compare { indicators, .. }, Selection::Figure(figure)) => {
                (indicators.contains(&self.dataset.observations[figure].indicator), false)
            }
            (Shows::Figure(shown), Selection::Figure(figure)) => (*shown == figure, false),
            (Shows::Figure(shown), Selection::Cell { indicator, area }) => {
                let held = &self.dataset.observations[*shown];
                ((held.indicator, held.area) == (indicator, area), false)
            }
            (Shows::City { area, .. }, _) => (self.screen == Screen::City && *area == self.area, false),
            (Shows::Initiatives(all), Selection::Initiative(one)) => (all.contains(&one), true),
            (Shows::Timeline(_), _) => (self.screen == Screen::Timeline, false),
            (Shows::Coverage(_), _) => (self.screen == Screen::Coverage, false),
            _ => (false, false),
        };
        if thing { 2 } else { u8::from(kind) }
    }
}
