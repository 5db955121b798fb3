//! What a stranger can hand to the program, in any bytes at all: each target reads it as the program would, and asserts what
//! must hold whatever the bytes are. None may panic, hang, or take memory without end.
#![forbid(unsafe_code)]

pub mod data;
pub mod deck;
pub mod keys;
pub mod numerals;
pub mod page;
mod shipped;
pub mod socket;
pub mod spreadsheet;

/// A target: its name, and what it does with some bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets. A folder of `corpus` is called as each of them.
pub const TARGETS: [Target; 7] = [
    ("data", data::run),
    ("deck", deck::run),
    ("keys", keys::run),
    ("numerals", numerals::run),
    ("page", page::run),
    ("socket", socket::run),
    ("spreadsheet", spreadsheet::run),
];
