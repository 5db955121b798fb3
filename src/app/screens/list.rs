//! The rows of the screens that are lists: City, Timeline, Initiatives and the articles.

use crate::app::screen::ListScreen;
use crate::app::viewport::Viewport;
use crate::domain::article::Grade;
use crate::domain::initiative::InitiativeKind;
use crate::domain::{Area, Article, Dataset, Indicator, Initiative, Key, Observation, Theme};
use crate::sorting::InOrder;
use itertools::Itertools;

/// A row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A heading over the rows that follow; the cursor skips it.
    Heading(Heading),
    Figure(Key<Observation>),
    Article(Key<Article>),
    /// A named platform, brand or mechanism.
    Initiative(Key<Initiative>),
    /// An indicator that others report and this area does not.
    Unreported(Key<Indicator>),
}

/// The heading of a group of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Heading {
    /// Figures of a theme.
    Theme(Key<Theme>),
    /// Articles and figures of an area.
    Area(Key<Area>),
    /// Initiatives of a kind.
    Kind(InitiativeKind),
    Initiatives,
    Sources,
    /// Indicators that two or more other areas report and this one does not.
    Unreported,
}

impl Item {
    /// Returns the area that a row is about; `None` for a heading, and for what an area does not report.
    #[must_use]
    pub fn area(self, dataset: &Dataset) -> Option<Key<Area>> {
        match self {
            Self::Figure(key) => Some(dataset.observations[key].area),
            Self::Article(key) => Some(dataset.articles[key].area),
            Self::Initiative(key) => Some(dataset.initiatives[key].area),
            Self::Heading(_) | Self::Unreported(_) => None,
        }
    }

    /// Whether the cursor can be on this row.
    #[must_use]
    pub const fn is_selectable(self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// Moves the cursor of a list by `step` rows, past headings, and no further than the list goes.
pub(in crate::app) fn step(view: &mut Viewport, items: &[Item], step: isize) {
    let aim = view.cursor().saturating_add_signed(step).min(items.len().saturating_sub(1));
    view.put(nearest(items, aim, step >= 0).unwrap_or(view.cursor()));
}

/// Puts the cursor of a list of several areas on a row of this one: on the row where it is, if that is of the area, or else
/// the first of the same group, or else the first of all. Nothing moves if there is none.
pub(in crate::app) fn select_area(view: &mut Viewport, dataset: &Dataset, items: &[Item], area: Key<Area>) {
    let is_of_area = |at: usize| items.get(at).is_some_and(|item| item.area(dataset) == Some(area));
    let is_heading = |at: &usize| items.get(*at).is_some_and(|item| !item.is_selectable());
    let cursor = view.cursor();
    let group = (0..cursor).rev().find(is_heading).map_or(0, |at| at + 1);
    let end = (cursor..items.len()).find(is_heading).unwrap_or(items.len());
    let rows = std::iter::once(cursor).chain(group..end).chain(0..items.len());
    if let Some(row) = rows.into_iter().find(|at| is_of_area(*at)) {
        view.jump_to(row);
    }
}

/// Puts the cursor of a list on a row that can be selected, and brings it into view with the headings right above it.
pub(in crate::app) fn settle(view: &mut Viewport, items: &[Item]) {
    let cursor = nearest(items, view.cursor().min(items.len().saturating_sub(1)), true).unwrap_or(0);
    view.put(cursor);
    // A heading over the first row of its group is worth the line.
    let headings = items.get(..cursor).unwrap_or_default().iter().rev();
    view.settle(items.len(), headings.take_while(|item| !item.is_selectable()).count());
}

/// Scrolls a list by `step` rows. A cursor that would leave the visible rows moves to the nearest row that can be
/// selected.
pub(in crate::app) fn scroll(view: &mut Viewport, items: &[Item], by: isize) {
    let before = view.cursor();
    view.scroll(by, items.len());
    let aim = view.cursor();
    if aim != before {
        view.put(aim.saturating_add_signed(-by.signum()));
        step(view, items, by.signum());
    }
}

/// Returns the selectable row at `aim`, or the next in the direction of the move, or else the next in the other.
fn nearest(items: &[Item], aim: usize, forward: bool) -> Option<usize> {
    let good = |index: &usize| items.get(*index).copied().is_some_and(Item::is_selectable);
    let after = (aim..items.len()).find(good);
    let before = (0..=aim).rev().find(good);
    if forward { after.or(before) } else { before.or(after) }
}

impl ListScreen {
    /// Returns the rows of a list, which for City belong to one area, and else to those that are shown.
    #[must_use]
    pub fn items(self, dataset: &Dataset, area: Key<Area>, shown: &[Key<Area>]) -> Vec<Item> {
        match self {
            Self::City => city(dataset, area),
            Self::Timeline => timeline(dataset, shown),
            Self::Initiatives => initiatives(dataset, shown),
            Self::Articles => articles(dataset, shown),
        }
    }
}

/// Returns the rows of one area: its figures by theme, its initiatives, its sources, and what it does not report.
fn city(dataset: &Dataset, area: Key<Area>) -> Vec<Item> {
    let mut items = Vec::new();
    for theme in dataset.themes.keys() {
        let figures = dataset.indicators_of(theme).flat_map(|(indicator, _)| {
            dataset
                .observations_of(area, indicator)
                .in_order_by_key(|(_, observation)| std::cmp::Reverse(observation.period.middle()))
                .map(|(key, _)| Item::Figure(key))
        });
        group(&mut items, Heading::Theme(theme), figures);
    }
    let owned = dataset.initiatives.iter().filter(|(_, initiative)| initiative.area == area);
    group(&mut items, Heading::Initiatives, owned.map(|(key, _)| Item::Initiative(key)));
    group(&mut items, Heading::Sources, articles_of(dataset, area).into_iter().map(Item::Article));
    let unreported = dataset
        .indicators
        .keys()
        .filter(|indicator| !dataset.reports(area, *indicator) && super::outline::holders(dataset, *indicator) > 1);
    group(&mut items, Heading::Unreported, unreported.map(Item::Unreported));
    items
}

fn group(items: &mut Vec<Item>, heading: Heading, rows: impl Iterator<Item = Item>) {
    let mut rows = rows.peekable();
    if rows.peek().is_some() {
        items.push(Item::Heading(heading));
        items.extend(rows);
    }
}

/// Returns an area's articles: those read in full first, then by date.
pub(in crate::app) fn articles_of(dataset: &Dataset, area: Key<Area>) -> Vec<Key<Article>> {
    let articles = dataset.articles.iter().filter(move |(_, article)| article.area == area);
    in_order(dataset, articles.map(|(key, _)| key))
}

/// Puts articles of one area in order: those read in full first, then by date.
fn in_order(dataset: &Dataset, articles: impl IntoIterator<Item = Key<Article>>) -> Vec<Key<Article>> {
    let order = |key: &Key<Article>| {
        let article = &dataset.articles[*key];
        (
            article.grade != Grade::Full,
            std::cmp::Reverse(article.published.date().map(crate::domain::date::PartialDate::latest)),
        )
    };
    articles.into_iter().in_order_by_key(order).collect()
}

/// Returns each area's articles, and under each its figures by period.
fn timeline(dataset: &Dataset, shown: &[Key<Area>]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut of_areas = dataset.articles.iter().map(|(key, article)| (article.area, key)).into_group_map();
    for area in shown.iter().copied() {
        let articles = of_areas.remove(&area).unwrap_or_default();
        let rows = in_order(dataset, articles).into_iter().flat_map(|article| {
            let figures = dataset.observations.first_printed_in(article).iter().copied();
            std::iter::once(Item::Article(article)).chain(figures.map(Item::Figure))
        });
        group(&mut items, Heading::Area(area), rows);
    }
    items
}

/// Returns the articles by area.
fn articles(dataset: &Dataset, shown: &[Key<Area>]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut of_areas = dataset.articles.iter().map(|(key, article)| (article.area, key)).into_group_map();
    for area in shown.iter().copied() {
        let of_area = in_order(dataset, of_areas.remove(&area).unwrap_or_default());
        group(&mut items, Heading::Area(area), of_area.into_iter().map(Item::Article));
    }
    items
}

/// Returns the initiatives by kind, and within a kind by area.
fn initiatives(dataset: &Dataset, shown: &[Key<Area>]) -> Vec<Item> {
    let mut items = Vec::new();
    for kind in InitiativeKind::ALL {
        let of_kind = dataset.initiatives.iter().filter(|(_, initiative)| initiative.kind == kind);
        let place = |area| shown.iter().position(|other| *other == area);
        let of_shown = of_kind.filter_map(|(key, initiative)| Some((place(initiative.area)?, key)));
        let rows = of_shown.in_order().map(|(_, key)| Item::Initiative(key));
        group(&mut items, Heading::Kind(kind), rows);
    }
    items
}
