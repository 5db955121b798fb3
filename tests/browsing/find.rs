//! Finding: what is found by what is typed, where it leads to, and how it is drawn.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::find::Find;
use cppcc::app::{Action, Effect, Mode, Row, Screen, Selection, State};
use cppcc::search::SearchTarget;
use cppcc::text::{CharSet, ColorDepth, Lang, width};
use cppcc::view::Appearance;
use cppcc::wording::{observation_value, period_brief};
use crossterm::event::KeyCode;
use itertools::Itertools;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use std::collections::HashMap;
use support::keys::{control, press, press_event, type_in};
use support::library::shipped;
use support::screen::{LOOK, assert_whole, draw, opened, row_of, text};

fn find(state: &State) -> &Find {
    state.find().unwrap()
}

fn is_browsing(state: &State) -> bool {
    matches!(state.mode(), Mode::Browse)
}

fn press_control(state: &mut State, letter: char) -> Effect {
    press_event(state, &control(letter))
}

/// Opens the input line by its key and types into it.
fn typed(lang: Lang, text: &str) -> State {
    let mut state = opened(lang, (120, 36));
    press(&mut state, KeyCode::Char('/'));
    type_in(&mut state, text);
    assert_eq!(find(&state).input().text(), text);
    state
}

/// The kind, the text and the marked characters of each thing found.
fn found(state: &State) -> Vec<(&'static str, String, String)> {
    let described = find(state).hits().iter().map(|hit| {
        let candidate = find(state).entry(hit).unwrap();
        let form = &candidate.forms[hit.form].text;
        let matched = find(state).matched(*hit);
        let is_marked = |(place, character): (usize, char)| matched.contains(&place).then_some(character);
        let marked: String = form.chars().enumerate().filter_map(is_marked).collect();
        (candidate.target.kind().en, form.clone(), marked)
    });
    described.collect()
}

fn first(lang: Lang, text: &str) -> (&'static str, String, String) {
    found(&typed(lang, text)).first().cloned().unwrap_or_default()
}

fn said(kind: &'static str, text: &str, marked: &str) -> (&'static str, String, String) {
    (kind, text.to_owned(), marked.to_owned())
}

#[test]
fn cities_are_found_however_they_are_typed() {
    for query in ["bz", "binzhou", "滨州", "ｂｚ", "Binzhou ", "binz", "滨"] {
        let (kind, _, marked) = first(Lang::Zh, query);
        assert_eq!(kind, "City", "{query}");
        assert!("滨州 Binzhou".contains(&marked) && !marked.is_empty(), "{query}: {marked}");
    }
    assert_eq!(first(Lang::Zh, "bz"), said("City", "滨州", "滨州"));
    assert_eq!(first(Lang::Zh, "青岛"), said("City", "青岛", "青岛"));
    // In the English interface what matches is the Chinese name, which is shown beside the English one.
    assert_eq!(first(Lang::En, "bz"), said("City", "滨州", "滨州"));
    assert_eq!(first(Lang::En, "qd"), said("City", "青岛", "青岛"));
    assert_eq!(first(Lang::En, "Jinan"), said("City", "Jinan", "Jinan"));
    assert_eq!(first(Lang::En, "370100"), said("City", "370100", "370100"));
}

#[test]
fn indicators_are_found_in_both_languages_and_by_initials() {
    for lang in [Lang::Zh, Lang::En] {
        let (kind, _, marked) = first(lang, "sqmy");
        assert_eq!((kind, marked.as_str()), ("Indicator", "社情民意"));
        assert_eq!(first(lang, "filed"), said("Indicator", "Proposals filed (cycle)", "filed"));
        let all = found(&typed(lang, "sqmy"));
        assert!(all.iter().all(|(_, _, marked)| marked == "社情民意"), "{all:?}");
    }
    assert_eq!(first(Lang::Zh, "立案提案"), said("Indicator", "立案提案（全年或周期）", "立案提案"));
    assert_eq!(first(Lang::Zh, "lata"), said("Indicator", "立案提案（全年或周期）", "立案提案"));
}

#[test]
fn all_kinds_are_found_and_several_words_must_all_match() {
    let kinds: Vec<&str> = found(&typed(Lang::Zh, "滨州")).into_iter().map(|(kind, ..)| kind).collect();
    for kind in ["City", "Initiative", "Article", "Figure"] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    let figures = found(&typed(Lang::Zh, "bz tian 2023"));
    assert!(!figures.is_empty());
    for (kind, text, _) in figures {
        assert!(kind == "Figure" && text.contains("滨州") && text.contains("提案") && text.contains("2023"), "{text}");
    }
    // A number is not taken apart.
    assert!(found(&typed(Lang::Zh, "503")).iter().all(|(_, text, _)| text.contains("503")));
    assert_eq!(found(&typed(Lang::Zh, "zzzqqq")), []);
    let dataset = shipped();
    let all = dataset.areas.len()
        + dataset.indicators.len()
        + dataset.initiatives.len()
        + dataset.articles.len()
        + dataset.observations.len();
    assert_eq!(find(&typed(Lang::Zh, "")).hits().len(), all);
}

#[test]
fn every_figure_leads_to_its_place_in_its_article() {
    let dataset = shipped();
    let mut finding = opened(Lang::Zh, (120, 36));
    finding.apply(Action::Find);
    for figure in dataset.observations.keys() {
        let mut state = finding.clone();
        let is_it = |hit: &&cppcc::search::Hit| find(&state).entry(hit).unwrap().target == SearchTarget::Figure(figure);
        let place = find(&state).hits().iter().position(|hit| is_it(&hit)).unwrap();
        state.apply(Action::PickHit(place));
        state.apply(Action::Open);
        assert_eq!(state.screen(), Screen::Reader);
        assert_eq!(state.reader().unwrap().article, dataset.observations[figure].source.article);
        assert_eq!(state.selection(), Selection::Figure(figure), "{}", dataset.observations[figure].id);
    }
}

#[test]
fn enter_goes_there_and_escape_leads_back() {
    let mut state = typed(Lang::Zh, "qingdao");
    press(&mut state, KeyCode::Enter);
    assert_eq!((state.screen(), is_browsing(&state)), (Screen::CITY, true));
    assert_eq!(state.dataset().areas[state.area()].id, "qingdao");

    let before = opened(Lang::Zh, (120, 36));
    let mut state = typed(Lang::Zh, "fysqmyxx");
    press(&mut state, KeyCode::Enter);
    let Row::Indicator(indicator) = state.compare().cursor() else { panic!("no indicator") };
    assert_eq!(state.dataset().indicators[indicator].name.zh, "反映社情民意信息");
    assert_ne!(state.compare().cursor(), before.compare().cursor());
    press(&mut state, KeyCode::Esc);
    assert_eq!(
        (state.screen(), state.compare().cursor(), state.area()),
        (Screen::Compare, before.compare().cursor(), before.area())
    );

    let mut state = typed(Lang::Zh, "书香政协");
    while !matches!(found(&state)[find(&state).cursor()].0, "Initiative") {
        press(&mut state, KeyCode::Down);
    }
    let hit = find(&state).hits()[find(&state).cursor()];
    let SearchTarget::Initiative(initiative) = find(&state).entry(&hit).unwrap().target else {
        panic!("no initiative")
    };
    press(&mut state, KeyCode::Enter);
    assert_eq!((state.screen(), state.selection()), (Screen::INITIATIVES, Selection::Initiative(initiative)));

    let mut state = typed(Lang::En, "evening paper of nowhere");
    press(&mut state, KeyCode::Enter);
    assert!(state.find().is_some());
    press(&mut state, KeyCode::Esc);
    assert_eq!((is_browsing(&state), state.screen()), (true, Screen::Compare));
}

#[test]
fn keys_edit_the_line_and_move_the_cursor() {
    let mut state = typed(Lang::Zh, "q?滨州 tian");
    press_control(&mut state, 'w');
    assert_eq!(find(&state).input().text(), "q?滨州 ");
    press(&mut state, KeyCode::Backspace);
    press(&mut state, KeyCode::Left);
    press(&mut state, KeyCode::Backspace);
    assert_eq!(find(&state).input().text(), "q?州");
    press_control(&mut state, 'e');
    press_control(&mut state, 'u');
    assert_eq!(find(&state).input().text(), "");
    state.paste("青岛\n");
    assert_eq!(found(&state)[0], said("City", "青岛", "青岛"));
    press(&mut state, KeyCode::PageDown);
    assert!(find(&state).cursor() > 5);
    press_control(&mut state, 'p');
    press(&mut state, KeyCode::Tab);
    press_control(&mut state, 'f');
    assert!(is_browsing(&state));
    // Pasted text is no command.
    state.paste("qqq/");
    assert!(is_browsing(&state));
    // Opened again, the line is empty; the language may change under it.
    press_control(&mut state, 'f');
    assert_eq!(find(&state).input().text(), "");
    state.paste("binzhou");
    press(&mut state, KeyCode::F(2));
    assert_eq!((state.lang(), found(&state)[0].1.as_str()), (Lang::En, "Binzhou"));
    assert_eq!(press_control(&mut state, 'c'), Effect::Quit);
}

#[test]
fn the_cursor_stands_where_one_types() {
    let mut state = opened(Lang::Zh, (81, 24));
    assert_eq!(state.cursor(), None);
    state.apply(Action::Find);
    let start = state.cursor().unwrap();
    state.paste("滨州b");
    assert_eq!(state.cursor(), Some((start.0 + 5, start.1)));
    let buffer = draw(&state, LOOK);
    assert_eq!(buffer[(start.0, start.1)].symbol(), "滨");
    assert_eq!(buffer[(start.0 + 4, start.1)].symbol(), "b");
    for size in [(40, 12), (41, 12), (81, 24), (200, 50)] {
        state.apply(Action::Resize(size.0, size.1));
        state.paste("政协委员会");
        let (column, row) = state.cursor().unwrap();
        assert!(column < size.0 && row < size.1);
        assert_eq!(draw(&state, LOOK)[(column, row)].symbol(), " ", "{size:?}");
    }
}

/// No word runs into the popup: a free column is on each side of it, and a character that lay half under that is gone whole.
fn assert_set_apart(over: &Buffer, popup: Rect, place: &str) {
    for y in popup.top()..popup.bottom() {
        let beside = popup.left().checked_sub(1).into_iter().chain([popup.right()]);
        for x in beside.filter(|x| *x < over.area.width) {
            assert_eq!(over[(x, y)].symbol(), " ", "{place}, beside row {y}");
        }
    }
}

#[test]
fn no_popup_halves_a_character() {
    let mut halved = 0;
    for (lang, widths) in [(Lang::Zh, 40..=132_u16), (Lang::En, 104..=112), (Lang::Zh, 197..=203)] {
        for columns in widths {
            let mut state = opened(lang, (columns, 30));
            state.apply(Action::Show(Screen::ALL[usize::from(columns) % 6]));
            let under = draw(&state, LOOK);
            for overlay in [Action::Help, Action::Find] {
                let place = format!("{columns} columns, {overlay:?}");
                state.apply(overlay);
                let over = draw(&state, LOOK);
                assert_whole(&over, &place);
                if overlay == Action::Find {
                    let popup = state.find_box().unwrap().popup;
                    assert_set_apart(&over, popup, &place);
                    let edge = popup.left().checked_sub(1);
                    let rows = popup.top()..popup.bottom();
                    halved += edge.map_or(0, |x| rows.filter(|y| width(under[(x, *y)].symbol()) == 2).count());
                }
                state.apply(Action::Back);
            }
        }
    }
    assert!(halved > 20, "the test meets what it is for: {halved}");
}

#[test]
fn what_matches_is_marked_and_what_is_chosen_shows_without_colour() {
    let state = typed(Lang::Zh, "sqmy");
    let list = state.find_box().unwrap().list;
    for depth in [ColorDepth::None, ColorDepth::Sixteen, ColorDepth::Indexed, ColorDepth::True] {
        let buffer = draw(&state, Appearance { depth, ..LOOK });
        let row = |y: u16| (list.left()..list.right()).map(move |x| (x, y));
        let marked = |y| {
            let cells = row(y).map(|at| &buffer[at]);
            cells.filter(|cell| cell.modifier.contains(Modifier::UNDERLINED)).map(|cell| cell.symbol().to_owned())
        };
        assert_eq!(marked(list.y).collect::<String>(), "社情民意", "{depth:?}");
        assert_eq!(marked(list.y + 1).collect::<String>(), "社情民意", "{depth:?}");
        let (chosen, other) = (&buffer[(list.x + 2, list.y)], &buffer[(list.x + 2, list.y + 1)]);
        assert!(chosen.bg != other.bg || chosen.modifier.contains(Modifier::REVERSED), "{depth:?}");
    }
    let shown = text(&draw(&state, LOOK));
    assert!(shown.contains("Enter 前往") && shown.contains("项"), "{shown}");
}

/// However narrow it is, a figure has its value and its year, and reads like no figure of another indicator.
#[test]
fn figures_can_be_told_apart_at_every_width() {
    let dataset = shipped();
    for (lang, cells) in [Lang::Zh, Lang::En].into_iter().cartesian_product([40, 48, 60, 80, 100]) {
        let mut state = opened(lang, (cells, 900));
        press(&mut state, KeyCode::Char('/'));
        let (buffer, list) = (draw(&state, LOOK), state.find_box().unwrap().list);
        let mut seen = HashMap::new();
        for (at, hit) in find(&state).hits().iter().enumerate() {
            let SearchTarget::Figure(key) = find(&state).entry(hit).unwrap().target else { continue };
            let figure = &dataset.observations[key];
            let row = row_of(&buffer, list, u16::try_from(at).unwrap());
            let (value, year) = (observation_value(figure, lang, CharSet::Unicode), period_brief(&figure.period, lang));
            assert!(row.contains(&format!(" {value}")) && row.contains(&format!("  {year}")), "{row} at {cells}");
            let other = *seen.entry(row.clone()).or_insert(figure.indicator);
            assert_eq!(other, figure.indicator, "two read “{row}” at {cells}");
        }
        assert!(seen.len() > 200, "{}", seen.len());
    }
}

/// Who types pinyin in Chinese sees the Chinese names that match, and no English ones beside them.
#[test]
fn pinyin_of_a_city_shows_the_names_of_the_language() {
    for (_, area) in shipped().areas.iter() {
        let state = typed(Lang::Zh, &area.id);
        let shown = text(&draw(&state, LOOK));
        let below = shown.split_once(&area.id).unwrap().1;
        assert!(!below.contains(&area.name.en), "{below}");
        for hit in find(&state).hits() {
            let entry = find(&state).entry(hit).unwrap();
            let is_marked = find(&state).matched(*hit).len() == area.name.zh.chars().count();
            assert!(hit.form == 0 && is_marked || entry.area != shipped().areas.find(&area.id), "{}", entry.label());
        }
    }
}
