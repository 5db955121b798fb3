//! The geometry of charts: which cells stand for which part of a value. Nothing is drawn here.

pub mod bar;
pub mod sparkline;
pub mod trend_plot;
