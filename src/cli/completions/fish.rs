//! The script for fish.

use super::option_kinds::{joined, lists};
use clap::{Command, ValueHint};
use itertools::Itertools;

/// Offers values, each with its description behind a tab, after what has been typed of a list with commas. What is in the
/// list already is not offered again.
const LIST: &str = r#"function __fish_cppcc_list
    set -l typed (string replace -r -- '^--[^=]*=' '' (commandline -ct))
    set -l before (string match -r -- '^.*,' $typed)
    for value in $argv
        contains -- (string split -f1 \t -- $value) (string split , -- $before)
        or echo -- "$before$value"
    end
end
"#;

/// Adds to the script what its generator leaves out: positional arguments, options whose value may be left out, and lists
/// with commas.
pub(super) fn script(script: String, program: &Command) -> String {
    let script = lists(program).into_iter().fold(script, |script, long| with_list(&script, long));
    let script = joined(program).fold(script, |script, long| {
        let option = format!(" -l {long} ");
        let lines = script.lines().map(|line| {
            let is_option = line.contains(&option);
            if is_option { line.replacen(" -r -f -a ", " -f -a ", 1) + "\n" } else { line.to_owned() + "\n" }
        });
        lines.collect::<String>().replacen(&format!(" {long}="), &format!(" '{long}=?'"), 1)
    });
    LIST.to_owned() + &script + &program.get_subcommands().filter_map(positionals).collect::<String>()
}

/// Has the values of an option offered after each comma.
fn with_list(script: &str, long: &str) -> String {
    let (option, values) = (format!(" -l {long} "), " -r -f -a \"");
    let start = script.find(&option).and_then(|at| Some(at + script.get(at..)?.find(values)? + values.len()));
    let Some((before, rest)) = start.and_then(|start| script.split_at_checked(start)) else { return script.to_owned() };
    let Some((values, after)) = rest.split_once('"') else { return script.to_owned() };
    format!("{before}(__fish_cppcc_list {})\"{after}", values.replace('\n', " "))
}

/// Returns what is offered after a command: the values of its arguments, and files only where it takes a path.
fn positionals(command: &Command) -> Option<String> {
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
