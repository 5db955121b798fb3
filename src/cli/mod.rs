//! The shell: the command line and its commands.
//!
//! Standard output holds data, standard error messages about them. The exit status is 0 for success, 1 if a comparison
//! was refused or a command failed, 2 for wrong usage or bad data.
//!
//! - `options` declares the command line, `values` the words that options take, `help_text` the help of each in both
//!   languages. `help` (broken into lines by `help_layout`), `man`, `completions` and `usage` are made from these.
//! - `config` reads the file of settings; `global` overrides it by the options of the command line.
//! - `commands` has a file for every command that is more than one call.

mod add_options;
mod audience_options;
mod commands;
mod completions;
mod config;
mod early;
mod global;
mod help;
mod help_layout;
mod help_text;
mod help_text_add;
mod help_text_audience;
mod help_text_files;
mod man;
mod named_themes;
mod options;
mod parse;
mod remembered_language;
mod run;
mod saved_areas;
mod short_names;
mod slides_fit;
mod stream;
mod usage;
mod values;

pub use add_options::AddOptions;
pub use audience_options::{AudienceOptions, WatchOptions};
pub use commands::screen_export::{ScreenExportError, export_screen};
pub use commands::shot::gallery;
pub use config::{Config, SettledGroup, SettledName, settle_theme};
pub use options::{
    Command, CompareOptions, ConfigOptions, Global, ImportOptions, ListOptions, Options, PresentOptions, ShotOptions,
    VerifyOptions,
};
pub use parse::parse;
pub use run::run;
pub use saved_areas::{home, saved_groups};
pub use slides_fit::check_slides;
pub use stream::{Failure, print, say, take};
pub use values::AmbiguousWidth;
