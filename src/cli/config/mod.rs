//! The file of settings: where it is, what it settles, and a template for it.

mod config_path;
mod faults;
mod read;
mod read_areas;
mod read_data;
mod read_keys;
mod settings;
mod settle_theme;
mod template;

pub(super) use config_path::ConfigPath;
pub(super) use read::load;
pub use settings::{Config, SettledGroup, SettledName};
pub use settle_theme::settle_theme;
pub(super) use template::template;
