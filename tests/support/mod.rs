//! What several tests share.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::path::Path;

pub mod pty;
pub mod screen;
pub mod ssh;

/// A folder that is the user's alone, as a runtime folder is.
pub fn private_folder() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt;
    let alone = std::fs::Permissions::from_mode(0o700);
    tempfile::Builder::new().permissions(alone).tempdir().expect("a folder")
}

/// The program in Chinese on a terminal of 80 by 24, whose runtime folder, and whose data, are at `runtime`.
pub fn open(runtime: &Path, arguments: &[&str]) -> pty::Session {
    let program = Path::new(env!("CARGO_BIN_EXE_cppcc"));
    let folder = runtime.to_str().expect("a path in UTF-8");
    let environment =
        [("XDG_RUNTIME_DIR", folder), ("XDG_DATA_HOME", folder), ("CPPCC_DATA", ""), ("LANG", "zh_CN.UTF-8")];
    let arguments: Vec<&str> = ["--lang", "zh"].iter().chain(arguments).copied().collect();
    pty::Session::spawn(pty::Under::Shell, program, &arguments, &environment, (80, 24))
}
