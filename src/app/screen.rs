//! The screens and their panes.

use crate::text::Phrase;

/// A screen of the dashboard, which answers one question.
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
    /// To which periods do the figures belong?
    Timeline,
    /// Who uses which platform?
    Initiatives,
    /// Which articles are held, and where do they stand?
    Articles,
}

impl ListScreen {
    /// All lists, in the order of their variants.
    pub const ALL: [Self; 4] = [Self::City, Self::Timeline, Self::Initiatives, Self::Articles];

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

    /// All articles, from which the Reader opens one.
    pub const ARTICLES: Self = Self::List(ListScreen::Articles);

    /// The screens with figures under a measure and a year. Elsewhere figures stand as printed.
    pub const MEASURED: &'static [Self] = &[Self::Compare, Self::CITY];

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
            Self::ARTICLES => Phrase { zh: "文章目录", en: "Articles" },
        }
    }

    /// Returns the screen whose tab is marked: the list of articles has none of its own.
    #[must_use]
    pub const fn tab(self) -> Self {
        match self {
            Self::ARTICLES => Self::Reader,
            other => other,
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
            Self::ARTICLES => "articles",
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
    /// The selection and its source.
    Drilldown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_a_viewport_and_a_tab() {
        for (index, list) in ListScreen::ALL.into_iter().enumerate() {
            assert_eq!(list as usize, index);
            assert!(Screen::ALL.contains(&Screen::List(list).tab()), "{list:?}");
        }
    }
}
