//! What is counted, how surely it is known, and what may be compared with what. Pure: no files, no terminal, no clock,
//! and no words that a person reads.

pub mod absence;
pub mod area;
pub mod article;
pub mod cell;
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
pub mod rank;
pub mod request;
pub mod select;
pub mod table;
pub mod trend;
pub mod verdict;

pub use absence::{Absence, AbsenceKind};
pub use area::Area;
pub use article::{Article, Genre, Grade, Published};
pub use cell::{Cell, CellIndex};
pub use compare::{Comparison, Pair, Refusal, compare};
pub use dataset::Dataset;
pub use denominator::{Certainty, Denominator};
pub use digest::{Inline, RichText, Section};
pub use exclusion::Exclusion;
pub use indicator::{Direction, Indicator, Nature, Population, Theme};
pub use initiative::{Initiative, InitiativeKind};
pub use interval::{Amount, Extent, Interval, Qualifier};
pub use measure::{MeasuredFigure, NoMeasure};
pub use observation::{Actor, Each, Observation, PrintedSource, PrintedValue, Scope, Status};
pub use order::NoOrder;
pub use pack::Pack;
pub use rank::Rank;
pub use request::{Divisor, Measure, Request, YearChoice};
pub use select::Missing;
pub use table::{Key, Table};
pub use verdict::{Reason, Verdict};
