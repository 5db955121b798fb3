//! Finds things by what a person types: ids, Chinese, English, pinyin or its initials.

mod form;
mod index;
mod letter;
mod loose;
mod names;
mod pairs;
mod pinyin;
mod query;
pub mod resolve;
mod score;
mod spelled;
mod spelling;

pub use form::SearchForm;
pub use index::{IndexEntry, SearchIndex, SearchTarget};
pub use pinyin::in_pinyin;
pub use score::{Found, Hit};
pub use spelled::{SpelledPart, spelled_part};
