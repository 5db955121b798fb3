//! Scripts that complete what is typed in a shell. They hold the ids in the data, for a shell asks the program nothing.

mod bash;
mod fish;
mod option_kinds;
mod zsh;

use super::help;
use crate::deck::Library;
use crate::text::{Lang, Text};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};
use clap_complete::Shell;
use itertools::Itertools;

/// Returns the script for a shell; without data it has no ids.
pub(super) fn script(shell: Shell, dataset: Option<&Library>, lang: Lang) -> String {
    let mut program = with_values(help::command(lang), dataset, lang);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut program, "cppcc", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    // The generators do not know lists with commas, nor options with an optional value that is joined by `=`, as `--ascii`
    // has. They would offer its values as the next word, where a command or an argument belongs.
    match shell {
        Shell::Bash => bash::script(script, &program),
        Shell::Zsh => zsh::script(script, &program),
        Shell::Fish => fish::script(script, &program),
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
