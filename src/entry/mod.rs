//! What somebody adds to the data: areas, indicators, articles and figures before they are written and checked.
//!
//! References are ids, since what is referred to may be added along with what refers to it. A text in one language is alike in
//! both, and is written as a plain string.
//!
//! A figure is typed as a [`FigureDraft`], in the form of the dashboard and as options of the shell alike; [`read()`] says what
//! its sentence prints, what is wrong or missing, and which entries it makes.

mod correction;
mod doubts;
mod draft;
mod entries;
mod field_faults;
mod held_draft;
mod ids;
mod key_words;
mod preview;
mod read;
mod read_names;
mod read_source;
mod read_status;
mod read_time;
mod read_value;
mod typed_time;

pub use correction::held_figure;
pub use doubts::doubts;
pub use draft::{EachChoice, FieldFault, FieldFaultKind, FigureDraft, FigureField, Named};
pub use entries::{NewArea, NewArticle, NewEntries, NewFigure, NewIndicator, NewSource, NewTheme};
pub use held_draft::draft_of;
pub use ids::{article_id, figure_id, slug, unused};
pub use key_words::{NamedKey, in_names_of_keys};
pub use preview::preview;
pub use read::{AsRead, DraftReading, is_phrase_short, read, shown_name};
pub use typed_time::typed_time;
