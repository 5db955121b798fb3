//! `cppcc` compares how city committees of the CPPCC perform.
pub mod app;
pub mod domain;
pub mod text;
pub mod view;
