//! A program on a pseudo-terminal, with an emulator that knows what a user would see.
//!
//! The program runs as a job of a small shell that leads the session, as it would for a user. Without one the kernel
//! would reset the terminal's modes when the program ends, and hide that the program had not.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use cppcc::text::Lang;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use super::program::{FOLDERS, FOREIGN, NOT_MADE, NOWHERE, PROGRAM, locale};

/// How long a test waits for what should happen at once. Long, for machines that are busy.
pub const SOON: Duration = Duration::from_secs(10);
/// How long nothing must come for the program to be taken as quiet.
const QUIET: Duration = Duration::from_millis(150);

/// Runs the program as a job, tells how it ends or stops, and goes on with it after a line of input.
///
/// Told on the terminal, so that it comes after all that the program has written.
const SHELL: &str = r#"
tell() { printf '\n[job: %s]\n' "$1"; }
[ -n "$DEAF" ] && trap '' HUP
"$0" "$@"
code=$?
while [ $code -eq 148 ] || [ $code -eq 147 ]; do
    tell stopped
    read -r _
    fg > /dev/null
    code=$?
done
tell $code
read -r _
"#;

/// How the program is started, which decides who hears of a dropped line.
#[derive(Clone, Copy)]
pub enum Under {
    /// As a job of a shell, which passes a dropped line on.
    Shell,
    /// As a job of a shell that doesn't hear of a dropped line.
    DeafShell,
    /// As the first program of the session.
    Nothing,
}

/// The bytes that have come from the program.
#[derive(Default)]
struct Received {
    bytes: Vec<u8>,
    last: Option<Instant>,
}

/// A running program and its terminal.
pub struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    received: Arc<(Mutex<Received>, Condvar)>,
    /// Held while nothing is to be read.
    pause: Arc<Mutex<()>>,
    /// Set when the line is to be dropped.
    dropped: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    parser: vt100::Parser,
    parsed: usize,
    modes: String,
    /// How many bytes had come when the shell last told something.
    told: usize,
}

impl Session {
    /// Starts `program` on a terminal of `size` (columns, rows).
    pub fn spawn(
        under: Under,
        program: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        (columns, rows): (u16, u16),
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let modes = modes(pair.master.as_ref());
        let mut command = match under {
            Under::Nothing => CommandBuilder::new(program),
            Under::Shell | Under::DeafShell => {
                let mut command = CommandBuilder::new("sh");
                command.args([OsStr::new("-m"), OsStr::new("-c"), OsStr::new(SHELL), program.as_os_str()]);
                command
            }
        };
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("DEAF", if matches!(under, Under::DeafShell) { "1" } else { "" });
        for name in FOLDERS {
            command.env(name, NOWHERE);
        }
        for (name, value) in NOT_MADE {
            command.env(name, value);
        }
        for name in FOREIGN {
            command.env_remove(name);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let received = Arc::new((Mutex::new(Received::default()), Condvar::new()));
        let pause = Arc::new(Mutex::new(()));
        let dropped = Arc::new(AtomicBool::new(false));
        let line = pair.master.try_clone_reader().expect("a reader");
        let reader = Some(read_on(line, Arc::clone(&received), Arc::clone(&pause), Arc::clone(&dropped)));
        let writer = pair.master.take_writer().expect("a writer");
        let parser = vt100::Parser::new(rows, columns, 0);
        let (master, writer) = (Some(pair.master), Some(writer));
        Self { master, writer, child, received, pause, dropped, reader, parser, parsed: 0, modes, told: 0 }
    }

    /// Starts the program itself in a language, as a job of a shell.
    pub fn of_program(lang: Lang, arguments: &[&str], environment: &[(&str, &str)], size: (u16, u16)) -> Self {
        let environment: Vec<_> = [("LANG", locale(lang))].iter().chain(environment).copied().collect();
        Self::spawn(Under::Shell, Path::new(PROGRAM), arguments, &environment, size)
    }

    /// Starts the program in Chinese on a small terminal, with its runtime folder and the user's data at `folder`.
    pub fn of_program_at(folder: &Path, arguments: &[&str]) -> Self {
        let folder = folder.to_str().expect("a path in UTF-8");
        let environment = [("XDG_RUNTIME_DIR", folder), ("XDG_DATA_HOME", folder)];
        Self::of_program(Lang::Zh, arguments, &environment, (80, 24))
    }

    /// Sends text as if it were typed.
    pub fn send(&mut self, text: &str) {
        self.send_bytes(text.as_bytes());
    }

    /// Sends any bytes as input.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("an open terminal");
        writer.write_all(bytes).expect("the terminal takes input");
        writer.flush().expect("the terminal takes input");
    }

    /// Waits until the screen is as wanted and nothing more comes.
    pub fn wait_for(&mut self, wanted: impl Fn(&vt100::Screen) -> bool) {
        self.wait_until("the screen wanted", |session| wanted(session.screen()));
        self.wait_until_quiet();
    }

    /// Waits until the screen shows a text.
    pub fn wait_for_text(&mut self, text: &str) {
        self.wait_for(|screen| screen.contents().contains(text));
    }

    /// Waits until the screen shows a text, whatever else still comes.
    pub fn wait_until_text(&mut self, text: &str) {
        self.wait_until(text, |session| session.screen_text().contains(text));
    }

    /// Waits until nothing has come for a moment.
    pub fn wait_until_quiet(&mut self) {
        let start = Instant::now();
        self.wait_until("silence", |session| {
            let last = session.received.0.lock().expect("a lock").last;
            last.map_or(start, |last| last.max(start)).elapsed() > QUIET
        });
    }

    fn wait_until(&mut self, what: &str, mut done: impl FnMut(&mut Self) -> bool) {
        let end = Instant::now() + SOON;
        while !done(self) {
            assert!(Instant::now() < end, "no {what} within {SOON:?}; the screen:\n{}", self.screen_text());
            let (received, more) = &*self.received;
            let guard = received.lock().expect("a lock");
            drop(more.wait_timeout(guard, Duration::from_millis(20)).expect("a lock"));
        }
    }

    /// Returns the screen as it is now.
    pub fn screen(&mut self) -> &vt100::Screen {
        let received = self.received.0.lock().expect("a lock");
        self.parser.process(&received.bytes[self.parsed..]);
        self.parsed = received.bytes.len();
        drop(received);
        self.parser.screen()
    }

    /// Returns the screen's text, row by row.
    pub fn screen_text(&mut self) -> String {
        self.screen().contents()
    }

    /// Returns how many bytes have come so far: a mark for [`Self::raw_bytes_since`].
    pub fn mark(&self) -> usize {
        self.received.0.lock().expect("a lock").bytes.len()
    }

    /// Returns when something has last come.
    pub fn last_came(&self) -> Option<Instant> {
        self.received.0.lock().expect("a lock").last
    }

    /// Returns the bytes that have come since a mark.
    pub fn raw_bytes_since(&self, mark: usize) -> Vec<u8> {
        self.received.0.lock().expect("a lock").bytes[mark..].to_vec()
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen();
        // The emulator keeps the first half of a wide character that the new edge cuts, and panics at what is written over it.
        // Of a size that is the same the program hears nothing, and paints nothing.
        if self.parser.screen().size() != (rows, columns) {
            self.parser.process(b"\x1b[2J");
        }
        self.parser.screen_mut().set_size(rows, columns);
        self.resize_unseen(columns, rows);
    }

    /// Gives the terminal another size, of which the emulator hears nothing.
    pub fn resize_unseen(&self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("an open terminal").resize(size).expect("a new size");
    }

    /// Returns the process of the program.
    pub fn program(&self) -> Pid {
        let leader = self.master.as_ref().expect("an open terminal").process_group_leader().expect("a foreground job");
        Pid::from_raw(leader).expect("a process")
    }

    /// Sends the program a signal.
    pub fn kill(&self, signal: Signal) {
        kill_process(self.program(), signal).expect("a running program");
    }

    /// Drops the line, as a connection that breaks.
    pub fn hang_up(&mut self) {
        // The reader holds the line, too. A new size makes the program draw, and so the reader look up.
        self.dropped.store(true, Ordering::SeqCst);
        let (rows, columns) = self.screen().size();
        self.resize(columns - 1, rows);
        self.reader.take().expect("a reader").join().expect("the reader ends");
        self.writer = None;
        self.master = None;
    }

    /// Takes nothing more from the program while `meanwhile` goes on.
    pub fn without_reading(&mut self, meanwhile: impl FnOnce(&mut Self)) {
        let pause = Arc::clone(&self.pause);
        let guard = pause.lock().expect("a lock");
        meanwhile(self);
        drop(guard);
    }

    /// Waits until the shell has told how the program has ended: with an exit code, or `stopped`.
    pub fn wait_for_status(&mut self) -> String {
        let mut status = String::new();
        self.wait_until("end of the program", |session| {
            let bytes = session.raw_bytes_since(session.told);
            let text = String::from_utf8_lossy(&bytes);
            let found = text.split_once("[job: ").and_then(|(_, rest)| rest.split_once(']'));
            found.is_some_and(|(told, _)| {
                told.clone_into(&mut status);
                true
            })
        });
        self.told = self.mark();
        status
    }

    /// Returns the processes of the session besides the shell that leads it.
    pub fn processes(&self) -> Vec<u32> {
        let leader = self.child.process_id().expect("a leader");
        let session_of = |process: u32| -> Option<u32> {
            let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // Behind the name: the state, the parent, the group, the session.
            stat.rsplit(')').next()?.split_whitespace().nth(3)?.parse().ok()
        };
        let all = fs::read_dir("/proc").expect("processes").flatten();
        let all = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        all.filter(|process| *process != leader && session_of(*process) == Some(leader)).collect()
    }

    /// Returns the processor time that the program has used, in ticks of the kernel's clock.
    pub fn cpu_ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.program().as_raw_nonzero())).expect("a process");
        let after_name = stat.rsplit(')').next().expect("its fields");
        after_name.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u64>().expect("a number")).sum()
    }

    /// Asserts that the terminal is as it was before the program: modes of the line, screen, cursor, mouse, paste.
    pub fn assert_restored(&mut self) {
        let now = modes(self.master.as_ref().expect("an open terminal").as_ref());
        assert_eq!(now, self.modes, "modes of the line");
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pasted text is still marked");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "mouse reports");
        assert_eq!(screen.fgcolor(), vt100::Color::Default, "colour");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until a process is gone.
pub fn wait_until_gone(process: Pid) {
    let end = Instant::now() + SOON;
    while test_kill_process(process).is_ok() && !is_zombie(process) {
        assert!(Instant::now() < end, "process {process:?} still runs");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Returns the modes of the line, to be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("the terminal's modes"))
}

/// Whether a process has ended, and its parent has not yet asked how.
fn is_zombie(process: Pid) -> bool {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).unwrap_or_default();
    stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('Z'))
}

/// Reads all that the program writes, in a thread of its own, until the line is dropped.
fn read_on(
    mut line: Box<dyn Read + Send>,
    received: Arc<(Mutex<Received>, Condvar)>,
    pause: Arc<Mutex<()>>,
    dropped: Arc<AtomicBool>,
) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut bytes = [0; 8192];
        while !dropped.load(Ordering::SeqCst) {
            drop(pause.lock());
            let Ok(length @ 1..) = line.read(&mut bytes) else { return };
            let mut all = received.0.lock().expect("a lock");
            all.bytes.extend_from_slice(&bytes[..length]);
            all.last = Some(Instant::now());
            received.1.notify_all();
        }
    })
}
