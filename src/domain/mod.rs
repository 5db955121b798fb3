//! What is counted, how surely it is known, and what may be compared with what. Pure: no files, no terminal, no clock.

pub mod article;
pub mod bar;
pub mod compare;
pub mod dataset;
pub mod date;
pub mod deck;
pub mod deck_edit;
pub mod interval;
pub mod kept_out;
pub mod measure;
pub mod model;
pub mod moment;
pub mod order;
pub mod period;
pub mod resolve;
pub mod table;
pub mod trend;
pub mod verdict;
pub mod words;

pub use compare::{Cell, Comparison, Found, Missing, Pair, Refusal, Request, compare};
pub use dataset::Dataset;
pub use deck::Deck;
pub use deck_edit::DeckEdit;
pub use interval::{Amount, Extent, Interval, Qualifier};
pub use kept_out::KeptOut;
pub use measure::{Measure, NoMeasure};
pub use model::{Area, Article, Indicator, Initiative, Observation, Theme};
pub use moment::Moment;
pub use order::{Order, Rank};
pub use table::{Key, Table};
pub use verdict::{Reason, Verdict};
