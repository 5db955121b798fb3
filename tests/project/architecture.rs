//! Holds the order of the modules, the absence of circles between files, and what may touch the terminal and the world.
//!
//! Paths are resolved as the compiler does it: `crate::`, `super::`, `self::`, the binary's `cppcc::`, lists, renamed
//! imports, re-exports and paths inside the code. What is re-exported counts as an import of the file that defines it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::source_files;
mod arrows;
mod circles;
mod generated;
mod modules;
mod planted;
mod references;
mod resolve;
mod rules;

use arrows::{Arrow, arrows};
use modules::Tree;
use rules::Table;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The top modules, and which others each of them may name.
const ORDER: Table<'_> = &[
    ("sorting", &[]),
    ("text", &[]),
    ("domain", &["sorting", "text"]),
    ("wording", &["text", "domain"]),
    ("chart", &["text", "domain"]),
    ("search", &["sorting", "text", "domain", "wording", "deck"]),
    ("checked", &["sorting", "text"]),
    ("deck", &["text", "domain"]),
    ("printed", &["sorting", "text", "domain"]),
    ("data", &["sorting", "text", "domain", "wording", "search", "checked", "deck", "printed"]),
    ("entry", &["sorting", "text", "domain", "wording", "search", "printed"]),
    ("user_deck", &["sorting", "text", "domain", "wording", "checked", "data", "deck"]),
    ("user_pack", &["text", "domain", "checked", "entry", "data", "user_deck"]),
    ("spreadsheet", &["sorting", "text", "domain", "wording", "checked", "deck", "printed", "entry", "user_deck"]),
    ("export", &["sorting", "text", "domain", "wording", "chart", "search", "deck"]),
    ("app", &["sorting", "text", "domain", "wording", "chart", "search", "deck", "printed", "entry"]),
    ("present", &["text", "domain", "wording", "deck", "app"]),
    ("audience", &["sorting", "text", "domain", "checked", "data", "deck", "app", "present"]),
    ("view", &["sorting", "text", "domain", "wording", "chart", "search", "deck", "entry", "app", "present"]),
    ("page", &["text"]),
    ("page_import", &["sorting", "text", "domain", "data", "page", "printed"]),
    ("terminal", &["text"]),
    (
        "cli",
        &[
            "sorting",
            "text",
            "domain",
            "wording",
            "chart",
            "search",
            "checked",
            "deck",
            "data",
            "user_deck",
            "page",
            "page_import",
            "user_pack",
            "spreadsheet",
            "entry",
            "printed",
            "export",
            "app",
            "present",
            "audience",
            "view",
        ],
    ),
    // The roots of the library and of the binary, and the binary's own module.
    ("lib", &[]),
    ("run", &["*"]),
    ("main", &["*"]),
];

/// The crates that draw on a terminal and read its keys.
const TERMINAL_CRATES: &[&str] = &["ratatui", "crossterm"];

/// The top modules that may name them.
const FREE_MODULES: &[&str] = &["view", "terminal", "run", "main"];

/// The only files and folders elsewhere that may: those of `app` that take a key or a rectangle apart, and the file that
/// asks how wide the terminal is.
const FREE_FILES: &[&str] = &["app/keymap/", "app/layout/", "app/presentation/keymap.rs", "cli/global.rs"];

/// The modules that touch nothing outside of the program.
const PURE: &[&str] = &["text", "domain", "wording", "chart", "search", "checked", "deck", "printed", "entry"];

/// What those must not name.
const IMPURE: &[&str] = &["std::fs", "std::io", "std::env", "std::net", "std::process", "std::time"];

/// The whole of `src`, read once.
static SOURCES: LazyLock<(Tree, BTreeSet<Arrow>)> = LazyLock::new(|| {
    let tree = Tree::read(&source_files::rust_files("src"));
    let arrows = arrows(&tree);
    assert!(arrows.len() > 1000, "only {} arrows were found", arrows.len());
    (tree, arrows)
});

fn hold(offenders: &[String]) {
    assert!(offenders.is_empty(), "\n{}\n", offenders.join("\n"));
}

#[test]
fn dependencies_point_one_way() {
    hold(&rules::against_the_order(&SOURCES.1, ORDER));
}

#[test]
fn every_module_stands_in_the_table() {
    hold(&rules::outside_the_table(&SOURCES.0, ORDER));
}

#[test]
fn no_files_depend_on_each_other_in_a_circle() {
    hold(&circles::circles(&SOURCES.1));
}

#[test]
fn only_a_few_files_know_the_terminal_crates() {
    let (_, arrows) = &*SOURCES;
    hold(&rules::foreign_outside(arrows, TERMINAL_CRATES, FREE_MODULES, FREE_FILES));
    hold(&rules::idle_on_the_list(arrows, TERMINAL_CRATES, FREE_FILES));
}

#[test]
fn the_inner_modules_touch_nothing_outside() {
    hold(&rules::foreign_inside(&SOURCES.1, PURE, IMPURE));
}
