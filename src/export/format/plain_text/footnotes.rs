//! What stands below the rows of a comparison: where the figures come from, and which of them may be compared.

use crate::domain::{Comparison, Dataset};
use crate::export::comparison_notes::{is_of_two, is_said_by_verdict};
use crate::export::comparison_text::{OTHERS, also_held, count, refusal, source};
use crate::export::text_style::TextStyle;
use crate::export::verdict_groups::{area_remarks, verdict_groups};
use crate::text::{Phrase, width};
use crate::wording::{head_count, period, with_unit};

const GAP: &str = "  ";
const SOURCES: Phrase = Phrase { zh: "出处", en: "Sources" };
const VERDICTS: Phrase = Phrase { zh: "可比与否", en: "Comparable or not" };
const DIVIDED_BY: Phrase = Phrase { zh: "折算基数", en: "Divided by" };

/// Writes all that stands below the rows.
pub(super) fn footnotes(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = sources(dataset, comparison, style);
    out.push_str(&others(dataset, comparison, style));
    out.push_str(&denominators(dataset, comparison, style));
    out.push_str(&verdicts(dataset, comparison, style));
    if let Some(why) = refusal(comparison, style.lang).filter(|_| !is_said_by_verdict(comparison)) {
        out.push_str(&style.hanging("", &why));
    }
    if !is_of_two(comparison) {
        out.push_str(&count(comparison, style.lang));
        out.push('\n');
    }
    out
}

/// Returns the width of the widest area's name.
pub(super) fn name_width(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> usize {
    comparison.cells.iter().map(|cell| width(dataset.areas[cell.area].name.get(style.lang))).max().unwrap_or(0)
}

/// Writes the title of a part, on a line of its own.
pub(super) fn title(style: &TextStyle, phrase: Phrase) -> String {
    style.paint.strong(phrase.get(style.lang)) + "\n"
}

fn sources(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = String::new();
    let (periods_differ, room) = (comparison.periods_differ(dataset), name_width(dataset, comparison, style));
    for cell in &comparison.cells {
        let Some(figure) = cell.figure() else { continue };
        let label = style.label(dataset.areas[cell.area].name.get(style.lang), room);
        for key in &figure.observations {
            let observation = &dataset.observations[*key];
            let mut text = source(dataset, &observation.source, style);
            if periods_differ {
                text = format!("{}{}{text}", period(&observation.period, style.lang), style.semicolon());
            }
            out.push_str(&style.hanging(&label, &format!("{text} {}", observation.id)));
        }
    }
    if out.is_empty() { out } else { title(style, SOURCES) + &out }
}

/// Lists the figures that the areas hold beside those in the rows.
fn others(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = String::new();
    let room = name_width(dataset, comparison, style);
    for cell in &comparison.cells {
        let label = style.label(dataset.areas[cell.area].name.get(style.lang), room);
        for other in also_held(dataset, comparison, cell, style) {
            out.push_str(&style.hanging(&label, &other));
        }
    }
    if out.is_empty() { out } else { title(style, OTHERS) + &out }
}

fn denominators(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = String::new();
    for cell in &comparison.cells {
        let Some(denominator) = cell.figure().and_then(|figure| figure.denominator.as_ref()) else { continue };
        let name = dataset.areas[cell.area].name.get(style.lang);
        let label = style.label(name, name_width(dataset, comparison, style));
        let population = denominator.population.name().get(style.lang);
        let count = with_unit(population, &head_count(denominator, style.lang, style.notation));
        let (as_of, source) = (denominator.as_of, denominator.source.get(style.lang));
        let source = style.bracketed(&format!("{as_of}{}{source}", style.semicolon()));
        out.push_str(&style.hanging(&label, &format!("{count}{source}")));
    }
    if out.is_empty() { out } else { title(style, DIVIDED_BY) + &out }
}

fn verdicts(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = String::new();
    let groups = verdict_groups(dataset, comparison);
    let room = groups.iter().map(|group| width(group.verdict.name().get(style.lang))).max().unwrap_or(0);
    for group in groups {
        let verdict = style.label(group.verdict.name().get(style.lang), room);
        let label = style.paint.verdict(group.verdict, &verdict);
        let gap = if style.is_aloud() { style.colon() } else { GAP };
        let text = match (is_of_two(comparison), group.has_more) {
            // What lies in one figure is told below, and there is no other pair.
            (true, true) => String::new(),
            (true, false) => group.reasons_text(style),
            (false, _) => format!("{}{gap}{}", group.pairs_text(dataset, comparison, style), group.reasons_text(style)),
        };
        if text.is_empty() {
            let alone = style.paint.verdict(group.verdict, group.verdict.name().get(style.lang));
            out.extend(["  ", alone.as_str(), "\n"]);
        } else {
            out.push_str(&style.hanging_at(&label, room + 4, &text));
        }
    }
    for remark in area_remarks(dataset, comparison) {
        out.push_str(&style.hanging("  ", &remark.text(dataset, style)));
    }
    if out.is_empty() { out } else { title(style, VERDICTS) + &out }
}
