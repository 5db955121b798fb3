//! Lays out the screen. Drawing, scrolling and the mouse use the same rectangles.

mod area_chooser;
pub mod bars;
pub mod chrome;
mod export_dialog;
mod figure_form;
mod find;
mod heading;
mod hints;
mod new_slide;
mod overview;
mod panes;
mod table;
mod words;

pub use area_chooser::ChooserBox;
pub use export_dialog::ExportBox;
pub use figure_form::{FormBox, PlacedRow};
pub use find::{FindBox, PROMPT};
pub use heading::{HeadingBox, LANGUAGE_LABEL};
pub use new_slide::NewSlideBox;
pub use overview::{OverviewBox, margins};
pub use panes::{Layout, SMALLEST, WantedRoom, has_one_pane};
pub use ratatui::layout::Rect;
pub use table::{TableColumns, unit_behind_name};
pub use words::{FieldBox, WordsBox};
