//! What is wrong or missing in the fields of a draft, as it is found.

use super::draft::{FieldFault, FieldFaultKind, FigureField};
use crate::text::Text;

/// Gathers faults field by field.
#[derive(Debug, Default)]
pub(super) struct FieldFaults(Vec<FieldFault>);

impl FieldFaults {
    /// Notes that a field is to be filled in.
    pub fn missing(&mut self, field: FigureField, zh: impl Into<String>, en: impl Into<String>) {
        self.0.push(FieldFault { field, words: Text::new(zh, en), kind: FieldFaultKind::Missing });
    }

    /// Notes that what stands in a field is wrong.
    pub fn wrong(&mut self, field: FigureField, words: Text) {
        self.0.push(FieldFault { field, words, kind: FieldFaultKind::Wrong });
    }

    /// Returns all of them, in the order in which they were noted.
    pub fn all(self) -> Vec<FieldFault> {
        self.0
    }
}
