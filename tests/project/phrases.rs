//! The phrase proves the figure: what it prints passes, and anything else is refused with a hint that is right.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

mod claim;
mod forms;

use claim::{Claim, check, hints};
use forms::{Form, forms};
use proptest::prelude::*;

/// Checks that claims are accepted.
fn accepted(claims: &[Claim]) {
    for (claim, faults) in claims.iter().zip(check(claims)) {
        assert!(faults.is_empty(), "{claim}: {faults:#?}");
    }
}

/// Checks that claims are refused, and that whatever their hints offer is then accepted.
fn refused(claims: &[Claim]) {
    let mut offered = Vec::new();
    for (claim, faults) in claims.iter().zip(check(claims)) {
        assert!(!faults.is_empty(), "accepted: {claim}");
        for fault in faults {
            let help = fault.help.unwrap_or_else(|| panic!("{claim}: {}", fault.message.en));
            for text in [&fault.message, &help] {
                assert!(
                    !text.zh.is_ascii() && !text.en.is_empty() && !text.en.contains('，'),
                    "{} {}",
                    text.zh,
                    text.en
                );
            }
            let hints = hints(claim, &help.en);
            assert_eq!(hints.len(), help.zh.matches("value = ").count(), "{claim}: {}", help.zh);
            offered.extend(hints);
            if help.en.contains("`reading`") && fault.message.en.contains("phrase") {
                offered.push(Claim { has_reading: true, ..claim.clone() });
            }
        }
    }
    accepted(&offered);
}

/// Returns the hints of all faults of a claim, in English.
fn help(claim: &Claim) -> String {
    let faults = claim.check();
    assert!(!faults.is_empty(), "accepted: {claim}");
    faults.iter().filter_map(|fault| fault.help.as_ref()).map(|help| help.en.clone()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_form_passes_with_what_it_means() {
    let forms = forms();
    assert_eq!(forms.len(), 112);
    accepted(&forms.iter().flat_map(Form::right).collect::<Vec<_>>());
}

#[test]
fn every_other_qualifier_is_refused_with_the_right_hint() {
    for form in forms() {
        let wrong = form.with_other_qualifiers();
        let read: Vec<Claim> = wrong.iter().map(|claim| Claim { has_reading: true, ..claim.clone() }).collect();
        refused(&wrong);
        refused(&read);
        let Some(right) = form.right().into_iter().next() else { continue };
        for (claim, faults) in wrong.iter().zip(check(&wrong)) {
            let help = faults.iter().find_map(|fault| fault.help.as_ref()).map_or("", |help| &help.en);
            assert!(help.contains(&right.keys()), "{claim}: {help}, not {}", right.keys());
        }
    }
}

#[test]
fn neighbouring_values_are_refused_with_the_right_hint() {
    for form in forms() {
        refused(&form.with_other_values());
    }
}

#[test]
fn a_reading_excuses_only_that_the_value_is_not_printed() {
    let claim = Claim::new("均已办复", "rate", "100", "exact");
    refused(std::slice::from_ref(&claim));
    assert!(Claim { has_reading: true, ..claim }.check().is_empty());
    for wrong in [
        Claim::new("2400余条", "flow", "2400", "exact"),
        Claim::new("2400余条", "flow", "2400", "order"),
        Claim::new("30至40家", "flow", "30", "exact"),
        Claim::new("下降3%", "rate", "3", "exact"),
        Claim::new("年均120件", "flow", "120", "exact"),
    ] {
        refused(&[Claim { has_reading: true, ..wrong }]);
    }
    let long = Claim::new("市政协全体会议期间提案均已经办复完毕", "rate", "100", "exact");
    assert!(Claim { has_reading: true, ..long }.check().len() == 1);
}

#[test]
fn an_order_of_magnitude_must_be_printed() {
    assert!(Claim::new("达百万人次", "flow", "1000000", "order").check().is_empty());
    for wrong in ["1000", "10000000", "100", "1200000"] {
        refused(&[Claim::new("达百万人次", "flow", wrong, "order")]);
    }
    refused(&[Claim::new("督导163次", "flow", "163", "order")]);
    refused(&[Claim::new("督导163次", "flow", "100", "order")]);
}

#[test]
fn what_could_not_be_said_is_said_with_its_own_key() {
    let change = Claim::new("下降3%", "rate", "3", "exact");
    assert_eq!(help(&change), "it should be value = -3, qualifier = \"exact\", nature = \"change\"");
    let mean = Claim::new("年均120件", "flow", "120", "exact");
    assert_eq!(help(&mean), "it should be value = 120, qualifier = \"exact\", each = \"year\"");
    let range = Claim::new("30至40家", "flow", "30", "at-least");
    assert_eq!(help(&range), "it should be value = 30, to = 40, qualifier = \"between\"");
    let total = Claim { each: Some("year".to_owned()), ..Claim::new("全年120件", "flow", "120", "exact") };
    assert_eq!(help(&total), "it should be value = 120, qualifier = \"exact\", without `each`");
    refused(&[total]);
    for (phrase, each) in [("每月2期", "month"), ("每周2期", "week"), ("日均2期", "day"), ("2期/月", "month")]
    {
        let right = Claim { each: Some(each.to_owned()), ..Claim::new(phrase, "flow", "2", "exact") };
        assert!(right.check().is_empty(), "{phrase}");
    }
}

#[test]
fn changes_are_hedged_on_their_own_side_of_zero() {
    for (phrase, value, to, qualifier) in [
        ("下降3%", "-3", None, "exact"),
        ("下降超3%", "-3", None, "at-most"),
        ("下降近3%", "-3", None, "at-least"),
        ("下降不超过3%", "-3", None, "at-least"),
        ("下降约3%", "-3", None, "about"),
        ("下降3至5%", "-5", Some("-3"), "between"),
        ("增长3至5%", "3", Some("5"), "between"),
        ("增长超3%", "3", None, "at-least"),
        ("下降三成", "-30", None, "exact"),
        ("下降3个百分点", "-3", None, "exact"),
        ("同比3.5%", "3.5", None, "exact"),
        ("增长一倍", "100", None, "exact"),
        ("翻一番", "100", None, "exact"),
        ("增长120%", "120", None, "exact"),
    ] {
        let right = Claim { to: to.map(str::to_owned), ..Claim::new(phrase, "change", value, qualifier) };
        accepted(&[right]);
    }
    refused(&[Claim::new("下降3%", "change", "3", "exact")]);
    refused(&[Claim::new("下降到3%", "change", "-3", "exact")]);
    refused(&[Claim::new("占3%", "change", "3", "exact")]);
    refused(&[Claim::new("下降3%", "change", "-3", "at-least")]);
}

#[test]
fn a_number_of_another_kind_is_refused_with_its_nature() {
    for (phrase, nature, value, right) in [
        ("占44.1%", "flow", "44.1", "nature = \"rate\""),
        ("半数委员", "flow", "50", "nature = \"rate\""),
        ("是去年的5倍", "flow", "5", "nature = \"ratio\""),
        ("第12次全会", "flow", "12", "nature = \"ordinal\""),
        ("12件，占44.1%", "rate", "12", "nature = \"flow\""),
    ] {
        let wrong = Claim::new(phrase, nature, value, "exact");
        assert!(help(&wrong).contains(right), "{wrong}: {}", help(&wrong));
        refused(&[wrong]);
    }
    for (phrase, value) in
        [("2024年督导", "2024"), ("十四届三次会议", "3"), ("8月21日", "21"), ("“1+10”", "10"), ("每两年1次", "2")]
    {
        let wrong = Claim::new(phrase, "flow", value, "exact");
        refused(std::slice::from_ref(&wrong));
        assert!(!help(&wrong).contains("`reading`"), "{wrong}: {}", help(&wrong));
    }
}

#[test]
fn a_mean_without_a_word_is_no_total() {
    for phrase in ["每季度2次", "每两年2次", "人均2件"] {
        let wrong = Claim::new(phrase, "flow", "2", "exact");
        refused(&[wrong.clone(), Claim { has_reading: true, ..wrong }]);
    }
    let a_year =
        Claim { each: Some("year".to_owned()), has_reading: true, ..Claim::new("每季度2次", "flow", "8", "exact") };
    accepted(&[a_year]);
}

#[test]
fn a_share_of_a_third_may_be_rounded() {
    for value in ["33.3", "33.33", "33.333"] {
        assert!(Claim::new("占三分之一", "rate", value, "exact").check().is_empty(), "{value}");
    }
    for value in ["33", "34", "33.4", "1", "3"] {
        refused(&[Claim::new("占三分之一", "rate", value, "exact")]);
    }
    assert!(Claim::new("三分之二以上", "rate", "66.67", "at-least").check().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever a phrase prints and a figure says: who follows a hint has a figure without a fault.
    #[test]
    fn a_hint_that_is_followed_leads_to_no_fault(
        phrases in prop::collection::vec(
            "(约|近|超|至少|不超过|下降|增长|年均|每月|每季度|第|上|2024年|十四届|占|)(数|几|)(3|12|30至40|1，098|2\\.5|三|十二|三四十|一万二|百分之八|三分之一|半)( |)(余|多|万|亿|成|)(件|%|倍|次|个月|‰|个百分点|)(以上|左右|内|多|)(，占9%|和5次|)",
            24,
        ),
        nature in prop::sample::select(&["flow", "stock", "rate", "ratio", "change", "duration", "ordinal"][..]),
        value in prop::sample::select(&["3", "12", "30", "40", "0.3", "9", "-9", "50", "12000", "120000", "2.5", "80", "33.33", "2024", "5"][..]),
        qualifier in prop::sample::select(&["exact", "at-least", "below", "at-most", "about", "order"][..]),
        each in prop::sample::select(&[None, Some("year"), Some("month")][..]),
    ) {
        let short = phrases.into_iter().filter(|phrase| phrase.chars().count() <= 16);
        let claims: Vec<Claim> = short
            .map(|phrase| Claim { each: each.filter(|_| nature == "flow").map(str::to_owned), ..Claim::new(&phrase, nature, value, qualifier) })
            .collect();
        let found = check(&claims);
        let wrong: Vec<Claim> = claims.into_iter().zip(&found).filter(|(_, faults)| !faults.is_empty()).map(|(claim, _)| claim).collect();
        // A negative count is a fault of its own, which says nothing of the phrase.
        if nature == "change" || !value.starts_with('-') {
            refused(&wrong);
        }
    }
}
