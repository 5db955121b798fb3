//! Terminals of all kinds: how they are spoken to, and how they are given back.
#![forbid(unsafe_code)]

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
