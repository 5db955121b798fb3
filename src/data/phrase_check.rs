//! Checks that a printed phrase says what the figure taken from it says.

use super::phrase_fault::{self, GivenKeys};
use crate::checked::Fault;
use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::Each;
use crate::printed::longest;
use crate::printed::numeral::{Numeral, NumeralRole, Quantity, numerals};
use crate::printed::phrase_reading::{PhraseReading, readings, readings_of_other_natures};
use crate::text::fold_fullwidth;

/// What a figure says that its phrase must say too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedFigure {
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    pub qualifier: Qualifier,
    pub nature: Nature,
    /// The span of which it is a mean or a frequency; only a flow has one.
    pub each: Option<Each>,
    /// Whether it says how its value was read out of words. That excuses only that the phrase does not print the value.
    pub has_reading: bool,
}

/// Checks that the phrase is short enough to be quoted.
pub(super) fn length(phrase: &str) -> Option<Fault> {
    let length = phrase.chars().count();
    (length > longest(phrase)).then(|| phrase_fault::long_phrase(length, longest(phrase)))
}

/// Checks that the phrase prints the number of a figure, hedged as its qualifier says, of its nature and for its span.
/// The hint of the fault says what the figure must be, where the phrase tells.
pub(super) fn number(phrase: &str, figure: &StatedFigure) -> Option<Fault> {
    let numerals = numerals(phrase);
    let readings = readings(&numerals, figure.nature);
    let same: Vec<PhraseReading> = readings.iter().filter(|reading| figure.has_value_of(reading)).cloned().collect();
    if same.iter().any(|reading| figure.agrees_with(reading)) {
        return None;
    }
    let mut printed = numerals.iter().filter(|numeral| figure.is_printed_as(numeral)).peekable();
    let may_be_read = printed.peek().is_none() && !figure.has_reading;
    let is_counted = printed.any(|numeral| numeral.role == NumeralRole::Count);
    let given = GivenKeys { to: figure.to.is_some(), each: figure.each.is_some(), may_be_read };
    if !same.is_empty() {
        return Some(differs(&same, figure, given));
    }
    let ends: Vec<PhraseReading> = readings.iter().filter(|reading| figure.has_end_of(reading)).cloned().collect();
    if !ends.is_empty() {
        return Some(phrase_fault::range_differs(&ends, given));
    }
    let others = readings_of_other_natures(&numerals, figure.nature);
    let alike: Vec<PhraseReading> = others.iter().filter(|reading| figure.resembles(reading)).cloned().collect();
    if !alike.is_empty() {
        return Some(phrase_fault::nature_differs(&alike, given));
    }
    if figure.has_reading && !is_counted {
        return None;
    }
    Some(if !readings.is_empty() {
        phrase_fault::other_numbers(&readings, &figure.number(), given)
    } else if !others.is_empty() {
        phrase_fault::nature_differs(&others, given)
    } else {
        phrase_fault::no_number(&roles(&numerals), &figure.number(), given)
    })
}

/// Says in what the figure differs from the readings that have its value.
fn differs(same: &[PhraseReading], figure: &StatedFigure, given: GivenKeys) -> Fault {
    let of_span: Vec<PhraseReading> = same.iter().filter(|reading| figure.is_mean_of(reading)).cloned().collect();
    if of_span.is_empty() {
        phrase_fault::mean_differs(same, figure.each, given)
    } else {
        phrase_fault::hedge_differs(&of_span, figure.qualifier, given)
    }
}

fn roles(numerals: &[Numeral]) -> Vec<(String, NumeralRole)> {
    numerals.iter().map(|numeral| (numeral.low.to_string(), numeral.role)).collect()
}

impl StatedFigure {
    fn has_value_of(&self, reading: &PhraseReading) -> bool {
        let has_end = match (self.to, reading.to) {
            (Some(to), Some(printed)) => printed.is(to),
            (None, None) => true,
            _ => false,
        };
        has_end && reading.value.is(self.value)
    }

    /// Returns whether the value is one end of a range that the phrase prints, or its range begins or ends as printed.
    fn has_end_of(&self, reading: &PhraseReading) -> bool {
        let ends = [Some(reading.value), reading.to];
        ends.into_iter().flatten().any(|end| end.is(self.value) || self.to.is_some_and(|to| end.is(to)))
    }

    /// Returns whether the value is that of a number of another nature, whatever its sign and scale.
    fn resembles(&self, reading: &PhraseReading) -> bool {
        let values = |end: Quantity| end.is(self.value) || end.negated().is(self.value);
        [Some(reading.value), reading.to].into_iter().flatten().any(values)
    }

    /// Returns whether a number prints the value, even if no figure can be taken from it: 2 in 每季度2次.
    fn is_printed_as(&self, numeral: &Numeral) -> bool {
        let mut ends = [Some(numeral.low), numeral.high].into_iter().flatten();
        ends.any(|end| end.is(self.value))
    }

    fn agrees_with(&self, reading: &PhraseReading) -> bool {
        reading.qualifiers.contains(&self.qualifier) && self.is_mean_of(reading)
    }

    fn is_mean_of(&self, reading: &PhraseReading) -> bool {
        self.nature != Nature::Flow || self.each == reading.each
    }

    fn number(&self) -> String {
        self.to.map_or_else(|| self.value.to_string(), |to| format!("{}–{to}", self.value))
    }
}

/// Checks that the phrase holds the designed number, in whatever width its signs and letters are printed.
pub(super) fn designed(phrase: &str, value: &str) -> Option<Fault> {
    let plain = |text: &str| text.chars().map(ordinary).filter(|c| !c.is_whitespace()).collect::<String>();
    (!plain(phrase).contains(&plain(value))).then(|| phrase_fault::phrase_without_design(value))
}

/// Turns full-width digits, letters and signs into ordinary ones, but for Chinese commas.
fn ordinary(character: char) -> char {
    match character {
        '＋' | '﹢' | '➕' => '+',
        '\u{ff01}'..='\u{ff5e}' if character != '，' => fold_fullwidth(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrase_must_say_what_the_figure_says() {
        let sound = |phrase, value, qualifier| {
            let nature = Nature::Flow;
            number(phrase, &StatedFigure { value, to: None, qualifier, nature, each: None, has_reading: false })
                .is_none()
        };
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
        assert!(length("more than 5,000 proposals were put forward").is_some());
        assert!(length("5,000 proposals were put forward in 2024").is_none());
    }
}
