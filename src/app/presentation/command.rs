//! The commands of a presentation.

use crate::app::clock::Clock;
use crate::deck::SlideIndex;

/// A command of a person or of the speaker's view, or an event that reaches a presentation from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlideCommand {
    /// Start at the first slide, or come back to the slide from the dashboard.
    Begin,
    /// Start at the slide that fits what the dashboard shows.
    BeginHere,
    /// Show the next slide.
    Next,
    /// Show the slide before.
    Previous,
    /// Show the first slide.
    First,
    /// Show the last slide.
    Last,
    /// Type a digit of a slide's number.
    Digit(u8),
    /// Delete the last typed digit.
    Erase,
    /// In the list of all slides: put the cursor on this slide, or show the slide if the cursor is there already.
    Pick(SlideIndex),
    /// Jump to the slide whose number was typed; or open the dashboard at what the slide shows.
    Open,
    /// Show nothing, or something again.
    Blank,
    /// Show or hide the list of all slides.
    Overview,
    /// In the list of all slides: move the slide up.
    Earlier,
    /// In the list of all slides: move the slide down.
    Later,
    /// In the list of all slides: remove the slide.
    Remove,
    /// In the list of all slides: give the slide another heading.
    Rename,
    /// In the list of all slides: make a new slide behind this one.
    New,
    /// In the list of all slides: give the slide other words and notes.
    Words,
    /// In the list of all slides: put a copy of the slide in behind it.
    Duplicate,
    /// In the list of all slides: copy the deck into the user's own.
    CopyDeck,
    /// In the list of all slides: take the last change of the deck back.
    Undo,
    /// Show on the screen what the audience has asked about: the thing whose number was typed, or that most have asked about.
    Answer,
    Stop,
    /// Set the present time.
    Tick(Clock),
}
