//! The verdicts of a comparison, put together so that nothing is said twice and nothing is left out.
//!
//! A reason that lies in one area's own figure weighs on every pair with that area, and is told once for the area. What
//! lies between two figures is told for the pair; pairs of which the same is to be told stand together.

use super::super::Look;
use crate::domain::{Area, Comparison, Dataset, Key, Pair, Verdict};
use crate::text::{Phrase, Text};
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
    /// What it is.
    pub what: Text,
}

/// The groups, in the order of their verdicts: first what is comparable.
pub(super) fn groups(dataset: &Dataset, comparison: &Comparison) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for pair in &comparison.pairs {
        let areas = (area(comparison, pair.first), area(comparison, pair.second));
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

/// What is told once for an area, in the order in which it comes up.
pub(super) fn remarks(dataset: &Dataset, comparison: &Comparison) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    let reasons = comparison.pairs.iter().flat_map(|pair| &pair.reasons);
    for reason in reasons.filter(|reason| reason.weight() != Verdict::NotComparable) {
        let Some(area) = reason.area() else { continue };
        let what = without_name(&reason.text(dataset), &dataset.areas[area].name);
        match remarks.iter_mut().find(|remark| remark.what == what) {
            Some(remark) if remark.areas.contains(&area) => {}
            Some(remark) => remark.areas.push(area),
            None => remarks.push(Remark { areas: vec![area], what }),
        }
    }
    remarks
}

/// A reason begins with the name of its area, which is said in another place here.
fn without_name(text: &Text, name: &Text) -> Text {
    let cut = |text: &str, name: &str, colon: &str| {
        text.strip_prefix(name).and_then(|rest| rest.strip_prefix(colon)).unwrap_or(text).to_owned()
    };
    Text::new(cut(&text.zh, &name.zh, "："), cut(&text.en, &name.en, ": "))
}

fn area(comparison: &Comparison, place: usize) -> Key<Area> {
    comparison.cells[place].area
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
        self.pairs.iter().map(|(first, second)| format!("{}–{}", name(first), name(second))).join(look.comma())
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
    /// The areas in words.
    pub(super) fn areas_text(&self, dataset: &Dataset, look: &Look) -> String {
        self.areas.iter().map(|area| dataset.areas[*area].name.get(look.lang)).join(look.comma())
    }
}
