//! The visible part of a list: its cursor, its first row, and its height.

use std::ops::Range;

/// A cursor in a list of rows, and the rows that are drawn around it.
///
/// The number of rows belongs to the list, so callers that move the cursor pass it in. After [`Viewport::settle`] the
/// cursor is on a row that exists and, if there is room for any, on a visible one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    cursor: usize,
    top: usize,
    height: usize,
    /// Whether the cursor has jumped to its row, and the rows around it are wanted too.
    is_jump: bool,
}

impl Viewport {
    /// Returns the row of the cursor, from 0.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Returns the first row that is drawn, from 0.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.top
    }

    /// Returns the rows that there is room for.
    #[must_use]
    pub const fn rows(&self) -> Range<usize> {
        self.top..self.top + self.height
    }

    /// Puts the cursor on a row; [`Self::settle`] then brings it into view.
    pub const fn put(&mut self, row: usize) {
        self.cursor = row;
    }

    /// Puts the cursor on a row that was asked for; [`Self::settle`] then brings it into view with its neighbours, in the middle
    /// unless it is well in view already.
    pub const fn jump_to(&mut self, row: usize) {
        (self.cursor, self.is_jump) = (row, true);
    }

    /// Moves the cursor by `step` rows, no further than the first and the last of `count`.
    pub fn step(&mut self, step: isize, count: usize) {
        self.cursor = self.cursor.saturating_add_signed(step).min(count.saturating_sub(1));
    }

    /// Sets the number of rows that fit.
    pub const fn resize(&mut self, height: usize) {
        self.height = height;
    }

    /// Brings the cursor and the `above` rows that belong to it into view, moving no further than needed. Without any
    /// room nothing moves, so that a window that was small for a moment comes back as it was.
    pub fn settle(&mut self, count: usize, above: usize) {
        self.cursor = self.cursor.min(count.saturating_sub(1));
        if self.height == 0 {
            return;
        }
        // A row at the edge shows none of its neighbours on one side.
        let is_inside = self.cursor > self.top && self.cursor + 1 < self.top + self.height;
        if std::mem::take(&mut self.is_jump) && !is_inside {
            self.top = self.cursor.saturating_sub(self.height / 2);
        }
        let above = above.min(self.cursor);
        if self.cursor < self.top + above {
            self.top = self.cursor - above;
        }
        // If only one of the two fits, the cursor matters more than the rows above it.
        if self.cursor >= self.top + self.height {
            self.top = self.cursor + 1 - self.height;
        }
        self.top = self.top.min(count.saturating_sub(self.height));
    }

    /// Scrolls by `step` rows; the cursor moves along if it would leave the visible rows.
    pub fn scroll(&mut self, step: isize, count: usize) {
        if self.height == 0 {
            return;
        }
        self.top = self.top.saturating_add_signed(step).min(count.saturating_sub(self.height));
        let last = (self.top + self.height).min(count).saturating_sub(1);
        self.cursor = self.cursor.clamp(self.top.min(last), last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn view(cursor: usize, top: usize, height: usize) -> Viewport {
        Viewport { cursor, top, height, is_jump: false }
    }

    #[test]
    fn it_moves_no_further_than_needed() {
        let mut viewport = view(4, 0, 4);
        viewport.settle(10, 0);
        assert_eq!(viewport, view(4, 1, 4));
        viewport.put(1);
        viewport.settle(10, 1);
        assert_eq!(viewport, view(1, 0, 4), "the heading above the cursor is drawn too");
        viewport.scroll(3, 10);
        assert_eq!(viewport, view(3, 3, 4), "the cursor goes along");
        viewport.resize(0);
        viewport.settle(10, 0);
        assert_eq!(viewport, view(3, 3, 0), "without room nothing moves");
        viewport.resize(20);
        viewport.settle(10, 0);
        assert_eq!(viewport, view(3, 0, 20), "no room is left empty");
    }

    #[test]
    fn a_row_that_is_jumped_to_stands_in_the_middle() {
        let mut viewport = view(0, 0, 9);
        viewport.jump_to(50);
        viewport.settle(100, 0);
        assert_eq!(viewport, view(50, 46, 9));
        viewport.jump_to(48);
        viewport.settle(100, 0);
        assert_eq!(viewport, view(48, 46, 9), "what is well in view stays where it is");
        viewport.jump_to(54);
        viewport.settle(100, 0);
        assert_eq!(viewport, view(54, 50, 9), "on the last row nothing of what follows would be seen");
        viewport.jump_to(1);
        viewport.settle(100, 0);
        assert_eq!(viewport, view(1, 0, 9));
        viewport.jump_to(99);
        viewport.settle(100, 0);
        assert_eq!(viewport, view(99, 91, 9));
    }

    proptest! {
        #[test]
        fn the_cursor_is_on_a_row_that_is_drawn(
            start in 0_usize..40, steps in proptest::collection::vec((0..6_u8, -30..30_isize, 0_usize..12), 1..40),
        ) {
            let mut viewport = view(start, start, 5);
            let mut count = 30;
            for (kind, step, size) in steps {
                let before = viewport;
                match kind {
                    0 => viewport.step(step, count),
                    1 => viewport.scroll(step, count),
                    2 => viewport.put(step.unsigned_abs()),
                    3 => count = size,
                    4 => viewport.jump_to(step.unsigned_abs()),
                    _ => viewport.resize(size),
                }
                let above = size % 3;
                viewport.settle(count, above);
                prop_assert!(viewport.cursor < count.max(1), "{viewport:?} of {count}");
                if viewport.height > 0 {
                    prop_assert!(viewport.top <= viewport.cursor && viewport.cursor < viewport.top + viewport.height);
                    prop_assert!(viewport.top + viewport.height <= count.max(viewport.height), "{viewport:?} of {count}");
                    let room = above.min(viewport.cursor).min(viewport.height - 1);
                    prop_assert!(kind == 1 || viewport.cursor >= viewport.top + room || viewport.cursor < above);
                } else {
                    prop_assert_eq!(viewport.top, before.top);
                }
            }
        }
    }
}
