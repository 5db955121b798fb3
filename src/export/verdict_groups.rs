//! The verdicts of a comparison, gathered so that nothing is written twice and nothing is left out.
//!
//! A reason that lies in one area's own figure holds for every pair with it, so it is written once for the area. A
//! reason that lies between two figures is written for the pair; pairs with the same reasons stand together.

use super::text_style::TextStyle;
use crate::domain::{Area, Comparison, Dataset, Key, Pair, Verdict};
use crate::sorting::PutInOrder;
use crate::text::{Lang, Phrase, Text};
use itertools::Itertools;
use rustc_hash::FxHashMap;

/// Pairs with the same verdict for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VerdictGroup {
    pub verdict: Verdict,
    pub pairs: Vec<(Key<Area>, Key<Area>)>,
    /// What lies between the two figures, and what in one of them alone makes them not comparable.
    pub reasons: Vec<Text>,
    /// Whether only reasons in one of the two figures weigh, which are written with the areas.
    pub has_more: bool,
}

/// Reasons that weigh on every pair with one of these areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AreaRemark {
    pub areas: Vec<Key<Area>>,
    /// At least one reason; several that weigh on the same areas stand together.
    pub reasons: Vec<Text>,
}

/// Groups the pairs, in the order of their verdicts: what is comparable comes first.
pub(super) fn verdict_groups(dataset: &Dataset, comparison: &Comparison) -> Vec<VerdictGroup> {
    let mut groups: Vec<VerdictGroup> = Vec::new();
    // With hundreds of areas there are tens of thousands of pairs, and the dates of many differ.
    let mut places: FxHashMap<(Verdict, Vec<Text>, bool), usize> = FxHashMap::default();
    for pair in comparison.pairs(dataset) {
        let areas = (comparison[pair.first].area, comparison[pair.second].area);
        let reasons_of = |pair: &Pair, is_of_area: bool| {
            let reasons = pair.reasons.iter().filter(move |reason| reason.area().is_some() == is_of_area);
            reasons.cloned().collect_vec()
        };
        let own = reasons_of(&pair, true);
        let decisive = own.iter().filter(|reason| reason.weight() == Verdict::NotComparable).cloned();
        let between = reasons_of(&pair, false).into_iter().chain(decisive);
        let reasons = between.map(|reason| reason.text(dataset)).unique().collect_vec();
        let has_more = reasons.is_empty() && own.iter().any(|reason| reason.weight() != Verdict::NotComparable);
        let place =
            places.entry((pair.verdict, reasons, has_more)).or_insert_with_key(|(verdict, reasons, has_more)| {
                let (verdict, reasons, has_more) = (*verdict, reasons.clone(), *has_more);
                groups.push(VerdictGroup { verdict, pairs: Vec::new(), reasons, has_more });
                groups.len() - 1
            });
        if let Some(group) = groups.get_mut(*place) {
            group.pairs.push(areas);
        }
    }
    groups.put_in_order_by_key(|group| group.verdict);
    groups
}

/// Gathers what is written once for an area, in the order in which it comes up.
pub(super) fn area_remarks(dataset: &Dataset, comparison: &Comparison) -> Vec<AreaRemark> {
    // A figure alone is compared with nothing.
    if comparison.reported() < 2 {
        return Vec::new();
    }
    let reasons = comparison.indices().flat_map(|index| comparison.own_reasons(dataset, index));
    // A decisive reason is written with the pairs already.
    let cautions = reasons.filter(|reason| reason.weight() != Verdict::NotComparable);
    let once = cautions.filter_map(|reason| Some((reason.words(), reason.area()?))).unique();
    let mut by_reason: Vec<(Text, Vec<Key<Area>>)> = Vec::new();
    for (reason, area) in once {
        match by_reason.iter_mut().find(|(other, _)| *other == reason) {
            Some((_, areas)) => areas.push(area),
            None => by_reason.push((reason, vec![area])),
        }
    }
    let mut remarks: Vec<AreaRemark> = Vec::new();
    for (reason, areas) in by_reason {
        match remarks.iter_mut().find(|remark| remark.areas == areas) {
            Some(remark) => remark.reasons.push(reason),
            None => remarks.push(AreaRemark { areas, reasons: vec![reason] }),
        }
    }
    remarks
}

/// How many pairs are named; nobody reads more, and each can be asked for by its two areas.
const MOST_NAMED: usize = 60;

const EVERY_PAIR: Phrase = Phrase { zh: "各市两两", en: "every pair" };
const LIKE: Phrase = Phrase { zh: "同口径、同时段", en: "like with like" };
const SEE_AREAS: Phrase = Phrase { zh: "见各市说明", en: "see the remarks on each city" };

impl VerdictGroup {
    /// Names the pairs of areas.
    pub(super) fn pairs_text(&self, dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
        let reported = comparison.reported();
        if self.pairs.len() > 1 && self.pairs.len() == reported * (reported - 1) / 2 {
            return EVERY_PAIR.get(style.lang).to_owned();
        }
        if self.pairs.len() > MOST_NAMED {
            return match style.lang {
                Lang::Zh => format!("{} 对", self.pairs.len()),
                Lang::En => format!("{} pairs", self.pairs.len()),
            };
        }
        let name = |key: &Key<Area>| dataset.areas[*key].name.get(style.lang);
        let join = match (style.is_aloud(), style.lang) {
            (false, _) => "–",
            (true, Lang::Zh) => "与",
            (true, Lang::En) => " and ",
        };
        self.pairs.iter().map(|(first, second)| format!("{}{join}{}", name(first), name(second))).join(style.comma())
    }

    /// Returns the reasons, or a few words where there is none.
    pub(super) fn reasons_text(&self, style: &TextStyle) -> String {
        let reasons = self.reasons.iter().map(|reason| reason.get(style.lang)).join(style.semicolon());
        match (reasons.is_empty(), self.has_more) {
            (false, _) => reasons,
            (true, true) => SEE_AREAS.get(style.lang).to_owned(),
            (true, false) => LIKE.get(style.lang).to_owned(),
        }
    }
}

impl AreaRemark {
    /// Names the areas and what weighs on them.
    pub(super) fn text(&self, dataset: &Dataset, style: &TextStyle) -> String {
        let areas = self.areas.iter().map(|area| dataset.areas[*area].name.get(style.lang)).join(style.comma());
        let reasons = self.reasons.iter().map(|reason| reason.get(style.lang)).join(style.semicolon());
        format!("{areas}{}{reasons}", style.colon())
    }
}
