//! What the dashboard holds.

use super::compare::CompareState;
use super::layout::Layout;
use crate::domain::{Comparison, Dataset, Indicator, Key, Measure, Moment, Request, compare};
use crate::text::{Lang, Phrase, Text};
use std::rc::Rc;

/// A way of asking one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// How do we stand?
    Compare,
}

impl Screen {
    /// All screens, in the order of their number keys.
    pub const ALL: [Self; 1] = [Self::Compare];

    /// Its name on the tab.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Compare => Phrase { zh: "对比", en: "Compare" },
        }
    }
}

/// A part of a screen that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The table of indicators and areas.
    Table,
    /// The bars of the selected indicator.
    Bars,
    /// The selected figure and its source.
    Drilldown,
}

/// What lies over a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The help, scrolled down by this many lines.
    Help(usize),
}

/// What the program was started with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Lang,
    /// The columns and rows of the terminal.
    pub size: (u16, u16),
}

/// All that the dashboard holds. Drawing reads it and changes nothing.
#[derive(Clone, Debug)]
pub struct State {
    /// The data.
    pub dataset: Rc<Dataset>,
    /// The language of the interface.
    pub lang: Lang,
    /// The columns and rows of the terminal.
    pub size: (u16, u16),
    /// The screen that is shown.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// How figures are put.
    pub measure: Measure,
    /// Of when.
    pub moment: Moment,
    /// A word about what has just happened; the next action clears it.
    pub notice: Option<Text>,
    /// The Compare screen's own state.
    pub compare: CompareState,
    /// One comparison for each indicator, under the measure and the moment in force.
    comparisons: Rc<Vec<Comparison>>,
}

impl State {
    /// The dashboard as it opens. `None` where the data has no figure to show.
    #[must_use]
    pub fn new(dataset: Rc<Dataset>, settings: Settings) -> Option<Self> {
        let (measure, moment) = (Measure::Raw, Moment::Latest);
        let comparisons = Rc::new(compare_all(&dataset, measure, moment));
        let compare = CompareState::open(&dataset, &comparisons)?;
        let Settings { lang, size } = settings;
        let screen = Screen::Compare;
        Some(Self { dataset, lang, size, screen, overlay: None, measure, moment, notice: None, compare, comparisons })
    }

    /// Takes new data in the place of the old; the cursor stays on the same indicator and area where they still exist.
    /// Data without a figure is not taken, and what was there stays.
    pub fn replace_data(&mut self, dataset: Rc<Dataset>) {
        let comparisons = Rc::new(compare_all(&dataset, self.measure, self.moment));
        if let Some(compare) = self.compare.carried_over(&self.dataset, &dataset, &comparisons) {
            (self.dataset, self.comparisons, self.compare) = (dataset, comparisons, compare);
            self.keep_in_view();
        }
    }

    /// The comparison of an indicator, under the measure and the moment in force.
    #[must_use]
    pub fn comparison(&self, indicator: Key<Indicator>) -> &Comparison {
        &self.comparisons[indicator.position()]
    }

    /// The comparison that the cursor is on; `None` on the row of a theme.
    #[must_use]
    pub fn selected_comparison(&self) -> Option<&Comparison> {
        self.compare.cursor.indicator().map(|indicator| self.comparison(indicator))
    }

    /// Where everything stands at this size.
    #[must_use]
    pub fn layout(&self) -> Layout {
        Layout::new(self.size, self.dataset.areas.len(), self.compare.focus, self.compare.zoomed)
    }

    pub(super) fn recompute(&mut self) {
        self.comparisons = Rc::new(compare_all(&self.dataset, self.measure, self.moment));
    }
}

fn compare_all(dataset: &Dataset, measure: Measure, moment: Moment) -> Vec<Comparison> {
    let areas: Vec<_> = dataset.areas.keys().collect();
    dataset
        .indicators
        .keys()
        .map(|indicator| compare(dataset, &Request { indicator, areas: areas.clone(), measure, moment }))
        .collect()
}
