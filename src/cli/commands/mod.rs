//! The commands that are more than one call.

pub(super) mod check;
mod check_json;
pub(super) mod compare;
pub(super) mod config;
pub(super) mod export;
pub(super) mod import_sheet;
pub(super) mod init;
pub(super) mod list;
pub(super) mod shot;
