//! Where a figure stands is told beside it and copied with it, as the comparison has it.

use crate::support::keys::type_in;
use crate::support::library::shipped;
use crate::support::pack::{Figure, alone, exact, text};
use crate::support::screen::{lines_of, opened, opened_on, select_area, select_indicator};
use cppcc::app::{Effect, Pane, keymap};
use cppcc::domain::{Comparison, FigureChoice, Measure, Request, YearChoice, compare};
use cppcc::text::Lang;
use cppcc::wording::{standing, standing_sentence};

fn comparisons() -> impl Iterator<Item = Comparison> {
    let dataset = shipped();
    let keys: Vec<_> = dataset.indicators.keys().collect();
    let years = [YearChoice::Latest, YearChoice::Closest, YearChoice::Year(2024)];
    let all = keys.into_iter().flat_map(move |indicator| years.map(|year| (indicator, year)));
    all.map(move |(indicator, year_choice)| {
        let (areas, figure_choice) = (dataset.areas.keys().collect(), FigureChoice::default());
        compare(&dataset, &Request { indicator, areas, measure: Measure::Raw, year_choice, figure_choice })
    })
}

#[test]
fn a_rank_is_told_with_how_many_have_one() {
    let dataset = shipped();
    let (mut ranked, mut unranked) = (0, 0);
    for comparison in comparisons() {
        let count = comparison.cells.iter().filter(|cell| cell.rank().is_some()).count();
        for index in comparison.indices() {
            let said = standing(&dataset, &comparison, index, Lang::Zh);
            let sentence = standing_sentence(&dataset, &comparison, index, Lang::Zh).unwrap_or_default();
            let Some(rank) = comparison[index].rank() else {
                assert!(!sentence.starts_with("位次"), "{sentence}");
                unranked += usize::from(said.is_some());
                continue;
            };
            let said = said.unwrap();
            assert!(said.contains(&format!("第 {}", rank.range())), "{said}");
            assert!(said.contains(&format!("共 {count} 市")), "{said}");
            assert!(sentence.contains(&said), "{sentence}");
            ranked += 1;
        }
    }
    assert!(ranked > 40 && unranked > 15, "{ranked} {unranked}");
}

#[test]
fn whoever_is_left_out_is_named() {
    let dataset = shipped();
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| {
        let mut state = opened(lang, (120, 36));
        select_indicator(&mut state, dataset.indicators.find("proposals-filed").unwrap());
        select_area(&mut state, dataset.areas.find("binzhou").unwrap());
        assert!(
            lines_of(&state, Pane::Drilldown).iter().any(|line| line.starts_with("位次") || line.starts_with("Rank"))
        );
        let action = keymap::action(&state, &crate::support::keys::key(crossterm::event::KeyCode::Char('y')));
        let Effect::Copy(words) = state.apply(action.unwrap()) else { panic!("nothing is copied") };
        words
    });
    assert!(zh.ends_with("位次：第 3 位，共 3 市排位次（滨州、济南、青岛），另有 2 市未排（聊城、咸阳）。"), "{zh}");
    assert!(
        en.ends_with("Rank: no. 3 of 3 ranked (Binzhou, Jinan, Qingdao); 2 not ranked (Liaocheng, Xianyang)."),
        "{en}"
    );
}

/// With thirty cities the list of all ranks has no room, and that of the selected one is told all the same.
#[test]
fn with_many_cities_the_rank_of_the_selected_one_is_seen() {
    let names: Vec<String> = (0..30).map(|number| format!("城{number}")).collect();
    let keys: Vec<String> = (0..30_u8).map(|city| exact(city.into(), f64::from(city) + 100.0, 2024, "")).collect();
    let figures: Vec<Figure> = names.iter().zip(&keys).map(|(city, keys)| Figure { city, keys }).collect();
    let library = alone(&text("nature = \"flow\"", &figures));
    for size in [(80, 24), (120, 36), (200, 50)] {
        let mut state = opened_on(library.clone(), Lang::Zh, size);
        for (place, area) in library.areas.keys().enumerate() {
            select_area(&mut state, area);
            let rank = format!("第 {} 位，共 30 市排位次", 30 - place);
            assert!(lines_of(&state, Pane::Drilldown).concat().contains(&rank), "{size:?} {rank}");
        }
    }
}

#[test]
fn by_size_nobody_is_the_first_and_one_city_stands_nowhere() {
    let figures = |count: usize| {
        let keys: Vec<String> =
            (0..count).map(|city| exact(city, 100.0 + f64::from(u8::try_from(city).unwrap()), 2024, "")).collect();
        let names = ["甲", "乙", "丙"];
        let figures: Vec<Figure> = names.iter().zip(&keys).map(|(city, keys)| Figure { city, keys }).collect();
        alone(&text("nature = \"flow\"\norder = \"by-size\"", &figures))
    };
    let said = |count: usize| {
        let mut state = opened_on(figures(count), Lang::Zh, (120, 36));
        type_in(&mut state, "↓");
        lines_of(&state, Pane::Drilldown).concat()
    };
    assert!(said(3).contains("按大小第 3，共 3 市排列"), "{}", said(3));
    assert!(!said(1).contains("位次"), "{}", said(1));
}

#[test]
fn a_tie_is_no_first_place_alone_and_who_has_no_figure_is_counted() {
    let dataset = shipped();
    let said = |indicator: &str, area: &str, lang: Lang| {
        let indicator = dataset.indicators.find(indicator).unwrap();
        let (areas, figure_choice) = (dataset.areas.keys().collect(), FigureChoice::default());
        let (measure, year_choice) = (Measure::Raw, YearChoice::Latest);
        let comparison = compare(&dataset, &Request { indicator, areas, measure, year_choice, figure_choice });
        let index = comparison.index_of(dataset.areas.find(area).unwrap()).unwrap();
        standing_sentence(&dataset, &comparison, index, lang).unwrap()
    };
    for area in ["binzhou", "jinan"] {
        let zh = said("proposals-handling-rate", area, Lang::Zh);
        assert!(zh.starts_with("位次：并列第 1 位，共 2 市排位次") && zh.ends_with("，2 市无此数字。"), "{zh}");
        let en = said("proposals-handling-rate", area, Lang::En);
        assert!(en.starts_with("Rank: no. 1= of 2 ranked") && en.ends_with("; 2 without a figure."), "{en}");
    }
    let alone = said("party-group-meetings", "jinan", Lang::Zh);
    assert_eq!(alone, "位次：第 1 位，共 2 市排位次（济南、青岛），3 市无此数字。");
}
