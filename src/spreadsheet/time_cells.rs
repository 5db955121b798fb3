//! Dates and periods as they stand in cells.

use super::rows::{EntryText, SheetRow};
use crate::domain::Nature;
use crate::text::fold_fullwidth;

/// Returns a date or a period in its short form. Chinese dates are put into it; anything else is left to be told as it is.
pub(super) fn short_form(typed: &str) -> String {
    let typed: String = typed.chars().map(fold_fullwidth).filter(|character| !character.is_whitespace()).collect();
    let halves = typed.split(['/', '至', '~', '—']).filter(|half| !half.is_empty()).collect::<Vec<_>>();
    match halves.as_slice() {
        [one] => one_time(one).unwrap_or_else(|| typed.clone()),
        [first, last] => {
            let (Some(start), Some(end)) = (one_time(first), one_time(&with_year(first, last))) else { return typed };
            format!("{start}/{end}")
        }
        _ => typed,
    }
}

/// Returns the second of two dates with the year, and the month, of the first where it leaves them out: 2024年1月至8月.
fn with_year(first: &str, last: &str) -> String {
    let before = |sign| first.split_once(sign).map(|(before, _)| format!("{before}{sign}"));
    match (last.contains('年') || !first.contains('年'), last.contains('月')) {
        (true, _) => last.to_owned(),
        (false, true) => format!("{}{last}", before('年').unwrap_or_default()),
        (false, false) => format!("{}{last}", before('月').unwrap_or_default()),
    }
}

/// Returns one time: 2024年8月21日, 2024年上半年, 2024年第一季度, 2024.8.21, or what is in the short form already.
fn one_time(typed: &str) -> Option<String> {
    if let Some((year, rest)) = typed.split_once('年') {
        let year: u16 = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
        let quarter = ["第一季度", "第二季度", "第三季度", "第四季度"]
            .iter()
            .position(|one| *one == rest || one.trim_start_matches('第') == rest);
        return match (rest, quarter) {
            ("" | "度" | "全年", _) => Some(format!("{year}")),
            ("上半年", _) => Some(format!("{year}-H1")),
            ("下半年", _) => Some(format!("{year}-H2")),
            (_, Some(quarter)) => Some(format!("{year}-Q{}", quarter + 1)),
            _ => month_and_day(year, rest.strip_suffix('日').unwrap_or(rest), '月'),
        };
    }
    if let Some((year, rest)) = typed.split_once('.') {
        let year = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
        return month_and_day(year, rest, '.');
    }
    Some(typed.to_owned())
}

fn month_and_day(year: u16, rest: &str, sign: char) -> Option<String> {
    let (month, day) = rest.split_once(sign).unwrap_or((rest, ""));
    let month: u8 = month.parse().ok()?;
    match day {
        "" => Some(format!("{year}-{month:02}")),
        _ => Some(format!("{year}-{month:02}-{:02}", day.parse::<u8>().ok()?)),
    }
}

/// Returns the year with which a period begins.
pub(super) fn year(typed: &str) -> Option<i16> {
    short_form(typed).get(..4)?.parse().ok()
}

/// Writes the period of a figure: in its short form, or with why its dates are inferred.
pub(super) fn write_period(entry: &mut EntryText, row: &SheetRow, nature: Option<Nature>) {
    let Some(period) = row.words("period").map(|typed| short_form(&typed)) else { return };
    let Some(why) = row.words("why") else { return entry.key("period", period, row.place("period")) };
    let (start, end) = period.split_once('/').unwrap_or((&period, &period));
    let ends: &[(&str, &str)] =
        if nature == Some(Nature::Stock) { &[("as_of", start)] } else { &[("start", start), ("end", end)] };
    for (key, date) in ends {
        entry.key(&format!("period.{key}"), *date, row.place("period"));
        entry.key(&format!("period.{key}_basis"), "inferred", row.place("why"));
        entry.key(&format!("period.{key}_why"), why.as_str(), row.place("why"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_dates_become_the_short_form() {
        let table = [
            ("2024", "2024"),
            ("2024年", "2024"),
            ("2024年度", "2024"),
            ("2024年5月", "2024-05"),
            ("２０２４年８月２１日", "2024-08-21"),
            ("2024.8.21", "2024-08-21"),
            ("2024年上半年", "2024-H1"),
            ("2024年第三季度", "2024-Q3"),
            ("2024年1月至8月", "2024-01/2024-08"),
            ("2022年—2024年", "2022/2024"),
            ("2024-01-01/2024-08-21", "2024-01-01/2024-08-21"),
            ("2024年8月21日至25日", "2024-08-21/2024-08-25"),
            ("去年", "去年"),
        ];
        for (typed, short) in table {
            assert_eq!(short_form(typed), short, "{typed}");
        }
        assert_eq!((year("2024年1月至8月"), year("去年")), (Some(2024), None));
    }
}
