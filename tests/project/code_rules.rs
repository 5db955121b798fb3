//! Holds the size of files and functions, one meaning for each name of a type, and comments that say something.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::source_files;
mod measures;
mod planted;

use measures::{Function, comments, functions, types, undocumented};
use source_files::{Files, all_files, rust_files};
use std::collections::BTreeMap;

/// The most lines of a file.
const FILE_LINES: usize = 400;

/// The most lines of a function, from its `fn` to its closing brace.
const FUNCTION_LINES: usize = 60;

/// The most lines that nine of ten functions have.
const MOST_FUNCTION_LINES: usize = 25;

/// The fewest words of a comment for the documentation.
const COMMENT_WORDS: usize = 4;

#[test]
fn files_are_short() {
    hold(&long_files(&both()));
}

#[test]
fn functions_are_short() {
    hold(&long_functions(&source()));
}

#[test]
fn no_name_of_a_type_has_two_meanings() {
    hold(&names_of_two_types(&source()));
}

#[test]
fn comments_say_something() {
    hold(&stubs(&both()));
}

#[test]
fn public_functions_and_types_say_what_they_are() {
    hold(&without_comment(&source()));
}

#[test]
fn no_file_holds_a_path_of_somebodys_home() {
    let mut files = under("src", all_files("src"));
    files.extend(under("tests", all_files("tests")));
    hold(&home_paths(&files, env!("CARGO_MANIFEST_DIR")));
}

fn hold(offenders: &[String]) {
    assert!(offenders.is_empty(), "{} offenders:\n{}\n", offenders.len(), offenders.join("\n"));
}

fn under(folder: &str, files: Files) -> Files {
    files.into_iter().map(|(path, text)| (format!("{folder}/{path}"), text)).collect()
}

fn source() -> Files {
    under("src", rust_files("src"))
}

fn both() -> Files {
    let mut files = source();
    files.extend(under("tests", rust_files("tests")));
    files
}

fn long_files(files: &Files) -> Vec<String> {
    let lines = files.iter().map(|(path, text)| (path, text.lines().count()));
    let long = lines.filter(|(_, lines)| *lines > FILE_LINES);
    long.map(|(path, lines)| format!("{path}: {lines} lines, and {FILE_LINES} is the most")).collect()
}

/// Returns the functions that are too long; and if none is, but too many are long, the longer tenth of them.
fn long_functions(files: &Files) -> Vec<String> {
    let mut all: Vec<(&String, Function)> = files
        .iter()
        .flat_map(|(path, text)| functions(text).into_iter().map(move |function| (path, function)))
        .collect();
    all.sort_by_key(|(_, function)| function.lines);
    let place = all.len() * 9 / 10;
    let ninth = all.get(place).map_or(0, |(_, function)| function.lines);
    let told = |(path, function): &(&String, Function), most: usize| {
        let Function { name, line, lines } = function;
        format!("{path}:{line}: {name} has {lines} lines, and {most} is the most")
    };
    let too_long = |(_, function): &&(&String, Function)| function.lines > FUNCTION_LINES;
    let mut found: Vec<String> = all.iter().filter(too_long).map(|long| told(long, FUNCTION_LINES)).collect();
    if ninth > MOST_FUNCTION_LINES {
        found.extend(all.iter().skip(place).map(|long| told(long, MOST_FUNCTION_LINES) + " of nine in ten"));
    }
    found.sort();
    found
}

fn names_of_two_types(files: &Files) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in files {
        for (name, line) in types(text) {
            places.entry(name).or_default().push(format!("{path}:{line}"));
        }
    }
    let twice = places.iter().filter(|(_, places)| places.len() > 1);
    twice.map(|(name, places)| format!("{name}: {}", places.join(", "))).collect()
}

fn stubs(files: &Files) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let mut found = Vec::new();
    for (path, text) in files {
        for (line, comment) in comments(text) {
            if words(&comment) < COMMENT_WORDS {
                found.push(format!("{path}:{line}: “{}”", comment.trim()));
            }
        }
    }
    found
}

/// Returns the public functions and types without a comment. The fields of a record may go without: a comment that
/// repeats a name helps nobody.
fn without_comment(files: &Files) -> Vec<String> {
    let of = |(path, text): (&String, &String)| {
        let bare = undocumented(text).into_iter();
        bare.map(|(name, line)| format!("{path}:{line}: {name}")).collect::<Vec<_>>()
    };
    files.iter().flat_map(of).collect()
}

/// Returns the lines that name the folder of a user, or the folder in which this repository lies.
fn home_paths(files: &Files, repository: &str) -> Vec<String> {
    // Put together here, so that this file does not name them either.
    let folders = ["home", "Users", "root"].map(|folder| format!("/{folder}/"));
    let mut found = Vec::new();
    for (path, text) in files {
        for (number, line) in text.lines().enumerate() {
            let named = folders.iter().map(String::as_str).chain([repository]).find(|folder| line.contains(folder));
            found.extend(named.map(|folder| format!("{path}:{}: names {folder}", number + 1)));
        }
    }
    found
}
