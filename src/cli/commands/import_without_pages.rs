//! What stands in for the import of pages in a program that was built without the feature `pages`: it says so.

use crate::cli::options::{Global, ImportOptions};
use crate::cli::stream::Failure;
use crate::deck::Library;
use crate::text::Phrase;

const NO_PAGES: Phrase = Phrase {
    zh: "这个程序编译时没有带上网页导入；表格（CSV）可以导入",
    en: "this program was built without the import of pages; it takes spreadsheets (CSV)",
};

/// Refuses to import a page.
pub(in crate::cli) fn run(_: &Library, _: &ImportOptions, _: &Global) -> Result<u8, Failure> {
    Err(Failure::Usage(NO_PAGES.into()))
}
