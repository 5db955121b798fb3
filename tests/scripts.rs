//! What is made for other programs and other ears: completions, the manual page, plain lines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cppcc"));
    command.env_remove("CPPCC_CONFIG").env("XDG_CONFIG_HOME", "/nonexistent").stdin(Stdio::null());
    command.args(arguments).output().unwrap()
}

fn out(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn is_there(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

/// Gives `text` to a program, and what it says to it.
fn fed(program: &str, arguments: &[&str], text: &str) -> Output {
    let mut child = Command::new(program)
        .args(arguments)
        .env("MANWIDTH", "80")
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn shells_accept_their_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        for lang in ["zh", "en"] {
            let script = out(&["completions", shell, "--lang", lang]);
            for word in ["compare", "doctor", "ambiguous"] {
                assert!(script.contains(word), "{word} for {shell}");
            }
            if ["bash", "zsh", "fish"].contains(&shell) && is_there(shell) {
                let checked = fed(shell, &["-n"], &script);
                assert!(checked.status.success(), "{shell}: {}", String::from_utf8_lossy(&checked.stderr));
            }
        }
    }
    assert!(out(&["completions", "zsh", "--lang", "zh"]).contains("导出全部数据"));
    assert_eq!(run(&["completions", "tcsh"]).status.code(), Some(2));
}

#[test]
fn bash_completes_commands_and_values() {
    if !is_there("bash") {
        return;
    }
    let script = out(&["completions", "bash"]);
    let complete = |words: &str, at: usize| {
        let asked = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={at}; _cppcc cppcc \"${{COMP_WORDS[{at}]}}\" \"${{COMP_WORDS[{}]}}\"; echo \"${{COMPREPLY[@]}}\"",
            at - 1
        );
        String::from_utf8(fed("bash", &[], &asked).stdout).unwrap().trim().to_owned()
    };
    assert_eq!(complete("cppcc doc", 1), "doctor");
    assert_eq!(complete("cppcc compare --format c", 3), "csv");
}

#[test]
fn man_shows_the_page_without_a_warning() {
    if !is_there("man") {
        return;
    }
    for (lang, words) in [("zh", ["退出状态", "下一窗格"]), ("en", ["EXIT STATUS", "Next pane"])] {
        let page = out(&["man", "--lang", lang]);
        let shown = fed("man", &["--warnings", "-l", "-"], &page);
        let text = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(shown.status.success(), "{text}");
        assert_eq!(String::from_utf8_lossy(&shown.stderr), "", "{lang}");
        for word in words {
            assert!(text.contains(word), "{word} in {text}");
        }
        for line in text.lines() {
            let cells = cppcc::text::width(line);
            assert!(cells <= 80, "{cells} cells: {line}");
        }
    }
}

#[test]
fn plain_lines_have_words_for_signs_and_no_bars() {
    for (lang, words) in [("zh", "至少 "), ("en", "at least ")] {
        let compared = out(&["compare", "--plain", "--lang", lang]);
        let city = out(&["city", "binzhou", "--plain", "--lang", lang]);
        for text in [&compared, &city] {
            assert!(text.contains(words), "{text}");
            for sign in ["≥", "≤", "~", "█", "▸", "▒", "┄", " · ", "\u{1b}", "  "] {
                let found = text.lines().find(|line| line.contains(sign));
                assert!(found.is_none(), "{sign:?} in {found:?}");
            }
        }
        // All that the table says of places and verdicts is there.
        let table = out(&["compare", "--lang", lang]);
        let ids = |text: &str| {
            let words = text.split_whitespace().filter(|word| word.starts_with("binzhou-2") && word.is_ascii());
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(ids(&compared), ids(&table));
    }
    assert_eq!(run(&["compare", "--plain", "--format", "json"]).status.code(), Some(2));
}
