//! What leaves the program: commands, files, pictures, and the programs that read them.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod citations;
mod cli;
mod export_files;
mod formula_injection;
mod hand_outs;
mod json_shape;
mod markup_injection;
mod pictures;
mod readers;
mod round_trip;
mod settings;
mod shell_areas;
mod shell_lists;
mod shell_output;
mod shell_words;
