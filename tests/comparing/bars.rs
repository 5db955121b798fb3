//! What can't be compared is not drawn to one scale: where bars stand, what stands in the place of the others, and the
//! words that say which end of an order comes first.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Pane, State};
use cppcc::deck::Library;
use cppcc::domain::{Comparison, FigureChoice, Measure, Request, YearChoice, compare};
use cppcc::export::{ComparisonSet, Format, Paint, TextStyle, comparisons};
use cppcc::text::{CharSet, Lang, width};
use crossterm::event::KeyCode;
use std::rc::Rc;
use support::keys::press;
use support::pack::{Figure, alone, exact, text};
use support::screen::{lines, lines_of, opened_on, select_indicator};

const FLOW: &str = "nature = \"flow\"";
const OTHER_DEFINITION: &str = "variant = { zh = \"场次\", en = \"rounds\" }\n";
const BLOCKS: &str = "█▉▊▋▌▍▎▏▒▸";
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

/// Cities with an exact figure each: the name, the value, the year and more keys.
fn cities(indicator: &str, figures: &[(&str, f64, u16, &str)]) -> Rc<Library> {
    let keys: Vec<String> =
        figures.iter().enumerate().map(|(number, (_, value, year, more))| exact(number, *value, *year, more)).collect();
    let figures: Vec<Figure> = figures.iter().zip(&keys).map(|((city, ..), keys)| Figure { city, keys }).collect();
    alone(&text(indicator, &figures))
}

/// Two cities that may be ranked, and one whose large number counts something else.
fn one_apart() -> Rc<Library> {
    cities(FLOW, &[("甲市", 10.0, 2024, ""), ("乙市", 5.0, 2024, ""), ("丙市", 900.0, 2024, OTHER_DEFINITION)])
}

/// Three cities of which no two may be ranked.
fn all_apart() -> Rc<Library> {
    let variant = |name: &str| format!("variant = {{ zh = \"{name}\", en = \"{name}\" }}\n");
    let (one, two) = (variant("一"), variant("二"));
    cities(FLOW, &[("甲市", 10.0, 2024, &one), ("乙市", 5.0, 2023, &two), ("丙市", 900.0, 2024, "")])
}

fn dashboard(library: &Rc<Library>, lang: Lang, size: (u16, u16)) -> State {
    let mut state = opened_on(Rc::clone(library), lang, size);
    let made = library.indicators.find("made").unwrap();
    select_indicator(&mut state, made);
    state
}

fn bars(library: &Rc<Library>, lang: Lang, size: (u16, u16)) -> Vec<String> {
    lines_of(&dashboard(library, lang, size), Pane::Bars)
}

fn row<'a>(lines: &'a [String], name: &str) -> &'a str {
    lines.iter().find(|line| line.contains(name)).unwrap_or_else(|| panic!("no {name} in {lines:#?}"))
}

fn comparison(library: &Library) -> Comparison {
    let indicator = library.indicators.find("made").unwrap();
    let areas = library.areas.keys().collect();
    let (measure, year_choice, figure_choice) = (Measure::Raw, YearChoice::Latest, FigureChoice::default());
    compare(library, &Request { indicator, areas, measure, year_choice, figure_choice })
}

fn written(library: &Library, format: Format, style: &TextStyle) -> String {
    comparisons(library, ComparisonSet::One(&comparison(library)), format, style).unwrap()
}

const fn style(lang: Lang, width: usize) -> TextStyle {
    TextStyle {
        lang,
        notation: cppcc::text::number::BoundNotation::Signs(CharSet::Unicode),
        width,
        paint: Paint::Plain,
    }
}

fn has_bar(line: &str) -> bool {
    line.trim_start_matches(['▸', ' ']).contains(|sign| BLOCKS.contains(sign))
}

#[test]
fn a_bar_stands_only_among_figures_that_may_be_ranked_together() {
    for size in SIZES {
        let lines = bars(&one_apart(), Lang::Zh, size);
        let (longest, half, apart) = (row(&lines, "甲市"), row(&lines, "乙市"), row(&lines, "丙市"));
        let blocks = |line: &str| line.chars().filter(|sign| *sign == '█').count();
        assert!(blocks(longest) > 5 && blocks(longest).abs_diff(2 * blocks(half)) <= 1, "{size:?} {lines:#?}");
        assert!(!has_bar(apart), "{size:?} {apart}");
        assert!(apart.contains("900") && apart.contains("× ") && apart.contains("口径不同"), "{size:?} {apart}");
    }
    let wide = bars(&one_apart(), Lang::Zh, (200, 50));
    assert!(row(&wide, "丙市").contains("900 × 不可比：口径不同"), "{wide:#?}");
    let wide = bars(&one_apart(), Lang::En, (240, 50));
    assert!(row(&wide, "丙市").contains("900 × not comparable: definitions differ"), "{wide:#?}");
}

#[test]
fn what_is_only_not_ranked_says_so() {
    let years = cities(FLOW, &[("甲市", 10.0, 2024, ""), ("乙市", 5.0, 2024, ""), ("丙市", 900.0, 2021, "")]);
    let lines = bars(&years, Lang::Zh, (200, 50));
    assert!(row(&lines, "丙市").contains("900 ~ 不排序：时段不同"), "{lines:#?}");
    assert!(row(&lines, "丙市").ends_with(" 2021"), "{lines:#?}");
    let lines = bars(&years, Lang::En, (200, 50));
    assert!(row(&lines, "丙市").contains("900 ~ not ranked: periods differ"), "{lines:#?}");
}

#[test]
fn a_reason_that_has_no_room_in_its_row_stands_below() {
    for lang in [Lang::Zh, Lang::En] {
        for size in SIZES {
            let lines = bars(&one_apart(), lang, size);
            let reason = if lang == Lang::Zh { "口径不同" } else { "definitions differ" };
            let said = lines.concat().replace(['▸', ' '], "").matches(&reason.replace(' ', "")).count();
            assert_eq!(said, 1, "{size:?} {lines:#?}");
        }
    }
}

#[test]
fn where_nothing_may_be_ranked_there_is_no_bar_and_values_are_aligned() {
    for lang in [Lang::Zh, Lang::En] {
        for size in SIZES {
            let lines = bars(&all_apart(), lang, size);
            let rows = ["甲市", "乙市", "丙市"].map(|name| row(&lines, name));
            let ends = rows.map(|row| width(row.split_once('×').unwrap().0));
            assert!(rows.iter().all(|row| !has_bar(row)), "{rows:#?}");
            assert_eq!(ends, [ends[0]; 3], "{rows:#?}");
            assert!(rows[1].contains("  5 × 2023") && rows[2].contains("900 × 2024"), "{rows:#?}");
        }
    }
}

#[test]
fn the_shell_and_the_documents_say_it_too() {
    let (library, zh) = (one_apart(), style(Lang::Zh, 80));
    let table = written(&library, Format::Table, &zh);
    let rows: Vec<String> = table.lines().take(4).map(str::to_owned).collect();
    assert!(has_bar(row(&rows, "甲市")) && !has_bar(row(&rows, "丙市")), "{table}");
    assert!(row(&rows, "丙市").contains("900 u  × 不可比：口径不同"), "{table}");
    let narrow = written(&library, Format::Table, &style(Lang::Zh, 34));
    assert!(narrow.lines().take(4).all(|line| width(line) <= 34), "{narrow}");
    let aloud = written(&library, Format::Table, &zh.aloud());
    assert!(aloud.contains("丙市：900 u，不可比：口径不同\n"), "{aloud}");
    let markdown = written(&library, Format::Markdown, &zh);
    assert!(markdown.contains("| 丙市 | 900 u | 2024 全年 | 不可比：口径不同 |"), "{markdown}");
    let json: serde_json::Value = serde_json::from_str(&written(&library, Format::Json, &zh)).unwrap();
    assert_eq!(json["cells"][2]["apart"][0]["id"], "definition-differs", "{json:#}");
    assert_eq!(json["cells"][0]["apart"], serde_json::json!([]));
    let refused = written(&all_apart(), Format::Table, &zh);
    assert!(!refused.contains(|sign| BLOCKS.contains(sign)), "{refused}");
}

#[test]
fn a_change_has_no_bar_and_a_minus_of_its_own() {
    let base = "base = { zh = \"上年\", en = \"the year before\" }\n";
    let library = cities("nature = \"change\"", &[("甲市", -3.5, 2024, base), ("乙市", 7.0, 2024, base)]);
    for (lang, size) in [(Lang::Zh, SIZES[0]), (Lang::En, SIZES[2])] {
        let lines = bars(&library, lang, size);
        assert!(row(&lines, "甲市").contains("−3.5") && !lines.iter().any(|line| has_bar(line)), "{lines:#?}");
    }
    let table = written(&library, Format::Table, &style(Lang::Zh, 80));
    assert!(table.contains("−3.5 u") && table.contains("第 2") && !has_bar(&table.replace('▸', "")), "{table}");
    let ascii = TextStyle { notation: CharSet::Ascii.into(), ..style(Lang::Zh, 80) };
    assert!(written(&library, Format::Table, &ascii).contains("-3.5 u"));
    assert!(written(&library, Format::Table, &ascii.aloud()).contains("负 3.5 u"));
}

#[test]
fn an_order_says_which_end_comes_first() {
    let figures = [("甲市", 42.0, 2024, ""), ("乙市", 20.0, 2024, "")];
    for (indicator, zh, en, id) in [
        ("nature = \"duration\"", "最短居首", "shortest first", "ascending"),
        ("nature = \"flow\"\norder = \"ascending\"", "最少居首", "fewest first", "ascending"),
        ("nature = \"rate\"\norder = \"ascending\"", "最低居首", "lowest first", "ascending"),
        ("nature = \"flow\"\norder = \"by-size\"", "按大小排列", "by size, neither better nor worse", "by-size"),
    ] {
        let library = cities(indicator, &figures);
        for (lang, words) in [(Lang::Zh, zh), (Lang::En, en)] {
            let lines = bars(&library, lang, (200, 50)).concat().to_lowercase();
            assert!(lines.contains(words), "{words} in {lines}");
            for format in [Format::Table, Format::Markdown] {
                let text = written(&library, format, &style(lang, 100)).to_lowercase();
                assert!(text.contains(words), "{words} in {text}");
                let is_numbered = text.contains("第 1") || text.contains("no. 1");
                assert_eq!(is_numbered, id != "by-size", "{text}");
            }
            let aloud = written(&library, Format::Table, &style(lang, 100).aloud()).to_lowercase();
            assert!(aloud.contains(words), "{words} in {aloud}");
        }
        let json: serde_json::Value =
            serde_json::from_str(&written(&library, Format::Json, &style(Lang::Zh, 80))).unwrap();
        assert_eq!(json["order"], id);
    }
    let plain = written(&cities(FLOW, &figures), Format::Table, &style(Lang::Zh, 80));
    assert!(!plain.contains("居首"), "the greatest first needs no words: {plain}");
}

#[test]
fn a_slide_draws_bars_only_among_figures_that_may_be_ranked() {
    const DECK: &str = "[[deck]]\nid = \"mine\"\nname = { zh = \"我的\", en = \"Mine\" }\n[[deck.slide]]\nkind = \
                        \"compare\"\nindicators = [\"made\"]\n";
    let figures = [
        Figure { city: "甲市", keys: &exact(0, 10.0, 2024, "") },
        Figure { city: "乙市", keys: &exact(1, 5.0, 2024, "") },
        Figure { city: "丙市", keys: &exact(2, 900.0, 2024, OTHER_DEFINITION) },
    ];
    let library = alone(&(text(FLOW, &figures) + DECK));
    for size in SIZES {
        let mut state = opened_on(Rc::clone(&library), Lang::Zh, size);
        press(&mut state, KeyCode::F(5));
        let lines = lines(&state);
        assert!(has_bar(row(&lines, "甲市")), "{lines:#?}");
        let apart = row(&lines, "丙市");
        assert!(apart.contains("丙市  × 不可比：口径不同"), "{size:?} {lines:#?}");
    }
}
