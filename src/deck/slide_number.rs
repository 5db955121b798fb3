//! Which slide of a deck is meant: by index in the program, by number for people. The two never mix.

/// The index of a slide in its deck, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlideIndex(usize);

/// The number of a slide as people see and type it: the first slide has number 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlideNumber(usize);

impl SlideIndex {
    /// The index of the first slide.
    pub const FIRST: Self = Self(0);

    /// Makes an index of a count from 0.
    #[must_use]
    pub const fn new(index: usize) -> Self {
        Self(index)
    }

    /// Returns the index as a count from 0.
    #[must_use]
    pub const fn get(self) -> usize {
        self.0
    }

    /// Returns the number that people see.
    #[must_use]
    pub const fn number(self) -> SlideNumber {
        SlideNumber(self.0 + 1)
    }

    /// Returns the last slide of a deck of `count` slides; the first where it has none.
    #[must_use]
    pub const fn last_of(count: usize) -> Self {
        Self(count.saturating_sub(1))
    }

    /// Returns the slide after this one, no further than `last`.
    #[must_use]
    pub fn next(self, last: Self) -> Self {
        Self(self.0 + 1).min(last)
    }

    /// Returns the slide before this one, or the first.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

impl SlideNumber {
    /// The largest number that can be typed.
    pub const LARGEST: usize = 999;

    /// Takes a number as it was typed or told; 0 is the number of no slide.
    #[must_use]
    pub const fn new(number: usize) -> Self {
        Self(number)
    }

    /// Returns the number as people see it.
    #[must_use]
    pub const fn get(self) -> usize {
        self.0
    }

    /// Returns the index of this slide in a deck of `count` slides; `None` where it has no such slide.
    #[must_use]
    pub const fn index_in(self, count: usize) -> Option<SlideIndex> {
        if self.0 >= 1 && self.0 <= count { Some(SlideIndex(self.0 - 1)) } else { None }
    }

    /// Returns the number with a further digit typed after `typed`.
    #[must_use]
    pub fn with_digit(typed: Option<Self>, digit: u8) -> Self {
        Self((typed.map_or(0, Self::get) * 10 + usize::from(digit)).min(Self::LARGEST))
    }

    /// Returns the number without its last digit; `None` where nothing is left.
    #[must_use]
    pub const fn without_last_digit(self) -> Option<Self> {
        let left = self.0 / 10;
        if left > 0 { Some(Self(left)) } else { None }
    }
}
