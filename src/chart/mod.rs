//! The geometry of charts: which cells stand for which part of a value. Nothing is drawn here.

pub mod area_colors;
pub mod bar;
pub mod bar_share;
pub mod sparkline;
pub mod trend_plot;
