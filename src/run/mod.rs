//! The programs on the terminal: the dashboard, the speaker's view, that of a follower, and the terminal's doctor.

mod audience_sync;
mod broken_off;
mod clipboard;
mod clock;
pub mod dashboard;
mod deck_changes;
pub mod doctor;
mod export;
mod file_watch;
mod own_figures;
mod own_files;
mod program;
pub mod speaker;
mod speaker_sync;
pub mod watch;
mod watch_words;
