//! `cppcc doctor`: what this terminal can do, measured where it can be measured, and which options to set.

mod advice;
mod report;
mod samples;

use cppcc::cli::{self, AmbiguousWidth, Global};
use cppcc::terminal::probe::{self, Answers};
use cppcc::terminal::{self, Depth, NotATerminal};
use cppcc::text::{Lang, Phrase};
use std::path::PathBuf;
use std::process::ExitCode;

/// What is sent to the clipboard.
const TEST_WORDS: Phrase = Phrase { zh: "cppcc 剪贴板测试", en: "cppcc clipboard test" };

/// All that was seen of the terminal, and of what is in force.
struct Seen {
    lang: Lang,
    /// Looks a variable up; an empty one counts as not set.
    variable: fn(&str) -> Option<String>,
    size: (u16, u16),
    answers: Answers,
    depth: Depth,
    ascii: bool,
    ambiguous: AmbiguousWidth,
    config: Option<PathBuf>,
    is_lang_typed: bool,
}

/// Measures, reports, and gives the exit status: 2 without a terminal.
pub fn run(global: &Global) -> ExitCode {
    let lang = global.lang();
    if let Err(why) = terminal::check_terminal() {
        cli::say(not_a_terminal(why).get(lang));
        return ExitCode::from(2);
    }
    match examine(global) {
        Ok(seen) => {
            if let Some(signal) = seen.answers.broken_off {
                return ExitCode::from(terminal::Exit::Signal(signal).code());
            }
            finish(cli::print(&report::text(&seen)), lang)
        }
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn finish(printed: Result<(), cli::Failure>, lang: Lang) -> ExitCode {
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report(lang);
            ExitCode::from(failure.status())
        }
    }
}

fn examine(global: &Global) -> std::io::Result<Seen> {
    let lang = global.lang();
    let answers = probe::measure(&samples::all())?;
    if answers.broken_off.is_none() {
        probe::send(&terminal::to_clipboard(TEST_WORDS.get(lang)))?;
    }
    Ok(Seen {
        lang,
        variable,
        size: terminal::size(),
        answers,
        depth: Depth::detect(global.color(), variable),
        ascii: global.ascii(),
        ambiguous: global.ambiguous(),
        config: global.config_path(),
        is_lang_typed: global.lang.is_some() || global.config.language.is_some(),
    })
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

const fn not_a_terminal(why: NotATerminal) -> Phrase {
    match why {
        NotATerminal::Input => Phrase {
            zh: "cppcc doctor 检测的是终端：标准输入不是终端",
            en: "cppcc doctor measures a terminal: standard input is not one",
        },
        NotATerminal::Output => Phrase {
            zh: "cppcc doctor 检测的是终端：标准输出不是终端",
            en: "cppcc doctor measures a terminal: standard output is not one",
        },
    }
}
