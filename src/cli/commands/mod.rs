//! The commands that are more than one call.

pub(super) mod add;
pub(super) mod check;
mod check_json;
pub(super) mod compare;
pub(super) mod config;
pub(super) mod export;
#[cfg(feature = "pages")]
pub(super) mod import;
pub(super) mod import_sheet;
#[cfg(not(feature = "pages"))]
pub(super) mod import_without_pages;
pub(super) mod init;
pub(super) mod list;
pub(super) mod list_origin;
mod picture;
pub(super) mod remove;
pub(super) mod screen_export;
pub(super) mod shot;
pub(super) mod verify;
#[cfg(not(feature = "pages"))]
pub(super) use import_without_pages as import;
