//! Witnesses of what the program shows: what each figure ought to say, worked out from the JSON export alone, and what
//! was read from each place that shows it.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

pub mod expected;
pub mod said;
pub mod shown;
