//! The position in the dashboard: its screen, its selection, and the way back.

use super::comparisons::InForce;
use super::figure_choices::FigureChoices;
use super::screen::{ListScreen, Pane, Screen};
use super::screens::compare::CompareTable;
use super::screens::outline::Row;
use super::screens::reader::ReaderState;
use super::shown_areas::ShownAreas;
use super::viewport::Viewport;
use crate::domain::{Area, Dataset, Key, Measure, YearChoice};
use std::rc::Rc;

/// The position in the dashboard. A copy of it can be returned to as long as the data stay the same.
#[derive(Clone, Debug)]
pub struct Navigation {
    screen: Screen,
    area: Key<Area>,
    pub(super) shown: ShownAreas,
    pub(super) focus: Pane,
    pub(super) is_zoomed: bool,
    /// How many lines the drilldown is scrolled down.
    pub(super) scroll: usize,
    pub(super) measure: Measure,
    pub(super) year_choice: YearChoice,
    pub(super) figure_choices: FigureChoices,
    pub(super) compare: CompareTable,
    pub(super) coverage: Viewport,
    lists: Lists,
    /// `None` where the data have no article.
    pub(super) reader: Option<ReaderState>,
    /// The locations Esc leads back to, the latest last.
    history: Vec<Location>,
}

/// One viewport for each list, in the order of [`ListScreen::ALL`].
type Lists = [Viewport; ListScreen::ALL.len()];

/// A location that was left for another one.
#[derive(Clone, Debug)]
struct Location {
    screen: Screen,
    area: Key<Area>,
    row: Row,
    year_choice: YearChoice,
    lists: Lists,
    reader: Option<ReaderState>,
}

impl Navigation {
    /// Returns what is in force for all indicators.
    pub(super) fn in_force(&self) -> InForce {
        let (measure, year_choice, areas) = (self.measure, self.year_choice, Rc::clone(self.shown.list()));
        InForce { measure, year_choice, areas }
    }

    /// Returns the position at which the dashboard opens.
    pub(super) fn open(dataset: &Dataset, compare: CompareTable, area: Key<Area>) -> Self {
        Self {
            screen: Screen::Compare,
            area,
            shown: ShownAreas::all(dataset),
            focus: Pane::Main,
            is_zoomed: false,
            scroll: 0,
            measure: Measure::Raw,
            year_choice: YearChoice::Latest,
            figure_choices: FigureChoices::default(),
            compare,
            coverage: Viewport::default(),
            lists: Lists::default(),
            reader: dataset.articles.keys().next().map(ReaderState::open),
            history: Vec::new(),
        }
    }

    /// Returns the screen that is shown.
    pub(super) const fn screen(&self) -> Screen {
        self.screen
    }

    /// Returns the area that is selected, on all screens.
    pub(super) const fn area(&self) -> Key<Area> {
        self.area
    }

    /// Selects an area; nothing else writes it. The City list restarts for another area, because a cursor in one city's
    /// list means nothing in another's.
    pub(super) fn select_area(&mut self, area: Key<Area>) {
        if area != self.area {
            self.area = area;
            *self.list_mut(ListScreen::City) = Viewport::default();
        }
    }

    /// Shows the City screen of an area, its list at the start.
    pub(super) fn open_city(&mut self, area: Key<Area>) {
        self.select_area(area);
        *self.list_mut(ListScreen::City) = Viewport::default();
        self.show(Screen::CITY);
    }

    /// Shows a screen with the focus on its main pane.
    pub(super) const fn show(&mut self, screen: Screen) {
        self.screen = screen;
        self.focus_main();
    }

    /// Shows a screen and leaves the focus where it is.
    pub(super) const fn switch_to(&mut self, screen: Screen) {
        self.screen = screen;
    }

    /// Gives the main pane the focus; the drilldown begins at its start.
    pub(super) const fn focus_main(&mut self) {
        (self.focus, self.scroll) = (Pane::Main, 0);
    }

    /// Returns the viewport of a list.
    pub(super) const fn list(&self, list: ListScreen) -> Viewport {
        self.lists[list as usize]
    }

    /// Returns the viewport of a list, to be moved.
    pub(super) const fn list_mut(&mut self, list: ListScreen) -> &mut Viewport {
        &mut self.lists[list as usize]
    }

    /// Remembers this location, for Esc to lead back to.
    pub(super) fn remember(&mut self) {
        let Self { screen, area, year_choice, lists, reader, .. } = *self;
        self.history.push(Location { screen, area, row: self.compare.cursor(), year_choice, lists, reader });
    }

    /// Goes back to the location remembered last, and returns whether there was one.
    pub(super) fn return_to_last(&mut self) -> bool {
        let Some(location) = self.history.pop() else { return false };
        (self.screen, self.area, self.lists) = (location.screen, location.area, location.lists);
        self.year_choice = location.year_choice;
        self.compare.select(location.row);
        if location.screen == Screen::Reader {
            self.reader = location.reader;
        }
        true
    }

    /// Forgets the locations that led here.
    pub(super) fn forget_way(&mut self) {
        self.history.clear();
    }

    /// Whether going back would only leave the dashboard: no zoom, no other focus, no location that led here.
    pub(super) const fn is_where_it_opened(&self) -> bool {
        !self.is_zoomed && matches!(self.focus, Pane::Main) && self.history.is_empty()
    }
}
