//! The terminal is given back on every way out of every program that lives on it, and nothing is left running.
//!
//! `tests/terminals/pty.rs` has what the terminal layer does beside that: how it suspends, what it sends, what it waits for.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cppcc::text::Lang;
use rustix::process::Signal;
use support::private_folder;
use support::program::PROGRAM;
use support::pty::{SOON, Session, Under, wait_until_gone};

/// A way out of a program.
#[derive(Clone, Copy, Debug)]
enum WayOut {
    Keys(&'static str),
    Signal(Signal),
    /// Ctrl-Z, then `fg`, twice, and then these keys.
    Stopped(&'static str),
    /// The line drops, and whoever leads the session passes that on, or does not.
    Dropped(Drop),
}

#[derive(Clone, Copy, Debug)]
enum Drop {
    Told,
    Untold,
}

/// The codes of a shell for what a signal has ended.
const SIGNALS: [(Signal, &str); 4] =
    [(Signal::TERM, "143"), (Signal::HUP, "129"), (Signal::INT, "130"), (Signal::QUIT, "131")];

/// Keys that end a program, each with its exit code.
type Ends = &'static [(&'static str, &'static str)];

/// The programs that live on a terminal, with what they show first, and the keys that end them with their exit code.
const PROGRAMS: &[(&[&str], &str, Ends)] = &[
    // What lies over the screen takes Ctrl-C, too: it ends the program everywhere.
    (&[], "1 对比", &[("q", "0"), ("\x03", "0"), ("/\x03", "0"), ("?\x03", "0"), ("c\x03", "0"), ("\x05\x03", "0")]),
    (&["present"], "1/", &[("qq", "0"), ("\x1b[C\x03", "0"), ("o\x03", "0"), ("\r\x03", "0")]),
    (&["present", "--notes"], "", &[("q", "0"), ("\x03", "0")]),
    (&["watch"], "", &[("q", "0"), ("\x03", "0")]),
];

/// A program, where its files are, and its terminal.
struct Trial {
    home: tempfile::TempDir,
    session: Session,
}

impl Trial {
    fn start(under: Under, program: &Path, arguments: &[&str], shown: &str) -> Self {
        let home = private_folder();
        let path = home.path().to_str().unwrap();
        let environment = [
            ("LANG", "zh_CN.UTF-8"),
            ("HOME", path),
            ("XDG_RUNTIME_DIR", path),
            ("XDG_DATA_HOME", path),
            ("XDG_STATE_HOME", path),
        ];
        let mut session = Session::spawn(under, program, arguments, &environment, (80, 24));
        session.wait_for(|screen| screen.alternate_screen() && screen.contents().contains(shown));
        Self { home, session }
    }

    /// Leaves the program, and returns its exit code; of a line that has dropped nobody hears one.
    fn leave(&mut self, way: WayOut) -> Option<String> {
        let process = self.session.program();
        match way {
            WayOut::Keys(keys) => self.session.send(keys),
            WayOut::Signal(signal) => self.session.kill(signal),
            WayOut::Stopped(keys) => {
                let before = self.session.screen_text();
                for _ in 0..2 {
                    self.session.send("\x1a");
                    assert_eq!(self.session.wait_for_status(), "stopped");
                    self.session.assert_restored();
                    self.session.send("\n");
                    self.session.wait_for(vt100::Screen::alternate_screen);
                    assert_eq!(self.session.screen_text(), before);
                }
                self.session.send(keys);
            }
            WayOut::Dropped(_) => {
                self.session.hang_up();
                let start = Instant::now();
                wait_until_gone(process);
                assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
                return None;
            }
        }
        Some(self.session.wait_for_status())
    }

    /// Asserts that nothing is left: no mode of the terminal, no process, no socket, no lock that is held, no half of a file.
    fn assert_nothing_is_left(&mut self, way: WayOut) {
        if !matches!(way, WayOut::Dropped(_)) {
            self.session.assert_restored();
        }
        let end = Instant::now() + SOON;
        while !self.session.processes().is_empty() {
            assert!(Instant::now() < end, "{way:?} leaves {:?} running", self.session.processes());
            std::thread::sleep(Duration::from_millis(5));
        }
        let left = files(self.home.path());
        let is_left = |path: &&PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.contains(".sock") || name.contains("tmp")
        };
        assert_eq!(left.iter().find(is_left), None, "{way:?} leaves {left:?}");
    }
}

/// Returns everything below a folder that is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().flatten();
    entries.flat_map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { vec![entry.path()] }).collect()
}

/// Leaves a program in this way, and asserts the exit code and that nothing is left.
fn assert_given_back((program, arguments, shown): (&Path, &[&str], &str), way: WayOut, code: Option<&str>) {
    let under = match way {
        WayOut::Dropped(Drop::Untold) => Under::DeafShell,
        _ => Under::Shell,
    };
    let mut trial = Trial::start(under, program, arguments, shown);
    let status = trial.leave(way);
    assert_eq!(status.as_deref(), code, "{arguments:?} {way:?}: {}", trial.session.screen_text());
    trial.assert_nothing_is_left(way);
}

#[test]
fn every_program_gives_the_terminal_back_on_every_way_out() {
    std::thread::scope(|scope| {
        for (arguments, shown, keys) in PROGRAMS {
            scope.spawn(move || {
                let program = (Path::new(PROGRAM), *arguments, *shown);
                for (keys, code) in *keys {
                    assert_given_back(program, WayOut::Keys(keys), Some(code));
                }
                for (signal, code) in SIGNALS {
                    assert_given_back(program, WayOut::Signal(signal), Some(code));
                }
                assert_given_back(program, WayOut::Stopped("\x03"), Some("0"));
                for drop in [Drop::Told, Drop::Untold] {
                    assert_given_back(program, WayOut::Dropped(drop), None);
                }
            });
        }
    });
}

/// Returns the program that can be made to panic. Cargo builds examples along with tests and puts them beside their directory.
fn probe() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let program = test.parent().and_then(|deps| deps.parent()).unwrap().join("examples/terminal_probe");
    assert!(program.exists(), "{} is not built: run all tests, or `cargo build --examples` first", program.display());
    program
}

#[test]
fn a_panic_anywhere_gives_the_terminal_back_before_it_is_told() {
    // In the update, in drawing, and in another thread; with the mouse listened to and a line open.
    for keys in ["p", "d", "h"] {
        let mut trial = Trial::start(Under::Shell, &probe(), &[], "政协履职看板");
        trial.session.send("m");
        trial.session.wait_for(|screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
        assert_eq!(trial.leave(WayOut::Keys(keys)).as_deref(), Some("101"), "{keys}");
        trial.assert_nothing_is_left(WayOut::Keys(keys));
        let text = trial.session.screen_text();
        assert!(text.contains("asked to"), "{keys}: {text}");
    }
}

#[test]
fn what_is_wrong_at_the_start_is_told_on_a_terminal_that_was_not_touched() {
    let folder = private_folder();
    let wrong = folder.path().join("wrong.toml");
    fs::write(&wrong, "lang = \"de\"\n").unwrap();
    let settings = ["--config", wrong.to_str().unwrap()];
    let closed = |of: &'static str| ["-c", of, PROGRAM];
    let (no_output, no_input) = (closed("exec \"$0\" >&-"), closed("exec \"$0\" <&-"));
    let rows: [(&str, &[&str], &str); 7] = [
        (PROGRAM, &["--data", "/nonexistent"], "/nonexistent"),
        (PROGRAM, &["present", "没有的"], "没有的"),
        (PROGRAM, &["--no-such-option"], "--no-such-option"),
        (PROGRAM, &settings, "wrong.toml"),
        (PROGRAM, &["--builtin", "none"], "--builtin none"),
        ("sh", &no_output, "标准输出不是终端"),
        ("sh", &no_input, "标准输入不是终端"),
    ];
    for (program, arguments, told) in rows {
        let environment = [("LANG", "zh_CN.UTF-8"), ("HOME", folder.path().to_str().unwrap())];
        let mut session = Session::spawn(Under::Shell, Path::new(program), arguments, &environment, (80, 24));
        assert_eq!(session.wait_for_status(), "2", "{arguments:?}: {}", session.screen_text());
        session.assert_restored();
        let bytes = session.raw_bytes_since(0);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(told) && !text.contains("\x1b[?"), "{arguments:?}: {text:?}");
        assert!(session.processes().is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_line_that_drops_costs_no_processor_time() {
    for arguments in [[].as_slice(), &["present"]] {
        let mut session = Session::of_program(Lang::Zh, arguments, &[], (80, 24));
        session.wait_for(vt100::Screen::alternate_screen);
        let (process, before) = (session.program(), session.cpu_ticks());
        let accounts = PathBuf::from(format!("/proc/{}/stat", process.as_raw_nonzero()));
        session.hang_up();
        let (start, mut used) = (Instant::now(), before);
        while let Ok(text) = fs::read_to_string(&accounts)
            && start.elapsed() < SOON
        {
            let fields: Vec<&str> = text.rsplit(')').next().unwrap().split_whitespace().collect();
            if fields[0] == "Z" {
                break;
            }
            used = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
            std::thread::sleep(Duration::from_millis(2));
        }
        // One tick is a hundredth of a second; a loop on a line that is gone takes all of them.
        assert!(used - before <= 10, "{} ticks", used - before);
        assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    }
}
