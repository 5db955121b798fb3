//! `cppcc` compares how city committees of the CPPCC perform.
//!
//! `docs/architecture.md` has the map, what passes between the modules, and where a change lands; `docs/glossary.md` the
//! words. Dependencies point one way, and no two files import each other: `tests/project/architecture.rs` holds both.
//!
//! - [`text`]: two languages, widths, line breaking, numbers, the characters and colours of a terminal.
//! - [`domain`]: what is counted, how surely it is known, what may be compared. Pure.
//! - [`wording`]: the domain in words. [`chart`]: the geometry of its drawings. [`search`]: finding things by name.
//! - [`deck`]: presentations as data. [`user_deck`]: the file of the user's own deck, and its edits.
//! - [`checked`]: reading TOML so that all faults come at once. [`data`]: packs of files into a [`deck::Library`].
//! - [`spreadsheet`]: figures from CSV and XLSX, and the template for them.
//! - [`export`]: comparisons, lists and all data as JSON, CSV, Markdown and plain tables.
//! - [`app`]: what the dashboard holds, and how actions change it. [`present`]: the second terminal of a presentation.
//! - [`view`]: drawing, a pure function of the state.
//! - [`terminal`]: taking the terminal over and giving it back, keys from it and pictures to it.
//! - [`cli`]: the shell's commands.

#![forbid(unsafe_code)]

pub mod app;
pub mod audience;
pub mod chart;
pub mod checked;
pub mod cli;
pub mod data;
pub mod deck;
pub mod domain;
pub mod entry;
pub mod export;
#[cfg(feature = "pages")]
pub mod page;
#[cfg(feature = "pages")]
pub mod page_import;
pub mod present;
pub mod printed;
pub mod search;
pub mod sorting;
pub mod spreadsheet;
pub mod terminal;
pub mod text;
pub mod user_deck;
pub mod user_pack;
pub mod view;
pub mod wording;
