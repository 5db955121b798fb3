//! `cppcc` compares how city committees of the CPPCC perform.
//!
//! The architecture: `text` ← `domain` ← {`data`, `export`, `app` ← `present`} ← `view` ← `terminal` ← `run`.
//! Dependencies point to the left only; `tests/architecture.rs` keeps it so.
//!
//! - [`text`]: two languages, widths, line breaking, numbers.
//! - [`domain`]: what is counted, how surely it is known, what may be compared. Pure.
//! - [`checked`]: reading TOML so that all faults are reported at once, each with its place.
//! - [`data`]: packs of TOML files into a [`domain::Dataset`], or all faults of all files.
//! - [`export`]: comparisons, lists and all data as JSON, CSV, Markdown and plain tables.
//! - [`app`]: what the dashboard holds, and how actions change it.
//! - [`present`]: the second terminal of a presentation, with the speaker's view.
//! - [`view`]: drawing, a pure function of the state.
//! - [`terminal`]: taking the terminal over and giving it back, keys from it and pictures to it.
//! - [`user_deck`]: the file of the user's own deck, and its edits.
//! - [`cli`]: the shell's commands.

pub mod app;
pub mod chart;
pub mod checked;
pub mod cli;
pub mod data;
pub mod deck;
pub mod domain;
pub mod export;
pub mod present;
pub mod search;
pub mod terminal;
pub mod text;
pub mod user_deck;
pub mod view;
pub mod wording;
