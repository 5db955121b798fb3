//! The findings of a check as JSON, for editors.

use crate::checked::{Diagnostic, Faults, Position, Severity};
use crate::export::ExportError;
use crate::text::{Lang, visible, visible_path};
use serde::Serialize;
use std::borrow::Cow;

/// All findings. `faults` counts all faults; those that are left out of `diagnostics` come behind the others.
#[derive(Serialize)]
struct FindingsJson<'a> {
    faults: usize,
    warnings: usize,
    /// How many faults were only counted, and stand in no list.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<usize>,
    diagnostics: Vec<FindingJson<'a>>,
}

/// One finding. Lines and columns count from 1, columns in characters; `end` is behind the last. Where a file can't be read there
/// is no place.
#[derive(Serialize)]
struct FindingJson<'a> {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    severity: &'static str,
    code: &'static str,
    message: Cow<'a, str>,
    found: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
}

impl<'a> FindingJson<'a> {
    fn new(found: &'a Diagnostic, lang: Lang) -> Self {
        let line = |place: Option<Position>| place.map(|place| place.line);
        let column = |place: Option<Position>| place.map(|place| place.column);
        Self {
            file: visible_path(&found.path),
            line: line(found.position),
            column: column(found.position),
            end_line: line(found.end),
            end_column: column(found.end),
            severity: match found.severity {
                Severity::Fault => "error",
                Severity::Warning => "warning",
            },
            code: found.code,
            message: visible(found.message.get(lang)),
            found: visible(&found.found),
            help: found.help.as_ref().map(|help| visible(help.get(lang))),
        }
    }
}

/// Returns the findings as one document, in one language.
pub(super) fn document(faults: Option<&Faults>, warnings: &[Diagnostic], lang: Lang) -> Result<String, ExportError> {
    let found = faults.map(Faults::diagnostics).unwrap_or_default();
    let findings = FindingsJson {
        faults: faults.map_or(0, Faults::count),
        warnings: warnings.len(),
        left_out: faults.map(|faults| faults.count() - found.len()).filter(|left_out| *left_out > 0),
        diagnostics: found.iter().chain(warnings).map(|one| FindingJson::new(one, lang)).collect(),
    };
    Ok(serde_json::to_string_pretty(&findings).map_err(ExportError::from)? + "\n")
}
