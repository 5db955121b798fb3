//! Scripts that complete what is typed in a shell. They hold the ids in the data, for a shell asks the program nothing.

use super::help;
use crate::deck::Library;
use crate::text::{Lang, Text};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;
use itertools::Itertools;

/// Returns the script for a shell; without data it has no ids.
pub(super) fn script(shell: Shell, dataset: Option<&Library>, lang: Lang) -> String {
    let mut program = with_values(help::command(lang), dataset, lang);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut program, "cppcc", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    // The generators do not know options with an optional value that is joined by `=`, as `--ascii` has. They would
    // offer its values as the next word, where a command or an argument belongs.
    match shell {
        Shell::Bash => joined(&program)
            .fold(script, |script, long| script.replace(&format!(" --{long})\n"), &format!(" --{long}=)\n"))),
        Shell::Zsh => joined(&program)
            .fold(script, |script, long| script.replace(&format!("'--{long}=["), &format!("'--{long}=-["))),
        Shell::Fish => fish(script, &program),
        _ => script,
    }
}

/// Gives the arguments of the program the values to offer: the ids in the data, and the words of options.
fn with_values(program: Command, dataset: Option<&Library>, lang: Lang) -> Command {
    program.mut_args(words_only).mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        command.mut_args(|argument| {
            let ids = dataset.map(|dataset| ids(dataset, &name, argument.get_id().as_str(), lang)).unwrap_or_default();
            if ids.is_empty() { words_only(argument) } else { argument.value_parser(PossibleValuesParser::new(ids)) }
        })
    })
}

/// Leaves the descriptions of words out, which are comments in the source and have one language.
fn words_only(argument: Arg) -> Arg {
    let values = argument.get_possible_values();
    let names = values.iter().map(|value| value.get_name().to_owned()).collect_vec();
    if names.is_empty() { argument } else { argument.value_parser(PossibleValuesParser::new(names)) }
}

/// Returns the ids that an argument of a command takes, with the names of what they stand for.
fn ids(dataset: &Library, command: &str, argument: &str, lang: Lang) -> Vec<PossibleValue> {
    let named = |id: &String, name: &Text| PossibleValue::new(id.clone()).help(unquoted(name.get(lang)));
    match (command, argument) {
        ("compare" | "list", "indicators") => {
            dataset.indicators.iter().map(|(_, one)| named(&one.id, &one.name)).collect()
        }
        ("compare" | "list", "themes") => dataset.themes.iter().map(|(_, one)| named(&one.id, &one.name)).collect(),
        ("compare" | "list", "areas") | ("city", "area") => {
            dataset.areas.iter().map(|(_, one)| named(&one.id, &one.name)).collect()
        }
        ("show", "figure") => dataset.observations.iter().map(|(_, one)| PossibleValue::new(one.id.clone())).collect(),
        // Variants have names of many words, which no shell completes; the beginning of one is enough.
        ("compare", "variant") => vec![PossibleValue::new("none")],
        ("compare" | "list", "when") => ["latest", "closest"].map(PossibleValue::new).to_vec(),
        ("present", "deck") => dataset.decks.iter().map(|(_, one)| named(&one.id, &one.name)).collect(),
        _ => Vec::new(),
    }
}

/// Leaves out of a name what a shell would read as its own syntax.
fn unquoted(name: &str) -> String {
    name.chars().filter(|character| !"\"'`$\\".contains(*character) && !character.is_control()).collect()
}

/// Returns the options whose value is joined to them by `=` and may be left out.
fn joined(program: &Command) -> impl Iterator<Item = &str> {
    let optional = |argument: &&Arg| argument.get_num_args().is_some_and(|range| range.min_values() == 0);
    program.get_opts().filter(optional).filter_map(Arg::get_long)
}

/// Adds to the script for fish what its generator leaves out: positional arguments, and options whose value may be left
/// out.
fn fish(script: String, program: &Command) -> String {
    let script = joined(program).fold(script, |script, long| {
        let option = format!(" -l {long} ");
        let lines = script.lines().map(|line| {
            let is_option = line.contains(&option);
            if is_option { line.replacen(" -r -f -a ", " -f -a ", 1) + "\n" } else { line.to_owned() + "\n" }
        });
        lines.collect::<String>().replacen(&format!(" {long}="), &format!(" '{long}=?'"), 1)
    });
    script + &program.get_subcommands().filter_map(fish_positionals).collect::<String>()
}

/// Returns what fish offers after a command: the values of its arguments, and files only where it takes a path.
fn fish_positionals(command: &Command) -> Option<String> {
    let positionals = command.get_positionals().collect_vec();
    if positionals.iter().any(|argument| argument.get_value_hint() == ValueHint::AnyPath) {
        return None;
    }
    let values = positionals.iter().flat_map(|argument| argument.get_possible_values());
    let offered = values.map(|value| {
        let help = value.get_help().map(ToString::to_string).unwrap_or_default();
        format!("{}\\t'{help}'", value.get_name())
    });
    let offered = offered.collect_vec();
    let values = if offered.is_empty() { String::new() } else { format!(" -a \"{}\"", offered.join("\n")) };
    Some(format!("complete -c cppcc -n \"__fish_cppcc_using_subcommand {}\" -f{values}\n", command.get_name()))
}
