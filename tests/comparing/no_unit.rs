//! A designed number counts nothing: it is shown without a unit, and no space or bracket stands where one would.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Screen};
use cppcc::checked::{Content, SourceFile};
use cppcc::data::{load, read_folder};
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use support::program::{self, out};
use support::screen::{lines, opened_on, select_indicator};

const UNIT: &str = "unit = { zh = \"式\", en = \"pattern\" }\n";

/// The pack `good`, whose designed number has no unit.
fn pack() -> Vec<SourceFile> {
    let mut files = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good"));
    for file in &mut files {
        let Some(bytes) = file.bytes() else { panic!("a file that was read") };
        let text = std::str::from_utf8(bytes).unwrap().replace(UNIT, "");
        file.content = Content::Bytes(text.into_bytes().into());
    }
    files
}

fn assert_clean(shown: &str, what: &str) {
    let stray = ["（）", "()", "· ·", "1+10  （", "1+10 （", "1+10  (", "1+10 ，", "1+10 ,", "/月", "式"];
    for line in shown.lines().filter(|line| line.contains("1+10")) {
        for stray in stray {
            assert!(!line.contains(stray), "{what}: “{stray}” in: {line}\n{shown}");
        }
    }
    assert!(!shown.contains("（）") && !shown.contains("()"), "{what}:\n{shown}");
}

#[test]
fn no_command_shows_a_stray_space_or_bracket() {
    let folder = tempfile::tempdir().unwrap();
    for file in pack() {
        let Some(bytes) = file.bytes() else { panic!("a file that was read") };
        let name = file.path.to_string_lossy().replace(['/', '\\'], "-").replace(".toml", "") + ".toml";
        fs::write(folder.path().join(name.trim_start_matches('-')), bytes).unwrap();
    }
    for lang in [Lang::Zh, Lang::En] {
        for command in [
            "compare system",
            "compare system --plain",
            "compare system --format md",
            "compare system --format json",
            "compare system --format csv",
            "show donghu-2024-system",
            "show donghu-2024-system --cite sentence",
            "city donghu",
            "city donghu --plain",
            "list indicators",
            "export --format csv",
        ] {
            let mut program = program::program(lang);
            program.args(["--builtin", "none", "--data"]).arg(folder.path()).args(command.split(' '));
            let shown = program.output().unwrap();
            assert!(out(&shown).len() > 20, "{command}: {shown:?}");
            assert_clean(out(&shown), command);
        }
    }
}

#[test]
fn no_screen_shows_a_stray_space_or_bracket() {
    let library = Rc::new(load(pack()).unwrap());
    for lang in [Lang::Zh, Lang::En] {
        for size in [(80, 24), (120, 36), (200, 50)] {
            let mut state = opened_on(library.clone(), lang, size);
            let system = library.indicators.find("system").unwrap();
            select_indicator(&mut state, system);
            assert_clean(&lines(&state).join("\n"), "compare");
            for screen in Screen::ALL {
                state.apply(Action::Show(screen));
                assert_clean(&lines(&state).join("\n"), screen.id());
            }
            state.apply(Action::ReadFigure(library.observations.find("donghu-2024-system").unwrap()));
            assert_clean(&lines(&state).join("\n"), "reader");
        }
    }
}

#[test]
fn what_is_counted_needs_a_unit_as_before() {
    let mut files = pack();
    for file in &mut files {
        let Some(bytes) = file.bytes() else { panic!("a file that was read") };
        let text = std::str::from_utf8(bytes).unwrap().replace("unit = { zh = \"次\", en = \"visits\" }\n", "");
        file.content = Content::Bytes(text.into_bytes().into());
    }
    let faults = load(files).unwrap_err();
    let said: Vec<_> = faults.diagnostics().iter().map(|fault| fault.message.en.as_str()).collect();
    assert_eq!(said, ["the key `unit` is missing"]);
}
