//! What can happen while the event loop runs.

pub use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Something that has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse was used; column and row count from 0.
    Mouse(MouseEvent),
    /// Text was pasted, all of it.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The time that [`Application::next_tick`](super::Application::next_tick) asked for is over.
    Tick,
    /// A [`Waker`](super::Waker) was used.
    Wake,
}
