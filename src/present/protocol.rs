//! The messages between the two terminals of a presentation.

use crate::app::{AskedAbout, OpenQuestion, PresentationStatus, SlideCommand, State};
use crate::deck::SlideNumber;
use serde::{Deserialize, Serialize};

/// Tells the speaker's view how the presentation stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerStatus {
    /// The id of the deck that is presented.
    pub deck: String,
    /// A fingerprint of the deck's content, since both terminals read the data for themselves; see
    /// [`crate::deck::Deck::edition`].
    #[serde(default)]
    pub edition: u64,
    /// The number of the slide, counted from 1.
    pub slide: usize,
    /// Whether the screen is blanked.
    pub blank: bool,
    /// Whether the dashboard is open over the slide.
    pub live: bool,
    /// What the audience sees in the place of the slide, in Chinese and in English; `None` while that is the slide, or nothing.
    #[serde(default)]
    pub wall: Option<[String; 2]>,
    /// When the presentation began, in the seconds of [`crate::app::Clock`].
    pub began: u64,
    /// How long it is planned to last; `None` if nobody said.
    pub minutes: Option<u16>,
    /// Those who follow on their own terminals; `None` where nobody may.
    #[serde(default)]
    pub audience: Option<AudienceStatus>,
}

/// Tells the speaker's view of those who follow on their own terminals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudienceStatus {
    /// How many follow at present.
    pub followers: usize,
    /// What they have asked about, as far as a line has room, in the order in which it is opened.
    pub questions: Vec<QuestionStatus>,
    /// How many more things they have asked about.
    pub more: usize,
}

/// Tells what the audience has asked about, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionStatus {
    /// What was asked about.
    pub about: AskedStatus,
    /// How many have marked it.
    pub count: usize,
}

/// What was asked about: a slide by its number counted from 1, or a figure by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedStatus {
    Slide(usize),
    Figure(String),
}

impl AudienceStatus {
    /// The most questions that a status tells, and the longest id that has room in it.
    const MOST: usize = 9;
    const LONGEST_ID: usize = 120;

    /// Describes the audience of the presentation that is being given; `None` where there is none.
    #[must_use]
    pub fn of(state: &State) -> Option<Self> {
        let followers = state.followers()?;
        let all = state.questions().all();
        let told = |question: &OpenQuestion| {
            let about = match &question.about {
                AskedAbout::Slide(number) => AskedStatus::Slide(number.get()),
                AskedAbout::Figure(id) => AskedStatus::Figure(id.chars().take(Self::LONGEST_ID).collect()),
            };
            QuestionStatus { about, count: question.count }
        };
        let questions: Vec<QuestionStatus> = all.iter().take(Self::MOST).map(told).collect();
        Some(Self { followers, more: all.len().saturating_sub(questions.len()), questions })
    }
}

impl SpeakerStatus {
    /// Makes the message from a presentation's status and its planned length.
    #[must_use]
    pub fn new(status: PresentationStatus, minutes: Option<u16>, audience: Option<AudienceStatus>) -> Self {
        let PresentationStatus { deck, edition, slide, blank, live, wall, began } = status;
        let wall = wall.map(|words| [words.zh, words.en]);
        Self { deck, edition, slide: slide.get(), blank, live, wall, began, minutes, audience }
    }
}

/// Asks the presentation for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteCommand {
    /// Shows the next slide.
    Next,
    /// Shows the previous slide.
    Previous,
    /// Shows the first slide.
    First,
    /// Shows the last slide.
    Last,
    /// Blanks the screen, or lifts the blank.
    Blank,
    /// Shows the slide of this number, counted from 1.
    To(usize),
    /// Shows what the audience has asked about: the question of this number, counted from 1.
    Answer(usize),
}

impl RemoteCommand {
    /// Returns what asks the presentation for this; `None` if it can be done only on the presenting terminal.
    #[must_use]
    pub const fn from_slide_command(command: SlideCommand) -> Option<Self> {
        match command {
            SlideCommand::Next => Some(Self::Next),
            SlideCommand::Previous => Some(Self::Previous),
            SlideCommand::First => Some(Self::First),
            SlideCommand::Last => Some(Self::Last),
            SlideCommand::Blank => Some(Self::Blank),
            SlideCommand::Answer => Some(Self::Answer(1)),
            _ => None,
        }
    }

    /// Carries the command out.
    pub fn apply(self, state: &mut State) {
        match self {
            Self::Next => state.follow(SlideCommand::Next),
            Self::Previous => state.follow(SlideCommand::Previous),
            Self::First => state.follow(SlideCommand::First),
            Self::Last => state.follow(SlideCommand::Last),
            Self::Blank => state.follow(SlideCommand::Blank),
            Self::To(number) => state.follow_to(SlideNumber::new(number)),
            Self::Answer(number) => state.answer_from_afar(SlideNumber::new(number)),
        }
    }
}

/// Sends a command, with the time at which its key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteRequest {
    /// What the presentation is to do.
    pub command: RemoteCommand,
    /// When the key was pressed, in the seconds of [`crate::app::Clock`].
    pub at: u64,
}

impl RemoteRequest {
    /// The age in seconds up to which a request is carried out.
    pub const MAX_AGE: u64 = 4;

    /// Returns whether the request has waited too long. Requests queue up while the presenting terminal hangs; carrying
    /// them out when it comes back would turn several slides at once before an audience. One that claims to come from later is no
    /// better: both terminals read the same clock.
    #[must_use]
    pub const fn is_stale(self, now: u64) -> bool {
        now.abs_diff(self.at) > Self::MAX_AGE
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_request_is_stale_after_four_seconds() {
        let request = RemoteRequest { command: RemoteCommand::Next, at: 100 };
        assert!(!request.is_stale(104) && request.is_stale(105));
        assert!(!request.is_stale(99), "a clock that was read a moment before makes nothing stale");
        assert!(request.is_stale(95), "nor is a request good for ever that claims to come from later");
    }

    #[test]
    fn messages_read_as_they_are_written() {
        let request = RemoteRequest { command: RemoteCommand::To(3), at: 7 };
        let line = serde_json::to_string(&request).unwrap();
        assert_eq!(line, r#"{"command":{"to":3},"at":7}"#);
        assert_eq!(serde_json::from_str::<RemoteRequest>(&line).unwrap(), request);
    }
}
