//! The shell: what can be typed, and what is done with it.
//!
//! Standard output is data, standard error is words about it. The exit status is 0 when a command is done, 1 when a
//! comparison was refused or something failed, 2 for wrong usage or bad data.
//!
//! - `options` declares what can be typed, `values` the words that options take, `help_text` the help of each in both
//!   languages. `help`, `man`, `completions` and `usage` are all made from these.
//! - `config` is the file of settings; `global` puts the options that were typed over it.
//! - `commands` has a file for every command that is more than one call.

mod commands;
mod completions;
mod config;
mod global;
mod help;
mod help_text;
mod man;
mod options;
mod parse;
mod run;
mod slides_fit;
mod stream;
mod usage;
mod values;

pub use commands::shot::gallery;
pub use config::Config;
pub use options::{Command, CompareOptions, ConfigOptions, Global, Options, PresentOptions, ShotOptions};
pub use parse::parse;
pub use run::run;
pub use slides_fit::{check_slides, slide_misfit};
pub use stream::{Failure, print, say};
pub use values::{AmbiguousWidth, ExportFormat};
