//! Applies actions to the screen: moves, scrolls, and switches what is shown.

use crate::app::action::{Action, Direction, PageStep};
use crate::app::screen::{ListScreen, Pane, Screen};
use crate::app::screens::list::Item;
use crate::app::screens::reader::ReaderState;
use crate::app::screens::{coverage, list};
use crate::app::state::State;
use crate::domain::{Area, Key, YearChoice};
use crate::text::{Lang, Phrase, Text};
use itertools::Itertools;
use std::collections::HashSet;

const ONE_PANE: Phrase = Phrase {
    zh: "窗口窄，只显示一个窗格；按 Tab 看下一窗格",
    en: "The window is narrow and shows one pane; Tab shows the next",
};

/// Told where `o` is pressed and no original is attached.
const NO_ORIGINAL: Phrase = Phrase {
    zh: "这篇文章没有附原文；cppcc import 可导入网页",
    en: "No original is attached to this article; cppcc import takes a page in",
};

impl State {
    pub(super) fn apply_to_screen(&mut self, action: Action) {
        match action {
            Action::Move(direction) => self.move_by_one(direction),
            Action::Page(step) => self.page(step),
            Action::First => self.go_to_end(isize::MIN),
            Action::Last => self.go_to_end(isize::MAX),
            Action::NextPane => self.focus_pane(1),
            Action::PreviousPane => self.focus_pane(-1),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::NextFigure => self.step_figure(1),
            Action::PreviousFigure => self.step_figure(-1),
            Action::SwitchText => self.switch_text(),
            Action::Show(screen) => self.show(screen),
            Action::Zoom if !self.is_usable(Action::Zoom) => self.notify(ONE_PANE),
            Action::Zoom => self.nav.is_zoomed = !self.nav.is_zoomed,
            Action::FoldAll => self.nav.compare.toggle_all(),
            Action::NextMeasure => self.put(self.nav.measure.next(), self.nav.year_choice),
            Action::PreviousMeasure => self.put(self.nav.measure.previous(), self.nav.year_choice),
            Action::NextYear => self.put(self.nav.measure, self.year_at(1)),
            Action::PreviousYear => self.put(self.nav.measure, self.year_at(-1)),
            Action::NotHere(screens) => self.notify(works_on(screens)),
            Action::NextFigureChoice => self.next_figure_choice(),
            Action::Sort => self.switch_sorting(),
            Action::FilterRows => self.switch_filter(),
            Action::Find => self.open_find(),
            Action::ChooseAreas => self.open_chooser(),
            Action::AddFigure | Action::CorrectFigure | Action::RemoveFigure => self.open_form_for(action),
            Action::PickRow(row) => self.pick_row(row),
            Action::PickCell(row, area) => self.pick_cell(row, area),
            Action::PickArea(pane, area) => self.pick_area(pane, area),
            Action::PickFigure(figure) => self.pick_figure(figure),
            Action::ReadFigure(figure) => self.open_figure(figure),
            Action::Focus(pane) => self.nav.focus = pane,
            Action::Wheel(pane, step) => self.wheel(pane, step),
            Action::Resize(..)
            | Action::SwitchLanguage
            | Action::SwitchMouse
            | Action::Copy(_)
            | Action::Edit(_)
            | Action::PickHit(_)
            | Action::MarkAreas(_)
            | Action::PickChooserRow(_)
            | Action::Export
            | Action::SwitchExported
            | Action::CompletePath
            | Action::PickFormat(_)
            | Action::Help
            | Action::Present(_)
            | Action::Reload
            | Action::Suspend
            | Action::Ask
            | Action::AddToDeck
            | Action::PickField(_)
            | Action::UndoAddition
            | Action::Quit => {}
        }
    }

    fn show(&mut self, screen: Screen) {
        if screen == self.screen() {
            return;
        }
        // The list of articles lies within the Reader, and Esc leads back there.
        if screen == Screen::ARTICLES {
            self.nav.remember();
        } else {
            self.nav.forget_way();
        }
        self.nav.show(screen);
        match screen {
            Screen::List(list) => self.select_row_of_area(list),
            Screen::Reader => self.read_of_area(),
            Screen::Compare | Screen::Coverage => {}
        }
    }

    /// Opens the Reader on an article of the selected area, unless it shows one already.
    fn read_of_area(&mut self) {
        let (area, library) = (self.area(), &self.context.library);
        if self.nav.reader.is_some_and(|reader| library.articles[reader.article].area == area) {
            return;
        }
        if let Some(article) = list::articles_of(library, area).first() {
            self.nav.reader = Some(ReaderState::open_after(*article, self.nav.reader));
        } else {
            let name = &library.areas[area].name;
            let notice = Text::new(
                format!("所收文章中没有{}的", name.get(Lang::Zh)),
                format!("No article about {} is held", name.get(Lang::En)),
            );
            self.notify(notice);
        }
    }

    fn move_by_one(&mut self, direction: Direction) {
        let step = match direction {
            Direction::Up | Direction::Left => -1,
            Direction::Down | Direction::Right => 1,
        };
        match (direction, self.nav.focus) {
            (Direction::Left | Direction::Right, _) => self.move_sideways(step),
            (_, Pane::Drilldown) => self.scroll_drilldown(step),
            (_, Pane::Bars) => self.move_in(&self.bar_order(), step),
            (_, Pane::Main) => self.move_rows(step),
        }
    }

    fn move_sideways(&mut self, step: isize) {
        let areas = self.areas().to_vec();
        match self.screen() {
            Screen::Reader => self.step_article(step),
            // An area without a row in the list would leave the cursor with another.
            Screen::List(screen @ (ListScreen::Timeline | ListScreen::Initiatives | ListScreen::Articles)) => {
                let items = self.items();
                let listed: HashSet<Key<Area>> =
                    items.iter().filter_map(|item| item.area(&self.context.library)).collect();
                self.move_in(
                    &areas.into_iter().filter(|area| listed.contains(area) || *area == self.area()).collect_vec(),
                    step,
                );
                self.select_row_of_area(screen);
            }
            Screen::Compare | Screen::Coverage | Screen::List(ListScreen::City) => {
                self.move_in(&areas, step);
            }
        }
    }

    /// Puts the cursor of a list of several areas on a row of the selected one.
    pub(in crate::app) fn select_row_of_area(&mut self, screen: ListScreen) {
        let (area, items) = (self.area(), self.items());
        if screen != ListScreen::City {
            list::select_area(self.nav.list_mut(screen), &self.context.library, &items, area);
        }
    }

    /// Selects the area of the row under the cursor of a list of several areas.
    pub(super) fn follow_row(&mut self, screen: ListScreen, items: &[Item]) {
        let item = items.get(self.nav.list(screen).cursor()).filter(|_| screen != ListScreen::City);
        if let Some(area) = item.and_then(|item| item.area(&self.context.library)) {
            self.nav.select_area(area);
        }
    }

    /// Moves the cursor of the main pane by `step` rows.
    pub(super) fn move_rows(&mut self, step: isize) {
        self.nav.scroll = 0;
        match self.screen() {
            Screen::Compare => self.nav.compare.step(step),
            Screen::Coverage => self.nav.coverage.step(step, coverage::themes(&self.context.library).len()),
            Screen::Reader => {
                let (lines, height) = self.reader_lines();
                if let Some(reader) = &mut self.nav.reader {
                    reader.top = reader.top.saturating_add_signed(step).min(lines.len().saturating_sub(height));
                }
            }
            Screen::List(screen) => {
                let items = self.items();
                list::step(self.nav.list_mut(screen), &items, step);
                self.follow_row(screen, &items);
            }
        }
    }

    /// Selects the area `step` positions further in an order of areas.
    pub(super) fn move_in(&mut self, areas: &[Key<Area>], step: isize) {
        let at = areas.iter().position(|area| *area == self.area()).unwrap_or(0);
        if let Some(area) = at.checked_add_signed(step).and_then(|to| areas.get(to)) {
            self.select_area(*area);
        }
    }

    /// Selects an area; the drilldown of another one begins at its start.
    pub(super) fn select_area(&mut self, area: Key<Area>) {
        if area != self.area() {
            self.nav.select_area(area);
            self.nav.scroll = 0;
        }
    }

    fn scroll_drilldown(&mut self, step: isize) {
        self.nav.scroll = self.nav.scroll.saturating_add_signed(step);
    }

    /// Reads the article before or behind, of the areas that are shown.
    fn step_article(&mut self, step: isize) {
        let reader = self.nav.reader;
        // The one that is read keeps its place, though its area be hidden.
        let is_read = |key| reader.is_some_and(|reader| reader.article == key);
        let articles = self.context.library.articles.iter();
        let articles = articles.filter(|(key, article)| self.place_of(article.area).is_some() || is_read(*key));
        let articles = articles.map(|(key, _)| key).collect_vec();
        let at = articles.iter().position(|article| is_read(*article));
        let next = at.and_then(|at| at.checked_add_signed(step)).and_then(|to| articles.get(to));
        if let Some(article) = next {
            self.nav.reader = Some(ReaderState::open_after(*article, self.nav.reader));
            self.nav.select_area(self.context.library.articles[*article].area);
            self.nav.scroll = 0;
        }
    }

    /// Reads the original instead of the digest, or the other way round, with the same figure in view.
    fn switch_text(&mut self) {
        let Some(reader) = self.nav.reader else { return };
        if !self.is_usable(Action::SwitchText) {
            self.notify(NO_ORIGINAL);
            return;
        }
        self.nav.reader = Some(reader.switched(&self.context.library));
        self.follow_figure();
    }

    fn step_figure(&mut self, step: isize) {
        let Some(reader) = self.nav.reader.filter(|_| self.screen() == Screen::Reader) else { return };
        let last = reader.figures(&self.context.library).len().saturating_sub(1);
        let figure = reader.figure.saturating_add_signed(step).min(last);
        (self.nav.reader, self.nav.scroll) = (Some(ReaderState { figure, ..reader }), 0);
        self.follow_figure();
    }

    /// Returns the areas in the order of their bars.
    #[must_use]
    pub fn bar_order(&self) -> Vec<Key<Area>> {
        match self.selected_comparison() {
            Some(comparison) if self.nav.compare.is_sorted_by_value() => {
                comparison.cells_by_value().iter().map(|cell| cell.area).collect()
            }
            _ => self.areas().to_vec(),
        }
    }

    fn page(&mut self, step: PageStep) {
        let height = self.layout().pane(self.nav.focus).map_or(1, |pane| isize::try_from(pane.height).unwrap_or(1));
        // Two rows of the page before stay visible, so that the eye finds its place again.
        let rows = match step {
            PageStep::Down => (height - 2).max(1),
            PageStep::Up => -(height - 2).max(1),
            PageStep::HalfDown => (height / 2).max(1),
            PageStep::HalfUp => -(height / 2).max(1),
        };
        match self.nav.focus {
            Pane::Main | Pane::Bars => self.move_rows(rows),
            Pane::Drilldown => self.scroll_drilldown(rows),
        }
    }

    fn go_to_end(&mut self, step: isize) {
        match self.nav.focus {
            Pane::Main => self.move_rows(step),
            Pane::Bars => {
                let areas = self.bar_order();
                let area = if step < 0 { areas.first() } else { areas.last() };
                self.select_area(area.copied().unwrap_or(self.area()));
            }
            Pane::Drilldown => self.scroll_drilldown(step),
        }
    }

    fn focus_pane(&mut self, step: isize) {
        let order: &[Pane] = match self.screen() {
            Screen::Compare => &[Pane::Main, Pane::Bars, Pane::Drilldown],
            _ => &[Pane::Main, Pane::Drilldown],
        };
        let at = order.iter().position(|pane| *pane == self.nav.focus).unwrap_or(0);
        let count = isize::try_from(order.len()).unwrap_or(1);
        let next = (isize::try_from(at).unwrap_or(0) + step).rem_euclid(count);
        let next = usize::try_from(next).ok().and_then(|at| order.get(at));
        self.nav.focus = next.copied().unwrap_or(Pane::Main);
    }

    /// Returns the choice `step` places after the present one: latest, closest, then each year in which the selected
    /// indicator has a figure, the latest first, and round again.
    pub(in crate::app) fn year_at(&self, step: isize) -> YearChoice {
        let indicator = self.nav.compare.cursor().indicator();
        let years = indicator.map(|key| self.context.comparisons.years(self.dataset(), key)).unwrap_or_default();
        let years = years.iter().rev().copied().map(YearChoice::Year);
        let choices: Vec<YearChoice> = [YearChoice::Latest, YearChoice::Closest].into_iter().chain(years).collect();
        let index = choices.iter().position(|choice| *choice == self.nav.year_choice);
        let index = index.and_then(|index| isize::try_from(index).ok());
        let (count, index) =
            (isize::try_from(choices.len()).unwrap_or(1), index.unwrap_or(if step > 0 { -1 } else { 0 }));
        let to = usize::try_from((index + step).rem_euclid(count)).ok();
        to.and_then(|to| choices.get(to)).copied().unwrap_or(YearChoice::Latest)
    }
}

/// Says on which screens a key works.
fn works_on(screens: &[Screen]) -> Text {
    let names = |lang| screens.iter().map(move |screen| screen.name().get(lang));
    let zh: String = names(Lang::Zh).map(|name| format!("“{name}”")).collect::<Vec<_>>().concat();
    Text::new(format!("此键用于{zh}"), format!("This key is for {}", names(Lang::En).join(" and ")))
}
