//! Carries the messages over Unix sockets: every presentation listens on one of its own, and speaker's views connect to
//! all of them and show the newest.

mod client;
mod folder;
mod lines;
mod server;

pub use client::SpeakerClient;
pub use folder::{FolderError, private_folder, socket_path};
pub use server::PresenterServer;
