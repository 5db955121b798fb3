//! The colours, at each depth and on each background.
//!
//! The areas' colours are orange, sky blue, bluish green, reddish purple and yellow after Okabe and Ito (*Color Universal
//! Design*, 2008). They are shifted until any two differ for everybody, and until they can be seen: on a light
//! background they are darker, since yellow on white cannot be read, and where the background is not known they are of
//! middling brightness, to be seen on both. The two that follow them, the terminal's brightest and a pale green on a dark
//! background, black and a deep blue on a light one, are what is left that differs from all five for everybody.
//!
//! `tests/browsing/contrast.rs` measures all of them where they are drawn: letters have a contrast of at least 4.5, and signs,
//! bars and lines of at least 3, on white and on black. Only colours in a narrow band, such as the grey 118 of 255, reach
//! 4.5 on both; no five of the 256 in it can be told apart, so that letters in an area's colour need a known background.
//!
//! The sixteen colours come from the user's own palette. Those that are named here were tried in the palettes of xterm,
//! the Linux console, `PuTTY`, Windows Terminal and macOS's Terminal. Letters have none of them: bold letters get the
//! brighter shade on some terminals, and hardly any colour is readable in all of these palettes in both shades. On an
//! unknown background none can be seen everywhere: the best, bright red, is alone.

use crate::chart::area_colors::AREA_COLORS;
use crate::text::{Background, ColorDepth};
use ratatui::style::Color;

/// One colour at each depth.
#[derive(Clone, Copy)]
pub(super) struct ColorByDepth {
    rgb: (u8, u8, u8),
    indexed: u8,
    /// Of the sixteen colours, where one can be relied on.
    sixteen: Option<Color>,
}

/// One colour on each background.
#[derive(Clone, Copy)]
pub(super) struct ColorByBackground {
    dark: ColorByDepth,
    light: ColorByDepth,
    unknown: ColorByDepth,
}

impl ColorByBackground {
    /// Returns the colour for one background.
    pub const fn on(self, background: Background) -> ColorByDepth {
        match background {
            Background::Dark => self.dark,
            Background::Light => self.light,
            Background::Unknown => self.unknown,
        }
    }
}

impl ColorByDepth {
    /// Returns the colour; `None` where the terminal's own is to be used.
    pub const fn at(self, depth: ColorDepth) -> Option<Color> {
        match depth {
            ColorDepth::None => None,
            ColorDepth::Sixteen => self.sixteen,
            ColorDepth::Indexed => Some(Color::Indexed(self.indexed)),
            ColorDepth::True => Some(Color::Rgb(self.rgb.0, self.rgb.1, self.rgb.2)),
        }
    }
}

const fn color(red: u8, green: u8, blue: u8, indexed: u8) -> ColorByDepth {
    ColorByDepth { rgb: (red, green, blue), indexed, sixteen: None }
}

const fn named(color: ColorByDepth, sixteen: Color) -> ColorByDepth {
    ColorByDepth { sixteen: Some(sixteen), ..color }
}

const fn of_area((red, green, blue): (u8, u8, u8), indexed: u8) -> ColorByDepth {
    color(red, green, blue, indexed)
}

pub(super) const AREAS: [ColorByBackground; 7] = [
    ColorByBackground {
        dark: named(of_area(AREA_COLORS[0].dark, 172), Color::LightYellow),
        light: named(of_area(AREA_COLORS[0].light, 94), Color::Red),
        unknown: color(135, 95, 0, 94),
    },
    ColorByBackground {
        dark: named(of_area(AREA_COLORS[1].dark, 117), Color::LightCyan),
        light: named(of_area(AREA_COLORS[1].light, 26), Color::Blue),
        unknown: color(95, 135, 255, 69),
    },
    ColorByBackground {
        dark: named(of_area(AREA_COLORS[2].dark, 36), Color::LightGreen),
        light: named(of_area(AREA_COLORS[2].light, 23), Color::DarkGray),
        unknown: color(0, 135, 95, 29),
    },
    ColorByBackground {
        dark: named(of_area(AREA_COLORS[3].dark, 140), Color::LightMagenta),
        light: named(of_area(AREA_COLORS[3].light, 53), Color::Magenta),
        unknown: color(215, 95, 175, 169),
    },
    ColorByBackground {
        dark: named(of_area(AREA_COLORS[4].dark, 184), Color::LightRed),
        light: named(of_area(AREA_COLORS[4].light, 52), Color::Black),
        unknown: color(175, 135, 0, 136),
    },
    ColorByBackground {
        dark: named(of_area(AREA_COLORS[5].dark, 255), Color::White),
        light: of_area(AREA_COLORS[5].light, 233),
        unknown: color(175, 0, 135, 126),
    },
    ColorByBackground {
        // No other of the sixteen can be seen on black everywhere: it is the terminal's own.
        dark: of_area(AREA_COLORS[6].dark, 193),
        light: named(of_area(AREA_COLORS[6].light, 20), Color::LightBlue),
        unknown: color(135, 0, 255, 93),
    },
];

pub(super) const DIM: ColorByBackground = ColorByBackground {
    dark: color(158, 158, 164, 247),
    light: color(98, 98, 104, 241),
    unknown: color(118, 118, 118, 243),
};
pub(super) const FAINT: ColorByBackground = ColorByBackground {
    dark: named(color(128, 128, 136, 244), Color::Gray),
    light: named(color(128, 128, 134, 244), Color::DarkGray),
    unknown: color(118, 118, 118, 243),
};
pub(super) const BADGE: ColorByBackground = ColorByBackground {
    dark: color(135, 175, 215, 110),
    light: color(38, 92, 148, 25),
    unknown: color(0, 95, 175, 25),
};
pub(super) const HEADING: ColorByBackground = ColorByBackground { unknown: color(95, 95, 255, 63), ..BADGE };
pub(super) const REFUSED: ColorByBackground = ColorByBackground {
    dark: color(236, 112, 99, 203),
    light: color(178, 34, 34, 124),
    unknown: color(224, 44, 44, 131),
};
pub(super) const MATCHED: ColorByBackground = ColorByBackground {
    dark: color(255, 205, 110, 221),
    light: color(150, 70, 0, 94),
    unknown: color(215, 0, 175, 163),
};
const SELECTED_ROW: [ColorByDepth; 2] = [color(48, 50, 62, 236), color(228, 230, 238, 254)];

/// Returns the background of a selected row. One that depends on no background could not be told from half of them.
pub(super) const fn selected_row(background: Background) -> Option<ColorByDepth> {
    match background {
        Background::Dark => Some(SELECTED_ROW[0]),
        Background::Light => Some(SELECTED_ROW[1]),
        Background::Unknown => None,
    }
}
