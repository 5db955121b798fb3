//! Reads what the rules measure from the syntax of a file.

use proc_macro2::{Ident, Span};
use syn::visit::{self, Visit};
use syn::{
    Attribute, Block, Expr, ExprLit, ImplItemFn, Item, ItemEnum, ItemFn, ItemStruct, ItemTrait, ItemType, Lit, Meta,
    Signature, Visibility,
};

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    /// The line of its `fn`.
    pub line: usize,
    /// How many lines it has, from there to its closing brace.
    pub lines: usize,
}

/// Returns all functions of a file, those within others too.
pub fn functions(text: &str) -> Vec<Function> {
    let mut found = Functions(Vec::new());
    found.visit_file(&parsed(text));
    found.0
}

/// Returns the names of all types that a file defines in its modules, with their lines. Those within a function and
/// the associated types of a trait do not count.
pub fn types(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    add_types(&parsed(text).items, &mut found);
    found
}

/// Returns all comments for the documentation, each whole, with the line on which it begins.
pub fn comments(text: &str) -> Vec<(usize, String)> {
    let mut lines = Comments(Vec::new());
    lines.visit_file(&parsed(text));
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for (first, last, text) in lines.0 {
        match found.last_mut() {
            Some((_, end, before)) if *end + 1 == first => {
                *end = last;
                before.push('\n');
                before.push_str(&text);
            }
            _ => found.push((first, last, text)),
        }
    }
    found.into_iter().map(|(first, _, text)| (first, text)).collect()
}

fn parsed(text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{error} at {:?} in:\n{text}", error.span().start()))
}

struct Functions(Vec<Function>);

impl Functions {
    fn add(&mut self, signature: &Signature, body: &Block) {
        let line = signature.fn_token.span.start().line;
        let lines = body.brace_token.span.close().end().line - line + 1;
        self.0.push(Function { name: signature.ident.to_string(), line, lines });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(body) = &function.default {
            self.add(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

fn add_types(items: &[Item], found: &mut Vec<(String, usize)>) {
    for item in items {
        let name = match item {
            Item::Struct(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Mod(module) => {
                add_types(module.content.as_ref().map_or(&[], |(_, items)| items), found);
                continue;
            }
            _ => continue,
        };
        found.push((name.to_string(), name.span().start().line));
    }
}

/// The lines of comments: first line, last line and text.
struct Comments(Vec<(usize, usize, String)>);

impl<'ast> Visit<'ast> for Comments {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &pair.value
        {
            let span: Span = attribute.pound_token.span;
            let lines = text.value().lines().count().max(1);
            let first = span.start().line;
            self.0.push((first, first + lines - 1, text.value()));
        }
    }
}

/// Returns the public functions and types without a comment for the documentation, with their lines.
pub fn undocumented(text: &str) -> Vec<(String, usize)> {
    let mut found = Undocumented(Vec::new());
    found.visit_file(&parsed(text));
    found.0
}

struct Undocumented(Vec<(String, usize)>);

impl Undocumented {
    fn add(&mut self, visibility: &Visibility, attributes: &[Attribute], name: &Ident) {
        let is_public = matches!(visibility, Visibility::Public(_));
        if is_public && !attributes.iter().any(|attribute| attribute.path().is_ident("doc")) {
            self.0.push((name.to_string(), name.span().start().line));
        }
    }
}

impl<'ast> Visit<'ast> for Undocumented {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.add(&item.vis, &item.attrs, &item.sig.ident);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.add(&item.vis, &item.attrs, &item.sig.ident);
    }

    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        self.add(&item.vis, &item.attrs, &item.ident);
    }

    fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
        self.add(&item.vis, &item.attrs, &item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast ItemTrait) {
        self.add(&item.vis, &item.attrs, &item.ident);
    }

    fn visit_item_type(&mut self, item: &'ast ItemType) {
        self.add(&item.vis, &item.attrs, &item.ident);
    }
}
