//! The dashboard from end to end: the program itself on a real terminal, whose emulator must show what the state that the
//! same keys lead to draws.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Screen, Selection, State, keymap};
use cppcc::domain::Measure;
use cppcc::terminal::KeyCode;
use cppcc::text::Lang;
use rustix::process::Signal;
use std::path::Path;
use std::time::{Duration, Instant};
use support::keys::key;
use support::program::{PROGRAM, ends, err, locale, run};
use support::pty::{Session, Under, wait_until_gone};
use support::screen::{UNKNOWN_BACKGROUND, draw, opened, text};

const SIZE: (u16, u16) = (120, 36);
const DOWN: &str = "\x1b[B";

/// The program on a terminal, and beside it the state that the same keys lead to.
struct Dashboard {
    session: Session,
    state: State,
}

impl Dashboard {
    fn start(lang: Lang) -> Self {
        Self::start_at(lang, SIZE, Under::Shell)
    }

    fn start_at(lang: Lang, size: (u16, u16), under: Under) -> Self {
        let session = Session::spawn(under, Path::new(PROGRAM), &[], &[("LANG", locale(lang))], size);
        let mut state = opened(lang, size);
        state.apply(Action::Resize(size.0, size.1));
        let mut dashboard = Self { session, state };
        dashboard.shows_the_state();
        assert!(dashboard.session.screen().alternate_screen());
        assert!(dashboard.session.screen().hide_cursor());
        dashboard
    }

    /// Types keys, and does what they ask for to the state as well.
    fn press(&mut self, typed: &str, codes: &[KeyCode]) {
        self.session.send(typed);
        for code in codes {
            let action = keymap::action(&self.state, &key(*code)).expect("a key of the table");
            self.state.apply(action);
        }
        self.shows_the_state();
    }

    fn letters(&mut self, letters: &str) {
        let codes: Vec<KeyCode> = letters.chars().map(KeyCode::Char).collect();
        self.press(letters, &codes);
    }

    fn down(&mut self, times: usize) {
        self.press(&DOWN.repeat(times), &vec![KeyCode::Down; times]);
    }

    /// Waits until the terminal shows what the state draws, cell by cell.
    fn shows_the_state(&mut self) {
        let ought = text(&draw(&self.state, UNKNOWN_BACKGROUND));
        let ought: Vec<&str> = ought.trim_end().lines().collect();
        let shows = |screen: &vt100::Screen| {
            let shown = screen.contents();
            shown.trim_end().lines().map(str::trim_end).eq(ought.iter().copied())
        };
        self.session.wait_for(shows);
    }

    fn screen_text(&mut self) -> String {
        self.session.screen_text()
    }
}

#[test]
fn it_opens_compare_on_the_five_cities() {
    for (lang, names) in [
        (Lang::Zh, ["滨州", "聊城", "济南", "青岛", "咸阳", "对比", "立案提案"]),
        (Lang::En, ["Binzhou", "Liaocheng", "Jinan", "Qingdao", "Xianyang", "Compare", "Proposals filed"]),
    ] {
        let mut dashboard = Dashboard::start(lang);
        let shown = dashboard.screen_text();
        assert!(names.iter().all(|name| shown.contains(name)), "{shown}");
        assert_eq!(dashboard.state.screen(), Screen::Compare);
    }
}

#[test]
fn the_cursor_moves_table_bars_and_drilldown_together() {
    let mut dashboard = Dashboard::start(Lang::Zh);
    dashboard.press("\x1b[C", &[KeyCode::Right]);
    let mut named = 0;
    for _ in 0..20 {
        dashboard.down(1);
        let Selection::Cell { indicator, area } = dashboard.state.selection() else { continue };
        let dataset = std::rc::Rc::clone(dashboard.state.library());
        let comparison = dashboard.state.comparison(indicator);
        let found = comparison.cells[area.position()].figure().map(cppcc::domain::MeasuredFigure::observation);
        let shown = dashboard.screen_text();
        let name = &dataset.indicators[indicator].name.zh;
        assert!(shown.matches(name.as_str()).count() >= 3, "{name} in table, bars and drilldown:\n{shown}");
        let Some(source) = found.map(|key| &dataset.observations[key].source) else {
            assert!(shown.contains("所见报道未提及"), "{shown}");
            continue;
        };
        assert!(shown.contains(&source.printed), "{}:\n{shown}", source.printed);
        let title: String = dataset.articles[source.article].title.chars().take(8).collect();
        assert!(shown.contains(&title), "{title}:\n{shown}");
        if let Some(number) = source.paragraph {
            assert!(shown.contains(&format!("第 {number} 段")), "{number}:\n{shown}");
            named += 1;
        }
    }
    assert!(named > 0, "a figure of an article that was read in full is among them");
}

#[test]
fn quitting_gives_the_terminal_back() {
    for typed in ["q", "\x03", "ｑ"] {
        let mut dashboard = Dashboard::start(Lang::Zh);
        dashboard.session.send(typed);
        assert_eq!(dashboard.session.wait_for_status(), "0", "{typed:?}");
        dashboard.session.assert_restored();
    }
}

#[test]
fn signals_give_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, "143"), (Signal::HUP, "129"), (Signal::INT, "130")] {
        let mut dashboard = Dashboard::start(Lang::En);
        dashboard.down(3);
        dashboard.session.kill(signal);
        assert_eq!(dashboard.session.wait_for_status(), code);
        dashboard.session.assert_restored();
    }
}

#[test]
fn a_line_that_drops_ends_it() {
    for under in [Under::Shell, Under::DeafShell, Under::Nothing] {
        let mut dashboard = Dashboard::start_at(Lang::Zh, SIZE, under);
        let process = dashboard.session.program();
        let start = Instant::now();
        dashboard.session.hang_up();
        wait_until_gone(process);
        assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    }
}

#[test]
fn suspending_gives_the_terminal_back_and_fg_shows_the_same_again() {
    let mut dashboard = Dashboard::start(Lang::Zh);
    dashboard.letters("m");
    dashboard.down(2);
    for _ in 0..2 {
        dashboard.session.send("\x1a");
        assert_eq!(dashboard.session.wait_for_status(), "stopped");
        dashboard.session.assert_restored();
        dashboard.session.send("\n");
        dashboard.session.wait_for(vt100::Screen::alternate_screen);
        dashboard.shows_the_state();
        assert!(dashboard.session.screen().hide_cursor());
    }
    dashboard.session.send("q");
    assert_eq!(dashboard.session.wait_for_status(), "0");
    dashboard.session.assert_restored();
}

#[test]
fn a_new_size_is_drawn_right_away() {
    let mut dashboard = Dashboard::start(Lang::Zh);
    dashboard.down(4);
    for (columns, rows) in [(80, 24), (200, 50), (40, 12), (39, 11), (60, 20), (300, 100), SIZE] {
        let start = Instant::now();
        dashboard.session.resize(columns, rows);
        dashboard.state.apply(Action::Resize(columns, rows));
        dashboard.shows_the_state();
        assert!(start.elapsed() < Duration::from_secs(3), "{columns}×{rows}: {:?}", start.elapsed());
    }
}

#[test]
fn every_screen_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let mut dashboard = Dashboard::start(lang);
        for (number, screen) in ('1'..).zip(Screen::ALL) {
            dashboard.letters(&number.to_string());
            assert_eq!(dashboard.state.screen(), screen);
            let shown = dashboard.screen_text();
            assert!(shown.contains(screen.name().get(lang)), "{shown}");
            dashboard.down(3);
        }
    }
}

#[test]
fn the_other_language_is_one_key_away() {
    let mut dashboard = Dashboard::start(Lang::Zh);
    dashboard.letters("L");
    assert_eq!(dashboard.state.lang(), Lang::En);
    assert!(dashboard.screen_text().contains("Proposals filed"));
    dashboard.press("\x1bOQ", &[KeyCode::F(2)]);
    assert!(dashboard.screen_text().contains("立案提案"));
}

#[test]
fn enter_leads_to_the_source_and_escape_back() {
    let mut dashboard = Dashboard::start(Lang::Zh);
    dashboard.press("\x1b[C", &[KeyCode::Right]);
    dashboard.down(10);
    let found = loop {
        dashboard.down(1);
        if let Selection::Cell { indicator, area } = dashboard.state.selection()
            && let Some(found) = dashboard.state.comparison(indicator).cells[area.position()].figure()
        {
            break found.observation();
        }
    };
    let article = dashboard.state.dataset().observations[found].source.article;
    let before = text(&draw(&dashboard.state, UNKNOWN_BACKGROUND));
    dashboard.press("\r", &[KeyCode::Enter]);
    assert_eq!(dashboard.state.screen(), Screen::Reader);
    assert_eq!(dashboard.state.reader().unwrap().article, article);
    assert_eq!(dashboard.state.selection(), Selection::Figure(found));
    dashboard.press("\x1b", &[KeyCode::Esc]);
    assert_eq!(text(&draw(&dashboard.state, UNKNOWN_BACKGROUND)), before);
}

#[test]
fn full_width_letters_are_letters() {
    let mut dashboard = Dashboard::start(Lang::Zh);
    dashboard.letters("ｍ");
    assert_eq!(dashboard.state.measure(), Measure::PerMonth);
    assert!(dashboard.screen_text().contains("每月"));
    dashboard.letters("？");
    assert!(dashboard.screen_text().contains("帮助 · Esc 返回"));
}

#[test]
fn idle_it_writes_nothing_and_takes_no_time() {
    let dashboard = Dashboard::start(Lang::Zh);
    let (mark, ticks) = (dashboard.session.mark(), dashboard.session.cpu_ticks());
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(dashboard.session.mark(), mark);
    assert_eq!(dashboard.session.cpu_ticks(), ticks);
}

#[test]
fn keys_that_queue_up_are_drawn_once() {
    let mut dashboard = Dashboard::start(Lang::Zh);
    let mark = dashboard.session.mark();
    dashboard.down(50);
    let bytes = dashboard.session.raw_bytes_since(mark);
    let frames = String::from_utf8_lossy(&bytes).matches("\x1b[?2026h").count();
    assert!(frames <= 2, "{frames} frames");
    assert!(bytes.len() <= 8000, "{} bytes", bytes.len());
}

#[test]
fn without_a_terminal_it_says_so_in_one_line() {
    for (lang, words) in [(Lang::Zh, "看板须在终端中使用"), (Lang::En, "the dashboard needs a terminal")] {
        let output = run(lang, &[]);
        ends(&output, 2);
        assert!(output.stdout.is_empty());
        let said = err(&output);
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(words), "{said}");
    }
}
