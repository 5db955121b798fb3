//! Asks the terminal how wide it draws characters, which only `cppcc doctor` does.
//!
//! Each sample is written at the start of the line, followed by a question where the cursor is. All is sent in one
//! piece, so that a slow line costs its delay only once. The last question is one that nearly every terminal answers:
//! once that answer has come, no other one is waited for. Then the line is erased.

use std::io;
use std::os::fd::BorrowedFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::SigId;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

use super::tty;

/// How long all answers together may take.
pub const ANSWER_TIMEOUT: Duration = Duration::from_secs(1);
/// Asks where the cursor is.
const WHERE: &str = "\x1b[6n";
/// Asks what kind of terminal it is.
const LAST_QUESTION: &str = "\x1b[c";
const WIPE: &str = "\r\x1b[K";

/// What the terminal has answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WidthAnswers {
    /// The cells of each sample, in their order; as many as were answered.
    pub widths: Vec<u16>,
    /// Whether the last question was answered.
    pub is_complete: bool,
    /// How long it took until nothing more was waited for.
    pub took: Duration,
    /// The signal that broke it off: Ctrl-C counts as `SIGINT`.
    pub broken_off: Option<i32>,
}

/// Measures how wide the samples are drawn. What is typed meanwhile is lost.
///
/// # Errors
/// When the terminal cannot be changed, written or read.
pub fn measure(samples: &[&str]) -> io::Result<WidthAnswers> {
    let signals = SignalWatch::start()?;
    let raw = RawMode::start()?;
    let result = ask(samples, &signals);
    drop(raw);
    result
}

/// Sends bytes that the terminal does not draw.
///
/// # Errors
/// When the terminal cannot be written.
pub fn send(bytes: &[u8]) -> io::Result<()> {
    tty::write(bytes)
}

fn ask(samples: &[&str], signals: &SignalWatch) -> io::Result<WidthAnswers> {
    let start = Instant::now();
    let questions: Vec<String> = samples.iter().map(|sample| format!("\r{sample}{WHERE}")).collect();
    tty::write(format!("{}{WIPE}{LAST_QUESTION}", questions.concat()).as_bytes())?;
    let (mut reader, mut bytes) = (AnswerReader::default(), [0; 512]);
    while !reader.is_complete && !reader.is_interrupted && signals.caught().is_none() {
        let left = ANSWER_TIMEOUT.saturating_sub(start.elapsed());
        if left.is_zero() {
            break;
        }
        if has_input(left)? {
            match tty::read(&mut bytes)? {
                0 => break,
                length => reader.feed(&bytes[..length]),
            }
        }
    }
    let broken_off = signals.caught().or(reader.is_interrupted.then_some(SIGINT));
    reader.widths.truncate(samples.len());
    let AnswerReader { widths, is_complete, .. } = reader;
    Ok(WidthAnswers { widths, is_complete, took: start.elapsed(), broken_off })
}

/// Waits for input, at most `limit`, and returns whether there is any. A signal ends the wait.
fn has_input(limit: Duration) -> io::Result<bool> {
    let limit = Timespec::try_from(limit).map_err(|_| io::ErrorKind::InvalidInput)?;
    let input: BorrowedFd<'_> = tty::input();
    match poll(&mut [PollFd::from_borrowed_fd(input, PollFlags::IN)], Some(&limit)) {
        Ok(ready) => Ok(ready > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Keeps the line in raw mode as long as it lives. Then the line is as it was, without what has arrived too late.
struct RawMode(Termios);

impl RawMode {
    fn start() -> io::Result<Self> {
        let before = tcgetattr(tty::input())?;
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(tty::input(), OptionalActions::Flush, &raw)?;
        Ok(Self(before))
    }
}

impl Drop for RawMode {
    fn drop(&mut self) {
        let _ = tcsetattr(tty::input(), OptionalActions::Flush, &self.0);
    }
}

/// Notes the signals that would otherwise end the process and leave the line in raw mode, as long as it lives.
struct SignalWatch(Vec<(i32, Arc<AtomicBool>, SigId)>);

impl SignalWatch {
    fn start() -> io::Result<Self> {
        let mut noted = Self(Vec::new());
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
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

impl Drop for SignalWatch {
    fn drop(&mut self) {
        for (_, _, id) in &self.0 {
            signal_hook::low_level::unregister(*id);
        }
    }
}

/// Finds answers in what arrives, in any pieces.
#[derive(Default)]
struct AnswerReader {
    held: Vec<u8>,
    widths: Vec<u16>,
    is_complete: bool,
    /// Whether Ctrl-C was typed.
    is_interrupted: bool,
}

impl AnswerReader {
    fn feed(&mut self, bytes: &[u8]) {
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
            self.read_answer(&sequence[2..end], sequence[end]);
        }
    }

    fn read_answer(&mut self, parameters: &[u8], last: u8) {
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
        let mut reader = AnswerReader::default();
        for piece in ["q\x1b[24;2", "R\x1b[A\x1b", "[24;3Rx\x1b]11;rgb\x07\x1b[1;1R", "\x1b[?62;22c"] {
            assert!(!reader.is_complete);
            reader.feed(piece.as_bytes());
        }
        assert_eq!((reader.widths.as_slice(), reader.is_complete), ([1, 2, 0].as_slice(), true));
        assert!(!reader.is_interrupted);
        reader.feed(b"\x03");
        assert!(reader.is_interrupted);
    }
}
