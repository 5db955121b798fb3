//! Tells which actions do something now. The footer offers those alone.

use super::action::Action;
use super::details;
use super::layout::has_one_pane;
use super::screen::{ListScreen, Pane, Screen};
use super::screens::coverage;
use super::screens::list::Item;
use super::screens::outline::Row;
use super::selection::Selection;
use super::state::State;

/// One of the two directions in which arrow keys move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Vertical,
    Horizontal,
}

impl State {
    /// Whether an action does something on the screen as it is. Where it would only say why not, it does not.
    pub(super) fn is_usable(&self, action: Action) -> bool {
        match action {
            Action::Open => self.can_open(),
            Action::Back => self.banner().is_some() || !self.is_where_it_opened(),
            // Beside an empty list the other pane is empty, too.
            Action::NextPane | Action::PreviousPane => self.selection() != Selection::Nothing,
            Action::Zoom => !has_one_pane(self.size().0),
            Action::NextFigureChoice => self.has_figure_choices(),
            Action::Sort => self.can_sort(),
            Action::FoldAll => self.layout().pane(Pane::Main).is_some() && self.nav.compare.can_toggle_all(),
            Action::NextFigure => self.figures_around().is_some_and(|(_, after)| after > 0),
            Action::CorrectFigure | Action::RemoveFigure => self.has_own_figure(),
            Action::SwitchText => self.has_original(),
            Action::PreviousFigure => self.figures_around().is_some_and(|(before, _)| before > 0),
            _ => true,
        }
    }

    /// Whether one of the two arrow keys along an axis moves something.
    pub(super) fn can_move(&self, axis: Axis) -> bool {
        match (axis, self.nav.focus) {
            (Axis::Horizontal, _) => self.can_move_sideways(),
            (Axis::Vertical, Pane::Bars) => self.can_see_area() && self.areas().len() > 1,
            (Axis::Vertical, Pane::Drilldown) => self
                .layout()
                .pane(Pane::Drilldown)
                .is_some_and(|pane| details::lines(self, usize::from(pane.width)).len() > usize::from(pane.height)),
            (Axis::Vertical, Pane::Main) => self.can_move_rows(),
        }
    }

    fn can_move_rows(&self) -> bool {
        match self.screen() {
            Screen::Compare => self.nav.compare.rows().len() > 1,
            Screen::Coverage => coverage::themes(self.dataset()).len() > 1,
            Screen::List(_) => self.items().iter().filter(|item| item.is_selectable()).nth(1).is_some(),
            Screen::Reader => {
                let (lines, height) = self.reader_lines();
                lines.len() > height
            }
        }
    }

    fn can_move_sideways(&self) -> bool {
        let dataset = self.dataset();
        match self.screen() {
            Screen::Compare => self.can_see_area() && self.areas().len() > 1,
            Screen::Coverage | Screen::List(ListScreen::City) => self.areas().len() > 1,
            Screen::Reader => dataset.articles.len() > 1,
            Screen::List(ListScreen::Timeline | ListScreen::Initiatives | ListScreen::Articles) => {
                let is_other = |item: &Item| item.area(dataset).is_some_and(|area| area != self.area());
                self.items().iter().any(is_other)
            }
        }
    }

    /// Whether Compare marks a city: on the row of a theme there is no cell to mark.
    fn can_see_area(&self) -> bool {
        matches!(self.nav.compare.cursor(), Row::Indicator(_))
    }

    fn can_open(&self) -> bool {
        match (self.screen(), self.selection()) {
            // A cell without a figure leads to the drilldown, which says why there is none.
            (Screen::Compare, Selection::Cell { indicator, area }) => {
                self.nav.focus != Pane::Drilldown || self.dataset().reports(area, indicator)
            }
            // Where the table is out of sight, nobody would see a theme unfold.
            (Screen::Compare, Selection::Theme { .. }) => self.layout().pane(Pane::Main).is_some(),
            (_, Selection::Theme { theme, .. }) => self.dataset().indicators_of(theme).next().is_some(),
            (Screen::Reader, Selection::Article(_)) | (_, Selection::Nothing) => false,
            (_, Selection::Cell { .. } | Selection::Figure(_) | Selection::Article(_) | Selection::Initiative(_)) => {
                true
            }
        }
    }

    /// Whether columns and bars by value stand in another order than they do, or are sorted and can be put back.
    fn can_sort(&self) -> bool {
        let by_value = self.selected_comparison().map(|comparison| comparison.cells_by_value());
        let is_other = self.nav.compare.is_sorted_by_value()
            || by_value.is_some_and(|cells| cells.iter().map(|cell| cell.area).ne(self.areas().iter().copied()));
        is_other && self.layout().pane(Pane::Bars).is_some()
    }

    /// Whether the article that is read has an original.
    fn has_original(&self) -> bool {
        let reader = self.nav.reader.filter(|_| self.screen() == Screen::Reader);
        reader.is_some_and(|reader| self.dataset().originals.of(reader.article).is_some())
    }

    /// Returns how many figures of the article stand before and after the marked one; `None` outside of the Reader.
    fn figures_around(&self) -> Option<(usize, usize)> {
        let reader = self.nav.reader.filter(|_| self.screen() == Screen::Reader)?;
        let count = reader.figures(self.dataset()).len();
        Some((reader.figure, count.saturating_sub(reader.figure + 1)))
    }
}
