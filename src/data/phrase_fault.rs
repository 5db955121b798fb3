//! The words of faults in printed phrases, and the hints of what their figures must say.

use crate::checked::Fault;
use crate::checked::fault::{fault, text};
use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::Each;
use crate::printed::numeral::{Hedge, NumeralRole};
use crate::printed::phrase_reading::PhraseReading;
use crate::text::Text;
use itertools::Itertools;

/// What a hint must know of the figure: the keys to leave out where the phrase does not bear them, and what would help.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GivenKeys {
    pub to: bool,
    pub each: bool,
    /// Whether the key `reading` would help: where the value is not printed, and has none yet.
    pub may_be_read: bool,
}

pub(super) fn long_phrase(length: usize, most: usize) -> Fault {
    fault!(
        "摘录有 {length} 个字，最多 {most} 个", "the phrase has {length} characters; {most} is the most";
        "只留数字和它所数的东西", "keep the number and what it counts",
    )
}

pub(super) fn phrase_without_design(design: &str) -> Fault {
    fault!(
        "摘录里没有“{design}”", "the phrase does not hold `{design}`";
        "改正数值或摘录；如果是读出来的，用“reading”说明",
        "correct the value or the phrase; or, if it was read out of words, say how in `reading`",
    )
}

/// Says that the phrase holds no number, or none that a figure can be taken from.
pub(super) fn no_number(others: &[(String, NumeralRole)], value: &str, given: GivenKeys) -> Fault {
    let others = others.iter().unique().collect::<Vec<_>>();
    let zh = others.iter().map(|(number, role)| format!("{number} 是{}", role_words(*role).0)).join("，");
    let en = others.iter().map(|(number, role)| format!("{number} is {}", role_words(*role).1)).join(", ");
    let fault = if others.is_empty() {
        fault!("摘录里没有数字，不是 {value}", "the phrase holds no number, not {value}")
    } else {
        fault!("摘录里没有所数的数字：{zh}", "the phrase holds no number that counts: {en}")
    };
    if !given.may_be_read {
        return fault
            .with_help(text!("换一段印有这个数的摘录", "quote a phrase that prints the number that is counted"));
    }
    fault.with_help(text!(
        "换一段印有这个数的摘录；如果数值是读出来的，用“reading”说明",
        "quote a phrase that prints the number; or, if the value was read out of words, say how in `reading`"
    ))
}

const fn role_words(role: NumeralRole) -> (&'static str, &'static str) {
    match role {
        NumeralRole::Count => {
            ("人均、每季度一类的数，不是总数", "no total, but a mean for each person, quarter or the like")
        }
        NumeralRole::Ordinal => ("序号", "a serial number"),
        NumeralRole::Year => ("年份", "a year"),
        NumeralRole::Date => ("日期或时段", "part of a date or a span"),
        NumeralRole::Name => ("名称的一部分", "part of a name"),
    }
}

/// Says that the phrase prints other numbers than the value.
pub(super) fn other_numbers(readings: &[PhraseReading], value: &str, given: GivenKeys) -> Fault {
    let numbers = readings.iter().map(PhraseReading::number).unique().join(", ");
    let Text { zh, en } = written(readings, given);
    let fault = fault!("摘录里的数字是 {numbers}，不是 {value}", "the phrase holds {numbers}, not {value}");
    if !given.may_be_read {
        return fault.with_help(text!("摘录里的数字写作 {zh}", "what the phrase prints is written {en}"));
    }
    fault.with_help(text!(
        "摘录里的数字写作 {zh}。要么换一段摘录；如果数值是读出来的，用“reading”说明",
        "what the phrase prints is written {en}. Otherwise quote another phrase; or, if the value was read out of words, say \
         how in `reading`"
    ))
}

/// Says that the phrase hedges the number otherwise.
pub(super) fn hedge_differs(readings: &[PhraseReading], qualifier: Qualifier, given: GivenKeys) -> Fault {
    let hedge = readings.first().map_or(Hedge::None, |reading| reading.hedge);
    let qualifier = qualifier.id();
    let (zh, en) = match hedge {
        Hedge::None => ("摘录里这个数没有限定词".to_owned(), "the phrase does not hedge this number".to_owned()),
        Hedge::Order | Hedge::Several => (
            format!("摘录里只有量级（{}）", hedge_words(hedge)),
            format!("the phrase tells only an order of magnitude ({})", hedge_words(hedge)),
        ),
        hedge => (
            format!("摘录里这个数带“{}”一类的词", hedge_words(hedge)),
            format!("the phrase hedges this number ({})", hedge_words(hedge)),
        ),
    };
    fault!("{zh}，与 qualifier“{qualifier}”不符", "{en}, unlike its qualifier `{qualifier}`")
        .with_help(should_be(readings, given))
}

const fn hedge_words(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::None => "",
        Hedge::AtLeast => "余、多、超、上",
        Hedge::AtMost => "不超过、以内",
        Hedge::Below => "近、不足",
        Hedge::About => "约、左右",
        Hedge::Order => "百万、千家",
        Hedge::Several => "几十、数百",
    }
}

/// Says that the phrase prints two numbers as one range, or one number where the figure has two.
pub(super) fn range_differs(readings: &[PhraseReading], given: GivenKeys) -> Fault {
    let numbers = readings.iter().map(PhraseReading::number).unique().join(", ");
    fault!("摘录里印的是 {numbers}", "the phrase prints {numbers}").with_help(should_be(readings, given))
}

/// Says that the phrase prints a mean where the figure is a total, or the other way round.
pub(super) fn mean_differs(readings: &[PhraseReading], each: Option<Each>, given: GivenKeys) -> Fault {
    let printed = readings.first().and_then(|reading| reading.each);
    let (printed_zh, printed_en) = each_words(printed);
    let (zh, en) = each_words(each);
    fault!("摘录里印的是{printed_zh}，不是{zh}", "the phrase prints {printed_en}, not {en}")
        .with_help(should_be(readings, given))
}

const fn each_words(each: Option<Each>) -> (&'static str, &'static str) {
    match each {
        None => ("总数", "a total"),
        Some(Each::Year) => ("每年的数", "a number for each year"),
        Some(Each::Month) => ("每月的数", "a number for each month"),
        Some(Each::Week) => ("每周的数", "a number for each week"),
        Some(Each::Day) => ("每天的数", "a number for each day"),
    }
}

/// Says that the number of the phrase is of another nature.
pub(super) fn nature_differs(readings: &[PhraseReading], given: GivenKeys) -> Fault {
    let nature = readings.first().and_then(|reading| reading.other_nature).unwrap_or(Nature::Flow);
    let (zh, en) = match nature {
        Nature::Rate => ("比率", "a share in per cent"),
        Nature::Ratio => ("倍数", "a multiple"),
        Nature::Change => ("增减幅度", "a change"),
        Nature::Ordinal => ("序号", "a serial number"),
        _ => ("数量", "a count"),
    };
    fault!("摘录里的数字是{zh}", "the number of the phrase is {en}").with_help(should_be(readings, given))
}

/// Returns the hint with all that the phrase may be written as.
fn should_be(readings: &[PhraseReading], given: GivenKeys) -> Text {
    let Text { zh, en } = written(readings, given);
    text!("应写作 {zh}", "it should be {en}")
}

/// Writes the keys of a figure that says what the phrase prints, for each number that it may be taken from.
fn written(readings: &[PhraseReading], given: GivenKeys) -> Text {
    let mut hints: Vec<Text> = Vec::new();
    for reading in readings {
        let keys = reading.keys();
        let dropped = [("to", given.to && reading.to.is_none()), ("each", given.each && reading.each.is_none())];
        let dropped = dropped.into_iter().filter(|(_, is_dropped)| *is_dropped).map(|(key, _)| key).collect::<Vec<_>>();
        let hint = if dropped.is_empty() {
            Text::new(keys.clone(), keys)
        } else {
            let zh = dropped.iter().map(|key| format!("“{key}”")).join("和");
            let en = dropped.iter().map(|key| format!("`{key}`")).join(" and ");
            text!("{keys}，并去掉{zh}", "{keys}, without {en}")
        };
        if !hints.iter().any(|known| known.en == hint.en) {
            hints.push(hint);
        }
    }
    let join = |each: fn(&Text) -> &str, between: &str| hints.iter().map(each).join(between);
    Text::new(join(|hint| &hint.zh, "；或 "), join(|hint| &hint.en, "; or "))
}
