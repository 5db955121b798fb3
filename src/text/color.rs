//! How many colours the terminal has, from what the environment says.
//!
//! The terminal is never asked: a late or missing answer costs seconds, and one that comes later still is taken for
//! typing.

use super::environment::{COLORTERM, NO_COLOR, TERM};

/// The number of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorDepth {
    /// No colour: bold, dim, underline and reverse only.
    None,
    /// The sixteen colours that the user's own palette defines.
    Sixteen,
    /// The fixed palette of 256, which SSH can be relied on to announce.
    #[default]
    Indexed,
    /// Every colour, in 24 bits.
    True,
}

/// What the user asked for with `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColorChoice {
    /// Colours where the terminal has them and `NO_COLOR` is not set.
    #[default]
    Auto,
    /// Colours, whatever `NO_COLOR` says.
    Always,
    /// No colours, whatever the terminal has.
    Never,
}

/// Terminals whose name alone says that they have every colour. SSH passes the name on, but not `COLORTERM`.
const TRUE_COLOR: [&str; 7] = ["-direct", "kitty", "ghostty", "alacritty", "foot", "wezterm", "contour"];
/// Terminals that have no colours.
const MONOCHROME: [&str; 6] = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320"];

impl ColorDepth {
    /// Returns the depth for a choice and an environment; `variable` looks a name up in it.
    ///
    /// `TERM` decides, and `COLORTERM` over it where it is set: also inside tmux and screen, which translate colours
    /// themselves. An empty variable counts as one that is not set.
    pub fn detect(choice: ColorChoice, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        match choice {
            ColorChoice::Never => return Self::None,
            ColorChoice::Auto if set(NO_COLOR).is_some() => return Self::None,
            ColorChoice::Auto | ColorChoice::Always => {}
        }
        let term = set(TERM).unwrap_or_default().to_ascii_lowercase();
        let found = Self::of_terminal(&term, &set(COLORTERM).unwrap_or_default().to_ascii_lowercase());
        if choice == ColorChoice::Always { found.max(Self::Sixteen) } else { found }
    }

    fn of_terminal(term: &str, colorterm: &str) -> Self {
        if term.is_empty() || MONOCHROME.contains(&term) || term.ends_with("-m") || term.ends_with("-mono") {
            Self::None
        } else if matches!(colorterm, "truecolor" | "24bit") || TRUE_COLOR.iter().any(|name| term.contains(name)) {
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
        use ColorChoice::{Always, Auto, Never};
        use ColorDepth::{Indexed, None, Sixteen, True};
        type Environment = &'static [(&'static str, &'static str)];
        let rows: [(ColorChoice, Environment, ColorDepth); 19] = [
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
            assert_eq!(ColorDepth::detect(choice, look_up), depth, "{choice:?} {environment:?}");
        }
    }
}
