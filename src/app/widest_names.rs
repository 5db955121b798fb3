//! How wide the longest names are, measured once and not with each key.

use crate::domain::{Area, Key};
use crate::text::Lang;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The cells of the longest names in the data, in each language.
#[derive(Clone, Debug, Default)]
pub(super) struct WidestNames {
    indicators: ByLang,
    themes: ByLang,
    areas: RefCell<Option<WidestArea>>,
}

type ByLang = [OnceCell<usize>; 2];

/// The cells of the longest name of the areas that were shown last.
#[derive(Clone, Debug)]
struct WidestArea {
    lang: Lang,
    home: Option<Key<Area>>,
    shown: Rc<[Key<Area>]>,
    cells: usize,
}

impl WidestNames {
    /// Returns the cells of the longest name of an indicator with its unit, and measures them where nobody has asked yet.
    pub fn of_indicators(&self, lang: Lang, measure: impl FnOnce() -> usize) -> usize {
        in_lang(&self.indicators, lang, measure)
    }

    /// Returns the cells of the longest name of a theme.
    pub fn of_themes(&self, lang: Lang, measure: impl FnOnce() -> usize) -> usize {
        in_lang(&self.themes, lang, measure)
    }

    /// Returns the cells of the longest name of the areas that are shown, of which the own one is marked.
    pub fn of_areas(
        &self,
        (lang, home): (Lang, Option<Key<Area>>),
        shown: &Rc<[Key<Area>]>,
        measure: impl FnOnce() -> usize,
    ) -> usize {
        let mut known = self.areas.borrow_mut();
        let is_same = |one: &WidestArea| (one.lang, one.home) == (lang, home) && Rc::ptr_eq(&one.shown, shown);
        if let Some(same) = known.as_ref().filter(|one| is_same(one)) {
            return same.cells;
        }
        let cells = measure();
        *known = Some(WidestArea { lang, home, shown: Rc::clone(shown), cells });
        cells
    }
}

fn in_lang([zh, en]: &ByLang, lang: Lang, measure: impl FnOnce() -> usize) -> usize {
    *match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
    .get_or_init(measure)
}
