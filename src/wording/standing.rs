//! Words for where a figure stands among those that it is compared with.

use super::apart::ApartRemark;
use crate::domain::indicator::OrderDirection;
use crate::domain::{Cell, CellIndex, Comparison, Dataset};
use crate::text::Lang;

/// Returns the rank of a figure with how many have one, or why it has none: `第 3 位，共 3 市排位次`, `不排序：时段不同`; `None`
/// where there is nothing to set it against.
#[must_use]
pub fn standing(dataset: &Dataset, comparison: &Comparison, index: CellIndex, lang: Lang) -> Option<String> {
    let Some(rank) = comparison[index].rank() else {
        return ApartRemark::of(dataset, comparison, index)?.words(lang);
    };
    let ranked = comparison.cells.iter().filter(|cell| cell.rank().is_some()).count();
    let (range, direction) = (rank.range(), dataset.indicators[comparison.request.indicator].direction);
    Some(match (direction, lang) {
        (OrderDirection::BySize, Lang::Zh) => format!("按大小第 {range}，共 {ranked} 市排列"),
        (OrderDirection::BySize, Lang::En) => format!("{range} by size, of {ranked}"),
        (_, Lang::Zh) => format!("第 {range} 位，共 {ranked} 市排位次"),
        (_, Lang::En) => format!("no. {range} of {ranked} ranked"),
    })
}

/// Returns a sentence that says where a figure stands, whom it is ranked with and who is left out; `None` where there is nothing
/// to set it against.
#[must_use]
pub fn standing_sentence(dataset: &Dataset, comparison: &Comparison, index: CellIndex, lang: Lang) -> Option<String> {
    let said = standing(dataset, comparison, index, lang)?;
    if comparison[index].rank().is_none() {
        return Some(match lang {
            Lang::Zh => format!("与他市{said}。"),
            Lang::En => format!("Beside the other cities: {said}."),
        });
    }
    let names = |of: &dyn Fn(&Cell) -> bool| {
        let of = comparison.cells.iter().filter(|cell| of(cell));
        let names: Vec<&str> = of.map(|cell| dataset.areas[cell.area].name.get(lang)).collect();
        if names.len() > MOST_NAMES { None } else { Some(names.join(if lang == Lang::Zh { "、" } else { ", " })) }
    };
    let bracketed = |names: String| match lang {
        Lang::Zh => format!("（{names}）"),
        Lang::En => format!(" ({names})"),
    };
    let ranked = names(&|cell| cell.rank().is_some()).map(bracketed).unwrap_or_default();
    let unranked = comparison.cells.iter().filter(|cell| cell.figure().is_some() && cell.rank().is_none()).count();
    let left_out = names(&|cell| cell.figure().is_some() && cell.rank().is_none()).map(bracketed).unwrap_or_default();
    Some(match (lang, unranked) {
        (Lang::Zh, 0) => format!("位次：{said}{ranked}。"),
        (Lang::Zh, _) => format!("位次：{said}{ranked}，另有 {unranked} 市未排{left_out}。"),
        (Lang::En, 0) => format!("Rank: {said}{ranked}."),
        (Lang::En, _) => format!("Rank: {said}{ranked}; {unranked} not ranked{left_out}."),
    })
}

/// With more cities than these nobody wants all names in a sentence.
const MOST_NAMES: usize = 12;
