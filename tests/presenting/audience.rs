//! Those who follow a presentation on their own terminals, and what somebody who floods, stops or squats can do to it: nothing.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod care;
mod following;
mod many;
mod places;
mod programs;
mod questions;
mod snapshots;
mod strangers;
