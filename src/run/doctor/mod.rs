//! `cppcc doctor`: reports what this terminal can do, measured where possible, and which options to set.

mod advice;
mod background;
mod clipboard;
mod findings;
mod question;
mod report;
mod samples;

use cppcc::cli::{self, Global};
use cppcc::terminal::{self, NotATerminal, probe};
use cppcc::text::{ColorDepth, Lang, Phrase};
use findings::Findings;
use std::process::ExitCode;

/// Examines the terminal, reports, and returns the exit status: 2 without a terminal.
pub fn run(global: &Global) -> ExitCode {
    let lang = global.lang();
    if let Err(why) = terminal::check_terminal() {
        cli::say(not_a_terminal(why).get(lang));
        return ExitCode::from(2);
    }
    match examine(global) {
        Ok(findings) => {
            if let Some(signal) = findings.answers.broken_off {
                return ExitCode::from(terminal::Exit::Signal(signal).code());
            }
            finish(report(&findings, global), lang)
        }
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Prints the report, offers to write the theme that suits into the settings, and tries the clipboard where there is a way
/// to it and the user wants it.
fn report(findings: &Findings, global: &Global) -> Result<(), cli::Failure> {
    cli::print(&report::text(findings))?;
    findings.offer_theme(global)?;
    if findings.is_in_screen() { Ok(()) } else { clipboard::offer(findings.lang, global.charset()) }
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

/// Asks the terminal for widths.
fn examine(global: &Global) -> std::io::Result<Findings> {
    let lang = global.lang();
    let answers = probe::measure(&samples::all())?;
    Ok(Findings {
        lang,
        variable,
        size: terminal::size(),
        answers,
        depth: ColorDepth::detect(global.color(), variable),
        background: global.background(),
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
        NotATerminal::OverSsh => Phrase {
            zh: "cppcc doctor 检测的是终端，而 SSH 没有分配终端：请加 -t，如 ssh -t 主机 cppcc doctor",
            en: "cppcc doctor measures a terminal, and SSH has given it none: add -t, as in ssh -t HOST cppcc doctor",
        },
        NotATerminal::Dumb => Phrase {
            zh: "TERM 为 dumb，即终端不懂控制序列，无从检测。若其实懂，请设 TERM=xterm-256color",
            en: "TERM is dumb, so the terminal understands no sequences and can't be asked. Where it does, set TERM=xterm-256color",
        },
        NotATerminal::Unnamed => Phrase {
            zh: "未设 TERM，不知是何种终端。请设，如 TERM=xterm-256color",
            en: "TERM is not set, so the kind of terminal is not known. Set it, as in TERM=xterm-256color",
        },
    }
}
