//! Every command that the README shows does what it says there, typed as it stands.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::path::Path;
use std::process::{Command, Output};
use support::program::{PROGRAM, err, out, program};

/// What needs a terminal.
const ON_A_TERMINAL: [&str; 3] = ["cppcc present", "cppcc watch", "cppcc doctor"];

/// What a reader puts something of their own in place of, and what stands there in these tests.
const PLACEHOLDERS: [(&str, &str); 3] =
    [("FIGURE", "binzhou-2024-supervision-visits"), ("DIR", "我的数据/"), ("SHELL", "bash")];

/// A command of the README, and what stands beside it.
#[derive(Debug, PartialEq)]
struct Shown {
    command: String,
    comment: String,
}

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// Returns the commands of the program in blocks of code.
fn in_blocks(readme: &str) -> Vec<Shown> {
    let blocks = readme.split("```").skip(1).step_by(2);
    let lines = blocks.flat_map(str::lines).filter(|line| line.starts_with("cppcc "));
    let split = |line: &str| {
        let (command, comment) = line.split_once(" #").unwrap_or((line, ""));
        Shown { command: command.trim().to_owned(), comment: comment.trim().to_owned() }
    };
    lines.map(split).collect()
}

/// Returns the commands of the program in running text, with something in place of each placeholder.
fn in_text(readme: &str) -> Vec<Shown> {
    let text: String = readme.split("```").step_by(2).collect();
    // A command may be broken at the end of a line.
    let spans: Vec<String> = text.split('`').skip(1).step_by(2).map(|span| span.replace('\n', " ")).collect();
    let commands = spans.into_iter().filter(|span| span.starts_with("cppcc "));
    let filled = |command| PLACEHOLDERS.iter().fold(command, |text: String, (name, value)| text.replace(name, value));
    commands.map(|command| Shown { command: filled(command), comment: String::new() }).collect()
}

fn is_run(shown: &Shown) -> bool {
    !ON_A_TERMINAL.iter().any(|start| shown.command.starts_with(start))
}

/// Types a command into a shell that finds the program.
fn typed(command: &str, folder: &Path) -> Output {
    let programs = Path::new(PROGRAM).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    for (name, value) in program(Lang::Zh).get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.env("CPPCC_CONFIG", folder.join("config.toml"));
    shell.args(["-c", command]).env("PATH", path).current_dir(folder).output().unwrap()
}

/// Returns the settings that the README gives as examples.
fn settings(readme: &str) -> String {
    let spans: Vec<&str> = readme.split('`').skip(1).step_by(2).collect();
    let home = spans.iter().find(|span| span.starts_with("home = "));
    let groups: Vec<&str> = spans.iter().filter(|span| span.contains(" = [\"")).copied().collect();
    assert!(groups.len() >= 2, "{groups:?}");
    format!("{}\n[groups]\n{}\n", home.unwrap(), groups.join("\n"))
}

/// A folder with what a reader has: some data and settings of their own.
fn readers_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("我的数据");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("deck.toml"), support::slides::MINE).unwrap();
    std::fs::write(folder.path().join("config.toml"), settings(&readme())).unwrap();
    folder
}

#[test]
fn the_commands_in_blocks_end_as_the_readme_says() {
    let (readme, folder) = (readme(), readers_folder());
    let shown: Vec<Shown> = in_blocks(&readme).into_iter().filter(is_run).collect();
    assert!(shown.len() >= 11, "{shown:#?}");
    let mut refused = 0;
    for Shown { command, comment } in &shown {
        let code = i32::from(comment.contains("拒绝比较"));
        let output = typed(command, folder.path());
        assert_eq!(output.status.code(), Some(code), "{command}: {}{}", out(&output), err(&output));
        refused += code;
    }
    assert_eq!(refused, 1, "one comparison is refused");
    // What a command writes to a file is there, and whole.
    let exported = std::fs::read_to_string(folder.path().join("cppcc.json")).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&exported).is_ok());
}

#[test]
fn the_commands_in_the_text_are_understood() {
    let (readme, folder) = (readme(), readers_folder());
    let shown: Vec<Shown> = in_text(&readme).into_iter().filter(is_run).collect();
    assert!(shown.len() >= 19, "{shown:#?}");
    for Shown { command, .. } in &shown {
        let output = typed(command, folder.path());
        assert_ne!(output.status.code(), Some(2), "{command}: {}", err(&output));
    }
}

#[test]
fn names_and_faults_are_what_the_readme_calls_them() {
    let folder = readers_folder();
    // “也可用 A、B” beside a command: other names of the indicator in it.
    let mut tried = 0;
    for Shown { command, comment } in in_blocks(&readme()) {
        let Some((_, others)) = comment.split_once("也可用 ") else { continue };
        let name = command.split_whitespace().nth(2).unwrap();
        let expected = typed(&command, folder.path());
        for other in others.split('、') {
            let output = typed(&command.replace(name, other), folder.path());
            assert_eq!(out(&output), out(&expected), "{other}: {}", err(&output));
            tried += 1;
        }
    }
    assert_eq!(tried, 2, "the README names an indicator in three ways");
    let deck = folder.path().join("我的数据/deck.toml");
    std::fs::write(&deck, support::slides::MINE.replace("coverage", "covrage")).unwrap();
    let checked = typed("cppcc check 我的数据/", folder.path());
    assert_eq!(checked.status.code(), Some(2));
    assert!(out(&checked).contains("deck.toml:7:8"), "a fault has its file, line and column: {}", out(&checked));
}
