//! Chooses colours and signs. An area has the same colour and the same symbol everywhere, and no meaning depends on
//! colour alone. The colours themselves stand in [`super::palette`].
//!
//! Where nothing is known of the background, the look depends on none: letters have the terminal's own colour or one that
//! is readable on both, the selection is in reverse video, and a row has no background of its own.

use super::palette::{self, ColorByBackground};
use crate::chart::area_colors::AREA_SYMBOLS;
use crate::text::{Background, CharSet, ColorDepth};
use ratatui::style::{Color, Modifier, Style};

/// Colours, background and characters that the dashboard is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    pub depth: ColorDepth,
    pub background: Background,
    pub charset: CharSet,
}

const REVERSED: Style = Style::new().add_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD);

const ASCII_SYMBOLS: [&str; 8] = ["o", "%", "^", "#", "*", "@", "&", "$"];

impl Appearance {
    fn color(self, color: ColorByBackground) -> Option<Color> {
        color.on(self.background).at(self.depth)
    }

    fn foreground(self, color: ColorByBackground) -> Style {
        self.color(color).map_or_else(Style::new, |color| Style::new().fg(color))
    }

    /// Returns the style of secondary text: a grey, or that of all text. Letters are never written dim, since many terminals
    /// take half of their contrast away, and some take more.
    #[must_use]
    pub fn dim(self) -> Style {
        self.foreground(palette::DIM)
    }

    /// Returns the style of rules and of signs for a missing figure.
    #[must_use]
    pub fn faint(self) -> Style {
        self.foreground(palette::FAINT)
    }

    /// Returns the style of the most important text.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Returns the style of the program's name and of a popup's title.
    #[must_use]
    pub fn badge(self) -> Style {
        self.filled(palette::BADGE)
    }

    /// Returns the style of a group's heading.
    #[must_use]
    pub fn heading(self) -> Style {
        self.foreground(palette::HEADING).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Returns the style of the current screen's tab.
    #[must_use]
    pub fn tab(self) -> Style {
        if self.has_background() {
            self.selected_row().add_modifier(Modifier::BOLD)
        } else {
            Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
        }
    }

    /// Returns the background of the selected row. Where there is none, the selected cell or name is reversed.
    #[must_use]
    pub fn selected_row(self) -> Style {
        palette::selected_row(self.background)
            .and_then(|color| color.at(self.depth))
            .map_or_else(Style::new, |color| Style::new().bg(color))
    }

    /// Returns whether [`Self::selected_row`] can be seen.
    #[must_use]
    pub fn has_background(self) -> bool {
        self.selected_row().bg.is_some()
    }

    /// Returns the style of the name in the selected row of a list, which shows that row even where rows have no background.
    #[must_use]
    pub fn selected_name(self) -> Style {
        if self.has_background() { self.strong() } else { REVERSED }
    }

    /// Returns the style of the selected row in a popup, whose own background is that of a selected row.
    #[must_use]
    pub fn selected_row_in_popup(self) -> Style {
        self.filled(palette::BADGE).remove_modifier(Modifier::BOLD)
    }

    /// Returns the style of the characters that match what the user looks for.
    #[must_use]
    pub fn matched(self) -> Style {
        self.foreground(palette::MATCHED).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
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
        self.foreground(palette::REFUSED).add_modifier(Modifier::BOLD)
    }

    /// Returns the style of letters that belong to an area, by its position in the data.
    #[must_use]
    pub fn area_text(self, position: usize) -> Style {
        match (self.background, self.depth) {
            (Background::Unknown, _) | (_, ColorDepth::None | ColorDepth::Sixteen) => Style::new(),
            (Background::Dark | Background::Light, ColorDepth::Indexed | ColorDepth::True) => self.area_mark(position),
        }
    }

    /// Returns the style of an area's symbol, bars and lines, by its position in the data.
    #[must_use]
    pub fn area_mark(self, position: usize) -> Style {
        self.foreground(Self::area_color(position))
    }

    /// Returns the style of large digits of an area. Bold tells where there is no colour that they are one shape.
    #[must_use]
    pub fn area_digits(self, position: usize) -> Style {
        let style = self.area_mark(position);
        // The brighter shade that some terminals give to what is bold was not chosen, and may have too little contrast.
        if self.depth == ColorDepth::Sixteen && style.fg.is_some() { style } else { style.add_modifier(Modifier::BOLD) }
    }

    /// Returns the style of an area's selected cell: its colour as the background, or reverse video.
    #[must_use]
    pub fn selected_cell(self, position: usize) -> Style {
        match self.background {
            Background::Unknown => REVERSED,
            Background::Dark | Background::Light => self.filled(Self::area_color(position)),
        }
    }

    const fn area_color(position: usize) -> ColorByBackground {
        palette::AREAS[position % palette::AREAS.len()]
    }

    fn filled(self, color: ColorByBackground) -> Style {
        let color = match self.depth {
            ColorDepth::None | ColorDepth::Sixteen => None,
            ColorDepth::Indexed | ColorDepth::True => self.color(color),
        };
        // The text is black on light colours and white on dark ones, for the greatest contrast.
        let letters = match (self.depth, self.background) {
            (ColorDepth::Indexed, Background::Dark) => Color::Indexed(16),
            (ColorDepth::Indexed, Background::Light | Background::Unknown) => Color::Indexed(231),
            (_, Background::Dark) => Color::Rgb(0, 0, 0),
            (_, Background::Light | Background::Unknown) => Color::Rgb(255, 255, 255),
        };
        color.map_or(REVERSED, |color| Style::new().fg(letters).bg(color).add_modifier(Modifier::BOLD))
    }

    /// Returns the symbol of an area, by its position in the data.
    #[must_use]
    pub const fn area_symbol(self, position: usize) -> &'static str {
        let symbols = self.charset.pick(AREA_SYMBOLS, ASCII_SYMBOLS);
        symbols[position % symbols.len()]
    }

    /// Returns the first of two signs that can be drawn.
    #[must_use]
    pub fn sign(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        self.charset.sign(unicode, ascii)
    }
}
