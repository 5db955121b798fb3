//! The mouse, and copying: what a click asks for at the place where a thing is drawn.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::Mode;
use cppcc::app::action::Direction;
use cppcc::app::hit::{Pointer, action_at};
use cppcc::app::layout::chrome;
use cppcc::app::{Action, Clipboard, CopyForm, Effect, Pane, Row, Screen, Selection, State, keymap};
use cppcc::text::{Lang, width};
use crossterm::event::KeyModifiers;
use crossterm::event::MouseButton;
use crossterm::event::MouseEvent;
use crossterm::event::MouseEventKind;
use itertools::Itertools;
use ratatui::layout::Rect;
use std::rc::Rc;
use support::screen::{LOOK, draw, lines_in, opened, select_area, select_indicator};

const SIZES: [(u16, u16); 4] = [(47, 15), (80, 24), (120, 36), (200, 50)];

/// Where `text` is drawn in a part of the screen: the place of its first cell.
fn seen_in(state: &State, text: &str, part: Rect) -> Option<(u16, u16)> {
    let buffer = draw(state, LOOK);
    let part = part.intersection(buffer.area);
    lines_in(&buffer, part).iter().zip(part.top()..).find_map(|(line, y)| {
        let (before, _) = line.split_once(text)?;
        Some((part.left() + u16::try_from(width(before)).unwrap(), y))
    })
}

fn seen(state: &State, text: &str) -> (u16, u16) {
    seen_in(state, text, Rect::new(0, 0, 999, 999)).unwrap_or_else(|| panic!("{text} is not on the screen"))
}

fn click(state: &mut State, (column, row): (u16, u16)) -> Option<Action> {
    let action = action_at(state, column, row, Pointer::Press);
    if let Some(action) = action {
        state.apply(action);
    }
    action
}

fn wheel(state: &mut State, (column, row): (u16, u16), kind: Pointer) {
    state.apply(action_at(state, column, row, kind).unwrap());
}

fn zh() -> State {
    opened(Lang::Zh, (120, 36))
}

fn indicator(state: &State) -> String {
    match state.compare().cursor() {
        Row::Indicator(key) => state.dataset().indicators[key].name.zh.clone(),
        Row::Theme(_) | Row::Singles(_) => String::new(),
    }
}

fn area(state: &State) -> &str {
    &state.dataset().areas[state.area()].id
}

#[test]
fn tabs_and_settings_are_clicked() {
    for (lang, tab) in [(Lang::Zh, "3 覆盖"), (Lang::En, "3 Coverage")] {
        let mut state = opened(lang, (80, 24));
        let place = seen(&state, tab);
        click(&mut state, place);
        assert_eq!(state.screen(), Screen::Coverage);
    }
    let mut state = zh();
    let measure = seen(&state, "原值 · ");
    assert_eq!(click(&mut state, measure), Some(Action::NextMeasure));
    let moment = seen(&state, "最近");
    assert_eq!(click(&mut state, moment), Some(Action::NextYear));
    // Too narrow for all names: the shown tab alone has its name, and the numbers can be clicked.
    let mut state = opened(Lang::En, (44, 14));
    let place = seen(&state, " 5 ");
    click(&mut state, place);
    assert_eq!(state.screen(), Screen::INITIATIVES);
    seen(&state, "5 Initiatives");
}

#[test]
fn every_button_is_drawn_where_it_is_clicked() {
    for (size, lang) in SIZES.into_iter().cartesian_product([Lang::Zh, Lang::En]) {
        for (screen, overlay) in Screen::ALL.into_iter().cartesian_product([None, Some(Action::Find)]) {
            let mut state = opened(lang, size);
            state.apply(Action::Show(screen));
            overlay.map(|overlay| state.apply(overlay));
            let buffer = draw(&state, LOOK);
            for button in chrome::header(&state).into_iter().chain(chrome::footer(&state)) {
                let cells = (button.rect.left()..button.rect.right()).map(|x| buffer[(x, button.rect.y)].symbol());
                let drawn: String = cells.collect::<String>().split_whitespace().collect();
                let said: String = format!("{}{}", button.key, button.word).split_whitespace().collect();
                assert_eq!(drawn, said, "{size:?} {screen:?}");
                if overlay.is_none() {
                    assert_eq!(action_at(&state, button.rect.x, button.rect.y, Pointer::Press), button.action);
                }
            }
        }
    }
}

#[test]
fn a_cell_is_selected_and_then_opened() {
    let mut state = zh();
    let row = seen(&state, " 其中：委员提案（周期）").1;
    let column = seen(&state, "青岛").0;
    click(&mut state, (column, row));
    assert_eq!((indicator(&state).as_str(), area(&state)), ("其中：委员提案（周期）", "qingdao"));
    assert_eq!(state.screen(), Screen::Compare);
    click(&mut state, (column, row));
    assert_eq!(state.screen(), Screen::Reader);
    state.apply(Action::Back);
    assert_eq!((state.screen(), indicator(&state).as_str()), (Screen::Compare, "其中：委员提案（周期）"));
    // The name of a row keeps the city; the head chooses one; a theme folds at the second click.
    let name = seen(&state, "提交提案");
    click(&mut state, name);
    assert_eq!((indicator(&state).as_str(), area(&state)), ("提交提案（全年或周期）", "qingdao"));
    let head = seen(&state, "咸阳");
    click(&mut state, head);
    assert_eq!((indicator(&state).as_str(), area(&state)), ("提交提案（全年或周期）", "xianyang"));
    let theme = seen(&state, "社情民意信息");
    click(&mut state, theme);
    assert!(matches!(state.compare().cursor(), Row::Theme(_)));
    let rows = state.compare().rows().len();
    click(&mut state, theme);
    assert!(state.compare().rows().len() < rows);
}

#[test]
fn bars_and_the_drilldown_are_clicked() {
    for size in [(80, 24), (120, 36), (200, 50)] {
        let mut state = opened(Lang::Zh, size);
        let pane = state.layout().pane(Pane::Bars).unwrap();
        for (name, id) in [("咸阳", "xianyang"), ("聊城", "liaocheng")] {
            let row = seen_in(&state, name, pane).unwrap().1;
            click(&mut state, (pane.x + 5, row));
            assert_eq!((area(&state), state.focus()), (id, Pane::Bars));
        }
        // In the drilldown, another city in a verdict is chosen by a click on its name.
        let drilldown = state.layout().pane(Pane::Drilldown).unwrap();
        if let Some(place) = seen_in(&state, "济南", drilldown) {
            click(&mut state, place);
            assert_eq!((area(&state), state.focus()), ("jinan", Pane::Drilldown));
        }
        click(&mut state, (pane.x + 5, pane.y));
        assert_eq!(state.focus(), Pane::Bars);
    }
}

#[test]
fn rows_of_lists_and_figures_of_articles_are_clicked() {
    let mut state = zh();
    state.apply(Action::Show(Screen::CITY));
    let tab = seen(&state, "济南");
    click(&mut state, tab);
    assert_eq!(area(&state), "jinan");
    let first = state.selection();
    let row = seen(&state, "立案提案");
    click(&mut state, row);
    let Selection::Figure(figure) = state.selection() else { panic!("no figure") };
    assert_ne!(state.selection(), first);
    // A heading is no row.
    let heading = seen(&state, "协商议政");
    assert_eq!(click(&mut state, heading), Some(Action::Focus(Pane::Main)));
    click(&mut state, row);
    assert_eq!((state.screen(), state.selection()), (Screen::Reader, Selection::Figure(figure)));
    // In the article, a click on another figure selects it, a second one leads to its comparison.
    for _ in 0..40 {
        state.apply(Action::Move(Direction::Left));
    }
    let article = state.dataset().articles.keys().next().unwrap();
    assert_eq!(state.reader().map(|reader| reader.article), Some(article));
    let figures = cppcc::app::screens::reader::figures(state.dataset(), article);
    let (lines, height) = state.reader_lines();
    let other = figures[2];
    let line = cppcc::app::screens::reader::line_of(&lines, other).unwrap();
    assert!(line < height);
    let mut column = 1;
    for (text, mark) in &lines[line] {
        if *mark == cppcc::app::span_role::SpanRole::Figure(other) {
            break;
        }
        column += width(text);
    }
    let pane = state.layout().pane(Pane::Main).unwrap();
    let place = (pane.x + u16::try_from(column).unwrap(), pane.y + u16::try_from(line).unwrap());
    click(&mut state, place);
    assert_eq!(state.selection(), Selection::Figure(other));
    click(&mut state, place);
    assert_eq!(state.screen(), Screen::Compare);
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut state = opened(Lang::Zh, (80, 24));
    let (top, cursor) = (state.compare().top(), state.compare().cursor());
    wheel(&mut state, (10, 5), Pointer::WheelDown);
    assert_eq!(state.compare().top(), top + 3);
    for _ in 0..4 {
        wheel(&mut state, (10, 5), Pointer::WheelUp);
    }
    assert_eq!(state.compare().top(), 0);
    assert_ne!(state.compare().cursor(), cursor, "the cursor went along, for it stays on the screen");
    let drilldown = state.layout().pane(Pane::Drilldown).unwrap();
    let position = state.compare().rows().iter().position(|row| *row == cursor).unwrap();
    state.apply(Action::PickRow(position));
    wheel(&mut state, (drilldown.x + 1, drilldown.y + 1), Pointer::WheelDown);
    assert_eq!((state.scroll(), state.compare().top(), state.focus()), (3, 0, Pane::Main));
    for screen in [Screen::CITY, Screen::TIMELINE, Screen::INITIATIVES] {
        state.apply(Action::Show(screen));
        wheel(&mut state, (10, 5), Pointer::WheelDown);
        wheel(&mut state, (10, 5), Pointer::WheelDown);
        let list = state.list().unwrap();
        assert!(list.top() >= 4, "{screen:?} {list:?}");
        for _ in 0..60 {
            wheel(&mut state, (10, 5), Pointer::WheelDown);
        }
        let bottom = state.list().unwrap();
        for _ in 0..90 {
            wheel(&mut state, (10, 5), Pointer::WheelUp);
        }
        assert!(state.list().unwrap().top() <= 1 && bottom.top() > 8, "{screen:?} {bottom:?}");
    }
    state.apply(Action::Help);
    wheel(&mut state, (10, 5), Pointer::WheelDown);
    assert!(matches!(state.mode(), Mode::Help { scroll: 3 }), "{:?}", state.mode());
}

#[test]
fn what_was_found_is_clicked() {
    let mut state = zh();
    let hint = seen(&state, "/ 查找");
    click(&mut state, hint);
    assert!(state.find().is_some());
    state.paste("青岛");
    let list = state.find_box().unwrap().list;
    click(&mut state, (list.x + 4, list.y + 2));
    assert_eq!(state.find().unwrap().cursor(), 2);
    wheel(&mut state, (list.x, list.y), Pointer::WheelDown);
    assert_eq!((state.find().unwrap().top(), state.find().unwrap().cursor()), (3, 3));
    wheel(&mut state, (0, 35), Pointer::WheelUp);
    assert_eq!(state.find().unwrap().top(), 0);
    click(&mut state, (list.x + 4, list.y));
    click(&mut state, (list.x + 4, list.y));
    assert_eq!((state.find().is_none(), state.screen(), area(&state)), (true, Screen::CITY, "qingdao"));
    state.apply(Action::Find);
    assert_eq!(click(&mut state, (0, 20)), Some(Action::Back));
    assert!(state.find().is_none());
}

#[test]
fn the_mouse_can_be_given_to_the_terminal() {
    let press = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: 40,
        row: 20,
        modifiers: KeyModifiers::NONE,
    };
    let mut state = zh();
    assert!(keymap::mouse_action(&state, &press).is_some());
    assert!(seen(&state, "M 选文字").1 == 35);
    state.apply(Action::SwitchMouse);
    assert_eq!(keymap::mouse_action(&state, &press), None);
    assert!(state.notice().as_ref().unwrap().zh.contains("终端"));
    state.apply(Action::FoldAll);
    assert!(seen(&state, "M 用鼠标").1 == 35);
    let moved = MouseEvent { kind: MouseEventKind::Moved, ..press };
    assert_eq!(keymap::mouse_action(&zh(), &moved), None);
}

#[test]
fn every_cell_of_every_screen_may_be_clicked() {
    for (size, screen) in [(47, 15), (120, 36)].into_iter().cartesian_product(Screen::ALL) {
        for overlay in [None, Some(Action::Help), Some(Action::Find)] {
            let mut state = opened(Lang::Zh, size);
            state.apply(Action::Show(screen));
            overlay.map(|overlay| state.apply(overlay));
            for (column, row) in (0..size.0 + 2).step_by(7).cartesian_product((0..size.1 + 2).step_by(3)) {
                for kind in [Pointer::Press, Pointer::WheelUp, Pointer::WheelDown] {
                    let Some(action) = action_at(&state, column, row, kind) else { continue };
                    if !matches!(action, Action::Quit) {
                        let mut clicked = state.clone();
                        clicked.apply(action);
                        assert_eq!(clicked.size(), size);
                    }
                }
            }
        }
    }
}

fn copied(state: &mut State, form: CopyForm) -> (Option<String>, String) {
    let words = match state.apply(Action::Copy(form)) {
        Effect::Copy(words) => Some(words),
        _ => None,
    };
    (words, state.notice().unwrap().zh.clone())
}

#[test]
fn the_selected_figure_is_copied_with_its_source() {
    let mut state = zh();
    let (words, notice) = copied(&mut state, CopyForm::Sentence);
    let words = words.unwrap();
    for part in ["滨州市政协", "立案提案", "512件", "新浪财经", "2026年1月19日"] {
        assert!(words.contains(part), "{words}");
    }
    assert!(notice.starts_with("已送往终端剪贴板（OSC 52）：") && notice.ends_with(&words), "{notice}");
    let (words, _) = copied(&mut state, CopyForm::Reference);
    assert!(words.unwrap().contains("[EB/OL]"));
    state.configure(Rc::default(), true, Clipboard::Tmux);
    assert!(copied(&mut state, CopyForm::Sentence).1.contains("set -g set-clipboard on"));
    state.configure(Rc::default(), true, Clipboard::File("摘录.txt".to_owned()));
    assert!(copied(&mut state, CopyForm::Sentence).1.starts_with("已写入 摘录.txt"));
    state.apply(Action::SwitchLanguage);
    assert!(copied(&mut state, CopyForm::Sentence).0.unwrap().contains("the Binzhou CPPCC filed 512 proposals"));
}

#[test]
fn where_there_is_no_figure_nothing_is_copied() {
    let mut state = zh();
    let dataset = state.dataset().clone();
    let sessions = dataset.indicators.find("grassroots-sessions").unwrap();
    select_indicator(&mut state, sessions);
    select_area(&mut state, dataset.areas.find("binzhou").unwrap());
    assert_eq!(copied(&mut state, CopyForm::Reference), (None, "这里没有可复制的出处".to_owned()));
    // A figure that is not there can be told: silence is not zero.
    let (words, _) = copied(&mut state, CopyForm::Sentence);
    assert!(words.unwrap().contains("已录的报道中没有滨州市政协的“基层协商活动”"));
    state.apply(Action::Show(Screen::Coverage));
    assert_eq!(copied(&mut state, CopyForm::Reference).0, None);
    // On an initiative, all its figures; on an article, its reference.
    state.apply(Action::Show(Screen::INITIATIVES));
    assert!(copied(&mut state, CopyForm::Sentence).0.is_some());
    state.apply(Action::Show(Screen::TIMELINE));
    assert!(copied(&mut state, CopyForm::Reference).0.unwrap().contains('['));
}
