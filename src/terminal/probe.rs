//! Asking the terminal how wide it draws characters, which only `cppcc doctor` does.
//!
//! Each sample is written at the start of the line, followed by a question where the cursor is. All is sent in one
//! piece, so that a slow line costs its delay once; the last question is one that nearly every terminal answers, so that
//! one that leaves the others unanswered is known as soon as that answer has come. The line is wiped again.

use std::io;
use std::os::fd::BorrowedFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::SigId;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use super::tty;

/// How long all answers together may take.
pub const PATIENCE: Duration = Duration::from_secs(1);
/// Where the cursor is.
const WHERE: &str = "\x1b[6n";
/// What kind of terminal it is: the question that is answered last.
const LAST_QUESTION: &str = "\x1b[c";
const WIPE: &str = "\r\x1b[K";

/// What the terminal has answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The cells of each sample, in their order; as many as were answered.
    pub widths: Vec<u16>,
    /// Whether the last question was answered.
    pub is_complete: bool,
    /// How long it took until nothing more was waited for.
    pub took: Duration,
    /// Whether a person, or a signal of this number, broke it off.
    pub broken_off: Option<i32>,
}

/// Asks how wide the samples are drawn. What is typed meanwhile is lost.
///
/// # Errors
/// When the terminal can't be changed, written or read.
pub fn measure(samples: &[&str]) -> io::Result<Answers> {
    let signals = Signals::listen()?;
    let raw = Raw::start()?;
    let result = ask(samples, &signals);
    drop(raw);
    result
}

/// Sends bytes that the terminal does not draw.
///
/// # Errors
/// When the terminal can't be written.
pub fn send(bytes: &[u8]) -> io::Result<()> {
    tty::write(bytes)
}

fn ask(samples: &[&str], signals: &Signals) -> io::Result<Answers> {
    let start = Instant::now();
    let questions: Vec<String> = samples.iter().map(|sample| format!("\r{sample}{WHERE}")).collect();
    tty::write(format!("{}{WIPE}{LAST_QUESTION}", questions.concat()).as_bytes())?;
    let (mut listener, mut bytes) = (Listener::default(), [0; 512]);
    while !listener.is_complete && !listener.is_interrupted && signals.caught().is_none() {
        let left = PATIENCE.saturating_sub(start.elapsed());
        if left.is_zero() {
            break;
        }
        if has_input(left)? {
            match tty::read(&mut bytes)? {
                0 => break,
                length => listener.take(&bytes[..length]),
            }
        }
    }
    let broken_off = signals.caught().or(listener.is_interrupted.then_some(SIGINT));
    listener.widths.truncate(samples.len());
    let Listener { widths, is_complete, .. } = listener;
    Ok(Answers { widths, is_complete, took: start.elapsed(), broken_off })
}

/// Waits for input, at most so long; a signal ends the wait.
fn has_input(most: Duration) -> io::Result<bool> {
    let most = Timespec::try_from(most).map_err(|_| io::ErrorKind::InvalidInput)?;
    let input: BorrowedFd<'_> = tty::input();
    match poll(&mut [PollFd::from_borrowed_fd(input, PollFlags::IN)], Some(&most)) {
        Ok(ready) => Ok(ready > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// The line in raw mode as long as this lives; then as it was, without what has arrived too late.
struct Raw(Termios);

impl Raw {
    fn start() -> io::Result<Self> {
        let before = tcgetattr(tty::input())?;
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(tty::input(), OptionalActions::Flush, &raw)?;
        Ok(Self(before))
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = tcsetattr(tty::input(), OptionalActions::Flush, &self.0);
    }
}

/// The signals that would end the process with the line left raw are noted instead, as long as this lives.
struct Signals(Vec<(i32, Arc<AtomicBool>, SigId)>);

impl Signals {
    fn listen() -> io::Result<Self> {
        let mut noted = Self(Vec::new());
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            let flag = Arc::new(AtomicBool::new(false));
            let id = signal_hook::flag::register(signal, Arc::clone(&flag))?;
            noted.0.push((signal, flag, id));
        }
        Ok(noted)
    }

    fn caught(&self) -> Option<i32> {
        self.0.iter().find(|(_, flag, _)| flag.load(Ordering::SeqCst)).map(|(signal, ..)| *signal)
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for (_, _, id) in &self.0 {
            signal_hook::low_level::unregister(*id);
        }
    }
}

/// Picks answers out of what arrives, in any pieces.
#[derive(Default)]
struct Listener {
    held: Vec<u8>,
    widths: Vec<u16>,
    is_complete: bool,
    /// Whether Ctrl-C was typed.
    is_interrupted: bool,
}

impl Listener {
    fn take(&mut self, bytes: &[u8]) {
        self.held.extend_from_slice(bytes);
        loop {
            let Some(escape) = self.held.iter().position(|byte| *byte == 0x1b) else {
                self.is_interrupted |= self.held.contains(&0x03);
                self.held.clear();
                return;
            };
            self.is_interrupted |= self.held[..escape].contains(&0x03);
            self.held.drain(..escape);
            if self.held.len() < 2 {
                return;
            }
            if self.held[1] != b'[' {
                self.held.drain(..1);
                continue;
            }
            let is_last = |byte: &u8| !(0x20..=0x3f).contains(byte);
            let Some(end) = self.held[2..].iter().position(is_last).map(|at| at + 2) else { return };
            let sequence: Vec<u8> = self.held.drain(..=end).collect();
            self.answer(&sequence[2..end], sequence[end]);
        }
    }

    fn answer(&mut self, parameters: &[u8], last: u8) {
        let text = std::str::from_utf8(parameters).unwrap_or_default();
        match last {
            b'R' => {
                let column = text.split(';').nth(1).and_then(|digits| digits.parse::<u16>().ok());
                self.widths.extend(column.and_then(|column| column.checked_sub(1)));
            }
            b'c' if text.starts_with('?') => self.is_complete = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_among_typing_and_in_pieces() {
        let mut listener = Listener::default();
        for piece in ["q\x1b[24;2", "R\x1b[A\x1b", "[24;3Rx\x1b]11;rgb\x07\x1b[1;1R", "\x1b[?62;22c"] {
            assert!(!listener.is_complete);
            listener.take(piece.as_bytes());
        }
        assert_eq!((listener.widths.as_slice(), listener.is_complete), ([1, 2, 0].as_slice(), true));
        assert!(!listener.is_interrupted);
        listener.take(b"\x03");
        assert!(listener.is_interrupted);
    }
}
