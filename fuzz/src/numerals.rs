//! The reader of printed numerals: any text, with any nature of the figure looked for.

use cppcc::domain::Nature;
use cppcc::domain::date::PartialDate;
use cppcc::printed::{CandidateValue, candidates, longest, numeral, set_aside};
use cppcc::text::Word;

/// Reads all numbers of the text, and what figures each can be.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let length = text.chars().count();
    let published = PartialDate::parse(&text).or_else(|| PartialDate::parse("2025-03"));
    drop(numeral::numerals(&text));
    drop(set_aside(&text));
    let natures = Nature::WORDS.iter().map(|(_, nature)| Some(*nature));
    for nature in natures.chain([None]) {
        for candidate in candidates(&text, nature, published) {
            let place = candidate.place;
            assert!(place.start < place.end && place.end <= length, "{place:?} of {length} characters");
            assert!(text.contains(&candidate.printed), "{:?} is not in the text", candidate.printed);
            if let CandidateValue::Number(reading) = &candidate.value {
                let keys = format!("figure = {{ {} }}", reading.keys());
                assert!(keys.parse::<toml::Table>().is_ok(), "{keys} is no TOML");
            }
            let most = longest(&candidate.printed);
            assert!(candidate.printed.chars().count() <= most, "{:?} is too long to quote", candidate.printed);
        }
    }
}
