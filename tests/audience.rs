//! Those who follow a presentation on their own terminals, and what somebody who floods, stops or squats can do to it: nothing.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "audience/care.rs"]
mod care;
#[path = "audience/following.rs"]
mod following;
#[path = "audience/many.rs"]
mod many;
#[path = "audience/places.rs"]
mod places;
#[path = "audience/programs.rs"]
mod programs;
#[path = "audience/questions.rs"]
mod questions;
#[path = "audience/snapshots.rs"]
mod snapshots;
#[path = "audience/strangers.rs"]
mod strangers;
mod support;
