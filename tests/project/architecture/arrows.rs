//! Turns resolved paths into arrows: from the line of a file to what it depends on.

use super::modules::{ModuleIndex, Reference, ReferenceKind, Tree};
use super::resolve::Target;
use std::collections::BTreeSet;

/// A line that depends on something outside its file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// The file that depends.
    pub from: String,
    pub line: usize,
    /// The path as the code says it.
    pub name: String,
    /// What it depends on.
    pub to: Dependency,
    /// Whether it stands under `#[cfg(test)]`.
    pub is_test: bool,
}

/// What a line depends on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dependency {
    /// The file that defines what is named.
    Definition(String),
    /// A file that is only named, as a module or on the way to a definition.
    Passage(String),
    /// A path into another crate.
    Foreign {
        path: String,
        /// Whether it comes by a re-export of another file.
        is_reexported: bool,
    },
}

/// Returns all arrows of a tree, sorted.
pub fn arrows(tree: &Tree) -> BTreeSet<Arrow> {
    let mut arrows = BTreeSet::new();
    for reference in &tree.references {
        let from = &tree.modules[reference.module].file;
        for to in dependencies(tree, reference) {
            let is_own = matches!(&to, Dependency::Definition(file) | Dependency::Passage(file) if file == from);
            if !is_own {
                let star = if reference.kind == ReferenceKind::Glob { "::*" } else { "" };
                let name = reference.path.join("::") + star;
                arrows.insert(Arrow { from: from.clone(), line: reference.line, name, to, is_test: reference.is_test });
            }
        }
    }
    arrows
}

fn dependencies(tree: &Tree, reference: &Reference) -> Vec<Dependency> {
    let file = |module: ModuleIndex| tree.modules[module].file.clone();
    let mut found = Vec::new();
    for resolved in tree.resolve(reference) {
        found.extend(resolved.through.iter().map(|module| Dependency::Passage(file(*module))));
        match resolved.target {
            Target::Item(module) => found.push(Dependency::Definition(file(module))),
            Target::Module(module) if reference.kind == ReferenceKind::Glob => {
                found.push(Dependency::Definition(file(module)));
                found.extend(reexported(tree, module));
            }
            Target::Module(module) => found.push(Dependency::Passage(file(module))),
            Target::Foreign(path) => {
                // A name of another crate is defined, for this one, where it is re-exported.
                let last = resolved.through.last().filter(|module| **module != reference.module);
                let is_reexported = last.is_some();
                found.extend(last.map(|module| Dependency::Definition(file(*module))));
                let star = if reference.kind == ReferenceKind::Glob { "::*" } else { "" };
                found.push(Dependency::Foreign { path: path.join("::") + star, is_reexported });
            }
        }
    }
    found
}

/// Returns the definitions that a module hands on, all of which a glob imports.
fn reexported(tree: &Tree, module: ModuleIndex) -> Vec<Dependency> {
    let imports = tree.modules[module].imports.iter().filter(|import| import.is_reexport);
    let references = imports.map(|import| Reference {
        module,
        path: import.path.clone(),
        line: 0,
        kind: ReferenceKind::Import,
        is_test: false,
    });
    let mut found: Vec<Dependency> = references.flat_map(|reference| dependencies(tree, &reference)).collect();
    for dependency in &mut found {
        if let Dependency::Foreign { is_reexported, .. } = dependency {
            *is_reexported = true;
        }
    }
    found
}
