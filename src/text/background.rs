//! Whether the terminal's own background is dark or light, as far as that is known.
//!
//! The terminal is not asked when the program opens: a late answer would be taken for typing. `cppcc doctor` asks, and
//! offers to write the answer into the settings.

use super::environment::{COLORFGBG, TERM};
use super::word::words;

/// The terminal's own background.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Background {
    /// Light letters on a dark background.
    Dark,
    /// Dark letters on a light background.
    Light,
    /// Nothing is known, and what is drawn must be readable on both.
    Unknown,
}

/// What the user has said of the background, with `--theme` or in the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BackgroundChoice {
    /// As far as the environment tells it.
    #[default]
    Auto,
    /// Says that it is dark.
    Dark,
    /// Says that it is light.
    Light,
}

words! { BackgroundChoice { Auto => "auto", Dark => "dark", Light => "light" } }

/// The greatest luminance of a dark background, and the least of a light one. Between the two the colours for either lose
/// too much of the contrast that they have on black or on white.
const DARK: f64 = 0.035;
const LIGHT: f64 = 0.77;

impl Background {
    /// Returns the background for a choice and an environment; `variable` looks a name up in it.
    pub fn detect(choice: BackgroundChoice, variable: impl Fn(&str) -> Option<String>) -> Self {
        match choice {
            BackgroundChoice::Dark => Self::Dark,
            BackgroundChoice::Light => Self::Light,
            BackgroundChoice::Auto => Self::of_environment(variable),
        }
    }

    fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let told = variable(COLORFGBG).and_then(|told| Self::of_colorfgbg(&told));
        // The Linux console tells nothing, and is black.
        let is_console = || variable(TERM).is_some_and(|term| term == "linux");
        told.unwrap_or_else(|| if is_console() { Self::Dark } else { Self::Unknown })
    }

    /// Reads `COLORFGBG`: the numbers of two of the sixteen colours, with the background's at the end, as in `0;15` and
    /// `12;default;8`.
    fn of_colorfgbg(told: &str) -> Option<Self> {
        match told.rsplit_once(';')?.1.trim().parse().ok()? {
            0..=6_u8 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }

    /// Returns what a background of this red, green and blue is.
    #[must_use]
    pub fn of_color(rgb: [u8; 3]) -> Self {
        let linear = |part: f64| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        let [red, green, blue] = rgb.map(|level| linear(f64::from(level) / 255.0));
        match 0.2126 * red + 0.7152 * green + 0.0722 * blue {
            luminance if luminance <= DARK => Self::Dark,
            luminance if luminance >= LIGHT => Self::Light,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_user_decides_and_then_the_environment() {
        use BackgroundChoice::Auto;
        type Environment = &'static [(&'static str, &'static str)];
        let rows: [(BackgroundChoice, Environment, Background); 15] = [
            (Auto, &[], Background::Unknown),
            (Auto, &[("COLORFGBG", "0;15")], Background::Light),
            (Auto, &[("COLORFGBG", "15;0")], Background::Dark),
            (Auto, &[("COLORFGBG", "12;default;8")], Background::Dark),
            (Auto, &[("COLORFGBG", "0;default;15")], Background::Light),
            (Auto, &[("COLORFGBG", "0;7")], Background::Light),
            (Auto, &[("COLORFGBG", "15;default")], Background::Unknown),
            (Auto, &[("COLORFGBG", "")], Background::Unknown),
            (Auto, &[("COLORFGBG", "15")], Background::Unknown),
            (Auto, &[("COLORFGBG", "0;255")], Background::Unknown),
            (Auto, &[("TERM", "linux")], Background::Dark),
            (Auto, &[("TERM", "linux"), ("COLORFGBG", "0;15")], Background::Light),
            (Auto, &[("TERM", "xterm-256color")], Background::Unknown),
            (BackgroundChoice::Dark, &[("COLORFGBG", "0;15")], Background::Dark),
            (BackgroundChoice::Light, &[("COLORFGBG", "15;0")], Background::Light),
        ];
        for (choice, environment, background) in rows {
            let look_up = |name: &str| environment.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(Background::detect(choice, look_up), background, "{choice:?} {environment:?}");
        }
    }

    #[test]
    fn a_colour_is_dark_or_light_or_neither() {
        let of = |hex: u32| {
            let [_, red, green, blue] = hex.to_be_bytes();
            Background::of_color([red, green, blue])
        };
        // xterm, Windows Terminal, Solarized dark, Nord.
        for dark in [0x00_00_00, 0x0c_0c_0c, 0x00_2b_36, 0x2e_34_40] {
            assert_eq!(of(dark), Background::Dark, "{dark:06x}");
        }
        // xterm, Solarized light, Gruvbox light.
        for light in [0xff_ff_ff, 0xfd_f6_e3, 0xfb_f1_c7] {
            assert_eq!(of(light), Background::Light, "{light:06x}");
        }
        // The blue of macOS's Ocean, and grey.
        for neither in [0x22_4f_bc, 0x80_80_80] {
            assert_eq!(of(neither), Background::Unknown, "{neither:06x}");
        }
    }
}
