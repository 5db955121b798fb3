//! Takes data that were read again, and keeps the place: things are found again by their ids, not by where they stood.

use crate::app::context::{Context, StartOptions};
use crate::app::screen::{ListScreen, Screen};
use crate::app::screens::coverage;
use crate::app::screens::list::Item;
use crate::app::screens::reader::ReaderState;
use crate::app::state::{Mode, State};
use crate::deck::{Deck, Library};
use crate::domain::{Dataset, Key};
use crate::entry::held_figure;
use crate::text::Phrase;
use std::rc::Rc;

/// What is said where a form has been closed since its figure has changed.
const CHANGED_ELSEWHERE: Phrase = Phrase {
    zh: "这个数字在别处改动过，已重新读入：请看过再改",
    en: "This figure was changed elsewhere, and reloaded: look before you change it",
};

impl State {
    /// Replaces the data, and returns whether they were taken: data without a figure are not. Cursors stay with what they
    /// are on where that still exists, and what is being typed stays. `user_deck` is the user's own deck in the new data.
    pub fn replace_data(&mut self, library: Rc<Library>, user_deck: Option<Key<Deck>>) -> bool {
        let Context { lang, size, charset, .. } = self.context;
        let Some(mut fresh) = Self::new(library, StartOptions { lang, size, charset }) else { return false };
        fresh.context.keys = Rc::clone(&self.context.keys);
        fresh.keep_audience_of(self);
        fresh.context.has_mouse = self.context.has_mouse;
        fresh.context.clipboard = self.context.clipboard.clone();
        fresh.context.clock = self.context.clock;
        fresh.context.writes = self.context.writes;
        fresh.context.own_figures = Rc::clone(&self.context.own_figures);
        fresh.context.user_deck = user_deck;
        fresh.context.area_groups = self.context.groups_in(&fresh.context.library);
        fresh.put(self.nav.measure, self.nav.year_choice);
        fresh.nav.shown = self.nav.shown.in_other_data(&self.context.library, &fresh.context.library);
        fresh.lay_out_table();
        fresh.nav.figure_choices = self.nav.figure_choices.in_other_data(&self.context.library, &fresh.context.library);
        fresh.context.take_shown_areas(fresh.nav.in_force());
        fresh.context.comparisons.forget_all();
        let table = fresh.nav.compare.clone();
        fresh.nav.compare = self.nav.compare.carried_over(&self.context.library, &fresh.context.library, table);
        // What could be ranked may be gone, and other things may be ranked now.
        fresh.filter_again();
        if let Some(area) = fresh.context.library.areas.find(&self.context.library.areas[self.area()].id) {
            fresh.nav.select_area(area);
        }
        fresh.keep_place_of(self);
        fresh.carry_presentation_over(self);
        fresh.keep_mode_of(self);
        fresh.keep_in_view();
        *self = fresh;
        true
    }

    /// Puts the cursors of the other screens on what they were on in the old data.
    fn keep_place_of(&mut self, old: &Self) {
        (self.nav.focus, self.nav.is_zoomed, self.nav.scroll) = (old.nav.focus, old.nav.is_zoomed, old.nav.scroll);
        let (was, now) = (Rc::clone(&old.context.library), Rc::clone(&self.context.library));
        for list in ListScreen::ALL {
            let at = old.nav.list(list);
            let item = old.items_of(list).get(at.cursor()).copied();
            let same = item.and_then(|item| same_item(item, &was, &now));
            let row = same.and_then(|same| self.items_of(list).iter().position(|item| *item == same));
            *self.nav.list_mut(list) = at;
            self.nav.list_mut(list).put(row.unwrap_or(at.cursor()));
        }
        self.nav.coverage = old.nav.coverage;
        let theme = coverage::themes(&was).get(old.nav.coverage.cursor()).map(|theme| was.themes[*theme].id.clone());
        let theme = theme.and_then(|id| now.themes.find(&id));
        if let Some(row) = theme.and_then(|theme| coverage::themes(&now).iter().position(|other| *other == theme)) {
            self.nav.coverage.put(row);
        }
        let reader = old.nav.reader.and_then(|reader| same_reader(reader, &was, &now));
        self.nav.reader = reader.or(self.nav.reader);
        // The article that was read may be gone.
        let is_gone = old.screen() == Screen::Reader && reader.is_none();
        self.nav.switch_to(if is_gone { Screen::Compare } else { old.screen() });
    }

    /// Whether a figure that is being corrected or removed is another one now, or is gone: what somebody else has written is
    /// not overwritten unseen.
    fn has_been_changed_since(&self, old: &Self, id: &str) -> bool {
        let held = |library: &Library| library.observations.find(id).map(|key| held_figure(&library.dataset, key));
        !id.is_empty() && held(&old.context.library) != held(&self.context.library)
    }

    /// Keeps what lies over the screen: what is being typed is not lost.
    fn keep_mode_of(&mut self, old: &Self) {
        self.notice.clone_from(&old.notice);
        match &old.mode {
            Mode::Browse | Mode::ChooseAreas(_) | Mode::ChooseDeck(_) => {}
            Mode::Help { scroll } => self.mode = Mode::Help { scroll: *scroll },
            Mode::Find(find) => {
                self.mode = Mode::Find(find.clone());
                self.refresh_find();
            }
            Mode::Export(dialog) => self.mode = Mode::Export(dialog.clone()),
            Mode::AddFigure(form) if self.has_been_changed_since(old, form.corrects()) => {
                self.notify(CHANGED_ELSEWHERE);
            }
            Mode::AddFigure(form) => {
                self.mode = Mode::AddFigure(form.clone());
                self.refresh_form();
            }
        }
    }
}

/// Returns the same row of a list in other data.
fn same_item(item: Item, was: &Dataset, now: &Dataset) -> Option<Item> {
    Some(match item {
        Item::Heading(_) => return None,
        Item::Figure(key) => Item::Figure(now.observations.find(&was.observations[key].id)?),
        Item::Article(key) => Item::Article(now.articles.find(&was.articles[key].id)?),
        Item::Initiative(key) => Item::Initiative(now.initiatives.find(&was.initiatives[key].id)?),
        Item::Unreported(key) => Item::Unreported(now.indicators.find(&was.indicators[key].id)?),
    })
}

/// Returns the Reader at the same figure of the same article in other data.
fn same_reader(at: ReaderState, was: &Dataset, now: &Dataset) -> Option<ReaderState> {
    let article = now.articles.find(&was.articles[at.article].id)?;
    let marked = at.figures(was).get(at.figure).map(|key| was.observations[*key].id.clone());
    let fresh = ReaderState { article, ..at };
    let figure = marked.and_then(|id| fresh.figures(now).iter().position(|key| now.observations[*key].id == id));
    Some(ReaderState { figure: figure.unwrap_or(0), ..fresh })
}
