//! The characters that are drawn, for terminals that can't be trusted with all of them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::action::Direction;
use cppcc::app::{Action, Mode, Pane, Screen};
use cppcc::text::{Background, CharSet, ColorDepth, ascii_fallback, is_ambiguous, width};
use cppcc::view::Appearance;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::collections::BTreeSet;
use support::all_screens::{speaker_views, states};
use support::screen::draw;

const DEPTHS: [ColorDepth; 4] = [ColorDepth::None, ColorDepth::Sixteen, ColorDepth::Indexed, ColorDepth::True];

fn characters(buffer: &Buffer) -> BTreeSet<char> {
    buffer.content().iter().flat_map(|cell| cell.symbol().chars()).collect()
}

/// All characters that are drawn anywhere in some depths, the speaker's view included.
fn drawn(charset: CharSet, depths: &[ColorDepth]) -> BTreeSet<char> {
    let states = states(charset);
    let looks = depths.iter().map(|depth| Appearance { depth: *depth, background: Background::Dark, charset });
    let buffers = looks.flat_map(|look| {
        let screens = states.iter().map(move |state| draw(state, look));
        screens.chain(speaker_views(look)).collect::<Vec<_>>()
    });
    buffers.flat_map(|buffer| characters(&buffer)).collect()
}

#[test]
fn ascii_and_chinese_alone() {
    let all = drawn(CharSet::Ascii, &[ColorDepth::None, ColorDepth::Indexed]);
    let other: Vec<char> = all.into_iter().filter(|c| !c.is_ascii() && width(&c.to_string()) != 2).collect();
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn nothing_of_disputed_width() {
    let all = drawn(CharSet::NoAmbiguous, &[ColorDepth::None, ColorDepth::Indexed]);
    let other: Vec<char> = all.into_iter().filter(|character| is_ambiguous(*character)).collect();
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn every_sign_has_a_stand_in_of_its_own() {
    // What is drawn beside letters where all characters may be; the table of stand-ins must know each of them.
    let all = drawn(CharSet::Unicode, &[ColorDepth::Indexed]);
    let signs = all.into_iter().filter(|c| !c.is_ascii() && width(&c.to_string()) == 1);
    let without: Vec<char> = signs.filter(|sign| ascii_fallback(*sign).is_none()).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn stand_ins_change_no_place() {
    let look = |charset| Appearance { depth: ColorDepth::Indexed, background: Background::Dark, charset };
    for state in states(CharSet::Ascii) {
        let (unicode, ascii) = (draw(&state, look(CharSet::Unicode)), draw(&state, look(CharSet::Ascii)));
        for (one, other) in unicode.content().iter().zip(ascii.content()) {
            let is_wide = |symbol: &str| width(symbol) == 2;
            if is_wide(one.symbol()) && matches!(state.mode(), Mode::Browse) {
                assert!(is_wide(other.symbol()) || other.symbol().is_ascii());
            }
        }
    }
}

/// The cells that show where one is: reversed, or on a ground of their own.
fn stands_out(buffer: &Buffer) -> usize {
    let is_it = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED) || cell.bg != Color::Reset;
    buffer.content().iter().filter(is_it).count()
}

#[test]
fn the_selection_shows_in_every_depth() {
    for state in states(CharSet::Unicode) {
        if !matches!(state.mode(), Mode::Browse) || state.is_presenting() {
            continue;
        }
        let mut at_first = state.clone();
        at_first.apply(Action::First);
        let mut further = at_first.clone();
        further.apply(Action::Move(Direction::Down));
        for depth in DEPTHS {
            let look = Appearance { depth, background: Background::Dark, charset: CharSet::Unicode };
            assert!(stands_out(&draw(&state, look)) > 0, "{depth:?} {:?}", state.screen());
            let (first, moved) = (draw(&at_first, look), draw(&further, look));
            // An article that is short is all there, and marks its figure in the same place.
            assert!(
                state.screen() == Screen::Reader || first != moved,
                "{depth:?} {:?} {:?}",
                state.screen(),
                state.size()
            );
        }
    }
}

#[test]
fn the_selected_row_is_reversed_where_rows_have_no_background() {
    let is_reversed = |cell: &ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
    for depth in DEPTHS {
        let look = Appearance { depth, background: Background::Unknown, charset: CharSet::Unicode };
        for mut state in states(CharSet::Unicode) {
            // The Reader reverses the selected figure where it is, and has no rows.
            if !matches!(state.mode(), Mode::Browse) || state.is_presenting() || state.screen() == Screen::Reader {
                continue;
            }
            for step in 0..12 {
                let buffer = draw(&state, look);
                let area = state.layout().pane(Pane::Main).unwrap();
                let rows = buffer.content().chunks(usize::from(buffer.area.width)).skip(usize::from(area.y));
                let rows = rows.filter(|row| matches!(row[usize::from(area.x)].symbol(), "▌" | "▏"));
                let has_one = rows.map(|row| row.iter().any(is_reversed)).collect::<Vec<_>>();
                assert_eq!(has_one, [true], "{depth:?} {:?} {:?} {step}", state.screen(), state.size());
                state.apply(Action::Move(Direction::Down));
            }
        }
    }
}

#[test]
fn popups_have_an_edge_in_every_depth() {
    for state in states(CharSet::Unicode).into_iter().filter(|state| state.find().is_some()) {
        let popup = state.find_box().unwrap().popup;
        for depth in DEPTHS {
            let look = Appearance { depth, background: Background::Dark, charset: CharSet::Unicode };
            let buffer = draw(&state, look);
            let edge = &buffer[(popup.left(), popup.top() + 2)];
            assert!(edge.symbol() == "│" || edge.bg != Color::Reset, "{depth:?} {:?}", state.size());
        }
    }
}

#[test]
fn without_colour_there_is_none() {
    let look = Appearance { depth: ColorDepth::None, background: Background::Dark, charset: CharSet::Unicode };
    for state in states(look.charset) {
        let buffer = draw(&state, look);
        assert!(buffer.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    }
}
