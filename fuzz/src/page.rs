//! The page importer: a page as it was saved, in any encoding, with any damage.

use super::shipped::library;
use cppcc::page::{CleanedPage, clean};
use cppcc::page_import::{ImportRequest, candidates_toml, plan};
use cppcc::text::Lang;
use std::path::Path;

/// Cleans the page, and plans the files that it becomes.
pub fn run(bytes: &[u8]) {
    let Ok(page) = clean(bytes) else { return };
    let text = page.text();
    assert!(text.chars().all(|sign| sign == '\n' || !sign.is_control()), "control characters stay in {text:?}");
    // Whoever reads the original again reads the same.
    if let Ok(again) = clean(text.as_bytes()) {
        assert_eq!(again.text().is_empty(), text.is_empty(), "what is left of {text:?}");
    }
    for lang in [Lang::Zh, Lang::En] {
        files_are_toml(&page, lang);
    }
}

fn files_are_toml(page: &CleanedPage, lang: Lang) {
    let library = library();
    let dataset = &library.dataset;
    let area = dataset.areas.keys().next();
    let folder = Path::new("pack");
    let request = ImportRequest { folder, file_name: Some("page \"1\".html"), area, id: None, article: None, lang };
    if let Ok(plan) = plan(dataset, page, request) {
        for file in plan.files.iter().filter(|file| file.path.extension().is_some_and(|ending| ending == "toml")) {
            is_toml(&file.text);
        }
    }
    is_toml(&candidates_toml(page, "qingdao-2025", "qingdao", lang));
}

fn is_toml(text: &str) {
    if let Err(error) = text.parse::<toml::Table>() {
        panic!("no TOML: {error}\n{text}");
    }
}
