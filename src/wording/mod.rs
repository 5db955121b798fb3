//! The domain's words in both languages: names, values, periods, reasons, citations.

mod apart;
mod between_two;
mod choice;
mod citation;
mod comparability;
mod dates;
mod difference;
mod exclusion;
mod figure;
mod labels;
mod measure;
mod order;
mod packs;
mod period;
mod prose;
mod reasons;
mod reference;
mod sentence;
mod standing;
mod trend;

pub use apart::ApartRemark;
pub use between_two::BetweenTwo;
pub use choice::{counted, figure_name, figure_name_within, indicator_name_within, indicator_of_figure, others_mark};
pub use citation::{CitationStyle, article_sentence};
pub use comparability::{comparability, difference_or_not, weightiest_reason};
pub use dates::date_in_words;
pub use difference::difference_text;
pub use figure::{
    amount_with_qualifier, extent, head_count, measured_value, observation_value, printed_value, with_unit,
};
pub use labels::{UNNAMED_OUTLET, meaning_of, status_of};
pub use measure::{figure_unit, measure_and_moment, own_unit, printed_unit, says_unit, unit, unit_behind};
pub use packs::{data_in_force, pack_with_version};
pub use period::{period, period_brief, period_range};
pub use prose::{UNSOURCED, worded};
pub use reference::{accessed, gbt7714, reference};
pub use sentence::{
    articles_read_in_part, cell_sentence, committee_in_short, coverage_sentence, figure_in_words, figure_sentence,
    initiative_sentence, measured_sentence, period_written_out,
};
pub use standing::{standing, standing_sentence};
