//! A presentation that is being given, and what it shows of its deck.

use super::heading_editor::HeadingEditor;
use super::slide_editor::SlideEditor;
use crate::app::navigation::Navigation;
use crate::app::screen::Screen;
use crate::deck::{Deck, SlideIndex, SlideNumber};
use crate::domain::{Key, Measure, YearChoice};

/// A presentation that is being given.
#[derive(Clone, Debug)]
pub struct Presentation {
    pub(in crate::app) deck: Key<Deck>,
    pub(in crate::app) slide: SlideIndex,
    pub(in crate::app) view: Show,
    /// When it began, in seconds of the monotonic clock.
    pub(in crate::app) began: u64,
    /// The page at which one of the same deck broke off, until it is taken or another key is pressed.
    pub(in crate::app) offered: Option<OfferedPage>,
    pub(in crate::app) ends_program: bool,
    pub(in crate::app) resume: ReturnPoint,
}

/// The page at which a presentation broke off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedPage {
    pub slide: SlideIndex,
    /// When that presentation began, where its time goes on, in seconds of the monotonic clock.
    pub began: Option<u64>,
}

/// The view of a presentation: the slide, or what is shown over or instead of it.
#[derive(Clone, Debug)]
pub enum Show {
    Slide {
        /// The typed digits of a slide's number.
        typed: Option<SlideNumber>,
        /// Whether the last key asked for the end, which another one confirms. So neither one press too many nor an
        /// arrow key that a slow line tears apart ends the presentation before its audience.
        is_stop_asked: bool,
    },
    /// A blank screen, so that the audience looks at the speaker.
    Blank {
        /// What was being typed when the speaker's view blanked the screen; it comes back afterwards.
        editor: Option<SlideEditor>,
    },
    /// The list of all slides.
    List {
        /// The slide that the cursor is on.
        cursor: SlideIndex,
        /// The typed digits of a slide's number.
        typed: Option<SlideNumber>,
    },
    /// The list of all slides, with an editor over it.
    Editing(SlideEditor),
    /// The dashboard, at what the slide shows.
    Dashboard {
        /// The view from which the dashboard was opened; leaving it leads back there.
        from: Beneath,
    },
}

/// The view beneath the dashboard while that is open over a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beneath {
    Slide,
    Blank,
    /// The list of all slides, its cursor on this one.
    List(SlideIndex),
}

/// The position of the dashboard before the presentation.
#[derive(Clone, Debug)]
pub(in crate::app) enum ReturnPoint {
    /// A position in the present data.
    Navigation(Box<Navigation>),
    /// The part that stays valid when the data are replaced, since keys of the old data lead nowhere.
    OtherData { screen: Screen, measure: Measure, year_choice: YearChoice },
}

impl Show {
    /// The slide, and nothing over it.
    pub const SLIDE: Self = Self::Slide { typed: None, is_stop_asked: false };

    /// Returns the number that is being typed.
    #[must_use]
    pub const fn typed(&self) -> Option<SlideNumber> {
        match self {
            Self::Slide { typed, .. } | Self::List { typed, .. } => *typed,
            Self::Blank { .. } | Self::Editing(_) | Self::Dashboard { .. } => None,
        }
    }

    /// Returns the cursor of the list of all slides, if that is shown.
    #[must_use]
    pub fn list_cursor(&self) -> Option<SlideIndex> {
        match self {
            Self::List { cursor, .. } => Some(*cursor),
            Self::Editing(editor) => Some(editor.slide()),
            Self::Slide { .. } | Self::Blank { .. } | Self::Dashboard { .. } => None,
        }
    }

    /// Whether the dashboard is open over the slide.
    #[must_use]
    pub const fn is_dashboard(&self) -> bool {
        matches!(self, Self::Dashboard { .. })
    }

    /// Whether the screen is blanked.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank { .. })
    }

    /// Returns what lies over the list of all slides while one is changed or made.
    #[must_use]
    pub const fn editor(&self) -> Option<&SlideEditor> {
        match self {
            Self::Editing(editor) => Some(editor),
            _ => None,
        }
    }

    /// Returns the editor of the heading that is being typed, if it is shown.
    #[must_use]
    pub fn heading(&self) -> Option<&HeadingEditor> {
        match self {
            Self::Editing(SlideEditor::Heading(editor)) => Some(editor),
            _ => None,
        }
    }
}

impl Presentation {
    /// Returns the deck that is presented.
    #[must_use]
    pub const fn deck(&self) -> Key<Deck> {
        self.deck
    }

    /// Returns the slide that is shown, or was shown last.
    #[must_use]
    pub const fn slide(&self) -> SlideIndex {
        self.slide
    }

    /// Returns what is shown.
    #[must_use]
    pub const fn view(&self) -> &Show {
        &self.view
    }

    /// Returns when it began, in seconds of the monotonic clock.
    #[must_use]
    pub const fn began(&self) -> u64 {
        self.began
    }

    /// Whether the program was started for it, and ends with it.
    #[must_use]
    pub const fn ends_program(&self) -> bool {
        self.ends_program
    }
}

impl ReturnPoint {
    /// Returns the part that stays valid in other data.
    pub fn in_other_data(&self) -> Self {
        let (screen, measure, year_choice) = match self {
            Self::Navigation(navigation) => (navigation.screen(), navigation.measure, navigation.year_choice),
            Self::OtherData { screen, measure, year_choice } => (*screen, *measure, *year_choice),
        };
        // The Reader's article may be gone.
        let screen = if screen == Screen::Reader { Screen::Compare } else { screen };
        Self::OtherData { screen, measure, year_choice }
    }
}
