//! Asks the terminal how wide it draws characters, and what its background is, which only `cppcc doctor` does.
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
/// Asks for the colour of the background (OSC 11). It ends in no bell, which a terminal that does not know it would ring.
const WHICH_BACKGROUND: &str = "\x1b]11;?\x1b\\";
/// Asks what kind of terminal it is.
const LAST_QUESTION: &str = "\x1b[c";
const WIPE: &str = "\r\x1b[K";

/// What the terminal has answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TerminalAnswers {
    /// The cells of each sample, in their order; as many as were answered.
    pub widths: Vec<u16>,
    /// The red, green and blue of the background.
    pub background: Option<[u8; 3]>,
    /// Whether the last question was answered.
    pub is_complete: bool,
    /// How long it took until nothing more was waited for.
    pub took: Duration,
    /// The signal that broke it off: Ctrl-C counts as `SIGINT`.
    pub broken_off: Option<i32>,
}

/// Measures how wide the samples are drawn, and asks for the background. What is typed meanwhile is lost.
///
/// # Errors
/// When the terminal cannot be changed, written or read.
pub fn measure(samples: &[&str]) -> io::Result<TerminalAnswers> {
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

fn ask(samples: &[&str], signals: &SignalWatch) -> io::Result<TerminalAnswers> {
    let start = Instant::now();
    let questions: Vec<String> = samples.iter().map(|sample| format!("\r{sample}{WHERE}")).collect();
    // What a terminal does not know, it may write down: that is wiped with the samples.
    tty::write(format!("{}{WHICH_BACKGROUND}{WIPE}{LAST_QUESTION}", questions.concat()).as_bytes())?;
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
    let AnswerReader { widths, background, is_complete, .. } = reader;
    Ok(TerminalAnswers { widths, background, is_complete, took: start.elapsed(), broken_off })
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
    background: Option<[u8; 3]>,
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
            let is_read = match self.held[1] {
                b'[' => self.read_control_sequence(),
                b']' => self.read_command(),
                _ => {
                    self.held.drain(..1);
                    true
                }
            };
            if !is_read {
                return;
            }
        }
    }

    /// Reads the control sequence at the start of what is held. Returns whether its end has come.
    fn read_control_sequence(&mut self) -> bool {
        let is_last = |byte: &u8| !(0x20..=0x3f).contains(byte);
        let Some(end) = self.held[2..].iter().position(is_last).map(|at| at + 2) else { return false };
        let sequence: Vec<u8> = self.held.drain(..=end).collect();
        self.read_answer(&sequence[2..end], sequence[end]);
        true
    }

    /// Reads the command to an operating system (OSC) at the start of what is held, which ends in a bell or in `ESC \`.
    /// Returns whether its end has come, or what shows that it is none.
    fn read_command(&mut self) -> bool {
        let Some(end) = self.held[2..].iter().position(|byte| *byte < 0x20).map(|at| at + 2) else { return false };
        let length = match self.held[end..] {
            [0x07, ..] => 1,
            [0x1b, b'\\', ..] => 2,
            [0x1b] => return false,
            _ => 0,
        };
        let command: Vec<u8> = self.held.drain(..end + length).collect();
        if length > 0 {
            let told = std::str::from_utf8(&command[2..end]).ok().and_then(|text| text.strip_prefix("11;"));
            self.background = told.and_then(read_colour).or(self.background);
        }
        true
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

/// Reads a colour as X11 writes it: `rgb:` or `rgba:`, and parts of one to four hexadecimal digits.
fn read_colour(text: &str) -> Option<[u8; 3]> {
    let parts = text.strip_prefix("rgb:").or_else(|| text.strip_prefix("rgba:"))?;
    let part = |digits: &str| {
        let most = (1_u32 << (4 * digits.len())) - 1;
        let level = u32::from_str_radix(digits, 16).ok()?;
        u8::try_from((level * 255 + most / 2) / most).ok()
    };
    let mut parts = parts.split('/').map(|digits| (1..=4).contains(&digits.len()).then(|| part(digits)).flatten());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_background_is_found_however_it_is_told() {
        let told = |pieces: &[&str]| {
            let mut reader = AnswerReader::default();
            for piece in pieces {
                reader.feed(piece.as_bytes());
            }
            assert!(reader.is_complete, "{pieces:?}");
            reader.background
        };
        assert_eq!(told(&["\x1b]11;rgb:ffff/8080/0000\x1b\\\x1b[?62c"]), Some([255, 128, 0]));
        assert_eq!(told(&["\x1b]11;rgb:ff/80/00\x07\x1b[?62c"]), Some([255, 128, 0]));
        assert_eq!(told(&["\x1b]11;rgba:ffff/ffff/ffff/8000\x07\x1b[?62c"]), Some([255; 3]));
        assert_eq!(told(&["x\x1b]1", "1;rgb:0/0", "/0\x1b", "\\\x1b[?6", "2c"]), Some([0; 3]));
        // A question that comes back, another command, an Alt-] of somebody who types, and nothing at all.
        assert_eq!(told(&["\x1b]11;?\x1b\\\x1b[?62c"]), None);
        assert_eq!(told(&["\x1b]10;rgb:ff/ff/ff\x07\x1b[?62c"]), None);
        assert_eq!(told(&["\x1b]11;rgb:ff/ff\x07\x1b]11;rgb:/f/f\x07\x1b]11;rgb:é/f/f\x07\x1b[?62c"]), None);
        assert_eq!(told(&["\x1b]", "abc", "\x1b[?62c"]), None);
        assert_eq!(told(&["\x1b[?62c"]), None);
        let mut reader = AnswerReader::default();
        reader.feed(b"\x1b]abc\x03");
        assert!(reader.is_interrupted, "Ctrl-C is noticed behind what looks like an answer");
    }

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
