//! Reads from the terminal and writes to it.
//!
//! `std::io::stdout` is not used. When the terminal has to be restored, a thread that has panicked may hold its lock,
//! or one that is stuck in a write because the terminal has stopped reading.

use std::io::{self, Write};
use std::os::fd::BorrowedFd;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{getpgrp, getsid};
use rustix::termios::{isatty, tcgetpgrp, tcgetwinsize};

/// The size assumed where the terminal does not know its own.
const USUAL_SIZE: (u16, u16) = (80, 24);
/// The most columns, and the most rows. Larger than any screen: a wrong size must not take all memory.
const LARGEST: u16 = 1000;

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

/// Waits for input and reads what there is. Returns 0 at the end of input.
pub(super) fn read(bytes: &mut [u8]) -> io::Result<usize> {
    loop {
        match rustix::io::read(input(), &mut *bytes) {
            Ok(length) => return Ok(length),
            Err(error) => wait_if_passing(error, input(), PollFlags::IN)?,
        }
    }
}

/// Set when nothing more is to be shown. What has not been written by then never is.
static OUTPUT_ABANDONED: AtomicBool = AtomicBool::new(false);

/// Makes [`write`] fail from now on. A write under way fails as well, once a signal interrupts it.
pub(super) fn abandon_output() {
    OUTPUT_ABANDONED.store(true, Ordering::SeqCst);
}

/// Returns whether [`abandon_output`] was called.
pub(super) fn is_output_abandoned() -> bool {
    OUTPUT_ABANDONED.load(Ordering::SeqCst)
}

/// Writes everything, however slow the terminal is.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    write_while(bytes, || !is_output_abandoned())
}

/// Writes everything even after [`abandon_output`]: what gives the terminal back.
pub(super) fn write_last(bytes: &[u8]) -> io::Result<()> {
    write_while(bytes, || true)
}

/// Writes to the terminal without a buffer.
///
/// The sink of a [`PainterBackend`](super::PainterBackend), which writes each frame in one piece.
#[derive(Debug)]
pub(super) struct TtyOutput;

impl Write for TtyOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        // The default one tries again after an interruption, and so for ever once output is abandoned.
        write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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

/// Waits where an error only means "not yet", and returns any other one.
fn wait_if_passing(error: Errno, on: BorrowedFd<'_>, what: PollFlags) -> io::Result<()> {
    match error {
        Errno::INTR => Ok(()),
        // Another program may have left the terminal in non-blocking mode.
        Errno::AGAIN => match poll(&mut [PollFd::from_borrowed_fd(on, what)], None) {
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        },
        error => Err(error.into()),
    }
}

/// Returns the terminal's columns and rows.
pub(super) fn size() -> (u16, u16) {
    match tcgetwinsize(output()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col.min(LARGEST), size.ws_row.min(LARGEST)),
        _ => USUAL_SIZE,
    }
}

/// Returns whether we may change the terminal now. A job in the background that tries is stopped.
pub(super) fn is_ours() -> bool {
    // Where it is nobody's controlling terminal, nobody is stopped.
    tcgetpgrp(input()).map_or(true, |foreground| foreground == getpgrp())
}

/// Returns whether a shell would continue us after a stop. Started without one (`ssh host cppcc`, `xterm -e cppcc`),
/// we are in the process group that the session began with, and would be stopped for good.
pub(super) fn is_a_job() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Returns whether an error means that the terminal is gone.
pub(super) fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
        || [Errno::IO, Errno::NXIO, Errno::BADF].iter().any(|gone| error.raw_os_error() == Some(gone.raw_os_error()))
}
