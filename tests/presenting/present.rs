//! Presenting on a local terminal: what moves by itself, and what passes between the presentation and the speaker's view.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::present::link::{PresenterServer, SpeakerClient, socket_path};
use cppcc::present::protocol::{RemoteCommand, RemoteRequest, SpeakerStatus};
use rustix::process::Signal;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use support::pty::{SOON, Session};
use support::ssh::sockets;

/// The most bytes that move a clock by a second or a minute: what they must change is at most five digits and a colon, and
/// the rest is the way there and the marks of a frame.
const CLOCK: usize = 45;

#[test]
fn idle_a_slide_writes_nothing_but_the_minute() {
    let runtime = support::private_folder();
    let mut session = Session::of_program_at(runtime.path(), &["present"]);
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
    let mut shown = Session::of_program_at(runtime.path(), &["present"]);
    shown.wait_for_text("1/14");
    let mut notes = Session::of_program_at(runtime.path(), &["present", "--notes", "--minutes", "1"]);
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
    shown.send("qq");
    notes.wait_for_text("等待放映…");
    let mark = notes.mark();
    std::thread::sleep(Duration::from_secs(2));
    assert!(notes.raw_bytes_since(mark).len() <= CLOCK);
}

#[test]
fn near_the_end_the_speaker_is_warned() {
    let runtime = support::private_folder();
    let mut shown = Session::of_program_at(runtime.path(), &["present", "--minutes", "1"]);
    shown.wait_for_text("1/14");
    let mut notes = Session::of_program_at(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("还剩 00:");
    let end = Instant::now() + Duration::from_secs(60);
    while !notes.screen_text().contains("时间快到") && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(100));
    }
    let left = notes.screen_text();
    assert!(left.contains("还剩 00:15") || left.contains("还剩 00:14"), "{left}");
}

fn status(slide: usize) -> SpeakerStatus {
    SpeakerStatus {
        deck: "five-cities".to_owned(),
        edition: 1,
        slide,
        blank: false,
        live: false,
        wall: None,
        began: 7,
        minutes: None,
        audience: None,
    }
}

/// A client, and what tells of its news.
fn client(folder: &Path) -> (SpeakerClient, Receiver<()>) {
    let (sender, news) = mpsc::channel();
    (SpeakerClient::new(folder, move || sender.send(()).unwrap_or_default()), news)
}

/// Waits until the client shows this slide, or none.
fn wait_for_slide((client, news): &mut (SpeakerClient, Receiver<()>), slide: Option<usize>) {
    let end = Instant::now() + SOON;
    loop {
        let shown = client.receive().map(|status| status.slide);
        if shown == slide {
            return;
        }
        let rest = end.saturating_duration_since(Instant::now());
        assert!(news.recv_timeout(rest).is_ok(), "{shown:?}, and not {slide:?}");
    }
}

#[test]
fn the_server_is_not_confused_by_what_is_no_message() {
    let folder = support::private_folder();
    let path = socket_path(folder.path(), 1);
    let (sender, requests) = mpsc::channel();
    let server = PresenterServer::open(&path, move |request| sender.send(request).unwrap_or_default()).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
    server.broadcast(&status(3));
    let mut stranger = UnixStream::connect(&path).unwrap();
    stranger.write_all(b"\xff\x00{\n\"up\"\n{\"slide\":1}\n\n{\"command\":\"next\",\"at\":9}\n").unwrap();
    assert_eq!(requests.recv_timeout(SOON), Ok(RemoteRequest { command: RemoteCommand::Next, at: 9 }));
    let mut line = String::new();
    BufReader::new(&stranger).read_line(&mut line).unwrap();
    assert_eq!(serde_json::from_str::<SpeakerStatus>(&line).unwrap(), status(3));
    // A line without an end ends the connection.
    let _ = stranger.write_all(&[b'x'; 8192]);
    assert_eq!(BufReader::new(&stranger).read_line(&mut line).unwrap_or(0), 0);
    // Who never reads does not hold up the presentation.
    let _deaf = UnixStream::connect(&path).unwrap();
    let start = Instant::now();
    (0..20_000).for_each(|slide| server.broadcast(&status(slide)));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    // Who connects is told at once, and of the end.
    let mut follower = client(folder.path());
    follower.0.look();
    wait_for_slide(&mut follower, Some(19_999));
    drop(server);
    assert!(!path.exists());
    wait_for_slide(&mut follower, None);
}

#[test]
fn the_client_is_not_confused_by_what_is_no_message() {
    let folder = support::private_folder();
    let path = socket_path(folder.path(), 1);
    let listener = UnixListener::bind(&path).unwrap();
    let mut follower = client(folder.path());
    follower.0.look();
    let (mut stream, _) = listener.accept().unwrap();
    stream.write_all(b"hello\n{\"deck\":1}\n").unwrap();
    stream.write_all((serde_json::to_string(&status(5)).unwrap() + "\n").as_bytes()).unwrap();
    wait_for_slide(&mut follower, Some(5));
    follower.0.send(RemoteRequest { command: RemoteCommand::Blank, at: 7 });
    let mut line = String::new();
    BufReader::new(&stream).read_line(&mut line).unwrap();
    assert_eq!(line, "{\"command\":\"blank\",\"at\":7}\n");
    drop(stream);
    wait_for_slide(&mut follower, None);
}

#[test]
fn sockets_of_dead_processes_are_removed_when_seen() {
    let folder = support::private_folder();
    let leave = |process| {
        let path = socket_path(folder.path(), process);
        drop(UnixListener::bind(&path).unwrap());
        path
    };
    let dead = leave(1);
    let mut follower = client(folder.path());
    follower.0.look();
    wait_for_slide(&mut follower, None);
    assert!(!dead.exists(), "seen by a follower");
    let (dead, own) = (leave(1), leave(2));
    let server = PresenterServer::open(&own, |_| {}).unwrap();
    assert!(!dead.exists() && own.exists(), "seen by a presentation, which takes its own name from a dead one");
    server.broadcast(&status(7));
    follower.0.look();
    wait_for_slide(&mut follower, Some(7));
    drop(server);
    assert!(!own.exists());
}

#[test]
fn a_follower_takes_the_newest_that_speaks() {
    let folder = support::private_folder();
    let open = |process| {
        // Two sockets of one moment would be as new as each other.
        std::thread::sleep(Duration::from_millis(20));
        PresenterServer::open(&socket_path(folder.path(), process), |_| {}).unwrap()
    };
    // The ids of processes say nothing of their age.
    let old = open(3);
    old.broadcast(&status(30));
    let mut follower = client(folder.path());
    follower.0.look();
    wait_for_slide(&mut follower, Some(30));
    let new = open(1);
    follower.0.look();
    old.broadcast(&status(31));
    wait_for_slide(&mut follower, Some(31));
    new.broadcast(&status(10));
    wait_for_slide(&mut follower, Some(10));
    old.broadcast(&status(32));
    let newest = open(2);
    newest.broadcast(&status(20));
    follower.0.look();
    wait_for_slide(&mut follower, Some(20));
    drop(new);
    drop(newest);
    wait_for_slide(&mut follower, Some(32));
    drop(old);
    wait_for_slide(&mut follower, None);
}

#[test]
fn of_many_that_start_at_once_all_can_be_followed() {
    let folder = support::private_folder();
    for round in 0..20 {
        // Some that ended without cleaning up.
        (10..14).for_each(|process| drop(UnixListener::bind(socket_path(folder.path(), process)).unwrap()));
        let paths = (0..4).map(|process| socket_path(folder.path(), process));
        let servers: Vec<_> = std::thread::scope(|scope| {
            let open = |path: PathBuf| scope.spawn(move || PresenterServer::open(&path, |_| {}).unwrap());
            let started: Vec<_> = paths.map(open).collect();
            // Meanwhile somebody looks, and must take nothing away from those that are about to listen.
            let mut follower = client(folder.path());
            while !started.iter().all(std::thread::ScopedJoinHandle::is_finished) {
                follower.0.look();
            }
            started.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for process in 0..4 {
            assert!(UnixStream::connect(socket_path(folder.path(), process)).is_ok(), "round {round}, {process}");
        }
        drop(servers);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "round {round}");
    }
}

#[test]
fn a_follower_takes_the_newest_presentation_and_goes_back_to_the_one_that_is_left() {
    let runtime = support::private_folder();
    let mut first = Session::of_program_at(runtime.path(), &["present"]);
    first.wait_for_text("1/14");
    first.send("3\r");
    let mut notes = Session::of_program_at(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("3/14");
    let mut second = Session::of_program_at(runtime.path(), &["present"]);
    second.wait_for_text("1/14");
    notes.wait_until_text(" 1/14");
    // It leads the one that it shows, and no other.
    notes.send("\x1b[C");
    second.wait_until_text("2/14");
    assert!(first.screen_text().contains("3/14"));
    second.send("qq");
    assert_eq!(second.wait_for_status(), "0");
    notes.wait_until_text("3/14");
    // One that hangs on a dead line is followed until a newer one begins, and again when that ends.
    first.kill(Signal::STOP);
    let mut third = Session::of_program_at(runtime.path(), &["present"]);
    third.wait_for_text("1/14");
    third.send("5\r");
    notes.wait_until_text("5/14");
    third.send("qq");
    assert_eq!(third.wait_for_status(), "0");
    notes.wait_until_text("3/14");
    assert_eq!(first.wait_for_status(), "stopped");
    first.send("\n");
    notes.send("\x1b[C");
    notes.wait_until_text("4/14");
    first.wait_until_text("4/14");
    // Hanging for longer, it does not do in the end what it was asked long before.
    first.kill(Signal::STOP);
    assert_eq!(first.wait_for_status(), "stopped");
    notes.send(&"\x1b[C".repeat(4));
    std::thread::sleep(Duration::from_secs(6));
    first.send("\n");
    first.wait_until_quiet();
    notes.send("\x1b[C");
    notes.wait_until_text("5/14");
}

#[test]
fn a_socket_that_is_removed_is_made_again() {
    let runtime = support::private_folder();
    let mut shown = Session::of_program_at(runtime.path(), &["present"]);
    shown.wait_for_text("1/14");
    let mut notes = Session::of_program_at(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("1/14");
    let made = sockets(runtime.path());
    assert_eq!(made.len(), 1);
    std::fs::remove_file(&made[0]).unwrap();
    shown.send("\x1b[C");
    notes.wait_until_text("2/14");
    assert_eq!(sockets(runtime.path()), made);
    notes.send("\x1b[C");
    shown.wait_until_text("3/14");
}
