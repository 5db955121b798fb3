//! The loop: wait, handle everything that has arrived, draw once.
//!
//! Two threads sleep in the kernel, one until there is input and one until there is a signal, and pass on what they
//! get; the loop sleeps until one of them does. There is no timer unless the application asks for one, so an idle program
//! does not run at all. (The one exception: an Escape is held for [`ESCAPE_WAIT`] to see whether it begins a longer
//! sequence.)

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::decode::Decoder;
use super::session::{self, Session};
use super::{Application, Event, Exit, Flow, Painter, tty};
use crate::text::ColorDepth;

/// How long the rest of an escape sequence may take. Long enough for a slow line, too short to be felt.
const ESCAPE_WAIT: Duration = Duration::from_millis(50);
/// How long the loop may take to end after a signal before the process is ended without it.
const PATIENCE: Duration = Duration::from_millis(700);
/// How long our own stop signal may take to come back to us.
const ECHO_WAIT: Duration = Duration::from_millis(200);

/// Whether a signal asks us to end.
fn ends(signal: i32) -> bool {
    matches!(signal, SIGTERM | SIGHUP | SIGINT | SIGQUIT)
}

/// What the threads pass on.
#[derive(Debug)]
enum Message {
    Input(Vec<u8>),
    Signal(i32),
    /// There is no more input: the terminal is gone.
    Closed,
    /// Another thread of the application has something for it.
    Woken,
}

/// Wakes the loop from any thread: the application then gets an [`Event::Wake`].
#[derive(Clone, Debug)]
pub struct Waker(Sender<Message>);

impl Waker {
    /// Wakes the loop. Nothing happens where it has ended.
    pub fn wake(&self) {
        let _ = self.0.send(Message::Woken);
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
    let messages = listen()?;
    if let Some(sender) = &messages.sender {
        app.start(Waker(sender.clone()));
    }
    let session = Session::start()?;
    let mut running = Loop::new(app, depth, messages);
    let mut result = running.run();
    drop(session);
    if tty::is_hushed()
        && let Some(signal) = running.messages.ending()
    {
        // Broken off in the middle of a write, for this reason.
        result = Ok(Exit::Signal(signal));
    }
    match result {
        Err(error) if tty::is_gone(&error) => Ok(Exit::Closed),
        other => other,
    }
}

/// Starts the thread for signals now and the one for input with the first message asked for.
fn listen() -> io::Result<Messages> {
    let (sender, receiver) = mpsc::channel();
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let from_signals = sender.clone();
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if from_signals.send(Message::Signal(signal)).is_err() {
                return;
            }
            if ends(signal) {
                thread::sleep(PATIENCE);
                session::give_up(Exit::Signal(signal).code());
            }
        }
    })?;
    Ok(Messages { receiver, sender: Some(sender), earlier: VecDeque::new() })
}

/// The queue of messages.
struct Messages {
    receiver: Receiver<Message>,
    /// For the input thread, until that has been started.
    sender: Option<Sender<Message>>,
    /// Put off while waiting for something else.
    earlier: VecDeque<Message>,
}

impl Messages {
    /// Begins to read the terminal. Not before it is in raw mode: what is typed till then comes line by line.
    fn start_input(&mut self) -> io::Result<()> {
        let Some(sender) = self.sender.take() else { return Ok(()) };
        thread::Builder::new().name("input".into()).spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = tty::read(&mut bytes) {
                if sender.send(Message::Input(bytes[..length].to_vec())).is_err() {
                    return;
                }
            }
            let _ = sender.send(Message::Closed);
        })?;
        Ok(())
    }

    /// The next message, waiting for it; nothing when `most` has passed.
    fn wait(&mut self, most: Option<Duration>) -> Option<Message> {
        if let Some(message) = self.earlier.pop_front() {
            return Some(message);
        }
        match most {
            // Both threads gone: as good as a terminal gone.
            None => Some(self.receiver.recv().unwrap_or(Message::Closed)),
            Some(most) => match self.receiver.recv_timeout(most) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Message::Closed),
            },
        }
    }

    /// The next message if it has arrived.
    fn at_hand(&mut self) -> Option<Message> {
        self.earlier.pop_front().or_else(|| self.receiver.try_recv().ok())
    }

    /// The signal to end that is waiting, if there is one.
    fn ending(&mut self) -> Option<i32> {
        std::iter::from_fn(|| self.at_hand()).find_map(|message| match message {
            Message::Signal(signal) if ends(signal) => Some(signal),
            _ => None,
        })
    }

    /// Takes a stop signal out of the queue, waiting a moment for it.
    fn take_stop(&mut self) {
        let end = Instant::now() + ECHO_WAIT;
        while let Ok(message) = self.receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if matches!(message, Message::Signal(SIGTSTP)) {
                return;
            }
            self.earlier.push_back(message);
        }
    }
}

struct Loop<'a, A> {
    app: &'a mut A,
    depth: ColorDepth,
    messages: Messages,
    painter: Painter,
    decoder: Decoder,
    mouse: bool,
    size: (u16, u16),
}

impl<'a, A: Application> Loop<'a, A> {
    fn new(app: &'a mut A, depth: ColorDepth, messages: Messages) -> Self {
        let painter = Painter::new(depth);
        Self { app, depth, messages, painter, decoder: Decoder::default(), mouse: false, size: (0, 0) }
    }

    fn run(&mut self) -> io::Result<Exit> {
        self.messages.start_input()?;
        if let Some(exit) = self.resize()? {
            return Ok(exit);
        }
        loop {
            self.draw()?;
            if let Some(exit) = self.turn()? {
                return Ok(exit);
            }
        }
    }

    /// Waits for something to happen and handles it together with all that has happened meanwhile, so that keys which
    /// arrive faster than the terminal can draw cost one frame and not one each.
    fn turn(&mut self) -> io::Result<Option<Exit>> {
        let escape = self.decoder.in_doubt().then_some(ESCAPE_WAIT);
        let tick = self.app.next_tick();
        let Some(first) = self.messages.wait(escape.into_iter().chain(tick).min()) else {
            let is_settled = escape.is_some_and(|wait| tick.is_none_or(|tick| wait <= tick));
            let events = if is_settled { self.decoder.settle() } else { vec![Event::Tick] };
            return self.handle(events);
        };
        let mut next = Some(first);
        while let Some(message) = next {
            if let Some(exit) = self.receive(message)? {
                return Ok(Some(exit));
            }
            next = self.messages.at_hand();
        }
        Ok(None)
    }

    fn receive(&mut self, message: Message) -> io::Result<Option<Exit>> {
        match message {
            Message::Input(bytes) => {
                let events = self.decoder.feed(&bytes);
                self.handle(events)
            }
            Message::Woken => self.handle(vec![Event::Wake]),
            Message::Closed => Ok(Some(Exit::Closed)),
            Message::Signal(SIGWINCH) => self.resize(),
            Message::Signal(SIGCONT) => self.resume(),
            Message::Signal(SIGTSTP) => self.suspend(false).map(|()| None),
            Message::Signal(signal) => Ok(Some(Exit::Signal(signal))),
        }
    }

    fn handle(&mut self, events: Vec<Event>) -> io::Result<Option<Exit>> {
        for event in events {
            match self.app.handle(event) {
                Flow::Continue => {}
                Flow::Quit(code) => return Ok(Some(Exit::Quit(code))),
                Flow::Suspend => self.suspend(true)?,
                Flow::Write(bytes) => tty::write(&bytes)?,
            }
        }
        Ok(None)
    }

    /// Even where the size is the same again, the terminal may have rearranged what it shows.
    fn resize(&mut self) -> io::Result<Option<Exit>> {
        self.painter.forget();
        let size = tty::size();
        if size == self.size {
            return Ok(None);
        }
        self.size = size;
        self.handle(vec![Event::Resize(size.0, size.1)])
    }

    /// Gives the terminal back and stops, with everything in our process group if `all`: whoever started us from the
    /// same job would wait for us, and the shell for them.
    fn suspend(&mut self, all: bool) -> io::Result<()> {
        if !tty::is_a_job() {
            return Ok(());
        }
        session::leave();
        if all && kill_current_process_group(Signal::TSTP).is_ok() {
            // We are in the group as well, but our handler keeps us running. That signal is dealt with here.
            self.messages.take_stop();
        }
        signal_hook::low_level::raise(SIGSTOP)
    }

    /// Goes on after having been stopped, by ourselves or by force.
    fn resume(&mut self) -> io::Result<Option<Exit>> {
        // Let go on in the background: reading will stop us again, until we are brought to the foreground.
        if !tty::is_ours() {
            return Ok(None);
        }
        session::enter()?;
        self.painter = Painter::new(self.depth);
        self.mouse = false;
        self.resize()
    }

    fn draw(&mut self) -> io::Result<()> {
        if !session::is_entered() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        let wanted = self.app.mouse();
        if wanted != self.mouse {
            bytes.extend_from_slice(session::mouse(wanted));
            self.mouse = wanted;
        }
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        self.app.draw(&mut buffer);
        let cursor = self.app.cursor().filter(|&place: &Position| area.contains(place));
        bytes.extend(self.painter.frame(&buffer, cursor));
        tty::write(&bytes)
    }
}
