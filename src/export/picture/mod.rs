//! Pictures of single charts: real bars and text, not the cells of a terminal.

mod bars;
mod chart_picture;
mod drawing;
#[cfg(feature = "png")]
mod fonts;
mod png;
mod svg;
mod text_width;

pub use chart_picture::{ChartPicture, chart_svg};
pub use png::{PngError, png};

pub(super) use bars::chart_drawing;
pub(super) use drawing::Ink;
pub(super) use svg::{Palette, fixed, svg};
