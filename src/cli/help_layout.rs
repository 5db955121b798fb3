//! Breaks the lines of the help. Clap does so at spaces only, and takes a Chinese sentence for one word.

use super::global::terminal_width;
use crate::export::Paint;
use crate::text::{Lang, environment, width, wrap};
use clap::Command;
use clap::builder::StyledStr;

/// The width where there is no terminal.
const USUAL_WIDTH: usize = 100;
/// The widest: longer lines are harder to read.
const WIDEST: usize = 100;
/// The narrowest that is tried.
const LEAST: usize = 20;
/// The least width with an option and its help on one line.
const BESIDE: usize = 60;
/// Keeps clap from breaking a line.
const UNBROKEN_SPACE: &str = "\u{a0}";
/// Looks like a hyphen, but lines are not broken at it: an option that is broken at its own cannot be copied.
const UNBROKEN_HYPHEN: &str = "\u{2011}";
/// How clap writes in a line of usage that there are options, and what Chinese writes.
const OPTIONS: (&str, &str) = ("[OPTIONS]", "[选项]");

/// Returns how wide the help may be: as the terminal, or as `COLUMNS` says where there is none.
pub(super) fn columns() -> usize {
    let listed = || std::env::var(environment::COLUMNS).ok()?.parse().ok();
    let columns = terminal_width().or_else(listed);
    columns.filter(|columns| *columns > 0).unwrap_or(USUAL_WIDTH).clamp(LEAST, WIDEST)
}

/// Keeps clap from breaking lines, and has it lay the help out for this width.
pub(super) fn unbroken(command: Command, columns: usize) -> Command {
    let command = command.term_width(columns).max_term_width(0).next_line_help(columns < BESIDE);
    let about = command.get_about().map(unbroken_words);
    let after = command.get_after_help().map(unbroken_words);
    let command = command.about(about.unwrap_or_default()).after_help(after.unwrap_or_default());
    let command = command.mut_args(|argument| match argument.get_help().map(unbroken_words) {
        Some(help) => argument.help(help),
        None => argument,
    });
    command.mut_subcommands(|subcommand| unbroken(subcommand, columns))
}

fn unbroken_words(words: &StyledStr) -> String {
    words.to_string().replace(' ', UNBROKEN_SPACE)
}

/// Returns the help that clap has made, with lines of at most `columns` cells and headings that stand out.
pub(super) fn broken(help: &str, columns: usize, lang: Lang, paint: Paint) -> String {
    let lines = help.lines().flat_map(|line| {
        let line = if lang == Lang::Zh { line.replacen(OPTIONS.0, OPTIONS.1, 1) } else { line.to_owned() };
        parts(line.trim_end(), columns)
    });
    let painted = lines.map(|line| {
        let line = line.trim_end();
        let is_heading = line.ends_with(':') && !line.starts_with(' ');
        (if is_heading { paint.strong(line) } else { line.to_owned() }) + "\n"
    });
    painted.collect()
}

/// Breaks one line. What stands beside an option stays beside it, unless there is too little room.
fn parts(line: &str, columns: usize) -> Vec<String> {
    let words = line.trim_start_matches(' ');
    let indent = line.len() - words.len();
    let (name, help) = words.split_once("  ").unwrap_or((words, ""));
    let help = help.trim_start_matches(' ');
    let beside = width(line) - width(help);
    // What explains an option stands further in than the option, also where there is little room.
    let narrow = indent.min(if indent < 10 { columns / 5 - 2 } else { columns / 5 });
    if width(line) <= columns && narrow == indent {
        vec![line.replace(UNBROKEN_SPACE, " ")]
    } else if help.is_empty() {
        indented(name, narrow, columns)
    } else if width(line) <= columns {
        vec![line.replace(UNBROKEN_SPACE, " ")]
    } else if beside > columns / 2 {
        [indented(name, narrow, columns), indented(help, narrow + 2, columns)].concat()
    } else {
        let mut lines = indented(help, beside, columns);
        if let (Some(first), Some(before)) = (lines.first_mut(), line.strip_suffix(help)) {
            *first = before.to_owned() + first.trim_start();
        }
        lines
    }
}

/// Breaks words into lines that begin at a column.
fn indented(words: &str, indent: usize, columns: usize) -> Vec<String> {
    let words = words.replace(UNBROKEN_SPACE, " ").replace('-', UNBROKEN_HYPHEN);
    let lines = wrap(&words, columns.saturating_sub(indent).max(2));
    lines.into_iter().map(|line| " ".repeat(indent) + &line.replace(UNBROKEN_HYPHEN, "-")).collect()
}
