//! Whether what was typed spells one name, for the few things that are in no index, such as themes and groups.

use super::form::{MatchExtent, SearchForm};
use super::letter::typed_letters;
use super::pinyin::Readings;
use super::spelling::Speller;

/// How much of a name is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpelledPart {
    Whole,
    Beginning,
}

/// Returns how much of a Chinese name the typed letters spell, in pinyin or by its initials; `None` where it is something else.
#[must_use]
pub fn spelled_part(typed: &str, name: &str) -> Option<SpelledPart> {
    let form = SearchForm::new(name.to_owned());
    let mut readings = Readings::new();
    form.add_readings(&mut readings);
    let found = Speller::new(&readings).spelt(&form, &typed_letters(typed))?;
    match found.extent {
        MatchExtent::Whole | MatchExtent::Head => Some(SpelledPart::Whole),
        MatchExtent::Beginning => Some(SpelledPart::Beginning),
        MatchExtent::Word | MatchExtent::Inside => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_spelt_whole_or_from_its_beginning() {
        for typed in ["tian", "ta", "tia"] {
            assert!(spelled_part(typed, "提案").is_some(), "{typed}");
        }
        assert_eq!(spelled_part("ta", "提案"), Some(SpelledPart::Whole));
        assert_eq!(spelled_part("sqmy", "社情民意信息"), Some(SpelledPart::Beginning));
        assert_eq!(["an", "xinxi", "proposals", ""].map(|typed| spelled_part(typed, "提案信息")), [None; 4]);
    }
}
