//! What the presentation tells its followers.

use crate::app::{PresentationStatus, QuestionsTaken, SpeakerScreen};
use crate::data::BUILTIN_HASH;
use serde::{Deserialize, Serialize};

/// Tells which program presents. This message never changes its form: it is what programs of different versions say to each
/// other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The version of the program.
    pub version: String,
    /// The hash of the data that are compiled in, of which followers are sent the names alone.
    pub builtin: String,
    /// Whether as many follow already as can; then nothing comes after this.
    #[serde(default)]
    pub is_full: bool,
}

impl Hello {
    /// Describes the program that runs.
    #[must_use]
    pub fn of_this_program() -> Self {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Self { version, builtin: BUILTIN_HASH.to_owned(), is_full: false }
    }

    /// Whether two programs understand each other, and have the same data compiled in.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        (&self.version, &self.builtin) == (&other.version, &other.builtin)
    }
}

/// Tells where the speaker is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveSlide {
    /// The id of the deck that is presented.
    pub deck: String,
    /// The number of the slide, counted from 1.
    pub slide: usize,
    /// What the speaker's screen shows.
    pub screen: WallScreen,
    /// Whether questions are taken.
    pub questions: bool,
}

/// What the speaker's screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WallScreen {
    Slide,
    Blank,
    Dashboard,
}

impl LiveSlide {
    /// Describes the presentation that is being given.
    #[must_use]
    pub fn of(status: &PresentationStatus, questions: QuestionsTaken) -> Self {
        let screen = match (status.live, status.blank) {
            (true, _) => WallScreen::Dashboard,
            (false, true) => WallScreen::Blank,
            (false, false) => WallScreen::Slide,
        };
        let questions = questions == QuestionsTaken::Yes;
        Self { deck: status.deck.clone(), slide: status.slide.get(), screen, questions }
    }

    /// Returns whether questions are taken.
    #[must_use]
    pub const fn questions_taken(&self) -> QuestionsTaken {
        if self.questions { QuestionsTaken::Yes } else { QuestionsTaken::No }
    }
}

impl From<WallScreen> for SpeakerScreen {
    fn from(screen: WallScreen) -> Self {
        match screen {
            WallScreen::Slide => Self::Slide,
            WallScreen::Blank => Self::Blank,
            WallScreen::Dashboard => Self::Dashboard,
        }
    }
}
