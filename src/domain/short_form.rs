//! The short forms of periods: `2024`, `2024-05`, `2024-05-06`, `2024-Q1`, `2024-H1`, `2022/2024`.

use super::date::PartialDate;

/// Returns the two ends of a period in its short form; `None` where it is none.
///
/// A solidus joins two ends, as in ISO 8601.
#[must_use]
pub fn ends(text: &str) -> Option<(PartialDate, PartialDate)> {
    match text.split_once('/') {
        Some((first, last)) => Some((part(first)?.0, part(last)?.1)),
        None => part(text),
    }
}

/// Writes the short form of a period from one date to another; both are as they were stated.
#[must_use]
pub fn written(first: PartialDate, last: PartialDate) -> String {
    if first == last {
        return first.to_string();
    }
    // What has a name of its own is written by it: 2024-H1 and not 2024-01/2024-06.
    let named = ["Q1", "Q2", "Q3", "Q4", "H1", "H2"].into_iter().find_map(|part| {
        let name = format!("{:04}-{part}", first.earliest().year());
        (ends(&name) == Some((first, last))).then_some(name)
    });
    named.unwrap_or_else(|| format!("{first}/{last}"))
}

fn part(text: &str) -> Option<(PartialDate, PartialDate)> {
    if let Some(date) = PartialDate::parse(text) {
        return Some((date, date));
    }
    let (year, months) = text.split_once('-')?;
    let (first, last) = match months {
        "Q1" => (1, 3),
        "Q2" => (4, 6),
        "Q3" => (7, 9),
        "Q4" => (10, 12),
        "H1" => (1, 6),
        "H2" => (7, 12),
        _ => return None,
    };
    let month = |month: i8| PartialDate::parse(&format!("{year}-{month:02}"));
    Some((month(first)?, month(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_year_is_written_by_its_name() {
        for text in ["2024", "2024-Q3", "2024-H1", "2022/2024", "2024-05-06", "2024-02/2024-03"] {
            let (first, last) = ends(text).unwrap();
            assert_eq!(written(first, last), text);
        }
    }

    #[test]
    fn short_forms_name_their_first_and_last_day() {
        let days = |text| ends(text).map(|(first, last)| format!("{} {}", first.earliest(), last.latest()));
        for (text, expected) in [
            ("2024", "2024-01-01 2024-12-31"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2024-05-06", "2024-05-06 2024-05-06"),
            ("2024-Q1", "2024-01-01 2024-03-31"),
            ("2024-Q4", "2024-10-01 2024-12-31"),
            ("2024-H1", "2024-01-01 2024-06-30"),
            ("2024-H2", "2024-07-01 2024-12-31"),
            ("2022/2024", "2022-01-01 2024-12-31"),
            ("2023-Q3/2024-05-06", "2023-07-01 2024-05-06"),
        ] {
            assert_eq!(days(text).as_deref(), Some(expected), "{text}");
            let (first, last) = ends(text).unwrap();
            assert_eq!(ends(&written(first, last)), Some((first, last)), "{text}");
        }
        for text in ["", "24", "2024-Q5", "2024-q1", "2024-H3", "2024/", "/2024", "2022/2023/2024", "2024-13", "2024年"]
        {
            assert_eq!(ends(text), None, "{text}");
        }
    }
}
