//! The programs on the terminal: the dashboard, the speaker's view, and the terminal's doctor.

mod broken_off;
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
