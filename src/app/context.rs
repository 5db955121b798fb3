//! The data, the terminal and the settings, which all screens share.

use super::asked::OpenQuestions;
use super::clock::Clock;
use super::comparisons::{Comparisons, InForce};
use super::following::Following;
use super::keymap::Keys;
use super::lists::ListRows;
use super::widest_names::WidestNames;
use crate::deck::{Deck, Library};
use crate::domain::Area;
use crate::domain::Dataset;
use crate::domain::SavedGroup;
use crate::domain::{Key, Table};
use crate::entry::FigureDraft;
use crate::search::SearchIndex;
use crate::text::{CharSet, Lang};
use std::collections::HashSet;
use std::rc::Rc;

/// The options that the program starts the dashboard with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartOptions {
    /// The language of the interface.
    pub lang: Lang,
    /// The columns and rows of the terminal.
    pub size: (u16, u16),
    /// The characters that the terminal can draw.
    pub charset: CharSet,
}

/// The destination of copied words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// To the terminal, which puts them into the clipboard of the machine in front of the user (OSC 52).
    #[default]
    Terminal,
    /// To the terminal through tmux, which passes OSC 52 on only if it is configured to.
    Tmux,
    /// To the terminal through GNU screen, which does not pass OSC 52 on.
    Screen,
    /// Into a file of this name.
    File(String),
}

/// The data, the terminal and the settings.
#[derive(Clone, Debug)]
pub(super) struct Context {
    /// The data and the decks.
    pub library: Rc<Library>,
    /// The user's own deck, which can be changed here.
    pub user_deck: Option<Key<Deck>>,
    pub lang: Lang,
    /// The language in which the user writes; `None` where both are asked for.
    pub writes: Option<Lang>,
    /// The ids of the figures of the user's own pack, which can be corrected and removed.
    pub own_figures: Rc<HashSet<String>>,
    /// The sentence of the figure that was added last, with the numbers that were not taken yet.
    pub next_numbers: Option<Rc<FigureDraft>>,
    pub charset: CharSet,
    /// The columns and rows of the terminal.
    pub size: (u16, u16),
    pub keys: Rc<Keys>,
    /// The keys as they are without a presentation that is followed.
    pub own_keys: Rc<Keys>,
    /// The presentation of somebody else that is followed; `None` where none is.
    pub following: Option<Following>,
    /// How many follow the own presentation; `None` where nobody may.
    pub followers: Option<usize>,
    /// What those have asked about.
    pub questions: OpenQuestions,
    /// Whether the mouse is the dashboard's, and not left to the terminal for selecting text.
    pub has_mouse: bool,
    pub clipboard: Clipboard,
    /// The time of the last tick; `None` before the first.
    pub clock: Option<Clock>,
    /// The search index, in the language of the last search.
    pub search_index: Option<Rc<SearchIndex>>,
    /// The comparisons under the measure, the year and the choices in force, as far as they were looked at.
    pub comparisons: Comparisons,
    /// The groups of areas that the settings name.
    pub area_groups: Rc<[SavedGroup]>,
    /// The rows of the lists, as far as they were looked at.
    pub lists: ListRows,
    /// How wide the longest names are.
    pub widest_names: WidestNames,
}

impl Context {
    /// Prepares the data for a terminal.
    pub fn new(library: Rc<Library>, options: StartOptions) -> Self {
        let (comparisons, lists) = (Comparisons::new(&library), ListRows::new(&library));
        let StartOptions { lang, size, charset } = options;
        Self {
            library,
            user_deck: None,
            lang,
            writes: None,
            own_figures: Rc::default(),
            next_numbers: None,
            charset,
            size,
            keys: Rc::default(),
            own_keys: Rc::default(),
            following: None,
            followers: None,
            questions: OpenQuestions::default(),
            has_mouse: true,
            clipboard: Clipboard::default(),
            clock: None,
            search_index: None,
            comparisons,
            area_groups: Rc::default(),
            lists,
            widest_names: WidestNames::default(),
        }
    }

    /// Takes what is in force where other areas are shown, or in another order.
    pub fn take_shown_areas(&mut self, now: InForce) {
        self.comparisons.put(now);
        self.lists = ListRows::new(&self.library);
    }

    /// Returns the groups of areas in other data, as far as their areas are still there.
    pub fn groups_in(&self, other: &Dataset) -> Rc<[SavedGroup]> {
        let same = |area: &Key<Area>| other.areas.find(&self.library.areas[*area].id);
        let group = |group: &SavedGroup| {
            let areas: Vec<Key<Area>> = group.areas.iter().filter_map(same).collect();
            (!areas.is_empty()).then(|| SavedGroup { name: group.name.clone(), areas })
        };
        self.area_groups.iter().filter_map(group).collect()
    }

    /// Returns all decks, the user's own included.
    pub fn decks(&self) -> &Table<Deck> {
        &self.library.decks
    }
}
