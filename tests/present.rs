//! Presenting on a local terminal: what moves by itself, and what passes between the presentation and the speaker's view.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use cppcc::app::talk::notes::{Lead, Status};
use cppcc::link::{Busy, Follower, Lectern, Rival};
use support::pty::{SOON, Session, Under};

fn open(runtime: &Path, arguments: &[&str]) -> Session {
    let program = Path::new(env!("CARGO_BIN_EXE_cppcc"));
    let folder = runtime.to_str().unwrap();
    let environment =
        [("XDG_RUNTIME_DIR", folder), ("XDG_DATA_HOME", folder), ("CPPCC_DATA", ""), ("LANG", "zh_CN.UTF-8")];
    let arguments: Vec<&str> = ["--lang", "zh"].iter().chain(arguments).copied().collect();
    Session::spawn(Under::Shell, program, &arguments, &environment, (80, 24))
}

/// The longest that the bytes may be which move a clock.
const CLOCK: usize = 90;

#[test]
fn idle_a_slide_writes_nothing_but_the_minute() {
    let runtime = support::private_folder();
    let mut session = open(runtime.path(), &["present"]);
    session.wait_for_text("1/14");
    let (mark, ticks) = (session.mark(), session.cpu_ticks());
    std::thread::sleep(Duration::from_secs(3));
    let bytes = session.raw_bytes_since(mark);
    // A minute may begin meanwhile.
    assert!(bytes.len() <= CLOCK, "{}", String::from_utf8_lossy(&bytes));
    assert!(session.cpu_ticks() - ticks <= 1);
}

#[test]
#[ignore = "takes a minute"]
fn the_minute_moves_by_itself() {
    let runtime = support::private_folder();
    let mut session = open(runtime.path(), &["present"]);
    session.wait_for_text("1/14");
    let (mark, before) = (session.mark(), session.screen_text());
    std::thread::sleep(Duration::from_secs(61));
    let bytes = session.raw_bytes_since(mark);
    assert!(!bytes.is_empty() && bytes.len() <= 2 * CLOCK, "{}", String::from_utf8_lossy(&bytes));
    let after = session.screen_text();
    let (last, rest) = (|text: &str| text.lines().last().map(str::to_owned), |text: &str| text.lines().count());
    assert_ne!(last(&after), last(&before));
    assert_eq!(rest(&after), rest(&before));
    eprintln!("{} bytes in 61 s", bytes.len());
}

#[test]
fn the_speakers_view_moves_its_clock_alone() {
    let runtime = support::private_folder();
    let mut shown = open(runtime.path(), &["present"]);
    shown.wait_for_text("1/14");
    let mut notes = open(runtime.path(), &["present", "--notes", "--minutes", "1"]);
    // One minute is short from its beginning: in words, and reversed.
    notes.wait_until_text("时间快到");
    let before = notes.screen_text();
    let mark = notes.mark();
    let start = Instant::now();
    std::thread::sleep(Duration::from_secs(3));
    let seconds = usize::try_from(start.elapsed().as_secs() + 1).unwrap();
    let bytes = notes.raw_bytes_since(mark);
    assert!(!bytes.is_empty(), "the seconds move");
    assert!(bytes.len() <= (seconds + 1) * CLOCK, "{} bytes: {}", bytes.len(), String::from_utf8_lossy(&bytes));
    let after = notes.screen_text();
    let moved: Vec<_> = before.lines().zip(after.lines()).filter(|(one, other)| one != other).collect();
    assert!(moved.iter().any(|(line, _)| line.contains("已讲")), "{moved:?}");
    assert!(moved.len() <= 2, "{moved:?}");
    eprintln!("{} bytes in {seconds} s", bytes.len());
    // Without a presentation, nothing moves but the minute.
    shown.send("\x1b");
    notes.wait_for_text("等待放映…");
    let mark = notes.mark();
    std::thread::sleep(Duration::from_secs(2));
    assert!(notes.raw_bytes_since(mark).len() <= CLOCK);
}

#[test]
fn what_is_shown_becomes_a_slide_of_ones_own() {
    let runtime = support::private_folder();
    let path = runtime.path().join("cppcc/deck.toml");
    let mut session = open(runtime.path(), &[]);
    session.wait_for_text("政协看板");
    for screen in ["1+", "4+", "3+"] {
        session.send(screen);
        session.wait_for_text("已加入自己的演示稿");
        // The next key clears the word.
        session.send("1");
        session.wait_for(|screen| !screen.contents().contains("已加入"));
    }
    let read = || std::fs::read_to_string(&path).unwrap();
    let three = read();
    assert_eq!(three.matches("[[deck.slide]]").count(), 3);
    // A comment of one's own stays.
    std::fs::write(&path, three.replacen("[[deck]]", "# 给老王\n[[deck]]", 1)).unwrap();
    session.send("\x1b[15~");
    session.wait_for_text("1/3");
    session.send("o\x1b[F");
    session.wait_for_text("谁公布了什么");
    session.send("K");
    session.wait_for_text("已移动");
    session.send("x");
    session.wait_for_text("已删除");
    let two = read();
    assert!(two.contains("# 给老王") && !two.contains("coverage") && two.contains("timeline"), "{two}");
    session.send("u");
    session.wait_for_text("已撤销");
    session.send("u");
    session.wait_for(|_| read().find("timeline") < read().find("coverage"));
    assert!(read().contains("# 给老王"));
    session.send("\x1b\x1b");
    session.wait_for_text("政协看板");
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    // It is there the next time.
    let mut session = open(runtime.path(), &["present"]);
    session.wait_for_text("1/3");
    session.send("ox");
    session.wait_for_text("已删除");
    session.send("\x1b\x1b");
    assert_eq!(session.wait_for_status(), "0");
    // The deck that is built in stays as it is.
    let mut session = open(runtime.path(), &["present", "five-cities"]);
    session.wait_for_text("1/14");
    session.send("ox");
    session.wait_for_text("内置的演示稿不能改");
}

fn status(slide: usize) -> Status {
    Status { deck: "five-cities".to_owned(), edition: 1, slide, blank: false, live: false, began: 7, minutes: None }
}

#[test]
fn neither_side_is_confused_by_what_is_no_line() {
    let folder = support::private_folder();
    let path = folder.path().join("a.sock");
    let (sender, asked) = mpsc::channel();
    let lectern = Lectern::open(&path, Rival::Keeps, move |lead| {
        let _ = sender.send(lead);
    })
    .unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
    lectern.tell(&status(3));
    let mut stranger = UnixStream::connect(&path).unwrap();
    stranger.write_all(b"\xff\x00{\n\"up\"\n{\"slide\":1}\n\n\"next\"\n").unwrap();
    assert_eq!(asked.recv_timeout(SOON), Ok(Lead::Next));
    let mut line = String::new();
    BufReader::new(&stranger).read_line(&mut line).unwrap();
    assert_eq!(serde_json::from_str::<Status>(&line).unwrap(), status(3));
    // A line without an end ends the connection.
    let _ = stranger.write_all(&[b'x'; 8192]);
    assert_eq!(BufReader::new(&stranger).read_line(&mut line).unwrap_or(0), 0);
    // Who never reads does not hold up the presentation.
    let _deaf = UnixStream::connect(&path).unwrap();
    let start = Instant::now();
    (0..20_000).for_each(|slide| lectern.tell(&status(slide)));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert!(matches!(Lectern::open(&path, Rival::Keeps, |_| {}), Err(Busy::Another)));
    drop(lectern);
    assert!(!path.exists());

    let other = folder.path().join("b.sock");
    let listener = UnixListener::bind(&other).unwrap();
    let (sender, told) = mpsc::channel();
    let mut follower = Follower::join(&other, move |status| {
        let _ = sender.send(status);
    })
    .unwrap();
    let (mut stream, _) = listener.accept().unwrap();
    stream.write_all(b"hello\n{\"deck\":1}\n").unwrap();
    stream.write_all((serde_json::to_string(&status(5)).unwrap() + "\n").as_bytes()).unwrap();
    assert_eq!(told.recv_timeout(SOON), Ok(Some(status(5))));
    follower.ask(Lead::Blank);
    let mut line = String::new();
    BufReader::new(&stream).read_line(&mut line).unwrap();
    assert_eq!(line, "\"blank\"\n");
    drop(stream);
    assert_eq!(told.recv_timeout(SOON), Ok(None));
    drop(listener);
    // What the listener has left behind is in nobody's way.
    assert!(other.exists() && Follower::join(&other, |_| {}).is_err());
    let lectern = Lectern::open(&other, Rival::Keeps, |_| {}).unwrap();
    assert!(Follower::join(&other, |_| {}).is_ok());
    drop(lectern);
    assert!(!other.exists());
}
