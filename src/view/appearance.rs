//! Chooses colours and signs. A city has the same colour and the same symbol everywhere, and no meaning depends on
//! colour alone.
//!
//! The cities' colours are orange, sky blue, bluish green, reddish purple and yellow after Okabe and Ito (*Color
//! Universal Design*, 2008). They are shifted until any two differ for everybody; on a light background they are
//! darker, since yellow on white cannot be read.
//!
//! `tests/colours.rs` checks them in 24 bits and in 256 colours, on dark and on light. Any two must differ by 12 or
//! more (CIEDE2000), both in normal vision and for people without red, green or blue cones (the matrices of Machado,
//! Oliveira and Fernandes, 2009, at full severity). Each must have a contrast of at least 4.5 with its background. The
//! sixteen colours come from the user's own palette, which cannot be checked; there, as without any colour, the symbols
//! distinguish the cities.

use crate::text::{Background, CharSet, ColorDepth};
use ratatui::style::{Color, Modifier, Style};

/// Colours, background and characters that the dashboard is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    pub depth: ColorDepth,
    pub background: Background,
    pub charset: CharSet,
}

/// A colour at each depth: 24 bits, 256 and 16 colours.
type ColorByDepth = ((u8, u8, u8), u8, Color);

const AREAS_DARK: [ColorByDepth; 5] = [
    ((231, 151, 4), 172, Color::Yellow),
    ((108, 206, 255), 117, Color::LightBlue),
    ((42, 177, 129), 36, Color::LightGreen),
    ((197, 136, 182), 139, Color::LightMagenta),
    ((240, 228, 66), 184, Color::LightCyan),
];
const AREAS_LIGHT: [ColorByDepth; 5] = [
    ((176, 96, 0), 130, Color::Red),
    ((0, 118, 212), 26, Color::Blue),
    ((0, 120, 86), 23, Color::Green),
    ((140, 64, 113), 53, Color::Magenta),
    ((85, 74, 0), 52, Color::Cyan),
];
const DIM: [ColorByDepth; 2] = [((138, 138, 148), 245, Color::DarkGray), ((110, 110, 116), 242, Color::DarkGray)];
const FAINT: [ColorByDepth; 2] = [((88, 88, 98), 240, Color::DarkGray), ((178, 178, 184), 249, Color::Gray)];
const SELECTED_ROW: [ColorByDepth; 2] = [((48, 50, 62), 236, Color::Black), ((228, 230, 238), 254, Color::White)];
const BADGE: [ColorByDepth; 2] = [((135, 175, 215), 110, Color::LightBlue), ((38, 92, 148), 25, Color::Blue)];
const REFUSED: [ColorByDepth; 2] = [((236, 112, 99), 203, Color::LightRed), ((178, 34, 34), 124, Color::Red)];
const MATCHED: [ColorByDepth; 2] = [((255, 205, 110), 221, Color::Yellow), ((150, 70, 0), 94, Color::Red)];

impl Appearance {
    const fn for_background(self, pair: [ColorByDepth; 2]) -> ColorByDepth {
        match self.background {
            Background::Dark => pair[0],
            Background::Light => pair[1],
        }
    }

    const fn color(self, color: ColorByDepth) -> Option<Color> {
        match self.depth {
            ColorDepth::None => None,
            ColorDepth::Sixteen => Some(color.2),
            ColorDepth::Indexed => Some(Color::Indexed(color.1)),
            ColorDepth::True => Some(Color::Rgb(color.0.0, color.0.1, color.0.2)),
        }
    }

    fn foreground(self, color: ColorByDepth) -> Style {
        self.color(color).map_or_else(Style::new, |color| Style::new().fg(color))
    }

    /// Returns the style of secondary text.
    #[must_use]
    pub fn dim(self) -> Style {
        match self.depth {
            ColorDepth::None => Style::new().add_modifier(Modifier::DIM),
            _ => self.foreground(self.for_background(DIM)),
        }
    }

    /// Returns the style of rules and of signs for a missing figure.
    #[must_use]
    pub fn faint(self) -> Style {
        match self.depth {
            ColorDepth::None => Style::new().add_modifier(Modifier::DIM),
            _ => self.foreground(self.for_background(FAINT)),
        }
    }

    /// Returns the style of the most important text.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Returns the style of the program's name and of a popup's title.
    #[must_use]
    pub fn badge(self) -> Style {
        self.filled(self.for_background(BADGE))
    }

    /// Returns the style of a group's heading.
    #[must_use]
    pub fn heading(self) -> Style {
        self.foreground(self.for_background(BADGE)).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Returns the style of the current screen's tab.
    #[must_use]
    pub fn tab(self) -> Style {
        match self.depth {
            // The user's own palette may have no background on which text is readable.
            ColorDepth::None | ColorDepth::Sixteen => Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            _ => self.selected_row().add_modifier(Modifier::BOLD),
        }
    }

    /// Returns the background of the selected row. Without colours only the selected cell is marked.
    #[must_use]
    pub fn selected_row(self) -> Style {
        match self.depth {
            ColorDepth::None | ColorDepth::Sixteen => Style::new(),
            _ => self.color(self.for_background(SELECTED_ROW)).map_or_else(Style::new, |color| Style::new().bg(color)),
        }
    }

    /// Returns whether [`Self::selected_row`] can be seen.
    #[must_use]
    pub const fn has_background(self) -> bool {
        matches!(self.depth, ColorDepth::Indexed | ColorDepth::True)
    }

    /// Returns the style of the selected row in a popup, whose own background is that of a selected row.
    #[must_use]
    pub fn selected_row_in_popup(self) -> Style {
        self.filled(self.for_background(BADGE)).remove_modifier(Modifier::BOLD)
    }

    /// Returns the style of the characters that match what the user looks for.
    #[must_use]
    pub fn matched(self) -> Style {
        self.foreground(self.for_background(MATCHED)).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Returns the background for the solid part of a bar, which is then made of spaces; `None` where block characters
    /// can be drawn, or colours cannot.
    #[must_use]
    pub fn block_background(self, foreground: Style) -> Option<Style> {
        let color = foreground.fg.filter(|_| self.charset == CharSet::NoAmbiguous)?;
        Some(Style::new().bg(color))
    }

    /// Returns the style of a refused comparison, which nobody should overlook.
    #[must_use]
    pub fn refused(self) -> Style {
        self.foreground(self.for_background(REFUSED)).add_modifier(Modifier::BOLD)
    }

    /// Returns the text colour of an area, by its position in the data.
    #[must_use]
    pub fn area(self, position: usize) -> Style {
        self.foreground(self.area_color(position))
    }

    /// Returns the style of an area's selected cell: its colour as the background.
    #[must_use]
    pub fn selected_cell(self, position: usize) -> Style {
        self.filled(self.area_color(position))
    }

    const fn area_color(self, position: usize) -> ColorByDepth {
        match self.background {
            Background::Dark => AREAS_DARK[position % AREAS_DARK.len()],
            Background::Light => AREAS_LIGHT[position % AREAS_LIGHT.len()],
        }
    }

    fn filled(self, color: ColorByDepth) -> Style {
        // The text is black on light colours and white on dark ones, for the greatest contrast.
        let letters = match (self.depth, self.background) {
            (ColorDepth::Sixteen, Background::Light) => Color::White,
            (ColorDepth::Sixteen, Background::Dark) => Color::Black,
            (ColorDepth::Indexed, Background::Dark) => Color::Indexed(16),
            (ColorDepth::Indexed, Background::Light) => Color::Indexed(231),
            (_, Background::Dark) => Color::Rgb(0, 0, 0),
            (_, Background::Light) => Color::Rgb(255, 255, 255),
        };
        match self.color(color) {
            None => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Some(color) => Style::new().fg(letters).bg(color).add_modifier(Modifier::BOLD),
        }
    }

    /// Returns the symbol of an area, by its position in the data. The colours repeat after five areas; so that the symbols do
    /// not repeat with them, each five begin one symbol further. The first 25 areas differ in colour or in symbol.
    #[must_use]
    pub const fn area_symbol(self, position: usize) -> &'static str {
        let symbols = self.charset.pick(["●", "◆", "▲", "■", "★"], ["o", "%", "^", "#", "*"]);
        symbols[(position + position / symbols.len()) % symbols.len()]
    }

    /// Returns the first of two signs that can be drawn.
    #[must_use]
    pub fn sign(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        self.charset.sign(unicode, ascii)
    }
}
