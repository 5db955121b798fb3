//! The command that clap reads with, with its help in one language.

use super::help_layout;
use super::help_text::{ARGUMENTS, COMMANDS};
use super::help_text_add::ADD_ARGUMENTS;
use super::options::Options;
use crate::export::Paint;
use crate::text::{Lang, Phrase};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use itertools::Itertools;
use std::ffi::OsString;

const HELP: Phrase = Phrase { zh: "显示帮助", en: "Show this help" };
const VERSION: Phrase = Phrase { zh: "显示版本", en: "Show the version" };
const USAGE: Phrase = Phrase { zh: "用法：", en: "Usage: " };
const COMMANDS_HEADING: Phrase = Phrase { zh: "命令", en: "Commands" };
const ARGUMENTS_HEADING: Phrase = Phrase { zh: "参数", en: "Arguments" };
const OPTIONS_HEADING: Phrase = Phrase { zh: "选项", en: "Options" };
const GLOBAL_HEADING: Phrase = Phrase { zh: "通用选项", en: "Options of every command" };
/// The options of every command stand after the command's own.
const GLOBAL_ORDER: usize = 500;
const AFTER: Phrase = Phrase {
    zh: "不带命令时打开终端看板。\n退出状态：0 完成；1 不予比较或未成功；2 用法或数据有误。",
    en: "Without a command, the dashboard opens.\nExit status: 0 done; 1 the comparison was refused, or something failed; 2 wrong usage or bad data.",
};

/// Reads the command line with the help in one language.
pub(super) fn parse(arguments: &[OsString], lang: Lang) -> Result<Options, clap::Error> {
    let mut command = help_layout::unbroken(command(lang), help_layout::columns());
    let matches = command.try_get_matches_from_mut(arguments)?;
    Options::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// Returns the help that was asked for instead of running a command.
pub(super) fn text(error: &clap::Error, lang: Lang, paint: Paint) -> String {
    help_layout::broken(&error.render().to_string(), help_layout::columns(), lang, paint)
}

/// Returns the command with its help in one language.
pub(super) fn command(lang: Lang) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(VERSION.get(lang));
    let program = Options::command()
        .arg(version.help_heading(OPTIONS_HEADING.get(lang)))
        .subcommand_help_heading(COMMANDS_HEADING.get(lang))
        .subcommand_value_name(COMMANDS_HEADING.get(lang))
        .after_help(AFTER.get(lang));
    with_help(program, "", lang).mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        with_help(command, &name, lang)
    })
}

fn with_help(command: Command, name: &str, lang: Lang) -> Command {
    let about = COMMANDS.iter().find(|(other, _)| *other == name).map(|(_, about)| about.get(lang));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(HELP.get(lang));
    let template = format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}{{after-help}}", USAGE.get(lang));
    let command = command.about(about).help_template(template);
    let command = command.mut_args(|argument| argument_with_help(argument, name, lang));
    command.arg(help.help_heading(OPTIONS_HEADING.get(lang)))
}

fn argument_with_help(argument: Arg, command: &str, lang: Lang) -> Arg {
    let (heading, order) = match (argument.is_positional(), argument.is_global_set()) {
        (true, _) => (ARGUMENTS_HEADING, None),
        (false, false) => (OPTIONS_HEADING, None),
        (false, true) => (GLOBAL_HEADING, Some(GLOBAL_ORDER)),
    };
    let help =
        ARGUMENTS.iter().chain(ADD_ARGUMENTS).find(|(of, id, _)| *of == command && *id == argument.get_id().as_str());
    let argument = match help {
        Some((.., help)) => argument.help(help.get(lang)),
        None => argument,
    };
    let argument = argument.help_heading(heading.get(lang));
    let argument = if let Some(order) = order { argument.display_order(order) } else { argument };
    if argument.get_action().takes_values() {
        // The name of the value and the help say these already.
        with_value_name(argument).hide_possible_values(true).hide_default_value(true)
    } else {
        argument
    }
}

/// Names a value after the words that it can be, unless it was given a name.
fn with_value_name(argument: Arg) -> Arg {
    let words = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).join("|");
    // Where none is given, clap takes that of the field.
    let of_field = argument.get_id().as_str().to_uppercase();
    let is_named = argument.get_value_names().is_some_and(|names| names.iter().any(|name| *name != of_field));
    if words.is_empty() || is_named { argument } else { argument.value_name(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_words_and_no_words_are_left_over() {
        let program = Options::command();
        let mut commands = vec![String::new()];
        let mut arguments = Vec::new();
        let ids = |command: &Command| command.get_arguments().map(|arg| arg.get_id().to_string()).collect::<Vec<_>>();
        arguments.extend(ids(&program).into_iter().map(|id| (String::new(), id)));
        for command in program.get_subcommands() {
            commands.push(command.get_name().to_owned());
            arguments.extend(ids(command).into_iter().map(|id| (command.get_name().to_owned(), id)));
        }
        assert_eq!(COMMANDS.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>(), commands);
        let worded: Vec<_> =
            ARGUMENTS.iter().chain(ADD_ARGUMENTS).map(|(of, id, _)| ((*of).to_owned(), (*id).to_owned())).collect();
        assert_eq!(worded, arguments);
    }

    #[test]
    fn the_command_is_sound_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            command(lang).debug_assert();
        }
        let zh = command(Lang::Zh).render_help().to_string();
        for heading in ["用法：cppcc", "命令:", "通用选项:", "退出状态"] {
            assert!(zh.contains(heading), "{heading} in {zh}");
        }
        assert!(!zh.contains("Usage") && !zh.contains("Options") && !zh.contains("Commands"), "{zh}");
    }
}
