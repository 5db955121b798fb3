//! Taking the terminal over, and giving it back as it was on every way out.

use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;
use std::{io, process, thread};

use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

use super::tty;

/// The alternate screen, no cursor, pasted text marked as such.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// Everything that may have been switched on is switched off, whether it was or not. The screen is cleared for the
/// sake of terminals that have no alternate one.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[r\x1b[2J\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Buttons, dragging and the wheel; reports as numbers.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The modes of the line as they were. Not part of [`Session`], because a panic and the last resort need it too.
static ORIGINAL: Mutex<Option<Termios>> = Mutex::new(None);
static ENTERED: AtomicBool = AtomicBool::new(false);

fn original() -> MutexGuard<'static, Option<Termios>> {
    ORIGINAL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal is ours as long as this lives.
#[derive(Debug)]
pub(super) struct Session(());

impl Session {
    /// Takes the terminal over; a panic from now on gives it back before its message is printed.
    pub(super) fn start() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let report = panic::take_hook();
            panic::set_hook(Box::new(move |panic| {
                leave();
                report(panic);
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

/// Whether the terminal is in our hands: not while we are suspended.
pub(super) fn is_entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Takes the terminal over, for the first time or again.
pub(super) fn enter() -> io::Result<()> {
    let now = tcgetattr(tty::input())?;
    let mut original = original();
    // Stopped by force and let go on again, we find our own modes, which are not the ones to give back.
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

/// Notes that the terminal is being given back; says whether it was not before.
fn set_left() -> bool {
    let _gate = original();
    ENTERED.swap(false, Ordering::SeqCst)
}

/// Drops what waits to be shown, unless that may be what the loop itself has written on its way out. Says whether it
/// did.
fn drop_output() -> bool {
    let _gate = original();
    tty::hush();
    is_entered() && tcflush(tty::output(), QueueSelector::OFlush).is_ok()
}

fn restore_modes() {
    if tty::is_ours()
        && let Some(original) = original().as_ref()
    {
        let _ = tcsetattr(tty::input(), OptionalActions::Now, original);
    }
}

/// The last resort, when the loop does not answer: it is stuck in a write to a terminal that takes nothing more. What
/// waits to be shown is dropped and the write broken off, so that the loop comes to its end. If it doesn't, the terminal
/// is given back from here as far as that works, and the process ends.
pub(super) fn give_up(code: u8) -> ! {
    let mut tries = 0;
    while tries < 30 && drop_output() {
        tries += 1;
        // A write that sleeps does not notice that there is room again until a signal wakes it.
        let _ = kill_process(getpid(), Signal::WINCH);
        thread::sleep(Duration::from_millis(10));
    }
    if set_left() {
        // The write that is stuck may hold up every other one, so this is left to a thread that nobody waits for.
        thread::spawn(|| tty::write_last(LEAVE));
    }
    thread::sleep(Duration::from_millis(100));
    restore_modes();
    process::exit(i32::from(code))
}

/// What switches mouse reports on or off.
pub(super) fn mouse(on: bool) -> &'static [u8] {
    if on { MOUSE_ON } else { MOUSE_OFF }
}
