//! The speaker's view: what it shows, and what its keys do. Pure; the link to the presentation is the caller's.

use super::protocol::{RemoteCommand, SpeakerStatus};
use crate::app::keymap::{self, Chord, KeyCode, KeyEvent, Keys};
use crate::app::{Action, Clock, SlideCommand};
use crate::deck::Library;
use crate::deck::{Deck, Slide, SlideIndex, SlideNumber};
use crate::domain::Table;
use crate::domain::{Dataset, Key};
use crate::text::Lang;
use std::rc::Rc;

/// One thing that a key of the speaker's view asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerAction {
    /// Scrolls the notes up by a line.
    ScrollUp,
    /// Scrolls the notes down by a line.
    ScrollDown,
    /// Adds a digit to the slide number that is being typed.
    Digit(u8),
    /// Removes the last digit of the number.
    EraseDigit,
    /// Drops the number that is being typed.
    ClearNumber,
    /// Goes to the slide whose number was typed.
    GoToNumber,
    /// Sends the presentation a command.
    Send(RemoteCommand),
    /// Changes to the other language.
    SwitchLanguage,
    /// Reads the data again.
    Reload,
    /// Leaves to the shell, to come back with `fg`.
    Suspend,
    /// Ends the speaker's view, but not the presentation.
    Quit,
}

/// What is left for the program to do after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerEffect {
    /// Nothing but to draw.
    None,
    /// Sends the presentation a command.
    Send(RemoteCommand),
    /// Reads the data again and hands it to [`SpeakerView::replace_data`].
    Reload,
    /// Leaves to the shell.
    Suspend,
    /// Ends the program of the view.
    Quit,
}

/// How much of the planned time has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakingTime {
    /// Seconds since the presentation began.
    pub elapsed: u64,
    /// Seconds until the end, negative after it; `None` if no length was planned.
    pub left: Option<i64>,
    /// Whether the speaker is to be warned that the end is near.
    pub is_short: bool,
}

impl SpeakingTime {
    fn new(elapsed: u64, minutes: Option<u16>) -> Self {
        let total = minutes.map(|minutes| u64::from(minutes) * 60);
        let left = total.map(|total| total.cast_signed().saturating_sub_unsigned(elapsed));
        // A tenth of the whole and at least a minute, but never more than a quarter: a short talk would be all warning.
        let threshold = |total: u64| (total / 10).max(60).min(total / 4).cast_signed();
        let is_short = total.zip(left).is_some_and(|(total, left)| left <= threshold(total));
        Self { elapsed, left, is_short }
    }
}

/// The state of the speaker's view.
#[derive(Clone, Debug)]
pub struct SpeakerView {
    library: Rc<Library>,
    lang: Lang,
    keys: Rc<Keys>,
    size: (u16, u16),
    now: Option<Clock>,
    /// How many lines of the notes are above the visible ones.
    scroll: usize,
    /// The slide number that is being typed.
    typed: Option<SlideNumber>,
    /// The planned length said on this side; it comes before the one that the presentation tells.
    minutes: Option<u16>,
    /// The presentation's last status; `None` if there is no presentation.
    status: Option<SpeakerStatus>,
}

impl SpeakerView {
    /// Returns the view before anything is presented.
    #[must_use]
    pub const fn new(library: Rc<Library>, lang: Lang, keys: Rc<Keys>, minutes: Option<u16>) -> Self {
        Self { library, lang, keys, size: (80, 24), now: None, scroll: 0, typed: None, minutes, status: None }
    }

    /// Returns what a key asks for; `None` while a key is being let go.
    ///
    /// Keys have their meaning from the table that holds over slides, but for these: Up and Down scroll the notes,
    /// and Esc never ends anything. A key without a meaning here drops a number that is being typed.
    #[must_use]
    pub fn action(&self, key: &KeyEvent) -> Option<SpeakerAction> {
        if keymap::is_release(key) {
            return None;
        }
        let is_typing = self.typed.is_some();
        let action = match (keymap::presentation_action(&self.keys.presentation, key, is_typing), key.code) {
            (Some(_), KeyCode::Up) => SpeakerAction::ScrollUp,
            (Some(_), KeyCode::Down) => SpeakerAction::ScrollDown,
            // The presentation is ended where it is shown. Here an Esc too many must not even end the view.
            (Some(Action::Present(SlideCommand::Stop)), KeyCode::Esc) => SpeakerAction::ClearNumber,
            (Some(Action::Present(SlideCommand::Stop) | Action::Quit), _) => SpeakerAction::Quit,
            (Some(Action::Suspend), _) => SpeakerAction::Suspend,
            (Some(Action::SwitchLanguage), _) => SpeakerAction::SwitchLanguage,
            (Some(Action::Reload), _) => SpeakerAction::Reload,
            (Some(Action::Present(SlideCommand::Digit(digit))), _) => SpeakerAction::Digit(digit),
            (Some(Action::Present(SlideCommand::Erase)), _) => SpeakerAction::EraseDigit,
            (Some(Action::Present(SlideCommand::Open)), _) => SpeakerAction::GoToNumber,
            (Some(Action::Present(SlideCommand::Previous)), _) if is_typing => SpeakerAction::ClearNumber,
            (Some(Action::Present(command)), _) => {
                RemoteCommand::from_slide_command(command).map_or(SpeakerAction::ClearNumber, SpeakerAction::Send)
            }
            _ => SpeakerAction::ClearNumber,
        };
        Some(action)
    }

    /// Applies an action, and returns what is left to do. `last_scroll` is how far the notes can be scrolled, which
    /// only who lays them out knows.
    pub fn apply(&mut self, action: SpeakerAction, last_scroll: impl FnOnce(&Self) -> usize) -> SpeakerEffect {
        // Whatever is done with the number, it is done with it.
        let typed = self.typed.take();
        match action {
            SpeakerAction::ScrollUp => self.scroll = self.scroll.saturating_sub(1),
            SpeakerAction::ScrollDown => self.scroll = (self.scroll + 1).min(last_scroll(self)),
            SpeakerAction::Digit(digit) => {
                self.typed = Some(SlideNumber::with_digit(typed, digit));
            }
            SpeakerAction::EraseDigit => self.typed = typed.and_then(SlideNumber::without_last_digit),
            SpeakerAction::ClearNumber => {}
            SpeakerAction::GoToNumber => {
                return typed
                    .map_or(SpeakerEffect::None, |number| SpeakerEffect::Send(RemoteCommand::To(number.get())));
            }
            // The number of a question is typed before its key.
            SpeakerAction::Send(RemoteCommand::Answer(first)) => {
                let number = typed.map_or(first, SlideNumber::get);
                return SpeakerEffect::Send(RemoteCommand::Answer(number));
            }
            SpeakerAction::Send(command) => return SpeakerEffect::Send(command),
            SpeakerAction::SwitchLanguage => self.lang = self.lang.other(),
            SpeakerAction::Reload => return SpeakerEffect::Reload,
            SpeakerAction::Suspend => return SpeakerEffect::Suspend,
            SpeakerAction::Quit => return SpeakerEffect::Quit,
        }
        SpeakerEffect::None
    }

    /// Takes the presentation's status; `None` means that there is no presentation any more.
    pub fn set_status(&mut self, status: Option<SpeakerStatus>) {
        let slide = |status: &Option<SpeakerStatus>| status.as_ref().map(|status| (status.deck.clone(), status.slide));
        if slide(&self.status) != slide(&status) {
            self.scroll = 0;
        }
        self.status = status;
    }

    /// Takes the time, from which the view counts what is left.
    pub const fn set_now(&mut self, now: Clock) {
        self.now = Some(now);
    }

    /// Takes the terminal's columns and rows.
    pub const fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// Replaces the data, which was read again.
    pub fn replace_data(&mut self, library: Rc<Library>) {
        self.library = library;
    }

    /// Returns the data that the notes come from.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.library.dataset
    }

    /// Returns the decks that the view knows of.
    #[must_use]
    pub fn decks(&self) -> &Table<Deck> {
        &self.library.decks
    }

    /// Returns the language of the interface.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the terminal's columns and rows.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Returns the time, once it was told.
    #[must_use]
    pub const fn now(&self) -> Option<Clock> {
        self.now
    }

    /// Returns how many lines of the notes are scrolled out of sight.
    #[must_use]
    pub const fn scroll(&self) -> usize {
        self.scroll
    }

    /// Returns the slide number that is being typed.
    #[must_use]
    pub const fn typed(&self) -> Option<SlideNumber> {
        self.typed
    }

    /// Returns the presentation's last status; `None` if there is no presentation.
    #[must_use]
    pub const fn status(&self) -> Option<&SpeakerStatus> {
        self.status.as_ref()
    }

    /// Returns whether the data here holds the presented deck word for word; `true` if nothing is presented.
    #[must_use]
    pub fn has_presented_deck(&self) -> bool {
        self.status.as_ref().is_none_or(|status| {
            let deck = self.library.decks.find(&status.deck);
            deck.is_some_and(|deck| self.library.decks[deck].edition(&self.library) == status.edition)
        })
    }

    /// Returns the presented deck and the index of its slide. `None` also if the deck here has another content: its
    /// notes might belong to another slide than the audience sees.
    #[must_use]
    pub fn current_slide(&self) -> Option<(Key<Deck>, SlideIndex)> {
        let status = self.status.as_ref().filter(|_| self.has_presented_deck())?;
        let deck = self.library.decks.find(&status.deck)?;
        let index = SlideNumber::new(status.slide).index_in(self.library.decks[deck].slides.len())?;
        Some((deck, index))
    }

    /// Returns the slide that is shown, and the next one.
    #[must_use]
    pub fn slides(&self) -> Option<(&Slide, Option<&Slide>)> {
        let (deck, index) = self.current_slide()?;
        let slides = &self.library.decks[deck].slides;
        Some((slides.get(index.get())?, slides.get(index.get() + 1)))
    }

    /// Returns the key of a command over slides; `None` where it has none.
    #[must_use]
    pub fn key_of(&self, command: SlideCommand) -> Option<Chord> {
        self.keys.presentation.key_of(Action::Present(command))
    }

    /// Returns how much time has passed and is left; `None` if nothing is presented.
    #[must_use]
    pub fn time(&self) -> Option<SpeakingTime> {
        let status = self.status.as_ref()?;
        let elapsed = self.now?.seconds.saturating_sub(status.began);
        Some(SpeakingTime::new(elapsed, self.minutes.or(status.minutes)))
    }
}
