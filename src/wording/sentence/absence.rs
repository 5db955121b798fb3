//! Sentences about figures that are not there.

use super::pattern::committee;
use super::source::unbracketed;
use crate::domain::absence::AbsenceKind;
use crate::domain::article::Grade;
use crate::domain::{Area, Dataset, Indicator, Key, Missing};
use crate::text::Lang;
use crate::wording::prose::capitalized;
use itertools::Itertools;

/// Returns how many articles of an area were seen as an excerpt, a repost or a digest: the rest may say more.
#[must_use]
pub fn articles_read_in_part(dataset: &Dataset, area: Key<Area>) -> usize {
    dataset.articles.iter().filter(|(_, article)| article.area == area && article.grade != Grade::Full).count()
}

/// Tells why an area has no figure, and that this is no zero.
pub(super) fn sentence(
    dataset: &Dataset,
    area: Key<Area>,
    indicator: Key<Indicator>,
    missing: &Missing,
    lang: Lang,
) -> String {
    let who = committee(&dataset.areas[area], lang);
    let name = dataset.indicators[indicator].name.get(lang);
    let in_part = articles_read_in_part(dataset, area);
    if *missing == Missing::NotReported && in_part > 0 {
        return match lang {
            Lang::Zh => format!(
                "已录的报道中没有{who}的“{name}”；其中 {in_part} 篇未读全文，未读之处可能写有；报道没有写，也不等于没有做。"
            ),
            Lang::En => format!(
                "Nothing on “{name}” by {who} is in what was read; {} in full, and the rest may tell of it. Nor does silence mean \
                 that nothing was done.",
                if in_part == 1 {
                    "one article was not read".to_owned()
                } else {
                    format!("{in_part} articles were not read")
                },
            ),
        };
    }
    match lang {
        Lang::Zh => chinese(&who, name, missing),
        Lang::En => capitalized(&english(&who, name, missing)),
    }
}

fn chinese(who: &str, name: &str, missing: &Missing) -> String {
    match missing {
        Missing::NotReported => format!("所见报道未提及{who}的“{name}”；报道没有写，不等于没有做。"),
        Missing::NothingForYear { year, is_planned: true, .. } => {
            format!("{who}{year}年的“{name}”只有计划数或预计数。")
        }
        Missing::NothingForYear { year, available, .. } if available.is_empty() => {
            format!("未见{who}{year}年的“{name}”，所见数字年份不详。")
        }
        Missing::NothingForYear { year, available, .. } => {
            format!("未见{who}{year}年的“{name}”，所见为{}年的数字。", available.iter().join("、"))
        }
        Missing::NothingOfChoice => format!("{who}的“{name}”有数字，但不是所选的口径或范围。"),
        Missing::LookedInto { kind, why } => {
            let why = unbracketed(&why.zh, Lang::Zh);
            match kind {
                AbsenceKind::NotApplicable => format!("“{name}”不适用于{who}：{why}。"),
                AbsenceKind::NotCurated => format!("{who}的“{name}”尚未整理：{why}。"),
            }
        }
    }
}

fn english(who: &str, name: &str, missing: &Missing) -> String {
    match missing {
        Missing::NotReported => {
            format!("nothing on “{name}” by {who} is in the articles held, which does not mean that nothing was done.")
        }
        Missing::NothingForYear { year, is_planned: true, .. } => {
            format!("for “{name}” of {who} in {year} only a planned or forecast figure was found.")
        }
        Missing::NothingForYear { year, available, .. } if available.is_empty() => {
            format!("no figure for “{name}” of {who} in {year} was found; those held are undated.")
        }
        Missing::NothingForYear { year, available, .. } => {
            let held = available.iter().join(", ");
            format!("no figure for “{name}” of {who} in {year} was found; those held are of {held}.")
        }
        Missing::NothingOfChoice => {
            format!("the figures for “{name}” of {who} are of another definition or scope than the one chosen.")
        }
        Missing::LookedInto { kind, why } => {
            let why = unbracketed(&why.en, Lang::En);
            match kind {
                AbsenceKind::NotApplicable => format!("“{name}” does not apply to {who}: {why}."),
                AbsenceKind::NotCurated => format!("“{name}” of {who} has not been curated yet: {why}."),
            }
        }
    }
}
