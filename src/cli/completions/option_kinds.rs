//! The kinds of options that the generators of completions do not tell apart.

use clap::{Arg, Command, ValueHint};
use itertools::Itertools;

/// Returns the options whose value is joined to them by `=` and may be left out.
pub(super) fn joined(program: &Command) -> impl Iterator<Item = &str> {
    let optional = |argument: &&Arg| argument.get_num_args().is_some_and(|range| range.min_values() == 0);
    program.get_opts().filter(optional).filter_map(Arg::get_long)
}

/// Returns the options whose value is a list with commas, of all commands.
pub(super) fn lists(program: &Command) -> Vec<&str> {
    let options = program.get_subcommands().chain([program]).flat_map(Command::get_opts);
    let lists = options.filter(|argument| argument.get_value_delimiter() == Some(','));
    lists.filter_map(Arg::get_long).unique().collect()
}

/// Returns the options, of all commands, that are followed by a value that is no path.
pub(super) fn named(program: &Command) -> Vec<&str> {
    let options = program.get_subcommands().chain([program]).flat_map(Command::get_opts);
    let named = options.filter(|argument| {
        let is_path = argument.get_value_hint() == ValueHint::AnyPath;
        let is_followed = argument.get_num_args().is_none_or(|range| range.min_values() > 0);
        argument.get_action().takes_values() && is_followed && !is_path
    });
    named.filter_map(Arg::get_long).unique().collect()
}
