//! `cppcc` compares how city committees of the CPPCC perform.
pub mod cli;
pub mod data;
pub mod domain;
pub mod export;
pub mod text;
