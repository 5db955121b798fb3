//! Checks that a printed phrase says what the figure taken from it says.

use super::fault;
use super::numeral::{Hedge, numerals};
use crate::checked::Fault;
use crate::domain::interval::Qualifier;
use crate::text::fold_fullwidth;

/// The longest phrase that may be quoted, in characters.
const LONGEST: usize = 16;

/// Checks that the phrase is short enough to be quoted.
pub(super) fn length(phrase: &str) -> Option<Fault> {
    let length = phrase.chars().count();
    (length > LONGEST).then(|| fault::long_phrase(length))
}

/// Checks that the phrase holds the number, hedged as the qualifier says.
pub(super) fn number(phrase: &str, value: f64, qualifier: Option<Qualifier>) -> Option<Fault> {
    let found = numerals(&phrase.chars().map(ordinary).collect::<String>());
    let same: Vec<_> = found.iter().filter(|numeral| (numeral.value - value).abs() <= 1e-9 * value.max(1.0)).collect();
    let Some(first) = same.first() else {
        let numbers: Vec<String> = found.iter().map(|numeral| numeral.value.to_string()).collect();
        return Some(fault::phrase_without_value(&numbers.join(", "), &value.to_string()));
    };
    let qualifier = qualifier?;
    // An order of magnitude (达百万) may be hedged in any way.
    let agrees = same.iter().any(|numeral| qualifier == Qualifier::Order || qualifier_of(numeral.hedge) == qualifier);
    (!agrees).then(|| fault::hedge_differs(words(first.hedge), qualifier_of(first.hedge).id(), qualifier.id()))
}

/// Checks that the phrase holds the designed number, in whatever width its signs and letters are printed.
pub(super) fn designed(phrase: &str, value: &str) -> Option<Fault> {
    let plain = |text: &str| text.chars().map(ordinary).filter(|c| !c.is_whitespace()).collect::<String>();
    (!plain(phrase).contains(&plain(value))).then(|| fault::phrase_without_design(value))
}

/// Turns full-width digits, letters and signs into ordinary ones, but for Chinese commas.
fn ordinary(character: char) -> char {
    match character {
        '＋' | '﹢' | '➕' => '+',
        '\u{ff01}'..='\u{ff5e}' if character != '，' => fold_fullwidth(character),
        _ => character,
    }
}

/// Returns the qualifier that a hedge calls for.
const fn qualifier_of(hedge: Hedge) -> Qualifier {
    match hedge {
        Hedge::None => Qualifier::Exact,
        Hedge::AtLeast => Qualifier::AtLeast,
        Hedge::Below => Qualifier::Below,
        Hedge::About => Qualifier::About,
    }
}

const fn words(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::None => "",
        Hedge::AtLeast => "余、多、超、上",
        Hedge::Below => "近、不足",
        Hedge::About => "约、左右",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrase_must_say_what_the_figure_says() {
        let sound = |phrase, value, qualifier| number(phrase, value, Some(qualifier)).is_none();
        assert!(sound("督导163次", 163.0, Qualifier::Exact));
        assert!(sound("督导１６３次", 163.0, Qualifier::Exact));
        assert!(sound("2400余条", 2400.0, Qualifier::AtLeast));
        assert!(sound("百万人次", 1e6, Qualifier::Order));
        assert!(sound("24名和69名", 69.0, Qualifier::Exact));
        assert!(!sound("督导163次", 164.0, Qualifier::Exact));
        assert!(!sound("2400余条", 2400.0, Qualifier::Exact));
        assert!(!sound("2400条", 2400.0, Qualifier::AtLeast));
        assert!(designed("“1＋10”工作体系", "1+10").is_none());
        assert!(designed("“1﹢10”工作体系", "1+10").is_none());
        assert!(designed("“1➕10”工作体系", "1+10").is_none());
        assert!(designed("“1＋9”工作体系", "1+10").is_some());
        assert!(length("一二三四五六七八九十一二三四五六").is_none());
        assert!(length("一二三四五六七八九十一二三四五六七").is_some());
    }
}
