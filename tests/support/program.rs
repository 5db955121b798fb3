//! The program run without a terminal: its environment, its output, and how it ends.

use cppcc::text::Lang;
use std::process::{Command, Output, Stdio};

/// The path of the program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_cppcc");

/// Variables of whoever runs the tests that must not reach the program.
pub const FOREIGN: [&str; 19] = [
    "COLUMNS",
    "LC_ALL",
    "LC_MESSAGES",
    "LANGUAGE",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "COLORTERM",
    "COLORFGBG",
    "RUST_BACKTRACE",
    "CPPCC_CONFIG",
    "CPPCC_DATA",
    "TMUX",
    "STY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "SSH_CLIENT",
    "XDG_RUNTIME_DIR",
];

/// Folders of whoever runs the tests, which are taken to be somewhere where nothing is.
pub const FOLDERS: [&str; 2] = ["XDG_CONFIG_HOME", "XDG_DATA_HOME"];
/// The folders in which a program remembers or keeps something; here none can be made.
pub const NOT_MADE: [(&str, &str); 2] =
    [("XDG_STATE_HOME", "/dev/null/nowhere"), ("XDG_CACHE_HOME", "/dev/null/nowhere")];

/// A path where there is nothing.
pub const NOWHERE: &str = "/nonexistent";

/// Returns the locale of a language.
pub const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh_CN.UTF-8",
        Lang::En => "en_GB.UTF-8",
    }
}

/// Returns the program, in a language, untouched by the environment of the tests.
pub fn program(lang: Lang) -> Command {
    let mut command = Command::new(PROGRAM);
    for name in FOREIGN {
        command.env_remove(name);
    }
    for name in FOLDERS {
        command.env(name, NOWHERE);
    }
    command.envs(NOT_MADE);
    command.env("LANG", locale(lang)).env("TERM", "xterm-256color").stdin(Stdio::null());
    command
}

/// Runs the program in a language.
pub fn run(lang: Lang, arguments: &[&str]) -> Output {
    program(lang).args(arguments).output().unwrap()
}

/// Returns what a program wrote to its standard output.
pub fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// Returns what a program wrote to its standard error.
pub fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Asserts the exit code of a program.
#[track_caller]
pub fn ends(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{}{}", out(output), err(output));
}
