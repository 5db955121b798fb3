//! What is accepted and what is refused, in both languages.

use super::*;
use proptest::prelude::*;

fn refused(text: &str, lang: Lang) -> Vec<&str> {
    literal_numbers(text, lang, &[]).into_iter().map(|range| text.get(range).unwrap()).collect()
}

fn accept(lang: Lang, texts: &[&str]) {
    for text in texts {
        assert_eq!(refused(text, lang), Vec::<&str>::new(), "{text}");
    }
}

fn refuse(lang: Lang, texts: &[(&str, &[&str])]) {
    for (text, found) in texts {
        assert_eq!(refused(text, lang), *found, "{text}");
    }
}

#[test]
fn years_and_dates_in_chinese() {
    accept(
        Lang::Zh,
        &[
            "2024年8月21日，“1+10”与《122+N》",
            "2024 年 8 月 21 日",
            "2024年以来、2024年度、1999年底，2024年",
            "2022—2024年，2022年至2024年，2022到2024年，2022——2024年",
            "（2024）与(2022—2024)，综述（2024年8月）",
            "8月13日至21日，8月21—25日，8月30日至9月2日",
            "6月录制，6—8月，12月底，当月21日",
            "２０２４年８月",
            "二〇二四年",
            "①调研②协商⑳其他",
        ],
    );
    refuse(
        Lang::Zh,
        &[
            ("督导2000次", &["2000"]),
            ("协商1950件，2024", &["1950", "2024"]),
            ("1899年，2100年，24年", &["1899", "2100", "24"]),
            ("5年来，2000年来，2000年均督导", &["5", "2000", "2000"]),
            ("用时5年", &["5"]),
            ("500月活，12月活，3月均", &["500", "12", "3"]),
            ("5日均，8月5日均，8月5日活", &["5", "5", "5"]),
            ("13月，8月32日", &["13", "32"]),
            ("12.5月，1,2024年", &["12.5", "1,2024"]),
            ("督导1950至2000次，（2000次），（2024，", &["1950", "2000", "2000", "2024"]),
            ("体系1+10月", &["1"]),
            ("共½、٣、Ⅷ、５项，3²", &["½", "٣", "Ⅷ", "５", "3²"]),
            ("占83.8%，5,992件", &["83.8", "5,992"]),
            ("in 2024", &["2024"]),
        ],
    );
}

#[test]
fn years_and_dates_in_english() {
    accept(
        Lang::En,
        &[
            "On 21 August 2024 the “4+X” teams; August 21, 2024, and August 21.",
            "By 21 August 2024 members had met; 8 June 2020 lets",
            "In 2024 the committee, in 2024, in 2024: in 2024",
            "from 2022 to 2025; between 2022\nand 2024, of 2022, 2023, and 2024.",
            "Since 2024’s session, until 2024 {a-figure}, during 2024 (inferred)",
            "the work of 2024 – a year",
            "2022–2024, 2022-2024. Work, 2022—2024",
            "In April 2022 the; in May, 12–15 May, 12 to 15 May, 30\nApril, from 30 April–3 May",
            "“Report” (2024) and (2022–2024)",
            "since the beginning of 2024, late 2024,",
            "In early 2024 it was, in 2024 it’s",
        ],
    );
    refuse(
        Lang::En,
        &[
            ("5 teams, 3000 people, 1899, ３ items", &["5", "3000", "1899", "３"]),
            ("2000 visits were made", &["2000"]),
            ("In 2024, 2000 visits", &["2000"]),
            ("of 2000 visits, the 1950 proposals, for 1950 proposals", &["2000", "1950", "1950"]),
            ("by 2000 on-site visits, in 2000-odd cases", &["2000", "2000"]),
            ("in 1950–2000 visits, in 2000–3000 visits", &["1950", "2000", "2000", "3000"]),
            ("in 2000% of, in 2000+ towns, in 2000th", &["2000", "2000", "2000"]),
            ("in 1899, in 2100, in 20245", &["1899", "2100", "20245"]),
            ("(2000 visits), 2000 visits", &["2000", "2000"]),
            ("3 Mayors, 500 Marches, 500 March, 3 may", &["3", "500", "500", "3"]),
            ("In May 32 teams, in June 3000 visits", &["32", "3000"]),
            ("32 May, 0 May, 1.5 May, 21st August, 1+10 May", &["32", "0", "1.5", "21", "1"]),
            ("½ of them, ٣ visits", &["½", "٣"]),
            ("1,950 visits in 12.5 days", &["1,950", "12.5"]),
            ("2000年", &["2000"]),
        ],
    );
}

#[test]
fn names_between_quotation_marks() {
    accept(Lang::En, &["called \"1+10\" and ‘3’", "「12」『13』《14》", "‘the city’s 3’", "“a 《1》 2”"]);
    refuse(
        Lang::Zh,
        &[
            ("督导163次，批示20次", &["163", "20"]),
            ("“1”以外有2", &["2"]),
            ("督导“163次，批示20次", &["163", "20"]),
            ("督导‘163次，\"20次，《30次，「40次，『50次", &["163", "20", "30", "40", "50"]),
            ("督导“163次，“1+10”体系", &["163"]),
            ("督导“163次，《1+10》体系", &["163"]),
            ("《“163》次，20”次", &["20"]),
            ("”163“次", &["163"]),
            ("“甲《1”2", &["2"]),
            ("\"1+10\"体系\"163次", &["163"]),
        ],
    );
    refuse(Lang::En, &[("the city’s 3 teams’ 4 visits’", &["3", "4"]), ("‘163 visits, the city’s 20", &["163", "20"])]);
}

#[test]
fn digits_of_references_are_not_looked_at() {
    let text = "{donghu-2024-visits}次，20次";
    let reference = 0..text.find('次').unwrap();
    let found: Vec<_> =
        literal_numbers(text, Lang::Zh, &[reference]).into_iter().map(|range| (range.start, range.end)).collect();
    assert_eq!(found, [(text.find("20次").unwrap(), text.rfind('次').unwrap())]);
}

proptest! {
    /// Whatever is written, what is found are numbers of the text, in their order.
    #[test]
    fn numbers_are_found_in_any_text(text in "([0-9½٣.,–—至年月日“”‘’\"《》() \n]|2024|May|in|to|and|\\{a-1\\}){0,24}") {
        for lang in [Lang::Zh, Lang::En] {
            let found = literal_numbers(&text, lang, &[]);
            prop_assert!(found.is_sorted_by(|one, next| one.end <= next.start));
            for range in found {
                prop_assert!(text.get(range).is_some_and(|number| number.starts_with(char::is_numeric)));
            }
        }
    }
}
