//! Where what is drawn leads: the addresses of articles, in the Reader, in the drilldown and in the list of articles.

use super::article_row::ArticleRow;
use super::canvas::right_of;
use super::styled_lines;
use crate::app::overflow::lines_shown;
use crate::app::screens::list::Item;
use crate::app::span_role::{SpanRole, StyledLine};
use crate::app::{Mode, Pane, Screen, Selection, State};
use crate::domain::{Article, Key};
use crate::text::{Link, width};
use ratatui::layout::Rect;

/// Returns the links of the screen as it is drawn; none where something lies over it.
#[must_use]
pub fn links(state: &State) -> Vec<Link> {
    let layout = state.layout();
    if state.is_presenting() || layout.is_too_small() || !matches!(state.mode(), Mode::Browse) {
        return Vec::new();
    }
    let of_pane = |(pane, area): &(Pane, Rect)| match pane {
        Pane::Drilldown if matches!(state.selection(), Selection::Article(_)) => {
            of_lines(state, styled_lines::drilldown_lines(state, *area))
        }
        Pane::Main if state.screen() == Screen::Reader => of_lines(state, styled_lines::reader_lines(state, *area)),
        Pane::Main if state.screen() == Screen::ARTICLES => of_rows(state, *area),
        Pane::Main | Pane::Bars | Pane::Drilldown => Vec::new(),
    };
    layout.panes.iter().flat_map(of_pane).collect()
}

/// Returns the links of lines that stand where they stand.
fn of_lines(state: &State, lines: Vec<(Rect, StyledLine)>) -> Vec<Link> {
    let mut found = Vec::new();
    for (rect, line) in lines {
        let mut used = 0;
        for (text, role) in &line {
            if let SpanRole::Address(article) = role {
                found.extend(link(state, right_of(rect, used), text, *article));
            }
            used += u16::try_from(width(text)).unwrap_or(u16::MAX);
        }
    }
    found
}

/// Returns the links of the titles in the list of articles.
fn of_rows(state: &State, area: Rect) -> Vec<Link> {
    let (items, Some(list)) = (state.items(), state.list()) else { return Vec::new() };
    let shown = lines_shown(items.len(), usize::from(area.height));
    let rows = area.rows().zip(items.iter().skip(list.top()).take(shown));
    rows.filter_map(|(rect, item)| {
        let Item::Article(key) = item else { return None };
        let rect = ArticleRow::rect(right_of(rect, 2));
        link(state, rect, &ArticleRow::new(state, *key, usize::from(rect.width)).title, *key)
    })
    .collect()
}

/// Returns the link of a text that begins at the left of `rect`; `None` where the article has no address.
fn link(state: &State, rect: Rect, text: &str, article: Key<Article>) -> Option<Link> {
    let address = state.dataset().articles[article].address.clone()?;
    let width = u16::try_from(width(text)).unwrap_or(u16::MAX).min(rect.width);
    Some(Link { column: rect.x, row: rect.y, width, address })
}
