//! Reads the modules that the list of slide kinds declares, which stand in no `mod` item.

use proc_macro2::{TokenStream, TokenTree};
use syn::ItemMacro;

/// The macro that has the list, and passes it to another.
const LIST: &str = "for_each_slide_kind";
/// The macro that declares a module for each line of the list.
const GENERATOR: &str = "drawing_modules";

/// Returns the modules of the list, if this item defines it. A line has a variant, a file and a type.
pub fn listed_modules(item: &ItemMacro) -> Option<Vec<String>> {
    let is_list = item.ident.as_ref().is_some_and(|name| name == LIST);
    is_list.then(|| {
        let mut modules = Vec::new();
        collect(item.mac.tokens.clone(), &mut modules);
        assert!(!modules.is_empty(), "{LIST} has no line that can be read");
        modules
    })
}

/// Whether an item declares the modules of the list.
pub fn declares_modules(item: &ItemMacro) -> bool {
    item.ident.is_none() && item.mac.path.is_ident(LIST) && item.mac.tokens.to_string() == GENERATOR
}

fn collect(tokens: TokenStream, modules: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for line in tokens.split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')) {
        if let [TokenTree::Ident(_), TokenTree::Ident(file), TokenTree::Ident(_)] = line {
            modules.push(file.to_string());
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            collect(group.stream(), modules);
        }
    }
}
