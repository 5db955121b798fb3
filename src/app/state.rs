//! The state of the dashboard.

use super::area_chooser::AreaChooser;
use super::context::{Context, StartOptions};
use super::deck_chooser::DeckChooser;
use super::export_dialog::ExportDialog;
use super::figure_form::FigureForm;
use super::find::Find;
use super::keymap::Keys;
use super::layout::{Layout, WantedRoom};
use super::navigation::Navigation;
use super::presentation::show::Presentation;
use super::screen::{ListScreen, Pane, Screen};
use super::screens::compare::CompareTable;
use super::screens::coverage;
use super::screens::list::Item;
use super::screens::outline::Row;
use super::screens::reader::ReaderState;
use super::selection::Selection;
use super::viewport::Viewport;
use crate::app::clock::Clock;
use crate::app::context::Clipboard;
use crate::deck::{Deck, Library, Slide, SlideContent};
use crate::domain::{Area, Dataset, Key, Measure, Table, YearChoice};
use crate::text::CharSet;
use crate::text::{Lang, Text};
use jiff::civil::Date;
use std::rc::Rc;

/// The whole state of the dashboard. Drawing only reads it; only [`State::apply`] changes it.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) context: Context,
    pub(super) nav: Navigation,
    pub(super) mode: Mode,
    /// The presentation that is being given.
    pub(super) presentation: Option<Presentation>,
    /// A slide like one that is in the user's own deck, which another press adds all the same.
    pub(super) asked_to_add: Option<SlideContent>,
    /// A notice about what has just happened; the next action clears it.
    pub(super) notice: Option<Text>,
    /// What is wrong with the files of the data, as long as it is not mended; Esc removes it from the screen.
    pub(super) banner: Option<Text>,
}

/// The part of the screen that the keys go to.
#[derive(Clone, Debug)]
pub enum Mode {
    /// The screen, or the slide.
    Browse,
    /// The help that lies over it.
    Help {
        /// The number of lines it is scrolled down.
        scroll: usize,
    },
    /// The line for finding that lies over it.
    Find(Find),
    /// The list from which the shown areas are chosen, over it.
    ChooseAreas(AreaChooser),
    /// The list from which the deck to present is chosen, over it.
    ChooseDeck(DeckChooser),
    /// The form in which a figure is added, over it.
    AddFigure(Box<FigureForm>),
    /// The dialog that exports what is on the screen, over it.
    Export(ExportDialog),
}

/// The lines that the banner takes.
const BANNER: u16 = 1;

/// The lines that a trend takes under the bars.
const TREND: usize = 8;

impl State {
    /// Opens the dashboard; `None` if the data have no figure to show.
    #[must_use]
    pub fn new(library: Rc<Library>, options: StartOptions) -> Option<Self> {
        let all: Vec<Key<Area>> = library.areas.keys().collect();
        let compare = CompareTable::open(&library, &all)?;
        let context = Context::new(library, options);
        let nav = Navigation::open(&context.library, compare, context.library.areas.keys().next()?);
        let mut state = Self {
            context,
            nav,
            mode: Mode::Browse,
            presentation: None,
            asked_to_add: None,
            notice: None,
            banner: None,
        };
        let cells = state.selected_comparison().map(|comparison| comparison.cells.as_slice()).unwrap_or_default();
        if let Some(reporting) = cells.iter().find(|cell| cell.content.is_ok()).map(|cell| cell.area) {
            state.nav.select_area(reporting);
        }
        state.keep_in_view();
        Some(state)
    }

    /// Puts the dashboard under a measure and a year.
    pub fn put(&mut self, measure: Measure, year_choice: YearChoice) {
        (self.nav.measure, self.nav.year_choice) = (measure, year_choice);
        self.context.comparisons.put(self.nav.in_force());
        self.filter_again();
    }

    /// Applies the settings of a person.
    pub fn configure(&mut self, keys: Rc<Keys>, has_mouse: bool, clipboard: Clipboard) {
        (self.context.keys, self.context.has_mouse, self.context.clipboard) = (keys, has_mouse, clipboard);
    }

    /// Sets the user's own deck, which can be changed here.
    pub const fn set_user_deck(&mut self, deck: Option<Key<Deck>>) {
        self.context.user_deck = deck;
    }

    /// Sets the language in which the user writes headings and figures of their own.
    pub const fn set_writes(&mut self, writes: Option<Lang>) {
        self.context.writes = writes;
    }

    /// Shows a notice; the next action clears it.
    pub fn notify(&mut self, notice: impl Into<Text>) {
        self.notice = Some(notice.into());
    }

    /// Shows what is wrong with the files of the data, or no longer does.
    pub fn set_banner(&mut self, banner: Option<Text>) {
        self.banner = banner;
        self.keep_in_view();
    }

    /// Returns what is wrong with the files of the data.
    #[must_use]
    pub const fn banner(&self) -> Option<&Text> {
        self.banner.as_ref()
    }

    /// Removes the notice from the screen.
    pub fn clear_notice(&mut self) {
        self.notice = None;
    }
}

// What drawing, the mouse and the program around the dashboard read.
impl State {
    /// Returns the data without the decks.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.context.library.dataset
    }

    /// Returns the data with the decks.
    #[must_use]
    pub const fn library(&self) -> &Rc<Library> {
        &self.context.library
    }

    /// Returns all decks, the user's own included.
    #[must_use]
    pub fn decks(&self) -> &Table<Deck> {
        self.context.decks()
    }

    /// Returns the language of the interface.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.context.lang
    }

    /// Returns the characters that the terminal can draw.
    #[must_use]
    pub const fn charset(&self) -> CharSet {
        self.context.charset
    }

    /// Returns the columns and rows of the terminal.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        self.context.size
    }

    /// Whether going back would only leave the dashboard.
    pub(super) const fn is_where_it_opened(&self) -> bool {
        self.nav.is_where_it_opened()
    }

    /// Returns the key tables in force.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.context.keys
    }

    /// Whether the mouse is the dashboard's, and not left to the terminal for selecting text.
    #[must_use]
    pub const fn has_mouse(&self) -> bool {
        self.context.has_mouse
    }

    /// Returns the time of the last tick; `None` before the first.
    #[must_use]
    pub const fn clock(&self) -> Option<Clock> {
        self.context.clock
    }

    /// Returns the user's own deck, which can be changed here.
    #[must_use]
    pub const fn user_deck(&self) -> Option<Key<Deck>> {
        self.context.user_deck
    }

    /// Returns the notice about what has just happened.
    #[must_use]
    pub const fn notice(&self) -> Option<&Text> {
        self.notice.as_ref()
    }

    /// Returns the mode, which says what the keys go to.
    #[must_use]
    pub const fn mode(&self) -> &Mode {
        &self.mode
    }

    /// Returns the state of finding, while its line is open.
    #[must_use]
    pub const fn find(&self) -> Option<&Find> {
        match &self.mode {
            Mode::Find(find) => Some(find),
            _ => None,
        }
    }

    /// Returns the screen that is shown.
    #[must_use]
    pub const fn screen(&self) -> Screen {
        self.nav.screen()
    }

    /// Returns the area that is selected, on all screens.
    #[must_use]
    pub const fn area(&self) -> Key<Area> {
        self.nav.area()
    }

    /// Returns the pane that has the focus.
    #[must_use]
    pub const fn focus(&self) -> Pane {
        self.nav.focus
    }

    /// Returns how many lines the drilldown is scrolled down.
    #[must_use]
    pub const fn scroll(&self) -> usize {
        self.nav.scroll
    }

    /// Returns the measure in force.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.nav.measure
    }

    /// Returns the year in force.
    #[must_use]
    pub const fn year_choice(&self) -> YearChoice {
        self.nav.year_choice
    }

    /// Returns the table of the Compare screen.
    #[must_use]
    pub const fn compare(&self) -> &CompareTable {
        &self.nav.compare
    }

    /// Returns the viewport of the Coverage screen.
    #[must_use]
    pub const fn coverage(&self) -> Viewport {
        self.nav.coverage
    }

    /// Returns the state of the Reader; `None` if the data have no article.
    #[must_use]
    pub const fn reader(&self) -> Option<ReaderState> {
        self.nav.reader
    }

    /// Returns the list on the screen; `None` on a screen without a list.
    #[must_use]
    pub const fn list_screen(&self) -> Option<ListScreen> {
        match self.screen() {
            Screen::List(list) => Some(list),
            Screen::Compare | Screen::Coverage | Screen::Reader => None,
        }
    }

    /// Returns the viewport of the list on the screen; `None` on a screen without a list.
    #[must_use]
    pub fn list(&self) -> Option<Viewport> {
        self.list_screen().map(|list| self.nav.list(list))
    }

    /// Returns the rows of the list on the screen; none on a screen without a list.
    #[must_use]
    pub fn items(&self) -> Rc<[Item]> {
        self.list_screen().map(|list| self.items_of(list)).unwrap_or_default()
    }

    pub(super) fn items_of(&self, list: ListScreen) -> Rc<[Item]> {
        self.context.lists.items(&self.context.library, list, self.area(), self.areas())
    }

    /// Returns the first and the last day that any figure speaks of.
    #[must_use]
    pub fn reach(&self) -> Option<(Date, Date)> {
        self.context.lists.reach(&self.context.library, self.areas())
    }

    /// Returns the presentation that is being given.
    #[must_use]
    pub const fn presentation(&self) -> Option<&Presentation> {
        self.presentation.as_ref()
    }

    /// Whether a slide, or the list of slides, is on the screen, and not the dashboard.
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.presentation.as_ref().is_some_and(|presentation| !presentation.view.is_dashboard())
    }

    /// Returns the slides of the presentation that is being given.
    #[must_use]
    pub fn slides(&self) -> &[Slide] {
        let deck = self.presentation.as_ref().map(|presentation| presentation.deck);
        deck.map(|deck| self.decks()[deck].slides.as_slice()).unwrap_or_default()
    }

    /// Returns the slide that is shown.
    #[must_use]
    pub fn slide(&self) -> Option<&Slide> {
        self.slides().get(self.presentation.as_ref()?.slide.get())
    }

    /// Returns the deck that is presented unless another is named: the user's own, or else the last one loaded. Decks
    /// in a folder of data are loaded after the built-in ones, so they come first here.
    #[must_use]
    pub fn default_deck(&self) -> Option<Key<Deck>> {
        self.user_deck().or_else(|| self.decks().keys().next_back())
    }

    /// Returns the selection: the thing under the cursor.
    #[must_use]
    pub fn selection(&self) -> Selection {
        let (dataset, area) = (&self.context.library, self.area());
        match self.screen() {
            Screen::Compare => match self.nav.compare.cursor() {
                Row::Indicator(indicator) => Selection::Cell { indicator, area },
                Row::Theme(theme) | Row::Singles(theme) => Selection::Theme { theme, area: None },
            },
            Screen::Coverage => coverage::themes(dataset)
                .get(self.nav.coverage.cursor())
                .map_or(Selection::Nothing, |theme| Selection::Theme { theme: *theme, area: Some(area) }),
            Screen::List(list) => match self.items_of(list).get(self.nav.list(list).cursor()).copied() {
                Some(Item::Figure(figure)) => Selection::Figure(figure),
                Some(Item::Article(article)) => Selection::Article(article),
                Some(Item::Initiative(initiative)) => Selection::Initiative(initiative),
                Some(Item::Unreported(indicator)) => Selection::Cell { indicator, area },
                Some(Item::Heading(_)) | None => Selection::Nothing,
            },
            Screen::Reader => self.nav.reader.map_or(Selection::Nothing, |reader| {
                let figures = reader.figures(dataset);
                figures.get(reader.figure).map_or(Selection::Article(reader.article), |key| Selection::Figure(*key))
            }),
        }
    }

    /// Returns the layout of the screen at this size.
    #[must_use]
    pub fn layout(&self) -> Layout {
        // Other screens have no bars.
        let has_trend = self.screen() == Screen::Compare && self.first_with_trend().is_some();
        let trend = if has_trend { TREND } else { 0 };
        let table = self.wanted_table_width();
        let wanted = WantedRoom { bars: self.areas().len(), trend, table };
        let layout = Layout::new(self.size(), self.screen(), wanted, self.nav.focus, self.nav.is_zoomed);
        if self.banner.is_none() || layout.is_too_small() {
            return layout;
        }
        let (width, height) = self.size();
        let shorter = (width, height - BANNER);
        let shorter = Layout::new(shorter, self.screen(), wanted, self.nav.focus, self.nav.is_zoomed);
        // On the smallest terminal the banner covers the last line.
        if shorter.is_too_small() { layout } else { Layout { footer: layout.footer, ..shorter } }
    }
}
