//! What the reader of numerals is relied on for.

mod forms;
mod generated;
mod hedged;

use super::{Hedge, Numeral, NumeralRole, numerals};

/// Returns the only number of a phrase.
fn only(phrase: &str) -> Numeral {
    match numerals(phrase).as_slice() {
        [numeral] => numeral.clone(),
        other => panic!("{phrase}: {other:#?}"),
    }
}

fn one(phrase: &str) -> (f64, Hedge) {
    let numeral = only(phrase);
    assert_eq!((numeral.high, numeral.role), (None, NumeralRole::Count), "{phrase}");
    (numeral.low.to_string().parse().unwrap(), numeral.hedge)
}

fn range(phrase: &str) -> (String, String, Hedge) {
    let numeral = only(phrase);
    (numeral.low.to_string(), numeral.high.unwrap_or(numeral.low).to_string(), numeral.hedge)
}

fn counts(phrase: &str) -> Vec<String> {
    let counting = |numeral: &&Numeral| numeral.role == NumeralRole::Count;
    numerals(phrase).iter().filter(counting).map(|numeral| numeral.low.to_string()).collect()
}
