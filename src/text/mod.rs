//! Words, their two languages, and how much room they take on a terminal.
//!
//! Nothing here knows of committees or figures. Everything a person reads comes out of a [`Phrase`] (fixed in the
//! program) or a [`Text`] (read from data); both demand Chinese and English, so a missing language does not compile
//! or is a fault in the data.

pub mod environment;
mod fold;
mod lang;
mod locale;
pub mod number;
mod styled;
mod width;
mod wrap;

pub use fold::{fold_fullwidth, is_disputed, plain_ascii};
pub use lang::{Lang, Phrase, Text, quoted};
pub use styled::{Span, flow, labelled};
pub use width::{fit, pad_left, pad_right, width};
pub use wrap::wrap;
