//! How many colours the terminal has, from what the environment says.
//!
//! The terminal is never asked: an answer that is late or missing costs seconds, and one that comes later still is
//! taken for typing.

use crate::text::environment;
use crate::view::Depth;

/// What the user asked for with `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ColourChoice {
    /// Colours where the terminal has them and `NO_COLOR` is not set.
    #[default]
    Auto,
    /// Colours, whatever `NO_COLOR` says.
    Always,
    /// No colours.
    Never,
}

/// Terminals that have every colour and say so with their name only. The names survive SSH, `COLORTERM` does not.
const TRUE_COLOUR: [&str; 7] = ["-direct", "kitty", "ghostty", "alacritty", "foot", "wezterm", "contour"];
/// Terminals without colours.
const MONOCHROME: [&str; 6] = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320"];

impl Depth {
    /// The depth for a choice and an environment; `variable` looks a name up in it.
    ///
    /// `TERM` decides, and `COLORTERM` over it where it is set; so does it inside tmux and screen, which translate
    /// colours themselves. An empty variable counts as one that is not set.
    pub fn detect(choice: ColourChoice, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        match choice {
            ColourChoice::Never => return Self::None,
            ColourChoice::Auto if set(environment::NO_COLOR).is_some() => return Self::None,
            ColourChoice::Auto | ColourChoice::Always => {}
        }
        let term = set(environment::TERM).unwrap_or_default().to_ascii_lowercase();
        let found = Self::of_terminal(&term, &set(environment::COLORTERM).unwrap_or_default().to_ascii_lowercase());
        if choice == ColourChoice::Always { found.max(Self::Sixteen) } else { found }
    }

    fn of_terminal(term: &str, colorterm: &str) -> Self {
        if term.is_empty() || MONOCHROME.contains(&term) || term.ends_with("-m") || term.ends_with("-mono") {
            Self::None
        } else if matches!(colorterm, "truecolor" | "24bit") || TRUE_COLOUR.iter().any(|name| term.contains(name)) {
            Self::True
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides_the_depth() {
        use ColourChoice::{Always, Auto, Never};
        use Depth::{Indexed, None, Sixteen, True};
        type Environment = &'static [(&'static str, &'static str)];
        let rows: [(ColourChoice, Environment, Depth); 19] = [
            (Auto, &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], True),
            (Auto, &[("TERM", "xterm-256color"), ("COLORTERM", "24bit")], True),
            (Auto, &[("TERM", "xterm-256color"), ("COLORTERM", "")], Indexed),
            (Auto, &[("TERM", "xterm-256color")], Indexed),
            (Auto, &[("TERM", "xterm-kitty")], True),
            (Auto, &[("TERM", "xterm-direct")], True),
            (Auto, &[("TERM", "xterm")], Sixteen),
            (Auto, &[("TERM", "linux")], Sixteen),
            (Auto, &[("TERM", "vt220")], None),
            (Auto, &[("TERM", "dumb")], None),
            (Auto, &[], None),
            (Auto, &[("TERM", "tmux-256color"), ("TMUX", "/tmp/tmux")], Indexed),
            (Auto, &[("TERM", "screen"), ("COLORTERM", "truecolor")], True),
            (Auto, &[("TERM", "xterm-256color"), ("NO_COLOR", "1")], None),
            (Auto, &[("TERM", "xterm-256color"), ("NO_COLOR", "")], Indexed),
            (Always, &[("TERM", "xterm-256color"), ("NO_COLOR", "1")], Indexed),
            (Always, &[("TERM", "dumb")], Sixteen),
            (Always, &[("TERM", "linux")], Sixteen),
            (Never, &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], None),
        ];
        for (choice, environment, depth) in rows {
            let look_up = |name: &str| environment.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(Depth::detect(choice, look_up), depth, "{choice:?} {environment:?}");
        }
    }
}
