//! The address of an article is a link, where the terminal has links: in the Reader, in its drilldown, in the list of articles.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Pane, Screen};
use cppcc::text::{Lang, Link, width};
use cppcc::view::links;
use itertools::Itertools;
use ratatui::layout::Rect;
use support::library::shipped;
use support::pty::Session;
use support::screen::{LOOK, draw, opened, row_of};

const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 36), (200, 50)];

/// What is written where a link is.
fn linked(buffer: &ratatui::buffer::Buffer, link: &Link) -> String {
    row_of(buffer, Rect::new(link.column, link.row, link.width, 1), 0)
}

#[test]
fn an_address_leads_to_itself_however_it_is_broken() {
    let library = shipped();
    let with_address = library.articles.iter().filter(|(_, article)| article.address.is_some()).collect_vec();
    assert!(with_address.len() > 10);
    for (lang, size) in [Lang::Zh, Lang::En].into_iter().cartesian_product(SIZES) {
        let mut state = opened(lang, size);
        state.apply(Action::Show(Screen::Reader));
        assert_eq!(links(&state), [], "the first article was not on the web");
        for (key, article) in &with_address {
            state.apply(Action::PickArea(Pane::Main, article.area));
            while state.reader().unwrap().article != *key {
                state.apply(Action::Move(cppcc::app::action::Direction::Right));
            }
            let (buffer, links) = (draw(&state, LOOK), links(&state));
            let address = article.address.clone().unwrap();
            let written: String = links.iter().map(|link| linked(&buffer, link)).collect();
            assert!(links.iter().all(|link| link.address == address), "{links:?}");
            assert!(!links.is_empty() && (written == address || written == address.repeat(2)), "{size:?} {written}");
            // Nothing leads anywhere under what lies over it.
            for over in [Action::Help, Action::Find] {
                let mut state = state.clone();
                state.apply(over);
                assert_eq!(cppcc::view::links(&state), []);
            }
        }
    }
}

#[test]
fn titles_in_the_list_of_articles_lead_to_them_and_outlets_stand_beside() {
    let library = shipped();
    for (lang, size) in [Lang::Zh, Lang::En].into_iter().cartesian_product(SIZES) {
        let mut state = opened(lang, size);
        state.apply(Action::Show(Screen::ARTICLES));
        let (buffer, links) = (draw(&state, LOOK), links(&state));
        assert!(links.len() > 3, "{size:?}: {links:?}");
        for link in &links {
            let article = library.articles.iter().find(|(_, article)| article.address.as_ref() == Some(&link.address));
            let title = &article.unwrap().1.title;
            let shown = linked(&buffer, link);
            assert!(title.starts_with(shown.trim_end_matches('…')) && width(&shown) >= 8, "{shown} for {title}");
            let row = row_of(&buffer, Rect { x: 0, y: link.row, width: size.0, height: 1 }, 0);
            let outlet = article.unwrap().1.outlet_name();
            let begin: String = outlet.get(lang).chars().take(3).collect();
            assert!(size.0 < 80 || row.contains(&format!(" · {begin}")), "{begin} in {row}");
        }
    }
}

#[test]
fn only_terminals_with_links_get_them_and_only_where_there_are_some() {
    for (environment, is_shown) in [
        (&[("TERM", "xterm-256color")][..], true),
        (&[("TERM", "linux")], false),
        (&[("TERM", "screen-256color"), ("STY", "1.pts")], false),
        (
            &[("TERM", "tmux-256color"), ("TMUX", "/x,1,0"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.4")],
            true,
        ),
        (
            &[
                ("TERM", "tmux-256color"),
                ("TMUX", "/x,1,0"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", "3.3a"),
            ],
            false,
        ),
    ] {
        let mut session = Session::of_program(Lang::Zh, &[], environment, (120, 36));
        session.wait_for_text("1 对比");
        let has_link = |session: &Session| {
            let bytes = session.raw_bytes_since(0);
            bytes.windows(4).any(|bytes| bytes == b"\x1b]8;")
        };
        session.send("12345");
        session.wait_until_quiet();
        assert!(!has_link(&session), "{environment:?}");
        session.send("6i");
        session.wait_for_text("新浪财经");
        session.wait_until_quiet();
        assert_eq!(has_link(&session), is_shown, "{environment:?}");
        session.send("q");
        assert_eq!(session.wait_for_status(), "0");
        session.assert_restored();
    }
}
