//! The actions of the dashboard, and the effects it asks the program around it for.

use super::asked::AskedAbout;
use super::export_dialog::ScreenExport;
use super::input::Edit;
use super::presentation::command::SlideCommand;
use super::screen::{Pane, Screen};
use crate::deck::DeckEdit;
use crate::domain::{Area, Key, Observation};
use crate::entry::{FigureField, NewEntries};

/// An action that a person asks for. Keys, the mouse and the size of the terminal all become actions.
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
    /// Read the original of an article instead of its digest, or the other way round.
    SwitchText,
    Show(Screen),
    /// Enlarge the focused pane, or restore it.
    Zoom,
    NextMeasure,
    PreviousMeasure,
    NextYear,
    PreviousYear,
    /// Take another of several figures that areas hold for the selected indicator.
    NextFigureChoice,
    /// Sort cities and bars by the values of the selected row, or as in the data.
    Sort,
    /// List only the indicators of which some figures may be ranked, or all.
    FilterRows,
    /// Unfold or fold all themes.
    FoldAll,
    SwitchLanguage,
    /// Show or hide the help.
    Help,
    /// Show or hide the input line for finding.
    Find,
    /// Show or hide the list from which the shown areas are chosen.
    ChooseAreas,
    /// Mark these areas in that list, or remove their marks.
    MarkAreas(AreaMarks),
    /// Put the cursor of that list on this row.
    PickChooserRow(usize),
    /// Ask how and where to export what is on the screen, or close that dialog.
    Export,
    /// Export something else of the screen.
    SwitchExported,
    /// Complete the path that is typed.
    CompletePath,
    /// Choose this format of the list.
    PickFormat(usize),
    /// Change the input line.
    Edit(Edit),
    /// Copy the selected figure in this form.
    Copy(CopyForm),
    /// Give the mouse to the terminal, or take it back.
    SwitchMouse,
    /// Put the cursor on this row of the main pane.
    PickRow(usize),
    /// Put the cursor on this row of the main pane, in the column of this area.
    PickCell(usize, Key<Area>),
    /// Select this area, and focus this pane.
    PickArea(Pane, Key<Area>),
    /// Select this figure of the article that is read.
    PickFigure(Key<Observation>),
    /// Read the article that prints this figure.
    ReadFigure(Key<Observation>),
    /// Put the cursor on this hit.
    PickHit(usize),
    Focus(Pane),
    /// Scroll this pane by so many rows.
    Wheel(Pane, isize),
    /// Say on which screens the key works that was pressed.
    NotHere(&'static [Screen]),
    /// Read the data again.
    Reload,
    /// Open the form in which a figure is added.
    AddFigure,
    /// Open the form in which the selected figure is corrected.
    CorrectFigure,
    /// Ask whether the selected figure is to be removed from the user's own data.
    RemoveFigure,
    /// Go to this field of the form.
    PickField(FigureField),
    /// Take back the figure that was added last.
    UndoAddition,
    /// Add a slide of the present view to the user's own deck.
    AddToDeck,
    /// Do something with a presentation.
    Present(SlideCommand),
    /// Mark what is looked at with a question, for the speaker.
    Ask,
    /// Leave to the shell and come back with `fg`.
    Suspend,
    Quit,
}

/// Which areas are marked in the list from which the shown areas are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaMarks {
    /// The one under the cursor changes its mark; a group is marked alone.
    Toggle,
    All,
    None,
}

/// A form in which something on the screen is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyForm {
    /// The selected figure as a sentence with its source.
    Sentence,
    /// The source of the selected figure as a reference.
    Reference,
    /// The row under the cursor.
    Row(TableForm),
    /// The whole table or list.
    Table(TableForm),
}

/// A form of a copied table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableForm {
    /// Markdown, with the sources as footnotes.
    Markdown,
    /// Columns between tabs, as spreadsheets take them.
    Tabs,
}

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// A part of a page, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageStep {
    Down,
    Up,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
}

/// An effect outside of the state: the program around the dashboard carries it out after an action.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Nothing but to draw.
    None,
    /// Leave to the shell.
    Suspend,
    /// Read the data again and hand it to [`super::State::replace_data`].
    Reload,
    /// Copy this text to the destination of the settings.
    Copy(String),
    /// Write these into the user's own pack, and hand the data with them to [`super::State::take_added`].
    AddEntries(Box<NewEntries>),
    /// Correct a figure that is held, in the user's own pack, and hand the data with it to [`super::State::take_added`].
    CorrectFigure(Box<NewEntries>),
    /// Remove the figure of this id from the user's own pack, and hand the data to [`super::State::take_removal`].
    RemoveFigure(String),
    /// Take back what was added last.
    UndoAddition,
    /// Export something, and say with [`super::State::finish_export`] or [`super::State::refuse_export`] what came of it.
    Export(Box<ScreenExport>),
    /// Complete this path, and hand it to [`super::State::complete_path`].
    CompletePath(String),
    /// Change the user's own deck, and hand the data with it to [`super::State::take_edit`].
    Edit(DeckEdit),
    /// Tell the speaker what is asked about.
    Ask(AskedAbout),
    Quit,
}
