//! The commands that are more than one call.

pub(super) mod check;
pub(super) mod compare;
pub(super) mod config;
pub(super) mod export;
pub(super) mod list;
mod picture;
pub(super) mod screen_export;
pub(super) mod shot;
