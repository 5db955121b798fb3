//! The rows of the screens that are lists, each list made when it is first looked at: it may have tens of thousands of rows.

use super::screen::ListScreen;
use super::screens::list::Item;
use crate::domain::{Area, Dataset, Key};
use jiff::civil::Date;
use std::cell::OnceCell;
use std::rc::Rc;

/// The rows of all lists. They depend on the data and on the areas that are shown; a copy shares what is made already.
#[derive(Clone, Debug)]
pub(super) struct ListRows {
    rows: Rc<RowsByList>,
}

/// One place for each list; the City screen has one for each area.
#[derive(Debug)]
struct RowsByList {
    cities: Vec<OnceCell<Rc<[Item]>>>,
    timeline: OnceCell<Rc<[Item]>>,
    initiatives: OnceCell<Rc<[Item]>>,
    articles: OnceCell<Rc<[Item]>>,
    reach: OnceCell<Option<(Date, Date)>>,
}

impl ListRows {
    /// Returns a place for each list, with nothing made.
    pub fn new(dataset: &Dataset) -> Self {
        let cities = dataset.areas.keys().map(|_| OnceCell::new()).collect();
        let (timeline, initiatives, articles) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { rows: Rc::new(RowsByList { cities, timeline, initiatives, articles, reach: OnceCell::new() }) }
    }

    fn place(&self, list: ListScreen, area: Key<Area>) -> Option<&OnceCell<Rc<[Item]>>> {
        match list {
            ListScreen::City => self.rows.cities.get(area.position()),
            ListScreen::Timeline => Some(&self.rows.timeline),
            ListScreen::Initiatives => Some(&self.rows.initiatives),
            ListScreen::Articles => Some(&self.rows.articles),
        }
    }

    /// Returns the rows of a list, which for City belong to one area.
    pub fn items(&self, dataset: &Dataset, list: ListScreen, area: Key<Area>, shown: &[Key<Area>]) -> Rc<[Item]> {
        let place = self.place(list, area);
        place.map(|place| Rc::clone(place.get_or_init(|| list.items(dataset, area, shown).into()))).unwrap_or_default()
    }

    /// Returns the first and the last day that any figure of the shown areas speaks of.
    pub fn reach(&self, dataset: &Dataset, shown: &[Key<Area>]) -> Option<(Date, Date)> {
        *self.rows.reach.get_or_init(|| dataset.reach(shown.iter().copied()))
    }
}
