//! Carries the messages over Unix sockets: every presentation listens on one of its own, and speaker's views connect to
//! all of them and show the newest.

mod client;
mod folder;
mod lines;
mod pace;
mod server;

pub use client::SpeakerClient;
pub use folder::{FolderError, connect_at_once, private_folder, socket_path};
pub use pace::Pace;
pub use server::PresenterServer;
