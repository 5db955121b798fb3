//! The screens and their panes.

use crate::text::Phrase;

/// A way of asking one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The table of indicators: how do we stand?
    Compare,
    /// The grid of themes by areas: who says what?
    Coverage,
    /// One article: what does it say?
    Reader,
    /// A list with a cursor.
    List(ListScreen),
}

/// A screen that is a list with a cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListScreen {
    /// What has this committee done?
    City,
    /// Of when are the figures?
    Timeline,
    /// Who does it how?
    Initiatives,
}

impl ListScreen {
    /// All lists, in the order of their variants.
    pub const ALL: [Self; 3] = [Self::City, Self::Timeline, Self::Initiatives];

    /// Whether one line above the list stays in place: the cities, or the years.
    #[must_use]
    pub const fn has_head(self) -> bool {
        matches!(self, Self::City | Self::Timeline)
    }
}

impl Screen {
    /// One area's figures, initiatives and sources.
    pub const CITY: Self = Self::List(ListScreen::City);
    /// Reports and figures on an axis of time.
    pub const TIMELINE: Self = Self::List(ListScreen::Timeline);
    /// Named platforms by kind.
    pub const INITIATIVES: Self = Self::List(ListScreen::Initiatives);

    /// All screens, in the order of their number keys.
    pub const ALL: [Self; 6] =
        [Self::Compare, Self::CITY, Self::Coverage, Self::TIMELINE, Self::INITIATIVES, Self::Reader];

    /// Returns the name on the tab.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Compare => Phrase { zh: "对比", en: "Compare" },
            Self::CITY => Phrase { zh: "城市", en: "City" },
            Self::Coverage => Phrase { zh: "覆盖", en: "Coverage" },
            Self::TIMELINE => Phrase { zh: "时间", en: "Timeline" },
            Self::INITIATIVES => Phrase { zh: "平台", en: "Initiatives" },
            Self::Reader => Phrase { zh: "文章", en: "Reader" },
        }
    }

    /// Returns the name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::CITY => "city",
            Self::Coverage => "coverage",
            Self::TIMELINE => "timeline",
            Self::INITIATIVES => "initiatives",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_a_viewport_and_a_tab() {
        for (index, list) in ListScreen::ALL.into_iter().enumerate() {
            assert_eq!(list as usize, index);
            assert!(Screen::ALL.contains(&Screen::List(list)), "{list:?}");
        }
    }
}
