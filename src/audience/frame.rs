//! Frames: a kind, a length, and so many bytes. What is longer than its kind may be ends the connection before it is read.

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

/// The kind of a frame, which is its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// [`super::Hello`]; always the first.
    Hello,
    /// Holds a [`super::Snapshot`], the copy of the data.
    Snapshot,
    /// Holds a [`super::LiveSlide`], where the speaker is.
    Slide,
}

/// A frame as it goes over the socket, shared by all who are sent it.
pub type Frame = Arc<[u8]>;

/// The bytes before what a frame holds.
const HEAD: usize = 5;

impl FrameKind {
    const ALL: [Self; 3] = [Self::Hello, Self::Snapshot, Self::Slide];

    const fn byte(self) -> u8 {
        match self {
            Self::Hello => b'H',
            Self::Snapshot => b'D',
            Self::Slide => b'S',
        }
    }

    /// Returns the most bytes that a frame of this kind may hold.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Hello | Self::Slide => 1 << 12,
            Self::Snapshot => 1 << 23,
        }
    }

    /// Returns a frame with these bytes; `None` where they are too many.
    #[must_use]
    pub fn frame(self, held: &[u8]) -> Option<Frame> {
        let length = u32::try_from(held.len()).ok().filter(|_| held.len() <= self.most())?;
        let mut frame = Vec::with_capacity(HEAD + held.len());
        frame.push(self.byte());
        frame.extend(length.to_be_bytes());
        frame.extend(held);
        Some(frame.into())
    }
}

/// Reads the next frame.
///
/// # Errors
/// Fails at the end, and where what comes is no frame.
pub fn read_frame(from: &mut impl Read) -> io::Result<(FrameKind, Vec<u8>)> {
    let mut start = [0; HEAD];
    from.read_exact(&mut start)?;
    let [kind, length @ ..] = start;
    let kind = FrameKind::ALL.into_iter().find(|known| known.byte() == kind).ok_or(ErrorKind::InvalidData)?;
    let length = usize::try_from(u32::from_be_bytes(length)).map_err(|_| ErrorKind::InvalidData)?;
    if length > kind.most() {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut held = vec![0; length];
    from.read_exact(&mut held)?;
    Ok((kind, held))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn frames_are_read_as_they_are_written() {
        let sent = [FrameKind::Hello.frame(b"one").unwrap(), FrameKind::Slide.frame(b"").unwrap()].concat();
        let mut from = sent.as_slice();
        assert_eq!(read_frame(&mut from).unwrap(), (FrameKind::Hello, b"one".to_vec()));
        assert_eq!(read_frame(&mut from).unwrap(), (FrameKind::Slide, Vec::new()));
        assert!(read_frame(&mut from).is_err(), "the end");
    }

    #[test]
    fn what_is_too_long_or_no_frame_is_refused_before_it_is_read() {
        assert!(FrameKind::Slide.frame(&vec![0; FrameKind::Slide.most() + 1]).is_none());
        for head in [*b"S\xff\xff\xff\xff", *b"D\x01\x00\x00\x00", *b"GET /", *b"\0\0\0\0\0"] {
            let mut endless = head.as_slice().chain(io::repeat(b'x'));
            assert!(read_frame(&mut endless).is_err(), "{head:?}");
        }
    }
}
