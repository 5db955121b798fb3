//! The speaker's socket: a flood, a full backlog, silent clients and a side that stops reading freeze nothing.

use cppcc::present::link::{PresenterServer, SpeakerClient, connect_at_once, socket_path};
use cppcc::present::protocol::{RemoteCommand, RemoteRequest, SpeakerStatus};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::support;
use crate::support::pty::{SOON, Session};
use crate::support::ssh::sockets;

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

fn line(message: &impl serde::Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(message).unwrap();
    line.push(b'\n');
    line
}

/// Waits until something is so.
fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + SOON;
    while !done() {
        assert!(Instant::now() < end, "not {what} within {SOON:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_client_that_floods_is_paced_and_then_let_go() {
    let folder = support::private_folder();
    let path = socket_path(folder.path(), 1);
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    let count = move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
    };
    let _server = PresenterServer::open(&path, count).unwrap();
    let mut flooder = UnixStream::connect(&path).unwrap();
    let flood = line(&RemoteRequest { command: RemoteCommand::Next, at: 7 }).repeat(1000);
    // 200 000 lines, or as many as it can send before it is let go.
    let sent = (0..200).take_while(|_| flooder.write_all(&flood).is_ok()).count();
    assert!(sent < 200, "it was never let go");
    assert!(taken.load(Ordering::SeqCst) <= 300, "{taken:?} commands were taken");
    // A key that is held down is no flood.
    let mut person = UnixStream::connect(&path).unwrap();
    let before = taken.load(Ordering::SeqCst);
    for _ in 0..60 {
        person.write_all(&line(&RemoteRequest { command: RemoteCommand::Next, at: 7 })).unwrap();
        std::thread::sleep(Duration::from_millis(15));
    }
    wait_until("all keys taken", || taken.load(Ordering::SeqCst) == before + 60);
}

#[test]
fn a_flood_freezes_no_slide() {
    let runtime = support::private_folder();
    let mut shown = Session::of_program_at(runtime.path(), &["present"]);
    shown.wait_for_text("1/14");
    let path = sockets(runtime.path()).remove(0);
    let mut flooder = UnixStream::connect(path).unwrap();
    let at = u64::try_from(rustix::time::clock_gettime(rustix::time::ClockId::Boottime).tv_sec).unwrap();
    let flood = line(&RemoteRequest { command: RemoteCommand::First, at }).repeat(1000);
    let flooding = std::thread::spawn(move || (0..200).take_while(|_| flooder.write_all(&flood).is_ok()).count());
    std::thread::sleep(Duration::from_millis(100));
    let start = Instant::now();
    shown.send("b");
    shown.wait_for(|screen| screen.contents().trim().is_empty() || screen.contents().contains("1/14"));
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    assert!(flooding.join().unwrap() < 200);
    shown.send("\x1b[C");
    shown.wait_until_text("2/14");
}

/// Fills the backlog of a listener that accepts nobody.
fn fill(path: &Path) -> Vec<UnixStream> {
    let streams: Vec<_> = std::iter::from_fn(|| connect_at_once(path).ok()).take(10_000).collect();
    assert!(streams.len() < 10_000, "its backlog is endless");
    streams
}

#[test]
fn a_full_backlog_is_not_waited_for() {
    let folder = support::private_folder();
    let hung = socket_path(folder.path(), 1);
    let _listener = UnixListener::bind(&hung).unwrap();
    let _waiting = fill(&hung);
    let start = Instant::now();
    let server = PresenterServer::open(&socket_path(folder.path(), 2), |_| {}).unwrap();
    server.broadcast(&status(4));
    let mut client = SpeakerClient::new(folder.path(), || {});
    client.look();
    wait_until("shown", || client.receive().is_some_and(|status| status.slide == 4));
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    assert!(hung.exists(), "it may only be busy");
}

#[test]
fn silent_clients_keep_nobody_out() {
    let folder = support::private_folder();
    let path = socket_path(folder.path(), 1);
    let server = PresenterServer::open(&path, |_| {}).unwrap();
    server.broadcast(&status(4));
    let silent: Vec<_> = (0..40).map(|_| UnixStream::connect(&path).unwrap()).collect();
    let mut client = SpeakerClient::new(folder.path(), || {});
    client.look();
    wait_until("shown", || client.receive().is_some_and(|status| status.slide == 4));
    server.broadcast(&status(5));
    wait_until("shown", || client.receive().is_some_and(|status| status.slide == 5));
    drop(silent);
}

#[test]
fn a_presentation_that_reads_nothing_costs_no_key() {
    let folder = support::private_folder();
    let path = socket_path(folder.path(), 1);
    let listener = UnixListener::bind(&path).unwrap();
    let mut client = SpeakerClient::new(folder.path(), || {});
    client.look();
    let (mut stream, _) = listener.accept().unwrap();
    stream.write_all(&line(&status(3))).unwrap();
    wait_until("shown", || client.receive().is_some());
    let start = Instant::now();
    (0..30_000).for_each(|_| client.send(RemoteRequest { command: RemoteCommand::Next, at: 7 }));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    // What was sent is whole, and when it reads again it is told again.
    let mut text = String::new();
    BufReader::new(&stream).read_line(&mut text).unwrap();
    assert_eq!(text, "{\"command\":\"next\",\"at\":7}\n");
}

#[test]
fn a_presentation_that_floods_costs_neither_memory_nor_calls() {
    let folder = support::private_folder();
    let path = socket_path(folder.path(), 1);
    let listener = UnixListener::bind(&path).unwrap();
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let mut client = SpeakerClient::new(folder.path(), move || {
        counted.fetch_add(1, Ordering::SeqCst);
    });
    client.look();
    let (mut stream, _) = listener.accept().unwrap();
    let flood: Vec<u8> = (0..1000).flat_map(|slide| line(&status(slide))).collect();
    let sent = (0..1000).take_while(|_| stream.write_all(&flood).is_ok()).count();
    assert!(sent < 1000, "it was never let go");
    assert!(calls.load(Ordering::SeqCst) <= 2, "nobody has looked yet: {calls:?} calls");
    wait_until("ended", || client.receive().is_none());
}
