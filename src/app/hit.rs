//! Finds what the mouse points at. A click selects; a click on what is already selected opens it.

use super::action::Action;
use super::details;
use super::export_dialog::{ExportDialog, OFFERED_FORMATS};
use super::find::Find;
use super::layout::bars::bar_rows;
use super::layout::{self, OverviewBox, chrome};
use super::overflow::lines_shown;
use super::presentation::command::SlideCommand;
use super::screen::{Pane, Screen};
use super::screens::coverage;
use super::selection::Selection;
use super::span_role::{SpanRole, role_at};
use super::state::{Mode, State};
use crate::app::action::AreaMarks;
use crate::app::area_chooser::AreaChooser;
use crate::app::deck_chooser::DeckChooser;
use crate::deck::SlideIndex;
use crate::domain::{Area, Key};

/// An event of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The left button is pressed.
    Press,
    /// The wheel turns away from the hand.
    WheelUp,
    /// The wheel turns towards the hand.
    WheelDown,
}

/// The rows that one notch of the wheel scrolls.
const NOTCH: isize = 3;

/// Returns the action for an event at a cell of the screen, counted from 0; `None` if nothing is there.
#[must_use]
pub fn action_at(state: &State, column: u16, row: u16, kind: Pointer) -> Option<Action> {
    let layout = state.layout();
    if layout.is_too_small() {
        return None;
    }
    if state.is_presenting() {
        return hit_presentation(state, row, kind);
    }
    let hit = |area: &layout::Rect| area.contains((column, row).into());
    let step = match kind {
        Pointer::Press => 0,
        Pointer::WheelUp => -NOTCH,
        Pointer::WheelDown => NOTCH,
    };
    if step != 0 {
        let pane = layout.panes.iter().find(|(_, rect)| hit(rect)).map(|(pane, _)| *pane);
        // A popup scrolls wherever the pointer is.
        let is_covered = !matches!(state.mode(), Mode::Browse);
        return pane.or(is_covered.then_some(Pane::Main)).map(|pane| Action::Wheel(pane, step));
    }
    let button = |buttons: Vec<chrome::Button>| buttons.into_iter().find(|button| hit(&button.rect));
    if state.notice().is_none()
        && let Some(button) = button(chrome::footer(state))
    {
        return button.action;
    }
    match state.mode() {
        Mode::Help { .. } => return Some(Action::Help),
        Mode::Find(find) => return hit_find(state, find, column, row),
        Mode::ChooseAreas(chooser) => return hit_chooser(state, chooser, column, row),
        Mode::ChooseDeck(chooser) => return hit_decks(state, chooser, column, row),
        Mode::AddFigure(_) => {
            let rows = state.form_box()?.rows;
            return rows.iter().find(|placed| hit(&placed.rect)).map(|placed| Action::PickField(placed.row.field));
        }
        Mode::Export(dialog) => return hit_export(state, dialog, column, row),
        Mode::Browse => {}
    }
    if let Some(button) = button(chrome::header(state)) {
        return button.action;
    }
    let (pane, rect) = layout.panes.iter().copied().find(|(_, rect)| hit(rect))?;
    let click = PaneClick { state, pane, rect, column, row };
    let action = match pane {
        Pane::Main => click.main(),
        Pane::Bars => click.bar(),
        Pane::Drilldown => click.drilldown(),
    };
    Some(action.unwrap_or(Action::Focus(pane)))
}

/// Returns the action during a presentation. The wheel and a click move on; in the list of slides a click selects, and
/// a second click opens; a click on the help closes it.
fn hit_presentation(state: &State, row: u16, kind: Pointer) -> Option<Action> {
    let list = state.presentation().and_then(|presentation| presentation.view().list_cursor());
    let is_covered = !matches!(state.mode(), Mode::Browse);
    match kind {
        Pointer::WheelUp => Some(Action::Present(SlideCommand::Previous)),
        Pointer::WheelDown => Some(Action::Present(SlideCommand::Next)),
        Pointer::Press if is_covered => Some(Action::Help),
        Pointer::Press if state.slide_editor().is_some() => None,
        Pointer::Press => match list {
            None => Some(Action::Present(SlideCommand::Next)),
            Some(cursor) => {
                let area = layout::Rect::new(0, 0, state.size().0, state.size().1);
                let OverviewBox { list, top, .. } = OverviewBox::new(area, state.slides().len(), cursor.get());
                let slide = top + usize::from(row.checked_sub(list.y).filter(|row| *row < list.height)?);
                (slide < state.slides().len()).then_some(Action::Present(SlideCommand::Pick(SlideIndex::new(slide))))
            }
        },
    }
}

/// Returns the action in the popup for finding. A click on a hit selects it, a second click goes there, and a click
/// outside closes the popup.
fn hit_find(state: &State, find: &Find, column: u16, row: u16) -> Option<Action> {
    let layout = state.find_box()?;
    let at = (column, row).into();
    if !layout.popup.contains(at) {
        return Some(Action::Back);
    }
    if !layout.list.contains(at) {
        return None;
    }
    let hit = find.top() + usize::from(row - layout.list.y);
    if hit == find.cursor() {
        return Some(Action::Open);
    }
    (hit < find.hits().len()).then_some(Action::PickHit(hit))
}

/// Returns the action in the list of decks. A click on a deck selects it, a second click presents it, and one outside closes the
/// list.
fn hit_decks(state: &State, chooser: &DeckChooser, column: u16, row: u16) -> Option<Action> {
    let layout = state.deck_chooser_box()?;
    let at = (column, row).into();
    if !layout.popup.contains(at) {
        return Some(Action::Back);
    }
    let deck = chooser.top() + usize::from(row.checked_sub(layout.list.y).filter(|_| layout.list.contains(at))?);
    if deck == chooser.cursor() {
        return Some(Action::Open);
    }
    (deck < chooser.decks().len()).then_some(Action::PickChooserRow(deck))
}

/// Returns the action in the dialog that exports. A click on a format chooses it, one on what is exported changes that, and
/// one outside closes the dialog.
fn hit_export(state: &State, dialog: &ExportDialog, column: u16, row: u16) -> Option<Action> {
    let layout = state.export_box()?;
    let at = (column, row).into();
    if !layout.popup.contains(at) {
        return Some(Action::Back);
    }
    if layout.content.contains(at) {
        return dialog.has_other_content().then_some(Action::SwitchExported);
    }
    let format = dialog.top() + usize::from(row.checked_sub(layout.list.y)?);
    (layout.list.contains(at) && format < OFFERED_FORMATS.len()).then_some(Action::PickFormat(format))
}

/// Returns the action in the list from which areas are chosen. A click on a row goes there, a second one changes its mark,
/// and a click outside closes the list.
fn hit_chooser(state: &State, chooser: &AreaChooser, column: u16, row: u16) -> Option<Action> {
    let layout = state.chooser_box()?;
    let at = (column, row).into();
    if !layout.popup.contains(at) {
        return Some(Action::Back);
    }
    if !layout.list.contains(at) {
        return None;
    }
    let picked = chooser.top() + usize::from(row - layout.list.y);
    if picked == chooser.cursor() {
        return Some(Action::MarkAreas(AreaMarks::Toggle));
    }
    (picked < chooser.height()).then_some(Action::PickChooserRow(picked))
}

/// A cell of a pane that was clicked.
struct PaneClick<'a> {
    state: &'a State,
    pane: Pane,
    rect: layout::Rect,
    column: u16,
    row: u16,
}

impl PaneClick<'_> {
    fn is_in(&self, area: layout::Rect) -> bool {
        area.contains((self.column, self.row).into())
    }

    fn line(&self) -> usize {
        usize::from(self.row - self.rect.y)
    }

    /// Whether the line shows one of `count` rows below a head, and not how they go on.
    fn is_drawn(&self, head: usize, count: usize) -> bool {
        self.line() < head + lines_shown(count, usize::from(self.rect.height).saturating_sub(head))
    }

    fn main(&self) -> Option<Action> {
        let state = self.state;
        match state.screen() {
            Screen::Compare => {
                let table = state.compare();
                self.cell(table.top(), table.rows().len(), table.position())
            }
            Screen::Coverage => {
                let (count, view) = (coverage::themes(state.dataset()).len(), state.coverage());
                self.cell(view.top(), count, view.cursor())
            }
            Screen::List(screen) => {
                let view = state.list()?;
                let head = usize::from(screen.has_head());
                let Some(line) = self.line().checked_sub(head) else { return self.list_head() };
                self.is_drawn(head, state.items().len()).then_some(())?;
                let at = view.top() + line;
                state.items().get(at).filter(|item| item.is_selectable())?;
                Some(self.pick(at == view.cursor(), Action::PickRow(at)))
            }
            Screen::Reader => {
                let (lines, shown) = state.reader_lines();
                let line = lines.get(state.reader()?.top + self.line()).filter(|_| self.line() < shown)?;
                // The first column is free.
                let column = usize::from(self.column - self.rect.x).checked_sub(1)?;
                let (SpanRole::Figure(figure) | SpanRole::Selected(figure)) = role_at(line, column)? else {
                    return None;
                };
                Some(self.pick(state.selection() == Selection::Figure(figure), Action::PickFigure(figure)))
            }
        }
    }

    /// Returns the action for the line above a list: on the City screen, the area's tab.
    fn list_head(&self) -> Option<Action> {
        let line = layout::Rect { height: 1, ..self.rect };
        let tabs = chrome::area_tabs(self.state, line).into_iter();
        let mut tabs = tabs.filter(|_| self.state.screen() == Screen::CITY);
        let (area, _) = tabs.find(|(_, area)| self.is_in(*area))?;
        Some(Action::PickArea(Pane::Main, area))
    }

    /// Returns `Open` for a row that is already selected in the focused pane, and otherwise the action that selects it.
    fn pick(&self, is_selected: bool, pick: Action) -> Action {
        if is_selected && self.state.focus() == self.pane { Action::Open } else { pick }
    }

    /// Returns the action for a cell of a table whose first line is its head, with a column for each area.
    fn cell(&self, top: usize, count: usize, cursor: usize) -> Option<Action> {
        let state = self.state;
        let columns = state.table_columns(self.rect.width);
        let mut rects = columns.rects(self.rect);
        let area = rects.find(|(_, area)| self.is_in(*area));
        let area: Option<Key<Area>> = area.and_then(|(place, _)| state.areas().get(place).copied());
        let Some(line) = self.line().checked_sub(1) else {
            return area.map(|area| Action::PickArea(Pane::Main, area));
        };
        let row = Some(top + line).filter(|row| *row < count && self.is_drawn(1, count))?;
        Some(match area {
            Some(area) => self.pick(row == cursor && area == state.area(), Action::PickCell(row, area)),
            None => self.pick(row == cursor, Action::PickRow(row)),
        })
    }

    fn bar(&self) -> Option<Action> {
        let rows = bar_rows(self.state, self.rect);
        let (area, _) = rows.into_iter().find(|(_, area)| self.is_in(*area))?;
        Some(self.pick(area == self.state.area(), Action::PickArea(Pane::Bars, area)))
    }

    /// Returns the action for the drilldown: a figure leads to its source, and the name of another area selects it.
    fn drilldown(&self) -> Option<Action> {
        let lines = details::lines(self.state, usize::from(self.rect.width));
        let shown = lines_shown(lines.len(), usize::from(self.rect.height));
        let skip = self.state.scroll().min(lines.len().saturating_sub(shown));
        let line = lines.get(skip + self.line()).filter(|_| self.line() < shown)?;
        match role_at(line, usize::from(self.column - self.rect.x))? {
            SpanRole::Figure(figure) | SpanRole::Selected(figure) => Some(Action::ReadFigure(figure)),
            SpanRole::Area(area) | SpanRole::AreaSymbol(area) if area != self.state.area() => {
                Some(Action::PickArea(Pane::Drilldown, area))
            }
            _ => None,
        }
    }
}
