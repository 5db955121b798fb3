//! Presenting on a local terminal: what moves by itself, and what passes between the presentation and the speaker's view.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use cppcc::app::presentation::remote::{Asked, Lead, Status};
use rustix::process::Signal;

use cppcc::link::{Busy, Follower, Lectern, Rival};
use support::open;
use support::pty::SOON;

/// The most bytes that move a clock by a second or a minute: what they must change is at most five digits and a colon, and
/// the rest is the way there and the marks of a frame.
const CLOCK: usize = 45;

#[test]
fn idle_a_slide_writes_nothing_but_the_minute() {
    let runtime = support::private_folder();
    let mut session = open(runtime.path(), &["present"]);
    session.wait_for_text("1/14");
    // At least ten seconds of one minute, and on into the next.
    let seconds = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() % 60;
    while seconds() > 48 {
        std::thread::sleep(Duration::from_millis(200));
    }
    session.wait_until_quiet();
    let (mark, ticks, before) = (session.mark(), session.cpu_ticks(), session.screen_text());
    while seconds() < 59 {
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(String::from_utf8_lossy(&session.raw_bytes_since(mark)), "", "idle");
    assert!(session.cpu_ticks() - ticks <= 1);
    session.wait_for(|screen| screen.contents() != before);
    let bytes = session.raw_bytes_since(mark);
    assert!(bytes.len() <= CLOCK, "{}", String::from_utf8_lossy(&bytes));
    let after = session.screen_text();
    let apart =
        |text: &str| text.trim_end().rsplit_once(' ').map(|(rest, clock)| (rest.to_owned(), clock.to_owned())).unwrap();
    let ((rest, clock), (rest_before, clock_before)) = (apart(&after), apart(&before));
    assert_ne!(clock, clock_before);
    assert_eq!(rest, rest_before, "nothing but the clock");
    eprintln!("{} bytes for the minute", bytes.len());
}

#[test]
fn the_speakers_view_moves_its_clock_alone() {
    let runtime = support::private_folder();
    let mut shown = open(runtime.path(), &["present"]);
    shown.wait_for_text("1/14");
    let mut notes = open(runtime.path(), &["present", "--notes", "--minutes", "1"]);
    notes.wait_until_text("还剩 00:5");
    assert!(!notes.screen_text().contains("时间快到"), "a quarter of so short a time is soon enough");
    let before = notes.screen_text();
    let mark = notes.mark();
    let start = Instant::now();
    std::thread::sleep(Duration::from_secs(3));
    let seconds = usize::try_from(start.elapsed().as_secs() + 1).unwrap();
    let bytes = notes.raw_bytes_since(mark);
    assert!(bytes.len() >= 2 * 10, "the seconds move");
    assert!(bytes.len() <= (seconds + 1) * CLOCK, "{} bytes: {}", bytes.len(), String::from_utf8_lossy(&bytes));
    let after = notes.screen_text();
    let digits = |text: &str| text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
    assert_eq!(digits(&after), digits(&before), "nothing but digits");
    let moved: Vec<_> = before.lines().zip(after.lines()).filter(|(one, other)| one != other).collect();
    assert!(moved.iter().any(|(line, _)| line.contains("已讲")), "{moved:?}");
    // A minute may begin meanwhile, on the clock above.
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
fn near_the_end_the_speaker_is_warned() {
    let runtime = support::private_folder();
    let mut shown = open(runtime.path(), &["present", "--minutes", "1"]);
    shown.wait_for_text("1/14");
    let mut notes = open(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("还剩 00:");
    let end = Instant::now() + Duration::from_secs(60);
    while !notes.screen_text().contains("时间快到") && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(100));
    }
    let left = notes.screen_text();
    assert!(left.contains("还剩 00:15") || left.contains("还剩 00:14"), "{left}");
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
    stranger.write_all(b"\xff\x00{\n\"up\"\n{\"slide\":1}\n\n{\"lead\":\"next\",\"at\":9}\n").unwrap();
    assert_eq!(asked.recv_timeout(SOON), Ok(Asked { lead: Lead::Next, at: 9 }));
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
    // Who joins is told at once, and of the end.
    let (sender, told) = mpsc::channel();
    let follower = Follower::join(&path, move |status| drop(sender.send(status))).unwrap();
    assert_eq!(told.recv_timeout(SOON), Ok(Some(status(19_999))));
    drop(lectern);
    assert!(!path.exists());
    assert_eq!(told.recv_timeout(SOON), Ok(None));
    drop(follower);

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
    follower.ask(Asked { lead: Lead::Blank, at: 7 });
    let mut line = String::new();
    BufReader::new(&stream).read_line(&mut line).unwrap();
    assert_eq!(line, "{\"lead\":\"blank\",\"at\":7}\n");
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

#[test]
fn of_many_that_start_at_once_one_has_the_socket() {
    let folder = support::private_folder();
    let path = folder.path().join("a.sock");
    for round in 0..20 {
        // One that ended without cleaning up.
        drop(UnixListener::bind(&path).unwrap());
        let opened: Vec<_> = std::thread::scope(|scope| {
            let open = |_| scope.spawn(|| Lectern::open(&path, Rival::Keeps, |_| {}));
            let started: Vec<_> = (0..4).map(open).collect();
            started.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let held: Vec<_> = opened.into_iter().filter_map(Result::ok).collect();
        assert_eq!(held.len(), 1, "round {round}");
        for lectern in &held {
            lectern.tell(&status(7));
        }
        let (sender, told) = mpsc::channel();
        let _follower = Follower::join(&path, move |status| drop(sender.send(status))).unwrap();
        assert_eq!(told.recv_timeout(SOON), Ok(Some(status(7))), "the one that has it is the one that is joined");
        drop(held);
        assert!(!path.exists());
    }
}

#[test]
fn the_presentation_started_last_is_followed_and_the_other_takes_over_again() {
    let runtime = support::private_folder();
    let mut first = open(runtime.path(), &["present"]);
    first.wait_for_text("1/14");
    first.send("3\r");
    let mut notes = open(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("3/14");
    let mut second = open(runtime.path(), &["present"]);
    second.wait_for_text("1/14");
    notes.wait_until_text(" 1/14");
    second.send("\x1b");
    assert_eq!(second.wait_for_status(), "0");
    notes.wait_until_text("3/14");
    // One that hangs on a dead line can't let go, and loses it all the same.
    first.kill(Signal::STOP);
    let mut third = open(runtime.path(), &["present"]);
    third.wait_for_text("1/14");
    third.send("5\r");
    notes.wait_until_text("5/14");
    third.send("\x1b");
    assert_eq!(third.wait_for_status(), "0");
    // It goes on, is followed again, and does not do now what it was asked while it hung.
    assert_eq!(first.wait_for_status(), "stopped");
    first.send("\n");
    notes.wait_until_text("3/14");
    first.kill(Signal::STOP);
    assert_eq!(first.wait_for_status(), "stopped");
    notes.send(&"\x1b[C".repeat(4));
    std::thread::sleep(Duration::from_secs(6));
    first.send("\n");
    first.wait_until_text("3/14");
    notes.send("\x1b[C");
    notes.wait_until_text("4/14");
}
