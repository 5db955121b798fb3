//! Ctrl-E: exporting what is on the screen, as whoever sits before it sees it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::export_dialog::{OFFERED_FORMATS, ScreenExport};
use cppcc::app::{Action, Effect, Mode, Screen, State};
use cppcc::text::Lang;
use crossterm::event::KeyCode;
use std::fs;
use support::keys::{control, press, press_event, type_in};
use support::library::shipped;
use support::pty::Session;
use support::screen::{foot, lines, opened, select_area, select_indicator};

fn dialog(lang: Lang, size: (u16, u16)) -> State {
    let mut state = opened(lang, size);
    select_indicator(&mut state, shipped().indicators.find("proposals-filed").unwrap());
    press_event(&mut state, &control('e'));
    assert!(matches!(state.mode(), Mode::Export(_)));
    state
}

fn asked(effect: Effect) -> ScreenExport {
    match effect {
        Effect::Export(asked) => *asked,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_dialog_offers_every_format_with_the_keys_that_work() {
    for lang in [Lang::Zh, Lang::En] {
        for size in [(80, 24), (120, 36), (200, 50)] {
            let state = dialog(lang, size);
            let shown = lines(&state).join("\n");
            for format in OFFERED_FORMATS {
                assert!(shown.contains(&format!(".{}", format.ending)), "{shown}");
                assert!(shown.contains(format.about.get(lang)), "{}: {shown}", format.ending);
            }
            assert!(shown.contains("cppcc-proposals-filed.docx"), "{shown}");
            for key in ["Enter", "Ctrl-E", "Tab", "Esc"] {
                assert!(foot(&state).contains(key), "{key}: {}", foot(&state));
            }
            assert!(state.cursor().is_some());
        }
    }
    let narrow = dialog(Lang::Zh, (40, 12));
    assert!(lines(&narrow).join("\n").contains(".docx"), "{:?}", lines(&narrow));
}

#[test]
fn what_is_on_the_screen_is_exported() {
    let library = shipped();
    let mut state = dialog(Lang::Zh, (120, 36));
    state.apply(Action::Back);
    state.apply(Action::NextMeasure);
    press_event(&mut state, &control('e'));
    press(&mut state, KeyCode::Down);
    let one = asked(press(&mut state, KeyCode::Enter));
    assert_eq!(one.path, "cppcc-proposals-filed.html");
    assert_eq!((one.content.requests.len(), one.content.requests[0].measure), (1, state.measure()));
    press_event(&mut state, &control('e'));
    let table = asked(press(&mut state, KeyCode::Enter));
    assert_eq!(table.path, "cppcc-compare.html");
    assert!(table.content.requests.len() > 20 && !table.replaces);
    press(&mut state, KeyCode::Esc);
    select_area(&mut state, library.areas.find("qingdao").unwrap());
    state.apply(Action::Show(Screen::CITY));
    press_event(&mut state, &control('e'));
    let city = asked(press(&mut state, KeyCode::Enter));
    assert_eq!((city.path.as_str(), city.content.areas.len()), ("cppcc-qingdao.docx", 1));
    for screen in [Screen::Coverage, Screen::TIMELINE, Screen::INITIATIVES, Screen::Reader] {
        press(&mut state, KeyCode::Esc);
        state.apply(Action::Show(screen));
        press_event(&mut state, &control('e'));
        asked(press(&mut state, KeyCode::Enter));
    }
}

#[test]
fn typing_changes_the_path_and_nothing_else() {
    let mut state = dialog(Lang::Zh, (80, 24));
    press_event(&mut state, &control('u'));
    type_in(&mut state, "q/f.CSV");
    let Mode::Export(dialog) = state.mode() else { panic!() };
    assert_eq!(dialog.path().text(), "q/f.CSV");
    assert_eq!(OFFERED_FORMATS[dialog.cursor()].ending, "csv");
    assert_eq!(press(&mut state, KeyCode::Tab), Effect::CompletePath("q/f.CSV".into()));
    state.paste("\n");
    press_event(&mut state, &control('u'));
    assert_eq!(press(&mut state, KeyCode::Enter), Effect::None);
    assert!(lines(&state).join("\n").contains("请写文件名"));
}

#[test]
fn the_filter_has_keys_of_its_own() {
    let mut state = opened(Lang::Zh, (120, 36));
    let all = state.compare().rows().len();
    type_in(&mut state, "f");
    assert!(state.compare().rows().len() < all);
}

#[test]
fn on_a_terminal_the_place_is_told_and_nothing_is_replaced_unasked() {
    let folder = support::private_folder();
    let there = folder.path().join("表");
    fs::create_dir(&there).unwrap();
    let mut session = Session::of_program_at(folder.path(), &["--builtin", "reports"]);
    session.wait_for_text("政协看板");
    session.send("\x05");
    session.wait_for_text("内容：");
    session.send("\x15");
    session.send(&format!("{}/", folder.path().display()));
    session.send("\t");
    session.wait_for_text("表/");
    session.send("x.md\r");
    session.wait_for_text("已导出：");
    let first = fs::read_to_string(there.join("x.md")).unwrap();
    assert!(first.starts_with("# 市政协履职数字对比"), "{first}");
    fs::write(there.join("x.md"), "mine").unwrap();
    session.send("\x05");
    session.wait_for_text("内容：");
    session.send(&format!("\x15{}/x.md\r", there.display()));
    session.wait_for_text("文件已存在");
    assert_eq!(fs::read_to_string(there.join("x.md")).unwrap(), "mine");
    session.send("\r");
    session.wait_for_text("已导出：");
    assert_eq!(fs::read_to_string(there.join("x.md")).unwrap(), first);
    session.send("\x05");
    session.wait_for_text("内容：");
    session.send(&format!("\x15{}/no/such.svg\r", folder.path().display()));
    session.wait_for_text("无法写入");
    session.send("\x1b");
    session.wait_until_quiet();
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
}
