//! The command that clap reads with, with its help in one language.

use super::help_layout;
use super::help_text::{ARGUMENTS, COMMANDS};
use super::help_text_add::ADD_ARGUMENTS;
use super::help_text_audience::AUDIENCE_ARGUMENTS;
use super::help_text_files::FILE_ARGUMENTS;
use super::options::Options;
use crate::export::Paint;
use crate::text::{Lang, Phrase};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use std::ffi::OsString;

const HELP: Phrase = Phrase { zh: "显示帮助", en: "Show this help" };
const VERSION: Phrase = Phrase { zh: "显示版本", en: "Show the version" };
const USAGE: Phrase = Phrase { zh: "用法：", en: "Usage: " };
const COMMANDS_HEADING: Phrase = Phrase { zh: "命令", en: "Commands" };
const ARGUMENTS_HEADING: Phrase = Phrase { zh: "参数", en: "Arguments" };
const OPTIONS_HEADING: Phrase = Phrase { zh: "选项", en: "Options" };
const GLOBAL_HEADING: Phrase = Phrase { zh: "通用选项", en: "Options of every command" };
/// Stands between the help of an option and the words that its value can be.
const ONE_OF: Phrase = Phrase { zh: "；可用的：", en: "; one of " };
const COMMA: Phrase = Phrase { zh: "、", en: ", " };
/// The widest option with its value beside which clap leaves room for the help at 100 columns.
const WIDEST_OPTION: usize = 28;
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
    let mut all = ARGUMENTS.iter().chain(ADD_ARGUMENTS).chain(AUDIENCE_ARGUMENTS).chain(FILE_ARGUMENTS);
    let help = all.find(|(of, id, _)| *of == command && *id == argument.get_id().as_str());
    let help = help.map(|(.., help)| help.get(lang));
    let argument = match order {
        Some(order) => argument.display_order(order),
        None => argument,
    };
    let argument = argument.help_heading(heading.get(lang));
    if !argument.get_action().takes_values() {
        return if let Some(help) = help { argument.help(help) } else { argument };
    }
    // The name of the value and the help say these already.
    with_value(argument, help.unwrap_or_default(), lang).hide_possible_values(true).hide_default_value(true)
}

/// Names the value, and gives the help. A value is named after the words that it can be where they have room, unless it was
/// given a name; else the help lists them.
fn with_value(argument: Arg, help: &str, lang: Lang) -> Arg {
    let words: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let given = given_name(&argument);
    if words.is_empty() || given.is_some_and(|name| name.contains('|')) {
        return argument.help(help.to_owned());
    }
    let option = argument.get_long().map(str::to_owned);
    let joined = words.join("|");
    let width = option.as_ref().map_or(0, |option| "-- ".len() + option.len()) + "<>".len() + joined.len();
    if given.is_none() && width <= WIDEST_OPTION {
        return argument.value_name(joined).help(help.to_owned());
    }
    let name = given.map(str::to_owned).or(option).unwrap_or_else(|| argument.get_id().to_string());
    let listed = words.join(COMMA.get(lang));
    argument.value_name(name.to_uppercase()).help(format!("{help}{}{listed}", ONE_OF.get(lang)))
}

/// Returns the name that the value of an argument was given. Where none is, clap takes that of the field.
fn given_name(argument: &Arg) -> Option<&str> {
    let name = argument.get_value_names()?.first()?.as_str();
    (name != argument.get_id().as_str().to_uppercase()).then_some(name)
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
        // They stand in several files, each in its own order.
        let mut worded: Vec<_> = ARGUMENTS
            .iter()
            .chain(ADD_ARGUMENTS)
            .chain(AUDIENCE_ARGUMENTS)
            .chain(FILE_ARGUMENTS)
            .map(|(of, id, _)| ((*of).to_owned(), (*id).to_owned()))
            .collect();
        worded.sort();
        arguments.sort();
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
