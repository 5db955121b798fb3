//! Takes the terminal over, and gives it back as it was on every way out.

use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;
use std::{io, process, thread};

use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

use super::tty;

/// Switches to the alternate screen, hides the cursor, and has pasted text marked as such. Then, in this order: keyboard
/// modes that a program has left on which crashed (kitty's protocol, xterm's `modifyOtherKeys`, application cursor keys,
/// application keypad) are switched off, which terminals without them ignore. The first frame clears whatever an old one
/// shows of them.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[=0u\x1b[>4;0m\x1b[?1l\x1b>";
/// Switches off everything that may have been switched on, the keyboard modes included. For the sake of terminals that
/// have no alternate screen, theirs is cleared, and the prompt comes below it, at the left.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[=0u\x1b[>4;0m\x1b[?1l\x1b>\x1b[m\x1b[r\x1b[2J\x1b[999;1H\
\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Asks for reports of buttons, dragging and the wheel, with coordinates as numbers.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The modes of the line before it was taken over. Not part of [`Session`]: a panic and the last resort need them too.
static ORIGINAL: Mutex<Option<Termios>> = Mutex::new(None);
static ENTERED: AtomicBool = AtomicBool::new(false);

fn original() -> MutexGuard<'static, Option<Termios>> {
    ORIGINAL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Holds the terminal as long as it lives.
#[derive(Debug)]
pub(super) struct Session(());

/// The exit code of a program that has panicked, as Rust's own.
const PANICKED: i32 = 101;

impl Session {
    /// Takes the terminal over; a panic from now on gives it back before its message is printed, and ends the program, also
    /// where the thread that has panicked is another: it would go on unseen, on a terminal that it no longer has.
    pub(super) fn start() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let report = panic::take_hook();
            panic::set_hook(Box::new(move |panic| {
                leave();
                report(panic);
                process::exit(PANICKED);
            }));
        });
        let session = Self(());
        enter()?;
        Ok(session)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

/// Returns whether the terminal is taken over. While we are suspended it is not.
pub(super) fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Takes the terminal over, for the first time or again.
pub(super) fn enter() -> io::Result<()> {
    let now = tcgetattr(tty::input())?;
    let mut original = original();
    // Stopped by force and continued, we find our own modes, which are not the ones to give back.
    let before = if is_entered() { original.clone().unwrap_or(now) } else { now };
    let mut raw = before.clone();
    raw.make_raw();
    tcsetattr(tty::input(), OptionalActions::Now, &raw)?;
    *original = Some(before);
    drop(original);
    ENTERED.store(true, Ordering::SeqCst);
    tty::write(ENTER)
}

/// Gives the terminal back, once. Nothing can be done about errors here: mostly, the terminal is gone.
pub(super) fn leave() {
    if set_left() {
        let _ = tty::write_last(LEAVE);
        restore_modes();
    }
}

/// Notes that the terminal is being given back, and returns whether it was still taken.
fn set_left() -> bool {
    let _gate = original();
    ENTERED.swap(false, Ordering::SeqCst)
}

/// Drops what waits to be shown, and returns whether it did. Once the loop gives the terminal back itself, what waits
/// may be its last bytes, and stays.
fn drop_output() -> bool {
    let _gate = original();
    tty::abandon_output();
    is_entered() && tcflush(tty::output(), QueueSelector::OFlush).is_ok()
}

fn restore_modes() {
    if tty::is_ours()
        && let Some(original) = original().as_ref()
    {
        let _ = tcsetattr(tty::input(), OptionalActions::Now, original);
    }
}

/// Ends the process when the loop does not: it is stuck in a write to a terminal that takes nothing more.
///
/// Dropping what waits to be shown breaks the write off, so that the loop can end by itself. If it does not, the
/// terminal is given back from here, as far as that works.
pub(super) fn give_up(code: u8) -> ! {
    let mut tries = 0;
    while tries < 30 && drop_output() {
        tries += 1;
        // A write that sleeps does not notice that there is room again until a signal wakes it.
        let _ = kill_process(getpid(), Signal::WINCH);
        thread::sleep(Duration::from_millis(10));
    }
    if set_left() {
        // The stuck write may hold up every other one, so a thread does this, and nobody waits for it.
        thread::spawn(|| tty::write_last(LEAVE));
    }
    thread::sleep(Duration::from_millis(100));
    restore_modes();
    process::exit(i32::from(code))
}

/// Returns the bytes that switch mouse reports on or off.
pub(super) fn mouse(on: bool) -> &'static [u8] {
    if on { MOUSE_ON } else { MOUSE_OFF }
}
