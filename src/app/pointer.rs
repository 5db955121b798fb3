//! What the mouse asks for: which thing stands where it points. A click selects; a click on what is selected already
//! opens it.

use super::action::Action;
use super::items::ListState;
use super::layout::bars::bar_rows;
use super::layout::{self, OverviewBox, chrome};
use super::mark::{Mark, mark_at};
use super::state::{Overlay, Pane, Screen, Selection, State};
use super::talk::Step;
use crate::domain::{Area, Key, Observation};

/// What the mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// Its left button goes down.
    Press,
    /// Its wheel turns away from the hand.
    WheelUp,
    /// Its wheel turns towards the hand.
    WheelDown,
}

/// By how many rows one notch of the wheel scrolls.
const NOTCH: isize = 3;

/// What the mouse asks for at a cell of the screen, counted from 0; `None` where it asks for nothing.
#[must_use]
pub fn action_at(state: &State, column: u16, row: u16, kind: Pointer) -> Option<Action> {
    let layout = state.layout();
    if layout.is_too_small() {
        return None;
    }
    if state.is_presenting() {
        return in_the_room(state, row, kind);
    }
    let hit = |place: &layout::Rect| layout::holds(*place, column, row);
    let step = match kind {
        Pointer::Press => 0,
        Pointer::WheelUp => -NOTCH,
        Pointer::WheelDown => NOTCH,
    };
    if step != 0 {
        let pane = layout.panes.iter().find(|(_, place)| hit(place)).map(|(pane, _)| *pane);
        // What lies on top takes the wheel wherever it is turned.
        return pane.or(state.overlay.map(|_| Pane::Main)).map(|pane| Action::Wheel(pane, step));
    }
    let button = |buttons: Vec<chrome::Button>| buttons.into_iter().find(|button| hit(&button.place));
    if state.notice.is_none()
        && let Some(button) = button(chrome::footer(state))
    {
        return button.action;
    }
    match state.overlay {
        Some(Overlay::Help(_)) => return Some(Action::Help),
        Some(Overlay::Find) => return find_at(state, column, row),
        None => {}
    }
    if let Some(button) = button(chrome::header(state)) {
        return button.action;
    }
    let (pane, place) = layout.panes.iter().copied().find(|(_, place)| hit(place))?;
    let at = Spot { state, pane, place, column, row };
    let action = match pane {
        Pane::Main => at.main(),
        Pane::Bars => at.bar(),
        Pane::Drilldown => at.drilldown(),
    };
    Some(action.unwrap_or(Action::Focus(pane)))
}

/// Over slides the wheel and a click go on; in the list of slides a click selects, and opens what is selected; a click on
/// the help closes it.
fn in_the_room(state: &State, row: u16, kind: Pointer) -> Option<Action> {
    let list = state.talk.as_ref().and_then(|talk| talk.overview);
    match kind {
        Pointer::WheelUp => Some(Action::Talk(Step::Previous)),
        Pointer::WheelDown => Some(Action::Talk(Step::Next)),
        Pointer::Press if state.overlay.is_some() => Some(Action::Help),
        Pointer::Press if state.naming().is_some() => None,
        Pointer::Press => match list {
            None => Some(Action::Talk(Step::Next)),
            Some(cursor) => {
                let area = layout::Rect::new(0, 0, state.size.0, state.size.1);
                let OverviewBox { list, top, .. } = OverviewBox::new(area, state.slides().len(), cursor);
                let slide = top + usize::from(row.checked_sub(list.y).filter(|row| *row < list.height)?);
                (slide < state.slides().len()).then_some(Action::Talk(Step::Pick(slide)))
            }
        },
    }
}

/// A row of what was found selects it, and goes there where it is selected already; a click beside closes.
fn find_at(state: &State, column: u16, row: u16) -> Option<Action> {
    let places = state.find_box()?;
    if !layout::holds(places.popup, column, row) {
        return Some(Action::Back);
    }
    if !layout::holds(places.list, column, row) {
        return None;
    }
    let hit = state.find.top + usize::from(row - places.list.y);
    if hit == state.find.cursor {
        return Some(Action::Open);
    }
    (hit < state.find.hits.len()).then_some(Action::PickHit(hit))
}

/// A cell of a pane that was clicked.
struct Spot<'a> {
    state: &'a State,
    pane: Pane,
    place: layout::Rect,
    column: u16,
    row: u16,
}

impl Spot<'_> {
    fn line(&self) -> usize {
        usize::from(self.row - self.place.y)
    }

    fn main(&self) -> Option<Action> {
        let state = self.state;
        match state.screen {
            Screen::Compare => self.cell(state.compare.top, state.compare.rows.len(), state.compare.position()),
            Screen::Coverage => {
                let count = super::coverage::themes(&state.dataset).len();
                self.cell(state.coverage.top, count, state.coverage.cursor)
            }
            Screen::City | Screen::Timeline | Screen::Initiatives => {
                let list = state.list()?;
                let head = usize::from(state.has_list_head());
                let Some(line) = self.line().checked_sub(head) else { return self.list_head() };
                let at = list.top + line;
                state.items().get(at).filter(|item| item.is_selectable())?;
                Some(self.pick(at == list.cursor, Action::PickRow(at)))
            }
            Screen::Reader => {
                let (lines, _) = state.reader_lines();
                let line = lines.get(state.reader?.top + self.line())?;
                // One column is left free before the text.
                let column = usize::from(self.column - self.place.x).checked_sub(1)?;
                let (Mark::Figure(figure) | Mark::Selected(figure)) = mark_at(line, column)? else { return None };
                Some(self.pick(state.selection() == Selection::Figure(figure), Action::PickFigure(figure)))
            }
        }
    }

    /// The line above a list: on the City screen, the areas.
    fn list_head(&self) -> Option<Action> {
        let line = layout::Rect { height: 1, ..self.place };
        let tabs = chrome::area_tabs(self.state, line).into_iter();
        let mut tabs = tabs.filter(|_| self.state.screen == Screen::City);
        let (area, _) = tabs.find(|(_, place)| layout::holds(*place, self.column, self.row))?;
        Some(Action::PickArea(Pane::Main, area))
    }

    /// Opens what is selected already in the pane that has the focus; otherwise selects.
    fn pick(&self, is_selected: bool, pick: Action) -> Action {
        if is_selected && self.state.focus == self.pane { Action::Open } else { pick }
    }

    /// A place in a table whose first line is its head, with a column for each area.
    fn cell(&self, top: usize, count: usize, cursor: usize) -> Option<Action> {
        let state = self.state;
        let columns = state.table_columns(self.place.width);
        let mut places = columns.places(self.place);
        let area = places.find(|(_, place)| layout::holds(*place, self.column, self.row));
        let area: Option<Key<Area>> = area.and_then(|(position, _)| state.dataset.areas.keys().nth(position));
        let Some(line) = self.line().checked_sub(1) else {
            return area.map(|area| Action::PickArea(Pane::Main, area));
        };
        let row = Some(top + line).filter(|row| *row < count)?;
        Some(match area {
            Some(area) => self.pick(row == cursor && area == state.area, Action::PickCell(row, area)),
            None => self.pick(row == cursor, Action::PickRow(row)),
        })
    }

    fn bar(&self) -> Option<Action> {
        let rows = bar_rows(self.state, self.place);
        let (area, _) = rows.into_iter().find(|(_, place)| layout::holds(*place, self.column, self.row))?;
        Some(self.pick(area == self.state.area, Action::PickArea(Pane::Bars, area)))
    }

    /// A figure in a telling leads to its source.
    fn drilldown(&self) -> Option<Action> {
        let lines = super::sheet::lines(self.state, usize::from(self.place.width));
        let skip = self.state.scroll.min(lines.len().saturating_sub(usize::from(self.place.height)));
        let line = lines.get(skip + self.line())?;
        match mark_at(line, usize::from(self.column - self.place.x))? {
            Mark::Figure(figure) | Mark::Selected(figure) => Some(Action::ReadFigure(figure)),
            Mark::Area(area) | Mark::AreaMark(area) if area != self.state.area => {
                Some(Action::PickArea(Pane::Drilldown, area))
            }
            _ => None,
        }
    }
}

impl State {
    pub(super) fn pick_row(&mut self, row: usize) {
        (self.focus, self.scroll) = (Pane::Main, 0);
        match self.screen {
            Screen::Compare => self.compare.go_to(row),
            Screen::Coverage => self.coverage.cursor = row,
            Screen::City | Screen::Timeline | Screen::Initiatives => {
                if let Some(list) = self.list() {
                    self.set_list(ListState { cursor: row, ..list });
                }
            }
            Screen::Reader => {}
        }
    }

    pub(super) fn pick_area(&mut self, pane: Pane, area: Key<Area>) {
        self.focus = pane;
        if area != self.area {
            (self.area, self.scroll) = (area, 0);
            self.city = ListState::default();
        }
    }

    pub(super) fn pick_figure(&mut self, figure: Key<Observation>) {
        let Some(mut reader) = self.reader else { return };
        let figures = super::reader::figures(&self.dataset, reader.article);
        if let Some(place) = figures.iter().position(|key| *key == figure) {
            reader.figure = place;
            (self.reader, self.focus, self.scroll) = (Some(reader), Pane::Main, 0);
        }
    }

    /// Scrolls a pane by `step` rows. A cursor that would leave what is drawn goes along.
    pub(super) fn wheel(&mut self, pane: Pane, step: isize) {
        let rows = self.layout().rows_under_head();
        match (pane, self.screen) {
            (Pane::Drilldown, _) => self.scroll = self.scroll.saturating_add_signed(step),
            (Pane::Bars, _) => self.move_in(&self.bar_order(), step.signum()),
            (Pane::Main, Screen::Compare) => {
                let count = self.compare.rows.len();
                let (top, cursor) = scrolled(self.compare.top, self.compare.position(), step, rows, count);
                self.compare.top = top;
                self.go_along(cursor, self.compare.position(), |state| state.compare.go_to(cursor));
            }
            (Pane::Main, Screen::Coverage) => {
                let count = super::coverage::themes(&self.dataset).len();
                let (top, cursor) = scrolled(self.coverage.top, self.coverage.cursor, step, rows, count);
                self.coverage.top = top;
                self.go_along(cursor, self.coverage.cursor, |state| state.coverage.cursor = cursor);
            }
            (Pane::Main, Screen::City | Screen::Timeline | Screen::Initiatives) => {
                let Some(list) = self.list() else { return };
                let items = self.items();
                let rows = rows + usize::from(!self.has_list_head());
                let (top, aim) = scrolled(list.top, list.cursor, step, rows, items.len());
                let mut moved = ListState { top, ..list };
                if aim != list.cursor {
                    moved.cursor = aim.saturating_add_signed(-step.signum());
                    moved.step(&items, step.signum());
                }
                self.go_along(moved.cursor, list.cursor, |state| state.set_list(moved));
                self.set_list(moved);
            }
            (Pane::Main, Screen::Reader) => self.move_rows(step),
        }
    }

    /// Moves a cursor from `old` to `new`; where that is another place, the drilldown begins at its start again.
    fn go_along(&mut self, new: usize, old: usize, put: impl FnOnce(&mut Self)) {
        if new != old {
            self.scroll = 0;
            put(self);
        }
    }
}

/// The first row drawn and the cursor after scrolling by `step` rows among `count`, of which `rows` are drawn.
fn scrolled(top: usize, cursor: usize, step: isize, rows: usize, count: usize) -> (usize, usize) {
    let top = top.saturating_add_signed(step).min(count.saturating_sub(rows));
    let last = (top + rows).min(count).saturating_sub(1);
    (top, cursor.clamp(top.min(last), last))
}
