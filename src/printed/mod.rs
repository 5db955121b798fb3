//! What is printed: the numbers of a phrase or a sentence, and what each of them can say as a figure. Pure.
//!
//! - [`numeral`] finds the numbers of a text, with all that the words around them say.
//! - [`phrase_reading`] turns a number into what its observation must say: value, qualifier, span.
//! - [`candidates()`] are the figures that a sentence offers, each with the short phrase that proves it.
//!
//! The check of the data, the form of the dashboard and the import read with the same eyes, so that what one of them offers
//! is what another accepts.

pub mod candidates;
mod designed;
pub mod numeral;
mod period_hint;
mod phrase_choice;
pub mod phrase_reading;
mod slice;

pub use candidates::{CandidateValue, FigureCandidate, SetAside, candidates, is_too_long, set_aside};
pub use period_hint::{HintBasis, HintShape, PeriodHint};
pub use phrase_choice::{PhraseProof, longest};
