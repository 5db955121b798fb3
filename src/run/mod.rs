//! The programs on the terminal: the dashboard, the speaker's view, and the terminal's doctor.

mod clock;
pub mod dashboard;
pub mod doctor;
mod export;
mod program;
pub mod speaker;
mod speaker_sync;
