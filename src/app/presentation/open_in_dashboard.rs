//! From a slide to the dashboard at what it shows, and from the dashboard to the slide that shows it.

use super::show::{Beneath, Presentation, Show};
use crate::app::screen::{ListScreen, Screen};
use crate::app::screens::list::Item;
use crate::app::selection::Selection;
use crate::app::state::{Mode, State};
use crate::deck::{Slide, SlideIndex, SlideTarget};
use crate::domain::digest::RichText;
use crate::domain::{FigureChoice, Key, Measure, Observation, YearChoice};

impl State {
    /// Opens the dashboard at what the slide shows.
    pub(in crate::app) fn open_dashboard(&mut self) {
        let Some(slide) = self.slide().cloned() else { return };
        self.nav.forget_way();
        self.nav.is_zoomed = false;
        self.nav.focus_main();
        self.mode = Mode::Browse;
        match slide.content.target() {
            SlideTarget::Words => self.open_words(&slide),
            SlideTarget::Comparison { indicators, areas, measure, year_choice, figure_choice } => {
                self.show_areas(areas);
                self.put(measure, year_choice);
                for indicator in indicators {
                    self.choose(*indicator, figure_choice.clone());
                }
                if let Some(indicator) = indicators.first() {
                    self.nav.switch_to(Screen::Compare);
                    self.reveal(*indicator);
                    let cells = &self.comparison(*indicator).cells;
                    let found = cells.iter().find(|cell| areas.contains(&cell.area) && cell.content.is_ok());
                    let area = found.map(|cell| cell.area).or(areas.first().copied());
                    self.nav.select_area(area.unwrap_or(self.area()));
                }
            }
            SlideTarget::AreaFigures { area, figures } => {
                self.put(Measure::Raw, YearChoice::Latest);
                self.nav.select_area(area);
                self.open_list(ListScreen::City);
                self.select_item(|item| matches!(item, Item::Figure(figure) if figures.contains(&figure)));
            }
            SlideTarget::Initiatives(all) => {
                self.open_list(ListScreen::Initiatives);
                self.select_item(|item| matches!(item, Item::Initiative(one) if all.first() == Some(&one)));
            }
            SlideTarget::Timeline(areas) => {
                self.show_areas(areas);
                self.nav.switch_to(Screen::TIMELINE);
                self.nav.select_area(areas.first().copied().unwrap_or(self.area()));
                self.select_row_of_area(ListScreen::Timeline);
            }
            SlideTarget::Coverage(areas) => {
                self.show_areas(areas);
                self.nav.switch_to(Screen::Coverage);
                self.nav.select_area(areas.first().copied().unwrap_or(self.area()));
            }
            SlideTarget::Figure(figure) => {
                self.put(Measure::Raw, YearChoice::Latest);
                self.show_figure(figure);
            }
        }
        if let Some(presentation) = &mut self.presentation {
            presentation.open_dashboard();
        }
    }

    /// Opens the dashboard at a figure, over what is shown.
    pub(super) fn open_dashboard_at(&mut self, figure: Key<Observation>) {
        self.nav.forget_way();
        self.nav.is_zoomed = false;
        self.nav.focus_main();
        self.mode = Mode::Browse;
        self.put(Measure::Raw, YearChoice::Latest);
        self.show_figure(figure);
        if let Some(presentation) = &mut self.presentation {
            presentation.open_dashboard();
        }
        self.keep_in_view();
    }

    /// Words lead to the first figure in them; where there is none, to Compare.
    fn open_words(&mut self, slide: &Slide) {
        let figure = slide.words.iter().chain(&slide.title).flat_map(RichText::figures).next();
        match figure {
            Some(figure) => self.show_figure(figure),
            None => self.nav.switch_to(Screen::Compare),
        }
    }

    /// Shows Compare at a figure's indicator and area.
    fn show_figure(&mut self, figure: Key<Observation>) {
        let observation = &self.context.library.observations[figure];
        let (indicator, area) = (observation.indicator, observation.area);
        self.choose(indicator, FigureChoice::default());
        self.nav.switch_to(Screen::Compare);
        self.reveal(indicator);
        self.nav.select_area(area);
    }

    /// Shows a list with its cursor at the start.
    fn open_list(&mut self, list: ListScreen) {
        self.nav.switch_to(Screen::List(list));
        self.nav.list_mut(list).put(0);
    }

    /// The slide that shows what the dashboard shows: of the presentation that is being given, or of the one that would
    /// be.
    pub(super) fn fitting_slide(&self) -> Option<SlideIndex> {
        let shown = self.presentation.as_ref().map(|presentation| presentation.deck);
        let slides = &self.decks()[shown.or(self.default_deck())?].slides;
        let fit = |slide: &Slide| self.fit_of(slide);
        let best = slides.iter().map(fit).max().filter(|fit| *fit > 0)?;
        slides.iter().position(|slide| fit(slide) == best).map(SlideIndex::new)
    }

    /// How well a slide fits what the dashboard shows: the thing itself, one like it, or not at all.
    fn fit_of(&self, slide: &Slide) -> u8 {
        let (thing, kind) = match (slide.content.target(), self.selection()) {
            (SlideTarget::Comparison { indicators, .. }, Selection::Cell { indicator, .. }) => {
                (indicators.contains(&indicator), false)
            }
            (SlideTarget::Comparison { indicators, .. }, Selection::Figure(figure)) => {
                (indicators.contains(&self.context.library.observations[figure].indicator), false)
            }
            (SlideTarget::Figure(shown), Selection::Figure(figure)) => (shown == figure, false),
            (SlideTarget::Figure(shown), Selection::Cell { indicator, area }) => {
                let held = &self.context.library.observations[shown];
                ((held.indicator, held.area) == (indicator, area), false)
            }
            (SlideTarget::AreaFigures { area, .. }, _) => (self.screen() == Screen::CITY && area == self.area(), false),
            (SlideTarget::Initiatives(all), Selection::Initiative(one)) => (all.contains(&one), true),
            (SlideTarget::Timeline(_), _) => (self.screen() == Screen::TIMELINE, false),
            (SlideTarget::Coverage(_), _) => (self.screen() == Screen::Coverage, false),
            _ => (false, false),
        };
        if thing { 2 } else { u8::from(kind) }
    }
}

impl Presentation {
    /// Opens the dashboard over what is shown.
    fn open_dashboard(&mut self) {
        let from = match &self.view {
            Show::Blank { .. } => Beneath::Blank,
            Show::List { cursor, .. } => Beneath::List(*cursor),
            Show::Editing(editor) => Beneath::List(editor.slide()),
            Show::Dashboard { from } => *from,
            Show::Slide { .. } => Beneath::Slide,
        };
        self.view = Show::Dashboard { from };
    }
}
