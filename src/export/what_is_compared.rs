//! The sentence at the head of a document: how many indicators stand in it, how well each can be compared, and how many
//! are left out because only one city reports them.

use super::content::ExportContent;
use super::text_style::TextStyle;
use crate::domain::{Comparison, Verdict};
use crate::text::{Lang, Phrase};
use itertools::Itertools;

const NOTHING: Phrase =
    Phrase { zh: "没有至少两市公布的指标", en: "No indicator is reported by two areas or more" };

/// Says what is compared and what is left out; `None` where a single comparison was asked for, which says so itself.
pub(super) fn what_is_compared(content: &ExportContent, comparisons: &[Comparison], lang: Lang) -> Option<String> {
    let left_out = what_is_left_out(content, lang);
    if comparisons.len() == 1 && left_out.is_none() {
        return None;
    }
    let parts = [Some(what_is_held(content, comparisons, lang)), left_out].into_iter().flatten();
    Some(match lang {
        Lang::Zh => format!("{}。", parts.format("；")),
        Lang::En => format!("{}.", parts.format("; ")),
    })
}

/// Counts the comparisons by how well their figures can be compared at the best.
fn what_is_held(content: &ExportContent, comparisons: &[Comparison], lang: Lang) -> String {
    let verdicts = comparisons.iter().map(|comparison| comparison.best_verdict(content.dataset)).counts();
    let of = |verdict| verdicts.get(&verdict).copied().unwrap_or_default();
    let [ranked, caution, apart] = [Verdict::Comparable, Verdict::WithCaution, Verdict::NotComparable].map(of);
    match (comparisons.len(), lang) {
        (0, _) => NOTHING.get(lang).to_owned(),
        (all, Lang::Zh) => {
            format!("共列 {all} 项指标：可排位次 {ranked} 项，谨慎可比 {caution} 项，不可比 {apart} 项")
        }
        (1, Lang::En) => {
            let whether = match (ranked, caution) {
                (0, 0) => "cannot be compared",
                (0, _) => "can be compared with caution",
                _ => "can be ranked",
            };
            format!("The one indicator here {whether}")
        }
        (all, Lang::En) => format!(
            "Of the {all} indicators here, {ranked} can be ranked, {caution} can be compared with caution, and {apart} \
             cannot be compared"
        ),
    }
}

/// Counts the indicators that only one city reports, with their number by city; `None` where there is none.
fn what_is_left_out(content: &ExportContent, lang: Lang) -> Option<String> {
    let by_area = content.reported_by_one();
    let all: usize = by_area.iter().map(|(_, count)| count).sum();
    let unit = if lang == Lang::Zh { " 项" } else { "" };
    let name = |area| content.dataset.areas[area].name.get(lang);
    let mut by_area = by_area.into_iter().map(|(area, count)| format!("{} {count}{unit}", name(area)));
    let by_area = by_area.join(TextStyle::of_document(lang).comma());
    match (all, lang) {
        (0, _) => None,
        (_, Lang::Zh) => Some(format!("另有 {all} 项仅一市公布，未列入（{by_area}）")),
        (1, Lang::En) => Some(format!("1 more is left out, since only one city reports it ({by_area})")),
        (_, Lang::En) => Some(format!("{all} more are left out, since only one city reports them ({by_area})")),
    }
}
