//! `cppcc` compares how city committees of the CPPCC perform.
pub mod domain;
pub mod terminal;
pub mod text;
