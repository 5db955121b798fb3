//! How an action changes the state.

use super::action::{Action, Direction, Effect, PageStep};
use super::layout::TableColumns;
use super::state::{Overlay, Pane, State};
use crate::domain::{Area, Key, Moment};
use crate::text::Text;
use itertools::Itertools;

impl State {
    /// Does what a person asks for, and says what is left for the terminal to do.
    pub fn apply(&mut self, action: Action) -> Effect {
        self.notice = None;
        match action {
            Action::Quit => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Reload => return Effect::Reload,
            Action::Resize(width, height) => self.size = (width, height),
            Action::SwitchLanguage => self.lang = self.lang.other(),
            Action::Help => {
                self.overlay = match self.overlay {
                    Some(Overlay::Help(_)) => None,
                    None => Some(Overlay::Help(0)),
                };
            }
            other => match self.overlay {
                Some(Overlay::Help(scroll)) => self.apply_to_help(other, scroll),
                None => self.apply_to_compare(other),
            },
        }
        self.keep_in_view();
        Effect::None
    }

    fn apply_to_help(&mut self, action: Action, scroll: usize) {
        let page = usize::from(self.size.1 / 2);
        self.overlay = match action {
            Action::Move(Direction::Down) => Some(Overlay::Help(scroll + 1)),
            Action::Move(Direction::Up) => Some(Overlay::Help(scroll.saturating_sub(1))),
            Action::Page(PageStep::Down | PageStep::HalfDown) => Some(Overlay::Help(scroll + page)),
            Action::Page(PageStep::Up | PageStep::HalfUp) => Some(Overlay::Help(scroll.saturating_sub(page))),
            Action::First => Some(Overlay::Help(0)),
            Action::Move(_) | Action::Last => Some(Overlay::Help(scroll)),
            _ => None,
        };
    }

    fn apply_to_compare(&mut self, action: Action) {
        match action {
            Action::Move(direction) => self.move_by_one(direction),
            Action::Page(step) => self.page(step),
            Action::First => self.go_far(0),
            Action::Last => self.go_far(usize::MAX),
            Action::NextPane => self.focus_pane(1),
            Action::PreviousPane => self.focus_pane(2),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Show(screen) => self.screen = screen,
            Action::Zoom => self.compare.zoomed = !self.compare.zoomed,
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
            Action::Resize(..)
            | Action::SwitchLanguage
            | Action::Help
            | Action::Reload
            | Action::Suspend
            | Action::Quit => {}
        }
    }

    fn move_by_one(&mut self, direction: Direction) {
        match (self.compare.focus, direction) {
            (_, Direction::Left) => self.move_area(-1),
            (_, Direction::Right) => self.move_area(1),
            (Pane::Table, Direction::Up) => self.compare.go_to(self.compare.position().saturating_sub(1)),
            (Pane::Table, Direction::Down) => self.compare.go_to(self.compare.position() + 1),
            (Pane::Bars, Direction::Up) => self.move_among_bars(-1),
            (Pane::Bars, Direction::Down) => self.move_among_bars(1),
            (Pane::Drilldown, Direction::Up) => self.compare.scroll = self.compare.scroll.saturating_sub(1),
            (Pane::Drilldown, Direction::Down) => self.compare.scroll += 1,
        }
    }

    fn move_area(&mut self, step: isize) {
        let areas: Vec<Key<Area>> = self.dataset.areas.keys().collect();
        self.move_in(&areas, step);
    }

    fn move_among_bars(&mut self, step: isize) {
        let areas = self.bar_order();
        self.move_in(&areas, step);
    }

    fn move_in(&mut self, areas: &[Key<Area>], step: isize) {
        let at = areas.iter().position(|area| *area == self.compare.area).unwrap_or(0);
        if let Some(area) = at.checked_add_signed(step).and_then(|to| areas.get(to))
            && *area != self.compare.area
        {
            self.compare.area = *area;
            self.compare.scroll = 0;
        }
    }

    /// The areas in the order in which their bars stand.
    #[must_use]
    pub fn bar_order(&self) -> Vec<Key<Area>> {
        match self.selected_comparison() {
            Some(comparison) if self.compare.by_value => {
                let place = |place: &usize| comparison.cells.get(*place).map(|cell| cell.area);
                comparison.by_value().iter().filter_map(place).collect()
            }
            _ => self.dataset.areas.keys().collect(),
        }
    }

    fn page(&mut self, step: PageStep) {
        let pane = self.layout().pane(self.compare.focus).map_or(1, |pane| usize::from(pane.height));
        let rows = match step {
            PageStep::Down | PageStep::Up => pane.saturating_sub(2).max(1),
            PageStep::HalfDown | PageStep::HalfUp => (pane / 2).max(1),
        };
        let down = matches!(step, PageStep::Down | PageStep::HalfDown);
        let moved = |from: usize| if down { from + rows } else { from.saturating_sub(rows) };
        match self.compare.focus {
            Pane::Table | Pane::Bars => self.compare.go_to(moved(self.compare.position())),
            Pane::Drilldown => self.compare.scroll = moved(self.compare.scroll),
        }
    }

    fn go_far(&mut self, to: usize) {
        match self.compare.focus {
            Pane::Table => self.compare.go_to(to),
            Pane::Bars => {
                let areas = self.bar_order();
                let area = if to == 0 { areas.first() } else { areas.last() };
                if let Some(area) = area {
                    self.compare.area = *area;
                }
            }
            Pane::Drilldown => self.compare.scroll = to,
        }
    }

    fn focus_pane(&mut self, step: usize) {
        const ORDER: [Pane; 3] = [Pane::Table, Pane::Bars, Pane::Drilldown];
        let at = ORDER.iter().position(|pane| *pane == self.compare.focus).unwrap_or(0);
        if let Some(pane) = ORDER.get((at + step) % ORDER.len()) {
            self.compare.focus = *pane;
        }
    }

    fn open(&mut self) {
        if self.compare.focus == Pane::Table && self.compare.cursor.indicator().is_none() {
            self.compare.toggle();
        } else {
            self.compare.focus = Pane::Drilldown;
        }
    }

    fn back(&mut self) {
        if self.compare.zoomed {
            self.compare.zoomed = false;
        } else {
            self.compare.focus = Pane::Table;
        }
    }

    /// Latest, closest, then each year of which the selected indicator holds a figure, the latest first.
    fn next_moment(&mut self) -> Moment {
        let held = |indicator| {
            let of = self.dataset.observations.iter().filter(move |(_, held)| Some(held.indicator) == indicator);
            let years = of.filter_map(|(_, observation)| observation.period.year());
            years.sorted_unstable_by(|a, b| b.cmp(a)).dedup().collect::<Vec<_>>()
        };
        let years = held(self.compare.cursor.indicator());
        let moments: Vec<Moment> =
            [Moment::Latest, Moment::Closest].into_iter().chain(years.into_iter().map(Moment::Year)).collect();
        let at = moments.iter().position(|moment| *moment == self.moment);
        let next = at.map_or(0, |at| (at + 1) % moments.len());
        let next = moments.get(next).copied().unwrap_or(Moment::Latest);
        if next == self.moment {
            self.notice = Some(Text::new("没有别的时点", "no other moment is held"));
        }
        next
    }

    pub(super) fn keep_in_view(&mut self) {
        let rows = self.layout().table_rows();
        if rows > 0 {
            self.compare.keep_in_view(rows);
        }
    }

    /// The columns of the table at this width.
    #[must_use]
    pub fn table_columns(&self, width: u16) -> TableColumns {
        TableColumns::new(width, self.dataset.areas.len(), self.compare.area.position())
    }
}
