//! Presentations: the deck and its slide, the view over it, and the commands of the keys. Time comes from outside.

mod add_to_deck;
mod audience;
mod carry_over;
pub mod command;
mod deck_edits;
mod heading;
pub mod heading_editor;
pub mod keymap;
pub mod new_slide_menu;
mod offer;
mod open_in_dashboard;
pub mod remote;
pub mod show;
pub mod slide_editor;
mod steps;
mod words;
pub mod words_editor;
