//! Dependencies point one way: `text` ← `domain` ← {`data`, `export`, `app` ← `present`} ← `view`; `text` ← `terminal`; all ← `run`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may name of the others.
const ALLOWED: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("domain", &["text"]),
    ("data", &["text", "domain"]),
    ("export", &["text", "domain"]),
    ("app", &["text", "domain"]),
    ("present", &["text", "domain", "app"]),
    ("view", &["text", "domain", "app", "present"]),
    ("terminal", &["text"]),
    ("user_deck", &["text", "domain", "deck", "data"]),
    ("cli", &["text", "domain", "wording", "deck", "search", "data", "export", "user_deck", "app", "present", "view"]),
];

/// The only places that may name ratatui, besides `view` and `terminal`.
const RATATUI_IN_APP: &[&str] = &["app/layout.rs", "app/keys.rs", "app/keys/chord.rs", "app/keys/press.rs"];

/// The parts of `domain` and `text` that touch the world outside: none.
const IMPURE: &[&str] = &["std::fs", "std::io", "std::env", "std::net", "std::process", "std::time"];

#[test]
fn dependencies_point_one_way() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let module = module_of(&path);
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == module) else { continue };
        for named in modules_named(&text) {
            if named != module && !allowed.contains(&named.as_str()) {
                faults.push(format!("{}: {module} must not name {named}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_stands_in_the_table() {
    let modules: BTreeSet<String> = sources().iter().map(|(path, _)| module_of(path)).collect();
    let known: BTreeSet<String> = ALLOWED.iter().map(|(name, _)| (*name).to_owned()).collect();
    let outside: BTreeSet<String> = ["lib", "main", "run"].map(str::to_owned).into();
    let unknown: Vec<_> = modules.iter().filter(|name| !known.contains(*name) && !outside.contains(*name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn ratatui_stays_in_its_places() {
    for (path, text) in sources() {
        let place = path.to_string_lossy().replace('\\', "/");
        let free = ["view", "terminal", "main", "run", "lib"].contains(&module_of(&path).as_str());
        if !free && !RATATUI_IN_APP.iter().any(|allowed| place.ends_with(allowed)) {
            assert!(!code(&text).contains("ratatui"), "{place} names ratatui");
        }
    }
}

#[test]
fn the_domain_is_pure() {
    for (path, text) in sources() {
        if ["text", "domain"].contains(&module_of(&path).as_str()) {
            for impure in IMPURE {
                assert!(!code(&text).contains(impure), "{} names {impure}", path.display());
            }
        }
    }
}

#[test]
fn a_planted_dependency_is_found() {
    let planted = "use crate::{view, text::Lang};\nfn f() { crate::terminal::run() }\n// crate::data in a comment\n";
    assert_eq!(modules_named(planted), ["terminal", "text", "view"].map(str::to_owned).into());
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    collect(&root, &mut found);
    assert!(found.len() > 20, "the sources are where they are looked for");
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}

/// The top module that a file belongs to: the folder under `src`, or the file's own name.
fn module_of(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let first = path.strip_prefix(root).unwrap().components().next().unwrap();
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The text without comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The top modules of the crate that a file names.
fn modules_named(text: &str) -> BTreeSet<String> {
    let code = code(text);
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        // `some_crate::` is another crate.
        if code[..at].chars().next_back().is_some_and(|before| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let word = |text: &str| text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
        if let Some(group) = rest.strip_prefix('{') {
            named.extend(top_names(group).iter().map(|name| word(name)).filter(|name| !name.is_empty()));
        } else {
            named.insert(word(rest));
        }
    }
    named.retain(|name| !name.is_empty());
    named
}

/// The names at the top level of a group in braces.
fn top_names(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut name) = (0, Vec::new(), String::new());
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut name)),
            _ if depth == 0 => name.push(character),
            _ => {}
        }
    }
    names.push(name);
    names.iter().map(|name| name.trim().to_owned()).collect()
}
