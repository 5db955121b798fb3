//! What a person can ask of the dashboard, and what it asks of the terminal.

use super::state::Screen;
use super::talk::Step;

/// One thing that a person asks for. Keys, the mouse and the size of the terminal all become actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// Move the cursor, or scroll the pane that has the focus.
    Move(Direction),
    /// Move by this part of a page.
    Page(PageStep),
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Focus the next pane.
    NextPane,
    /// Focus the pane before.
    PreviousPane,
    /// Open what is under the cursor.
    Open,
    /// Go back; close what lies on top.
    Back,
    /// To the next figure of an article.
    NextFigure,
    /// To the figure before in an article.
    PreviousFigure,
    /// Show a screen.
    Show(Screen),
    /// Give the focused pane all the room, or take it back.
    Zoom,
    /// The next measure.
    NextMeasure,
    /// The next moment.
    NextMoment,
    /// Sort by value, or as in the data.
    Sort,
    /// Unfold or fold all themes.
    FoldAll,
    /// The other language.
    SwitchLanguage,
    /// Show or hide the help.
    Help,
    /// Read the data again.
    Reload,
    /// A step of a presentation.
    Talk(Step),
    /// Leave to the shell and come back with `fg`.
    Suspend,
    /// End.
    Quit,
}

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
}

/// A part of a page, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageStep {
    /// A page down.
    Down,
    /// A page up.
    Up,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
}

/// What the terminal or the program around the dashboard must do after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but to draw.
    None,
    /// Leave to the shell.
    Suspend,
    /// Read the data again and hand it to [`super::State::replace_data`].
    Reload,
    /// End.
    Quit,
}
