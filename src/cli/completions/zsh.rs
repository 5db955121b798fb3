//! The script for zsh.

use super::option_kinds::{joined, lists};
use clap::Command;

/// Adds to the script what its generator leaves out: options whose value may be left out, and lists with commas.
pub(super) fn script(script: String, program: &Command) -> String {
    let script =
        joined(program).fold(script, |script, long| script.replace(&format!("'--{long}=["), &format!("'--{long}=-[")));
    lists(program).into_iter().fold(script, |script, long| with_list(&script, long).unwrap_or(script))
}

/// Has the values of an option offered after each comma; `None` where it has none.
fn with_list(script: &str, long: &str) -> Option<String> {
    let (before, rest) = script.split_at_checked(script.find(&format!("'*--{long}=["))?)?;
    let (option, rest) = rest.split_once(":((")?;
    let (values, after) = rest.split_once("))'")?;
    // What follows a name in brackets is its description.
    let described = |line: &str| {
        let (id, name) = line.split_once("\\:")?;
        Some(format!("\"{id}[{}]\"", name.replace(['"', '[', ']', ':'], "")))
    };
    let values: Vec<String> = values.lines().filter_map(described).collect();
    Some(format!("{before}{option}:_values -s , {long} {}'{after}", values.join(" ")))
}
