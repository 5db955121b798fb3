//! Finds things by what a person types: ids, Chinese, English, pinyin or its initials.

mod index;
mod letter;
pub mod pinyin;
pub mod resolve;
mod score;
mod spelling;

pub use index::{IndexEntry, SearchForm, SearchIndex, SearchTarget};
pub use score::{Hit, search};
