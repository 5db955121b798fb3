//! What the drawing of each kind of slide provides, and which kind draws what a slide shows.

use super::context::SlideContext;
use crate::deck::content::for_each_slide_kind;
use crate::deck::{Slide, SlideContent};
use crate::view::canvas::Canvas;
use ratatui::layout::Rect;

/// Draws what a slide shows. Each kind of slide has a file that implements this.
pub(super) trait DrawnContent {
    /// Whether the content uses the full width, as bars and large numbers do. Text and lists are kept narrow and centered.
    fn takes_full_width(&self) -> bool {
        false
    }

    /// Whether the content draws the heading itself.
    fn draws_heading(&self) -> bool {
        false
    }

    /// Returns the heading for a slide without one of its own.
    fn default_heading(&self, _context: SlideContext) -> String {
        String::new()
    }

    /// Returns the line below the heading; `has_title` tells whether the slide has a heading of its own.
    fn subheading(&self, _context: SlideContext, _has_title: bool) -> Option<String> {
        None
    }

    /// Draws the content with the slide's text. Returns whether all of it fits.
    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool;
}

/// Generates the choice of what draws a slide.
macro_rules! drawn_content {
    ($($variant:ident $file:ident $content:ident,)+) => {
        /// Returns what draws the content of a slide.
        pub(super) fn drawn_content(content: &SlideContent) -> &dyn DrawnContent {
            match content {
                $(SlideContent::$variant(content) => content),+
            }
        }
    };
}

for_each_slide_kind!(drawn_content);
