//! Which cities are shown, and in which order: chosen from a list, the own one first, sorted by a row; and which rows are
//! listed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::action::Direction;
use cppcc::app::{Action, Mode, Pane, Screen, State};
use cppcc::domain::coverage::coverage_among;
use cppcc::domain::{Area, Indicator, Key, Outcome, SavedGroup, Verdict};
use cppcc::text::Lang;
use cppcc::wording::difference_text;
use itertools::Itertools;
use proptest::prelude::*;
use support::keys::type_in;
use support::library::shipped;
use support::screen::{LOOK, draw, foot, lines, lines_of, opened, select_indicator};

fn area(state: &State, id: &str) -> Key<Area> {
    state.dataset().areas.find(id).unwrap()
}

fn names(state: &State) -> Vec<&str> {
    state.areas().iter().map(|area| state.dataset().areas[*area].id.as_str()).collect()
}

fn head(state: &State) -> String {
    lines(state)[2].clone()
}

#[test]
fn cities_are_marked_in_a_list_and_only_these_are_shown() {
    let mut state = opened(Lang::Zh, (120, 36));
    type_in(&mut state, "cn↓ ↓ ⏎");
    assert_eq!(names(&state), ["liaocheng", "jinan"]);
    let head = head(&state);
    assert!(head.contains("聊城") && head.contains("济南") && !head.contains("滨州"), "{head}");
    // The cursor was on Binzhou, which is hidden now.
    assert_eq!(state.dataset().areas[state.area()].id, "liaocheng");
    for screen in Screen::ALL {
        state.apply(Action::Show(screen));
        let shown = lines(&state).join("\n");
        assert!(screen == Screen::Reader || !shown.contains("青岛"), "{}: {shown}", screen.id());
    }
    type_in(&mut state, "ca⏎");
    assert_eq!(state.areas().len(), state.dataset().areas.len());
}

#[test]
fn the_reader_goes_through_the_articles_of_the_shown_cities_only() {
    let mut state = opened(Lang::Zh, (120, 36));
    type_in(&mut state, "cn↓ ↓ ⏎");
    let shown = state.areas().to_vec();
    state.apply(Action::Show(Screen::Reader));
    let mut read = Vec::new();
    for direction in [Direction::Left, Direction::Right] {
        for _ in 0..state.dataset().articles.len() {
            read.push(state.reader().unwrap().article);
            state.apply(Action::Move(direction));
        }
    }
    let read = read.into_iter().unique().collect_vec();
    assert!(read.iter().all(|article| shown.contains(&state.dataset().articles[*article].area)));
    let of_shown = state.dataset().articles.iter().filter(|(_, article)| shown.contains(&article.area)).count();
    assert_eq!(read.len(), of_shown);
}

#[test]
fn escape_leaves_what_was_shown_and_nothing_is_never_shown() {
    let mut state = opened(Lang::Zh, (80, 24));
    type_in(&mut state, "cn⎋");
    assert_eq!(state.areas().len(), 5);
    type_in(&mut state, "cn⏎");
    assert!(matches!(state.mode(), Mode::ChooseAreas(_)));
    assert!(foot(&state).contains("至少选一个城市"), "{}", foot(&state));
    assert_eq!(state.areas().len(), 5);
    // q closes what lies on top, and not the program.
    type_in(&mut state, "q");
    assert!(matches!(state.mode(), Mode::Browse));
}

#[test]
fn a_saved_group_is_taken_with_one_key() {
    let mut state = opened(Lang::Zh, (80, 24));
    let areas = ["qingdao", "jinan"].map(|id| area(&state, id)).to_vec();
    state.set_area_groups(vec![SavedGroup { name: "省内".to_owned(), areas }]);
    type_in(&mut state, "c");
    let shown = lines(&state).join("\n");
    assert!(shown.contains("@省内  青岛、济南"), "{shown}");
    state.apply(Action::First);
    type_in(&mut state, "⏎");
    assert_eq!(names(&state), ["jinan", "qingdao"]);
}

#[test]
fn the_own_city_comes_first_and_is_marked() {
    let mut state = opened(Lang::Zh, (120, 36));
    state.set_home(area(&state, "jinan"));
    assert_eq!(names(&state), ["jinan", "binzhou", "liaocheng", "qingdao", "xianyang"]);
    assert_eq!(state.area(), area(&state, "jinan"));
    assert!(head(&state).contains("济南⌂"), "{}", head(&state));
    type_in(&mut state, "cn");
    state.apply(Action::Last);
    type_in(&mut state, " ↑ ⏎");
    assert_eq!(names(&state), ["qingdao", "xianyang"], "it may be hidden like all others");
    type_in(&mut state, "ca⏎");
    assert_eq!(names(&state)[0], "jinan");
}

#[test]
fn what_is_found_in_a_hidden_city_shows_it_again() {
    let mut state = opened(Lang::Zh, (120, 36));
    type_in(&mut state, "cn ⏎");
    assert_eq!(names(&state), ["binzhou"]);
    type_in(&mut state, "/青岛⏎");
    assert_eq!(names(&state), ["binzhou", "qingdao"]);
    assert_eq!(state.area(), area(&state, "qingdao"));
    // An indicator that no shown city reports brings those that do.
    let mut state = opened(Lang::Zh, (120, 36));
    type_in(&mut state, "cn ⏎");
    let only_elsewhere = state.dataset().indicators.iter().find(|(key, _)| {
        let dataset = state.dataset();
        !dataset.reports(area(&state, "binzhou"), *key) && dataset.observations.reporters(*key) > 0
    });
    let (wanted, name) = only_elsewhere.map(|(key, indicator)| (key, indicator.name.zh.clone())).unwrap();
    type_in(&mut state, &format!("/{name}⏎"));
    assert!(state.areas().iter().any(|area| state.dataset().reports(*area, wanted)), "{name}");
    assert_eq!(state.compare().cursor().indicator(), Some(wanted));
}

#[test]
fn columns_are_sorted_by_the_selected_row_and_put_back() {
    let mut state = opened(Lang::Zh, (120, 36));
    let before = state.areas().to_vec();
    let indicator = state.dataset().indicators.find("proposals-filed").unwrap();
    select_indicator(&mut state, indicator);
    let by_value: Vec<Key<Area>> = state.comparison(indicator).cells_by_value().iter().map(|cell| cell.area).collect();
    assert_ne!(by_value, before);
    type_in(&mut state, "s");
    assert_eq!(state.areas(), by_value);
    assert_eq!(state.bar_order(), by_value);
    type_in(&mut state, "s");
    assert_eq!(state.areas(), before);
}

#[test]
fn rows_that_can_be_ranked_are_listed_alone() {
    let mut state = opened(Lang::En, (120, 36));
    type_in(&mut state, "f");
    let listed = state.compare().rows().iter().filter_map(|row| row.indicator()).collect_vec();
    assert!(!listed.is_empty());
    let has_ranks = |state: &State, key: &Key<Indicator>| state.comparison(*key).outcome() == Outcome::Ranked;
    assert!(listed.iter().all(|key| has_ranks(&state, key) && state.row_verdict(*key) == Some(Verdict::Comparable)));
    let rankable = state.dataset().indicators.keys().filter(|key| has_ranks(&state, key)).count();
    assert_eq!(listed.len(), rankable, "{}", foot(&state));
    assert!(foot(&state).contains(&rankable.to_string()), "{}", foot(&state));
    // Under another measure other rows can be ranked.
    type_in(&mut state, "m");
    let listed = state.compare().rows().iter().filter_map(|row| row.indicator()).collect_vec();
    assert!(!state.compare().is_filtered() || listed.iter().all(|key| has_ranks(&state, key)));
    type_in(&mut state, "f");
    if state.compare().is_filtered() {
        type_in(&mut state, "f");
    }
    assert!(
        state
            .compare()
            .rows()
            .iter()
            .any(|row| row.indicator().is_some_and(|key| { state.row_verdict(key) != Some(Verdict::Comparable) }))
    );
}

/// With two cities a row says who has more; what it says is what the shell says side by side.
#[test]
fn two_cities_are_set_against_each_other() {
    for lang in [Lang::Zh, Lang::En] {
        let mut state = opened(lang, (160, 60));
        type_in(&mut state, "cn↓↓ ↓ ⏎x");
        assert_eq!(names(&state), ["jinan", "qingdao"]);
        let drawn = lines(&state);
        let (mut differences, mut reasons) = (0, 0);
        for (line, row) in drawn[3..drawn.len() - 1].iter().zip(&state.compare().rows()[state.compare().top()..]) {
            let Some(indicator) = row.indicator() else { continue };
            let comparison = state.comparison(indicator);
            let [one, other] = comparison.indices().collect_array().unwrap();
            let Some(pair) = comparison.pair(state.dataset(), one, other) else { continue };
            // One sign a row, and none that says something else beside it; the details stand on the right.
            let line = line.split('│').next().unwrap();
            assert_eq!(line.chars().nth(2).unwrap().to_string(), pair.verdict.sign(), "{line}");
            assert_eq!(line.chars().filter(|sign| "=~×".contains(*sign)).count(), 1, "{line}");
            if let Some(difference) = comparison.difference(state.dataset(), one, other) {
                let about = &state.dataset().indicators[indicator];
                let names = [one, other].map(|index| &state.dataset().areas[comparison[index].area].name);
                let said = difference_text(difference, (about.nature, &about.unit), state.measure(), names);
                let said: String = said.get(lang).chars().take(12).collect();
                assert!(line.contains(&format!("  {said}")), "{line}");
                differences += 1;
            } else {
                let reason: String = pair.reasons[0].name().get(lang).chars().take(8).collect();
                assert!(line.contains(&format!("  {reason}")), "{line}: {reason}");
                reasons += 1;
            }
        }
        assert!(differences > 2 && reasons > 5, "{differences} {reasons}");
    }
    let mut state = opened(Lang::Zh, (80, 24));
    type_in(&mut state, "cn↓↓ ↓ ⏎");
    assert!(lines(&state).iter().any(|line| line.contains("济南多 15")), "{}", lines(&state).join("\n"));
}

#[test]
fn every_row_says_whether_it_can_be_compared() {
    let mut state = opened(Lang::Zh, (120, 60));
    type_in(&mut state, "x");
    let drawn = lines(&state);
    let mut told = 0;
    // The last line has the keys.
    for (line, row) in drawn[3..drawn.len() - 1].iter().zip(&state.compare().rows()[state.compare().top()..]) {
        let Some(indicator) = row.indicator() else { continue };
        let sign = line.chars().nth(2).unwrap().to_string();
        let expected = state.row_verdict(indicator).map_or(" ", Verdict::sign);
        assert_eq!(sign, expected, "{line}");
        told += usize::from(expected != " ");
    }
    assert!(told > 10, "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is chosen, sorted and filtered: what is selected is shown, nothing is compared that is hidden, and every screen
    /// can be drawn.
    #[test]
    fn any_choice_can_be_shown(keys in "[csfmt2346hjkl ]{0,14}", marks in "[ an]{0,6}", size in 40_u16..140) {
        let mut state = opened(Lang::Zh, (size, 30));
        type_in(&mut state, "c");
        type_in(&mut state, &marks.replace(' ', " ↓"));
        type_in(&mut state, "⏎⎋");
        for key in keys.chars() {
            type_in(&mut state, &key.to_string());
            draw(&state, LOOK);
            prop_assert!(state.place_of(state.area()).is_some());
            prop_assert!(state.areas().iter().all_unique());
            if let Some(comparison) = state.selected_comparison() {
                prop_assert_eq!(&*comparison.request.areas, state.areas());
            }
        }
    }
}

/// A slide of the same cities counts alike: what only a hidden city reports does not count.
#[test]
fn coverage_counts_among_the_cities_that_are_shown() {
    let dataset = shipped();
    let all: Vec<_> = dataset.areas.keys().collect();
    let mut smaller = 0;
    for hidden in 0..all.len() {
        let shown: Vec<_> =
            all.iter().copied().enumerate().filter(|(at, _)| *at != hidden).map(|(_, area)| area).collect();
        let mut state = opened(Lang::Zh, (120, 36));
        state.show_areas(&shown);
        state.apply(Action::Show(Screen::Coverage));
        let grid = lines_of(&state, Pane::Main);
        for row in coverage_among(&dataset, &shown) {
            let name = &dataset.themes[row.theme].name.zh;
            let line = grid.iter().find(|line| line.contains(name)).unwrap();
            let counts: Vec<String> =
                line.split_whitespace().filter(|word| word.contains('/')).map(str::to_owned).collect();
            let ought = row.counts.iter().filter(|count| count.reported > 0);
            let ought: Vec<String> = ought.map(|count| format!("{}/{}", count.reported, count.all)).collect();
            assert_eq!(counts, ought, "{line}");
            let among_all = coverage_among(&dataset, &all).into_iter().find(|other| other.theme == row.theme).unwrap();
            smaller += usize::from(
                among_all.counts.iter().map(|count| count.all).max() > row.counts.iter().map(|count| count.all).max(),
            );
        }
    }
    assert!(smaller > 3, "{smaller}");
}

/// The list of a city has all years as printed: the measure and the year are those of what stands beside it.
#[test]
fn the_head_of_city_says_what_follows_the_measure() {
    for (lang, words) in [(Lang::Zh, "详情：每月"), (Lang::En, "details: per month")] {
        let mut state = opened(lang, (120, 36));
        type_in(&mut state, "m");
        assert!(!lines(&state)[0].contains(words));
        type_in(&mut state, "2");
        assert!(lines(&state)[0].contains(words), "{}", lines(&state)[0]);
    }
}
