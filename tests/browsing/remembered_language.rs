//! The language that was chosen with its key is there the next time; settings and options win.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use support::program::{ends, out, program};
use support::pty::Session;

/// Opens the dashboard in a Chinese locale, waits for a word, types keys, and quits.
fn dashboard(state: &str, arguments: &[&str], shown: &str, keys: &str) {
    let environment = [("XDG_STATE_HOME", state)];
    let mut session = Session::of_program(Lang::Zh, arguments, &environment, (80, 24));
    session.wait_for_text(shown);
    session.send(keys);
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

const CHINESE: &str = "1 对比";
const ENGLISH: &str = "1 Compare";

#[test]
fn the_language_chosen_last_is_there_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    let (state, file) = (state.to_str().unwrap(), state.join("cppcc/language"));
    dashboard(state, &[], CHINESE, "2");
    assert!(!Path::new(state).exists(), "nothing was chosen");
    dashboard(state, &[], CHINESE, "L");
    assert_eq!(fs::read_to_string(&file).unwrap(), "en\n");
    dashboard(state, &[], ENGLISH, "");
    // What is typed or settled wins, and a key beside it changes nothing.
    dashboard(state, &["--lang", "zh"], CHINESE, "L");
    let settings = folder.path().join("settings");
    fs::write(&settings, "language = \"zh\"\n").unwrap();
    dashboard(state, &["--config", settings.to_str().unwrap()], CHINESE, "LLL");
    assert_eq!(fs::read_to_string(&file).unwrap(), "en\n");
    // The shell writes as the locale has it: a script reads the same as before.
    let listed = program(Lang::Zh).env("XDG_STATE_HOME", state).args(["list", "themes"]).output().unwrap();
    ends(&listed, 0);
    assert!(out(&listed).contains("提案"));
    dashboard(state, &[], ENGLISH, "L");
    dashboard(state, &[], CHINESE, "");
}

#[test]
fn what_is_no_language_and_what_cannot_be_written_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().to_str().unwrap();
    fs::create_dir(folder.path().join("cppcc")).unwrap();
    let file = folder.path().join("cppcc/language");
    for text in ["", "de\n", "zh\nen\n", "\u{fffd}", &"zh".repeat(99_999)] {
        fs::write(&file, text).unwrap();
        dashboard(state, &[], CHINESE, "");
    }
    // A pipe in its place is not waited for, and neither is a folder.
    fs::remove_file(&file).unwrap();
    rustix::fs::mkfifoat(rustix::fs::CWD, &file, rustix::fs::Mode::RUSR).unwrap();
    dashboard(state, &[], CHINESE, "L");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    dashboard(state, &[], CHINESE, "L");
    fs::remove_dir(&file).unwrap();
    for state in ["/dev/null/nowhere", "/proc/nowhere"] {
        dashboard(state, &[], CHINESE, "L");
    }
}
