//! One follower, as the presentation sees it: what it was sent, what is on its way, and whether it may ask.

use super::frame::Frame;
use super::mark::Mark;
use rustix::net::{RecvFlags, SendFlags, recv, send};
use std::io::{self, ErrorKind};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

/// How long a frame may be on its way. All programs are on one machine, so whoever takes longer does not read.
const LONGEST_SENDING: Duration = Duration::from_secs(10);
/// How long a follower that has asked can't ask again.
const BETWEEN_QUESTIONS: Duration = Duration::from_secs(5);

/// A frame and its number: a higher one replaces it.
#[derive(Clone, Debug)]
pub(super) struct Edition {
    pub number: u64,
    pub frame: Frame,
}

/// What all followers are to know: only the newest of each kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Newest {
    pub snapshot: Option<Edition>,
    pub slide: Option<Edition>,
}

/// One follower, and what it is still to be sent.
pub(super) struct Follower {
    pub stream: UnixStream,
    sending: Option<Sending>,
    /// The numbers of what was sent last.
    snapshot: u64,
    slide: u64,
    ear: Ear,
}

/// A frame that is on its way.
struct Sending {
    frame: Frame,
    sent: usize,
    since: Instant,
}

/// What is heard of a follower.
enum Ear {
    /// Nothing is read that it sends.
    Closed,
    /// Marks are read, one after the other.
    Open {
        bytes: [u8; Mark::LENGTH],
        filled: usize,
        /// Before this time nothing is read.
        next: Option<Instant>,
        last: Option<Mark>,
    },
}

/// Whether the connection goes on.
pub(super) type Alive = io::Result<()>;

impl Follower {
    /// Takes a new connection, to which the greeting goes first.
    pub fn new(stream: UnixStream, greeting: Frame, takes_questions: bool) -> Self {
        let sending = Some(Sending { frame: greeting, sent: 0, since: Instant::now() });
        let ear = if takes_questions {
            Ear::Open { bytes: [0; Mark::LENGTH], filled: 0, next: None, last: None }
        } else {
            Ear::Closed
        };
        Self { stream, sending, snapshot: 0, slide: 0, ear }
    }

    /// Whether something is on its way and waits for room.
    pub const fn waits_for_room(&self) -> bool {
        self.sending.is_some()
    }

    /// Whether it may ask now.
    pub fn is_heard(&self, now: Instant) -> bool {
        matches!(&self.ear, Ear::Open { next, .. } if next.is_none_or(|next| next <= now))
    }

    /// Whether it may ask later.
    pub fn is_heard_later(&self, now: Instant) -> bool {
        matches!(&self.ear, Ear::Open { next: Some(next), .. } if *next > now)
    }

    /// Sends what is new, as far as there is room.
    pub fn serve(&mut self, newest: &Newest, now: Instant) -> Alive {
        loop {
            let Some(sending) = &mut self.sending else {
                let Some(frame) = self.next(newest) else { return Ok(()) };
                self.sending = Some(Sending { frame, sent: 0, since: now });
                continue;
            };
            let rest = sending.frame.get(sending.sent..).unwrap_or_default();
            match send(&self.stream, rest, SendFlags::DONTWAIT | SendFlags::NOSIGNAL) {
                Ok(sent) if sent == rest.len() => self.sending = None,
                Ok(sent) => sending.sent += sent,
                Err(rustix::io::Errno::INTR) => {}
                Err(rustix::io::Errno::AGAIN) if now.duration_since(sending.since) < LONGEST_SENDING => return Ok(()),
                Err(why) => return Err(why.into()),
            }
        }
    }

    fn next(&mut self, newest: &Newest) -> Option<Frame> {
        let newer = |edition: &Option<Edition>, sent: &mut u64| {
            let edition = edition.as_ref().filter(|edition| edition.number > *sent)?;
            *sent = edition.number;
            Some(Frame::clone(&edition.frame))
        };
        if let Some(frame) = newer(&newest.snapshot, &mut self.snapshot) {
            return Some(frame);
        }
        // A slide is of no use to whoever has no data yet.
        if self.snapshot == 0 { None } else { newer(&newest.slide, &mut self.slide) }
    }

    /// Reads what it asks: at most one mark, and then nothing for a while. Whatever is no mark ends the connection.
    pub fn hear(&mut self, now: Instant) -> io::Result<Option<Mark>> {
        let Ear::Open { bytes, filled, next, last } = &mut self.ear else { return Ok(None) };
        let room = bytes.get_mut(*filled..).unwrap_or_default();
        match recv(&self.stream, room, RecvFlags::DONTWAIT) {
            Ok((0, _)) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok((length, _)) => *filled += length,
            Err(rustix::io::Errno::AGAIN | rustix::io::Errno::INTR) => return Ok(None),
            Err(why) => return Err(why.into()),
        }
        if *filled < Mark::LENGTH {
            return Ok(None);
        }
        let mark = Mark::read(*bytes).ok_or(ErrorKind::InvalidData)?;
        (*filled, *next) = (0, Some(now + BETWEEN_QUESTIONS));
        // Whoever asks the same again has nothing new to ask.
        Ok((last.replace(mark) != Some(mark)).then_some(mark))
    }
}
