//! Colours and signs. A city keeps one colour and one mark everywhere; colour never carries a meaning alone.
//!
//! The cities' colours are orange, sky blue, bluish green, reddish purple and yellow after Okabe and Ito (*Color
//! Universal Design*, 2008), moved as far as it took to keep any two apart for everybody; the light shade takes darker
//! relatives, since yellow on white can't be read. `tests/colours.rs` checks them: seen as by people without red, green
//! or blue cones (the matrices of Machado, Oliveira and Fernandes, 2009, at full severity) and by everybody else, any two
//! differ by 12 or more (CIEDE2000), in 24 bits and in 256 colours, on dark and on light; and each has a contrast of at
//! least 4.5 with its ground. The sixteen colours are the user's own palette, which nothing can be said of; there the
//! marks tell the cities apart, as they do without any colour.

use crate::text::{Background, CharSet, ColorDepth};
use ratatui::style::{Color, Modifier, Style};

/// How everything looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How many colours there are.
    pub depth: ColorDepth,
    /// Whether the terminal is dark or light.
    pub background: Background,
    /// The characters that can be drawn.
    pub charset: CharSet,
}

/// A colour in its three depths: 24 bits, 256 and 16.
type Hue = ((u8, u8, u8), u8, Color);

const AREAS_DARK: [Hue; 5] = [
    ((231, 151, 4), 172, Color::Yellow),
    ((108, 206, 255), 117, Color::LightBlue),
    ((42, 177, 129), 36, Color::LightGreen),
    ((197, 136, 182), 139, Color::LightMagenta),
    ((240, 228, 66), 184, Color::LightCyan),
];
const AREAS_LIGHT: [Hue; 5] = [
    ((176, 96, 0), 130, Color::Red),
    ((0, 118, 212), 26, Color::Blue),
    ((0, 120, 86), 23, Color::Green),
    ((140, 64, 113), 53, Color::Magenta),
    ((85, 74, 0), 52, Color::Cyan),
];
const DIM: [Hue; 2] = [((138, 138, 148), 245, Color::DarkGray), ((110, 110, 116), 242, Color::DarkGray)];
const FAINT: [Hue; 2] = [((88, 88, 98), 240, Color::DarkGray), ((178, 178, 184), 249, Color::Gray)];
const GROUND: [Hue; 2] = [((48, 50, 62), 236, Color::Black), ((228, 230, 238), 254, Color::White)];
const BADGE: [Hue; 2] = [((135, 175, 215), 110, Color::LightBlue), ((38, 92, 148), 25, Color::Blue)];
const REFUSED: [Hue; 2] = [((236, 112, 99), 203, Color::LightRed), ((178, 34, 34), 124, Color::Red)];
const FOUND: [Hue; 2] = [((255, 205, 110), 221, Color::Yellow), ((150, 70, 0), 94, Color::Red)];

impl Look {
    const fn shade(self, pair: [Hue; 2]) -> Hue {
        match self.background {
            Background::Dark => pair[0],
            Background::Light => pair[1],
        }
    }

    const fn colour(self, hue: Hue) -> Option<Color> {
        match self.depth {
            ColorDepth::None => None,
            ColorDepth::Sixteen => Some(hue.2),
            ColorDepth::Indexed => Some(Color::Indexed(hue.1)),
            ColorDepth::True => Some(Color::Rgb(hue.0.0, hue.0.1, hue.0.2)),
        }
    }

    fn ink(self, hue: Hue) -> Style {
        self.colour(hue).map_or_else(Style::new, |colour| Style::new().fg(colour))
    }

    /// What matters less.
    #[must_use]
    pub fn dim(self) -> Style {
        match self.depth {
            ColorDepth::None => Style::new().add_modifier(Modifier::DIM),
            _ => self.ink(self.shade(DIM)),
        }
    }

    /// Lines, and marks of absence.
    #[must_use]
    pub fn faint(self) -> Style {
        match self.depth {
            ColorDepth::None => Style::new().add_modifier(Modifier::DIM),
            _ => self.ink(self.shade(FAINT)),
        }
    }

    /// What matters most.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The program's name, and the head of an overlay.
    #[must_use]
    pub fn badge(self) -> Style {
        self.on(self.shade(BADGE))
    }

    /// The heading of a group.
    #[must_use]
    pub fn heading(self) -> Style {
        self.ink(self.shade(BADGE)).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The tab of the screen that is shown.
    #[must_use]
    pub fn tab(self) -> Style {
        match self.depth {
            ColorDepth::None | ColorDepth::Sixteen => Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            _ => self.row().add_modifier(Modifier::BOLD),
        }
    }

    /// The ground of the selected row; without colours the cell alone is marked.
    #[must_use]
    pub fn row(self) -> Style {
        match self.depth {
            ColorDepth::None | ColorDepth::Sixteen => Style::new(),
            _ => self.colour(self.shade(GROUND)).map_or_else(Style::new, |colour| Style::new().bg(colour)),
        }
    }

    /// Whether [`Self::row`] is to be seen at all.
    #[must_use]
    pub const fn has_ground(self) -> bool {
        matches!(self.depth, ColorDepth::Indexed | ColorDepth::True)
    }

    /// The selected row of a popup, whose own ground is that of a selected row.
    #[must_use]
    pub fn chosen(self) -> Style {
        self.on(self.shade(BADGE)).remove_modifier(Modifier::BOLD)
    }

    /// Characters that match what is looked for.
    #[must_use]
    pub fn found(self) -> Style {
        self.ink(self.shade(FOUND)).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The solid part of a bar as the ground of spaces, where block characters can't be drawn but colours can.
    #[must_use]
    pub fn solid(self, ink: Style) -> Option<Style> {
        let colour = ink.fg.filter(|_| self.charset == CharSet::NoAmbiguous)?;
        Some(Style::new().bg(colour))
    }

    /// A verdict or a refusal that nobody should overlook.
    #[must_use]
    pub fn refused(self) -> Style {
        self.ink(self.shade(REFUSED)).add_modifier(Modifier::BOLD)
    }

    /// The ink of an area, by its place in the data.
    #[must_use]
    pub fn area(self, place: usize) -> Style {
        self.ink(self.hue(place))
    }

    /// The selected cell of an area: its colour as the ground.
    #[must_use]
    pub fn cell(self, place: usize) -> Style {
        self.on(self.hue(place))
    }

    const fn hue(self, place: usize) -> Hue {
        match self.background {
            Background::Dark => AREAS_DARK[place % AREAS_DARK.len()],
            Background::Light => AREAS_LIGHT[place % AREAS_LIGHT.len()],
        }
    }

    fn on(self, hue: Hue) -> Style {
        let letters = match (self.depth, self.background) {
            (ColorDepth::Sixteen, Background::Light) => Color::White,
            (ColorDepth::Sixteen, Background::Dark) => Color::Black,
            (ColorDepth::Indexed, Background::Dark) => Color::Indexed(16),
            (ColorDepth::Indexed, Background::Light) => Color::Indexed(231),
            (_, Background::Dark) => Color::Rgb(0, 0, 0),
            (_, Background::Light) => Color::Rgb(255, 255, 255),
        };
        match self.colour(hue) {
            None => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Some(colour) => Style::new().fg(letters).bg(colour).add_modifier(Modifier::BOLD),
        }
    }

    /// The mark of an area, by its place in the data.
    #[must_use]
    pub const fn mark(self, place: usize) -> &'static str {
        self.charset.pick(["●", "◆", "▲", "■", "★"], ["o", "%", "^", "#", "*"])[place % 5]
    }

    /// Returns the first of two signs that can be drawn.
    #[must_use]
    pub fn sign(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        self.charset.sign(unicode, ascii)
    }
}
