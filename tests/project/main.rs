//! The project itself: what its parts may know of each other, its words, its documents and its pictures.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../source_files/mod.rs"]
mod source_files;
#[path = "../support/mod.rs"]
mod support;
#[path = "../witness/mod.rs"]
mod witness;

mod architecture;
mod code_rules;
mod fuzz_targets;
mod library;
mod opened;
mod phrases;
mod readme;
mod screenshots;
mod scripts;
mod sentences;
mod shipped;
mod small_changes;
mod told;
mod usage;
mod words_of_screens;
