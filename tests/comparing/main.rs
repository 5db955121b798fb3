//! What may be compared, and in which order: rules, scenarios and properties, from the data to every view.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "../everywhere/mod.rs"]
mod everywhere;
#[path = "../support/generated.rs"]
mod generated;
#[path = "../scenario/mod.rs"]
mod scenario;
#[path = "../support/mod.rs"]
mod support;
#[path = "../witness/mod.rs"]
mod witness;

mod agreement;
mod bars;
mod figure_choice;
mod many_cities;
mod names_apart;
mod no_unit;
mod order_of_many;
mod properties;
mod scenarios;
mod shuffled;
mod side_by_side;
mod signs;
mod standing;
mod vagueness;
