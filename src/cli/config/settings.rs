//! What the file of settings settles.

use crate::app::keymap::Keys;
use crate::cli::values::AmbiguousWidth;
use crate::deck::Origin;
use crate::domain::{Measure, YearChoice};
use crate::text::{BackgroundChoice, ColorChoice, Lang};
use std::path::PathBuf;
use std::rc::Rc;

/// What a user has settled for all times. Options on the command line win over it.
#[derive(Clone, Debug)]
pub struct Config {
    /// The language; `None` for the locale's.
    pub language: Option<Lang>,
    /// The language in which the user writes their own texts; `None` where both are asked for.
    pub writes: Option<Lang>,
    /// The folders of data that are read where neither `--data` nor the environment names one.
    pub data: Vec<PathBuf>,
    /// What is said of the terminal's background.
    pub theme: BackgroundChoice,
    /// Whether colours are written.
    pub color: ColorChoice,
    /// Whether only ASCII characters are drawn.
    pub ascii: bool,
    /// How wide the terminal draws characters of ambiguous width.
    pub ambiguous: AmbiguousWidth,
    /// The measure with which the dashboard opens.
    pub measure: Measure,
    /// Which year's figures the dashboard opens with.
    pub year_choice: YearChoice,
    /// Whether the dashboard listens to the mouse when it opens.
    pub mouse: bool,
    /// The area of the user's own committee, as it is written; see [`home`](crate::cli::home) for the area itself.
    pub home: Option<SettledName>,
    /// The groups of areas that the user has named; see [`saved_groups`](crate::cli::saved_groups) for the areas themselves.
    pub groups: Vec<SettledGroup>,
    /// The keys of the dashboard, and those of a presentation.
    pub keys: Rc<Keys>,
}

/// A name of an area as the settings write it. The data may not know it: settings are read before data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledName {
    /// The name as it is written: an id, a Chinese or English name, or pinyin.
    pub written: String,
    /// Where in the settings it stands.
    pub origin: Origin,
}

/// A group of areas as the settings write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledGroup {
    /// The name of the group, in any language.
    pub name: String,
    /// The names of its areas; at least one.
    pub areas: Vec<SettledName>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            writes: None,
            data: Vec::new(),
            theme: BackgroundChoice::Auto,
            color: ColorChoice::Auto,
            ascii: false,
            ambiguous: AmbiguousWidth::Narrow,
            measure: Measure::Raw,
            year_choice: YearChoice::Latest,
            mouse: true,
            home: None,
            groups: Vec::new(),
            keys: Rc::default(),
        }
    }
}
