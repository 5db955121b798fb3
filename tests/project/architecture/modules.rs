//! Reads source files into the module trees of the library and of the binary.

use super::references::Reader;
use super::source_files::Files;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;

/// The place of a module in [`Tree::modules`].
pub type ModuleIndex = usize;

/// A module, and all names that it brings into scope.
pub struct Module {
    /// The file in which it is written.
    pub file: String,
    /// The module around it; none at the root of a crate.
    pub parent: Option<ModuleIndex>,
    /// The modules declared in it.
    pub children: BTreeMap<String, ModuleIndex>,
    /// The names of all other items defined in it.
    pub items: BTreeSet<String>,
    pub imports: Vec<Import>,
}

/// A name that a `use` brings into scope.
pub struct Import {
    pub name: String,
    /// The path after `use`, without the `*`.
    pub path: Vec<String>,
    /// Whether others see it too, as with `pub use`.
    pub is_reexport: bool,
}

/// A path that the code of a module names.
pub struct Reference {
    /// The module in whose scope it is read.
    pub module: ModuleIndex,
    /// Its segments, without a `*`.
    pub path: Vec<String>,
    /// Its line in the file.
    pub line: usize,
    /// Whether a `use` names it, alone or with a `*`.
    pub kind: ReferenceKind,
    /// Whether it stands under `#[cfg(test)]`.
    pub is_test: bool,
}

/// How a path is named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    /// In code, as in `text::width(word)`.
    Inline,
    Import,
    /// In a `use` that ends in `*`.
    Glob,
}

/// The modules of both crates, and all paths named in them.
#[derive(Default)]
pub struct Tree {
    /// All modules, those around others first.
    pub modules: Vec<Module>,
    pub references: Vec<Reference>,
    /// The roots of the library and of the binary, where they are there.
    pub roots: BTreeMap<&'static str, ModuleIndex>,
    /// The modules that the list of slide kinds declares, where it is passed to the macro that does so.
    pub listed: Vec<String>,
    /// The files that no module declares.
    pub unreached: Vec<String>,
}

/// Where the files of the modules declared next are looked for.
#[derive(Clone)]
pub struct Location {
    /// The folder of the modules declared here, with a `/` at its end where it is not the root.
    pub folder: String,
    /// The folder of the file, from which `#[path]` counts.
    pub file_folder: String,
}

impl Tree {
    /// Reads the files below `src`.
    ///
    /// # Panics
    /// If a file is not Rust.
    pub fn read(files: &Files) -> Self {
        let mut tree = Self::default();
        let mut reached = BTreeSet::new();
        for root in ["lib.rs", "main.rs"] {
            if files.contains_key(root) {
                let folders = Location { folder: String::new(), file_folder: String::new() };
                let index = tree.read_file(files, root, folders, None, false, &mut reached);
                tree.roots.insert(root, index);
            }
        }
        tree.unreached = files.keys().filter(|file| !reached.contains(*file)).cloned().collect();
        tree
    }

    fn read_file(
        &mut self,
        files: &Files,
        file: &str,
        location: Location,
        parent: Option<ModuleIndex>,
        is_test: bool,
        reached: &mut BTreeSet<String>,
    ) -> ModuleIndex {
        reached.insert(file.to_owned());
        let parsed = syn::parse_file(&files[file]).unwrap_or_else(|error| panic!("src/{file}: {error}"));
        let index = self.add(file.to_owned(), parent);
        let mut reader = Reader::new(mem::take(self), index, location, is_test);
        reader.read(&parsed.items);
        let declared = reader.declared;
        *self = reader.tree;
        for declared in declared {
            let candidates = declared.files();
            let Some(file) = candidates.iter().find(|file| files.contains_key(*file)) else {
                panic!("src/{file}: no file for the module {}", declared.name)
            };
            let location = declared.location_of(file);
            let child = self.read_file(files, file, location, Some(declared.parent), declared.is_test, reached);
            self.modules[declared.parent].children.insert(declared.name, child);
        }
        index
    }

    /// Adds a module that is still empty.
    pub fn add(&mut self, file: String, parent: Option<ModuleIndex>) -> ModuleIndex {
        let (children, items, imports) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
        self.modules.push(Module { file, parent, children, items, imports });
        self.modules.len() - 1
    }

    /// Returns the root of the crate to which a module belongs.
    pub fn root_of(&self, module: ModuleIndex) -> ModuleIndex {
        self.modules[module].parent.map_or(module, |parent| self.root_of(parent))
    }
}

/// A module declared as `mod name;`, whose file is still to be read.
pub struct Declared {
    pub name: String,
    /// The module that declares it.
    pub parent: ModuleIndex,
    /// Where its file is looked for.
    pub location: Location,
    pub path: Option<String>,
    /// Whether it stands under `#[cfg(test)]`.
    pub is_test: bool,
}

impl Declared {
    fn files(&self) -> Vec<String> {
        let Location { folder, file_folder } = &self.location;
        match &self.path {
            Some(path) => vec![format!("{file_folder}{path}")],
            None => vec![format!("{folder}{}.rs", self.name), format!("{folder}{}/mod.rs", self.name)],
        }
    }

    fn location_of(&self, file: &str) -> Location {
        let file_folder = file.rfind('/').map_or("", |end| file.get(..=end).unwrap_or_default()).to_owned();
        let folder = match &self.path {
            Some(_) => file_folder.clone(),
            None => format!("{}{}/", self.location.folder, self.name),
        };
        Location { folder, file_folder }
    }
}
