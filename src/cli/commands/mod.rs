//! The commands that are more than one call.

pub(super) mod add;
pub(super) mod check;
mod check_json;
pub(super) mod compare;
pub(super) mod config;
pub(super) mod export;
pub(super) mod import;
pub(super) mod import_sheet;
pub(super) mod init;
pub(super) mod list;
pub(super) mod list_origin;
mod picture;
pub(super) mod remove;
pub(super) mod screen_export;
pub(super) mod shot;
pub(super) mod verify;
