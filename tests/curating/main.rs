//! Data and what goes into them: files, checks, pages, spreadsheets, the form, originals.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../planted/mod.rs"]
mod planted;
#[path = "../support/mod.rs"]
mod support;

mod add_figure;
mod broken_packs;
mod candidates;
mod check_json;
mod correct_figure;
mod data;
mod doubts;
mod form;
mod form_suggestions;
mod former_ids;
mod import_hostile;
mod import_page;
mod init;
mod many_faults;
mod one_language;
mod one_slip;
mod reload;
mod spreadsheet;
mod user_data;
mod user_pack;
mod verify;
mod warnings;
