//! Reading which folders of data the settings name.

use super::faults;
use crate::checked::TomlValue;
use crate::text::environment;
use std::path::{Path, PathBuf};

/// Reads the folders of data: a list, or a single one. `~/` is the user's folder, and any other path that is not absolute counts
/// from the folder of the settings, since the program may be started anywhere.
pub(super) fn read_data(value: TomlValue<'_>) -> Vec<PathBuf> {
    let listed = if value.is_string() { vec![value] } else { value.list() };
    let mut folders: Vec<PathBuf> = Vec::new();
    for value in listed {
        let Some(folder) = folder(value) else { continue };
        if folders.contains(&folder) {
            value.report::<()>(faults::folder_twice(&folder));
        } else {
            folders.push(folder);
        }
    }
    folders
}

fn folder(value: TomlValue<'_>) -> Option<PathBuf> {
    let written = value.string()?.trim();
    if let Some(below) = written.strip_prefix("~/") {
        let home = environment::home_folder(|name| std::env::var_os(name));
        return home.map(|home| home.join(below)).or_else(|| value.report(faults::no_home()));
    }
    let settings = value.sink.path(value.span.file).parent().unwrap_or(Path::new(""));
    Some(settings.join(written))
}
