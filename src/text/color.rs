//! How many colours the terminal has, from what the environment says.
//!
//! The terminal is never asked: a late or missing answer costs seconds, and one that comes later still is taken for
//! typing.

use super::environment::{CLICOLOR, CLICOLOR_FORCE, COLORTERM, FORCE_COLOR, NO_COLOR, TERM};

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
    /// Colours where the terminal has them, and the environment says nothing else.
    #[default]
    Auto,
    /// Colours, whatever the environment says.
    Always,
    /// No colours, whatever the terminal has.
    Never,
}

/// Terminals whose name alone says that they have every colour. SSH passes the name on, but not `COLORTERM`.
const TRUE_COLOR: [&str; 7] = ["-direct", "kitty", "ghostty", "alacritty", "foot", "wezterm", "contour"];
/// Terminals that have no colours.
const MONOCHROME: [&str; 6] = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320"];

impl ColorDepth {
    /// Returns the depth on a terminal for a choice and an environment; `variable` looks a name up in it.
    pub fn detect(choice: ColorChoice, variable: impl Fn(&str) -> Option<String>) -> Self {
        Self::of_output(choice, true, variable)
    }

    /// Returns the depth of what is written: to a terminal, or to a file or a pipe. The one answer for the dashboard and
    /// for the shell.
    ///
    /// The choice decides first, and then, in this order, `NO_COLOR`, `FORCE_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR` and the
    /// terminal. Of this, `TERM` tells the depth, and `COLORTERM` over it: also inside tmux and screen, which translate
    /// colours themselves. An empty variable counts as one that is not set.
    pub fn of_output(choice: ColorChoice, is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set(TERM).unwrap_or_default().to_ascii_lowercase();
        let found = Self::of_terminal(&term, &set(COLORTERM).unwrap_or_default().to_ascii_lowercase());
        let (forced, natural) = (found.max(Self::Sixteen), if is_terminal { found } else { Self::None });
        match choice {
            ColorChoice::Never => return Self::None,
            ColorChoice::Always => return forced,
            ColorChoice::Auto if set(NO_COLOR).is_some() => return Self::None,
            ColorChoice::Auto => {}
        }
        match (set(FORCE_COLOR).as_deref(), set(CLICOLOR_FORCE).as_deref(), set(CLICOLOR).as_deref()) {
            (Some("0" | "false"), ..) => Self::None,
            (Some("1"), ..) => Self::Sixteen,
            (Some("2"), ..) => Self::Indexed,
            (Some("3"), ..) => Self::True,
            (Some(_), ..) => forced,
            (None, Some(force), _) if force != "0" => forced,
            (None, _, Some("0")) => Self::None,
            (None, ..) => natural,
        }
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
    use itertools::Itertools;

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

    /// Every combination of what can be said about colours, as the rules say it: the first that applies decides.
    #[test]
    fn the_first_that_is_said_decides() {
        use ColorDepth::{Indexed, None, Sixteen, True};
        type Values = &'static [&'static str];
        const UNSET: &str = "-";
        let variables: [(&str, Values); 6] = [
            (NO_COLOR, &[UNSET, "", "0", "1"]),
            (FORCE_COLOR, &[UNSET, "", "0", "false", "1", "2", "3", "true", "yes"]),
            (CLICOLOR_FORCE, &[UNSET, "", "0", "1"]),
            (CLICOLOR, &[UNSET, "", "0", "1"]),
            (TERM, &[UNSET, "", "dumb", "vt220", "linux", "xterm-256color", "xterm-kitty"]),
            (COLORTERM, &[UNSET, "truecolor"]),
        ];
        let mut environments = vec![Vec::new()];
        for (name, values) in variables {
            let longer = environments.iter().cartesian_product(values);
            environments = longer.map(|(known, value)| [known.clone(), vec![(name, *value)]].concat()).collect();
        }
        assert_eq!(environments.len(), 4 * 9 * 4 * 4 * 7 * 2);
        for environment in &environments {
            let raw = |name: &str| environment.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| *value);
            let look_up = |name: &str| Some(raw(name).to_owned()).filter(|value| value != UNSET);
            let said = |name: &str| Some(raw(name)).filter(|value| !["", UNSET].contains(value));
            let of_terminal = match (said(TERM), said(COLORTERM)) {
                (Option::None | Some("dumb" | "vt220"), _) => None,
                (Some("xterm-kitty"), _) | (_, Some(_)) => True,
                (Some("linux"), _) => Sixteen,
                _ => Indexed,
            };
            let at_least_some = of_terminal.max(Sixteen);
            for is_terminal in [true, false] {
                let rules = [
                    (said(NO_COLOR).is_some(), None),
                    (matches!(said(FORCE_COLOR), Some("0" | "false")), None),
                    (said(FORCE_COLOR) == Some("1"), Sixteen),
                    (said(FORCE_COLOR) == Some("2"), Indexed),
                    (said(FORCE_COLOR) == Some("3"), True),
                    (said(FORCE_COLOR).is_some(), at_least_some),
                    (said(CLICOLOR_FORCE).is_some_and(|value| value != "0"), at_least_some),
                    (said(CLICOLOR) == Some("0"), None),
                    (is_terminal, of_terminal),
                    (true, None),
                ];
                let expected = rules.iter().find(|(applies, _)| *applies).map(|(_, depth)| *depth).unwrap();
                let found = |choice| ColorDepth::of_output(choice, is_terminal, look_up);
                assert_eq!(found(ColorChoice::Auto), expected, "{is_terminal} {environment:?}");
                assert_eq!(found(ColorChoice::Always), at_least_some, "{environment:?}");
                assert_eq!(found(ColorChoice::Never), None, "{environment:?}");
            }
        }
    }
}
