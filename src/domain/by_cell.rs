//! What is worked out for single cells of a comparison when it is first asked, and kept.

use super::cell::CellIndex;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// What is known of each cell that was asked about.
#[derive(Clone, Debug)]
pub(super) struct ByCell<T>(RefCell<FxHashMap<CellIndex, Rc<[T]>>>);

impl<T> Default for ByCell<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> ByCell<T> {
    /// Returns what is known of a cell, and works it out where nobody has asked yet.
    pub(super) fn of(&self, index: CellIndex, work_out: impl FnOnce() -> Vec<T>) -> Rc<[T]> {
        if let Some(known) = self.0.borrow().get(&index) {
            return Rc::clone(known);
        }
        let all: Rc<[T]> = work_out().into();
        self.0.borrow_mut().insert(index, Rc::clone(&all));
        all
    }
}
