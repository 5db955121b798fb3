//! Words for the periods that figures speak of.

use crate::domain::date::PartialDate;
use crate::domain::period::{End, Period, Shape};
use crate::text::{Lang, Phrase};

const UNKNOWN: Phrase = Phrase { zh: "不详", en: "not known" };
const INFERRED: Phrase = Phrase { zh: "推断", en: "inferred" };

/// Returns the date of an end, or that it is not known.
fn end_date(end: &End, lang: Lang) -> String {
    end.date().map_or_else(|| UNKNOWN.get(lang).to_owned(), |date| date.to_string())
}

/// Returns the dates alone: `2024-01-01 至 2024-08-21`, `截至 2024-12`.
#[must_use]
pub fn period_range(period: &Period, lang: Lang) -> String {
    if period.ends().all(|end| end.date().is_none()) {
        return UNKNOWN.get(lang).to_owned();
    }
    match (&period.shape, lang) {
        (Shape::AsOf(end), Lang::Zh) => format!("截至 {}", end_date(end, lang)),
        (Shape::AsOf(end), Lang::En) => format!("as of {}", end_date(end, lang)),
        (Shape::Span { start, end }, _) => {
            if let Some(year) = whole_year(start, end) {
                return match lang {
                    Lang::Zh => format!("{year} 全年"),
                    Lang::En => format!("the year {year}"),
                };
            }
            if start == end {
                return end_date(end, lang);
            }
            let (start, end) = (end_date(start, lang), end_date(end, lang));
            match lang {
                Lang::Zh => format!("{start} 至 {end}"),
                Lang::En => format!("{start} to {end}"),
            }
        }
    }
}

/// Returns the year that two ends enclose exactly, if they do. An inferred end does so only where it is known to the day.
pub(super) fn whole_year(start: &End, end: &End) -> Option<i16> {
    let sure = |end: &End| Some((end.date()?, !end.is_inferred() || matches!(end.date()?, PartialDate::Day(_))));
    let ((start, start_is_sure), (end, end_is_sure)) = (sure(start)?, sure(end)?);
    let year = start.earliest().year();
    let encloses = start.earliest().day_of_year() == 1 && end.latest() == jiff::civil::Date::constant(year, 12, 31);
    (encloses && start_is_sure && end_is_sure).then_some(year)
}

/// Returns the dates, with a mark where one is inferred: `2022-04 至 2022-08-19（推断）`.
#[must_use]
pub fn period(period: &Period, lang: Lang) -> String {
    let range = period_range(period, lang);
    if !period.is_inferred() {
        return range;
    }
    match lang {
        Lang::Zh => format!("{range}（{}）", INFERRED.get(lang)),
        Lang::En => format!("{range} ({})", INFERRED.get(lang)),
    }
}

/// Returns the period in a few characters, to stand beside a bar: `2024`, `2024.1–8`, `2022.4–8?`, `?–2023`. A question
/// mark at the end stands for an inferred date; the drilldown tells the full period.
#[must_use]
pub fn period_brief(period: &Period, lang: Lang) -> String {
    let brief = match &period.shape {
        Shape::AsOf(end) => month(end, lang),
        Shape::Span { start, end } => match (start.date(), end.date()) {
            _ if whole_year(start, end).is_some() => year_of(end),
            (Some(first), Some(last)) => between(first, last),
            (None, Some(_)) => format!("?–{}", month(end, lang)),
            (Some(_), None) => format!("{}–?", month(start, lang)),
            (None, None) => UNKNOWN.get(lang).to_owned(),
        },
    };
    if period.is_inferred() { format!("{brief}?") } else { brief }
}

fn year_of(end: &End) -> String {
    end.date().map(|date| date.latest().year().to_string()).unwrap_or_default()
}

fn month(end: &End, lang: Lang) -> String {
    match end.date() {
        None => UNKNOWN.get(lang).to_owned(),
        Some(PartialDate::Year(year)) => year.to_string(),
        Some(date) => format!("{}.{}", date.earliest().year(), date.earliest().month()),
    }
}

fn between(first: PartialDate, last: PartialDate) -> String {
    let (start, end) = (first.earliest(), last.latest());
    let part = |date: PartialDate, day: jiff::civil::Date| match date {
        PartialDate::Year(_) => day.year().to_string(),
        _ => format!("{}.{}", day.year(), day.month()),
    };
    match (start.year() == end.year(), start.month() == end.month()) {
        (true, _) if matches!((first, last), (PartialDate::Year(_), PartialDate::Year(_))) => start.year().to_string(),
        (true, true) => format!("{}.{}", start.year(), start.month()),
        (true, false) => format!("{}.{}–{}", start.year(), start.month(), end.month()),
        (false, _) => {
            let last = part(last, end);
            // The century is written once: 2025.1–26.1.
            let same = start.year().div_euclid(100) == end.year().div_euclid(100);
            let short = last.strip_prefix(&end.year().div_euclid(100).to_string()).filter(|_| same);
            format!("{}–{}", part(first, start), short.unwrap_or(&last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Basis;
    use crate::text::Text;

    fn stated(text: &str) -> End {
        End::stated(PartialDate::parse(text).unwrap())
    }

    fn span(start: End, end: End) -> Period {
        Period { shape: Shape::Span { start, end }, note: None }
    }

    #[test]
    fn periods_in_full_and_in_brief() {
        let texts = |value: &Period| (period(value, Lang::Zh), period(value, Lang::En), period_brief(value, Lang::Zh));
        let year = span(stated("2024-01-01"), stated("2024-12-31"));
        assert_eq!(texts(&year), ("2024 全年".into(), "the year 2024".into(), "2024".into()));
        let part = span(stated("2024-01-01"), stated("2024-08-21"));
        assert_eq!(texts(&part).0, "2024-01-01 至 2024-08-21");
        assert_eq!(texts(&part).2, "2024.1–8");
        let cycle = span(stated("2025-01"), stated("2026-01-19"));
        assert_eq!(texts(&cycle).2, "2025.1–26.1");
        let why = Text::new("换届", "change of term");
        let date = PartialDate::parse("2022-04").unwrap();
        let inferred = End::Known { date, basis: Basis::Inferred { why: why.clone(), bounds: None } };
        let since = span(inferred, stated("2022-08-19"));
        assert_eq!(
            texts(&since),
            ("2022-04 至 2022-08-19（推断）".into(), "2022-04 to 2022-08-19 (inferred)".into(), "2022.4–8?".into())
        );
        let unknown = span(End::Unknown { why: why.clone() }, stated("2023"));
        assert_eq!(texts(&unknown), ("不详 至 2023".into(), "not known to 2023".into(), "?–2023".into()));
        let why = Text::new("未载", "not printed");
        let nothing = span(End::Unknown { why: why.clone() }, End::Unknown { why });
        assert_eq!(texts(&nothing), ("不详".into(), "not known".into(), "不详".into()));
        let stock = Period { shape: Shape::AsOf(stated("2024-02")), note: None };
        assert_eq!(texts(&stock), ("截至 2024-02".into(), "as of 2024-02".into(), "2024.2".into()));
    }
}
