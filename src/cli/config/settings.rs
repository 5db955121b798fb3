//! What the file of settings settles.

use crate::app::keymap::Keys;
use crate::cli::values::AmbiguousWidth;
use crate::domain::{Measure, YearChoice};
use crate::text::{BackgroundChoice, ColorChoice, Lang};
use std::rc::Rc;

/// What a user has settled for all times. Options on the command line win over it.
#[derive(Clone, Debug)]
pub struct Config {
    /// The language; `None` for the locale's.
    pub language: Option<Lang>,
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
    /// The keys of the dashboard, and those of a presentation.
    pub keys: Rc<Keys>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            theme: BackgroundChoice::Auto,
            color: ColorChoice::Auto,
            ascii: false,
            ambiguous: AmbiguousWidth::Narrow,
            measure: Measure::Raw,
            year_choice: YearChoice::Latest,
            mouse: true,
            keys: Rc::default(),
        }
    }
}
