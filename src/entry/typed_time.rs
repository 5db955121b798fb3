//! Dates and periods as people type them, and as they stand in the cells of a spreadsheet.

use crate::text::fold_fullwidth;

/// Returns a date or a period in its short form. Chinese dates are put into it; anything else is left to be told as it is.
#[must_use]
pub fn typed_time(typed: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_dates_are_put_into_the_short_form() {
        for (typed, short) in [
            ("2025年", "2025"),
            ("２０２５年度", "2025"),
            ("2025年上半年", "2025-H1"),
            ("2026年1月15日", "2026-01-15"),
            ("2024年1月至8月", "2024-01/2024-08"),
            ("2022年至2024年", "2022/2024"),
            ("2024.8.21", "2024-08-21"),
            ("?/2024", "?/2024"),
            ("?", "?"),
            ("2024-Q3", "2024-Q3"),
            ("去年", "去年"),
        ] {
            assert_eq!(typed_time(typed), short, "{typed}");
        }
    }
}
