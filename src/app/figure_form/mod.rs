//! The form in which a figure is added: its fields, what is suggested for them, and the step that it has come to.
//!
//! What is typed is an [`crate::entry::FigureDraft`], which is read anew after each key; writing is left to the program around
//! the dashboard.

mod field_words;
mod fields;
mod form;
mod next_number;
mod stage;
mod suggestions;

pub use fields::{FieldKind, FieldRow, FieldText};
pub use form::FigureForm;
pub use stage::{FormPurpose, FormStage};
pub use suggestions::{Suggestion, Suggestions};
