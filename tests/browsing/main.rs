//! The dashboard: its screens, what lies over them, finding, copying, and what is seen in which colours.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../support/generated.rs"]
mod generated;
#[path = "../support/mod.rs"]
mod support;

mod choose_cities;
mod city_cursor;
mod colours;
mod contrast;
mod copying;
mod dashboard;
mod export_dialog;
mod filter_rows;
mod find;
mod find_everything;
mod find_names;
mod find_speed;
mod footer;
mod glyphs;
mod links;
mod out_of_sight;
mod overlay;
mod pointer;
mod prepared;
mod random_lives;
mod reader;
mod remembered_language;
mod screens;
mod too_small;
