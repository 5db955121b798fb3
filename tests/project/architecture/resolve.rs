//! Resolves the paths that the code names to the files that define what is named.

use super::modules::{ModuleIndex, Reference, Tree};
use std::collections::BTreeSet;

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An item, or what belongs to one.
    Item(ModuleIndex),
    Module(ModuleIndex),
    /// Something of another crate, by its whole path.
    Foreign(Vec<String>),
}

/// What a path leads to, and by which re-exports.
#[derive(Clone, Debug)]
pub struct Resolved {
    pub target: Target,
    /// The modules whose re-exports lie on the way.
    pub through: Vec<ModuleIndex>,
}

/// The imports that were followed, so that a name that imports itself comes to an end.
type Followed = BTreeSet<(ModuleIndex, usize)>;

impl Tree {
    /// Returns all that a path can name: a module and a function may share a name.
    pub fn resolve(&self, reference: &Reference) -> Vec<Resolved> {
        self.in_scope(reference.module, &reference.path, &Followed::new())
    }

    fn in_scope(&self, module: ModuleIndex, path: &[String], followed: &Followed) -> Vec<Resolved> {
        let Some((first, rest)) = path.split_first() else { return Vec::new() };
        match first.as_str() {
            "" => vec![foreign(rest)],
            "Self" => Vec::new(),
            "crate" => self.inside(self.root_of(module), rest, followed),
            "self" => self.inside(module, rest, followed),
            "super" => self.above(module, rest, followed),
            name => {
                let found = self.named(module, name, rest, followed);
                match self.library_named(module, name) {
                    _ if !found.is_empty() => found,
                    Some(library) => self.inside(library, rest, followed),
                    None => vec![foreign(path)],
                }
            }
        }
    }

    /// The library, where the binary names it.
    fn library_named(&self, module: ModuleIndex, name: &str) -> Option<ModuleIndex> {
        let is_binary = self.roots.get("main.rs") == Some(&self.root_of(module));
        self.roots.get("lib.rs").copied().filter(|_| is_binary && name == "cppcc")
    }

    fn above(&self, module: ModuleIndex, rest: &[String], followed: &Followed) -> Vec<Resolved> {
        let Some(parent) = self.modules[module].parent else { return Vec::new() };
        match rest.split_first() {
            Some((next, rest)) if next == "super" => self.above(parent, rest, followed),
            _ => self.inside(parent, rest, followed),
        }
    }

    /// Follows the rest of a path that has come to a module.
    fn inside(&self, module: ModuleIndex, rest: &[String], followed: &Followed) -> Vec<Resolved> {
        let Some((name, after)) = rest.split_first() else {
            return vec![Resolved { target: Target::Module(module), through: Vec::new() }];
        };
        let found = self.named(module, name, after, followed);
        // What a macro makes has no definition to be seen.
        let unseen = Resolved { target: Target::Item(module), through: Vec::new() };
        if found.is_empty() && followed.is_empty() { vec![unseen] } else { found }
    }

    /// Everything of this name in a module, followed to the end of the path.
    fn named(&self, at: ModuleIndex, name: &str, rest: &[String], followed: &Followed) -> Vec<Resolved> {
        let module = &self.modules[at];
        let mut found = Vec::new();
        if let Some(child) = module.children.get(name) {
            found.extend(self.inside(*child, rest, followed));
        }
        if module.items.contains(name) && (rest.is_empty() || found.is_empty()) {
            found.push(Resolved { target: Target::Item(at), through: Vec::new() });
        }
        for (number, import) in module.imports.iter().enumerate() {
            let mut followed = followed.clone();
            if !(import.name == name || import.name == "*") || !followed.insert((at, number)) {
                continue;
            }
            let mut path = import.path.clone();
            if import.name == "*" {
                // What an enum or another crate holds can't be seen, so it takes no name from the others.
                if !self.leads_to_module(at, &path, &followed) {
                    continue;
                }
                path.push(name.to_owned());
            }
            path.extend_from_slice(rest);
            found.extend(self.in_scope(at, &path, &followed).into_iter().map(|mut resolved| {
                resolved.through.insert(0, at);
                resolved
            }));
        }
        found
    }
}

impl Tree {
    fn leads_to_module(&self, at: ModuleIndex, path: &[String], followed: &Followed) -> bool {
        let found = self.in_scope(at, path, followed);
        found.iter().any(|resolved| matches!(resolved.target, Target::Module(_)))
    }
}

fn foreign(path: &[String]) -> Resolved {
    Resolved { target: Target::Foreign(path.to_vec()), through: Vec::new() }
}
