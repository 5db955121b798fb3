//! A clock of the system that is set back while the program runs.

use super::support::private_folder;
use super::support::pty::Session;
use cppcc::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Stands before the system's library, and tells another time as soon as a file is there: more than a year and half a day
/// earlier. The clocks that nobody can set go on as they do.
const CLOCK: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t id, struct timespec *time) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(id, time);
    const char *file = getenv("CLOCK_IS_SET_BACK");
    if (id == CLOCK_REALTIME && file && access(file, F_OK) == 0) time->tv_sec -= 400 * 86400 + 12 * 3600;
    return result;
}
"#;

/// Returns the library, compiled.
fn compiled(folder: &Path) -> PathBuf {
    let (source, library) = (folder.join("clock.c"), folder.join("clock.so"));
    fs::write(&source, CLOCK).unwrap();
    let compiler = Command::new("cc").args(["-shared", "-fPIC", "-o"]).args([&library, &source]).arg("-ldl").status();
    assert!(compiler.unwrap().success());
    library
}

/// Returns what stands behind a word on a screen.
fn behind(word: &str, text: &str) -> String {
    let rest = text.split_once(word).unwrap_or_else(|| panic!("no {word} in {text}")).1;
    rest.split_whitespace().next().unwrap().to_owned()
}

/// Returns the hour of the clock at the right of the first line.
fn hour(text: &str) -> u32 {
    let clock = text.lines().next().unwrap().split_whitespace().next_back().unwrap();
    clock.split_once(':').and_then(|(hour, _)| hour.parse().ok()).unwrap_or_else(|| panic!("no time in {text}"))
}

#[test]
fn a_clock_that_is_set_back_changes_the_time_of_day_and_nothing_else() {
    let folder = private_folder();
    let library = compiled(folder.path());
    let sign = folder.path().join("set-back");
    let place = folder.path().to_str().unwrap();
    let environment = [
        ("XDG_RUNTIME_DIR", place),
        ("XDG_DATA_HOME", place),
        ("LD_PRELOAD", library.to_str().unwrap()),
        ("CLOCK_IS_SET_BACK", sign.to_str().unwrap()),
    ];
    let open = |arguments: &[&str]| Session::of_program(Lang::Zh, arguments, &environment, (80, 24));
    let mut shown = open(&["present"]);
    shown.wait_for_text("1/14");
    let mut notes = open(&["present", "--notes", "--minutes", "5"]);
    notes.wait_until_text("还剩 04:5");
    let before = hour(&notes.screen_text());
    fs::write(&sign, "").unwrap();
    notes.wait_for(|screen| hour(&screen.contents()) == (before + 12) % 24);
    // What has been spoken goes on from where it was.
    let passed = behind("已讲", &notes.screen_text());
    notes.wait_for(|screen| behind("已讲", &screen.contents()) != passed);
    let now = behind("已讲", &notes.screen_text());
    assert!(now > passed && now.starts_with("00:"), "{passed} {now}");
    assert!(behind("还剩", &notes.screen_text()).starts_with("04:"), "{}", notes.screen_text());
    // Keys go on, on both terminals, and what is added is kept.
    notes.send(" ");
    shown.wait_for_text("2/14");
    let mut dashboard = open(&[]);
    dashboard.wait_for_text("1 对比");
    dashboard.send("\x1b[B+");
    dashboard.wait_for_text("已加入自己的演示稿");
    assert!(folder.path().join("cppcc/deck.toml").exists());
    for mut session in [shown, notes, dashboard] {
        session.send("qq");
        assert_eq!(session.wait_for_status(), "0");
        session.assert_restored();
    }
}
