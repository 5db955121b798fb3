//! Draws the dashboard, the slides and the speaker's view.
//!
//! Everything here but [`FramesAhead`] is a pure function of the state and the appearance: drawing changes nothing, and drawing
//! twice fills the same buffer.

mod appearance;
mod area_chooser;
mod article_row;
mod bars;
mod canvas;
mod cell_ends;
mod chrome;
mod coverage_grid;
mod dashboard;
mod deck_chooser;
mod export_dialog;
mod figure_form;
mod figure_text;
mod find;
mod find_row;
mod frames_ahead;
mod help;
mod hidden_areas;
mod hidden_lines;
mod links;
mod list;
mod order;
mod palette;
mod popup;
pub mod slides;
mod stand_ins;
mod styled_lines;
pub mod svg;
mod table;
mod trend;

pub use appearance::Appearance;
pub use dashboard::draw;
pub use frames_ahead::FramesAhead;
pub use links::links;
