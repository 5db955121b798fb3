//! `cppcc` compares how city committees of the CPPCC perform.
//!
//! The architecture: `text` ← `domain` ← {`data`, `export`, `app`} ← `view` ← `terminal` ← `main`. Dependencies point to
//! the left only; `tests/architecture.rs` keeps it so.
//!
//! - [`text`]: two languages, widths, line breaking, numbers.
//! - [`domain`]: what is counted, how surely it is known, what may be compared. Pure.
//! - [`data`]: packs of TOML files into a [`domain::Dataset`], or all faults of all files.
//! - [`export`]: comparisons, lists and all data as JSON, CSV, Markdown and plain tables.
//! - [`app`]: what the dashboard holds, and how actions change it.
//! - [`view`]: drawing, a pure function of the state.
//! - [`terminal`]: taking the terminal over and giving it back, keys from it and pictures to it.
//! - [`link`]: two terminals of one presentation.
//! - [`cli`]: the shell's commands.

pub mod app;
pub mod chart;
pub mod checked;
pub mod cli;
pub mod data;
pub mod deck;
pub mod domain;
pub mod export;
pub mod link;
pub mod search;
pub mod terminal;
pub mod text;
pub mod view;
pub mod wording;
