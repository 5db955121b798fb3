//! Turns events of keys and of the mouse into actions.

use super::chord::Chord;
use super::in_force::bindings;
use super::table::KeyTable;
use crate::app::action::{Action, AreaMarks, Direction, PageStep};
use crate::app::hit::{Pointer, action_at};
use crate::app::input::Edit;
use crate::app::presentation::command::SlideCommand;
use crate::app::presentation::keymap::with_digit;
use crate::app::presentation::slide_editor::SlideEditor;
use crate::app::screen::Screen;
use crate::app::state::{Mode, State};
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Returns the action of a key event; `None` if the key means nothing here, or is being released.
#[must_use]
pub fn action(state: &State, event: &KeyEvent) -> Option<Action> {
    let action = meant(state, event)?;
    (works_unseen(action) || !state.layout().is_too_small()).then_some(action)
}

/// Whether a key may do this where the window is too small to show anything: nothing that would be written or chosen unseen.
const fn works_unseen(action: Action) -> bool {
    use SlideCommand as Slide;
    matches!(
        action,
        Action::Quit
            | Action::Suspend
            | Action::SwitchLanguage
            | Action::Present(
                Slide::Begin | Slide::Next | Slide::Previous | Slide::First | Slide::Last | Slide::Blank | Slide::Stop
            )
    )
}

/// Returns what a key means; `None` if it means nothing here, or is being released.
fn meant(state: &State, event: &KeyEvent) -> Option<Action> {
    if is_release(event) {
        return None;
    }
    let chord = Chord::of(event);
    let is_typing = match state.mode() {
        Mode::Find(_) | Mode::AddFigure(_) | Mode::Export(_) => true,
        Mode::Help { .. } | Mode::ChooseAreas(_) | Mode::ChooseDeck(_) => false,
        Mode::Browse => state.slide_editor().is_some_and(SlideEditor::is_typing),
    };
    // In the form the arrow keys also choose, so Tab alone goes from field to field.
    if matches!(state.mode(), Mode::AddFigure(_))
        && let Some(action) = in_form(event.code)
    {
        return Some(action);
    }
    if matches!(state.mode(), Mode::Browse)
        && is_typing
        && state.words_editor().is_some()
        && let Some(action) = in_words(event.code, chord)
    {
        return Some(action);
    }
    if matches!(state.mode(), Mode::ChooseDeck(_)) {
        return choosing_deck(event.code, chord).or_else(|| state.keys().dashboard.action(chord, state.screen()));
    }
    if matches!(state.mode(), Mode::Export(_))
        && let Some(action) = exporting(event.code, chord)
    {
        return Some(action);
    }
    if is_typing && let Some(action) = typing(event.code, chord) {
        return Some(action);
    }
    if matches!(state.mode(), Mode::ChooseAreas(_))
        && let Some(action) = choosing(event.code, chord)
    {
        return Some(action);
    }
    // The help is one and the same over slides.
    let is_help = matches!(state.mode(), Mode::Help { .. });
    let table = if is_help { &state.keys().dashboard } else { bindings(state) };
    // A key that works elsewhere says where, and does not just seem dead.
    let action = table.action(chord, state.screen()).or_else(|| table.screens_of(chord).map(Action::NotHere))?;
    let action = of_number(action, chord.code, state.is_typing_a_number());
    // In the help, q closes the help, and neither the program nor the presentation; Ctrl-C ends it everywhere.
    match (state.mode(), action) {
        (Mode::Help { .. }, Action::Present(SlideCommand::Stop)) => Some(Action::Help),
        (Mode::Help { .. }, Action::Quit) if chord.types() => Some(Action::Help),
        // In the dashboard over a slide, q returns to the slide; quitting would leave the audience without a picture.
        // Over a slide of somebody else's presentation, nobody else sees it.
        (Mode::Browse, Action::Quit) if chord.types() && state.presentation().is_some() && !state.is_presenting() => {
            Some(Action::Present(SlideCommand::Begin))
        }
        _ => Some(action),
    }
}

/// Returns the action of a key over slides, for callers without a [`State`].
#[must_use]
pub fn presentation_action(table: &KeyTable, event: &KeyEvent, is_typing_number: bool) -> Option<Action> {
    let chord = Chord::of(event);
    // The bindings of presentations work on every screen, so any screen will do here.
    let action = table.action(chord, Screen::Compare)?;
    Some(of_number(action, chord.code, is_typing_number))
}

/// Returns the action with the digit that was typed; while a number is typed, Backspace takes a digit back.
const fn of_number(action: Action, code: KeyCode, is_typing_number: bool) -> Action {
    match (with_digit(action, code), code) {
        (Action::Present(SlideCommand::Previous), KeyCode::Backspace) if is_typing_number => {
            Action::Present(SlideCommand::Erase)
        }
        (action, _) => action,
    }
}

/// Returns the action of a key in the list from which areas are chosen; `None` if the key has no special meaning there.
fn choosing(code: KeyCode, chord: Chord) -> Option<Action> {
    match code {
        _ if !chord.modifiers.is_empty() => None,
        KeyCode::Char(' ') => Some(Action::MarkAreas(AreaMarks::Toggle)),
        KeyCode::Char('a') => Some(Action::MarkAreas(AreaMarks::All)),
        KeyCode::Char('n') => Some(Action::MarkAreas(AreaMarks::None)),
        // As in the help, q closes what lies on top and nothing else.
        KeyCode::Char('q') => Some(Action::Back),
        _ => None,
    }
}

/// Returns the action of a key in the list of decks; `None` if it is that of the dashboard.
fn choosing_deck(code: KeyCode, chord: Chord) -> Option<Action> {
    match (chord.code, chord.modifiers) {
        (KeyCode::Char('c'), KeyModifiers::NONE) | (KeyCode::Char('k'), KeyModifiers::CONTROL) => {
            Some(Action::Present(SlideCommand::CopyDeck))
        }
        (KeyCode::Char('q'), KeyModifiers::NONE) => Some(Action::Back),
        // Whoever presses F5 twice wants to see slides.
        _ if code == KeyCode::F(5) => Some(Action::Open),
        _ => None,
    }
}

/// Returns the action of a key in the words of a slide; `None` if it is that of an input line.
fn in_words(code: KeyCode, chord: Chord) -> Option<Action> {
    match (code, chord.modifiers) {
        (KeyCode::Tab, _) => Some(Action::NextPane),
        (KeyCode::BackTab, _) => Some(Action::PreviousPane),
        (KeyCode::Enter, _) => Some(Action::Edit(Edit::Insert('\n'))),
        (KeyCode::Up, _) => Some(Action::Move(Direction::Up)),
        (KeyCode::Down, _) => Some(Action::Move(Direction::Down)),
        (KeyCode::PageUp, _) => Some(Action::Page(PageStep::Up)),
        (KeyCode::PageDown, _) => Some(Action::Page(PageStep::Down)),
        _ => None,
    }
}

/// Returns the action of a key in the form; `None` if it is the same as in any line.
const fn in_form(code: KeyCode) -> Option<Action> {
    match code {
        KeyCode::Tab => Some(Action::NextPane),
        KeyCode::BackTab => Some(Action::PreviousPane),
        _ => None,
    }
}

/// Returns the action of a key in the dialog that exports; `None` if it is that of an input line.
fn exporting(code: KeyCode, chord: Chord) -> Option<Action> {
    match (code, chord.modifiers) {
        (KeyCode::Tab, _) => Some(Action::CompletePath),
        (KeyCode::BackTab, _) | (KeyCode::Char('e'), KeyModifiers::CONTROL) => Some(Action::SwitchExported),
        _ => None,
    }
}

/// Returns whether the event is the release of a key.
#[must_use]
pub fn is_release(event: &KeyEvent) -> bool {
    event.kind == KeyEventKind::Release
}

/// Returns the action of a key in an input line; `None` if the key has no special meaning there. Text that an input
/// method has composed arrives character by character, like typing.
fn typing(code: KeyCode, chord: Chord) -> Option<Action> {
    let control = chord.modifiers == KeyModifiers::CONTROL;
    let edit = match (code, control) {
        (KeyCode::Char(character), false) => {
            return chord.modifiers.is_empty().then_some(Action::Edit(Edit::Insert(character)));
        }
        (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => Edit::Backspace,
        (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => Edit::Delete,
        (KeyCode::Char('w'), true) => Edit::DeleteWord,
        (KeyCode::Char('u'), true) => Edit::DeleteToStart,
        (KeyCode::Left, _) | (KeyCode::Char('b'), true) => Edit::Left,
        (KeyCode::Right, _) => Edit::Right,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => Edit::Home,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => Edit::End,
        (KeyCode::Tab, _) | (KeyCode::Char('n'), true) => return Some(Action::Move(Direction::Down)),
        (KeyCode::BackTab, _) | (KeyCode::Char('p'), true) => return Some(Action::Move(Direction::Up)),
        _ => return None,
    };
    Some(Action::Edit(edit))
}

impl Chord {
    /// Whether an input line takes the key for itself, so that the key cannot close the line.
    #[must_use]
    pub fn is_typing(self) -> bool {
        typing(self.code, self).is_some()
    }
}

/// Returns the action of a mouse event; `None` if it has none, or the mouse is left to the terminal.
#[must_use]
pub fn mouse_action(state: &State, event: &MouseEvent) -> Option<Action> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Pointer::Press,
        MouseEventKind::ScrollUp => Pointer::WheelUp,
        MouseEventKind::ScrollDown => Pointer::WheelDown,
        _ => return None,
    };
    if state.has_mouse() { action_at(state, event.column, event.row, kind) } else { None }
}
