//! Reading from and writing to the terminal itself.
//!
//! Not through `std::io::stdout`: its lock may be held by the thread that has panicked, or that is stuck in a write to
//! a terminal which has stopped reading, just when the terminal has to be given back.

use std::io;
use std::os::fd::BorrowedFd;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{getpgrp, getsid};
use rustix::termios::{isatty, tcgetpgrp, tcgetwinsize};

/// The size taken where the terminal doesn't know its own.
const USUAL_SIZE: (u16, u16) = (80, 24);

pub(super) fn input() -> BorrowedFd<'static> {
    rustix::stdio::stdin()
}

pub(super) fn output() -> BorrowedFd<'static> {
    rustix::stdio::stdout()
}

pub(super) fn input_is_terminal() -> bool {
    isatty(input())
}

pub(super) fn output_is_terminal() -> bool {
    isatty(output())
}

/// Waits for input and reads what there is; nothing at the end of input.
pub(super) fn read(bytes: &mut [u8]) -> io::Result<usize> {
    loop {
        match rustix::io::read(input(), &mut *bytes) {
            Ok(length) => return Ok(length),
            Err(error) => wait_if_passing(error, input(), PollFlags::IN)?,
        }
    }
}

/// Set when nothing more is to be shown: what has not been written by then is given up.
static HUSHED: AtomicBool = AtomicBool::new(false);

/// Makes [`write`] fail from now on, a write that is being interrupted included.
pub(super) fn hush() {
    HUSHED.store(true, Ordering::SeqCst);
}

pub(super) fn is_hushed() -> bool {
    HUSHED.load(Ordering::SeqCst)
}

/// Writes everything, waiting where the terminal is slow.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    write_while(bytes, || !is_hushed())
}

/// Writes the last words, which nothing hushes.
pub(super) fn write_last(bytes: &[u8]) -> io::Result<()> {
    write_while(bytes, || true)
}

fn write_while(mut bytes: &[u8], go_on: impl Fn() -> bool) -> io::Result<()> {
    while !bytes.is_empty() {
        if !go_on() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        match rustix::io::write(output(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(length) => bytes = &bytes[length..],
            Err(error) => wait_if_passing(error, output(), PollFlags::OUT)?,
        }
    }
    Ok(())
}

/// Another program may have left the terminal in non-blocking mode.
fn wait_if_passing(error: Errno, on: BorrowedFd<'_>, what: PollFlags) -> io::Result<()> {
    match error {
        Errno::INTR => Ok(()),
        Errno::AGAIN => match poll(&mut [PollFd::from_borrowed_fd(on, what)], None) {
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        },
        error => Err(error.into()),
    }
}

/// Columns and rows.
pub(super) fn size() -> (u16, u16) {
    match tcgetwinsize(output()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => USUAL_SIZE,
    }
}

/// Whether the terminal is ours to change now: a job in the background that tries is stopped.
pub(super) fn is_ours() -> bool {
    // Where it is nobody's controlling terminal, nobody is stopped.
    tcgetpgrp(input()).map_or(true, |foreground| foreground == getpgrp())
}

/// Whether there is a shell that would let us go on again. In the group that the session began with there is none
/// (`ssh host cppcc`, `xterm -e cppcc`): stopped there, we would be stopped for good.
pub(super) fn is_a_job() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Whether an error means that the terminal is gone.
pub(super) fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
        || [Errno::IO, Errno::NXIO, Errno::BADF].iter().any(|gone| error.raw_os_error() == Some(gone.raw_os_error()))
}
