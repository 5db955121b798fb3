//! Whether a number is a mean or a frequency, and of which span: 年均120件, 每月2期, 30 a year.

use super::alone::measure;
use super::characters::Characters;
use super::draft::NumberDraft;
use super::meaning::MeanSpan;
use super::role::is_interval;

/// The words before a number that make it a mean.
const BEFORE: &[(MeanSpan, &str)] = &[
    (MeanSpan::Year, "年均|每年|年平均|annually|every year|each year|yearly"),
    (MeanSpan::Month, "月均|每月|每个月|月平均|monthly|every month|each month"),
    (MeanSpan::Week, "周均|每周|每星期|weekly|every week|each week"),
    (MeanSpan::Day, "日均|每日|每天|日平均|天天|daily|every day|each day"),
    (
        MeanSpan::Other,
        "人均|户均|场均|次均|件均|篇均|每人|每名|每位|每场|每件|每百|每千|每万|每户|每家|每县|每个|per capita|季均|每季度|每季|每个季度|每半年|每旬|quarterly|every quarter",
    ),
];

/// The words behind a number, or behind what it counts.
const BEHIND: &[(MeanSpan, &str)] = &[
    (MeanSpan::Year, "/年|每年|a year|per year|each year|every year|annually|yearly|per annum"),
    (MeanSpan::Month, "/月|每月|a month|per month|each month|every month|monthly"),
    (MeanSpan::Week, "/周|每周|a week|per week|each week|every week|weekly"),
    (MeanSpan::Day, "/天|/日|每天|每日|a day|per day|each day|every day|daily"),
    (MeanSpan::Other, "/季|每季度|a quarter|per quarter|each quarter|quarterly"),
];

/// Words after which a number is a total again: 每月2期，共24期.
const TOTALS: &str = "共|合计|累计|总计|全年|总|total";

/// Returns the span of which a number is a mean; `from` is where the last number that counts ends, `to` where the next
/// number begins.
pub(super) fn span(
    text: &Characters,
    draft: &NumberDraft,
    (from, to): (usize, usize),
    intervals: &[NumberDraft],
) -> Option<MeanSpan> {
    // Most phrases print none of these, and need not be searched.
    if !text.holds("均每/天") && !text.is_partly_english() {
        return None;
    }
    before(text, draft.start, from, intervals).or_else(|| behind(text, draft, to))
}

fn before(text: &Characters, start: usize, from: usize, intervals: &[NumberDraft]) -> Option<MeanSpan> {
    let ends_clause = |at: usize| text.is_one_of(at, "，。；、！？,;");
    for at in (from..start).rev() {
        if ends_clause(at) || text.longest(at, TOTALS).is_some() {
            return None;
        }
        let found = BEFORE.iter().find(|(_, words)| text.longest(at, words).is_some_and(|length| at + length <= start));
        if let Some((span, _)) = found {
            return Some(*span);
        }
        let is_here = |interval: &&NumberDraft| text.before_spaces(interval.start) == at + 1 && interval.end < start;
        if intervals.iter().filter(is_here).any(|interval| is_interval(text, interval)) {
            return Some(MeanSpan::Other);
        }
    }
    None
}

fn behind(text: &Characters, draft: &NumberDraft, to: usize) -> Option<MeanSpan> {
    let here = text.after_spaces(draft.end);
    let after = text.after_spaces(here + measure(text, here).unwrap_or(0));
    let at =
        |place: usize| BEHIND.iter().find(|(_, words)| text.longest(place, words).is_some()).map(|(span, _)| *span);
    // In English the noun stands between: 30 reports a year.
    let english = (here..to)
        .filter(|&place| text.before(place) == Some(' '))
        .take_while(|&place| text.text(here, place).is_ascii());
    at(here).or_else(|| at(after)).or_else(|| english.filter(|&place| place > here).find_map(at))
}
