//! The terminal: taking it over and giving it back, keys from it and pictures to it.
//!
//! [`run`] shows an [`Application`] until it ends. What that draws into a buffer reaches the terminal through a
//! [`Painter`] in as few bytes as possible, and nothing at all where nothing has changed. The terminal is asked nothing
//! and comes back as it was on every way out: quitting, an error, a panic, `SIGTERM`, `SIGHUP`, `SIGINT`, `SIGQUIT`,
//! Ctrl-Z, and a line that drops.

mod clipboard;
mod decode;
mod events;
mod grid;
mod moves;
mod painter;
mod pen;
pub mod probe;
mod scroll;
mod session;
mod tty;

pub use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::time::Duration;

pub use clipboard::to_clipboard;
pub use events::{Waker, run};
pub use painter::Painter;

use crate::text::Phrase;

/// What the loop shows and asks.
pub trait Application {
    /// Gets the means to wake the loop from other threads, before anything else happens.
    fn start(&mut self, _waker: Waker) {}

    /// Takes one event in and says what follows from it. The first one is always a [`Event::Resize`].
    fn handle(&mut self, event: Event) -> Flow;

    /// Draws the whole screen into an empty buffer of its size.
    fn draw(&self, buffer: &mut Buffer);

    /// Where the cursor belongs; hidden where there is nothing to type into. Input methods follow it.
    fn cursor(&self) -> Option<Position> {
        None
    }

    /// Whether the mouse is listened to. If it is, the terminal's own selecting needs Shift.
    fn mouse(&self) -> bool {
        false
    }

    /// How long until something is to be drawn that nobody has asked for, such as a clock: then comes an
    /// [`Event::Tick`]. Without it the loop sleeps until something happens. Asked anew after every event.
    fn next_tick(&self) -> Option<Duration> {
        None
    }
}

/// Something that has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(KeyEvent),
    /// The mouse; column and row are counted from 0.
    Mouse(MouseEvent),
    /// Text pasted in one go.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The time that [`Application::next_tick`] asked for is over.
    Tick,
    /// A [`Waker`] was used.
    Wake,
}

/// What follows from an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing in particular: the screen is drawn anew.
    Continue,
    /// The end, with this exit code.
    Quit(u8),
    /// To the shell, until it brings us back.
    Suspend,
    /// These bytes go to the terminal as they are (a copy to the clipboard, for instance). They must not draw.
    Write(Vec<u8>),
}

/// How the loop has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The application wanted to, with this exit code.
    Quit(u8),
    /// A signal of this number asked for it.
    Signal(i32),
    /// The terminal is gone.
    Closed,
}

impl Exit {
    /// The process's exit code, by the shell's convention: 128 and the signal's number for signals. A terminal that is
    /// gone counts as its signal, `SIGHUP`.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Quit(code) => code,
            Self::Signal(signal) => u8::try_from(signal).unwrap_or(u8::MAX).saturating_add(128),
            Self::Closed => 129,
        }
    }
}

/// Why there is no terminal to draw on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATerminal {
    /// Standard input is a file or a pipe.
    Input,
    /// Standard output is.
    Output,
}

impl NotATerminal {
    /// One line for the user.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Input => Phrase {
                zh: "看板须在终端中使用：标准输入不是终端",
                en: "the dashboard needs a terminal: standard input is not one",
            },
            Self::Output => Phrase {
                zh: "看板须在终端中使用：标准输出不是终端。导出数据请用 cppcc export",
                en: "the dashboard needs a terminal: standard output is not one (for the data, see cppcc export)",
            },
        }
    }
}

/// The terminal's columns and rows; 80 and 24 where it doesn't know them itself.
#[must_use]
pub fn size() -> (u16, u16) {
    tty::size()
}

/// Whether there is a terminal to draw on and to read keys from.
///
/// # Errors
///
/// When standard output or standard input is not a terminal.
pub fn check_terminal() -> Result<(), NotATerminal> {
    if !tty::output_is_terminal() {
        return Err(NotATerminal::Output);
    }
    if !tty::input_is_terminal() {
        return Err(NotATerminal::Input);
    }
    Ok(())
}
