//! Five hundred followers on one machine, slow ones and noisy ones among them.

use cppcc::app::QuestionsTaken;
use cppcc::audience::{
    AudienceRights, AudienceServer, FrameKind, Hello, LiveSlide, WallScreen, bind_socket, read_frame,
};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::Timespec;
use std::io::{BufReader, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::support;
use crate::support::pty::SOON;

pub fn slide(number: usize) -> LiveSlide {
    LiveSlide { deck: "five-cities".to_owned(), slide: number, screen: WallScreen::Slide, questions: false }
}

/// Opens an audience for the own user at a path.
pub fn open(path: &Path, questions: QuestionsTaken) -> AudienceServer {
    let listener = bind_socket(path, &AudienceRights::User).unwrap();
    AudienceServer::open(path, listener, questions, || {}).unwrap()
}

/// One that follows, on the socket alone.
pub struct Follower {
    pub stream: UnixStream,
    reader: BufReader<UnixStream>,
}

impl Follower {
    pub fn join(path: &Path) -> Self {
        let stream = UnixStream::connect(path).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        let reader = BufReader::new(stream.try_clone().unwrap());
        Self { stream, reader }
    }

    /// Reads the next frame, which must be of this kind.
    pub fn next(&mut self, kind: FrameKind) -> Vec<u8> {
        let (found, held) = read_frame(&mut self.reader).unwrap();
        assert_eq!(found, kind);
        held
    }

    pub fn next_slide(&mut self) -> LiveSlide {
        serde_json::from_slice(&self.next(FrameKind::Slide)).unwrap()
    }

    /// Whether nothing comes for a moment.
    fn hears_nothing(&self) -> bool {
        let mut waited = [PollFd::new(&self.stream, PollFlags::IN)];
        poll(&mut waited, Some(&Timespec { tv_sec: 0, tv_nsec: 50_000_000 })).unwrap() == 0
    }
}

/// Waits until so many follow.
fn wait_for_followers(server: &AudienceServer, count: usize) {
    let end = Instant::now() + SOON;
    while server.followers() != count {
        assert!(Instant::now() < end, "{} follow, and not {count}", server.followers());
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn socket(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("audience.sock")
}

#[test]
fn five_hundred_follow_and_the_speaker_feels_nothing() {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.map_or(4096, |most| most.min(4096));
    setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), ..limit }).unwrap();
    let folder = support::private_folder();
    let path = socket(&folder);
    let server = open(&path, QuestionsTaken::No);
    server.give(FrameKind::Snapshot.frame(&vec![b'x'; 200_000]).unwrap());
    server.show(&slide(1));
    let mut followers: Vec<Follower> = (0..500).map(|_| Follower::join(&path)).collect();
    for follower in &mut followers {
        follower.next(FrameKind::Hello);
        assert_eq!(follower.next(FrameKind::Snapshot).len(), 200_000);
        assert_eq!(follower.next_slide(), slide(1));
    }
    wait_for_followers(&server, 500);
    // Ten more that never read, and ten that say what nobody wants to hear.
    let deaf: Vec<Follower> = (0..10).map(|_| Follower::join(&path)).collect();
    let noisy: Vec<_> = (0..10).map(|_| noise(&path)).collect();
    let (mut calls, mut arrivals) = (Vec::new(), Vec::new());
    for number in 2..=30 {
        let start = Instant::now();
        server.show(&slide(number));
        calls.push(start.elapsed());
        for follower in &mut followers {
            assert_eq!(follower.next_slide(), slide(number));
        }
        arrivals.push(start.elapsed());
    }
    calls.sort();
    arrivals.sort();
    eprintln!(
        "a key: median {:?}, longest {:?}; all 500 told: median {:?}, longest {:?}",
        calls[14], calls[28], arrivals[14], arrivals[28]
    );
    assert!(calls[14] < Duration::from_millis(5), "{calls:?}");
    assert!(arrivals[14] < Duration::from_millis(200), "{arrivals:?}");
    for noisy in noisy {
        let sent = noisy.join().unwrap();
        assert!(sent < 10 << 20, "somebody listened to all of it");
    }
    drop(deaf);
    drop(followers);
    wait_for_followers(&server, 0);
    drop(server);
    assert!(!path.exists());
}

/// Sends ten megabytes of rubbish, and returns how much of it was taken.
fn noise(path: &Path) -> std::thread::JoinHandle<usize> {
    let mut stream = UnixStream::connect(path).unwrap();
    std::thread::spawn(move || {
        let rubbish = vec![0xff; 1 << 16];
        (0..160).take_while(|_| stream.write_all(&rubbish).is_ok()).count() << 16
    })
}

#[test]
fn who_has_not_read_gets_the_newest_and_not_all_that_went_before() {
    let folder = support::private_folder();
    let path = socket(&folder);
    let server = open(&path, QuestionsTaken::No);
    server.give(FrameKind::Snapshot.frame(b"data").unwrap());
    server.show(&slide(1));
    let mut follower = Follower::join(&path);
    wait_for_followers(&server, 1);
    let start = Instant::now();
    for number in 2..=50_000 {
        server.show(&slide(number));
    }
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    follower.next(FrameKind::Hello);
    follower.next(FrameKind::Snapshot);
    let mut told = 0;
    while follower.next_slide() != slide(50_000) {
        told += 1;
    }
    assert!(told < 5_000, "{told} slides were kept for it");
    assert!(follower.hears_nothing());
}

#[test]
fn what_has_not_changed_is_not_told_again() {
    let folder = support::private_folder();
    let path = socket(&folder);
    let server = open(&path, QuestionsTaken::No);
    let mut follower = Follower::join(&path);
    let hello: Hello = serde_json::from_slice(&follower.next(FrameKind::Hello)).unwrap();
    assert!(hello.is_like(&Hello::of_this_program()) && !hello.is_full);
    server.show(&slide(3));
    assert!(follower.hears_nothing(), "a slide is of no use without the data");
    server.give(FrameKind::Snapshot.frame(b"data").unwrap());
    assert_eq!(follower.next(FrameKind::Snapshot), b"data");
    assert_eq!(follower.next_slide(), slide(3));
    server.show(&slide(3));
    assert!(follower.hears_nothing());
    server.give(FrameKind::Snapshot.frame(b"more").unwrap());
    assert_eq!(follower.next(FrameKind::Snapshot), b"more");
    assert!(follower.hears_nothing());
    // The end of the presentation ends the connection.
    drop(server);
    let end = follower.reader.read(&mut [0]).map_err(|error| error.kind());
    assert!(matches!(end, Ok(0) | Err(ErrorKind::ConnectionReset)), "{end:?}");
}
