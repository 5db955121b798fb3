//! What a form is for, and the step that it has come to.

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormPurpose {
    /// A figure is added.
    Add,
    /// A figure of the user's own pack is corrected.
    Correct,
    /// A figure is laid over one of another pack, under its id.
    LayOver,
    /// A figure of the user's own pack is looked at once more before it is removed.
    Remove,
}

/// The step that a form has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormStage {
    /// Fields are filled in.
    Filling,
    /// Everything is there, and the next Enter writes it.
    Confirming,
    /// The next Enter removes the figure.
    Removing,
    /// The next Enter throws away what was typed.
    Discarding,
}
