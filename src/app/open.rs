//! Where Enter leads, and Esc back from.

use super::items::{Item, ListState};
use super::reader::ReaderState;
use super::rows::Row;
use super::state::{Pane, Screen, Selection, State};
use crate::domain::article::Article;
use crate::domain::{Area, Indicator, Initiative, Key, Observation};
use crate::search::SearchTarget;

impl State {
    /// Opens what the cursor is on: a figure leads to its source, a source back to the comparison, a theme unfolds.
    pub(super) fn open(&mut self) {
        match (self.screen, self.selection()) {
            (Screen::Compare, Selection::Theme { .. }) => self.compare.toggle(),
            (Screen::Compare, Selection::Cell { indicator, area }) => self.open_cell(indicator, area),
            (Screen::Reader, Selection::Figure(figure)) => {
                let held = &self.dataset.observations[figure];
                let (indicator, area) = (held.indicator, held.area);
                self.open_comparison(indicator, area);
            }
            (_, Selection::Figure(figure)) => self.open_figure(figure),
            (_, Selection::Cell { indicator, area }) => self.open_comparison(indicator, area),
            (_, Selection::Theme { theme, area }) => {
                let first = self.dataset.indicators_of(theme).map(|(key, _)| key).find(|indicator| {
                    area.is_none_or(|area| self.dataset.observations_of(area, *indicator).next().is_some())
                });
                let any = first.or_else(|| self.dataset.indicators_of(theme).map(|(key, _)| key).next());
                if let Some(indicator) = any {
                    self.open_comparison(indicator, area.unwrap_or(self.area));
                }
            }
            (_, Selection::Article(article)) if self.screen != Screen::Reader => self.read(article, None),
            (_, Selection::Initiative(initiative)) => self.open_initiative(initiative),
            (_, Selection::Article(_) | Selection::Nothing) => {}
        }
    }

    /// Goes to something that was found.
    pub(super) fn go_to(&mut self, to: SearchTarget) {
        match to {
            SearchTarget::Area(area) => {
                self.remember();
                (self.screen, self.focus, self.scroll) = (Screen::City, Pane::Main, 0);
                (self.area, self.city) = (area, ListState::default());
            }
            SearchTarget::Indicator(indicator) => self.open_comparison(indicator, self.area),
            SearchTarget::Initiative(initiative) => {
                self.remember();
                (self.screen, self.focus, self.scroll) = (Screen::Initiatives, Pane::Main, 0);
                self.area = self.dataset.initiatives[initiative].area;
                let place = self.items().iter().position(|item| *item == Item::Initiative(initiative));
                self.initiatives.cursor = place.unwrap_or(self.initiatives.cursor);
            }
            SearchTarget::Article(article) => self.read(article, None),
            SearchTarget::Figure(figure) => self.open_figure(figure),
        }
    }

    fn open_cell(&mut self, indicator: Key<Indicator>, area: Key<Area>) {
        let comparison = self.comparison(indicator);
        let cell = comparison.cells.iter().find(|cell| cell.area == area);
        match cell.and_then(|cell| cell.found()).map(crate::domain::Found::main) {
            Some(figure) => self.open_figure(figure),
            None => self.focus = Pane::Drilldown,
        }
    }

    /// Reads the article in which a figure stands, with the figure marked.
    pub(super) fn open_figure(&mut self, figure: Key<Observation>) {
        self.read(self.dataset.observations[figure].source.article, Some(figure));
    }

    fn open_initiative(&mut self, initiative: Key<Initiative>) {
        let held = &self.dataset.initiatives[initiative];
        let figure = held.figures.first().copied();
        self.read(held.source.article, figure);
    }

    fn read(&mut self, article: Key<Article>, figure: Option<Key<Observation>>) {
        self.remember();
        let figures = super::reader::figures(&self.dataset, article);
        let place = figure.and_then(|figure| figures.iter().position(|key| *key == figure));
        self.screen = Screen::Reader;
        self.area = self.dataset.articles[article].area;
        self.reader = Some(ReaderState { article, figure: place.unwrap_or(0), top: 0 });
        (self.focus, self.scroll) = (Pane::Main, 0);
        if place.is_some() {
            self.follow_figure();
        }
    }

    fn open_comparison(&mut self, indicator: Key<Indicator>, area: Key<Area>) {
        self.remember();
        self.screen = Screen::Compare;
        self.area = area;
        let has_row = super::rows::holders(&self.dataset, indicator) > 0;
        if has_row {
            let dataset = std::rc::Rc::clone(&self.dataset);
            self.compare.reveal(&dataset, indicator);
        } else {
            self.compare.cursor = Row::Theme(self.dataset.indicators[indicator].theme);
        }
        (self.focus, self.scroll) = (Pane::Main, 0);
    }

    /// Undoes one step: a zoomed pane, the focus on another pane, or the way that led here.
    pub(super) fn back(&mut self) {
        if self.zoomed {
            self.zoomed = false;
        } else if self.focus != Pane::Main {
            self.focus = Pane::Main;
        } else {
            self.scroll = 0;
            if !self.return_to_last() {
                self.return_to_slide();
            }
        }
    }

    /// Whether nothing is left for going back to but the slide.
    pub(super) const fn is_where_it_opened(&self) -> bool {
        !self.zoomed && matches!(self.focus, Pane::Main) && self.history.is_empty()
    }

    /// Scrolls the Reader so that the marked figure is to be seen.
    pub(super) fn follow_figure(&mut self) {
        let Some(mut reader) = self.reader else { return };
        let (lines, height) = self.reader_lines();
        let figures = super::reader::figures(&self.dataset, reader.article);
        let figure = figures.get(reader.figure).copied();
        if let Some(line) = figure.and_then(|figure| super::reader::line_of(&lines, figure))
            && (line < reader.top || line >= reader.top + height)
        {
            reader.top = line.saturating_sub(height / 2);
        }
        reader.top = reader.top.min(lines.len().saturating_sub(height));
        self.reader = Some(reader);
    }

    /// The Reader's lines at this size, and how many of them are to be seen.
    #[must_use]
    pub fn reader_lines(&self) -> (Vec<super::mark::Line>, usize) {
        let pane = self.layout().pane(Pane::Main).unwrap_or_default();
        let Some(reader) = self.reader else { return (Vec::new(), 0) };
        // One column is left free on each side.
        let room = usize::from(pane.width.saturating_sub(2)).min(MEASURE);
        let lines = super::reader::lines(&self.dataset, reader.article, self.lang, self.signs, room);
        (lines, usize::from(pane.height))
    }
}

/// The widest line of running text, in cells: longer ones are hard to read.
const MEASURE: usize = 84;
