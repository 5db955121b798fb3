//! Reads the numbers that a printed phrase holds, Chinese or English, with all that the words around them say.
//!
//! [`numerals`] is a pure function of the phrase. For each number, in the order of the phrase, it tells the value (or the
//! two ends of a range), how it is hedged, whether it is a share or a multiple, whether it counts at all or is a year, a
//! serial number or a part of a name, of which span it is a mean, and whether it is a change. What it does not tell is
//! whether a figure of the data says the same: that is the phrase check's.
//!
//! A phrase is read in steps:
//!
//! 1. `characters` brings it into one form: half width, simplified, lower case;
//! 2. `body`, `english` and `scale` find the numbers with what is written to them (万, %, 成), and `alone` drops the
//!    characters that only look like one (三农, 一批);
//! 3. `range` joins two that are printed as one;
//! 4. `hedges`, `role`, `mean` and `change` read the words around each.

mod alone;
mod body;
mod change;
pub(super) mod characters;
mod draft;
mod english;
mod hedges;
mod mean;
mod meaning;
mod quantity;
mod range;
mod role;
mod scale;
#[cfg(test)]
mod tests;

pub use meaning::{ChangeDirection, Hedge, MeanSpan, Numeral, NumeralRole, NumeralScale};
pub use quantity::Quantity;

use crate::sorting::PutInOrder;
use characters::Characters;
use draft::{NumberDraft, Script};

/// Returns all numbers of a phrase in their order.
#[must_use]
pub fn numerals(phrase: &str) -> Vec<Numeral> {
    let text = Characters::of(phrase);
    let drafts = range::joined(&text, found(&text));
    let roles: Vec<NumeralRole> = drafts.iter().map(|draft| role::role(&text, draft)).collect();
    let mut numerals = Vec::new();
    let (mut last_end, mut last_count) = (0, 0);
    for (index, (draft, &role)) in drafts.iter().zip(&roles).enumerate() {
        let next = drafts.get(index + 1).map_or(text.len(), |next| next.start);
        let is_count = role == NumeralRole::Count;
        let mean = if is_count { mean::span(&text, draft, (last_count, next), &drafts) } else { None };
        numerals.push(Numeral {
            low: draft.value.low,
            high: draft.is_range.then_some(draft.value.high),
            hedge: hedge(&text, draft),
            scale: draft.scale,
            role,
            mean,
            change: change::direction(&text, draft, last_end),
            place: draft.start..draft.end,
            unit: hedges::unit(&text, draft),
        });
        last_end = draft.end;
        if is_count {
            last_count = draft.end;
        }
    }
    names_in_quotes(&text, &mut numerals);
    numerals
}

/// Finds the numbers one after another.
fn found(text: &Characters) -> Vec<NumberDraft> {
    let mut drafts = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let draft = number_at(text, at);
        at = draft.as_ref().map_or(at + 1, |draft| draft.end.max(at + 1));
        drafts.extend(draft);
    }
    if drafts.iter().all(|draft| draft.role.is_some()) {
        drafts.extend(scale::all_of_them(text));
        drafts.put_in_order_by_key(|draft| draft.start);
    }
    drafts
}

fn number_at(text: &Characters, at: usize) -> Option<NumberDraft> {
    if let Some(draft) = scale::word(text, at).or_else(|| scale::half(text, at)) {
        return Some(draft);
    }
    let draft = english::read(text, at).or_else(|| body::read(text, at))?;
    if !alone::is_number(text, &draft) {
        return None;
    }
    let draft = if draft.script == Script::Digits { english::multiplied(text, draft)? } else { draft };
    scale::scaled(text, draft)
}

fn hedge(text: &Characters, draft: &NumberDraft) -> Hedge {
    let rank = role::is_top(text, draft).then_some(Hedge::AtMost);
    let outside = hedges::before(text, draft).into_iter().chain(hedges::behind(text, draft)).chain(rank);
    hedges::together(&draft.hedges.iter().copied().chain(outside).collect::<Vec<_>>())
}

/// Takes a number between quotation marks for a part of a name, where another number counts outside of them.
fn names_in_quotes(text: &Characters, numerals: &mut [Numeral]) {
    let quoted = |numeral: &Numeral| {
        let opened = (0..numeral.place.start).rev().find(|&at| text.is_one_of(at, "“”「」《》『』"));
        opened.is_some_and(|at| text.is_one_of(at, "“「《『"))
    };
    let counts = |numeral: &Numeral| numeral.role == NumeralRole::Count;
    if numerals.iter().any(|numeral| counts(numeral) && !quoted(numeral)) {
        for numeral in numerals.iter_mut().filter(|numeral| counts(numeral)) {
            if quoted(numeral) {
                numeral.role = NumeralRole::Name;
            }
        }
    }
}
