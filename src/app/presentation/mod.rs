//! Presenting: which slide of which deck is shown, what lies over it, and what the keys do there. Time comes from outside.

mod add_to_deck;
mod carry_over;
pub mod command;
mod deck_edits;
mod heading;
pub mod heading_editor;
pub mod keymap;
mod open_in_dashboard;
pub mod remote;
pub mod show;
mod steps;
