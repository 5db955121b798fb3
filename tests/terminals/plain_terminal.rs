//! Terminals that understand no sequences, or have no colours, and environments that say so.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use support::program::{ends, err, out, program};
use support::pty::Session;

/// Runs the program on a terminal of its own, and returns all that it writes, and how it ends.
fn on_terminal(lang: Lang, arguments: &[&str], environment: &[(&str, &str)]) -> (String, String) {
    let mut session = Session::of_program(lang, arguments, environment, (80, 24));
    let status = session.wait_for_status();
    session.assert_restored();
    let all = String::from_utf8(session.raw_bytes_since(0)).unwrap();
    (all.rsplit_once("\r\n[job: ").unwrap().0.to_owned(), status)
}

#[test]
fn a_terminal_without_sequences_gets_words() {
    for lang in [Lang::Zh, Lang::En] {
        for term in ["dumb", ""] {
            for arguments in [[].as_slice(), &["present"], &["present", "--notes"], &["doctor"]] {
                let (words, status) = on_terminal(lang, arguments, &[("TERM", term)]);
                assert_eq!(status, "2", "{words}");
                assert!(!words.contains('\x1b'), "{words:?}");
                for part in ["TERM", "xterm-256color"] {
                    assert!(words.contains(part), "{part} in {words}");
                }
            }
            let (words, _) = on_terminal(lang, &[], &[("TERM", term)]);
            assert!(words.contains("cppcc compare"), "{words}");
            for arguments in [["compare", "lata"].as_slice(), &["list", "areas"], &["city", "binzhou"], &["--help"]] {
                let (words, status) = on_terminal(lang, arguments, &[("TERM", term)]);
                assert_eq!(status, "0", "{words}");
                assert!(!words.contains('\x1b'), "{words:?}");
            }
        }
    }
}

#[test]
fn the_shell_has_colours_where_the_dashboard_has_them() {
    type Environment = &'static [(&'static str, &'static str)];
    let rows: [(Environment, bool); 12] = [
        (&[], true),
        (&[("TERM", "linux")], true),
        (&[("TERM", "vt100")], false),
        (&[("TERM", "vt220")], false),
        (&[("TERM", "xterm-mono")], false),
        (&[("NO_COLOR", "1")], false),
        (&[("CLICOLOR", "0")], false),
        (&[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")], true),
        (&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], false),
        (&[("TERM", "vt220"), ("FORCE_COLOR", "1")], true),
        (&[("FORCE_COLOR", "0")], false),
        (&[("TERM", "vt220"), ("CLICOLOR_FORCE", "1")], true),
    ];
    for (environment, is_coloured) in rows {
        let (table, status) = on_terminal(Lang::Zh, &["compare", "lata"], environment);
        assert_eq!((status.as_str(), table.contains("\x1b[")), ("0", is_coloured), "{environment:?}");
        let mut session = Session::of_program(Lang::Zh, &["--theme", "dark"], environment, (80, 24));
        session.wait_for_text("1 对比");
        let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
        let mut colours = cells.filter_map(|(row, column)| session.screen().cell(row, column).cloned());
        let has_colour =
            colours.any(|cell| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default);
        assert_eq!(has_colour, is_coloured, "{environment:?}");
    }
}

#[test]
fn a_pipe_has_colours_where_they_are_forced() {
    for (name, value, is_coloured) in [
        ("TERM", "xterm-256color", false),
        ("FORCE_COLOR", "1", true),
        ("CLICOLOR_FORCE", "1", true),
        ("CLICOLOR", "1", false),
    ] {
        let output = program(Lang::Zh).env(name, value).args(["compare", "lata"]).output().unwrap();
        ends(&output, 0);
        assert_eq!(out(&output).contains("\x1b["), is_coloured, "{name}={value}");
    }
}

#[test]
fn through_ssh_without_a_terminal_it_says_what_ssh_needs() {
    let ssh = [("SSH_CONNECTION", "10.0.0.7 50000 10.0.0.1 22"), ("SSH_CLIENT", "10.0.0.7 50000 22")];
    for lang in [Lang::Zh, Lang::En] {
        for arguments in [[].as_slice(), &["present"], &["present", "--notes"], &["doctor"]] {
            let output = program(lang).envs(ssh).args(arguments).output().unwrap();
            ends(&output, 2);
            assert!(err(&output).contains("ssh -t "), "{}", err(&output));
            // Where SSH has given one, only this command is not on it.
            let output = program(lang).envs(ssh).env("SSH_TTY", "/dev/pts/3").args(arguments).output().unwrap();
            ends(&output, 2);
            assert!(!err(&output).contains("ssh -t "), "{}", err(&output));
        }
    }
}

#[test]
fn a_name_that_is_wrong_is_told_before_the_terminal() {
    for (lang, name, terminal) in
        [(Lang::Zh, "没有名为“没有的”的演示稿", "终端"), (Lang::En, "no deck is called “没有的”", "terminal")]
    {
        let output = program(lang).args(["present", "没有的"]).output().unwrap();
        ends(&output, 2);
        assert!(err(&output).contains(name) && !err(&output).contains(terminal), "{}", err(&output));
        let (words, status) = on_terminal(lang, &["present", "没有的"], &[("TERM", "dumb")]);
        assert!(status == "2" && words.contains(name) && !words.contains("TERM"), "{words}");
        let output = program(lang).args(["present"]).output().unwrap();
        ends(&output, 2);
        assert!(err(&output).contains(terminal), "{}", err(&output));
    }
}

#[test]
fn a_copy_inside_screen_or_tmux_says_what_becomes_of_it() {
    type Environment = &'static [(&'static str, &'static str)];
    let rows: [(Environment, &str); 5] = [
        (&[], "已送往终端剪贴板（OSC 52）"),
        (&[("STY", "")], "已送往终端剪贴板（OSC 52）"),
        (&[("STY", "1234.pts-0.host")], "GNU screen 不转发剪贴板"),
        (&[("TMUX", "/tmp/tmux-0/default,1,0")], "tmux 须设"),
        (&[("TMUX", "/tmp/tmux-0/default,1,0"), ("STY", "1234.pts-0.host")], "tmux 须设"),
    ];
    for (environment, words) in rows {
        let mut session = Session::of_program(Lang::Zh, &[], environment, (120, 36));
        session.wait_for_text("1 对比");
        session.send("\x1b[B");
        session.wait_until_quiet();
        session.send("y");
        session.wait_for_text(words);
    }
}
