//! The rules that arrows are held to. Each returns its offenders as sorted lines of `src/FILE:LINE: …`.

use super::arrows::{Arrow, Dependency};
use super::modules::Tree;
use std::collections::BTreeSet;

/// The modules that each top module may name; `*` for all of them.
pub type Table<'a> = &'a [(&'a str, &'a [&'a str])];

/// Returns the top module to which a file belongs: its folder below `src`, or its own name.
pub fn top(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or_default();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// Returns the arrows from a module to one that it may not name.
pub fn against_the_order(arrows: &BTreeSet<Arrow>, table: Table<'_>) -> Vec<String> {
    let may = |from: &str, to: &str| {
        let row = table.iter().find(|(module, _)| *module == from);
        row.is_some_and(|(_, named)| named.contains(&to) || named.contains(&"*"))
    };
    let mut found = BTreeSet::new();
    for arrow in arrows {
        let (Dependency::Definition(to) | Dependency::Passage(to)) = &arrow.to else { continue };
        let (module, other) = (top(&arrow.from), top(to));
        if module != other && !may(module, other) {
            found.insert((&arrow.from, arrow.line, format!("{module} must not name {other} ({})", arrow.name)));
        }
    }
    found.into_iter().map(|(file, line, fault)| format!("src/{file}:{line}: {fault}")).collect()
}

/// Returns the differences between the top modules that there are and those of the table.
pub fn outside_the_table(tree: &Tree, table: Table<'_>) -> Vec<String> {
    let there: BTreeSet<&str> = tree.modules.iter().map(|module| top(&module.file)).collect();
    let known: BTreeSet<&str> = table.iter().map(|(module, _)| *module).collect();
    let named: BTreeSet<&str> = table.iter().flat_map(|(_, named)| named.iter().copied()).collect();
    let unknown = there.difference(&known).map(|module| format!("{module} has no row in the table"));
    let gone = known.difference(&there).map(|module| format!("{module} has a row in the table and is no module"));
    let amiss = named.iter().filter(|module| **module != "*" && !known.contains(**module));
    let amiss = amiss.map(|module| format!("{module} is named in the table and has no row"));
    let unreached = tree.unreached.iter().map(|file| format!("src/{file} belongs to no module"));
    unknown.chain(gone).chain(amiss).chain(unreached).collect()
}

/// Returns the arrows into any of these crates from files outside these top modules that are not on the list.
pub fn foreign_outside(arrows: &BTreeSet<Arrow>, crates: &[&str], modules: &[&str], files: &[&str]) -> Vec<String> {
    let is_free = |file: &str| modules.contains(&top(file)) || files.iter().any(|entry| is_of(entry, file));
    let is_named = |path: &str| crates.iter().any(|name| path == *name || path.starts_with(&format!("{name}::")));
    // A re-export is the affair of the file that makes it.
    foreign(arrows, |arrow, path, is_reexported| !is_reexported && !is_free(&arrow.from) && is_named(path))
}

/// Whether a file is an entry of a list, or lies in a folder that is one; a folder ends with `/`.
fn is_of(entry: &str, file: &str) -> bool {
    entry == file || (entry.ends_with('/') && file.starts_with(entry))
}

/// Returns the entries of the list of whose files none names any of these crates any more.
pub fn idle_on_the_list(arrows: &BTreeSet<Arrow>, crates: &[&str], files: &[&str]) -> Vec<String> {
    let names = |file: &str| !foreign_outside(&of_file(arrows, file), crates, &[], &[]).is_empty();
    files.iter().filter(|file| !names(file)).map(|file| format!("src/{file} names none of {crates:?}")).collect()
}

fn of_file(arrows: &BTreeSet<Arrow>, entry: &str) -> BTreeSet<Arrow> {
    arrows.iter().filter(|arrow| is_of(entry, &arrow.from)).cloned().collect()
}

/// Returns the arrows from these top modules to any of these paths of other crates, or to a glob that holds one.
pub fn foreign_inside(arrows: &BTreeSet<Arrow>, modules: &[&str], paths: &[&str]) -> Vec<String> {
    let is_named = |path: &str| {
        paths.iter().any(|other| {
            let holds = path.strip_suffix("*").is_some_and(|glob| other.starts_with(glob));
            holds || path == *other || path.starts_with(&format!("{other}::"))
        })
    };
    foreign(arrows, |arrow, path, _| modules.contains(&top(&arrow.from)) && is_named(path))
}

fn foreign(arrows: &BTreeSet<Arrow>, is_fault: impl Fn(&Arrow, &str, bool) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for arrow in arrows {
        if let Dependency::Foreign { path, is_reexported } = &arrow.to
            && is_fault(arrow, path, *is_reexported)
        {
            let said = if *path == arrow.name { String::new() } else { format!(" as {}", arrow.name) };
            found.push(format!("src/{}:{}: {} must not name {path}{said}", arrow.from, arrow.line, top(&arrow.from)));
        }
    }
    found.dedup();
    found
}
