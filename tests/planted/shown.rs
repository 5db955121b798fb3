//! How planted faults are shown to a person: the line with its caret, and what would be right, in both languages.

use super::{faults, good, plant, plants};
use cppcc::text::{Lang, width};
use serde::Deserialize;

/// Wherever a caret stands, the text that is at fault begins in the same cell of the line above.
fn assert_caret(screen: &str, found: &str) {
    let rows: Vec<&str> = screen.lines().collect();
    let carets = rows.iter().position(|row| row.contains('^')).unwrap();
    let cell = width(rows[carets].split('^').next().unwrap());
    let mut above = rows[carets - 1].chars();
    let mut passed = 0;
    while passed < cell {
        passed += above.next().map_or(1, |character| width(&character.to_string()));
    }
    let start: String = found.chars().take(8).collect();
    assert!(passed == cell && above.as_str().starts_with(&start), "\n{screen}");
}

#[test]
fn every_caret_stands_under_its_text() {
    let mut plants = plants();
    // A line that is too long to be shown whole.
    let mut long =
        plants.iter().position(|case| case.name == "a number typed into a digest").map(|at| plants.remove(at));
    for case in plants.iter().chain(&long) {
        let mut files = good();
        plant(&mut files, case);
        for fault in faults(files).diagnostics() {
            for lang in [Lang::Zh, Lang::En] {
                let screen = fault.render(lang);
                let place = format!("--> {}", fault.place());
                assert!(screen.contains(&place) && screen.contains(fault.message.get(lang)), "{screen}");
                assert_caret(&screen, &fault.found);
            }
        }
    }
    for length in 0..80 {
        let words = "监督重在实效，".repeat(length);
        let case = long.as_mut().unwrap();
        case.replace = format!("{}{words}约占4成{words}", case.find);
        let mut files = good();
        plant(&mut files, case);
        let found = faults(files);
        assert_caret(&found.diagnostics()[0].render(Lang::Zh), "4成");
    }
}

fn screen(name: &str, lang: Lang) -> String {
    let mut files = good();
    plant(&mut files, plants().iter().find(|case| case.name == name).unwrap());
    faults(files).diagnostics()[0].render(lang)
}

/// A fault, and how it must be printed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Screen {
    fault: String,
    lang: String,
    shows: String,
}

#[derive(Deserialize)]
struct Screens {
    screen: Vec<Screen>,
}

#[test]
fn faults_are_printed_with_their_line() {
    let cases = toml::from_str::<Screens>(include_str!("../data/printed.toml")).unwrap().screen;
    assert!(cases.len() >= 8);
    for case in cases {
        let lang = match case.lang.as_str() {
            "zh" => Lang::Zh,
            "en" => Lang::En,
            other => panic!("{}: no language `{other}`", case.fault),
        };
        let screen = screen(&case.fault, lang);
        assert_eq!(screen, case.shows.trim_matches('\n'), "\n{screen}");
    }
}

#[test]
fn every_fault_is_worded_in_both_languages() {
    for case in plants() {
        let mut files = good();
        plant(&mut files, &case);
        for fault in faults(files).diagnostics() {
            let has_hanzi = |text: &str| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
            assert!(has_hanzi(&fault.message.zh), "{}: {}", case.name, fault.message.zh);
            assert!(fault.help.as_ref().is_none_or(|help| has_hanzi(&help.zh) && !help.en.is_empty()), "{}", case.name);
        }
    }
}

#[test]
fn the_fault_of_a_former_id_says_where_it_was_first_given() {
    let first = screen("a former id that is an id in force", Lang::En);
    assert!(first.contains("it was first given at catalogue.toml:19;"), "{first}");
    let first = screen("a former id of two indicators", Lang::Zh);
    assert!(first.contains("已用在 catalogue.toml:20；"), "{first}");
}
