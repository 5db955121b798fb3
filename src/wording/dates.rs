//! Dates and periods as a sentence tells them: `2025年1月至2026年1月19日`, `from January 2025 to 19 January 2026`.

use super::labels::phrase;
use crate::domain::date::PartialDate;
use crate::domain::period::{Period, Shape};
use crate::text::{Lang, Phrase};
use crate::wording::period::whole_year;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns a date in words, at the precision known.
#[must_use]
pub fn date_in_words(date: PartialDate, lang: Lang) -> String {
    match (date, lang) {
        (PartialDate::Year(year), Lang::Zh) => format!("{year}年"),
        (PartialDate::Year(year), Lang::En) => year.to_string(),
        (_, Lang::Zh) => format!("{}年{}", date.earliest().year(), within_year(date, lang)),
        (_, Lang::En) => format!("{} {}", within_year(date, lang), date.earliest().year()),
    }
}

/// Returns the month and the day of a date, as far as they are known.
fn within_year(date: PartialDate, lang: Lang) -> String {
    let (first, month) = (date.earliest(), month_name(date));
    match (date, lang) {
        (PartialDate::Year(_), _) => String::new(),
        (PartialDate::Month { month, .. }, Lang::Zh) => format!("{month}月"),
        (PartialDate::Month { .. }, Lang::En) => month.to_owned(),
        (PartialDate::Day(_), Lang::Zh) => format!("{}月{}日", first.month(), first.day()),
        (PartialDate::Day(_), Lang::En) => format!("{} {month}", first.day()),
    }
}

/// Returns the English name of the month in which a date begins.
fn month_name(date: PartialDate) -> &'static str {
    let month = usize::try_from(date.earliest().month()).unwrap_or(1);
    MONTHS.get(month.saturating_sub(1)).copied().unwrap_or_default()
}

/// A period as a sentence tells it.
pub(super) struct PeriodInWords {
    /// The words at the head of a sentence (截至2024年12月31日; as of 31 December 2024); `None` where nothing is known.
    pub leading: Option<String>,
    /// The words within a sentence (2024年12月31日; on 31 December 2024).
    pub within: Option<String>,
    /// What of it is inferred, where something is.
    pub inferred: Option<Phrase>,
    /// What of it is not given.
    pub remark: Option<Phrase>,
}

/// Returns a period as a sentence tells it.
pub(super) fn period_in_words(period: &Period, lang: Lang) -> PeriodInWords {
    match &period.shape {
        Shape::AsOf(end) => {
            const INFERRED: Phrase = phrase("时点", "date");
            const UNKNOWN: Phrase = phrase("时点未载明", "date not given");
            let Some(date) = end.date() else { return unknown(UNKNOWN) };
            let words = date_in_words(date, lang);
            let leading = match lang {
                Lang::Zh => format!("截至{words}"),
                Lang::En => format!("as of {words}"),
            };
            let inferred = end.is_inferred().then_some(INFERRED);
            PeriodInWords { leading: Some(leading), within: Some(at(date, lang)), inferred, remark: None }
        }
        Shape::Span { start, end } => {
            const INFERRED: Phrase = phrase("时段", "period");
            const UNKNOWN: Phrase = phrase("时段未载明", "period not given");
            const NO_START: Phrase = phrase("起点未载明", "start not given");
            const NO_END: Phrase = phrase("终点未载明", "end not given");
            let (words, remark) = match (whole_year(start, end), start.date(), end.date()) {
                (Some(year), ..) => (at(PartialDate::Year(year), lang), None),
                (None, Some(first), Some(last)) if first == last => (at(first, lang), None),
                (None, Some(first), Some(last)) => (between(first, last, lang), None),
                (None, None, Some(last)) => (beside("截至", "up to ", last, "", lang), Some(NO_START)),
                (None, Some(first), None) => (beside("", "since ", first, "以来", lang), Some(NO_END)),
                (None, None, None) => return unknown(UNKNOWN),
            };
            let inferred = period.is_inferred().then_some(INFERRED);
            PeriodInWords { leading: Some(words.clone()), within: Some(words), inferred, remark }
        }
    }
}

fn unknown(remark: Phrase) -> PeriodInWords {
    PeriodInWords { leading: None, within: None, inferred: None, remark: Some(remark) }
}

/// Returns a date as the time at which something was so: `in May 2024`, `on 5 May 2024`.
pub(super) fn at(date: PartialDate, lang: Lang) -> String {
    let words = date_in_words(date, lang);
    match (lang, date) {
        (Lang::Zh, _) => words,
        (Lang::En, PartialDate::Day(_)) => format!("on {words}"),
        (Lang::En, _) => format!("in {words}"),
    }
}

fn beside(zh: &str, en: &str, date: PartialDate, behind_zh: &str, lang: Lang) -> String {
    let words = date_in_words(date, lang);
    match lang {
        Lang::Zh => format!("{zh}{words}{behind_zh}"),
        Lang::En => format!("{en}{words}"),
    }
}

/// Joins the two ends of a span; a year that both have is written once, where neither is known to the year alone.
fn between(first: PartialDate, last: PartialDate, lang: Lang) -> String {
    let is_year = |date| matches!(date, PartialDate::Year(_));
    let is_one_year = first.earliest().year() == last.earliest().year() && !is_year(first) && !is_year(last);
    let (start, end) = (date_in_words(first, lang), date_in_words(last, lang));
    match (lang, is_one_year) {
        (Lang::Zh, false) => format!("{start}至{end}"),
        (Lang::Zh, true) => format!("{start}至{}", within_year(last, lang)),
        (Lang::En, false) => format!("from {start} to {end}"),
        (Lang::En, true) => format!("from {} to {end}", within_year(first, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::{Basis, End};

    fn span(start: &str, end: &str) -> Period {
        let end_of = |text: &str| match PartialDate::parse(text) {
            Some(date) => End::Known { date, basis: Basis::Stated },
            None => End::Unknown { why: crate::text::Text::new("", "") },
        };
        Period { shape: Shape::Span { start: end_of(start), end: end_of(end) }, note: None }
    }

    #[test]
    fn a_sentence_tells_dates_in_words() {
        let told = |start, end, lang| period_in_words(&span(start, end), lang).leading.unwrap_or_default();
        for (start, end, zh, en) in [
            ("2025-01", "2026-01-19", "2025年1月至2026年1月19日", "from January 2025 to 19 January 2026"),
            ("2024-01-01", "2024-08-21", "2024年1月1日至8月21日", "from 1 January to 21 August 2024"),
            ("2024", "2024", "2024年", "in 2024"),
            ("2024-05", "2024-05", "2024年5月", "in May 2024"),
            ("2022", "2024-08", "2022年至2024年8月", "from 2022 to August 2024"),
            ("?", "2023", "截至2023年", "up to 2023"),
            ("2023-02", "?", "2023年2月以来", "since February 2023"),
            ("?", "?", "", ""),
        ] {
            assert_eq!((told(start, end, Lang::Zh).as_str(), told(start, end, Lang::En).as_str()), (zh, en));
        }
    }
}
