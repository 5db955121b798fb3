//! How an action changes the state.

use super::action::{Action, Direction, Effect, PageStep};
use super::coverage;
use super::layout::TableColumns;
use super::reader::ReaderState;
use super::state::{Overlay, Pane, Screen, State};
use super::talk::{Front, Step};
use crate::domain::{Area, Key, YearChoice};
use crate::text::Phrase;
use itertools::Itertools;

const MOUSE_HERE: Phrase =
    Phrase { zh: "鼠标用于看板：点选、滚动", en: "The mouse is the dashboard’s: click, scroll" };
const MOUSE_THERE: Phrase = Phrase {
    zh: "鼠标已交还终端：可选取文字；再按收回",
    en: "The mouse is the terminal’s: select text; again to take it back",
};

impl State {
    /// Does what a person asks for, and says what is left for the terminal to do.
    pub fn apply(&mut self, action: Action) -> Effect {
        if let Action::Talk(step @ Step::Now(_)) = action {
            return self.present(step);
        }
        // A new size is nothing that a person has done, who has read the notice.
        if !matches!(action, Action::Resize(..)) {
            self.notice = None;
        }
        match action {
            Action::Quit => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Reload => return Effect::Reload,
            Action::Resize(width, height) => self.size = (width, height),
            Action::SwitchLanguage => {
                self.lang = self.lang.other();
                if self.overlay == Some(Overlay::Find) {
                    self.refresh_find();
                }
            }
            Action::SwitchMouse => {
                self.mouse = !self.mouse;
                self.notice = Some(if self.mouse { MOUSE_HERE } else { MOUSE_THERE }.into());
            }
            Action::Pin if self.overlay.is_none() => return self.pin(),
            Action::Copy(form) if self.overlay.is_none() => return self.copy(form),
            Action::Help => {
                self.overlay = match self.overlay {
                    Some(Overlay::Help(_)) => None,
                    Some(Overlay::Find) | None => Some(Overlay::Help(0)),
                };
            }
            // Whatever lies on top, these lead to the slides at once.
            Action::Talk(step @ (Step::Begin | Step::BeginHere)) if self.overlay.is_some() => {
                self.overlay = None;
                return self.present(step);
            }
            other => match self.overlay {
                Some(Overlay::Help(scroll)) => self.apply_to_help(other, scroll),
                Some(Overlay::Find) => self.apply_to_find(other),
                None if self.naming().is_some() => return self.apply_to_naming(other),
                None if self.is_presenting() && other == Action::Find => self.find_from_slide(),
                None if self.is_presenting() || matches!(other, Action::Talk(_)) => {
                    let Action::Talk(step) = other else { return Effect::None };
                    let effect = self.present(step);
                    self.keep_in_view();
                    return effect;
                }
                None => self.apply_to_screen(other),
            },
        }
        self.keep_in_view();
        Effect::None
    }

    /// Closes the help. Over a slide, one Esc too many must not stop the presentation.
    fn close_help(&mut self, action: Action) {
        self.overlay = None;
        if let Some(talk) = self.talk.as_mut().filter(|talk| action == Action::Back && talk.front == Front::Slide) {
            talk.front = Front::SlideAgain;
        }
    }

    fn apply_to_help(&mut self, action: Action, scroll: usize) {
        let page = usize::from(self.size.1 / 2);
        let shown = usize::from(self.layout().body.height.saturating_sub(super::help::FRAME));
        let all = super::help::Help::new(self).height().saturating_sub(shown);
        let scroll = match action {
            Action::Move(Direction::Down) => scroll + 1,
            Action::Move(Direction::Up) => scroll.saturating_sub(1),
            Action::Page(PageStep::Down | PageStep::HalfDown) | Action::Talk(Step::Next) => scroll + page,
            Action::Page(PageStep::Up | PageStep::HalfUp) | Action::Talk(Step::Previous) => scroll.saturating_sub(page),
            Action::First => 0,
            Action::Last => all,
            Action::Wheel(_, step) => scroll.saturating_add_signed(step),
            Action::Move(_) => scroll,
            _ => {
                self.close_help(action);
                return;
            }
        };
        self.overlay = Some(Overlay::Help(scroll.min(all)));
    }

    fn apply_to_screen(&mut self, action: Action) {
        match action {
            Action::Move(direction) => self.move_by_one(direction),
            Action::Page(step) => self.page(step),
            Action::First => self.go_far(isize::MIN),
            Action::Last => self.go_far(isize::MAX),
            Action::NextPane => self.focus_pane(1),
            Action::PreviousPane => self.focus_pane(-1),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::NextFigure => self.step_figure(1),
            Action::PreviousFigure => self.step_figure(-1),
            Action::Show(screen) => self.show(screen),
            Action::Zoom => self.zoomed = !self.zoomed,
            Action::FoldAll => self.compare.toggle_all(),
            Action::NextMeasure => {
                self.measure = self.measure.next();
                self.recompute();
            }
            Action::NextMoment => {
                self.moment = self.next_moment();
                self.recompute();
            }
            Action::Sort => self.compare.by_value = !self.compare.by_value,
            Action::Find => self.open_find(),
            Action::PickRow(row) => self.pick_row(row),
            Action::PickCell(row, area) => {
                self.pick_area(Pane::Main, area);
                self.pick_row(row);
            }
            Action::PickArea(pane, area) => self.pick_area(pane, area),
            Action::PickFigure(figure) => self.pick_figure(figure),
            Action::ReadFigure(figure) => self.open_figure(figure),
            Action::Focus(pane) => self.focus = pane,
            Action::Wheel(pane, step) => self.wheel(pane, step),
            Action::Resize(..)
            | Action::SwitchLanguage
            | Action::SwitchMouse
            | Action::Copy(_)
            | Action::Edit(_)
            | Action::PickHit(_)
            | Action::Help
            | Action::Talk(_)
            | Action::Reload
            | Action::Suspend
            | Action::Pin
            | Action::Quit => {}
        }
    }

    fn show(&mut self, screen: Screen) {
        if screen != self.screen {
            self.history.clear();
            (self.screen, self.focus, self.scroll) = (screen, Pane::Main, 0);
        }
    }

    fn move_by_one(&mut self, direction: Direction) {
        let step = match direction {
            Direction::Up | Direction::Left => -1,
            Direction::Down | Direction::Right => 1,
        };
        match (direction, self.focus) {
            (Direction::Left | Direction::Right, _) => self.move_sideways(step),
            (_, Pane::Drilldown) => self.scroll = self.scroll.saturating_add_signed(step),
            (_, Pane::Bars) => self.move_in(&self.bar_order(), step),
            (_, Pane::Main) => self.move_rows(step),
        }
    }

    fn move_sideways(&mut self, step: isize) {
        if self.screen == Screen::Reader {
            self.step_article(step);
        } else {
            let areas: Vec<Key<Area>> = self.dataset.areas.keys().collect();
            self.move_in(&areas, step);
        }
    }

    /// Moves the cursor of the main pane by `step` rows.
    pub(super) fn move_rows(&mut self, step: isize) {
        self.scroll = 0;
        match self.screen {
            Screen::Compare => self.compare.go_to(self.compare.position().saturating_add_signed(step)),
            Screen::Coverage => {
                let last = coverage::themes(&self.dataset).len().saturating_sub(1);
                self.coverage.cursor = self.coverage.cursor.saturating_add_signed(step).min(last);
            }
            Screen::Reader => {
                let (lines, height) = self.reader_lines();
                if let Some(reader) = &mut self.reader {
                    reader.top = reader.top.saturating_add_signed(step).min(lines.len().saturating_sub(height));
                }
            }
            Screen::City | Screen::Timeline | Screen::Initiatives => {
                let items = self.items();
                if let Some(mut list) = self.list() {
                    list.step(&items, step);
                    self.set_list(list);
                }
            }
        }
    }

    pub(super) const fn set_list(&mut self, list: super::items::ListState) {
        match self.screen {
            Screen::City => self.city = list,
            Screen::Timeline => self.timeline = list,
            Screen::Initiatives => self.initiatives = list,
            Screen::Compare | Screen::Coverage | Screen::Reader => {}
        }
    }

    pub(super) fn move_in(&mut self, areas: &[Key<Area>], step: isize) {
        let at = areas.iter().position(|area| *area == self.area).unwrap_or(0);
        if let Some(area) = at.checked_add_signed(step).and_then(|to| areas.get(to))
            && *area != self.area
        {
            (self.area, self.scroll) = (*area, 0);
            self.city = super::items::ListState::default();
        }
    }

    fn step_article(&mut self, step: isize) {
        let articles: Vec<_> = self.dataset.articles.keys().collect();
        let at = self.reader.and_then(|reader| articles.iter().position(|article| *article == reader.article));
        let next = at.and_then(|at| at.checked_add_signed(step)).and_then(|to| articles.get(to));
        if let Some(article) = next {
            self.reader = Some(ReaderState { article: *article, figure: 0, top: 0 });
            self.area = self.dataset.articles[*article].area;
            self.scroll = 0;
        }
    }

    fn step_figure(&mut self, step: isize) {
        let Some(reader) = self.reader.filter(|_| self.screen == Screen::Reader) else { return };
        let last = super::reader::figures(&self.dataset, reader.article).len().saturating_sub(1);
        let figure = reader.figure.saturating_add_signed(step).min(last);
        (self.reader, self.scroll) = (Some(ReaderState { figure, ..reader }), 0);
        self.follow_figure();
    }

    /// The areas in the order in which their bars stand.
    #[must_use]
    pub fn bar_order(&self) -> Vec<Key<Area>> {
        match self.selected_comparison() {
            Some(comparison) if self.compare.by_value => {
                comparison.cells_by_value().iter().map(|cell| cell.area).collect()
            }
            _ => self.dataset.areas.keys().collect(),
        }
    }

    fn page(&mut self, step: PageStep) {
        let height = self.layout().pane(self.focus).map_or(1, |pane| isize::try_from(pane.height).unwrap_or(1));
        let rows = match step {
            PageStep::Down => (height - 2).max(1),
            PageStep::Up => -(height - 2).max(1),
            PageStep::HalfDown => (height / 2).max(1),
            PageStep::HalfUp => -(height / 2).max(1),
        };
        match self.focus {
            Pane::Main | Pane::Bars => self.move_rows(rows),
            Pane::Drilldown => self.scroll = self.scroll.saturating_add_signed(rows),
        }
    }

    fn go_far(&mut self, step: isize) {
        match self.focus {
            Pane::Main => self.move_rows(step),
            Pane::Bars => {
                let areas = self.bar_order();
                let area = if step < 0 { areas.first() } else { areas.last() };
                self.area = area.copied().unwrap_or(self.area);
            }
            Pane::Drilldown => self.scroll = self.scroll.saturating_add_signed(step),
        }
    }

    fn focus_pane(&mut self, step: isize) {
        let order: &[Pane] = match self.screen {
            Screen::Compare => &[Pane::Main, Pane::Bars, Pane::Drilldown],
            _ => &[Pane::Main, Pane::Drilldown],
        };
        let at = order.iter().position(|pane| *pane == self.focus).unwrap_or(0);
        let count = isize::try_from(order.len()).unwrap_or(1);
        let next = (isize::try_from(at).unwrap_or(0) + step).rem_euclid(count);
        self.focus = usize::try_from(next).ok().and_then(|at| order.get(at)).copied().unwrap_or(Pane::Main);
    }

    /// Latest, closest, then each year of which the selected indicator holds a figure, the latest first.
    fn next_moment(&mut self) -> YearChoice {
        let indicator = self.compare.cursor.indicator();
        let held = self.dataset.observations.iter().filter(|(_, held)| Some(held.indicator) == indicator);
        let years = held.filter_map(|(_, observation)| observation.period.year());
        let years = years.sorted_unstable_by(|a, b| b.cmp(a)).dedup().map(YearChoice::Year);
        let moments: Vec<YearChoice> = [YearChoice::Latest, YearChoice::Closest].into_iter().chain(years).collect();
        let at = moments.iter().position(|moment| *moment == self.moment);
        let next = at.map_or(0, |at| (at + 1) % moments.len());
        moments.get(next).copied().unwrap_or(YearChoice::Latest)
    }

    pub(super) fn keep_in_view(&mut self) {
        let layout = self.layout();
        if let Some(pane) = layout.pane(Pane::Drilldown).filter(|_| self.scroll > 0) {
            let lines = super::sheet::lines(self, usize::from(pane.width)).len();
            self.scroll = self.scroll.min(lines.saturating_sub(usize::from(pane.height)));
        }
        let (under_head, height) = (layout.rows_under_head(), layout.pane(Pane::Main).map_or(0, |pane| pane.height));
        if under_head == 0 {
            return;
        }
        self.compare.keep_in_view(under_head);
        if self.coverage.cursor < self.coverage.top {
            self.coverage.top = self.coverage.cursor;
        } else if self.coverage.cursor >= self.coverage.top + under_head {
            self.coverage.top = self.coverage.cursor + 1 - under_head;
        }
        if let Some(mut list) = self.list() {
            let rows = if self.has_list_head() { under_head } else { usize::from(height) };
            list.settle(&self.items(), rows);
            self.set_list(list);
        }
        if self.screen == Screen::Reader {
            let (lines, height) = self.reader_lines();
            if let Some(reader) = &mut self.reader {
                reader.top = reader.top.min(lines.len().saturating_sub(height));
            }
        }
    }

    /// Whether the list on the screen has a line above it: the cities, or the years.
    #[must_use]
    pub const fn has_list_head(&self) -> bool {
        matches!(self.screen, Screen::City | Screen::Timeline)
    }

    /// The columns of the table or the grid on the screen, with one column for each area, at this width.
    #[must_use]
    pub fn table_columns(&self, width: u16) -> TableColumns {
        // Five cells for a value, four for its year, one between; a count has no year.
        let least = if self.screen == Screen::Coverage { 8 } else { 9 };
        TableColumns::new(width, least, self.dataset.areas.len(), self.area.position())
    }
}
