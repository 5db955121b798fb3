//! What must be told wherever a figure stands: that it is a forecast, how it is hedged, that no number is printed.

use crate::support::library::shipped;
use crate::support::pack::{Figure, alone, exact, text};
use crate::support::program::{err, out, program, run};
use crate::support::screen::{lines_of, opened, opened_on, select_area};
use cppcc::app::{Action, Pane, Screen};
use cppcc::domain::observation::Status;
use cppcc::domain::{FigureChoice, Measure, Request, YearChoice, compare};
use cppcc::text::{CharSet, Lang};
use cppcc::wording::{figure_sentence, head_count, meaning_of, observation_value};
use std::fmt::Write;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn what_is_forecast_or_planned_says_so_wherever_it_stands() {
    let dataset = shipped();
    let mut seen = 0;
    for lang in LANGS {
        for (_, figure) in dataset.observations.iter().filter(|(_, figure)| figure.status != Status::Achieved) {
            let status = figure.status.name().get(lang);
            let value = observation_value(figure, lang, CharSet::Unicode);
            let area = &dataset.areas[figure.area];
            // In the shell, on one line with its value.
            let output = run(lang, &["city", &area.id]);
            let lines: Vec<&str> = out(&output).lines().filter(|line| line.ends_with(&figure.id)).collect();
            assert!(!lines.is_empty() && lines.iter().all(|line| line.contains(status)), "{status}: {lines:#?}");
            // In the details of its theme.
            let mut state = opened(lang, (200, 60));
            state.apply(Action::Show(Screen::Coverage));
            select_area(&mut state, figure.area);
            let mut told = false;
            for _ in dataset.themes.keys() {
                let shown = lines_of(&state, Pane::Drilldown).join(" ");
                told |= shown.contains(&value) && shown.contains(status);
                state.apply(Action::Move(cppcc::app::action::Direction::Down));
            }
            assert!(told, "{} in Coverage", figure.id);
            seen += 1;
        }
    }
    assert!(seen > 2);
}

#[test]
fn a_number_that_is_not_printed_is_no_exact_number_of_the_source() {
    let dataset = shipped();
    let mut in_words = 0;
    for (_, figure) in dataset.observations.iter() {
        let is_printed = figure.source.printed.contains(|sign: char| sign.is_numeric());
        let says = meaning_of(figure).zh;
        if says.starts_with("原文未印数字") {
            assert!(figure.reading.is_some() && !is_printed, "{}", figure.id);
            in_words += 1;
        }
        assert!(says != "原文为确数" || is_printed || figure.reading.is_none(), "{}", figure.id);
    }
    assert!(in_words > 0);
}

#[test]
fn a_hedged_number_of_members_keeps_its_hedge() {
    let keys: Vec<String> = (0..2).map(|city| exact(city, 100.0, 2024, "")).collect();
    let figures: Vec<Figure> = ["甲", "乙"].into_iter().zip(&keys).map(|(city, keys)| Figure { city, keys }).collect();
    let mut pack = text("nature = \"flow\"", &figures);
    for (area, qualifier) in [("c0", "at-least"), ("c1", "exact")] {
        write!(
            pack,
            "\n[[denominator]]\narea = \"{area}\"\nkind = \"members\"\nvalue = 420\nqualifier = \"{qualifier}\"\nas_of = \
             \"2024-12-31\"\nsource = {{ zh = \"来源\", en = \"source\" }}\ncertainty = \"high\"\n"
        )
        .unwrap();
    }
    let library = alone(&pack);
    for (key, area) in library.areas.iter() {
        let held = library.denominators_of(key).next().unwrap();
        let expected = if area.id == "c0" { "≥420" } else { "420" };
        assert_eq!(head_count(held, Lang::Zh, CharSet::Unicode), expected);
        let mut state = opened_on(library.clone(), Lang::Zh, (120, 36));
        state.put(Measure::PerHundredMembers, YearChoice::Latest);
        select_area(&mut state, key);
        let shown = lines_of(&state, Pane::Drilldown).join(" ");
        assert!(shown.contains(&format!("委员人数 {expected} ")), "{shown}");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("pack.toml"), &pack).unwrap();
    let data = folder.path().to_str().unwrap();
    for arguments in [vec!["city", "c0"], vec!["list", "areas"], vec!["compare", "made", "--per", "100-members"]] {
        let output = program(Lang::Zh).args(["--builtin", "none", "--data", data]).args(&arguments).output().unwrap();
        assert!(out(&output).contains("≥420"), "{arguments:?}: {}", out(&output));
    }
}

/// 10余 would say between ten and twenty, and 30余 would leave thirty out.
#[test]
fn sentences_hedge_as_the_source_does() {
    for (value, qualifier, printed, told) in [
        ("10", "at-least", "数十次", "数十"),
        ("10", "at-least", "几十次", "数十"),
        ("100", "order", "数百次", "数百"),
        ("10", "at-least", "10余次", "10余"),
        ("30", "at-least", "30次以上", "不少于30"),
        ("30", "at-least", "至少30次", "不少于30"),
        ("40", "below", "不足40次", "不到40"),
        ("40", "below", "近40次", "近40"),
    ] {
        let keys = format!(
            "value = {value}\nqualifier = \"{qualifier}\"\nperiod = \"2024\"\nsource = {{ article = \"a0\", printed = \
             \"{printed}\" }}\n"
        );
        let library = alone(&text("nature = \"flow\"", &[Figure { city: "甲", keys: &keys }]));
        let key = library.observations.keys().next().unwrap();
        let sentence = figure_sentence(&library, key, Lang::Zh);
        assert!(sentence.contains(&format!("{told}u")), "{printed}: {sentence}");
    }
}

#[test]
fn why_too_few_are_compared_is_true() {
    for (arguments, zh, en) in [
        (["proposals-filed", "--area", "jinan"].as_slice(), "只选了一市", "only one city is chosen"),
        (
            &["proposals-filed", "--when", "1999"],
            "1999 年有数字的不足两市",
            "fewer than two cities have a figure of 1999",
        ),
    ] {
        for (lang, words) in [(Lang::Zh, zh), (Lang::En, en)] {
            let output = run(lang, &[&["compare"], arguments].concat());
            assert!(err(&output).contains(words), "{arguments:?}: {}", err(&output));
        }
    }
}

/// Two things that differ are not written alike side by side, as 2024-12-31 / 2024-12-31.
#[test]
fn no_reason_sets_the_same_beside_the_same() {
    let dataset = shipped();
    let mut reasons = 0;
    for indicator in dataset.indicators.keys() {
        for year_choice in [YearChoice::Latest, YearChoice::Closest] {
            let (areas, figure_choice) = (dataset.areas.keys().collect(), FigureChoice::default());
            let comparison =
                compare(&dataset, &Request { indicator, areas, measure: Measure::Raw, year_choice, figure_choice });
            for reason in comparison.pairs(&dataset).flat_map(|pair| pair.reasons) {
                for lang in LANGS {
                    let words = reason.words();
                    let said = words.get(lang);
                    let behind = said.split_once(['：', ':']).map_or(said, |(_, behind)| behind);
                    if let Some((one, other)) = behind.split_once(" / ") {
                        assert_ne!(one.trim(), other.trim(), "{said}");
                        reasons += 1;
                    }
                }
            }
        }
    }
    assert!(reasons > 100, "{reasons}");
}

/// Loads a pack with these figures of one indicator, one city each.
fn pack_of(indicator: &str, figures: &[(&str, &str)]) -> std::rc::Rc<cppcc::deck::Library> {
    let figures: Vec<Figure> = figures.iter().map(|(city, keys)| Figure { city, keys }).collect();
    alone(&text(indicator, &figures))
}

#[test]
fn a_plan_for_the_year_is_not_denied() {
    let planned = "[[observation]]\nid = \"c0-plan\"\narea = \"c0\"\nindicator = \"made\"\nscope = \"city\"\nstatus = \
                   \"planned\"\nvalue = 12\nqualifier = \"exact\"\nperiod = \"2025\"\nsource = { article = \"a0\", printed = \
                   \"12u\" }\nreading = { zh = \"x\", en = \"x\" }\n";
    let keys = [exact(0, 100.0, 2024, planned), exact(1, 90.0, 2025, "")];
    let library = pack_of("nature = \"flow\"", &[("甲", &keys[0]), ("乙", &keys[1])]);
    let (areas, figure_choice) = (library.areas.keys().collect(), FigureChoice::default());
    let indicator = library.indicators.keys().next().unwrap();
    let year_choice = YearChoice::Year(2025);
    let comparison =
        compare(&library, &Request { indicator, areas, measure: Measure::Raw, year_choice, figure_choice });
    let missing = comparison.cells[0].content.as_ref().unwrap_err();
    assert_eq!(missing.text().zh, "2025 年只有计划数或预计数，不与实际数比较（实际数有：2024）");
    assert!(missing.text().en.starts_with("only a planned or forecast figure for 2025"));
    assert_eq!(missing.brief().en, "planned for 2025");
    // Beside the years it is a plan, and nothing else.
    let mut state = opened_on(library.clone(), Lang::En, (200, 60));
    select_area(&mut state, library.areas.keys().next().unwrap());
    let details = lines_of(&state, Pane::Drilldown).join(" ");
    assert!(details.contains("12 planned") && !details.contains("other definition"), "{details}");
}

#[test]
fn english_hedges_are_the_printed_ones() {
    for (qualifier, printed, told) in [
        ("below", "fewer than 40 cases", "fewer than 40"),
        ("below", "nearly 40 cases", "nearly 40"),
        ("at-most", "up to 40 cases", "no more than 40"),
    ] {
        let keys = format!(
            "value = 40\nqualifier = \"{qualifier}\"\nperiod = \"2024\"\nsource = {{ article = \"a0\", printed = \"{printed}\" }}\n"
        );
        let library = pack_of("nature = \"flow\"", &[("A", &keys)]);
        let key = library.observations.keys().next().unwrap();
        let sentence = figure_sentence(&library, key, Lang::En);
        assert!(sentence.contains(told), "{printed}: {sentence}");
        // Words in quotation marks are printed ones.
        assert!(!meaning_of(&library.observations[key]).en.contains('“'));
    }
}

#[test]
fn a_rank_from_the_least_says_so() {
    let keys = [exact(0, 30.0, 2024, ""), exact(1, 20.0, 2024, "")];
    let library = pack_of("nature = \"duration\"\norder = \"ascending\"", &[("甲", &keys[0]), ("乙", &keys[1])]);
    for (lang, told) in
        [(Lang::Zh, "第 2 位，共 2 市排位次，最短居首"), (Lang::En, "no. 2 of 2 ranked, shortest first")]
    {
        let mut state = opened_on(library.clone(), lang, (120, 36));
        select_area(&mut state, library.areas.keys().next().unwrap());
        let details = lines_of(&state, Pane::Drilldown).join(" ");
        assert!(details.contains(told), "{details}");
    }
}
