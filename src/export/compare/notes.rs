//! The verdicts of a comparison, put together so that nothing is said twice and nothing is left out.
//!
//! A reason that lies in one area's own figure weighs on every pair with that area, and is told once for the area. What
//! lies between two figures is told for the pair; pairs of which the same is to be told stand together.

use super::super::Look;
use crate::domain::{Area, Comparison, Dataset, Key, Pair, Verdict};
use crate::text::{Lang, Phrase, Text};
use itertools::Itertools;

/// Pairs with the same verdict for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The verdict.
    pub verdict: Verdict,
    /// The pairs.
    pub pairs: Vec<(Key<Area>, Key<Area>)>,
    /// What lies between the two figures, and what in one of them alone makes them not comparable.
    pub reasons: Vec<Text>,
    /// Whether only something in one of the two figures weighs, which is told with the areas.
    pub has_more: bool,
}

/// What weighs on every pair with one of these areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remark {
    /// The areas.
    pub areas: Vec<Key<Area>>,
    /// What it is: one thing, or several that weigh on the same areas.
    pub what: Vec<Text>,
}

/// The groups, in the order of their verdicts: first what is comparable.
pub(super) fn groups(dataset: &Dataset, comparison: &Comparison) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for pair in &comparison.pairs {
        let areas = (comparison[pair.first].area, comparison[pair.second].area);
        let told = |pair: &Pair, with_area: bool| {
            let reasons = pair.reasons.iter().filter(move |reason| reason.area().is_some() == with_area);
            reasons.cloned().collect_vec()
        };
        let decisive = told(pair, true).into_iter().filter(|reason| reason.weight() == Verdict::NotComparable);
        let between = told(pair, false).into_iter().chain(decisive);
        let reasons = between.map(|reason| reason.text(dataset)).unique().collect_vec();
        let has_more =
            reasons.is_empty() && told(pair, true).iter().any(|reason| reason.weight() != Verdict::NotComparable);
        let same = |group: &&mut Group| {
            group.verdict == pair.verdict && group.reasons == reasons && group.has_more == has_more
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.pairs.push(areas),
            None => groups.push(Group { verdict: pair.verdict, pairs: vec![areas], reasons, has_more }),
        }
    }
    groups.sort_by_key(|group| group.verdict);
    groups
}

/// What is told once for an area, in the order in which it comes up; what is told of the same areas stands together.
pub(super) fn remarks(comparison: &Comparison) -> Vec<Remark> {
    let reasons = comparison.pairs.iter().flat_map(|pair| &pair.reasons);
    let own = reasons.filter(|reason| reason.weight() != Verdict::NotComparable);
    let told = own.filter_map(|reason| Some((reason.words(), reason.area()?))).unique();
    let mut by_what: Vec<(Text, Vec<Key<Area>>)> = Vec::new();
    for (what, area) in told {
        match by_what.iter_mut().find(|(other, _)| *other == what) {
            Some((_, areas)) => areas.push(area),
            None => by_what.push((what, vec![area])),
        }
    }
    let mut remarks: Vec<Remark> = Vec::new();
    for (what, areas) in by_what {
        match remarks.iter_mut().find(|remark| remark.areas == areas) {
            Some(remark) => remark.what.push(what),
            None => remarks.push(Remark { areas, what: vec![what] }),
        }
    }
    remarks
}

const EVERY_PAIR: Phrase = Phrase { zh: "各市两两", en: "every pair" };
const LIKE: Phrase = Phrase { zh: "同口径、同时段", en: "like with like" };
const SEE_AREAS: Phrase = Phrase { zh: "见各市说明", en: "see the remarks on each city" };

impl Group {
    /// The pairs in words.
    pub(super) fn pairs_text(&self, dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
        if self.pairs.len() > 1 && self.pairs.len() == comparison.pairs.len() {
            return EVERY_PAIR.get(look.lang).to_owned();
        }
        let name = |key: &Key<Area>| dataset.areas[*key].name.get(look.lang);
        let join = match (look.is_aloud(), look.lang) {
            (false, _) => "–",
            (true, Lang::Zh) => "与",
            (true, Lang::En) => " and ",
        };
        self.pairs.iter().map(|(first, second)| format!("{}{join}{}", name(first), name(second))).join(look.comma())
    }

    /// The reasons in words.
    pub(super) fn reasons_text(&self, look: &Look) -> String {
        let reasons = self.reasons.iter().map(|reason| reason.get(look.lang)).join(look.semicolon());
        match (reasons.is_empty(), self.has_more) {
            (false, _) => reasons,
            (true, true) => SEE_AREAS.get(look.lang).to_owned(),
            (true, false) => LIKE.get(look.lang).to_owned(),
        }
    }
}

impl Remark {
    /// The areas, and what weighs on them, in words.
    pub(super) fn text(&self, dataset: &Dataset, look: &Look) -> String {
        let areas = self.areas.iter().map(|area| dataset.areas[*area].name.get(look.lang)).join(look.comma());
        let what = self.what.iter().map(|what| what.get(look.lang)).join(look.semicolon());
        format!("{areas}{}{what}", look.colon())
    }
}
