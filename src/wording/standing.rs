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
        let remark = ApartRemark::of(dataset, comparison, index).and_then(|remark| remark.words(lang));
        // Where no two have an order, that is said once for all.
        let of_all =
            || comparison.no_order.filter(|_| comparison.reported() > 1).map(|why| why.name().get(lang).to_owned());
        return remark.or_else(of_all).filter(|_| comparison[index].is_measured());
    };
    let ranked = comparison.cells.iter().filter(|cell| cell.rank().is_some()).count();
    let indicator = &dataset.indicators[comparison.request.indicator];
    let (range, direction) = (rank.range(), indicator.direction);
    let first = indicator.first_in_order().filter(|_| direction == OrderDirection::Ascending);
    let first = first.map(|first| format!("{}{}", if lang == Lang::Zh { "，" } else { ", " }, first.get(lang)));
    let first = first.unwrap_or_default();
    let is_same = |cell: &Cell| cell.rank() == Some(rank);
    let is_tied = rank.from == rank.to && comparison.cells.iter().filter(|cell| is_same(cell)).count() > 1;
    let (tied_zh, tied_en) = if is_tied { ("并列", "=") } else { ("", "") };
    Some(match (direction, lang) {
        (OrderDirection::BySize, Lang::Zh) => format!("按大小第 {range}，共 {ranked} 市排列"),
        (OrderDirection::BySize, Lang::En) => format!("{range} by size, of {ranked}"),
        (_, Lang::Zh) => format!("{tied_zh}第 {range} 位，共 {ranked} 市排位次{first}"),
        (_, Lang::En) => format!("no. {range}{tied_en} of {ranked} ranked{first}"),
    })
}

/// Returns a sentence that says where a figure stands, whom it is ranked with and who is left out; `None` where there is nothing
/// to set it against.
#[must_use]
pub fn standing_sentence(dataset: &Dataset, comparison: &Comparison, index: CellIndex, lang: Lang) -> Option<String> {
    let said = standing(dataset, comparison, index, lang)?;
    if comparison[index].rank().is_none() {
        return Some(match lang {
            Lang::Zh => format!("与他市比：{said}。"),
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
    let without = comparison.cells.iter().filter(|cell| cell.figure().is_none()).count();
    let (left_out, silent) = match lang {
        Lang::Zh => (format!("，另有 {unranked} 市未排{left_out}"), format!("，{without} 市无此数字")),
        Lang::En => (format!("; {unranked} not ranked{left_out}"), format!("; {without} without a figure")),
    };
    let left_out = if unranked > 0 { left_out } else { String::new() };
    let silent = if without > 0 { silent } else { String::new() };
    Some(match lang {
        Lang::Zh => format!("位次：{said}{ranked}{left_out}{silent}。"),
        Lang::En => format!("Rank: {said}{ranked}{left_out}{silent}."),
    })
}

/// With more cities than these nobody wants all names in a sentence.
const MOST_NAMES: usize = 12;
