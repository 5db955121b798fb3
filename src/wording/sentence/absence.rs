//! Sentences about figures that are not there.

use super::pattern::committee;
use super::source::unbracketed;
use crate::domain::absence::AbsenceKind;
use crate::domain::{Area, Dataset, Indicator, Key, Missing};
use crate::text::Lang;
use crate::wording::prose::capitalized;
use itertools::Itertools;

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
    match lang {
        Lang::Zh => chinese(&who, name, missing),
        Lang::En => capitalized(&english(&who, name, missing)),
    }
}

fn chinese(who: &str, name: &str, missing: &Missing) -> String {
    match missing {
        Missing::NotReported => format!("所见报道未提及{who}的“{name}”；报道没有写，不等于没有做。"),
        Missing::NothingForYear { year, available } if available.is_empty() => {
            format!("未见{who}{year}年的“{name}”，所见数字年份不详。")
        }
        Missing::NothingForYear { year, available } => {
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
        Missing::NothingForYear { year, available } if available.is_empty() => {
            format!("no figure for “{name}” of {who} in {year} was found; those held are undated.")
        }
        Missing::NothingForYear { year, available } => {
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
