//! Where the user's own data are: what is named stands alone, or else what the settings name, or else the usual folder.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::program::{ends, err, out, program};

/// Writes a pack with one area of this id.
fn pack(folder: &Path, id: &str, code: u32) {
    fs::create_dir_all(folder).unwrap();
    let text = format!("[[area]]\nid = \"{id}\"\ncode = \"{code}\"\nname = \"{id}\"\ncommittee = \"{id}\"\n");
    fs::write(folder.join(format!("{id}.toml")), text).unwrap();
}

/// Lists the areas of a run without built-in data.
fn areas(command: &mut Command) -> Vec<String> {
    let output = command.args(["--builtin", "none", "list", "areas", "--format", "csv"]).output().unwrap();
    ends(&output, 0);
    out(&output).lines().skip(1).filter_map(|line| line.split(',').next()).map(str::to_owned).collect()
}

#[test]
fn what_is_named_stands_alone() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    for (folder, id, code) in [
        ("typed", "typed", 900_001),
        ("listed", "listed", 900_002),
        ("figures/one", "settled", 900_003),
        ("share/cppcc/data/areas", "usual", 900_004),
    ] {
        pack(&at(folder), id, code);
    }
    fs::write(at("config.toml"), "data = [\"figures/one\"]\n").unwrap();
    fs::write(at("tilde.toml"), "data = \"~/figures\"\n").unwrap();
    let command = |settings: &[&str]| {
        let mut command = program(Lang::En);
        command.env("XDG_DATA_HOME", at("share")).env("HOME", home.path());
        for file in settings {
            command.arg("--config").arg(at(file));
        }
        command
    };
    assert_eq!(areas(&mut command(&[])), ["usual"]);
    assert_eq!(areas(&mut command(&["config.toml"])), ["settled"], "counted from the folder of the settings");
    assert_eq!(areas(&mut command(&["tilde.toml"])), ["settled"]);
    assert_eq!(areas(command(&["config.toml"]).env("CPPCC_DATA", at("listed"))), ["listed"]);
    let typed = |command: &mut Command| areas(command.env("CPPCC_DATA", at("listed")).arg("--data").arg(at("typed")));
    assert_eq!(typed(&mut command(&["config.toml"])), ["typed"]);
    assert!(areas(program(Lang::En).env("HOME", "/nonexistent")).is_empty(), "a usual folder need not exist");
    // A folder that is named for a check has nothing to do with what holds for all runs.
    fs::write(at("share/cppcc/data/broken.toml"), "[[area]\n").unwrap();
    ends(&command(&[]).arg("check").output().unwrap(), 2);
    ends(&command(&[]).arg("check").arg(at("typed")).output().unwrap(), 0);
}

#[test]
fn the_usual_folder_may_be_empty_and_a_settled_one_must_be_there() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("cppcc/data/areas")).unwrap();
    let empty = program(Lang::En).env("XDG_DATA_HOME", home.path()).args(["check"]).output().unwrap();
    ends(&empty, 0);
    let settings = home.path().join("config.toml");
    for (text, told) in [
        ("data = [\"gone\"]\n", "cannot be read: no such file or folder"),
        ("data = [3]\n", "`data` must be a string, not a whole number"),
        ("data = [\"a\", \"a\"]\n", "is named twice"),
        ("writes = \"fr\"\n", "The words are: both, zh, en"),
    ] {
        fs::write(&settings, text).unwrap();
        let output = program(Lang::En).arg("--config").arg(&settings).args(["list", "areas"]).output().unwrap();
        ends(&output, 2);
        assert!(err(&output).contains(told), "{text}: {}", err(&output));
    }
}
