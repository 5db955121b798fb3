//! More cities than are built in: no built-in slide becomes a fault, and what has no room is counted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Effect, Screen, Selection, State};
use cppcc::deck::{Deck, DeckEdit, Origin, Slide, SlideContent, SlideIndex};
use cppcc::domain::Key;
use cppcc::text::Lang;
use cppcc::view::slides::{Fitted, fitted, has_room, overflows};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use support::keys::type_in;
use support::library::{USER_DECK, shipped};
use support::many::{cities, with_cities};
use support::program::{ends, err, out, program, run};
use support::screen::{LOOK, assert_whole, draw, lines_in, opened_on};

/// How many cities are added to the five: sixteen and thirty-one are the most that anybody compares.
const MORE: [usize; 3] = [1, 11, 26];

const WINDOWS: [(u16, u16); 5] = [(60, 20), (80, 24), (80, 40), (120, 36), (200, 50)];

/// Draws a slide as text.
fn slide(state: &mut State, deck: Key<Deck>, index: usize) -> Vec<String> {
    state.begin(deck, SlideIndex::new(index), true);
    let buffer = draw(state, LOOK);
    assert_whole(&buffer, format!("slide {}", index + 1));
    lines_in(&buffer, buffer.area)
}

/// The numbers of all that the lines say is left out, by what it is.
fn left_out(lines: &[String], things: (&str, &str)) -> usize {
    let (before, after) = things;
    let found = lines.iter().filter_map(|line| {
        let rest = &line[line.find(before)? + before.len()..];
        rest[..rest.find(after)?].trim().parse::<usize>().ok()
    });
    found.sum()
}

#[test]
fn a_check_answers_for_the_users_files_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (packs, home) = (folder.path().join("packs"), folder.path().join("home"));
    let one = "[[area]]\nid = \"shencheng\"\ncode = \"310000\"\nname = { zh = \"申城\", en = \"Shencheng\" }\n\
               committee = { zh = \"申城市政协\", en = \"Shencheng Committee\" }\n";
    for (name, text) in [("one", one.to_owned()), ("many", cities(11))] {
        write(&packs.join(name).join("pack.toml"), &text);
        let folder = packs.join(name);
        for lang in [Lang::Zh, Lang::En] {
            let output = run(lang, &["check", folder.to_str().unwrap()]);
            ends(&output, 0);
            assert_eq!(out(&output), "");
        }
    }
    // A slip in one's own deck has nothing to do with a folder that is named; a check of all tells it.
    write(&home.join("cppcc/deck.toml"), "this is [ broken\n");
    let check = |arguments: &[&str]| {
        let mut command = program(Lang::En);
        command.env("XDG_DATA_HOME", &home).args(["--builtin", "none", "check"]).args(arguments).output().unwrap()
    };
    let many = packs.join("many");
    let output = check(&[many.to_str().unwrap()]);
    assert!(!out(&output).contains("deck.toml"), "{}{}", out(&output), err(&output));
    ends(&check(&[]), 2);
    ends(&check(&[home.join("cppcc").to_str().unwrap()]), 2);
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_copy_of_the_built_in_deck_is_the_users_to_mend() {
    let folder = tempfile::tempdir().unwrap();
    let words = "督导的次数与成果，".repeat(90);
    let deck = format!(
        "[pack]\nid = \"published\"\nname = {{ zh = \"改\", en = \"Mine\" }}\nabout = {{ zh = \"改。\", en = \"Mine.\" }}\n\
         [[deck]]\nid = \"five-cities\"\nname = {{ zh = \"长\", en = \"Long\" }}\n[[deck.slide]]\nkind = \"text\"\n\
         title = {{ zh = \"长\", en = \"Long\" }}\nwords = {{ zh = \"{words}\", en = \"Short\" }}\n"
    );
    // It has the very path that the built-in one is shown with.
    write(&folder.path().join("data/published/deck.toml"), &deck);
    let output = program(Lang::En).args(["check", "data/published"]).current_dir(folder.path()).output().unwrap();
    ends(&output, 2);
    assert!(out(&output).contains("data/published/deck.toml:8:1"), "{}", out(&output));
}

#[test]
fn the_built_in_deck_is_the_same_whatever_cities_are_added() {
    for lang in [Lang::Zh, Lang::En] {
        let alone = shipped();
        let deck = alone.decks.keys().next().unwrap();
        let mut before = opened_on(shipped(), lang, (80, 24));
        for count in MORE {
            let library = with_cities(count, "");
            assert_eq!(overflows(&library, |_| true), []);
            let mut after = opened_on(library, lang, (80, 24));
            for index in 0..alone.decks[deck].slides.len() {
                assert_eq!(slide(&mut after, deck, index), slide(&mut before, deck, index), "slide {}", index + 1);
            }
        }
    }
}

/// A deck of a slide of every kind that lists areas, and names none of them.
fn of_all_areas() -> String {
    let slides = [
        "kind = \"title\"\ntitle = { zh = \"各市\", en = \"All\" }",
        "kind = \"compare\"\nindicators = [\"proposals-filed\"]",
        "kind = \"compare\"\nindicators = [\"proposals-filed\"]\nmeasure = \"per-100-members\"",
        "kind = \"timeline\"",
        "kind = \"coverage\"\nwords = { zh = \"谁说了什么。\", en = \"Who says what.\" }",
    ];
    let slides = slides.map(|slide| format!("\n[[deck.slide]]\n{slide}\n")).concat();
    format!("[[deck]]\nid = \"{USER_DECK}\"\nname = {{ zh = \"我的\", en = \"Mine\" }}\n{slides}")
}

#[test]
fn every_city_is_on_the_slide_or_counted_as_left_out() {
    for count in MORE {
        let library = with_cities(count, &of_all_areas());
        assert_eq!(overflows(&library, |_| true), []);
        let deck = library.decks.find(USER_DECK).unwrap();
        for (lang, said) in [(Lang::Zh, ("另有", "市未列")), (Lang::En, ("", "more cit"))] {
            for size in WINDOWS {
                let mut state = opened_on(library.clone(), lang, size);
                for index in 0..library.decks[deck].slides.len() {
                    let lines = slide(&mut state, deck, index);
                    let place = format!("{count} more, {size:?}, slide {}: {lines:#?}", index + 1);
                    let is_told = |words: &str| lines.iter().any(|line| line.contains(words));
                    assert!(!is_told("放不下") && !is_told("Not all of it") && !is_told("too much"), "{place}");
                    let is_shown = |name: &str| {
                        // An order names areas without their symbols. Above a narrow column a name stands alone.
                        let symbols = (0..8).map(|city| LOOK.area_symbol(city));
                        let marked = symbols.into_iter().any(|symbol| is_told(&format!("{symbol} {name}")));
                        marked || (index == 4 && is_told(name))
                    };
                    let shown = library.areas.iter().filter(|(_, area)| is_shown(area.name.get(lang))).count();
                    assert!(shown >= 2, "{place}");
                    assert_eq!(shown + left_out(&lines, said), library.areas.len(), "{place}");
                }
            }
        }
    }
}

#[test]
fn a_window_with_room_for_all_leaves_nothing_out() {
    let library = with_cities(11, &of_all_areas());
    let deck = library.decks.find(USER_DECK).unwrap();
    let mut state = opened_on(library.clone(), Lang::Zh, (200, 60));
    for index in 0..library.decks[deck].slides.len() {
        let lines = slide(&mut state, deck, index);
        assert!(!lines.iter().any(|line| line.contains("未列") && line.contains("另有")), "{lines:#?}");
    }
}

#[test]
fn other_lists_are_shortened_and_counted_too() {
    let dataset = shipped();
    let ids = |all: Vec<&String>| all.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let initiatives: Vec<_> = dataset.initiatives.iter().map(|(_, held)| held).take(14).collect();
    let binzhou = dataset.areas.find("binzhou").unwrap();
    let of_binzhou = dataset.observations.iter().map(|(_, held)| held).filter(|held| held.area == binzhou);
    let figures: Vec<_> = of_binzhou.take(30).collect();
    let indicators: Vec<_> = dataset.indicators.iter().map(|(_, held)| held).take(12).collect();
    let deck = format!(
        "[[deck]]\nid = \"{USER_DECK}\"\nname = {{ zh = \"我的\", en = \"Mine\" }}\n\
         [[deck.slide]]\nkind = \"initiatives\"\ninitiatives = [{}]\n\
         [[deck.slide]]\nkind = \"city\"\narea = \"binzhou\"\nfigures = [{}]\n\
         [[deck.slide]]\nkind = \"compare\"\nindicators = [{}]\n",
        ids(initiatives.iter().map(|held| &held.id).collect()),
        ids(figures.iter().map(|held| &held.id).collect()),
        ids(indicators.iter().map(|held| &held.id).collect()),
    );
    let library = support::library::with_deck(&deck);
    assert_eq!(overflows(&library, |_| true), []);
    let deck = library.decks.find(USER_DECK).unwrap();
    for size in WINDOWS {
        let mut state = opened_on(library.clone(), Lang::Zh, size);
        for (index, after) in ["个平台未列", "个数字未列", "项指标未列"].into_iter().enumerate() {
            let lines = slide(&mut state, deck, index);
            let is_named = |name: &str| lines.iter().skip(3).any(|line| line.contains(name));
            let (shown, all) = match index {
                0 => (initiatives.iter().filter(|held| is_named(&held.name.zh)).count(), initiatives.len()),
                1 => (lines.iter().map(|line| tiles(line)).sum(), figures.len()),
                _ => (indicators.iter().filter(|held| is_named(&held.name.zh)).count(), indicators.len()),
            };
            assert!(shown > 0, "{size:?} {lines:#?}");
            assert_eq!(shown + left_out(&lines, ("另有", after)), all, "{size:?} {lines:#?}");
        }
    }
}

/// How many tiles of figures end on a line, each with its period and where it is printed.
fn tiles(line: &str) -> usize {
    let is_period = |before: &str| before.ends_with(|last: char| last.is_ascii_digit() || last == '?');
    line.match_indices(" · ").filter(|(at, _)| is_period(&line[..*at])).count()
}

#[test]
fn every_row_of_every_city_becomes_a_slide_of_what_has_room_in_the_window_in_use() {
    let data = shipped();
    let sizes = [(80, 24), (120, 36), (200, 50)];
    for (size, lang) in sizes.into_iter().flat_map(|size| [(size, Lang::Zh), (size, Lang::En)]) {
        let mut left_out_of = 0;
        for (area, held) in data.areas.iter() {
            let mut state = opened_on(Rc::clone(&data), lang, size);
            let place = data.areas.keys().position(|key| key == area).unwrap();
            type_in(&mut state, &("2".to_owned() + &"l".repeat(place)));
            let mut rows = 0;
            for row in 0..state.items().len() {
                state.apply(Action::PickRow(row));
                let Selection::Figure(figure) = state.selection() else { continue };
                rows += 1;
                let Effect::Edit(DeckEdit::Add(added)) = state.apply(Action::AddToDeck) else {
                    panic!("{row} refused")
                };
                let SlideContent::City(wanted) = &added[0].content else { panic!("{added:?}") };
                let Fitted { content, left_out } = fitted(&state, added[0].content.clone());
                let SlideContent::City(taken) = &content else { panic!("{content:?}") };
                // What was chosen is taken, and what is not taken is told.
                assert_eq!((taken.area, taken.figures[0]), (area, figure));
                let both: BTreeSet<_> = taken.figures.iter().chain(&left_out).map(|key| key.position()).collect();
                assert_eq!(both, wanted.figures.iter().map(|key| key.position()).collect(), "{}", held.id);
                left_out_of += usize::from(!left_out.is_empty());
                let origin = Origin { path: "x".into(), line: 1, column: 1, text: String::new(), cut: 0 };
                let slide = Slide { origin, title: None, content: content.clone(), words: None, notes: None };
                assert!(taken.figures.len() == 1 || has_room(&state, &slide), "{} at {size:?}, row {row}", held.id);
            }
            assert!(rows > 10, "{}", held.id);
        }
        eprintln!("{size:?} {lang:?}: {left_out_of} slides take fewer figures than they could");
    }
}

#[test]
fn enter_on_a_slide_shows_the_cities_of_the_slide() {
    for (kind, screen) in [
        ("kind = \"compare\"\nindicators = [\"proposals-filed\"]\n", Screen::Compare),
        ("kind = \"timeline\"\n", Screen::TIMELINE),
        ("kind = \"coverage\"\n", Screen::Coverage),
    ] {
        let library = support::library::with_slides(&[&format!("{kind}areas = [\"jinan\", \"qingdao\"]\n")]);
        let deck = library.decks.find(USER_DECK).unwrap();
        let mut state = opened_on(library, Lang::Zh, (120, 36));
        state.begin(deck, SlideIndex::FIRST, false);
        type_in(&mut state, "⏎");
        assert_eq!(state.screen(), screen);
        let shown = state.areas().iter().map(|area| state.dataset().areas[*area].id.as_str());
        assert_eq!(shown.collect::<Vec<_>>(), ["jinan", "qingdao"], "{kind}");
    }
}
