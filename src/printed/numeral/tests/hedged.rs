//! Words that hedge, before and behind a number, and words that only look like one.

use super::super::Hedge;
use super::{numerals, one};

#[test]
fn every_hedge_is_seen_alone() {
    for phrase in "30余人|30多人|超30人|超过30人|逾30人|上30人|30人以上|30 余人|30有余|突破30人|至少30人|不少于30人|\
         不低于30人|30+人|30人及以上|最少30人|不下30人|达30人以上|至少召开30次|over 30|more than 30|\
         at least 30|30 or more|30 plus"
        .split('|')
    {
        assert_eq!(one(phrase), (30.0, Hedge::AtLeast), "{phrase}");
    }
    for phrase in
        "近30人|不足30人|不到30人|近 30 人|将近30人|接近30人|nearly 30|almost 30|fewer than 30|less than 30".split('|')
    {
        assert_eq!(one(phrase), (30.0, Hedge::Below), "{phrase}");
    }
    for phrase in "不超过30人|不多于30人|30人以内|30天内|最多30人|至多30人|30人以下|30日内|no more than 30|up to 30|\
         at most 30"
        .split('|')
    {
        assert_eq!(one(phrase), (30.0, Hedge::AtMost), "{phrase}");
    }
    for phrase in "约30人|30人左右|30人上下|大概30人|大约30人|约占30%|约有30人|约30余人|近30人左右|30件提案左右|\
         约占总数的30%|约 30 人|about 30|around 30|approximately 30|30 or so"
        .split('|')
    {
        assert_eq!(one(phrase), (30.0, Hedge::About), "{phrase}");
    }
}

#[test]
fn a_hedge_may_stand_behind_the_unit() {
    for (phrase, value) in [
        ("2倍多", 2.0),
        ("3个多月", 3.0),
        ("3年多", 3.0),
        ("两个多小时", 2.0),
        ("90%以上", 90.0),
        ("七成以上提案", 70.0),
        ("半数以上提案", 50.0),
    ] {
        assert_eq!(one(phrase), (value, Hedge::AtLeast), "{phrase}");
    }
    assert_eq!(one("3个月内答复完毕"), (3.0, Hedge::AtMost));
    assert_eq!(one("5个工作日内"), (5.0, Hedge::AtMost));
}

#[test]
fn magnitudes_are_no_exact_numbers() {
    for (phrase, value) in [
        ("数百人次", 100.0),
        ("几十场", 10.0),
        ("成百上千", 100.0),
        ("数十万元", 1e5),
        ("几千万元", 1e7),
        ("数以千计", 1e3),
    ] {
        assert_eq!(one(phrase), (value, Hedge::Several), "{phrase}");
    }
    for (phrase, value) in [("达百万人次", 1e6), ("千万元", 1e7), ("百场", 100.0), ("亿元", 1e8)] {
        assert_eq!(one(phrase), (value, Hedge::Order), "{phrase}");
    }
    for (phrase, value) in [
        ("破千件", 1e3),
        ("过百场", 100.0),
        ("上千人次", 1e3),
        ("上百", 100.0),
        ("超百万", 1e6),
        ("十几场", 10.0),
        ("二十几场", 20.0),
        ("万余名", 1e4),
    ] {
        assert_eq!(one(phrase), (value, Hedge::AtLeast), "{phrase}");
    }
    assert_eq!(one("近百万"), (1e6, Hedge::Below));
    assert_eq!(one("十场"), (10.0, Hedge::None));
    assert_eq!(one("hundreds of visits"), (100.0, Hedge::Several));
}

#[test]
fn a_word_that_holds_a_hedge_is_none() {
    for phrase in "线上12场|网上12件|签约12个项目|最近12件|12次市以上批示|市以上批示12次|12篇省级以上采用|\
         市级以上批示12次|其余12件|12次上门走访|上级采用12篇|12家国内企业|12个多部门联动|附近12个村|通过12件|\
         打破12项|会上12人发言|以上12件|公约12条|多达12件|高达12件|12家上市公司|12次上下联动|通过了12件|\
         侦破12件|12家内设机构|经过12次|12个多元化平台|12天内容|节约12元|突破12项关键技术|12年内蒙古"
        .split('|')
    {
        assert_eq!(one(phrase), (12.0, Hedge::None), "{phrase}");
    }
}

#[test]
fn a_chinese_digit_before_a_space_and_a_sign_of_shares_is_a_number() {
    for phrase in ["二%", "二 %", "不超过二 ％", "全年不多于 十 %", "三 ‰"] {
        assert_eq!(numerals(phrase).len(), 1, "{phrase}");
    }
    assert!(numerals("二 A").is_empty());
}
