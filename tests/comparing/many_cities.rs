//! Sixteen and thirty-one cities on every screen: the selected one is always to be seen, ← and → reach each of them, and a
//! sign counts those that are out of sight.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Pane, Screen, State};
use cppcc::deck::Library;
use cppcc::domain::{Area, Key, Verdict};
use cppcc::text::{Background, CharSet, ColorDepth, Lang, width};
use cppcc::view::Appearance;
use crossterm::event::KeyCode;
use itertools::Itertools;
use std::collections::HashSet;
use std::rc::Rc;
use support::keys::press;
use support::pack::{Figure, alone, beside_builtin, exact, text};
use support::screen::{LOOK, assert_whole, draw, lines, lines_of, opened_on, row_of, select_indicator};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];
const OTHER_DEFINITION: &str = "variant = { zh = \"场次\", en = \"rounds\" }\n";

/// A pack of cities with an exact figure each; every third counts something else.
fn pack(count: usize) -> String {
    let names: Vec<String> = (0..count).map(|number| format!("市{number:02}")).collect();
    let more = |number: usize| if number % 3 == 2 { OTHER_DEFINITION } else { "" };
    let value = |number: usize| f64::from(u32::try_from(number).unwrap() + 1);
    let keys: Vec<String> = (0..count).map(|number| exact(number, value(number), 2024, more(number))).collect();
    let figures: Vec<Figure> = names.iter().zip(&keys).map(|(city, keys)| Figure { city, keys }).collect();
    text("nature = \"flow\"", &figures)
}

fn libraries() -> Vec<Rc<Library>> {
    [16, 31].into_iter().flat_map(|count| [alone(&pack(count)), beside_builtin(&pack(count))]).collect()
}

fn opened(library: &Rc<Library>, lang: Lang, size: (u16, u16), screen: Screen) -> State {
    let mut state = opened_on(Rc::clone(library), lang, size);
    select_indicator(&mut state, library.indicators.find("made").unwrap());
    state.apply(Action::Show(screen));
    state
}

/// Whether the area's name stands in a row of the screen.
fn is_named(state: &State, row: &str, area: Key<Area>) -> bool {
    row.contains(state.dataset().areas[area].name.get(state.lang()))
}

/// Whether at least the beginning of the area's name, which may be cut, stands in a row of the screen.
fn begins(state: &State, row: &str, area: Key<Area>) -> bool {
    let name: String = state.dataset().areas[area].name.get(state.lang()).chars().take(4).collect();
    row.contains(&name)
}

/// The counts behind the signs in a row of a screen: of what lies before, and of what lies behind.
fn counts(row: &str) -> [usize; 2] {
    ['‹', '›'].map(|sign| {
        let behind = row.split_once(sign).map_or("", |(_, rest)| rest.trim_start());
        behind.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
    })
}

#[test]
fn the_arrows_reach_every_city_and_the_selected_one_is_always_seen() {
    for library in libraries() {
        for (lang, size) in [Lang::Zh, Lang::En].into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))) {
            for screen in [Screen::Compare, Screen::CITY, Screen::Coverage] {
                let mut state = opened(&library, lang, size, screen);
                for area in library.areas.keys() {
                    assert_eq!(state.area(), area);
                    let buffer = draw(&state, LOOK);
                    assert_whole(&buffer, format_args!("{size:?} {screen:?}"));
                    let main = lines_of(&state, Pane::Main);
                    assert!(begins(&state, &main[0], area), "{size:?} {screen:?} {main:#?}");
                    let shown = library.areas.keys().filter(|area| begins(&state, &main[0], *area)).count();
                    let hidden: usize = counts(&main[0]).into_iter().sum();
                    assert_eq!(shown + hidden, library.areas.len(), "{size:?} {screen:?} {}", main[0]);
                    press(&mut state, KeyCode::Right);
                }
                (1..library.areas.len()).for_each(|_| _ = press(&mut state, KeyCode::Left));
                assert_eq!(Some(state.area()), library.areas.keys().next(), "{screen:?}");
            }
        }
    }
}

#[test]
fn the_bars_scroll_to_the_selected_city_and_count_those_out_of_sight() {
    for library in libraries() {
        for size in SIZES {
            let mut state = opened(&library, Lang::Zh, size, Screen::Compare);
            for (position, area) in library.areas.keys().enumerate() {
                let bars = lines_of(&state, Pane::Bars);
                let rows: Vec<&String> =
                    bars.iter().filter(|row| (0..8).any(|city| row.contains(LOOK.area_symbol(city)))).collect();
                let cursor = rows.iter().position(|row| row.starts_with('▸') && is_named(&state, row, area));
                let at = cursor.unwrap_or_else(|| panic!("no {position} in {bars:#?}"));
                let above = position - at;
                let below = library.areas.len() - above - rows.len();
                for (sign, count) in [('↑', above), ('↓', below)] {
                    assert_eq!(bars[0].contains(&format!("{sign}{count}")), count > 0, "{size:?} {count} {bars:#?}");
                }
                press(&mut state, KeyCode::Right);
            }
        }
    }
}

#[test]
fn the_arrows_move_the_cursor_of_lists_to_the_next_city() {
    let library = beside_builtin(&pack(31));
    for screen in [Screen::TIMELINE, Screen::INITIATIVES] {
        for size in SIZES {
            let mut state = opened(&library, Lang::Zh, size, screen);
            let listed: HashSet<Key<Area>> = state.items().iter().filter_map(|item| item.area(&library)).collect();
            for area in library.areas.keys().filter(|area| listed.contains(area)) {
                let item = state.items()[state.list().unwrap().cursor()];
                assert_eq!((state.area(), item.area(&library)), (area, Some(area)), "{screen:?}");
                let name = library.areas[area].name.zh.as_str();
                assert!(lines(&state).iter().any(|line| line.contains(name)), "{screen:?} {name}");
                assert_whole(&draw(&state, LOOK), format_args!("{size:?} {screen:?}"));
                press(&mut state, KeyCode::Right);
            }
        }
    }
}

#[test]
fn a_list_of_several_cities_and_the_selected_city_go_together() {
    let library = beside_builtin(&pack(16));
    let mut state = opened(&library, Lang::Zh, (120, 36), Screen::Compare);
    (0..3).for_each(|_| _ = press(&mut state, KeyCode::Right));
    let chosen = state.area();
    state.apply(Action::Show(Screen::TIMELINE));
    let item = |state: &State| state.items()[state.list().unwrap().cursor()].area(&library);
    assert_eq!(item(&state), Some(chosen), "the list opens at the city that is selected");
    (0..300).for_each(|_| _ = press(&mut state, KeyCode::Down));
    assert_ne!(state.area(), chosen);
    assert_eq!(item(&state), Some(state.area()), "the city of the row is selected");
    let place = state.list().unwrap().cursor();
    state.apply(Action::Show(Screen::Compare));
    state.apply(Action::Show(Screen::TIMELINE));
    assert_eq!(state.list().unwrap().cursor(), place, "the place is kept");
}

#[test]
fn every_article_of_many_cities_can_be_read() {
    let library = alone(&pack(31));
    for size in SIZES {
        let mut state = opened(&library, Lang::Zh, size, Screen::Reader);
        let mut seen = HashSet::from([state.area()]);
        for _ in 0..31 {
            assert_whole(&draw(&state, LOOK), format_args!("{size:?}"));
            press(&mut state, KeyCode::Right);
            seen.insert(state.area());
        }
        assert_eq!(seen.len(), 31);
    }
}

#[test]
fn fifty_six_cities_differ_in_their_symbol_or_their_colour() {
    let backgrounds = [Background::Dark, Background::Light, Background::Unknown];
    let depths = [ColorDepth::Sixteen, ColorDepth::Indexed, ColorDepth::True];
    for ((background, depth), charset) in backgrounds.into_iter().cartesian_product(depths).cartesian_product([
        CharSet::Unicode,
        CharSet::NoAmbiguous,
        CharSet::Ascii,
    ]) {
        let look = Appearance { depth, background, charset };
        let marks: Vec<_> = (0..56).map(|city| (look.area_mark(city).fg, look.area_symbol(city))).collect();
        // None of the sixteen colours can be seen on every background and in every palette: there the symbols tell eight.
        let differing = if (background, depth) == (Background::Unknown, ColorDepth::Sixteen) { 8 } else { 56 };
        assert_eq!(marks.iter().collect::<HashSet<_>>().len(), differing, "{look:?}");
        assert!(marks.iter().map(|(_, symbol)| symbol).take(8).all_unique(), "{look:?}");
        assert!(marks.iter().all(|(_, symbol)| width(symbol) == 1), "{look:?}");
    }
    let symbols = |charset| [0, 1, 2, 3, 4].map(|city| Appearance { charset, ..LOOK }.area_symbol(city));
    assert_eq!(symbols(CharSet::Unicode), ["●", "◆", "▲", "■", "★"]);
    assert_eq!(symbols(CharSet::Ascii), ["o", "%", "^", "#", "*"]);
}

#[test]
fn many_cities_that_are_not_ranked_are_counted() {
    let state = opened(&alone(&pack(31)), Lang::Zh, (120, 36), Screen::Compare);
    let bars = lines_of(&state, Pane::Bars).concat();
    assert!(bars.contains("市02等 10 市：口径不同"), "{bars}");
}

#[test]
fn no_pane_writes_over_another() {
    for library in libraries() {
        for screen in Screen::ALL {
            for size in SIZES {
                let state = opened(&library, Lang::En, size, screen);
                let buffer = draw(&state, LOOK);
                for rule in state.layout().rules {
                    for row in 0..rule.height {
                        let text = row_of(&buffer, rule, row);
                        assert!(text.chars().all(|sign| "│─┬┴┼├┤".contains(sign)), "{size:?} {screen:?} {text:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn articles_seen_as_a_machines_digest_are_counted_with_the_others() {
    let deck =
        "[[deck]]\nid = \"mine\"\nname = { zh = \"我的\", en = \"Mine\" }\n[[deck.slide]]\nkind = \"coverage\"\n";
    let library = alone(&(pack(3).replacen("grade = \"excerpt\"", "grade = \"digest\"", 1) + deck));
    let coverage = lines_of(&opened(&library, Lang::Zh, (120, 36), Screen::Coverage), Pane::Main);
    assert!(coverage.iter().any(|line| line.contains("机器摘要") && line.contains('1')), "{coverage:#?}");
    let mut state = opened(&library, Lang::Zh, (120, 36), Screen::Compare);
    press(&mut state, KeyCode::F(5));
    assert!(lines(&state).iter().any(|line| line.contains("来源 3 篇：摘录 2，机器摘要 1")), "{:#?}", lines(&state));
}

/// With more cities than orders are worked out for at once, the row that is selected says whether it can be compared; its bars
/// need the order anyway.
#[test]
fn the_selected_row_of_very_many_cities_has_its_sign() {
    for library in [alone(&pack(60)), beside_builtin(&pack(60))] {
        let state = opened(&library, Lang::Zh, (120, 36), Screen::Compare);
        let line = lines(&state).into_iter().find(|line| line.starts_with('▌')).unwrap();
        let indicator = state.compare().cursor().indicator().unwrap();
        let sign = line.chars().nth(2).map(String::from);
        assert_eq!(sign.as_deref(), state.row_verdict(indicator).map(Verdict::sign), "{line}");
        assert_ne!(sign.as_deref(), Some(" "));
    }
}
