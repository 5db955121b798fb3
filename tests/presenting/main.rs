//! Slides, the speaker's view and those who follow, here and over SSH.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod audience;
mod present;
mod presentation;
mod presentation_list;
mod shortened_slides;
mod slides;
mod speaker;
mod ssh;
mod two_dashboards;
mod user_deck;
