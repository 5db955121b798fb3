//! What several tests share.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

pub mod all_screens;
pub mod colour;
pub mod cpu_time;
pub mod json_schema;
pub mod keys;
pub mod library;
pub mod many;
pub mod mirror;
pub mod originals;
pub mod pack;
pub mod program;
pub mod pty;
pub mod random;
pub mod readers;
pub mod screen;
pub mod slides;
pub mod ssh;
pub mod workbook;

/// Makes a folder that only the user can read, as a runtime folder is.
pub fn private_folder() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt;
    let alone = std::fs::Permissions::from_mode(0o700);
    tempfile::Builder::new().permissions(alone).tempdir().expect("a folder")
}
