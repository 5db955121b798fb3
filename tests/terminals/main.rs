//! Terminals of all kinds: how they are spoken to, and how they are given back.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod doctor;
mod given_back;
mod habits;
mod hard_input;
mod home;
mod plain_terminal;
mod pty;
mod surroundings;
