//! Describing wrong usage as all other faults are: what was found, what would be right, and where to read on. Clap finds
//! the fault, but has words for it in English only.

use super::help;
use crate::text::nearest;
use crate::text::{Lang, Phrase, Text};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};
use itertools::Itertools;
use std::error::Error as _;
use std::ffi::OsString;

/// Describes what is wrong with the arguments.
pub(super) fn describe(error: &Error, arguments: &[OsString]) -> Text {
    let usage = WrongUsage::read(arguments);
    let (fault, help) = (usage.fault(error), usage.help());
    Text::new(format!("{}；用法见：{help}", fault.zh), format!("{}; usage: {help}", fault.en))
}

/// What is known of arguments that have a fault.
struct WrongUsage {
    program: Command,
    /// The command that was typed before the fault.
    command: Option<String>,
}

impl WrongUsage {
    fn read(arguments: &[OsString]) -> Self {
        let mut program = help::command(Lang::En);
        let found = program.clone().ignore_errors(true).try_get_matches_from(arguments);
        let command = found.ok().and_then(|found| found.subcommand_name().map(str::to_owned));
        // Gives each command the options of every command, too.
        program.build();
        Self { program, command }
    }

    fn command(&self) -> &Command {
        self.command.as_ref().and_then(|name| self.program.find_subcommand(name)).unwrap_or(&self.program)
    }

    fn help(&self) -> String {
        self.command.as_ref().map_or_else(|| "cppcc --help".to_owned(), |name| format!("cppcc {name} --help"))
    }

    fn fault(&self, error: &Error) -> Text {
        let (found, argument) = (strings(error, ContextKind::InvalidValue), strings(error, ContextKind::InvalidArg));
        let (found, argument) = (found.concat(), argument.join(" "));
        match error.kind() {
            ErrorKind::UnknownArgument if argument.starts_with('-') => self.unknown_option(&argument),
            ErrorKind::UnknownArgument => {
                Text::new(format!("“{argument}”是多余的"), format!("“{argument}” is one argument too many"))
            }
            ErrorKind::InvalidSubcommand => {
                self.unknown_command(&strings(error, ContextKind::InvalidSubcommand).concat())
            }
            ErrorKind::InvalidValue if found.is_empty() => {
                let name = self.name(&argument);
                Text::new(
                    format!("{name} 缺少取值，应写作 {argument}"),
                    format!("{name} has no value; write {argument}"),
                )
            }
            ErrorKind::InvalidValue => self.unknown_value(&argument, &found, &strings(error, ContextKind::ValidValue)),
            ErrorKind::ValueValidation => self.malformed(&argument, &found, error),
            ErrorKind::TooManyValues => {
                let name = self.name(&argument);
                Text::new(
                    format!("{name} 不带取值，这里却有“{found}”"),
                    format!("{name} takes no value, and “{found}” is given"),
                )
            }
            ErrorKind::ArgumentConflict => self.conflict(&argument, &strings(error, ContextKind::PriorArg)),
            ErrorKind::MissingRequiredArgument => {
                let name = self.command().get_name();
                Text::new(format!("{name} 缺少 {argument}"), format!("{name} needs {argument}"))
            }
            ErrorKind::InvalidUtf8 => Phrase { zh: "有的参数不是 UTF-8 编码", en: "an argument is not UTF-8" }.into(),
            // No option or command of this program leads to any other kind.
            _ => Phrase { zh: "用法有误", en: "wrong usage" }.into(),
        }
    }

    fn unknown_option(&self, found: &str) -> Text {
        let others = self.program.get_subcommands().filter(|command| has(command, found)).map(Command::get_name);
        let others = others.collect_vec();
        if !others.is_empty() {
            let (zh, en) = (others.join("、"), others.join(", "));
            let (not_zh, not_en) = match &self.command {
                Some(name) => (format!("不是 {name} 的"), format!("and not of {name}")),
                None => ("写在该命令之后".to_owned(), "and stands after the command".to_owned()),
            };
            return Text::new(
                format!("{found} 是 {zh} 命令的选项，{not_zh}"),
                format!("{found} is an option of {en}, {not_en}"),
            );
        }
        let known = self.command().get_arguments().filter_map(Arg::get_long);
        let near = found.strip_prefix("--").and_then(|found| nearest(found, known));
        let near = near.map(|near| format!("--{near}"));
        with_nearest(
            &Text::new(format!("没有名为“{found}”的选项"), format!("no option is called “{found}”")),
            near.as_deref(),
        )
    }

    fn unknown_command(&self, found: &str) -> Text {
        let near = nearest(found, self.program.get_subcommands().map(Command::get_name));
        with_nearest(&Text::new(format!("没有名为“{found}”的命令"), format!("no command is called “{found}”")), near)
    }

    fn unknown_value(&self, argument: &str, found: &str, known: &[String]) -> Text {
        let near = nearest(found, known.iter().map(String::as_str));
        let Text { zh, en } = with_nearest(&self.no_value(argument, found), near);
        let hint = self.other_themes(argument);
        Text::new(
            format!("{zh}；可用的：{}{}", known.join("、"), hint.zh),
            format!("{en}; the values are: {}{}", known.join(", "), hint.en),
        )
    }

    /// Names the option that takes themes of the data where that of the terminal's background was given something else.
    fn other_themes(&self, argument: &str) -> Phrase {
        if self.name(argument) == "--theme" && has(self.command(), "--in-theme") {
            Phrase {
                zh: "；数据的主题写在 --in-theme 之后", en: "; themes of the data stand after --in-theme"
            }
        } else {
            Phrase { zh: "", en: "" }
        }
    }

    /// Describes a value that a parser of `values` refused: its error says what would be right, in no language.
    fn malformed(&self, argument: &str, found: &str, error: &Error) -> Text {
        let Some(right) = error.source() else { return self.no_value(argument, found) };
        let name = self.name(argument);
        Text::new(
            format!("{name} 的取值“{found}”有误，应为 {right}"),
            format!("“{found}” is not a value of {name}; write {right}"),
        )
    }

    fn no_value(&self, argument: &str, found: &str) -> Text {
        let name = self.name(argument);
        Text::new(format!("{name} 没有“{found}”这个取值"), format!("“{found}” is not a value of {name}"))
    }

    fn conflict(&self, argument: &str, others: &[String]) -> Text {
        // A positional argument has no name but that of its value.
        let bare = |argument: &str| {
            let is_named = argument.starts_with('-');
            let bare = if is_named { self.name(argument) } else { argument.trim_matches(['[', ']', '<', '>', '.']) };
            bare.to_owned()
        };
        let (name, rest) = (bare(argument), others.iter().map(|other| bare(other)).collect_vec());
        if rest.is_empty() || rest.contains(&name) {
            return Text::new(format!("{name} 只能写一次"), format!("{name} may be given once only"));
        }
        Text::new(
            format!("{name} 不能与 {} 同用", rest.join("、")),
            format!("{name} can't be used with {}", rest.join(", ")),
        )
    }

    /// Returns the name of an option without its value; that of the command for a positional argument.
    fn name<'a>(&'a self, argument: &'a str) -> &'a str {
        if argument.starts_with('-') {
            argument.split([' ', '[', '=']).next().unwrap_or(argument)
        } else {
            self.command().get_name()
        }
    }
}

/// Returns whether a command has an option, given as it is typed.
fn has(command: &Command, option: &str) -> bool {
    command.get_arguments().any(|argument| match option.strip_prefix("--") {
        Some(long) => argument.get_long() == Some(long),
        None => {
            argument.get_short().is_some_and(|short| option.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4])))
        }
    })
}

fn with_nearest(fault: &Text, near: Option<&str>) -> Text {
    match near {
        Some(near) => Text::new(format!("{}。最接近的：{near}", fault.zh), format!("{}. Nearest: {near}", fault.en)),
        None => fault.clone(),
    }
}

/// Returns what clap knows of a fault, which is one string or several.
fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        _ => Vec::new(),
    }
}
