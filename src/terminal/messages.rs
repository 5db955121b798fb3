//! The queue that wakes the event loop: input, signals and other threads of the application.
//!
//! Two threads sleep in the kernel, one until there is input and one until there is a signal, and pass on what they
//! get. An idle program does not run at all.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};
use std::{io, thread};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::{session, tty};

/// How long the loop may take to end after a signal before the process is ended without it.
const END_TIMEOUT: Duration = Duration::from_millis(700);
/// How long our own stop signal may take to come back to us.
const ECHO_WAIT: Duration = Duration::from_millis(200);

/// What the loop is woken with.
#[derive(Debug)]
pub(super) enum LoopMessage {
    /// Bytes came from the terminal.
    Input(Vec<u8>),
    /// A signal of this number came.
    Signal(i32),
    /// There is no more input: the terminal is gone.
    Closed,
    /// A [`Waker`] was used.
    Woken,
}

/// Wakes the event loop from any thread: the application then gets [`Event::Wake`](super::Event::Wake).
#[derive(Clone, Debug)]
pub struct Waker(Sender<LoopMessage>);

impl Waker {
    /// Wakes the loop; does nothing where it has ended.
    pub fn wake(&self) {
        let _ = self.0.send(LoopMessage::Woken);
    }
}

/// Returns whether a signal asks the program to end.
pub(super) const fn ends(signal: i32) -> bool {
    matches!(signal, SIGTERM | SIGHUP | SIGINT | SIGQUIT)
}

/// Returns a process's exit code after a signal, by the shell's convention.
pub(super) fn exit_code(signal: i32) -> u8 {
    u8::try_from(signal).unwrap_or(u8::MAX).saturating_add(128)
}

/// The messages that wait for the loop.
pub(super) struct MessageQueue {
    receiver: Receiver<LoopMessage>,
    /// The input thread's end of the channel, until that thread has been started.
    sender: Option<Sender<LoopMessage>>,
    /// Messages put off by [`Self::take_stop`].
    earlier: VecDeque<LoopMessage>,
}

impl MessageQueue {
    /// Starts the thread for signals, and returns the queue with a waker for it.
    pub(super) fn start() -> io::Result<(Self, Waker)> {
        let (sender, receiver) = mpsc::channel();
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let from_signals = sender.clone();
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                if from_signals.send(LoopMessage::Signal(signal)).is_err() {
                    return;
                }
                if ends(signal) {
                    thread::sleep(END_TIMEOUT);
                    session::give_up(exit_code(signal));
                }
            }
        })?;
        let waker = Waker(sender.clone());
        Ok((Self { receiver, sender: Some(sender), earlier: VecDeque::new() }, waker))
    }

    /// Starts the thread for input. Not before the terminal is in raw mode: until then input comes line by line.
    pub(super) fn start_input(&mut self) -> io::Result<()> {
        let Some(sender) = self.sender.take() else { return Ok(()) };
        thread::Builder::new().name("input".into()).spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = tty::read(&mut bytes) {
                if sender.send(LoopMessage::Input(bytes[..length].to_vec())).is_err() {
                    return;
                }
            }
            let _ = sender.send(LoopMessage::Closed);
        })?;
        Ok(())
    }

    /// Waits for the next message; `None` when `limit` has passed.
    pub(super) fn wait(&mut self, limit: Option<Duration>) -> Option<LoopMessage> {
        if let Some(message) = self.earlier.pop_front() {
            return Some(message);
        }
        match limit {
            // Both threads gone: as good as a terminal gone.
            None => Some(self.receiver.recv().unwrap_or(LoopMessage::Closed)),
            Some(limit) => match self.receiver.recv_timeout(limit) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(LoopMessage::Closed),
            },
        }
    }

    /// Whether a message has arrived. It is kept for whoever waits.
    pub(super) fn has_arrived(&mut self) -> bool {
        if let Some(message) = self.at_hand() {
            self.earlier.push_front(message);
        }
        !self.earlier.is_empty()
    }

    /// Returns the next message if it has arrived.
    pub(super) fn at_hand(&mut self) -> Option<LoopMessage> {
        self.earlier.pop_front().or_else(|| self.receiver.try_recv().ok())
    }

    /// Returns the first waiting signal that asks the program to end, and drops what came before it.
    pub(super) fn ending_signal(&mut self) -> Option<i32> {
        std::iter::from_fn(|| self.at_hand()).find_map(|message| match message {
            LoopMessage::Signal(signal) if ends(signal) => Some(signal),
            _ => None,
        })
    }

    /// Takes a stop signal out of the queue, waiting a moment for it.
    pub(super) fn take_stop(&mut self) {
        let end = Instant::now() + ECHO_WAIT;
        while let Ok(message) = self.receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if matches!(message, LoopMessage::Signal(SIGTSTP)) {
                return;
            }
            self.earlier.push_back(message);
        }
    }
}
