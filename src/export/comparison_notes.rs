//! What must be said below the figures of a comparison, wherever they stand.

use super::comparison_text::{count, refusal};
use super::text_style::TextStyle;
use super::verdict_groups::{area_remarks, verdict_groups};
use crate::domain::{Comparison, Dataset, Refusal};
use crate::wording::head_count;
use itertools::Itertools;

/// Whether two figures of two areas are compared: there is but one pair to speak of, and none is missing.
pub(super) fn is_of_two(comparison: &Comparison) -> bool {
    comparison.cells.len() == 2 && comparison.reported() == 2
}

/// Whether the verdict between two figures says already why they are not compared.
pub(super) fn is_said_by_verdict(comparison: &Comparison) -> bool {
    is_of_two(comparison) && comparison.refused == Some(Refusal::NothingComparable)
}

/// Returns the lines below the table: verdicts, remarks on areas, denominators, why nothing is compared, and how many
/// areas report the indicator.
pub(super) fn notes(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> Vec<String> {
    let verdicts = verdict_groups(dataset, comparison).into_iter().map(|group| {
        let (verdict, colon) = (group.verdict.name().get(style.lang), style.colon());
        if is_of_two(comparison) {
            let reasons = Some(group.reasons_text(style)).filter(|_| !group.has_more);
            return format!("{verdict}{}", reasons.map(|reasons| format!("{colon}{reasons}")).unwrap_or_default());
        }
        let pairs = group.pairs_text(dataset, comparison, style);
        format!("{verdict}{}{colon}{}", style.bracketed(&pairs), group.reasons_text(style))
    });
    let remarks = area_remarks(dataset, comparison).into_iter().map(|remark| remark.text(dataset, style));
    let denominators = comparison.cells.iter().filter_map(|cell| {
        let denominator = cell.figure()?.denominator.as_ref()?;
        let name = dataset.areas[cell.area].name.get(style.lang);
        let population = denominator.population.name().get(style.lang);
        let (as_of, source) = (denominator.as_of, denominator.source.get(style.lang));
        let source = style.bracketed(&format!("{as_of}{}{source}", style.semicolon()));
        let count = head_count(denominator, style.lang, style.notation);
        Some(format!("{name}{}{population} {count}{source}", style.colon()))
    });
    let mut lines = verdicts.chain(remarks).chain(denominators).collect_vec();
    lines.extend(refusal(comparison, style.lang).filter(|_| !is_said_by_verdict(comparison)));
    lines.extend(Some(count(comparison, style.lang)).filter(|_| !is_of_two(comparison)));
    lines
}
