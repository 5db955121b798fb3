//! When a sentence speaks of, by its own words: 2024年, 2024年上半年, 2022至2024年, 截至2024年底, 去年.

use super::numeral::characters::Characters;
use super::numeral::{Numeral, NumeralRole, numerals};
use super::slice::slice;
use crate::domain::date::PartialDate;
use std::ops::Range;

/// A time that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodHint {
    /// The characters of the text that name it.
    pub place: Range<usize>,
    pub printed: String,
    /// The period in its short form: `2024`, `2024-H1`, `2022/2024`, `2024-12-31`.
    pub period: String,
    pub shape: HintShape,
    pub basis: HintBasis,
}

/// Whether a hint names a span or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintShape {
    /// A stretch of time, over which something is counted.
    Span,
    /// A date as of which something holds: 截至2024年底.
    AsOf,
}

/// How a hint is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintBasis {
    /// The text gives its year.
    Stated,
    /// The year follows from when the article appeared: 去年, 上半年.
    Relative,
}

/// What stands before a date as of which something holds.
const AS_OF: &str = "截至|截止|截止到|截至到|到|至|as of|by the end of|at the end of";

/// Words for a year beside the one of the article, with how many years they go back.
const RELATIVE: &[(&str, i16)] = &[("今年", 0), ("本年", 0), ("去年", 1), ("上年", 1), ("上一年", 1), ("前年", 2)];

/// Returns the times that a text names, in its order. `published` is when the article appeared.
pub(super) fn period_hints(text: &str, published: Option<PartialDate>) -> Vec<PeriodHint> {
    let characters = Characters::of(text);
    let printed: Vec<char> = text.chars().collect();
    let reader = HintReader { text: &characters, numerals: &numerals(text), published };
    let mut hints = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let found = reader.stated(at).or_else(|| reader.relative(at));
        at = found.as_ref().map_or(at + 1, |found| found.end.max(at + 1));
        hints.extend(found.map(|found| PeriodHint {
            printed: slice(&printed, found.start..found.end),
            place: found.start..found.end,
            period: found.period,
            shape: found.shape,
            basis: found.basis,
        }));
    }
    hints
}

/// A hint while it is read.
struct HintDraft {
    start: usize,
    end: usize,
    period: String,
    shape: HintShape,
    basis: HintBasis,
}

struct HintReader<'a> {
    text: &'a Characters,
    numerals: &'a [Numeral],
    published: Option<PartialDate>,
}

impl HintReader<'_> {
    /// Reads a time that begins with the number of a year.
    fn stated(&self, at: usize) -> Option<HintDraft> {
        let year = self.year_at(at)?;
        let after = self.after_year(year.place.end);
        let (first, end) = self.part(&number(year)?, after).unwrap_or((number(year)?, after));
        let joined = self.joined(&first, end);
        let (period, end) = joined.unwrap_or((first, end));
        Some(self.found(at, end, period, HintBasis::Stated))
    }

    /// Reads a time whose year follows from when the article appeared.
    fn relative(&self, at: usize) -> Option<HintDraft> {
        let of_article = self.published?.earliest().year();
        // What is compared with last year is not of last year: 较去年增长3%.
        if self.text.ends(self.text.before_spaces(at), "较|比|与|同|超过|高于|低于") {
            return None;
        }
        let word = RELATIVE.iter().find(|(word, _)| self.text.starts(at, word));
        let (year, after) = match word {
            Some((word, back)) => (of_article - back, at + word.chars().count()),
            None if self.text.longest(at, "上半年|下半年|一季度|第一季度").is_some() => (of_article, at),
            None => return None,
        };
        let year = format!("{year:04}");
        let (period, end) = self.part(&year, after).unwrap_or((year, after));
        Some(self.found(at, end, period, HintBasis::Relative))
    }

    fn found(&self, start: usize, end: usize, period: String, basis: HintBasis) -> HintDraft {
        let before = self.text.before_spaces(start);
        let is_as_of = self.text.ends(before, AS_OF) && !period.contains('/');
        // 2024年底 is its last day, whatever stands before it.
        let at_end = self.text.longest(end, "年底|底|年末|末").filter(|_| !period.contains('/'));
        let (period, end) = match at_end {
            Some(length) => (last_day(&period).unwrap_or(period), end + length),
            None => (period, end),
        };
        let shape = if is_as_of || at_end.is_some() { HintShape::AsOf } else { HintShape::Span };
        HintDraft { start, end, period, shape, basis }
    }

    fn year_at(&self, at: usize) -> Option<&Numeral> {
        self.numeral_at(at).filter(|numeral| numeral.role == NumeralRole::Year)
    }

    fn numeral_at(&self, at: usize) -> Option<&Numeral> {
        self.numerals.iter().find(|numeral| numeral.place.start == at)
    }

    /// Returns the place behind 年, where it stands; 2024年底 is read on from its 底.
    fn after_year(&self, at: usize) -> usize {
        let at = self.text.after_spaces(at);
        self.text.longest(at, "年度|年全年|年").map_or(at, |length| at + length)
    }

    /// Reads the part of a year that is named behind it: a half, a quarter, a month or several, a day.
    fn part(&self, year: &str, at: usize) -> Option<(String, usize)> {
        const PARTS: &[(&str, &str)] = &[("上半年", "H1"), ("下半年", "H2")];
        const QUARTERS: &str = "一1二2三3四4";
        if let Some((word, id)) = PARTS.iter().find(|(word, _)| self.text.starts(at, word)) {
            return Some((format!("{year}-{id}"), at + word.chars().count()));
        }
        let at_number = if self.text.at(at) == Some('第') { at + 1 } else { at };
        if self.text.starts(at_number + 1, "季度") {
            let place = QUARTERS.chars().position(|character| self.text.at(at_number) == Some(character))?;
            return Some((format!("{year}-Q{}", place / 2 + 1), at_number + 3));
        }
        self.months(year, at)
    }

    /// Reads a month, a day, or the months from one to another: 8月, 8月21日, 1至6月, 1月至6月.
    fn months(&self, year: &str, at: usize) -> Option<(String, usize)> {
        let (first, after) = self.count(at, 12)?;
        if let Some((last, end)) = self.joint(after).and_then(|next| self.count(next, 12))
            && self.text.at(end) == Some('月')
        {
            return Some((format!("{year}-{first:02}/{year}-{last:02}"), end + 1));
        }
        if self.text.at(after) != Some('月') {
            return None;
        }
        let month = format!("{year}-{first:02}");
        let after = after + 1;
        if let Some((day, end)) = self.count(after, 31).filter(|(_, end)| self.text.is_one_of(*end, "日号")) {
            return Some((format!("{month}-{day:02}"), end + 1));
        }
        if let Some((last, end)) = self.joint(after).and_then(|next| self.count(next, 12))
            && self.text.at(end) == Some('月')
            && self.numeral_at(end + 1).is_none()
        {
            return Some((format!("{month}/{year}-{last:02}"), end + 1));
        }
        Some((month, after))
    }

    /// Reads the second of two times that are joined: 至2024年, 至2024年6月.
    fn joined(&self, first: &str, at: usize) -> Option<(String, usize)> {
        let next = self.joint(at)?;
        let year = self.year_at(next)?;
        let after = self.after_year(year.place.end);
        let (last, end) = self.part(&number(year)?, after).unwrap_or((number(year)?, after));
        (!first.contains('/') && !last.contains('/')).then(|| (format!("{first}/{last}"), end))
    }

    fn joint(&self, at: usize) -> Option<usize> {
        let at = self.text.after_spaces(at);
        self.text.longest(at, "至|到|––|–|-|~|to").map(|length| self.text.after_spaces(at + length))
    }

    /// Reads digits, or a Chinese numeral below one hundred, up to a limit.
    fn count(&self, at: usize, limit: usize) -> Option<(usize, usize)> {
        const DIGITS: &str = "〇一二三四五六七八九";
        let end = (at..).take(3).find(|&end| !self.text.is_one_of(end, "0123456789")).unwrap_or(at);
        if end > at {
            let number = self.text.text(at, end).parse().ok()?;
            return (1..=limit).contains(&number).then_some((number, end));
        }
        let end = (at..).take(4).find(|&end| !self.text.is_one_of(end, "一二三四五六七八九十")).unwrap_or(at);
        let digit = |text: &str| text.chars().next().and_then(|first| DIGITS.chars().position(|each| each == first));
        let word = self.text.text(at, end);
        let number = match word.split_once('十') {
            Some((tens, ones)) => digit(tens).unwrap_or(1) * 10 + digit(ones).unwrap_or(0),
            None => digit(word)?,
        };
        (1..=limit).contains(&number).then_some((number, end))
    }
}

/// Returns the number of a year.
fn number(year: &Numeral) -> Option<String> {
    year.low.as_whole().map(|year| format!("{year:04}"))
}

/// Returns the last day of a period in its short form.
fn last_day(period: &str) -> Option<String> {
    PartialDate::parse(period).map(|date| date.latest().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn periods(text: &str) -> Vec<(String, HintShape)> {
        let published = PartialDate::parse("2025-02");
        period_hints(text, published).into_iter().map(|hint| (hint.period, hint.shape)).collect()
    }

    #[test]
    fn times_are_read_as_they_are_written() {
        use HintShape::{AsOf, Span};
        for (text, period, shape) in [
            ("2024年，共立案512件", "2024", Span),
            ("２０２４年度提案", "2024", Span),
            ("2024年上半年督导163次", "2024-H1", Span),
            ("2024年下半年", "2024-H2", Span),
            ("2024年第三季度", "2024-Q3", Span),
            ("2024年一季度", "2024-Q1", Span),
            ("2024年8月", "2024-08", Span),
            ("2024年8月21日", "2024-08-21", Span),
            ("2024年1至10月", "2024-01/2024-10", Span),
            ("2024年1月至10月", "2024-01/2024-10", Span),
            ("2022—2024年", "2022/2024", Span),
            ("2022年至2024年", "2022/2024", Span),
            ("2023年7月至2024年6月", "2023-07/2024-06", Span),
            ("截至2024年底，有委员441名", "2024-12-31", AsOf),
            ("截至2024年6月30日", "2024-06-30", AsOf),
            ("2024年6月底", "2024-06-30", AsOf),
            ("去年收到提案", "2024", Span),
            ("今年上半年", "2025-H1", Span),
            ("上半年", "2025-H1", Span),
            ("in 2024, visits rose", "2024", Span),
        ] {
            assert_eq!(periods(text), [(period.to_owned(), shape)], "{text}");
        }
        for none in ["督导163次", "十四届三次会议", "近20年来", "共2024件"] {
            assert_eq!(periods(none), [], "{none}");
        }
    }

    #[test]
    fn a_word_for_a_year_needs_the_articles_date() {
        assert_eq!(period_hints("去年收到提案", None), []);
        assert_eq!(period_hints("较去年增长3%", PartialDate::parse("2025")), []);
        let hint = period_hints("去年收到提案", PartialDate::parse("2025")).remove(0);
        assert_eq!((hint.printed.as_str(), hint.basis), ("去年", HintBasis::Relative));
    }
}
