//! What the numbers of a printed phrase can say as figures: the keys that an observation of them must have.

use super::numeral::{ChangeDirection, Hedge, MeanSpan, Numeral, NumeralRole, NumeralScale, Quantity};
use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::Each;
use itertools::Itertools;

/// One number of a phrase as a figure: what its observation must say.
#[derive(Clone, Debug, PartialEq)]
pub struct PhraseReading {
    pub value: Quantity,
    /// The upper end of a range.
    pub to: Option<Quantity>,
    /// How the phrase hedges it.
    pub hedge: Hedge,
    /// The qualifiers that say so; the first of them is the usual one.
    pub qualifiers: &'static [Qualifier],
    /// The span of which it is a mean or a frequency.
    pub each: Option<Each>,
    /// The nature that it must have, where it is not the one that was asked for.
    pub other_nature: Option<Nature>,
}

impl PhraseReading {
    /// Returns the number, or the two of a range, as words for a fault.
    #[must_use]
    pub fn number(&self) -> String {
        match self.to {
            Some(to) => format!("{}–{to}", self.value),
            None => self.value.to_string(),
        }
    }

    /// Returns the keys of the observation as they are written in a file.
    #[must_use]
    pub fn keys(&self) -> String {
        let qualifier = self.qualifiers.first().map_or("exact", |qualifier| qualifier.id());
        let keys = [
            Some(format!("value = {}", self.value)),
            self.to.map(|to| format!("to = {to}")),
            Some(format!("qualifier = \"{qualifier}\"")),
            self.other_nature.map(|nature| format!("nature = \"{}\"", nature.id())),
            self.each.map(|each| format!("each = \"{}\"", each.id())),
        ];
        keys.into_iter().flatten().join(", ")
    }
}

/// Returns what the numbers of a phrase say as figures of this nature, in their order.
#[must_use]
pub fn readings(numerals: &[Numeral], nature: Nature) -> Vec<PhraseReading> {
    readings_in_place(numerals, nature).map(|(_, reading)| reading).collect()
}

/// Returns the numbers of a phrase that say something as figures of this nature, each with what it says.
pub(super) fn readings_in_place(
    numerals: &[Numeral],
    nature: Nature,
) -> impl Iterator<Item = (&Numeral, PhraseReading)> {
    // Beside a share a plain number counts something else: 12件，占44.1%.
    let has_share = numerals.iter().any(|numeral| match nature {
        Nature::Rate => matches!(numeral.scale, NumeralScale::PerCent | NumeralScale::Points),
        _ => numeral.scale != NumeralScale::Plain,
    });
    let shared = matches!(nature, Nature::Rate | Nature::Ratio) && has_share;
    let fitting = numerals.iter().filter(move |numeral| !(shared && numeral.scale == NumeralScale::Plain));
    fitting.filter_map(move |numeral| Some((numeral, reading(numeral, nature)?)))
}

/// Returns what the numbers of a phrase say as figures of any nature but this one, each of the nature that fits it best.
#[must_use]
pub fn readings_of_other_natures(numerals: &[Numeral], nature: Nature) -> Vec<PhraseReading> {
    let other = |numeral: &Numeral| {
        let other = best_nature(numeral).filter(|other| *other != nature)?;
        Some(PhraseReading { other_nature: Some(other), ..reading(numeral, other)? })
    };
    numerals.iter().filter_map(other).collect()
}

/// Returns the nature that fits a number best; `None` where it is no figure.
pub(super) fn best_nature(numeral: &Numeral) -> Option<Nature> {
    let is_change = numeral.change.is_some_and(|change| change != ChangeDirection::Unsaid);
    Some(match (numeral.role, numeral.scale) {
        (NumeralRole::Ordinal, _) => Nature::Ordinal,
        (NumeralRole::Count, NumeralScale::Plain) => Nature::Flow,
        (NumeralRole::Count, NumeralScale::PerCent) if !is_change && reading(numeral, Nature::Rate).is_some() => {
            Nature::Rate
        }
        (NumeralRole::Count, NumeralScale::PerCent) if !is_change => Nature::Ratio,
        (NumeralRole::Count, NumeralScale::PerCent | NumeralScale::Points) => Nature::Change,
        (NumeralRole::Count, NumeralScale::Multiple | NumeralScale::Doublings) => Nature::Ratio,
        _ => return None,
    })
}

/// Returns what a numeral says as a figure of this nature; `None` where it can say nothing of the kind.
fn reading(numeral: &Numeral, nature: Nature) -> Option<PhraseReading> {
    let is_serial = numeral.role == NumeralRole::Ordinal && nature == Nature::Ordinal;
    if numeral.role != NumeralRole::Count && !is_serial {
        return None;
    }
    let each = match (numeral.mean, nature) {
        (Some(mean), Nature::Flow) => Some(each(mean)?),
        // What holds on the average of a span is no stock of a day.
        (Some(_), Nature::Stock) => return None,
        _ => None,
    };
    let factor = |quantity: Quantity| scaled(quantity, numeral, nature);
    let (low, high) = (factor(numeral.low)?, numeral.high.map(factor));
    let high = match high {
        Some(high) => Some(high?),
        None => None,
    };
    let falls = nature == Nature::Change && numeral.change == Some(ChangeDirection::Down);
    let (low, high) = match (falls, high) {
        (false, high) => (low, high),
        (true, None) => (low.negated(), None),
        (true, Some(high)) => (high.negated(), Some(low.negated())),
    };
    let (value, to) = hedged_end(low, high, numeral.hedge, falls);
    if !(value.has_room_in_a_file() && to.is_none_or(Quantity::has_room_in_a_file)) {
        return None;
    }
    let qualifiers = qualifiers(numeral.hedge, to.is_some(), falls);
    Some(PhraseReading { value, to, hedge: numeral.hedge, qualifiers, each, other_nature: None })
}

const fn each(mean: MeanSpan) -> Option<Each> {
    Some(match mean {
        MeanSpan::Year => Each::Year,
        MeanSpan::Month => Each::Month,
        MeanSpan::Week => Each::Week,
        MeanSpan::Day => Each::Day,
        MeanSpan::Other => return None,
    })
}

/// Returns the number in what figures of this nature are counted in: per cent, multiples or things.
fn scaled(quantity: Quantity, numeral: &Numeral, nature: Nature) -> Option<Quantity> {
    let hundred = Quantity::whole(100);
    let falls = numeral.change == Some(ChangeDirection::Down);
    match (nature, numeral.scale) {
        (Nature::Rate, NumeralScale::Plain | NumeralScale::PerCent | NumeralScale::Points) => {
            (!falls && quantity <= hundred).then_some(quantity)
        }
        (Nature::Change, NumeralScale::PerCent) => numeral.change.map(|_| quantity),
        (Nature::Change, NumeralScale::Multiple) => numeral.change.and_then(|_| quantity.times(hundred)),
        // Twice as much is a hundred per cent more.
        (Nature::Change, NumeralScale::Doublings) => quantity.plus(Quantity::whole(-1))?.times(hundred),
        (Nature::Ratio, NumeralScale::PerCent) => quantity.over(hundred),
        // Points are the difference of two shares, even where no word says so.
        (Nature::Change, NumeralScale::Points)
        | (Nature::Ratio, NumeralScale::Plain | NumeralScale::Multiple | NumeralScale::Doublings)
        | (Nature::Flow | Nature::Stock | Nature::Duration | Nature::Ordinal, NumeralScale::Plain) => Some(quantity),
        _ => None,
    }
}

/// Returns the end of a range that its hedge speaks of: 30至40余家 is thirty at least, and nothing is known of forty.
fn hedged_end(low: Quantity, high: Option<Quantity>, hedge: Hedge, falls: bool) -> (Quantity, Option<Quantity>) {
    let is_upper = matches!(hedge, Hedge::AtMost | Hedge::Below) != falls;
    match (high, hedge) {
        (Some(high), Hedge::None) => (low, Some(high)),
        (Some(high), Hedge::AtLeast | Hedge::AtMost | Hedge::Below) if is_upper => (high, None),
        _ => (low, None),
    }
}

/// Returns the qualifiers that say what a hedge says. A fall of more than 3% is a change of −3% at the most.
const fn qualifiers(hedge: Hedge, is_range: bool, falls: bool) -> &'static [Qualifier] {
    match (hedge, falls) {
        (Hedge::None, _) if is_range => &[Qualifier::Between],
        (Hedge::None, _) => &[Qualifier::Exact],
        (Hedge::AtLeast, false) | (Hedge::AtMost | Hedge::Below, true) => &[Qualifier::AtLeast],
        (Hedge::AtMost, false) | (Hedge::AtLeast, true) => &[Qualifier::AtMost],
        (Hedge::Below, false) => &[Qualifier::Below],
        (Hedge::About, _) => &[Qualifier::About],
        (Hedge::Order, _) => &[Qualifier::Order],
        (Hedge::Several, _) => &[Qualifier::AtLeast, Qualifier::Order],
    }
}
