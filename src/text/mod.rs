//! Words, their two languages, and how much room they take on a terminal.
//!
//! Nothing here knows of committees or figures. Everything a person reads is a [`Phrase`] (fixed in the program) or a
//! [`Text`] (read from data). Both demand Chinese and English: a missing language does not compile, or is a fault in
//! the data.

mod ascii;
mod background;
mod charset;
mod color;
pub mod environment;
mod han;
mod inert;
mod lang;
mod link;
mod locale;
mod markdown;
mod nearest;
pub mod number;
mod styled;
mod traditional;
mod visible;
mod width;
mod word;
mod wrap;

pub use ascii::fold_fullwidth;
pub use background::{Background, BackgroundChoice};
pub use charset::{CharSet, ascii_fallback, is_ambiguous};
pub use color::{ColorChoice, ColorDepth};
pub use han::is_han;
pub use inert::{inert, without_apostrophe};
pub use lang::{Lang, Phrase, Text, quoted};
pub use link::Link;
pub(crate) use markdown::{markdown_cell, markdown_table, markdown_text};
pub use nearest::nearest;
pub use styled::{Span, flow, labelled};
pub use traditional::simplified;
pub use visible::{is_invisible, shows_nothing, visible, visible_line, visible_path};
pub use width::{fit, fit_name, pad_left, pad_right, plain_cells, plain_width, width};
pub use word::Word;
pub(crate) use word::words;
pub use wrap::wrap;
