//! The terminal: takes it over and gives it back, reads keys from it, and draws on it.
//!
//! [`run`] shows an [`Application`] until it ends. What that draws into a buffer reaches the terminal through a
//! [`PainterBackend`], in as few bytes as possible, and not at all where nothing has changed. The terminal is asked
//! nothing (but by [`probe`]), and comes back as it was on every way out: quitting, an error, a panic, `SIGTERM`,
//! `SIGHUP`, `SIGINT`, `SIGQUIT`, Ctrl-Z, and a dropped line.
//!
//! Of this crate only `text` is used here.

mod application;
mod backend;
mod cells;
mod check;
mod clipboard;
mod cursor;
mod decoder;
mod event;
mod event_loop;
mod frame_writer;
mod grid;
mod key_sequence;
mod links;
mod messages;
mod painter;
mod paste;
mod pending;
pub mod probe;
mod scroll;
mod session;
mod sgr;
mod tty;

pub use application::{Application, Flow};
pub use backend::PainterBackend;
pub use check::{NotATerminal, check_terminal, size};
pub use clipboard::to_clipboard;
pub use decoder::{Decoder, Doubt};
pub use event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
pub use event_loop::{Exit, run};
pub use messages::Waker;
pub use painter::Painter;
