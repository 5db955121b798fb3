//! Following a presentation that somebody else gives: what a follower knows of it, and what it may do. It can never lead.

use super::action::Action;
use crate::app::presentation::command::SlideCommand;
use crate::deck::{Deck, SlideIndex};
use crate::domain::Key;

/// Where a follower sits, which decides what it may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowerSeat {
    /// In an account of its own.
    OwnAccount,
    /// In an account that guests share, with no file, no clipboard and no shell.
    Kiosk,
}

/// Whether the speaker takes questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuestionsTaken {
    Yes,
    #[default]
    No,
}

/// What the speaker's screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerScreen {
    /// The slide that is told.
    Slide,
    /// Nothing, so that the audience looks at the speaker.
    Blank,
    /// The dashboard, which followers do not see.
    Dashboard,
    /// Nothing any more: the presentation has ended, or its program has.
    Ended,
}

/// How the followed presentation stands.
#[derive(Clone, Copy, Debug)]
pub struct LiveView {
    /// The deck that is presented.
    pub deck: Key<Deck>,
    /// The slide that the speaker is at.
    pub slide: SlideIndex,
    /// What the speaker's screen shows.
    pub screen: SpeakerScreen,
    /// Whether questions are taken.
    pub questions: QuestionsTaken,
}

/// What a follower's dashboard knows of the presentation that it follows.
#[derive(Clone, Copy, Debug)]
pub struct Following {
    pub(super) seat: FollowerSeat,
    pub(super) questions: QuestionsTaken,
    pub(super) screen: SpeakerScreen,
    /// Whether the speaker has gone to another slide since the dashboard was opened.
    pub(super) has_gone_on: bool,
}

impl Following {
    /// Whether the presentation has ended.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.screen == SpeakerScreen::Ended
    }

    /// Returns what the speaker's screen shows.
    #[must_use]
    pub const fn screen(&self) -> SpeakerScreen {
        self.screen
    }

    /// Whether the speaker has gone to another slide since the dashboard was opened.
    #[must_use]
    pub const fn has_gone_on(&self) -> bool {
        self.has_gone_on
    }
}

/// Whether a follower may do this: look, and nothing that leads or writes.
pub(super) const fn is_for_followers(action: Action, seat: FollowerSeat, questions: QuestionsTaken) -> bool {
    match action {
        Action::Present(command) => {
            matches!(command, SlideCommand::Begin | SlideCommand::Open | SlideCommand::Tick(_))
        }
        Action::Ask => matches!(questions, QuestionsTaken::Yes),
        Action::Copy(_) | Action::Suspend => matches!(seat, FollowerSeat::OwnAccount),
        Action::Reload
        | Action::AddFigure
        | Action::CorrectFigure
        | Action::RemoveFigure
        | Action::PickField(_)
        | Action::UndoAddition
        | Action::AddToDeck
        | Action::Export
        | Action::SwitchExported
        | Action::CompletePath
        | Action::PickFormat(_) => false,
        Action::Resize(..)
        | Action::Move(_)
        | Action::Page(_)
        | Action::First
        | Action::Last
        | Action::NextPane
        | Action::PreviousPane
        | Action::Open
        | Action::Back
        | Action::NextFigure
        | Action::PreviousFigure
        | Action::SwitchText
        | Action::Show(_)
        | Action::Zoom
        | Action::NextMeasure
        | Action::PreviousMeasure
        | Action::NextYear
        | Action::PreviousYear
        | Action::NextFigureChoice
        | Action::Sort
        | Action::FilterRows
        | Action::FoldAll
        | Action::SwitchLanguage
        | Action::Help
        | Action::Find
        | Action::ChooseAreas
        | Action::MarkAreas(_)
        | Action::PickChooserRow(_)
        | Action::Edit(_)
        | Action::SwitchMouse
        | Action::PickRow(_)
        | Action::PickCell(..)
        | Action::PickArea(..)
        | Action::PickFigure(_)
        | Action::ReadFigure(_)
        | Action::PickHit(_)
        | Action::Focus(_)
        | Action::Wheel(..)
        | Action::NotHere(_)
        | Action::Quit => true,
    }
}
