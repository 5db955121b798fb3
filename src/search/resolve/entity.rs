//! A thing with its names, and how a typed name is compared with them.

use super::fault::{EntityKind, NameFault, NearName};
use super::resolved::Resolved;
use crate::search::form::{MatchExtent, SearchForm};
use crate::search::letter::{NOTHING, SEPARATOR};
use crate::search::pinyin::Readings;
use crate::search::query::Query;
use crate::search::score::{Fit, fit};
use crate::search::spelling::{Speller, Spelt};
use crate::sorting::InOrder;
use itertools::Itertools;

/// A thing with all names under which it may be found. The key is what finding it returns.
pub(super) struct NamedEntity<K> {
    pub key: K,
    pub candidate: NearName,
    pub forms: Vec<SearchForm>,
}

/// How well a typed name names a thing; the least is the best, and of two that name it equally well neither is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Aptness {
    /// It is the name.
    Name,
    /// It is the pinyin of the name.
    NameInPinyin,
    /// It is the name up to its bracket.
    Head,
    /// It is the pinyin of the name up to its bracket.
    HeadInPinyin,
    /// The name begins with it; or, in Chinese, where what is counted stands last, the name contains it.
    Beginning,
    /// The name's pinyin begins with it.
    BeginningInPinyin,
    /// The name contains it.
    Part,
    /// The name's pinyin contains it.
    PartInPinyin,
    /// It lies within a word of the name.
    WithinWord,
}

impl Aptness {
    fn of(fit: Fit, is_chinese: bool) -> Self {
        match (fit.extent, fit.spelt) {
            (MatchExtent::Whole, Spelt::Written) => Self::Name,
            (MatchExtent::Whole, _) => Self::NameInPinyin,
            (MatchExtent::Head, Spelt::Written) => Self::Head,
            (MatchExtent::Head, _) => Self::HeadInPinyin,
            (MatchExtent::Beginning, Spelt::Written) => Self::Beginning,
            (MatchExtent::Word, Spelt::Written) if is_chinese => Self::Beginning,
            (MatchExtent::Beginning, _) => Self::BeginningInPinyin,
            (MatchExtent::Word, Spelt::Written) => Self::Part,
            (MatchExtent::Word, _) => Self::PartInPinyin,
            (MatchExtent::Inside, _) => Self::WithinWord,
        }
    }
}

/// A thing that a typed name may name, with the form of it that fits best.
struct Candidate<'a, K> {
    entity: &'a NamedEntity<K>,
    form: &'a SearchForm,
    aptness: Aptness,
}

/// Finds the thing that is named best. The ids are compared first, for to name all things takes longer.
pub(super) fn find<K: Copy>(
    kind: EntityKind,
    typed: &str,
    keys: impl Iterator<Item = K>,
    is_id: impl Fn(K) -> bool,
    named: impl Fn(K) -> NamedEntity<K>,
) -> Result<Resolved<K>, NameFault> {
    let resolved = |taken: &NamedEntity<K>, others| {
        let (key, taken, typed) = (taken.key, taken.candidate.clone(), typed.to_owned());
        Resolved { key, typed, kind, taken, others }
    };
    let keys: Vec<K> = keys.collect();
    if let Some(key) = keys.iter().find(|key| is_id(**key)) {
        return Ok(resolved(&named(*key), Vec::new()));
    }
    let mut entities: Vec<NamedEntity<K>> = keys.into_iter().map(named).collect();
    let mut readings = Readings::new();
    for form in entities.iter().flat_map(|entity| &entity.forms) {
        form.add_readings(&mut readings);
    }
    entities.iter_mut().flat_map(|entity| &mut entity.forms).for_each(|form| form.learn(&readings));
    let fault =
        |candidates, is_ambiguous| NameFault { kind, typed: typed.to_owned(), candidates, is_ambiguous, area: None };
    let best = best(&entities, typed, &readings);
    match best.as_slice() {
        [] => Err(fault(near_names(typed, &entities, &readings), false)),
        [one] => Ok(resolved(one.entity, Vec::new())),
        several => match usual(several) {
            Some(taken) => {
                let others = several.iter().filter(|other| !std::ptr::eq(other.entity, taken.entity));
                Ok(resolved(taken.entity, others.map(|other| other.entity.candidate.clone()).collect()))
            }
            None => Err(fault(several.iter().map(|other| other.entity.candidate.clone()).collect(), true)),
        },
    }
}

/// Returns the things that are named best, in their own order.
fn best<'a, K>(entities: &'a [NamedEntity<K>], typed: &str, readings: &Readings) -> Vec<Candidate<'a, K>> {
    let query = Query::new(typed);
    if query.words.is_empty() {
        return Vec::new();
    }
    let mut speller = Speller::new(readings);
    let candidates = entities.iter().filter_map(|entity| {
        let fits =
            entity.forms.iter().filter_map(|form| Some((form, fit(form, &query, &mut speller, &mut Vec::new())?)));
        let apt = fits.map(|(form, fit)| (form, Aptness::of(fit, query.is_chinese)));
        let (form, aptness) = apt.min_by_key(|(_, aptness)| *aptness)?;
        Some(Candidate { entity, form, aptness })
    });
    candidates.min_set_by_key(|candidate| candidate.aptness)
}

/// Returns the usual one of several things whose names differ in their brackets alone: that without a bracket, or else the
/// first. What the bracket tells apart was not asked for.
fn usual<'b, 'a, K>(several: &'b [Candidate<'a, K>]) -> Option<&'b Candidate<'a, K>> {
    let first = several.first()?;
    let is_one_head = several.iter().all(|other| other.form.head_letters().eq(first.form.head_letters()));
    let has_bracket = several.iter().any(|candidate| candidate.form.head.is_some());
    let within_head = matches!(first.aptness, Aptness::Head | Aptness::HeadInPinyin) || (is_one_head && has_bracket);
    let plain = several.iter().find(|candidate| candidate.form.head.is_none());
    within_head.then(|| plain.unwrap_or(first))
}

/// Returns the few things whose names are written most like what was typed.
fn near_names<K>(typed: &str, entities: &[NamedEntity<K>], readings: &Readings) -> Vec<NearName> {
    const ALIKE: f64 = 0.5;
    // What is much less alike than the best is not worth naming beside it.
    const BEHIND: f64 = 0.2;
    const MOST: usize = 3;
    let wanted: String = Query::new(typed).whole.letters.into_iter().collect();
    let likeness = |entity: &NamedEntity<K>| {
        let like = |form: &SearchForm| {
            let letters = form.letters.iter().filter(|letter| !matches!(**letter, SEPARATOR | NOTHING));
            let spelt = |letter: &char| readings.of(*letter).first().map_or_else(|| letter.to_string(), Clone::clone);
            let (text, pinyin): (String, String) = (letters.clone().collect(), letters.map(spelt).collect());
            let alike = |text: &str| strsim::normalized_damerau_levenshtein(&wanted, text);
            alike(&text).max(alike(&pinyin))
        };
        entity.forms.iter().map(like).fold(0.0, f64::max)
    };
    let likely = entities.iter().map(|entity| (likeness(entity), entity)).filter(|(likeness, _)| *likeness >= ALIKE);
    let sorted = likely.in_order_by(|(one, _), (other, _)| other.total_cmp(one)).take(MOST).collect_vec();
    let best = sorted.first().map_or(0.0, |(likeness, _)| *likeness);
    let near = sorted.into_iter().filter(|(likeness, _)| *likeness >= best - BEHIND);
    near.map(|(_, entity)| entity.candidate.clone()).collect()
}
