//! Where the file of settings is looked for.

use crate::text::environment;
use std::path::{Path, PathBuf};

/// The path of the file of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum ConfigPath {
    /// The user has named it, so the file must exist.
    Named(PathBuf),
    /// It is in the user's folder of settings, and the file need not exist.
    Default(PathBuf),
    /// The user has no such folder.
    None,
}

impl ConfigPath {
    /// Finds the path: the one that is named, or else that in `CPPCC_CONFIG`, or else in the user's folder of settings.
    pub fn find(named: Option<&Path>) -> Self {
        let listed = || std::env::var_os(environment::CPPCC_CONFIG).filter(|value| !value.is_empty());
        if let Some(path) = named.map(Path::to_owned).or_else(|| listed().map(PathBuf::from)) {
            return Self::Named(path);
        }
        let folder = environment::settings_folder(|name| std::env::var_os(name));
        folder.map_or(Self::None, |folder| Self::Default(folder.join("cppcc").join("config.toml")))
    }

    /// Returns the path, whether or not there is a file.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Named(path) | Self::Default(path) => Some(path),
            Self::None => None,
        }
    }

    /// Returns the path as its own value.
    pub fn into_path(self) -> Option<PathBuf> {
        match self {
            Self::Named(path) | Self::Default(path) => Some(path),
            Self::None => None,
        }
    }

    /// Returns the file to read; `None` where there is none and need be none.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Named(path) => Some(path),
            Self::Default(path) => path.exists().then_some(path),
            Self::None => None,
        }
    }
}
