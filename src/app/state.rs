//! What the dashboard holds.

use super::compare::CompareState;
use super::copy::Clipboard;
use super::coverage::{self, CoverageState};
use super::find::FindState;
use super::items::{Item, ListState};
use super::keys::Keys;
use super::layout::Layout;
use super::reader::ReaderState;
use super::rows::Row;
use super::talk::{Now, Talk};
use crate::deck::Deck;
use crate::domain::article::Article;
use crate::domain::{
    Area, Comparison, Dataset, Indicator, Initiative, Key, Measure, Moment, Observation, Request, Theme, compare,
};
use crate::text::number::Signs;
use crate::text::{Lang, Phrase, Text};
use std::rc::Rc;

/// A way of asking one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// How do we stand?
    Compare,
    /// What has this committee done?
    City,
    /// Who says what?
    Coverage,
    /// Of when?
    Timeline,
    /// Who does it how?
    Initiatives,
    /// What does the article say?
    Reader,
}

impl Screen {
    /// All screens, in the order of their number keys.
    pub const ALL: [Self; 6] =
        [Self::Compare, Self::City, Self::Coverage, Self::Timeline, Self::Initiatives, Self::Reader];

    /// Its name on the tab.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Compare => Phrase { zh: "对比", en: "Compare" },
            Self::City => Phrase { zh: "城市", en: "City" },
            Self::Coverage => Phrase { zh: "覆盖", en: "Coverage" },
            Self::Timeline => Phrase { zh: "时间", en: "Timeline" },
            Self::Initiatives => Phrase { zh: "平台", en: "Initiatives" },
            Self::Reader => Phrase { zh: "文章", en: "Reader" },
        }
    }

    /// Its name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::City => "city",
            Self::Coverage => "coverage",
            Self::Timeline => "timeline",
            Self::Initiatives => "initiatives",
            Self::Reader => "reader",
        }
    }
}

/// A part of a screen that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The table, the grid, the list or the article.
    Main,
    /// The bars of the selected indicator.
    Bars,
    /// What is selected, and its source.
    Drilldown,
}

/// What lies over a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The help, scrolled down by this many lines.
    Help(usize),
    /// The input line for finding, and what was found; see [`State::find`].
    Find,
}

/// What the cursor is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// An area's place under an indicator, with a figure or without.
    Cell {
        /// What is counted.
        indicator: Key<Indicator>,
        /// Whose.
        area: Key<Area>,
    },
    /// A theme, in Coverage for one area.
    Theme {
        /// The theme.
        theme: Key<Theme>,
        /// The area.
        area: Option<Key<Area>>,
    },
    /// A figure.
    Figure(Key<Observation>),
    /// An article.
    Article(Key<Article>),
    /// A named platform, brand or mechanism.
    Initiative(Key<Initiative>),
    /// Nothing.
    Nothing,
}

/// What the program was started with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Lang,
    /// The columns and rows of the terminal.
    pub size: (u16, u16),
    /// The signs before numbers.
    pub signs: Signs,
}

/// A place that one can come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    screen: Screen,
    area: Key<Area>,
    compare: Row,
    lists: [ListState; 3],
    reader: Option<ReaderState>,
}

/// All that the dashboard holds. Drawing reads it and changes nothing.
#[derive(Clone, Debug)]
pub struct State {
    /// The data.
    pub dataset: Rc<Dataset>,
    /// The language of the interface.
    pub lang: Lang,
    /// The signs before numbers.
    pub signs: Signs,
    /// The columns and rows of the terminal.
    pub size: (u16, u16),
    /// The screen that is shown.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// The area that is selected, on all screens.
    pub area: Key<Area>,
    /// The pane that has the focus.
    pub focus: Pane,
    /// Whether that pane has all the room.
    pub zoomed: bool,
    /// How many lines the drilldown is scrolled down.
    pub scroll: usize,
    /// How figures are put.
    pub measure: Measure,
    /// Of when.
    pub moment: Moment,
    /// The keys in force.
    pub keys: Rc<Keys>,
    /// Whether the mouse is the dashboard's, and not left to the terminal for selecting text.
    pub mouse: bool,
    /// Where copied words go.
    pub clipboard: Clipboard,
    /// A word about what has just happened; the next action clears it.
    pub notice: Option<Text>,
    /// What finding holds.
    pub find: FindState,
    /// The Compare screen's own state.
    pub compare: CompareState,
    /// The Coverage screen's own state.
    pub coverage: CoverageState,
    /// The City screen's list.
    pub city: ListState,
    /// The Timeline screen's list.
    pub timeline: ListState,
    /// The Initiatives screen's list.
    pub initiatives: ListState,
    /// The Reader's own state; `None` where no article is held.
    pub reader: Option<ReaderState>,
    /// The presentation that is being given.
    pub talk: Option<Talk>,
    /// The person's own deck, which can be changed here.
    pub own_deck: Option<Key<Deck>>,
    /// How late it is, as far as anybody has told.
    pub now: Option<Now>,
    /// Where Esc leads back to.
    pub(super) history: Vec<Place>,
    /// One comparison for each indicator, under the measure and the moment in force.
    comparisons: Rc<Vec<Comparison>>,
}

/// The lines that a trend takes under the bars.
const TREND: usize = 8;

impl State {
    /// The dashboard as it opens. `None` where the data has no figure to show.
    #[must_use]
    pub fn new(dataset: Rc<Dataset>, settings: Settings) -> Option<Self> {
        let (measure, moment) = (Measure::Raw, Moment::Latest);
        let comparisons = Rc::new(compare_all(&dataset, measure, moment));
        let compare = CompareState::open(&dataset)?;
        let found = compare.cursor.indicator().and_then(|indicator| {
            let cells = &comparisons.get(indicator.position())?.cells;
            cells.iter().find(|cell| cell.content.is_ok()).map(|cell| cell.area)
        });
        let area = found.or_else(|| dataset.areas.keys().next())?;
        let reader = dataset.articles.keys().next().map(|article| ReaderState { article, figure: 0, top: 0 });
        let Settings { lang, size, signs } = settings;
        let mut state = Self {
            dataset,
            lang,
            signs,
            size,
            screen: Screen::Compare,
            overlay: None,
            area,
            focus: Pane::Main,
            zoomed: false,
            scroll: 0,
            measure,
            moment,
            keys: Rc::default(),
            mouse: true,
            clipboard: Clipboard::default(),
            notice: None,
            find: FindState::default(),
            compare,
            coverage: CoverageState::default(),
            city: ListState::default(),
            timeline: ListState::default(),
            initiatives: ListState::default(),
            reader,
            talk: None,
            own_deck: None,
            now: None,
            history: Vec::new(),
            comparisons,
        };
        state.keep_in_view();
        Some(state)
    }

    /// Takes new data in the place of the old. The cursor of Compare stays on the same indicator and area where they
    /// still exist. `own_deck` is the person's own among the new ones. Data without a figure is not taken, and what was there
    /// stays; the answer says whether it was taken.
    pub fn replace_data(&mut self, dataset: Rc<Dataset>, own_deck: Option<Key<Deck>>) -> bool {
        let settings = Settings { lang: self.lang, size: self.size, signs: self.signs };
        let Some(mut fresh) = Self::new(dataset, settings) else { return false };
        fresh.keys = Rc::clone(&self.keys);
        fresh.put(self.measure, self.moment);
        fresh.compare = self.compare.carried_over(&self.dataset, &fresh.dataset, fresh.compare);
        if let Some(area) = fresh.dataset.areas.find(&self.dataset.areas[self.area].id) {
            fresh.area = area;
        }
        (fresh.focus, fresh.zoomed) = (self.focus, self.zoomed);
        (fresh.mouse, fresh.clipboard) = (self.mouse, self.clipboard.clone());
        fresh.screen = if self.screen == Screen::Reader { Screen::Compare } else { self.screen };
        fresh.own_deck = own_deck;
        fresh.carry_talk_over(self);
        fresh.keep_in_view();
        *self = fresh;
        true
    }

    /// The comparison of an indicator, under the measure and the moment in force.
    #[must_use]
    pub fn comparison(&self, indicator: Key<Indicator>) -> &Comparison {
        &self.comparisons[indicator.position()]
    }

    /// The comparison that the cursor of Compare is on; `None` on the row of a theme.
    #[must_use]
    pub fn selected_comparison(&self) -> Option<&Comparison> {
        self.compare.cursor.indicator().map(|indicator| self.comparison(indicator))
    }

    /// What the cursor is on.
    #[must_use]
    pub fn selection(&self) -> Selection {
        match self.screen {
            Screen::Compare => match self.compare.cursor {
                Row::Indicator(indicator) => Selection::Cell { indicator, area: self.area },
                Row::Theme(theme) | Row::Singles(theme) => Selection::Theme { theme, area: None },
            },
            Screen::Coverage => coverage::themes(&self.dataset)
                .get(self.coverage.cursor)
                .map_or(Selection::Nothing, |theme| Selection::Theme { theme: *theme, area: Some(self.area) }),
            Screen::City | Screen::Timeline | Screen::Initiatives => {
                let item = self.list().and_then(|list| self.items().get(list.cursor).copied());
                match item {
                    Some(Item::Figure(figure)) => Selection::Figure(figure),
                    Some(Item::Article(article)) => Selection::Article(article),
                    Some(Item::Initiative(initiative)) => Selection::Initiative(initiative),
                    Some(Item::Unreported(indicator)) => Selection::Cell { indicator, area: self.area },
                    Some(Item::Heading(_)) | None => Selection::Nothing,
                }
            }
            Screen::Reader => self.reader.map_or(Selection::Nothing, |reader| {
                let figures = super::reader::figures(&self.dataset, reader.article);
                figures.get(reader.figure).map_or(Selection::Article(reader.article), |key| Selection::Figure(*key))
            }),
        }
    }

    /// The list of the screen that is shown, where it is one.
    #[must_use]
    pub const fn list(&self) -> Option<ListState> {
        match self.screen {
            Screen::City => Some(self.city),
            Screen::Timeline => Some(self.timeline),
            Screen::Initiatives => Some(self.initiatives),
            Screen::Compare | Screen::Coverage | Screen::Reader => None,
        }
    }

    /// Where everything stands at this size.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let trend =
            self.selected_comparison().is_some_and(|comparison| comparison.trends(&self.dataset).next().is_some());
        let bars = self.dataset.areas.len() + if trend { TREND } else { 0 };
        Layout::new(self.size, self.screen, bars, self.focus, self.zoomed)
    }

    pub(super) fn recompute(&mut self) {
        self.comparisons = Rc::new(compare_all(&self.dataset, self.measure, self.moment));
    }

    /// Remembers this place, for Esc to lead back to.
    pub(super) fn remember(&mut self) {
        let Self { screen, area, reader, .. } = *self;
        let lists = [self.city, self.timeline, self.initiatives];
        self.history.push(Place { screen, area, compare: self.compare.cursor, lists, reader });
    }

    /// Goes back to the place remembered last; `false` where there is none.
    pub(super) fn return_to_last(&mut self) -> bool {
        let Some(place) = self.history.pop() else { return false };
        (self.screen, self.area) = (place.screen, place.area);
        [self.city, self.timeline, self.initiatives] = place.lists;
        if self.compare.rows.contains(&place.compare) {
            self.compare.cursor = place.compare;
        }
        if place.screen == Screen::Reader {
            self.reader = place.reader;
        }
        true
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
