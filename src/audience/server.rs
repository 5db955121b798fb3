//! The presentation's side. One thread serves all followers and waits for none; the presentation only leaves the newest for it.

use super::follower::{Edition, Follower, Newest};
use super::frame::{Frame, FrameKind};
use super::mark::Mark;
use super::message::{Hello, LiveSlide};
use crate::app::QuestionsTaken;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Resource, getrlimit};
use rustix::time::Timespec;
use serde::Serialize;
use std::collections::VecDeque;
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The most followers, where the system allows the program so many open files.
const MOST_FOLLOWERS: usize = 1000;
/// The open files that are left to the rest of the program.
const OTHER_FILES: u64 = 64;
/// How many connections are taken in before followers are served again.
const MOST_ACCEPTED: usize = 64;
/// The most questions that wait to be read. More are lost: nobody could look at them all.
const MOST_MARKS: usize = 64;
/// How often the presentation hears of new followers and questions, and slow followers are looked at.
const STEP: Duration = Duration::from_millis(250);

/// The socket of a presentation's audience. Dropping it closes the connections and removes the socket.
pub struct AudienceServer {
    path: PathBuf,
    shared: Arc<Mutex<Shared>>,
    /// Wakes the thread; where it is dropped, the thread ends.
    wakes: UnixStream,
}

/// What the presentation and the thread leave for each other.
#[derive(Default)]
struct Shared {
    newest: Newest,
    /// What the last slide frame says.
    slide: Option<LiveSlide>,
    editions: u64,
    followers: usize,
    marks: VecDeque<Mark>,
}

fn locked(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns a message as a frame; `None` where it is too long.
fn frame_of(kind: FrameKind, message: &impl Serialize) -> Option<Frame> {
    kind.frame(&serde_json::to_vec(message).ok()?)
}

impl AudienceServer {
    /// Lets followers in who connect to `listener`, whose socket is at `path`. `notify` is called from another thread when
    /// their number has changed or one of them has asked something.
    ///
    /// # Errors
    /// Fails where the system refuses a thread or a pair of sockets.
    pub fn open(
        path: &Path,
        listener: UnixListener,
        questions: QuestionsTaken,
        notify: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let (wakes, woken) = UnixStream::pair()?;
        wakes.set_nonblocking(true)?;
        woken.set_nonblocking(true)?;
        let hello = Hello::of_this_program();
        let full = Hello { is_full: true, ..hello.clone() };
        let greeting = frame_of(FrameKind::Hello, &hello).ok_or(ErrorKind::InvalidData)?;
        let refusal = frame_of(FrameKind::Hello, &full).ok_or(ErrorKind::InvalidData)?;
        let shared = Arc::<Mutex<Shared>>::default();
        let audience = Audience {
            listener,
            woken,
            shared: Arc::clone(&shared),
            questions,
            greeting,
            refusal,
            followers: Vec::new(),
            most: most_followers(),
            accepts_again: None,
            told: (0, Instant::now()),
            has_marks: false,
        };
        thread::Builder::new().name("audience".into()).spawn(move || audience.run(&notify))?;
        Ok(Self { path: path.to_owned(), shared, wakes })
    }

    /// Returns whether somebody else has removed the socket.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        !self.path.exists()
    }

    /// Tells all followers where the speaker is, if that has changed.
    pub fn show(&self, slide: &LiveSlide) {
        let mut shared = locked(&self.shared);
        if shared.slide.as_ref() == Some(slide) {
            return;
        }
        let Some(frame) = frame_of(FrameKind::Slide, slide) else { return };
        shared.editions += 1;
        shared.newest.slide = Some(Edition { number: shared.editions, frame });
        shared.slide = Some(slide.clone());
        drop(shared);
        self.wake();
    }

    /// Gives all followers another copy of the data.
    pub fn give(&self, snapshot: Frame) {
        let mut shared = locked(&self.shared);
        shared.editions += 1;
        shared.newest.snapshot = Some(Edition { number: shared.editions, frame: snapshot });
        drop(shared);
        self.wake();
    }

    /// Returns how many follow.
    #[must_use]
    pub fn followers(&self) -> usize {
        locked(&self.shared).followers
    }

    /// Returns what was asked since it was last looked at.
    #[must_use]
    pub fn take_marks(&self) -> Vec<Mark> {
        locked(&self.shared).marks.drain(..).collect()
    }

    fn wake(&self) {
        // A thread that has not come round to the last call will see everything then.
        let _ = (&self.wakes).write(&[0]);
    }
}

impl Drop for AudienceServer {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        let _ = self.wakes.shutdown(Shutdown::Both);
    }
}

fn most_followers() -> usize {
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX).saturating_sub(OTHER_FILES);
    usize::try_from(files).unwrap_or(MOST_FOLLOWERS).min(MOST_FOLLOWERS)
}

/// Lets the rest of the program go first: a key of the speaker's does not wait until five hundred have been served.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn yield_to_speaker() {
    const NICE: i32 = 5;
    // Of no process but the calling thread, on Linux.
    let _ = rustix::process::setpriority_process(None, NICE);
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn yield_to_speaker() {}

/// What the thread works on.
struct Audience {
    listener: UnixListener,
    woken: UnixStream,
    shared: Arc<Mutex<Shared>>,
    questions: QuestionsTaken,
    greeting: Frame,
    refusal: Frame,
    followers: Vec<Follower>,
    most: usize,
    /// When connections are accepted again, after the system has refused one.
    accepts_again: Option<Instant>,
    /// The number of followers that the presentation was told last, and when.
    told: (usize, Instant),
    /// Whether it was not told of questions yet.
    has_marks: bool,
}

impl Audience {
    fn run(mut self, notify: &impl Fn()) {
        yield_to_speaker();
        // The first change is told at once.
        self.told.1 = self.told.1.checked_sub(STEP).unwrap_or(self.told.1);
        while let Some(ready) = self.wait() {
            let now = Instant::now();
            self.hear(&ready, now);
            if ready.is_called {
                self.accept();
            }
            self.serve(now);
            self.tell(now, notify);
        }
    }

    /// Waits until there is something to do; `None` at the end.
    fn wait(&mut self) -> Option<Ready> {
        let now = Instant::now();
        self.accepts_again = self.accepts_again.filter(|again| *again > now);
        let calls = if self.accepts_again.is_none() { PollFlags::IN } else { PollFlags::empty() };
        let mut waited = vec![PollFd::new(&self.woken, PollFlags::IN), PollFd::new(&self.listener, calls)];
        waited.extend(self.followers.iter().map(|follower| {
            let mut flags = PollFlags::empty();
            flags.set(PollFlags::OUT, follower.waits_for_room());
            flags.set(PollFlags::IN, follower.is_heard(now));
            PollFd::new(&follower.stream, flags)
        }));
        let is_busy = self.accepts_again.is_some()
            || self.has_marks
            || self.told.0 != self.followers.len()
            || self.followers.iter().any(|follower| follower.waits_for_room() || follower.is_heard_later(now));
        let step = Timespec { tv_sec: 0, tv_nsec: 250_000_000 };
        match poll(&mut waited, is_busy.then_some(&step)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return None,
        }
        let flags: Vec<PollFlags> = waited.iter().map(PollFd::revents).collect();
        drop(waited);
        let mut flags = flags.into_iter();
        let (woken, called) = (flags.next()?, flags.next()?);
        if !woken.is_empty() && self.is_over() {
            return None;
        }
        Some(Ready { is_called: !called.is_empty(), followers: flags.collect() })
    }

    /// Takes the calls of the presentation, and returns whether it is gone.
    fn is_over(&mut self) -> bool {
        let mut calls = [0; 64];
        loop {
            match self.woken.read(&mut calls) {
                Ok(0) => return true,
                Ok(_) => {}
                Err(error) => return error.kind() != ErrorKind::WouldBlock && error.kind() != ErrorKind::Interrupted,
            }
        }
    }

    /// Lets go of those that are gone, and reads what the others ask.
    fn hear(&mut self, ready: &Ready, now: Instant) {
        let mut flags = ready.followers.iter().copied();
        let mut heard = Vec::new();
        self.followers.retain_mut(|follower| {
            let flags = flags.next().unwrap_or(PollFlags::empty());
            if flags.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                return false;
            }
            if !flags.contains(PollFlags::IN) {
                return true;
            }
            let mark = follower.hear(now);
            heard.extend(mark.as_ref().ok().copied().flatten());
            mark.is_ok()
        });
        if !heard.is_empty() {
            self.has_marks = true;
            let mut shared = locked(&self.shared);
            let room = MOST_MARKS.saturating_sub(shared.marks.len());
            shared.marks.extend(heard.into_iter().take(room));
        }
    }

    /// Takes in those who have connected.
    fn accept(&mut self) {
        for _ in 0..MOST_ACCEPTED {
            match self.listener.accept() {
                Ok((stream, _)) => self.welcome(stream),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => {
                    self.accepts_again = Some(Instant::now() + STEP);
                    return;
                }
            }
        }
    }

    fn welcome(&mut self, stream: UnixStream) {
        let is_full = self.followers.len() >= self.most;
        let takes_questions = self.questions == QuestionsTaken::Yes && !is_full;
        // What nobody reads can't be sent either: whoever sends all the same is told that nobody listens.
        if !takes_questions && stream.shutdown(Shutdown::Read).is_err() {
            return;
        }
        let greeting = if is_full { &self.refusal } else { &self.greeting };
        let mut follower = Follower::new(stream, Frame::clone(greeting), takes_questions);
        if is_full {
            let _ = follower.serve(&Newest::default(), Instant::now());
        } else {
            self.followers.push(follower);
        }
    }

    fn serve(&mut self, now: Instant) {
        let newest = locked(&self.shared).newest.clone();
        self.followers.retain_mut(|follower| follower.serve(&newest, now).is_ok());
        locked(&self.shared).followers = self.followers.len();
    }

    /// Tells the presentation what has changed, but not all the time.
    fn tell(&mut self, now: Instant, notify: &impl Fn()) {
        let has_changed = self.has_marks || self.told.0 != self.followers.len();
        if has_changed && now.duration_since(self.told.1) >= STEP {
            self.told = (self.followers.len(), now);
            self.has_marks = false;
            notify();
        }
    }
}

/// What the thread was woken for.
struct Ready {
    /// Whether somebody wants to connect.
    is_called: bool,
    /// What there is to do for each follower.
    followers: Vec<PollFlags>,
}
