//! What the event loop asks of the program that it runs.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::event::Event;
use super::messages::Waker;
use crate::text::Link;

/// A program that the event loop shows.
pub trait Application {
    /// Receives the means to wake the loop from other threads, before anything else happens.
    fn start(&mut self, _waker: Waker) {}

    /// Handles one event and says what follows. The first one is always [`Event::Resize`].
    fn handle(&mut self, event: Event) -> Flow;

    /// Draws the whole screen into an empty buffer of its size.
    fn draw(&self, buffer: &mut Buffer);

    /// Takes out the whole screen as it is after the last event, where it was drawn before; `None` where it is still to be drawn.
    fn take_drawn(&mut self) -> Option<Buffer> {
        None
    }

    /// Prepares one thing that is likely to be asked next, and returns whether there may be more. It is called with 0, 1 and so
    /// on when the screen is drawn, as long as nothing else arrives.
    fn prepare(&mut self, _step: usize) -> bool {
        false
    }

    /// Returns the addresses behind what is drawn.
    fn links(&self) -> Vec<Link> {
        Vec::new()
    }

    /// Returns where the cursor belongs, since input methods open beside it; `None` hides it.
    fn cursor(&self) -> Option<Position> {
        None
    }

    /// Returns whether mouse reports are wanted. While they are on, selecting text in the terminal needs Shift.
    fn mouse(&self) -> bool {
        false
    }

    /// Returns how long until the screen changes by itself, as a clock does: then comes [`Event::Tick`].
    ///
    /// It is asked after every event. With `None` the loop sleeps until something happens.
    fn next_tick(&self) -> Option<Duration> {
        None
    }
}

/// What follows from an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Draw the screen again.
    Continue,
    /// End with this exit code.
    Quit(u8),
    /// Stop, and leave the terminal to the shell until it continues the program.
    Suspend,
    /// Send bytes that draw nothing, such as a copy to the clipboard.
    Write(Vec<u8>),
}
