//! Opens the selection on another screen, and goes back.

use crate::app::overflow::lines_shown;
use crate::app::screen::{Pane, Screen};
use crate::app::screens::list::Item;
use crate::app::screens::outline::{Row, holders};
use crate::app::screens::reader::{self, ReaderState};
use crate::app::selection::Selection;
use crate::app::span_role::StyledLine;
use crate::app::state::State;
use crate::domain::measure::MeasuredFigure;
use crate::domain::{Area, Article, Indicator, Initiative, Key, Observation, YearChoice};
use crate::search::SearchTarget;
use crate::text::Text;
use std::rc::Rc;

impl State {
    /// Opens the selection: a figure leads to its source, a source back to the comparison, a theme unfolds.
    pub(super) fn open(&mut self) {
        match (self.screen(), self.selection()) {
            (Screen::Compare, Selection::Theme { .. }) => self.nav.compare.toggle(),
            (Screen::Compare, Selection::Cell { indicator, area }) => self.open_cell(indicator, area),
            (Screen::Reader, Selection::Figure(figure)) => {
                let observation = &self.context.library.observations[figure];
                let (indicator, area) = (observation.indicator, observation.area);
                self.open_comparison(indicator, area);
                self.show_in_comparison(figure);
            }
            (_, Selection::Figure(figure)) => self.open_figure(figure),
            (_, Selection::Cell { indicator, area }) => self.open_comparison(indicator, area),
            (_, Selection::Theme { theme, area }) => {
                let first = self
                    .context
                    .library
                    .indicators_of(theme)
                    .map(|(key, _)| key)
                    .find(|indicator| area.is_none_or(|area| self.context.library.reports(area, *indicator)));
                let any = first.or_else(|| self.context.library.indicators_of(theme).map(|(key, _)| key).next());
                if let Some(indicator) = any {
                    self.open_comparison(indicator, area.unwrap_or(self.area()));
                }
            }
            (_, Selection::Article(article)) if self.screen() != Screen::Reader => self.read(article, None),
            (_, Selection::Initiative(initiative)) => self.open_initiative(initiative),
            (_, Selection::Article(_) | Selection::Nothing) => {}
        }
    }

    /// Goes to the target of a hit.
    pub(super) fn go_to(&mut self, to: SearchTarget) {
        match to {
            SearchTarget::Area(area) => {
                self.nav.remember();
                self.nav.open_city(area);
            }
            SearchTarget::Indicator(indicator) => self.open_comparison(indicator, self.area()),
            SearchTarget::Initiative(initiative) => {
                self.nav.remember();
                self.nav.show(Screen::INITIATIVES);
                self.nav.select_area(self.context.library.initiatives[initiative].area);
                self.select_item(|item| item == Item::Initiative(initiative));
            }
            SearchTarget::Article(article) => self.read(article, None),
            SearchTarget::Figure(figure) => self.open_figure(figure),
        }
    }

    /// Takes the year of a figure whose comparison was opened, where the row would show another figure of the city.
    fn show_in_comparison(&mut self, figure: Key<Observation>) {
        let Observation { indicator, area, .. } = self.context.library.observations[figure];
        let is_shown = |state: &Self| {
            let cell = state.comparison(indicator).cell_of(area).and_then(|cell| cell.figure());
            cell.is_some_and(|shown| shown.observations.contains(&figure))
        };
        if is_shown(self) || !self.areas().contains(&area) {
            return;
        }
        let before = self.nav.year_choice;
        let year = self.context.library.observations.time(figure).year();
        self.put(self.nav.measure, year.map_or(before, YearChoice::Year));
        let notice = if let Some(year) = year.filter(|_| is_shown(self)) {
            Text::new(
                format!("这个数字属 {year} 年，年份已换；按 Esc 换回"),
                format!("The figure is of {year}, which is shown now; Esc changes it back"),
            )
        } else {
            self.put(self.nav.measure, before);
            Text::new("本行取的是该市的另一个数字", "The row takes another figure of the city")
        };
        self.notify(notice);
    }

    fn open_cell(&mut self, indicator: Key<Indicator>, area: Key<Area>) {
        let comparison = self.comparison(indicator);
        let cell = comparison.cells.iter().find(|cell| cell.area == area);
        match cell.and_then(|cell| cell.figure()).map(MeasuredFigure::observation) {
            Some(figure) => self.open_figure(figure),
            None => self.nav.focus = Pane::Drilldown,
        }
    }

    /// Opens the article that prints a figure, with the figure marked.
    pub(super) fn open_figure(&mut self, figure: Key<Observation>) {
        self.read(self.context.library.observations[figure].source.article, Some(figure));
    }

    fn open_initiative(&mut self, initiative: Key<Initiative>) {
        let initiative = &self.context.library.initiatives[initiative];
        let figure = initiative.figures.first().copied();
        self.read(initiative.source.article, figure);
    }

    fn read(&mut self, article: Key<Article>, figure: Option<Key<Observation>>) {
        self.nav.remember();
        let reader = ReaderState::open_after(article, self.nav.reader);
        let figures = reader.figures(&self.context.library);
        let index = figure.and_then(|figure| figures.iter().position(|key| *key == figure));
        self.nav.show(Screen::Reader);
        self.nav.select_area(self.context.library.articles[article].area);
        self.nav.reader = Some(ReaderState { figure: index.unwrap_or(0), ..reader });
        if index.is_some() {
            self.follow_figure();
        }
    }

    /// Selects an indicator and its row of Compare.
    pub fn select_indicator(&mut self, indicator: Key<Indicator>) {
        self.open_comparison(indicator, self.area());
        self.keep_in_view();
    }

    /// Selects a city on all screens.
    pub fn select_city(&mut self, area: Key<Area>) {
        self.nav.select_area(area);
        self.keep_in_view();
    }

    pub(super) fn open_comparison(&mut self, indicator: Key<Indicator>, area: Key<Area>) {
        self.nav.remember();
        self.nav.show(Screen::Compare);
        self.nav.select_area(area);
        if !self.reveal(indicator) {
            self.nav.compare.jump_to(Row::Theme(self.context.library.indicators[indicator].theme));
        }
    }

    /// Goes one step back: from a zoomed pane, from the focus on another pane, or to the last location.
    pub(super) fn back(&mut self) {
        // What lies on top is closed first.
        if self.banner.take().is_some() {
            return;
        }
        if self.nav.is_zoomed {
            self.nav.is_zoomed = false;
        } else if self.nav.focus != Pane::Main {
            self.nav.focus = Pane::Main;
        } else {
            self.nav.scroll = 0;
            if self.nav.return_to_last() {
                self.put(self.nav.measure, self.nav.year_choice);
            } else {
                self.return_to_slide();
            }
        }
    }

    /// Puts the cursor of Compare on an indicator, unfolding what hides it; returns whether it has a row.
    pub(in crate::app) fn reveal(&mut self, indicator: Key<Indicator>) -> bool {
        let dataset = Rc::clone(&self.context.library);
        // Where no shown area reports it, those that do are shown too.
        if !self.areas().iter().any(|area| dataset.reports(*area, indicator)) {
            let holders = dataset.areas.keys().filter(|area| dataset.reports(*area, indicator));
            self.show_areas(&self.areas().iter().copied().chain(holders).collect::<Vec<_>>());
        }
        let has_row = holders(&dataset, indicator) > 0;
        if has_row {
            self.nav.compare.reveal(&dataset, indicator);
        }
        has_row
    }

    /// Puts the cursor of the list on the screen on the first row that is wanted; it stays if there is none.
    pub(in crate::app) fn select_item(&mut self, is_wanted: impl Fn(Item) -> bool) {
        let index = self.items().iter().copied().position(is_wanted);
        if let (Some(index), Some(list)) = (index, self.list_screen()) {
            self.nav.list_mut(list).jump_to(index);
        }
    }

    /// Scrolls the Reader so that the marked figure is visible.
    pub(super) fn follow_figure(&mut self) {
        let Some(mut reader) = self.nav.reader else { return };
        let (lines, height) = self.reader_lines();
        let figures = reader.figures(&self.context.library);
        let figure = figures.get(reader.figure).copied();
        if let Some(line) = figure.and_then(|figure| reader::line_of(&lines, figure))
            && (line <= reader.top || line + 1 >= reader.top + height)
        {
            reader.top = line.saturating_sub(height / 2);
        }
        reader.top = reader.top.min(lines.len().saturating_sub(height));
        self.nav.reader = Some(reader);
    }

    /// Returns the Reader's lines at this size, and how many of them are visible.
    #[must_use]
    pub fn reader_lines(&self) -> (Vec<StyledLine>, usize) {
        let pane = self.layout().pane(Pane::Main).unwrap_or_default();
        let Some(reader) = self.nav.reader else { return (Vec::new(), 0) };
        // One column is left free on each side.
        let room = usize::from(pane.width.saturating_sub(2)).min(MEASURE);
        let lines = reader.lines(&self.context.library, self.lang(), self.charset(), room);
        let shown = lines_shown(lines.len(), usize::from(pane.height));
        (lines, shown)
    }
}

/// The widest line of running text, in cells: longer ones are hard to read.
const MEASURE: usize = 84;
