//! The sentence at the head of a document: how many indicators stand in it, how well each can be compared, and how many
//! are left out because only one city reports them.

use super::content::ExportContent;
use super::text_style::TextStyle;
use crate::domain::{Comparison, OutcomeCounts};
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
    let parts = [Some(what_is_held(comparisons, lang)), left_out].into_iter().flatten();
    Some(match lang {
        Lang::Zh => format!("{}。", parts.format("；")),
        Lang::En => format!("{}.", parts.format("; ")),
    })
}

/// Counts the comparisons that have ranks, those whose figures stand side by side without, and those that are refused.
fn what_is_held(comparisons: &[Comparison], lang: Lang) -> String {
    let (all, OutcomeCounts { ranked, not_ranked, refused }) = (comparisons.len(), OutcomeCounts::of(comparisons));
    match (all, lang) {
        (0, _) => NOTHING.get(lang).to_owned(),
        (_, Lang::Zh) => {
            format!("共列 {all} 项指标：排位次 {ranked} 项，不排位次 {not_ranked} 项，不予比较 {refused} 项")
        }
        (1, Lang::En) => {
            let whether = match (ranked, not_ranked) {
                (0, 0) => "not compared",
                (0, _) => "not ranked",
                _ => "ranked",
            };
            format!("The one indicator here is {whether}")
        }
        (_, Lang::En) => {
            format!(
                "Of the {all} indicators here, {ranked} are ranked, {not_ranked} are not, and {refused} are not compared"
            )
        }
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
