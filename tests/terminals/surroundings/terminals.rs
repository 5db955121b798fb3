//! Terminals, locales and sizes.

use super::support::private_folder;
use super::support::program::PROGRAM;
use super::support::pty::{Session, Under};
use super::support::random::RandomNumbers;
use cppcc::text::Lang;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

const TERMS: [&str; 10] = [
    "linux",
    "screen",
    "screen-256color",
    "tmux",
    "tmux-256color",
    "xterm",
    "vt100",
    "rxvt-unicode",
    "no-such-terminal",
    "-x\u{1b}[31m",
];

/// Locales, each with the first word that the dashboard then shows.
const LOCALES: [(&str, &str); 7] = [
    ("C", "1 Compare"),
    ("POSIX", "1 Compare"),
    ("C.UTF-8", "1 Compare"),
    ("zh_CN.GBK", "1 对比"),
    ("zh_CN.GB18030", "1 对比"),
    ("zh", "1 对比"),
    ("\u{fffd}政", "1 Compare"),
];

/// Opens the program through `env`, which can leave variables out.
fn through_env(settings: &[&str]) -> Session {
    let folder = std::env::temp_dir();
    let arguments: Vec<&str> = settings.iter().copied().chain([PROGRAM]).collect();
    Session::spawn(Under::Shell, Path::new("env"), &arguments, &[("HOME", folder.to_str().unwrap())], (80, 24))
}

/// Walks through screens, help, Find and a presentation, and quits.
fn walk(mut session: Session, first: &str, place: &str) {
    session.wait_for_text(first);
    for (keys, then) in
        [("2", "2 "), ("?", "· Esc"), ("\x1b", "2 "), ("/tian", "tian"), ("\x1b", "2 "), ("\x1b[15~", "1/")]
    {
        session.send(keys);
        // An Esc that is followed at once by a letter would be Alt with that letter.
        session.wait_for_text(then);
    }
    session.send("\x03");
    assert_eq!(session.wait_for_status(), "0", "{place}: {}", session.screen_text());
    session.assert_restored();
    let bytes = session.raw_bytes_since(0);
    let text = String::from_utf8(bytes).unwrap_or_else(|error| panic!("{place}: {error}"));
    assert!(!text.contains("panicked") && !text.contains('\u{fffd}'), "{place}: {text}");
}

#[test]
fn every_terminal_and_every_locale_shows_the_dashboard() {
    thread::scope(|scope| {
        for half in [&TERMS[..5], &TERMS[5..]] {
            scope.spawn(move || {
                for (term, (locale, first)) in half.iter().zip(LOCALES.iter().cycle()) {
                    let settings = [format!("TERM={term}"), format!("LANG={locale}")];
                    let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
                    walk(through_env(&settings), first, &format!("{term:?} {locale}"));
                }
            });
        }
        scope.spawn(|| {
            for (locale, first) in &LOCALES[5..] {
                walk(through_env(&[&format!("LC_ALL={locale}")]), first, locale);
            }
            walk(through_env(&["-u", "LANG"]), "1 Compare", "no locale");
        });
    });
}

#[test]
fn without_term_it_says_what_to_set() {
    let mut session = through_env(&["-u", "TERM", "LANG=zh_CN.UTF-8"]);
    assert_eq!(session.wait_for_status(), "2");
    session.assert_restored();
    assert!(session.screen_text().contains("TERM=xterm-256color"), "{}", session.screen_text());
}

/// Opens the dashboard on its usual size, and returns it with what it shows.
fn opened() -> (Session, Vec<String>) {
    let mut session = Session::of_program(Lang::Zh, &[], &[], (80, 24));
    session.wait_for_text("1 对比");
    let shown = lines(&mut session);
    (session, shown)
}

/// Returns what is shown, without the spaces at the ends of rows, which need not be written.
fn lines(session: &mut Session) -> Vec<String> {
    session.screen_text().lines().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn whatever_the_size_was_the_screen_is_whole_afterwards() {
    let (mut session, shown) = opened();
    for (columns, rows) in [(0, 0), (1, 1), (1000, 1000), (1, 1000), (1000, 1), (0, 24), (80, 0), (65535, 65535)] {
        session.resize_unseen(columns, rows);
        // Nothing that is pressed unseen changes what is seen later; what lies over the screen is closed again.
        session.send("?");
        thread::sleep(Duration::from_millis(30));
        session.resize_unseen(80, 24);
        session.wait_until_quiet();
        session.send("\x1b");
        session.wait_until_quiet();
        assert_eq!(lines(&mut session), shown, "after {columns}x{rows}");
    }
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

#[test]
fn a_terminal_that_does_not_know_its_size_is_taken_for_a_usual_one() {
    for size in ["rows 0 cols 0", "rows 1 cols 1"] {
        let script = format!("stty {size}; exec \"$0\"");
        let arguments = ["-c", &script, PROGRAM];
        let folder = std::env::temp_dir();
        let environment = [("HOME", folder.to_str().unwrap()), ("LANG", "zh_CN.UTF-8")];
        let mut session = Session::spawn(Under::Shell, Path::new("sh"), &arguments, &environment, (80, 24));
        session.wait_for(vt100::Screen::alternate_screen);
        assert_eq!(session.screen_text().contains("1 对比"), size == "rows 0 cols 0", "{}", session.screen_text());
        session.send("q");
        assert_eq!(session.wait_for_status(), "0");
    }
}

#[test]
fn a_hundred_sizes_a_second_end_in_a_whole_screen() {
    let folder = private_folder();
    for arguments in [[].as_slice(), &["present"]] {
        let mut session = Session::of_program_at(folder.path(), arguments);
        session.wait_for_text(if arguments.is_empty() { "1 对比" } else { "1/" });
        let shown = lines(&mut session);
        let (mut numbers, start) = (RandomNumbers::new(16), Instant::now());
        for _ in 0..100 {
            session.resize_unseen(numbers.between(1, 250), numbers.between(1, 70));
            thread::sleep(Duration::from_millis(10).saturating_sub(start.elapsed() / 1000));
        }
        session.resize_unseen(80, 24);
        session.wait_until_quiet();
        assert_eq!(lines(&mut session), shown);
        let (mark, ticks) = (session.mark(), session.cpu_ticks());
        thread::sleep(Duration::from_millis(300));
        assert_eq!((session.mark(), session.cpu_ticks()), (mark, ticks), "idle costs nothing");
        session.send("\x03");
        assert_eq!(session.wait_for_status(), "0");
        session.assert_restored();
    }
}
