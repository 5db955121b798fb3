//! The file of settings: where it is, what stands in it, and a template for it.

mod faults;
mod read;
mod template;

pub(super) use template::template;

use super::values::{AmbiguousWidth, Colour, Theme, UiLang};
use crate::app::keymap::Keys;
use crate::checked::{Faults, check_file, read_file};
use crate::domain::{Measure, Moment};
use etcetera::BaseStrategy;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What a person has settled for all times. Options on the command line win over it.
#[derive(Clone, Debug)]
pub struct Config {
    /// The language; `None` for the locale's.
    pub language: Option<UiLang>,
    /// What ground the terminal has.
    pub theme: Theme,
    /// Whether colours are written.
    pub color: Colour,
    /// Whether only ASCII signs are drawn.
    pub ascii: bool,
    /// How wide the terminal draws characters of ambiguous width.
    pub ambiguous: AmbiguousWidth,
    /// The measure with which the dashboard opens.
    pub measure: Measure,
    /// The moment with which the dashboard opens.
    pub moment: Moment,
    /// Whether the dashboard listens to the mouse when it opens.
    pub mouse: bool,
    /// The keys of the dashboard, and of the room where slides are shown.
    pub keys: Rc<Keys>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::Dark,
            color: Colour::Auto,
            ascii: false,
            ambiguous: AmbiguousWidth::Narrow,
            measure: Measure::Raw,
            moment: Moment::Latest,
            mouse: true,
            keys: Rc::default(),
        }
    }
}

/// Where the settings are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Where a person says: it must be there.
    Named(PathBuf),
    /// In the user's folder of settings: it need not be there.
    Usual(PathBuf),
    /// There is no such folder.
    Nowhere,
}

impl Place {
    /// Where `--config` says, or else `CPPCC_CONFIG`, or else in the user's folder of settings.
    pub(super) fn find(named: Option<&Path>) -> Self {
        let listed = || std::env::var_os("CPPCC_CONFIG").filter(|value| !value.is_empty()).map(PathBuf::from);
        if let Some(path) = named.map(Path::to_owned).or_else(listed) {
            return Self::Named(path);
        }
        let folder = etcetera::choose_base_strategy().ok().map(|base| base.config_dir());
        folder.map_or(Self::Nowhere, |folder| Self::Usual(folder.join("cppcc").join("config.toml")))
    }

    /// The path, whether or not there is a file.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Named(path) | Self::Usual(path) => Some(path),
            Self::Nowhere => None,
        }
    }

    /// The file that is to be read; `None` where there need be none and is none.
    pub(super) fn file(&self) -> Option<&Path> {
        match self {
            Self::Named(path) => Some(path),
            Self::Usual(path) => path.exists().then_some(path),
            Self::Nowhere => None,
        }
    }
}

impl Config {
    /// The settings in force.
    ///
    /// # Errors
    /// All faults of the file.
    pub(super) fn load(place: &Place) -> Result<Self, Faults> {
        place.file().map_or_else(|| Ok(Self::default()), |path| check_file(read_file(path), read::config))
    }
}
