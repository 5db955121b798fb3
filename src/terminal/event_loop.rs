//! The event loop: wait, handle everything that has arrived, draw once.
//!
//! There is no timer unless the application asks for one. The one exception: what is in doubt is held for a while, such
//! as an Escape, to see whether it begins a longer sequence.

use std::io;
use std::time::{Duration, Instant};

use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGSTOP, SIGTSTP, SIGWINCH};

use super::application::{Application, Flow};
use super::backend::PainterBackend;
use super::decoder::{Decoder, Doubt};
use super::event::Event;
use super::links;
use super::messages::{LoopMessage, MessageQueue, exit_code};
use super::pending::PendingEvents;
use super::session::{self, Session};
use super::tty::{self, TtyOutput};
use crate::text::{ColorDepth, environment};

/// How long the rest of an escape sequence may take on this machine: too short to be felt.
const ESCAPE_WAIT: Duration = Duration::from_millis(50);
/// How long it may take over SSH, whose packets a slow line holds up or tears apart.
const ESCAPE_WAIT_OVER_SSH: Duration = Duration::from_millis(200);
/// How long nothing may come of a paste before it is given up.
const PASTE_WAIT: Duration = Duration::from_secs(1);
/// How long events are handled before the screen is drawn again, however many there are.
const TURN_LIMIT: Duration = Duration::from_millis(100);

/// How the loop has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The application ended itself with this exit code.
    Quit(u8),
    /// A signal of this number asked for the end.
    Signal(i32),
    /// The terminal is gone.
    Closed,
}

impl Exit {
    /// Returns the process's exit code, by the shell's convention: 128 and the signal's number for signals. A terminal
    /// that is gone counts as its signal, `SIGHUP`.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Quit(code) => code,
            Self::Signal(signal) => exit_code(signal),
            Self::Closed => 129,
        }
    }
}

/// Runs `app` on the terminal until it ends, and gives the terminal back.
///
/// A thread goes on reading standard input afterwards, so this should be the last thing that a process does with it.
///
/// # Errors
///
/// When the terminal cannot be taken over or written to. That it has gone away is not an error but [`Exit::Closed`].
pub fn run<A: Application>(app: &mut A, depth: ColorDepth) -> io::Result<Exit> {
    let (queue, waker) = MessageQueue::start()?;
    app.start(waker);
    let session = Session::start()?;
    let mut event_loop = EventLoop::new(app, depth, queue);
    let mut result = event_loop.run();
    drop(session);
    if tty::is_output_abandoned()
        && let Some(signal) = event_loop.queue.ending_signal()
    {
        // The signal broke off a write that was stuck. That the write failed is only a consequence.
        result = Ok(Exit::Signal(signal));
    }
    match result {
        Err(error) if tty::is_gone(&error) => Ok(Exit::Closed),
        other => other,
    }
}

/// Draws a whole frame, and puts the cursor where it belongs.
fn draw_frame<W: io::Write>(
    backend: &mut PainterBackend<W>,
    frame: Buffer,
    cursor: Option<Position>,
) -> io::Result<()> {
    backend.take_frame(frame);
    match cursor {
        Some(position) => {
            backend.show_cursor()?;
            backend.set_cursor_position(position)?;
        }
        None => backend.hide_cursor()?,
    }
    backend.flush()
}

/// What a wait without a message ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Timer {
    /// What is held is complete, after so long.
    Doubt(Duration),
    /// The application's tick, after so long.
    Tick(Duration),
}

impl Timer {
    /// Returns which comes first, if any. The other one is asked for again after it, so neither is lost.
    fn next(doubt: Option<Duration>, tick: Option<Duration>) -> Option<Self> {
        match (doubt, tick) {
            (Some(doubt), Some(tick)) if tick < doubt => Some(Self::Tick(tick)),
            (Some(doubt), _) => Some(Self::Doubt(doubt)),
            (None, tick) => tick.map(Self::Tick),
        }
    }

    const fn duration(self) -> Duration {
        match self {
            Self::Doubt(duration) | Self::Tick(duration) => duration,
        }
    }
}

struct EventLoop<'a, A> {
    app: &'a mut A,
    queue: MessageQueue,
    depth: ColorDepth,
    backend: PainterBackend<TtyOutput>,
    decoder: Decoder,
    /// When what the decoder holds is taken for complete.
    deadline: Option<Instant>,
    escape_wait: Duration,
    pending: PendingEvents,
    /// Whether the terminal shows links.
    has_links: bool,
    /// Whether mouse reports are switched on.
    mouse: bool,
    size: (u16, u16),
}

impl<'a, A: Application> EventLoop<'a, A> {
    fn new(app: &'a mut A, depth: ColorDepth, queue: MessageQueue) -> Self {
        let backend = PainterBackend::new(TtyOutput, Size::default(), depth);
        let is_over_ssh = environment::is_over_ssh(|name| std::env::var(name).ok());
        Self {
            app,
            queue,
            depth,
            backend,
            decoder: Decoder::default(),
            deadline: None,
            escape_wait: if is_over_ssh { ESCAPE_WAIT_OVER_SSH } else { ESCAPE_WAIT },
            pending: PendingEvents::default(),
            has_links: links::are_shown(|name| std::env::var(name).ok()),
            mouse: false,
            size: (0, 0),
        }
    }

    fn run(&mut self) -> io::Result<Exit> {
        self.queue.start_input()?;
        if let Some(exit) = self.resize()? {
            return Ok(exit);
        }
        loop {
            self.draw()?;
            let mut step = 0;
            while self.pending.is_empty() && !self.queue.has_arrived() && self.app.prepare(step) {
                step += 1;
            }
            if let Some(exit) = self.turn()? {
                return Ok(exit);
            }
        }
    }

    /// Waits for an event and handles it together with all that have arrived meanwhile. Keys that arrive faster than
    /// the terminal can draw cost one frame, not one each; but the screen is not left as it is for long.
    fn turn(&mut self) -> io::Result<Option<Exit>> {
        if self.pending.is_empty()
            && let Some(exit) = self.wait()?
        {
            return Ok(Some(exit));
        }
        let start = Instant::now();
        while start.elapsed() < TURN_LIMIT {
            if let Some(message) = self.queue.at_hand() {
                if let Some(exit) = self.receive(message)? {
                    return Ok(Some(exit));
                }
            } else if let Some(event) = self.pending.next() {
                if let Some(exit) = self.handle(event)? {
                    return Ok(Some(exit));
                }
            } else {
                break;
            }
        }
        Ok(None)
    }

    /// Waits for a message, or until it is time to do without one.
    fn wait(&mut self) -> io::Result<Option<Exit>> {
        let doubt = self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let timer = Timer::next(doubt, self.app.next_tick());
        if let Some(message) = self.queue.wait(timer.map(Timer::duration)) {
            return self.receive(message);
        }
        if let Some(Timer::Doubt(_)) = timer {
            self.deadline = None;
            let events = self.decoder.settle();
            self.pending.extend(events);
            return Ok(None);
        }
        self.handle(Event::Tick)
    }

    /// Takes in a message. What was typed waits for its turn; signals are dealt with at once.
    fn receive(&mut self, message: LoopMessage) -> io::Result<Option<Exit>> {
        match message {
            LoopMessage::Input(bytes) => {
                let events = self.decoder.feed(&bytes);
                self.pending.extend(events);
                self.deadline = self.decoder.doubt().map(|doubt| Instant::now() + self.wait_for(doubt));
                Ok(None)
            }
            LoopMessage::Woken => {
                self.pending.wake();
                Ok(None)
            }
            LoopMessage::Closed => Ok(Some(Exit::Closed)),
            LoopMessage::Signal(SIGWINCH) => self.resize(),
            LoopMessage::Signal(SIGCONT) => self.resume(),
            LoopMessage::Signal(SIGTSTP) => self.suspend(false).map(|()| None),
            LoopMessage::Signal(signal) => Ok(Some(Exit::Signal(signal))),
        }
    }

    const fn wait_for(&self, doubt: Doubt) -> Duration {
        match doubt {
            Doubt::Key => self.escape_wait,
            Doubt::Paste => PASTE_WAIT,
        }
    }

    fn handle(&mut self, event: Event) -> io::Result<Option<Exit>> {
        match self.app.handle(event) {
            Flow::Continue => {}
            Flow::Quit(code) => return Ok(Some(Exit::Quit(code))),
            Flow::Suspend => self.suspend(true)?,
            Flow::Write(bytes) => tty::write(&bytes)?,
        }
        Ok(None)
    }

    /// Takes in the terminal's size. The next frame is painted whole even where the size is the same again: the
    /// terminal may have rearranged what it shows.
    fn resize(&mut self) -> io::Result<Option<Exit>> {
        let (width, height) = tty::size();
        self.backend.resize(Size::new(width, height));
        if (width, height) == self.size {
            return Ok(None);
        }
        self.size = (width, height);
        self.handle(Event::Resize(width, height))
    }

    /// Gives the terminal back and stops; with `all`, together with the whole process group. Whoever started us from
    /// the same job would wait for us, and the shell for them.
    fn suspend(&mut self, all: bool) -> io::Result<()> {
        if !tty::is_a_job() {
            return Ok(());
        }
        session::leave();
        if all && kill_current_process_group(Signal::TSTP).is_ok() {
            // We are in the group as well, but our handler keeps us running: that signal is dealt with here.
            self.queue.take_stop();
        }
        signal_hook::low_level::raise(SIGSTOP)
    }

    /// Goes on after having been stopped, by ourselves or by force.
    fn resume(&mut self) -> io::Result<Option<Exit>> {
        // Continued in the background: reading will stop us again, until we are brought to the foreground.
        if !tty::is_ours() {
            return Ok(None);
        }
        session::enter()?;
        self.backend = PainterBackend::new(TtyOutput, Size::default(), self.depth);
        self.mouse = false;
        self.resize()
    }

    fn draw(&mut self) -> io::Result<()> {
        if !session::is_entered() {
            return Ok(());
        }
        let wanted = self.app.mouse();
        if wanted != self.mouse {
            // Sent with the frame, so that a slow line carries one packet and not two.
            self.backend.queue(session::mouse(wanted));
            self.mouse = wanted;
        }
        let frame = self.app.take_drawn().unwrap_or_else(|| {
            let mut frame = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
            self.app.draw(&mut frame);
            frame
        });
        if self.has_links {
            self.backend.take_links(self.app.links());
        }
        draw_frame(&mut self.backend, frame, self.app.cursor())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn a_tick_that_comes_before_a_held_escape_is_known_is_not_lost() {
        let [short, long] = [ESCAPE_WAIT / 2, ESCAPE_WAIT * 2];
        let doubt = Some(ESCAPE_WAIT);
        assert_eq!(Timer::next(doubt, Some(short)), Some(Timer::Tick(short)));
        assert_eq!(Timer::next(doubt, Some(long)), Some(Timer::Doubt(ESCAPE_WAIT)));
        assert_eq!(Timer::next(doubt, Some(ESCAPE_WAIT)), Some(Timer::Doubt(ESCAPE_WAIT)));
        assert_eq!(Timer::next(doubt, None), Some(Timer::Doubt(ESCAPE_WAIT)));
        assert_eq!(Timer::next(None, Some(long)), Some(Timer::Tick(long)));
        assert_eq!(Timer::next(None, None), None);
    }

    #[test]
    fn a_frame_that_halves_a_wide_character_is_drawn_as_it_is() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 4, 1));
        frame.set_string(0, 0, "政协", Style::new());
        frame.set_string(1, 0, "│", Style::new());
        let mut backend = PainterBackend::new(Vec::new(), Size::new(4, 1), ColorDepth::True);
        draw_frame(&mut backend, frame, Some(Position::new(3, 0))).unwrap();
        let mut emulator = vt100::Parser::new(1, 4, 0);
        emulator.process(backend.writer_mut());
        assert_eq!(emulator.screen().contents(), " │协");
        assert_eq!(emulator.screen().cursor_position(), (0, 3));
    }
}
