//! Bad surroundings: terminals, locales and sizes of every kind, noise, disks that are full or can be read alone, and limits.
//! Nothing hangs or panics, nothing of the user's is lost, the terminal is given back, and what goes wrong is told.
//!
//! Other tests hold their own part: `plain_terminal` (TERM is dumb or empty), `hard_input` (a megabyte of keys), `home`,
//! `shell_output` (`/dev/full`), `import_hostile` and `user_deck`; `browsing/random_lives` hands any time to the dashboard.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;

mod clock;
mod disk;
mod limits;
mod noise;
mod terminals;
