//! Words for the difference between two figures: who has how much more.

use super::labels::phrase;
use crate::domain::{Difference, DifferenceEnd, Measure, Nature};
use crate::text::number::{Rounding, rounded, written};
use crate::text::{Lang, Phrase, Text};

const THE_SAME: Phrase = phrase("相同", "the same");
const CANNOT_BE_TOLD: Phrase = phrase("孰多孰少无法判定", "which is more can't be told");

/// How a difference is worded: what is more of a count, and higher of a rate.
#[derive(Clone, Copy, Debug)]
struct DifferenceWords {
    more: Phrase,
    no_less: Phrase,
    unit: Phrase,
    /// Whether all digits are written, as of figures that stand as printed.
    is_printed: bool,
}

impl DifferenceWords {
    fn of(nature: Nature, unit: &Text, measure: Measure) -> Self {
        let is_percentage = unit.zh.starts_with(['%', '％']);
        let (more, no_less) = match nature {
            Nature::Rate | Nature::Ratio | Nature::Change => {
                (phrase("高", "higher"), phrase("不低于", "no lower than"))
            }
            Nature::Duration => (phrase("长", "longer"), phrase("不短于", "no shorter than")),
            Nature::Flow | Nature::Stock | Nature::Ordinal | Nature::Structure => {
                (phrase("多", "more"), phrase("不少于", "no fewer than"))
            }
        };
        let unit = if is_percentage { phrase(" 个百分点", " points") } else { phrase("", "") };
        Self { more, no_less, unit, is_printed: measure == Measure::Raw }
    }

    fn number(self, end: DifferenceEnd, rounding: Rounding, lang: Lang) -> String {
        let number = if self.is_printed { written(end.by, lang) } else { rounded(end.by, rounding) };
        format!("{number}{}", self.unit.get(lang))
    }

    /// Says by how much the first has more; its least difference is nothing at least.
    fn more(
        self,
        least: DifferenceEnd,
        greatest: Option<DifferenceEnd>,
        first: &str,
        second: &str,
        lang: Lang,
    ) -> String {
        let (more, no_less) = (self.more.get(lang), self.no_less.get(lang));
        let low = self.number(least, Rounding::Down, lang);
        let is_zero = least.by == 0.0;
        let Some(greatest) = greatest else {
            return match (is_zero, least.is_reached, lang) {
                (true, true, Lang::Zh) => format!("{first}{no_less}{second}"),
                (true, true, Lang::En) => format!("{first}: {no_less} {second}"),
                (true, false, Lang::Zh) => format!("{first}{more}"),
                (true, false, Lang::En) => format!("{first}: {more}"),
                (false, true, Lang::Zh) => format!("{first}至少{more} {low}"),
                (false, true, Lang::En) => format!("{first}: at least {low} {more}"),
                (false, false, Lang::Zh) => format!("{first}{more}出 {low} 以上"),
                (false, false, Lang::En) => format!("{first}: over {low} {more}"),
            };
        };
        let high = self.number(greatest, Rounding::Up, lang);
        if least == greatest {
            let exactly = self.number(least, Rounding::Nearest, lang);
            return match lang {
                Lang::Zh => format!("{first}{more} {exactly}"),
                Lang::En => format!("{first}: {exactly} {more}"),
            };
        }
        match (is_zero, greatest.is_reached, lang) {
            (true, true, Lang::Zh) => format!("{first}至多{more} {high}"),
            (true, true, Lang::En) => format!("{first}: at most {high} {more}"),
            (true, false, Lang::Zh) => format!("{first}{more}，不到 {high}"),
            (true, false, Lang::En) => format!("{first}: under {high} {more}"),
            (false, _, Lang::Zh) => format!("{first}{more} {low}–{high}"),
            (false, _, Lang::En) => format!("{first}: {low}–{high} {more}"),
        }
    }
}

/// Returns who of two has more, and how much as far as that is known: `济南多 67`, `青岛至少多 32`. The unit is left to stand
/// elsewhere, but for points of a percentage.
#[must_use]
pub fn difference_text(
    difference: Difference,
    (nature, unit): (Nature, &Text),
    measure: Measure,
    [first, second]: [&Text; 2],
) -> Text {
    let words = DifferenceWords::of(nature, unit, measure);
    let (difference, first, second) = if difference.is_surely_not_less() {
        (difference, first, second)
    } else {
        (difference.reversed(), second, first)
    };
    match difference {
        Difference { least: Some(least), greatest } if least.by >= 0.0 => {
            let is_nothing = |end: DifferenceEnd| end.by == 0.0 && end.is_reached;
            if is_nothing(least) && greatest.is_some_and(is_nothing) {
                return THE_SAME.into();
            }
            let text = |lang| words.more(least, greatest, first.get(lang), second.get(lang), lang);
            Text::new(text(Lang::Zh), text(Lang::En))
        }
        _ => CANNOT_BE_TOLD.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amount, Interval};

    #[test]
    fn who_has_more_and_how_much() {
        let amount = |number| Amount::new(number).unwrap();
        let exactly = |number| Interval::exactly(amount(number));
        let (jinan, qingdao) = (Text::new("济南", "Jinan"), Text::new("青岛", "Qingdao"));
        let told = |first, second, nature, unit: &str| {
            let text = difference_text(
                Difference::between(first, second),
                (nature, &Text::new(unit, unit)),
                Measure::Raw,
                [&jinan, &qingdao],
            );
            (text.zh, text.en)
        };
        let counted = |first, second| told(first, second, Nature::Flow, "件");
        let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        assert_eq!(counted(exactly(579.0), exactly(512.0)), pair("济南多 67", "Jinan: 67 more"));
        assert_eq!(counted(exactly(512.0), exactly(579.0)), pair("青岛多 67", "Qingdao: 67 more"));
        assert_eq!(counted(exactly(5.0), exactly(5.0)), pair("相同", "the same"));
        let at_least = |number| Interval::at_least(amount(number));
        assert_eq!(counted(exactly(512.0), at_least(544.0)), pair("青岛至少多 32", "Qingdao: at least 32 more"));
        assert_eq!(counted(at_least(150.0), exactly(150.0)), pair("济南不少于青岛", "Jinan: no fewer than Qingdao"));
        let below = |number| Interval::below(amount(number));
        assert_eq!(counted(exactly(150.0), below(150.0)), pair("济南多，不到 150", "Jinan: under 150 more"));
        assert_eq!(counted(at_least(200.0), below(150.0)), pair("济南多出 50 以上", "Jinan: over 50 more"));
        let unknown = pair("孰多孰少无法判定", "which is more can't be told");
        assert_eq!(counted(at_least(100.0), exactly(150.0)), unknown);
        let between = |low, high| Interval::between(amount(low), amount(high));
        assert_eq!(counted(between(30.0, 40.0), exactly(20.0)), pair("济南多 10–20", "Jinan: 10–20 more"));
        assert_eq!(counted(between(30.0, 40.0), exactly(35.0)), unknown);
        assert_eq!(counted(between(30.0, 40.0), exactly(30.0)), pair("济南至多多 10", "Jinan: at most 10 more"));
        let rate = told(exactly(83.8), exactly(81.2), Nature::Rate, "%");
        assert_eq!(rate, pair("济南高 2.6 个百分点", "Jinan: 2.6 points higher"));
        assert_eq!(told(exactly(2.0), exactly(5.0), Nature::Duration, "天"), pair("青岛长 3", "Qingdao: 3 longer"));
    }
}
