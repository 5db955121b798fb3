//! Dates and periods as they stand in cells.

use super::rows::{EntryText, SheetRow};
use crate::domain::Nature;
use crate::entry::typed_time;

/// Returns the year with which a period begins.
pub(super) fn year(typed: &str) -> Option<i16> {
    typed_time(typed).get(..4)?.parse().ok()
}

/// Writes the period of a figure: in its short form, or with why its dates are inferred.
pub(super) fn write_period(entry: &mut EntryText, row: &SheetRow, nature: Option<Nature>) {
    let Some(period) = row.words("period").map(|typed| typed_time(&typed)) else { return };
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
    fn chinese_dates_become_the_typed_time() {
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
            assert_eq!(typed_time(typed), short, "{typed}");
        }
        assert_eq!((year("2024年1月至8月"), year("去年")), (Some(2024), None));
    }
}
