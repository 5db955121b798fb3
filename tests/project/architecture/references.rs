//! Collects from the syntax of a file its modules, its items and every path that it names.

use super::generated::{declares_modules, listed_modules};
use super::modules::{Declared, Import, Location, ModuleIndex, Reference, ReferenceKind, Tree};
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, Item, ItemUse, Lit, Meta, UseTree, Visibility};

/// Walks through the items of one file.
pub struct Reader {
    /// The tree that grows.
    pub tree: Tree,
    /// The modules whose files are still to be read.
    pub declared: Vec<Declared>,
    module: ModuleIndex,
    location: Location,
    is_test: bool,
}

impl Reader {
    /// Starts with an empty module of a tree.
    pub fn new(tree: Tree, module: ModuleIndex, location: Location, is_test: bool) -> Self {
        Self { tree, declared: Vec::new(), module, location, is_test }
    }

    /// Reads the items of the module.
    pub fn read(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Macro(defined) = item
                && let Some(listed) = listed_modules(defined)
            {
                self.tree.listed = listed;
            }
            if let Some(name) = name_of(item) {
                self.tree.modules[self.module].items.insert(name);
            }
        }
        for item in items {
            self.visit_item(item);
        }
    }

    /// Declares the modules of the list of slide kinds. The list belongs to a module that comes before.
    fn declare_listed(&mut self) {
        for name in self.tree.listed.clone() {
            let (parent, location, is_test) = (self.module, self.location.clone(), self.is_test);
            self.declared.push(Declared { name, parent, location, path: None, is_test });
        }
    }

    fn read_module(&mut self, item: &syn::ItemMod) {
        let name = item.ident.to_string();
        let Some((_, items)) = &item.content else {
            let path = item.attrs.iter().find_map(path_attribute);
            let (parent, location, is_test) = (self.module, self.location.clone(), self.is_test);
            self.declared.push(Declared { name, parent, location, path, is_test });
            return;
        };
        let file = self.tree.modules[self.module].file.clone();
        let inner = self.tree.add(file, Some(self.module));
        self.tree.modules[self.module].children.insert(name.clone(), inner);
        let folder = format!("{}{name}/", self.location.folder);
        let outer = (self.module, std::mem::replace(&mut self.location.folder, folder));
        self.module = inner;
        self.read(items);
        (self.module, self.location.folder) = outer;
    }

    fn add_import(&mut self, tree: &UseTree, before: &[String], is_reexport: bool) {
        let with = |name: &syn::Ident| {
            let mut path = before.to_vec();
            if name != "self" || before.is_empty() {
                path.push(name.to_string());
            }
            path
        };
        let (path, name, kind, span) = match tree {
            UseTree::Path(path) => return self.add_import(&path.tree, &with(&path.ident), is_reexport),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.add_import(tree, before, is_reexport));
            }
            UseTree::Name(name) => {
                let path = with(&name.ident);
                let last = path.last().cloned().unwrap_or_default();
                (path, last, ReferenceKind::Import, name.ident.span())
            }
            UseTree::Rename(rename) => {
                (with(&rename.ident), rename.rename.to_string(), ReferenceKind::Import, rename.ident.span())
            }
            UseTree::Glob(star) => (before.to_vec(), "*".to_owned(), ReferenceKind::Glob, star.star_token.span),
        };
        self.add_reference(path.clone(), span.start().line, kind);
        self.tree.modules[self.module].imports.push(Import { name, path, is_reexport });
    }

    fn add_reference(&mut self, path: Vec<String>, line: usize, kind: ReferenceKind) {
        self.tree.references.push(Reference { module: self.module, path, line, kind, is_test: self.is_test });
    }

    /// Adds the paths among tokens that are not parsed: those of macros and of attributes.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => self.add_tokens(group.stream()),
                TokenTree::Ident(first) => {
                    let mut path = vec![first.to_string()];
                    while let Some(TokenTree::Ident(next)) =
                        tokens.get(at + 3).filter(|_| is_separator(tokens.get(at + 1..at + 3)))
                    {
                        path.push(next.to_string());
                        at += 3;
                    }
                    if path.len() > 1 {
                        self.add_reference(path, first.span().start().line, ReferenceKind::Inline);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let outer = self.is_test;
        self.is_test |= attributes_of(item).iter().any(is_cfg_test);
        match item {
            Item::Mod(module) => self.read_module(module),
            Item::Macro(invoked) if declares_modules(invoked) => self.declare_listed(),
            item => visit::visit_item(self, item),
        }
        self.is_test = outer;
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let before = if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
        let is_reexport = !matches!(item.vis, Visibility::Inherited);
        self.add_import(&item.tree, &before, is_reexport);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        let path = vec![String::new(), item.ident.to_string()];
        let name = item.rename.as_ref().map_or_else(|| item.ident.to_string(), |(_, name)| name.to_string());
        self.add_reference(path.clone(), item.ident.span().start().line, ReferenceKind::Import);
        self.tree.modules[self.module].imports.push(Import { name, path, is_reexport: false });
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if path.leading_colon.is_some() {
            segments.insert(0, String::new());
        }
        if segments.len() > 1 {
            let line = path.segments[0].ident.span().start().line;
            self.add_reference(segments, line, ReferenceKind::Inline);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invoked: &'ast syn::Macro) {
        self.visit_path(&invoked.path);
        self.add_tokens(invoked.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.add_tokens(list.tokens.clone());
        }
    }

    /// Skips `pub(super)` and the like, which name no dependency.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

fn is_separator(tokens: Option<&[TokenTree]>) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    tokens.is_some_and(|tokens| tokens.iter().all(is_colon))
}

fn is_cfg_test(attribute: &Attribute) -> bool {
    matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("cfg") && list.tokens.to_string() == "test")
}

fn path_attribute(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(path), .. }) => Some(path.value()),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the name that an item defines, where it is no module and no import.
fn name_of(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Macro(item) => item.ident.as_ref()?.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        Item::Union(item) => item.ident.to_string(),
        _ => return None,
    })
}

fn attributes_of(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
