//! Lets others on the same machine follow a presentation, each on a terminal of its own.
//!
//! The presentation listens on a second socket, from which it reads nothing unless it takes questions. Whoever connects is sent
//! three things: which program and which built-in data this is, a copy of the presented data without what is the speaker's alone,
//! and where the speaker is; the last again whenever it changes.
//!
//! - `rights`: who may follow, and `person`: the users of this machine.
//! - `place`: where the sockets are, and who must own them.
//! - `message` and `frame`: what is sent, and how. `mark`: the only thing that may come back.
//! - `snapshot`: the copy of the data.
//! - `server` and its `follower`s: the presentation's side, on one thread that waits for nobody.
//! - `client`: the side of whoever follows.

mod client;
mod follower;
mod frame;
mod mark;
mod message;
mod person;
mod place;
mod rights;
mod server;
mod snapshot;

pub use client::{AudienceClient, AudienceNews, Look};
pub use frame::{Frame, FrameKind, read_frame};
pub use mark::Mark;
pub use message::{Hello, LiveSlide, WallScreen};
pub use person::Person;
pub use place::{AudienceFolders, AudienceSocket, bind_socket};
pub use rights::AudienceRights;
pub use server::AudienceServer;
pub use snapshot::{Snapshot, snapshot_of};
