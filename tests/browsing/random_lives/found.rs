//! Faults that random lives have found, each in the few steps that lead to it.

use super::births::live_view;
use super::data::all;
use super::sound::{assert_sound, drawn};
use super::support::keys::press;
use super::support::screen::{LOOK, lines, lines_of, opened, opened_on};
use cppcc::app::{Action, FollowerSeat, Mode, Pane, Row, Screen, Selection, SlideCommand, State};
use cppcc::deck::{DeckEdit, SlideIndex};
use cppcc::text::Lang;
use crossterm::event::KeyCode;
use std::rc::Rc;

fn opened_at(name: &str, size: (u16, u16)) -> State {
    let data = all();
    let data = data.iter().find(|data| data.name == name).unwrap();
    opened_on(Rc::clone(&data.library), Lang::Zh, size)
}

/// Reads other data in the place of those that are held.
fn read_again(state: &mut State, name: &str) {
    let data = all();
    let data = data.iter().find(|data| data.name == name).unwrap();
    assert!(state.replace_data(Rc::clone(&data.library), data.deck()));
}

#[test]
fn what_is_listed_as_rankable_is_so_in_data_that_are_read_again() {
    let mut state = opened_at("forty areas", (120, 36));
    press(&mut state, KeyCode::Char('f'));
    let of_forty = state.compare().rows().len();
    read_again(&mut state, "shipped");
    assert!(state.compare().is_filtered() && !state.compare().rows().is_empty());
    read_again(&mut state, "one area");
    assert!(!state.compare().is_filtered(), "of one area nothing can be ranked");
    assert!(state.compare().rows().contains(&state.compare().cursor()));
    read_again(&mut state, "forty areas");
    press(&mut state, KeyCode::Char('f'));
    assert_eq!(state.compare().rows().len(), of_forty);
}

#[test]
fn what_can_be_ranked_is_listed_and_all_is_listed_again_where_every_theme_is_folded() {
    let mut state = opened(Lang::Zh, (120, 36));
    let themes: Vec<Row> = state.compare().outline().themes().map(Row::Theme).collect();
    for theme in &themes {
        let at = state.compare().rows().iter().position(|row| row == theme).unwrap();
        let is_unfolded = matches!(state.compare().rows().get(at + 1), Some(Row::Indicator(_) | Row::Singles(_)));
        if is_unfolded {
            state.apply(Action::PickRow(at));
            state.apply(Action::Open);
        }
    }
    assert_eq!(state.compare().rows().len(), themes.len());
    press(&mut state, KeyCode::Char('f'));
    assert!(state.compare().is_filtered(), "{:?}", state.notice());
    assert!((1..themes.len()).contains(&state.compare().rows().len()));
    press(&mut state, KeyCode::Char('f'));
    assert!(!state.compare().is_filtered(), "{:?}", state.notice());
}

#[test]
fn a_slide_that_data_do_not_hold_has_no_cursor_on_it() {
    let mut state = opened_at("shipped, with a deck of one slide", (120, 36));
    let deck = state.user_deck().unwrap();
    state.begin(deck, SlideIndex::FIRST, false);
    state.apply(Action::Present(SlideCommand::Overview));
    let edit = DeckEdit::Duplicate(SlideIndex::FIRST);
    let empty = all().into_iter().find(|data| data.name == "no figure").unwrap();
    assert!(!state.take_edit(&edit, Rc::clone(&empty.library), empty.deck()));
    assert_sound(&state);
}

#[test]
fn the_title_of_a_form_has_room_beside_what_is_still_to_be_filled_in() {
    for lang in [Lang::Zh, Lang::En] {
        for width in [40, 47, 55, 80] {
            let mut state = opened(lang, (width, 12));
            press(&mut state, KeyCode::Char('A'));
            assert!(state.figure_form().is_some());
            for key in ["", "6", "x", "立"] {
                key.chars().for_each(|letter| drop(press(&mut state, KeyCode::Char(letter))));
                drawn(&state, LOOK);
                let title = lines(&state)[1].clone();
                let told = if lang == Lang::Zh {
                    ["改正自带的数字", " 栏"]
                } else {
                    ["Correct a built-in figure", " to go"]
                };
                assert!(title.contains(told[0]), "{width}: {title}");
                assert!(title.contains(told[1]) || state.figure_form().unwrap().reading().faults.is_empty(), "{title}");
                press(&mut state, KeyCode::Tab);
            }
        }
    }
}

#[test]
fn beside_a_list_that_is_out_of_sight_something_is_told_of_another_city() {
    let mut state = opened(Lang::Zh, (73, 40));
    state.apply(Action::Show(Screen::CITY));
    press(&mut state, KeyCode::Tab);
    assert_eq!(state.focus(), Pane::Drilldown);
    for key in [KeyCode::Right, KeyCode::Right, KeyCode::Left] {
        let before = state.area();
        press(&mut state, key);
        assert_ne!(state.area(), before);
        assert_ne!(state.selection(), Selection::Nothing, "{:?}", lines_of(&state, Pane::Drilldown));
    }
}

#[test]
fn what_a_follower_has_open_is_closed_when_the_slides_begin() {
    for key in ['a', '?', '/', 'E'] {
        let mut state = opened(Lang::Zh, (120, 36));
        state.become_follower(FollowerSeat::OwnAccount);
        press(&mut state, KeyCode::Char(key));
        let live = live_view(&state, 1).unwrap();
        state.show_live(live);
        assert!(matches!(state.mode(), Mode::Browse), "{key}");
        assert!(state.is_presenting(), "{key}");
    }
}
