//! Applies actions to the state.

mod areas;
mod browse;
mod choose;
mod choose_deck;
mod copied_compare;
mod copied_table;
mod copy;
mod export;
mod figure_form;
mod find;
mod following;
mod open;
mod pick;
mod replace_data;
mod settle;
mod sort;

use super::action::{Action, Direction, Effect, PageStep};
use super::help::Help;
use super::layout::has_one_pane;
use super::presentation::command::SlideCommand;
use super::state::{Mode, State};
use crate::text::Phrase;

const MOUSE_HERE: Phrase =
    Phrase { zh: "鼠标用于看板：点选、滚动", en: "The mouse is the dashboard's: click, scroll" };
const MOUSE_THERE: Phrase = Phrase {
    zh: "鼠标已交还终端：可选取文字；再按收回",
    en: "The mouse is the terminal's: select text; again to take it back",
};

impl State {
    /// Applies an action, and returns the effect that is left to the program around the dashboard.
    pub fn apply(&mut self, action: Action) -> Effect {
        if let Action::Present(SlideCommand::Tick(clock)) = action {
            self.tick(clock);
            return Effect::None;
        }
        if !self.may(action) {
            return Effect::None;
        }
        // A resize is not the person's doing, so the notice may not have been read yet.
        if !matches!(action, Action::Resize(..)) {
            self.notice = None;
        }
        if action != Action::Present(SlideCommand::Stop) {
            self.forget_stop();
        }
        if !matches!(action, Action::Resize(..) | Action::Present(SlideCommand::Open)) {
            self.forget_offer();
        }
        if !matches!(action, Action::AddToDeck | Action::Resize(..)) {
            self.forget_same_slide();
        }
        let effect = match action {
            Action::Quit if !(self.may_leave_form() && self.may_leave_words()) => Effect::None,
            Action::Quit => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Reload => return Effect::Reload,
            Action::Ask => self.ask(),
            Action::Present(SlideCommand::Open) if self.look_around_from_blank() => Effect::None,
            Action::Resize(width, height) => self.resize(width, height),
            Action::SwitchLanguage => self.switch_language(),
            Action::SwitchMouse => self.switch_mouse(),
            Action::Help if self.figure_form().is_none() => self.toggle_help(),
            other => match self.mode {
                Mode::Browse => self.browse(other),
                Mode::Help { scroll } => self.apply_over(other, |state| state.apply_to_help(other, scroll)),
                Mode::Find(_) => self.apply_over(other, |state| state.apply_to_find(other)),
                Mode::ChooseAreas(_) => self.apply_over(other, |state| state.apply_to_chooser(other)),
                Mode::ChooseDeck(_) => self.apply_to_deck_chooser(other),
                Mode::AddFigure(_) => self.apply_to_form(other),
                Mode::Export(_) => self.apply_to_export(other),
            },
        };
        self.keep_in_view();
        self.catch_up_with_speaker();
        effect
    }

    /// Takes the time. The first tick sets the beginning of a presentation that had already begun.
    fn tick(&mut self, clock: super::clock::Clock) {
        if self.context.clock.is_none()
            && let Some(presentation) = &mut self.presentation
        {
            presentation.began = clock.seconds;
        }
        self.context.clock = Some(clock);
    }

    const fn resize(&mut self, width: u16, height: u16) -> Effect {
        self.context.size = (width, height);
        // Where there is one pane anyway, nothing tells an enlarged one, and Esc would seem to do nothing.
        self.nav.is_zoomed = self.nav.is_zoomed && !has_one_pane(width);
        Effect::None
    }

    fn switch_language(&mut self) -> Effect {
        self.context.lang = self.context.lang.other();
        self.refresh_find();
        self.refresh_form();
        Effect::None
    }

    fn switch_mouse(&mut self) -> Effect {
        self.context.has_mouse = !self.context.has_mouse;
        self.notify(if self.context.has_mouse { MOUSE_HERE } else { MOUSE_THERE });
        Effect::None
    }

    fn toggle_help(&mut self) -> Effect {
        self.mode = match self.mode {
            Mode::Help { .. } => Mode::Browse,
            Mode::Find(_)
            | Mode::ChooseAreas(_)
            | Mode::ChooseDeck(_)
            | Mode::AddFigure(_)
            | Mode::Export(_)
            | Mode::Browse => Mode::Help { scroll: 0 },
        };
        Effect::None
    }

    /// Applies an action while nothing lies over the screen or the slide.
    fn browse(&mut self, action: Action) -> Effect {
        match action {
            Action::AddToDeck => self.add_to_deck(),
            Action::Copy(form) => self.copy(form),
            Action::UndoAddition => Effect::UndoAddition,
            other if self.heading().is_some() => self.apply_to_heading(other),
            other if self.words_editor().is_some() => self.apply_to_words(other),
            other if self.slide_editor().is_some() => self.apply_to_new_slide(other),
            Action::Find if self.is_presenting() => {
                self.find_from_slide();
                Effect::None
            }
            Action::Present(command) => self.present(command),
            _ if self.is_presenting() => Effect::None,
            Action::Export => {
                self.open_export();
                Effect::None
            }
            other => {
                self.apply_to_screen(other);
                Effect::None
            }
        }
    }

    /// Applies an action while the help or the line for finding is open. Two keys lead to the slides from there.
    fn apply_over(&mut self, action: Action, otherwise: impl FnOnce(&mut Self)) -> Effect {
        if let Action::Present(command @ (SlideCommand::Begin | SlideCommand::BeginHere)) = action {
            self.mode = Mode::Browse;
            return self.present(command);
        }
        otherwise(self);
        Effect::None
    }

    fn apply_to_help(&mut self, action: Action, scroll: usize) {
        let page = usize::from(self.context.size.1 / 2);
        let all = Help::new(self).height().saturating_sub(Help::room(self));
        let scroll = match action {
            Action::Move(Direction::Down) => scroll + 1,
            Action::Move(Direction::Up) => scroll.saturating_sub(1),
            Action::Page(PageStep::Down | PageStep::HalfDown) | Action::Present(SlideCommand::Next) => scroll + page,
            Action::Page(PageStep::Up | PageStep::HalfUp) | Action::Present(SlideCommand::Previous) => {
                scroll.saturating_sub(page)
            }
            Action::First => 0,
            Action::Last => all,
            Action::Wheel(_, step) => scroll.saturating_add_signed(step),
            Action::Move(_) => scroll,
            _ => {
                self.mode = Mode::Browse;
                return;
            }
        };
        self.mode = Mode::Help { scroll: scroll.min(all) };
    }
}
