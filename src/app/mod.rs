//! The state of the dashboard and how it changes: actions, key tables, layout. Nothing is drawn here; of ratatui only
//! geometry and key types are used, and those only in [`layout`], [`keymap`] and [`hit`].

pub mod action;
pub mod area_chooser;
mod areas;
pub mod asked;
pub mod clock;
mod compared;
mod comparisons;
pub mod context;
pub mod details;
pub mod export_dialog;
mod figure_choices;
pub mod figure_form;
pub mod find;
pub mod following;
pub mod help;
pub mod hit;
pub mod input;
pub mod keymap;
pub mod layout;
mod lists;
mod navigation;
pub mod overflow;
pub mod presentation;
pub mod screen;
pub mod screens;
pub mod selection;
mod shown_areas;
pub mod span_role;
pub mod state;
mod update;
mod usable;
mod viewport;

pub use action::{Action, CopyForm, Effect, TableForm};
pub use asked::{AskedAbout, OpenQuestion, OpenQuestions};
pub use clock::Clock;
pub use compared::RowFigures;
pub use context::{Clipboard, StartOptions};
pub use following::{FollowerSeat, Following, LiveView, QuestionsTaken, SpeakerScreen};
pub use presentation::command::SlideCommand;
pub use presentation::remote::PresentationStatus;
pub use presentation::show::{Beneath, Presentation, Show};
pub use screen::{ListScreen, Pane, Screen};
pub use screens::outline::Row;
pub use selection::Selection;
pub use state::{Mode, State};
