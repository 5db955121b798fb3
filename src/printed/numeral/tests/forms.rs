//! Printed forms, each with what it says.

use super::super::{ChangeDirection, Hedge, MeanSpan, NumeralRole, NumeralScale, numerals};
use super::{counts, one, only, range};

#[test]
fn printed_numbers_are_read() {
    assert_eq!(one("立案提案503件"), (503.0, Hedge::None));
    assert_eq!(one("2400余条"), (2400.0, Hedge::AtLeast));
    assert_eq!(one("近1.4万篇"), (14_000.0, Hedge::Below));
    assert_eq!(one("总阅读量1.6亿人(次)"), (160_000_000.0, Hedge::None));
    assert_eq!(one("超过20万"), (200_000.0, Hedge::AtLeast));
    assert_eq!(one("百万人次"), (1_000_000.0, Hedge::Order));
    assert_eq!(one("上百个问题"), (100.0, Hedge::AtLeast));
    assert_eq!(one("先后三次"), (3.0, Hedge::None));
    assert_eq!(one("三百二十五名"), (325.0, Hedge::None));
    assert_eq!(one("十二项"), (12.0, Hedge::None));
    assert_eq!(one("两千余人"), (2000.0, Hedge::AtLeast));
    assert_eq!(one("5,992件"), (5992.0, Hedge::None));
    assert_eq!(one("占83.8%"), (83.8, Hedge::None));
    assert_eq!(one("约30个左右"), (30.0, Hedge::About));
    assert_eq!(one("700多篇"), (700.0, Hedge::AtLeast));
    assert_eq!(one("20余万字"), (200_000.0, Hedge::AtLeast));
    assert_eq!(one("不到半年3次"), (3.0, Hedge::None));
}

#[test]
fn every_chinese_digit_and_unit_counts() {
    for (value, digit) in (0_u8..).zip("〇一二三四五六七八九".chars()) {
        assert_eq!(one(&format!("{digit}次")), (f64::from(value), Hedge::None), "{digit}");
    }
    assert_eq!(only("二〇二五年").role, NumeralRole::Year);
    assert_eq!(one("二〇二四件"), (2024.0, Hedge::None));
    assert_eq!(one("一千零四十八件"), (1048.0, Hedge::None));
    assert_eq!(one("一亿二千三百万"), (123_000_000.0, Hedge::None));
    assert_eq!(one("3500余万"), (35_000_000.0, Hedge::AtLeast));
    assert_eq!(one("叁拾伍件"), (35.0, Hedge::None));
}

#[test]
fn numerals_of_two_steps_are_one_number() {
    for (phrase, value) in [
        ("1亿2千万元", 1.2e8),
        ("1亿2000万元", 1.2e8),
        ("3万5千人", 35e3),
        ("3万5000人", 35e3),
        ("一万二", 12e3),
        ("一万零二人", 10_002.0),
        ("两万三千人次", 23e3),
        ("一百二", 120.0),
        ("三千五", 3500.0),
        ("一万二千亿元", 1.2e12),
        ("1.5万亿元", 1.5e12),
        ("3千5百件", 3500.0),
        ("一百十五件", 115.0),
        ("2 亿 3 千万元", 2.3e8),
    ] {
        assert_eq!(one(phrase), (value, Hedge::None), "{phrase}");
    }
    for (phrase, value) in
        [("百余万元", 1e6), ("三十余万字", 3e5), ("一百多亿元", 1e10), ("100 余万元", 1e6), ("十几万字", 1e5)]
    {
        assert_eq!(one(phrase), (value, Hedge::AtLeast), "{phrase}");
    }
}

#[test]
fn shares_are_in_per_cent_and_multiples_are_multiples() {
    for (phrase, value) in [
        ("占七成", 70.0),
        ("七成五", 75.0),
        ("3‰", 0.3),
        ("百分之八十", 80.0),
        ("百分之90", 90.0),
        ("千分之三", 0.3),
        ("四分之三", 75.0),
        ("一半", 50.0),
        ("半数", 50.0),
        ("百分之百", 100.0),
        ("12.5％", 12.5),
        ("件件有回音", 100.0),
        ("全部办结", 100.0),
        ("half", 50.0),
        ("three quarters", 75.0),
        ("95 per cent", 95.0),
    ] {
        let numeral = only(phrase);
        assert_eq!((one(phrase), numeral.scale), ((value, Hedge::None), NumeralScale::PerCent), "{phrase}");
    }
    assert_eq!(only("三分之一").low.to_string(), "33.33");
    for (phrase, value, scale) in [
        ("2.5倍", 2.5, NumeralScale::Multiple),
        ("增长了一倍", 1.0, NumeralScale::Multiple),
        ("两倍半", 2.5, NumeralScale::Multiple),
        ("数量翻一番", 2.0, NumeralScale::Doublings),
        ("翻了两番", 4.0, NumeralScale::Doublings),
        ("实现翻番", 2.0, NumeralScale::Doublings),
        ("7.9个百分点", 7.9, NumeralScale::Points),
        ("threefold", 3.0, NumeralScale::Multiple),
        ("3 times as many", 3.0, NumeralScale::Multiple),
    ] {
        let numeral = only(phrase);
        assert_eq!((one(phrase), numeral.scale), ((value, Hedge::None), scale), "{phrase}");
    }
    assert_eq!(one("过半"), (50.0, Hedge::AtLeast));
    assert_eq!(one("近半数"), (50.0, Hedge::Below));
    assert_eq!(one("两年半"), (2.5, Hedge::None));
    assert_eq!(one("一个半小时"), (1.5, Hedge::None));
}

#[test]
fn two_numbers_may_be_one_range() {
    for (phrase, low, high) in [
        ("30至40家", "30", "40"),
        ("1-2件高质量提案", "1", "2"),
        ("三四十场", "30", "40"),
        ("80%至90%", "80", "90"),
        ("30家至40家", "30", "40"),
        ("3到5家", "3", "5"),
        ("30—40家", "30", "40"),
        ("30～40家", "30", "40"),
        ("30至40万元", "300000", "400000"),
        ("3万至5万", "30000", "50000"),
        ("80至90%", "80", "90"),
        ("十二三家", "12", "13"),
        ("三五家", "3", "5"),
        ("两三次", "2", "3"),
        ("七八百人", "700", "800"),
        ("六七成", "60", "70"),
        ("三至五成", "30", "50"),
        ("百分之八十至九十", "80", "90"),
        ("between 30 and 40", "30", "40"),
        ("30 to 40", "30", "40"),
        ("一万二三千人", "12000", "13000"),
    ] {
        assert_eq!(range(phrase), (low.to_owned(), high.to_owned(), Hedge::None), "{phrase}");
    }
    assert_eq!(range("约30至40家"), ("30".to_owned(), "40".to_owned(), Hedge::About));
    assert_eq!(range("30至40余家"), ("30".to_owned(), "40".to_owned(), Hedge::AtLeast));
    for (phrase, numbers) in [
        ("从4.38%上升至16.09%", ["4.38", "16.09"]),
        ("从30家到40家", ["30", "40"]),
        ("89件提案并案为38件", ["89", "38"]),
    ] {
        assert_eq!(counts(phrase), numbers, "{phrase}");
    }
}

#[test]
fn several_numbers_and_none() {
    let values = |phrase| numerals(phrase).iter().map(|numeral| numeral.low.to_string()).collect::<Vec<_>>();
    assert_eq!(values("24名和69名"), ["24", "69"]);
    assert_eq!(values("1+10"), ["1", "10"]);
    // A comma joins digits only before three of them, and only behind three at the most.
    assert_eq!(values("24，69名"), ["24", "69"]);
    assert_eq!(values("1,2345"), ["1", "2345"]);
    assert_eq!(values("12，345，678人"), ["12345678"]);
    assert_eq!(values("2024，300件"), ["2024", "300"]);
    for phrase in "均已办复|一批提案|半百之多|三农|千方百计|统一安排|一系列活动|几次|多次|唯一|第|半年|一带一路|\
         moreover"
        .split('|')
    {
        assert_eq!(values(phrase), Vec::<String>::new(), "{phrase}");
    }
}

#[test]
fn what_dates_numbers_and_names_does_not_count() {
    for (phrase, expected) in [
        ("2024年提案300件", "300"),
        ("2022—2024年12件", "12"),
        ("8月21日督导12次", "12"),
        ("十四届三次会议12件", "12"),
        ("第3次全会12件", "12"),
        ("“1+4”平台12个", "12"),
        ("“十四五”期间12件", "12"),
        ("十三届政协12件", "12"),
        ("市政协〔2024〕3号12件", "12"),
        ("90后委员12名", "12"),
        ("“三会一课”12次", "12"),
        ("2024-08-21督导12次", "12"),
        ("首批12家", "12"),
        ("党的二十大12场", "12"),
        ("五一前12件", "12"),
        ("5G基站12个", "12"),
        ("1至10月12件", "12"),
        ("周三12件", "12"),
        ("in 2024 12 visits", "12"),
        ("一等奖12个", "12"),
        ("三等奖12个", "12"),
        ("2024年度12件", "12"),
        ("二〇二四年12件", "12"),
        ("2024全年12件", "12"),
        ("3月至5月12件", "12"),
        ("2022年至2024年12件", "12"),
        ("8月1日至3日12件", "12"),
    ] {
        assert_eq!(counts(phrase), [expected], "{phrase}");
    }
    for (phrase, role) in [
        ("2024年", NumeralRole::Year),
        ("第3位", NumeralRole::Ordinal),
        ("名列全省第一", NumeralRole::Ordinal),
        ("首次举办", NumeralRole::Ordinal),
        ("十四届三次会议", NumeralRole::Ordinal),
        ("1+N", NumeralRole::Name),
        ("8月", NumeralRole::Date),
        ("G20", NumeralRole::Name),
        ("21st", NumeralRole::Ordinal),
    ] {
        assert!(numerals(phrase).iter().all(|numeral| numeral.role == role), "{phrase}");
        assert!(!numerals(phrase).is_empty(), "{phrase}");
    }
    assert_eq!(counts("已举办5届"), ["5"]);
    assert_eq!(counts("三大载体"), ["3"]);
    assert_eq!(only("名列前三").hedge, Hedge::AtMost);
}

#[test]
fn forms_of_real_reports_are_read() {
    for (phrase, value, hedge) in [
        ("每年不得少于3次", 3.0, Hedge::AtLeast),
        ("办理时限不得超过3个月", 3.0, Hedge::AtMost),
        ("300人+", 300.0, Hedge::AtLeast),
        ("25 000人", 25e3, Hedge::None),
        ("10w+", 1e5, Hedge::AtLeast),
        ("三点五亿元", 3.5e8, Hedge::None),
        ("百分之九十五点五", 95.5, Hedge::None),
        ("九成五", 95.0, Hedge::None),
        ("1/3的委员", 100.0 / 3.0, Hedge::None),
        ("收到来信12件", 12.0, Hedge::None),
        ("二十来人", 20.0, Hedge::About),
        ("春节约300人", 300.0, Hedge::About),
        ("村民约300人", 300.0, Hedge::About),
        ("twice a year", 2.0, Hedge::None),
        ("提高3百分点", 3.0, Hedge::None),
        ("修路12km", 12.0, Hedge::None),
        ("300-plus", 300.0, Hedge::AtLeast),
    ] {
        let (read, seen) = one(phrase);
        assert!((read - value).abs() < 0.005 && seen == hedge, "{phrase}: {read} {seen:?}");
    }
    assert_eq!(only("環比縮短3%").change, Some(ChangeDirection::Down));
    assert_eq!(only("下降為3%").change, None);
    assert_eq!(one("約2萬餘畝"), (2e4, Hedge::About));
    assert_eq!(range("三、四家"), ("3".to_owned(), "4".to_owned(), Hedge::None));
    assert_eq!(counts("三、五家"), ["3", "5"]);
    assert_eq!(counts("一、二等奖5项"), ["5"]);
    assert_eq!(counts("前三季度12件"), ["12"]);
    assert_eq!(counts("二级单位12家"), ["12"]);
    assert_eq!(only("人均提交1.2件").mean, Some(MeanSpan::Other));
}

#[test]
fn a_mean_tells_its_span() {
    for (phrase, span) in [
        ("年均120件", MeanSpan::Year),
        ("每月120期", MeanSpan::Month),
        ("每周120次", MeanSpan::Week),
        ("日均120人", MeanSpan::Day),
        ("平均每年办理120件", MeanSpan::Year),
        ("每年至少120次", MeanSpan::Year),
        ("120期/月", MeanSpan::Month),
        ("每季度120次", MeanSpan::Other),
        ("120 reports a year", MeanSpan::Year),
        ("120 per month", MeanSpan::Month),
    ] {
        assert_eq!(only(phrase).mean, Some(span), "{phrase}");
    }
    let of = |phrase: &str, at: usize| numerals(phrase)[at].mean;
    assert_eq!(of("每月2期，共24期", 1), None);
    assert_eq!(of("每月2期共24期", 1), None);
    assert_eq!(of("每两年1次", 1), Some(MeanSpan::Other));
    assert_eq!(counts("每两年1次"), ["1"]);
    assert_eq!(only("全年120件").mean, None);
}

#[test]
fn a_change_tells_its_direction() {
    for (phrase, direction) in [
        ("下降3%", Some(ChangeDirection::Down)),
        ("同比下降了3%", Some(ChangeDirection::Down)),
        ("增长3%", Some(ChangeDirection::Up)),
        ("-3%", Some(ChangeDirection::Down)),
        ("−3%", Some(ChangeDirection::Down)),
        ("降幅3%", Some(ChangeDirection::Down)),
        ("下降到3%", None),
        ("降至3%", None),
        ("上升至3%", None),
        ("占3%", None),
        ("同比3%", Some(ChangeDirection::Unsaid)),
        ("3%的降幅", Some(ChangeDirection::Down)),
        ("down 3%", Some(ChangeDirection::Down)),
        ("rose to 3%", None),
        ("fell by 3%", Some(ChangeDirection::Down)),
        ("负增长3%", Some(ChangeDirection::Down)),
        ("下降约3%", Some(ChangeDirection::Down)),
        ("较上年提高3个百分点", Some(ChangeDirection::Up)),
        ("新增3件", None),
        ("增至3件", None),
    ] {
        assert_eq!(only(phrase).change, direction, "{phrase}");
    }
    assert_eq!(numerals("从4.38%上升至16.09%")[1].change, None);
}

#[test]
fn english_words_are_numbers() {
    for (phrase, value) in [
        ("twenty-one visits", 21.0),
        ("three hundred and five", 305.0),
        ("a million readers", 1e6),
        ("1.5 million", 1.5e6),
        ("two thousand five hundred", 2500.0),
        ("a dozen", 12.0),
        ("18,000", 18e3),
        ("twelve", 12.0),
    ] {
        assert_eq!(one(phrase), (value, Hedge::None), "{phrase}");
    }
    assert_eq!(counts("two visits and three reports"), ["2", "3"]);
}

#[test]
fn digits_with_something_unseen_between_them_are_no_number() {
    for gap in [
        '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{34f}', '\u{180e}', '\u{3164}', '\u{fe0f}', '\u{301}',
        '\u{20e3}',
    ] {
        assert_eq!(numerals(&format!("立案提案4{gap}15件")), [], "{gap:?}");
        assert_eq!(numerals(&format!("立案提案2024{gap}15件")), [], "{gap:?}");
    }
    for gap in [' ', '\u{a0}', '\u{2009}'] {
        assert_eq!(numerals(&format!("立案提案4{gap}15件")), [], "{gap:?}");
    }
    assert_eq!(one("收集1 098条"), (1098.0, Hedge::None));
    assert!(numerals("in 2024 415 proposals").iter().any(|numeral| numeral.low.is(415.0)));
}
