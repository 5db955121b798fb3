//! What is made for other programs and other ears: completions, the manual page, plain lines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::program::{self, ends};
use support::pty::{Session, Under};

/// Runs the program, which must end well, and returns what it wrote.
fn out(arguments: &[&str]) -> String {
    let output = program::run(Lang::En, arguments);
    ends(&output, 0);
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
    assert!(out(&["completions", "zsh", "--lang", "zh"]).contains("导出数据供其他程序和公文使用"));
    ends(&program::run(Lang::En, &["completions", "tcsh"]), 2);
}

#[test]
fn bash_completes_commands_options_values_and_ids() {
    if is_skipped("bash") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("bin")).unwrap();
    std::fs::write(folder.path().join("tfile"), "").unwrap();
    let script = folder.path().join("script");
    std::fs::write(&script, out(&["completions", "bash", "--lang", "zh"])).unwrap();
    for breaks in ["", "COMP_WORDBREAKS=${COMP_WORDBREAKS//=}; "] {
        let start = format!(
            "PS1='% '; set +o history; bind 'set bell-style none'; {breaks}. '{}'; cd '{}'; clear; echo rea''dy\n",
            script.display(),
            folder.path().display()
        );
        let arguments = ["--norc", "--noprofile", "-i"];
        let environment = [("LC_ALL", "C.UTF-8"), ("TERM", "xterm-256color")];
        let mut session = Session::spawn(Under::Shell, Path::new("bash"), &arguments, &environment, (120, 30));
        session.send(&start);
        session.wait_for_text("ready");
        for (typed, completed) in [
            ("cppcc doc", "doctor"),
            ("cppcc compare --stri", "--strict"),
            ("cppcc compare --format c", "csv"),
            ("cppcc compare --format=j", "--format=json"),
            ("cppcc compare --format=x", "--format=x"),
            ("cppcc list areas --format=m", "--format=md"),
            ("cppcc compare --area bin", "--area binzhou"),
            ("cppcc compare --area=bin", "--area=binzhou"),
            ("cppcc compare --area binzhou,lia", "--area binzhou,liaocheng"),
            ("cppcc compare --area=binzhou,lia", "--area=binzhou,liaocheng"),
            ("cppcc compare --area liaocheng,binzhou,qingdao,jinan,", "jinan,xianyang"),
            ("cppcc compare --per=mo", "--per=month"),
            ("cppcc --lang=z", "--lang=zh"),
            ("cppcc --ascii=t", "--ascii=true"),
            ("cppcc --ascii doc", "--ascii doctor"),
            ("cppcc --ascii=true doc", "--ascii=true doctor"),
            ("cppcc --lang=zh compa", "--lang=zh compare"),
            ("cppcc city ji", "city jinan"),
            ("cppcc --data=tf", "--data=tfile"),
            ("cppcc check tf", "check tfile"),
            ("cppcc check --ascii tf", "--ascii tfile"),
            ("cppcc export -o tf", "-o tfile"),
        ] {
            session.send(&format!("{typed}\t"));
            session.wait_for(|screen| {
                screen.contents().lines().any(|line| line.starts_with('%') && line.trim_end().ends_with(completed))
            });
            // Empties the line, and the screen.
            session.send("\x15\x0c");
            session.wait_for(|screen| screen.contents().trim() == "%");
        }
        session.send("exit\n");
    }
}

/// Whether a program is not there, and says so on standard error: the test is left out.
fn is_skipped(program: &str) -> bool {
    let is_skipped = !is_there(program);
    if is_skipped {
        eprintln!("skipped: there is no {program} here");
    }
    is_skipped
}

#[test]
fn fish_completes_commands_options_values_and_ids() {
    if is_skipped("fish") {
        return;
    }
    let script = out(&["completions", "fish", "--lang", "zh"]);
    let complete = |typed: &str| {
        // In a folder without files, so that none is offered where none is asked for.
        let asked = format!("cd (mktemp -d); touch afile\n{script}\ncomplete -C '{typed}'\n");
        let completed = fed("fish", &["--no-config"], &asked);
        assert_eq!(String::from_utf8_lossy(&completed.stderr), "", "{typed}");
        String::from_utf8(completed.stdout).unwrap().trim_end().to_owned()
    };
    for (typed, completed) in [
        ("cppcc doc", "doctor\t检测本终端的字符宽度、颜色、底色和剪贴板，给出建议；动剪贴板之前先问"),
        ("cppcc compare --stri", "--strict\t有任何一对不可比时，退出状态为 1"),
        ("cppcc compare --format c", "csv"),
        ("cppcc compare --when ", "closest\nlatest"),
        ("cppcc list a", "areas\narticles"),
        ("cppcc compare proposals-filed app-u", "app-users\t新闻客户端用户"),
        ("cppcc compare --area bin", "binzhou\t滨州"),
        ("cppcc compare --area=bin", "--area=binzhou\t滨州"),
        ("cppcc compare --area binzhou,lia", "binzhou,liaocheng\t聊城"),
        ("cppcc compare --area=binzhou,lia", "--area=binzhou,liaocheng\t聊城"),
        ("cppcc compare --area liaocheng,binzhou,qingdao,jinan,", "liaocheng,binzhou,qingdao,jinan,xianyang\t咸阳"),
        ("cppcc --data x city li", "liaocheng\t聊城"),
        ("cppcc show jinan-2025-proposals-f", "jinan-2025-proposals-filed"),
        ("cppcc present five", "five-cities\t五市政协，怎么比"),
        ("cppcc shot --screen ci", "city"),
        // The value of `--ascii` is joined to it: a word of its own is a command.
        ("cppcc --ascii doc", "doctor\t检测本终端的字符宽度、颜色、底色和剪贴板，给出建议；动剪贴板之前先问"),
        ("cppcc --ascii=f", "--ascii=false"),
        ("cppcc check af", "afile"),
        ("cppcc city af", ""),
        ("cppcc man af", ""),
    ] {
        assert_eq!(complete(typed), completed, "{typed}");
    }
}

#[test]
fn zsh_completes_commands_options_values_and_ids() {
    if is_skipped("zsh") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("_cppcc"), out(&["completions", "zsh", "--lang", "zh"])).unwrap();
    let start = format!(
        "PS1='%% '; fpath=('{}' $fpath); autoload -Uz compinit; compinit -u -D; clear; echo rea''dy\n",
        folder.path().display()
    );
    let environment = [("LC_ALL", "C.UTF-8"), ("TERM", "xterm-256color")];
    let mut session = Session::spawn(Under::Shell, Path::new("zsh"), &["-f", "-i"], &environment, (120, 30));
    session.send(&start);
    session.wait_for_text("ready");
    for (typed, completed) in [
        ("cppcc doc", "% cppcc doctor"),
        ("cppcc compare --stri", "% cppcc compare --strict"),
        ("cppcc compare --format c", "% cppcc compare --format csv"),
        ("cppcc list the", "% cppcc list themes"),
        ("cppcc compare proposals-filed app-u", "% cppcc compare proposals-filed app-users"),
        ("cppcc compare --area bin", "% cppcc compare --area binzhou"),
        ("cppcc compare --area=bin", "% cppcc compare --area=binzhou"),
        ("cppcc compare --area binzhou,lia", "% cppcc compare --area binzhou,liaocheng"),
        ("cppcc compare --area=binzhou,lia", "% cppcc compare --area=binzhou,liaocheng"),
        // Without the one that is there already.
        ("cppcc compare --area xianyang,jinan,", "liaocheng"),
        ("cppcc --data x city li", "% cppcc --data x city liaocheng"),
        ("cppcc show jinan-2025-proposals-f", "% cppcc show jinan-2025-proposals-filed"),
        ("cppcc --ascii doc", "% cppcc --ascii doctor"),
        // Several: they are listed, with their names.
        ("cppcc city ", "xianyang   -- 咸阳"),
        ("cppcc li", "% cppcc list"),
    ] {
        session.send(&format!("{typed}\t"));
        session.wait_for_text(completed);
        // A fault of the script is told after the name of the function.
        let shown = session.screen_text();
        assert!(!shown.contains("_cppcc") && !shown.contains("_arguments"), "{shown}");
        // Empties the line, and the screen.
        session.send("\x15\x0c");
        session.wait_for(|screen| screen.contents().trim() == "%");
    }
    session.send("exit\n");
}

#[test]
fn man_shows_the_page_without_a_warning() {
    if is_skipped("man") {
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
    ends(&program::run(Lang::En, &["compare", "--plain", "--format", "json"]), 2);
}
