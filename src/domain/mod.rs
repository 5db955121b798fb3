//! What is counted, how surely it is known, and what may be compared with what. Pure: no files, no terminal, no clock,
//! and no words that a person reads.

pub mod absence;
pub mod area;
pub mod article;
pub mod compare;
pub mod dataset;
pub mod date;
pub mod denominator;
pub mod digest;
pub mod exclusion;
pub mod indicator;
pub mod initiative;
pub mod interval;
pub mod measure;
pub mod observation;
pub mod order;
pub mod pack;
pub mod period;
pub mod request;
pub mod select;
pub mod table;
pub mod trend;
pub mod verdict;

pub use absence::{Absence, AbsenceKind};
pub use area::Area;
pub use article::{Article, Genre, Grade, Published};
pub use compare::{Cell, Comparison, Pair, Refusal, compare};
pub use dataset::Dataset;
pub use denominator::{Certainty, Denominator};
pub use digest::{Inline, RichText, Section};
pub use exclusion::KeptOut;
pub use indicator::{Indicator, Nature, Population, Theme};
pub use initiative::{Initiative, InitiativeKind};
pub use interval::{Amount, Extent, Interval, Qualifier};
pub use measure::{Found, NoMeasure};
pub use observation::{Actor, Observation, Scope, Source, Status, Value};
pub use order::{Order, Rank};
pub use pack::Pack;
pub use request::{Measure, Moment, Request};
pub use select::Missing;
pub use table::{Key, Table};
pub use verdict::{Reason, Verdict};
