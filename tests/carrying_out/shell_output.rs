//! How the shell's output ends: with readers that leave early, full devices, narrow terminals and plain signs.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::{Lang, ascii_fallback, width};
use std::fs::File;
use std::process::{Output, Stdio};
use support::program::{ends, err, out, program, run};

/// Every command, and none.
const COMMANDS: [&str; 13] = [
    "",
    "compare",
    "list",
    "show",
    "city",
    "export",
    "shot",
    "present",
    "check",
    "config",
    "doctor",
    "completions",
    "man",
];

fn help_of(command: &str) -> Vec<&str> {
    [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect()
}

/// Runs the program for a reader that has left before the first byte.
fn unread(lang: Lang, arguments: &[&str]) -> Output {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    program(lang).args(arguments).stdout(writer).stderr(Stdio::piped()).output().unwrap()
}

#[test]
fn what_cannot_be_written_is_told() {
    for arguments in COMMANDS.iter().map(|command| help_of(command)).chain([vec!["--version"], vec!["man"]]) {
        for (lang, words) in [(Lang::Zh, "无法写到标准输出"), (Lang::En, "can't write to standard output")] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let output = program(lang).args(&arguments).stdout(full).stderr(Stdio::piped()).output().unwrap();
            ends(&output, 1);
            assert!(err(&output).contains(words), "{arguments:?}: {}", err(&output));
        }
    }
}

#[test]
fn a_reader_that_leaves_early_changes_no_status() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("faulty.toml"), "x = 1\n".repeat(3000)).unwrap();
    let faulty = folder.path().to_str().unwrap();
    for (arguments, status) in [
        (["check", faulty].as_slice(), 2),
        (&["check", "/nonexistent"], 2),
        (&["--data", faulty, "list", "areas"], 2),
        (&["compare", "立案提案", "--strict"], 1),
        (&["compare", "no-such-indicator"], 2),
        (&["compare", "立案提案"], 0),
        (&["list", "indicators"], 0),
        (&["export", "--format", "json"], 0),
        (&["check"], 0),
        (&["man"], 0),
        (&["--help"], 0),
        (&["--version"], 0),
    ] {
        let read = run(Lang::Zh, arguments);
        ends(&read, status);
        let output = unread(Lang::Zh, arguments);
        ends(&output, status);
        assert_eq!(err(&output), err(&read), "{arguments:?}");
    }
}

#[test]
fn help_fits_any_width_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        for command in COMMANDS {
            let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            let whole = program(lang).env("COLUMNS", "1000").args(help_of(command)).output().unwrap();
            ends(&whole, 0);
            for columns in [24, 30, 40, 55, 70, 80, 100, 120] {
                let help = program(lang).env("COLUMNS", columns.to_string()).args(help_of(command)).output().unwrap();
                ends(&help, 0);
                for line in out(&help).lines() {
                    assert!(width(line) <= columns, "{command} at {columns}: {line}");
                    assert!(!line.ends_with(' ') && !line.contains('\u{a0}'), "{command} at {columns}: {line:?}");
                    assert!(!line.trim_start().starts_with(['。', '，', '；', '）', '、']), "{command}: {line}");
                }
                assert_eq!(letters(out(&help)), letters(out(&whole)), "{command} at {columns}");
            }
        }
    }
}

#[test]
fn help_at_a_usual_width_is_one_line_an_option() {
    for (lang, usage, options) in [(Lang::Zh, "用法：cppcc", "[选项]"), (Lang::En, "Usage: cppcc", "[OPTIONS]")] {
        for command in COMMANDS {
            let help = program(lang).env("COLUMNS", "100").args(help_of(command)).output().unwrap();
            let begin = [usage, command, options].join(" ").replace("  ", " ");
            assert!(out(&help).lines().any(|line| line.starts_with(&begin) && width(line) < 60), "{}", out(&help));
            // Beside each argument and option stands what it does, all in one column of its section.
            for section in out(&help).split("\n\n") {
                let beside = |line: &str| {
                    line.trim_start().split_once("  ").map(|(_, help)| width(line) - width(help.trim_start()))
                };
                let begins = |line: &&str| line.starts_with("  ") && line.trim_start().starts_with(['-', '<', '[']);
                let columns: Vec<_> = section.lines().filter(begins).map(beside).collect();
                assert!(columns.windows(2).all(|two| two[0] == two[1]), "{section}");
                assert!(columns.iter().all(|column| column.is_some_and(|column| column <= 40)), "{section}");
            }
            assert!(out(&help).lines().any(|line| line.trim_start().starts_with("-h, --help  ")), "{}", out(&help));
        }
    }
}

#[test]
fn with_ascii_messages_have_ascii_signs() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("faulty.toml"), "[[areas]]\nid = \"“x”\"\n").unwrap();
    let settings = folder.path().join("settings");
    std::fs::write(&settings, "ascii = true\n").unwrap();
    let (faulty, settings) = (folder.path().to_str().unwrap(), settings.to_str().unwrap());
    let options: [&[&str]; 3] = [&["--ascii"], &["--ascii=true"], &["--config", settings]];
    for (lang, option) in [Lang::Zh, Lang::En].into_iter().flat_map(|lang| options.map(|option| (lang, option))) {
        for arguments in [
            ["compare", "没有的"].as_slice(),
            &["compare", "--formt", "csv"],
            &["compare", "--format", "xml"],
            &["compare", "一个", "两个", "--per", "weeks"],
            &["present", "没有的"],
            &["city", "没有的"],
            &["nonsense"],
            &["check", faulty],
            &["--data", faulty, "list", "areas"],
            &["check", "/nonexistent"],
            &[],
            &["doctor"],
        ] {
            let output = run(lang, &[option, arguments].concat());
            assert!(!output.status.success());
            let said = [out(&output), err(&output)].concat();
            let signs: Vec<char> = said.chars().filter(|sign| ascii_fallback(*sign).is_some()).collect();
            assert!(!said.is_empty() && signs.is_empty(), "{arguments:?}: {signs:?} in {said}");
        }
    }
    // Without it they are as they should be in each language.
    assert!(err(&run(Lang::Zh, &["compare", "没有的"])).contains("“没有的”"));
    assert!(err(&run(Lang::Zh, &["--ascii=false", "--config", settings, "compare", "没有的"])).contains("“没有的”"));
}

/// A bracket within a bracket has another form, or nobody sees which of them ends.
#[test]
fn no_bracket_stands_within_its_like() {
    for lang in [Lang::Zh, Lang::En] {
        for arguments in
            [&["city", "qingdao"][..], &["city", "xianyang"], &["compare"], &["compare", "--per", "100-members"]]
        {
            let output = run(lang, arguments);
            for line in out(&output).lines() {
                for [open, close] in [['（', '）'], ['(', ')']] {
                    let depths = line.chars().scan(0_i32, |depth, letter| {
                        *depth += i32::from(letter == open) - i32::from(letter == close);
                        Some(*depth)
                    });
                    assert!(depths.max().unwrap_or(0) < 2, "{line}");
                }
            }
        }
    }
}
