//! Numerals of every shape, made by rule: each must be read back to what it was made of.

use super::super::{Hedge, numerals};
use super::one;
use proptest::prelude::*;

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Writes a number below ten thousand in Chinese, without the 零 in front.
fn section(number: u64) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (size, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / size % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        text.push_str(DIGITS[usize::try_from(digit).unwrap()]);
        text.push_str(unit);
    }
    text
}

/// Writes a whole number in Chinese: 一亿零三百万零五.
fn chinese(number: u64) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let mut text = String::new();
    let mut rest = number;
    for (size, unit) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = rest / size;
        rest %= size;
        if part == 0 {
            continue;
        }
        if !text.is_empty() && part < 1000 {
            text.push('零');
        }
        text.push_str(&section(part));
        text.push_str(unit);
    }
    // 一十二 is written 十二.
    text.strip_prefix("一十").map_or(text.clone(), |rest| format!("十{rest}"))
}

/// Words before and behind a number, with what they say of it.
const HEDGES: &[(Hedge, &str, &str)] = &[
    (Hedge::None, "", ""),
    (Hedge::AtLeast, "超过", ""),
    (Hedge::AtLeast, "超", ""),
    (Hedge::AtLeast, "逾", ""),
    (Hedge::AtLeast, "突破", ""),
    (Hedge::AtLeast, "至少", ""),
    (Hedge::AtLeast, "不少于", ""),
    (Hedge::AtLeast, "不低于", ""),
    (Hedge::AtLeast, "", "以上"),
    (Hedge::Below, "近", ""),
    (Hedge::Below, "将近", ""),
    (Hedge::Below, "不足", ""),
    (Hedge::Below, "不到", ""),
    (Hedge::AtMost, "不超过", ""),
    (Hedge::AtMost, "不多于", ""),
    (Hedge::AtMost, "最多", ""),
    (Hedge::AtMost, "至多", ""),
    (Hedge::AtMost, "", "以内"),
    (Hedge::About, "约", ""),
    (Hedge::About, "大约", ""),
    (Hedge::About, "大概", ""),
    (Hedge::About, "", "左右"),
    (Hedge::About, "", "上下"),
];

const MEASURES: &[&str] = &["件", "次", "人次", "场", "篇", "条", "名", "家", "元", "天", "个月", "项(条)", "倍", "%"];

fn spaced(space: bool, parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(if space { " " } else { "" })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn chinese_numerals_are_read_back(number in prop_oneof![0_u64..200, 0_u64..100_000, 0_u64..1_000_000_000_000]) {
        let phrase = format!("{}件", chinese(number));
        let (value, _) = one(&phrase);
        prop_assert_eq!(value.to_string(), number.to_string(), "{}", phrase);
    }

    #[test]
    fn digits_are_read_back(
        number in prop_oneof![0_u32..100, 0_u32..3000, 0_u32..100_000_000],
        decimals in prop_oneof![Just(String::new()), "[0-9]{0,2}[1-9]"],
        unit in prop_oneof![Just(("", 1.0)), Just(("万", 1e4)), Just(("亿", 1e8)), Just(("千", 1e3)), Just(("百", 100.0)), Just(("万亿", 1e12))],
        (grouped, wide, space) in any::<(bool, bool, bool)>(),
    ) {
        let plain = if decimals.is_empty() { number.to_string() } else { format!("{number}.{decimals}") };
        let digits = if grouped && decimals.is_empty() { with_commas(number) } else { plain.clone() };
        let digits: String = if wide { digits.chars().map(full_width).collect() } else { digits };
        let phrase = format!("{}件", spaced(space, &[&digits, unit.0]));
        let (value, hedge) = one(&phrase);
        let right = plain.parse::<f64>().unwrap() * unit.1;
        prop_assert!((value - right).abs() <= right * 1e-12, "{}: {}", phrase, value);
        prop_assert_eq!(hedge, Hedge::None);
    }

    #[test]
    fn numerals_of_two_steps_are_read_back(large in 1_u64..100, small in 1_u64..10, mixed in any::<bool>()) {
        for (unit, step, size) in [("亿", "千万", 10_000_000), ("万", "千", 1000), ("千", "百", 100)] {
            if unit == "千" && large > 9 {
                continue;
            }
            let (from, to) = if mixed { (large.to_string(), small.to_string()) } else { (chinese(large), chinese(small)) };
            let right = large * size * 10 + small * size;
            let full = format!("{from}{unit}{to}{step}件");
            prop_assert_eq!(one(&full).0.to_string(), right.to_string(), "{}", full);
            let short = format!("{from}{unit}{to}");
            prop_assert_eq!(one(&short).0.to_string(), right.to_string(), "{}", short);
        }
    }

    #[test]
    fn a_hedge_is_read_with_every_numeral_unit_and_space(
        (hedge, before, behind) in prop::sample::select(HEDGES),
        measure in prop::sample::select(MEASURES),
        number in 2_u64..100_000,
        (is_chinese, space) in any::<(bool, bool)>(),
        verb in prop::sample::select(&["", "督导", "共", "全年"][..]),
    ) {
        let digits = if is_chinese { chinese(number) } else { number.to_string() };
        let phrase = format!("{verb}{}", spaced(space, &[before, &digits, measure, behind]));
        let found = one(&phrase);
        prop_assert_eq!((found.0.to_string(), found.1), (number.to_string(), hedge), "{}", phrase);
    }

    #[test]
    fn some_more_is_read_before_and_behind_the_unit(
        tens in 1_u64..500, unit in prop::sample::select(&["", "万", "亿"][..]), word in prop::sample::select(&["余", "多", "餘"][..]),
        (is_chinese, space) in any::<(bool, bool)>(),
    ) {
        let number = tens * 10;
        let digits = if is_chinese { chinese(number) } else { number.to_string() };
        let size = match unit { "万" => 10_000, "亿" => 100_000_000, _ => 1 };
        let right = (number * size).to_string();
        for parts in [[&digits, word, unit], [&digits, unit, word]] {
            let phrase = format!("{}元", spaced(space, &parts));
            let found = one(&phrase);
            prop_assert_eq!((found.0.to_string(), found.1), (right.clone(), Hedge::AtLeast), "{}", phrase);
        }
    }

    #[test]
    fn a_range_is_read_back(low in 2_u64..5000, more in 1_u64..5000, joint in prop::sample::select(&["至", "到", "-", "—", "～"][..]), space in any::<bool>()) {
        // Two numbers of four digits may be years.
        let high = low + more;
        let phrase = format!("{}家", spaced(space, &[&low.to_string(), joint, &high.to_string()]));
        let found = numerals(&phrase);
        prop_assert_eq!(found.len(), 1, "{}", phrase);
        let ends = (found[0].low.to_string(), found[0].high.map(|high| high.to_string()));
        prop_assert_eq!(ends, (low.to_string(), Some(high.to_string())), "{}", phrase);
    }

    /// Whatever stands in a phrase, reading ends, and each number has its own place in order.
    #[test]
    fn no_phrase_makes_the_reader_panic(phrase in "[0-9一二三四五六七八九十百千万亿零〇两几数半余多约近超上下内至到分之成倍番%‰.，, +\\-年月日第届次件a-z“”]{0,24}") {
        let found = numerals(&phrase);
        let length = phrase.chars().count();
        prop_assert!(found.windows(2).all(|pair| pair[0].place.end <= pair[1].place.start), "{:?}", found);
        prop_assert!(found.iter().all(|numeral| !numeral.place.is_empty() && numeral.place.end <= length));
    }
}

fn with_commas(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn full_width(character: char) -> char {
    match character {
        '0'..='9' => char::from_u32(character as u32 + 0xfee0).unwrap(),
        _ => character,
    }
}
