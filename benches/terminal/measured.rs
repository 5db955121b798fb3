//! Measures a program on a terminal from outside.

use super::floor::floor;
use super::support::pty::{Session, Under};
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Columns and rows.
pub type Size = (u16, u16);

/// How long nothing must come for what was asked for to be shown.
const QUIET: Duration = Duration::from_millis(40);
/// The longest that is waited.
const LONGEST: Duration = Duration::from_secs(20);

/// A program with its arguments.
pub struct Program {
    pub path: PathBuf,
    pub arguments: Vec<String>,
}

/// A start.
pub struct Start {
    /// From before the program was started to the last byte of the first frame.
    pub time: Duration,
    pub bytes: usize,
    /// The fewest bytes that were found to show the same.
    pub floor: usize,
}

/// What a key has cost.
pub struct Measured {
    pub bytes: usize,
    /// The fewest bytes that were found to show the same.
    pub floor: usize,
    /// CPU of all threads, in milliseconds.
    pub cpu: f64,
    /// Until the last byte had come.
    pub latency: Duration,
}

/// What rest has cost.
pub struct Rest {
    pub bytes: usize,
    pub wake_ups: u64,
    /// CPU of all threads, in milliseconds.
    pub cpu: f64,
    /// The most memory that the program ever had, in MiB.
    pub memory: f64,
}

impl Program {
    /// Starts the program, and waits until its first frame is whole.
    pub fn start(&self, (columns, rows): Size) -> (Session, Start) {
        let arguments: Vec<&str> = self.arguments.iter().map(String::as_str).collect();
        let environment = [("LANG", "zh_CN.UTF-8")];
        let began = Instant::now();
        let mut session = Session::spawn(Under::Nothing, &self.path, &arguments, &environment, (columns, rows));
        let end = began + LONGEST;
        while session.last_came().is_none_or(|last| last.elapsed() < QUIET) {
            assert!(Instant::now() < end, "{} shows nothing", self.path.display());
            std::thread::sleep(Duration::from_millis(2));
        }
        let time = session.last_came().map_or(LONGEST, |last| last.saturating_duration_since(began));
        let blank = vt100::Parser::new(rows, columns, 0);
        let bytes = session.mark();
        let floor = floor(blank.screen(), session.screen()).min(bytes);
        (session, Start { time, bytes, floor })
    }
}

impl Measured {
    /// Presses a key, and waits until nothing more comes.
    pub fn key(session: &mut Session, key: &str) -> Self {
        let (before, mark) = (session.screen().clone(), session.mark());
        let cpu = cpu(session);
        let began = Instant::now();
        session.send(key);
        let waits = |session: &Session| {
            let last = session.last_came().filter(|last| *last >= began);
            last.map_or(began.elapsed() < QUIET * 5, |last| last.elapsed() < QUIET)
        };
        while waits(session) {
            std::thread::sleep(Duration::from_millis(1));
        }
        let latency = session.last_came().map_or(Duration::ZERO, |last| last.saturating_duration_since(began));
        let cpu = self::cpu(session) - cpu;
        let bytes = session.mark() - mark;
        Self { bytes, floor: floor(&before, session.screen()).min(bytes), cpu, latency }
    }

    /// Waits, and counts what the program does unasked.
    pub fn rest(session: &mut Session, time: Duration) -> Rest {
        let (mark, cpu, wake_ups) = (session.mark(), cpu(session), wake_ups(session));
        std::thread::sleep(time);
        Rest {
            bytes: session.mark() - mark,
            wake_ups: self::wake_ups(session) - wake_ups,
            cpu: self::cpu(session) - cpu,
            memory: status(session, "VmHWM:") / 1024.0,
        }
    }
}

/// Returns the middle one of some numbers.
pub fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = numbers.collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// Returns the folders of the threads of a program.
fn threads(session: &Session) -> Vec<PathBuf> {
    let folder = format!("/proc/{}/task", session.program().as_raw_nonzero());
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

fn cpu(session: &Session) -> f64 {
    let of = |thread: &PathBuf| {
        let text = fs::read_to_string(thread.join("schedstat")).unwrap_or_default();
        text.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or_default() / 1e6
    };
    threads(session).iter().map(of).sum()
}

fn wake_ups(session: &Session) -> u64 {
    let of = |thread: &PathBuf| {
        let text = fs::read_to_string(thread.join("status")).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.and_then(|count| count.trim().parse::<u64>().ok()).unwrap_or_default()
    };
    threads(session).iter().map(of).sum()
}

/// Returns a number of the program's status.
fn status(session: &Session, name: &str) -> f64 {
    let path = format!("/proc/{}/status", session.program().as_raw_nonzero());
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
