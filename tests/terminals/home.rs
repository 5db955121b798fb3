//! Where the user's own files are, with `HOME` as it should be and otherwise.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::path::Path;
use support::program::{PROGRAM, ends, err, out, program};
use support::pty::{Session, Under};

/// Presses + on a figure, and returns what the dashboard says of it.
fn added(home: &str, said: &str) {
    // By way of `env`: the terminal's own folder would have to be there.
    let home = format!("HOME={home}");
    let arguments = [home.as_str(), "XDG_CONFIG_HOME=", "XDG_DATA_HOME=data", PROGRAM, "--lang", "zh"];
    let mut session = Session::spawn(Under::Shell, Path::new("env"), &arguments, &[], (120, 36));
    session.wait_for_text("1 对比");
    session.send("\x1b[B");
    session.wait_until_quiet();
    session.send("+");
    session.wait_for_text(said);
}

#[test]
fn all_of_the_users_files_are_below_the_same_home() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().to_str().unwrap();
    let output =
        program(Lang::Zh).env("HOME", path).env_remove("XDG_CONFIG_HOME").args(["config", "--path"]).output().unwrap();
    ends(&output, 0);
    assert_eq!(out(&output), format!("{path}/.config/cppcc/config.toml\n"));
    added(path, "已加入自己的演示稿");
    assert!(home.path().join(".local/share/cppcc/deck.toml").is_file());
}

#[test]
fn a_home_that_is_none_is_none_for_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    for home in [None, Some(""), Some("relative"), Some("./here")] {
        for settings in [None, Some(""), Some("relative")] {
            for arguments in [["config", "--path"].as_slice(), &["config", "--check"]] {
                let mut command = program(Lang::Zh);
                command.current_dir(folder.path()).env_remove("HOME").env_remove("XDG_CONFIG_HOME");
                command.envs(home.map(|home| ("HOME", home)));
                command.envs(settings.map(|settings| ("XDG_CONFIG_HOME", settings)));
                let output = command.args(arguments).output().unwrap();
                ends(&output, 1);
                assert!(err(&output).contains("HOME 未设，或不是绝对路径"), "{home:?}: {}", err(&output));
                assert!(out(&output).is_empty());
            }
        }
    }
    for home in ["", "relative", "./here"] {
        added(home, "HOME 未设，或不是绝对路径");
    }
}
