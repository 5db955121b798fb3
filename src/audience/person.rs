//! The users of this machine.

use crate::text::visible_line;
use nix::unistd::{Gid, Group, Uid, User};
use std::os::unix::net::UnixStream;

/// A user of this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The number of the user.
    pub uid: u32,
    /// The name, or where the system knows none the number.
    pub name: String,
}

impl Person {
    /// Looks up the user of a number.
    #[must_use]
    pub fn of(uid: u32) -> Self {
        let known = User::from_uid(Uid::from_raw(uid)).ok().flatten();
        Self { uid, name: known.map_or_else(|| uid.to_string(), |user| visible_line(&user.name).into_owned()) }
    }

    /// Returns the user who runs this program.
    #[must_use]
    pub fn present() -> Self {
        Self::of(rustix::process::geteuid().as_raw())
    }

    /// Looks up the user of a name; `None` where there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let user = User::from_name(name).ok().flatten()?;
        Some(Self { uid: user.uid.as_raw(), name: visible_line(&user.name).into_owned() })
    }

    /// Returns the user whose program listens on the other side of a connection; `None` where the system does not tell.
    #[must_use]
    pub fn at_other_end(stream: &UnixStream) -> Option<u32> {
        other_end(stream)
    }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn other_end(stream: &UnixStream) -> Option<u32> {
    rustix::net::sockopt::socket_peercred(stream).ok().map(|peer| peer.uid.as_raw())
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn other_end(stream: &UnixStream) -> Option<u32> {
    nix::unistd::getpeereid(stream).ok().map(|(uid, _)| uid.as_raw())
}

/// Returns the number of a group; `None` where there is none of that name.
pub(super) fn group_named(name: &str) -> Option<u32> {
    Group::from_name(name).ok().flatten().map(|group| Gid::as_raw(group.gid))
}
