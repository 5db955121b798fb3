//! The verdicts of a figure against those of the other areas.

use super::{AGAINST, Details, SpanRole, dim, phrase, plain};
use crate::domain::{Area, CellIndex, Comparison, Key, Pair, PairGroup, Reason, Verdict};
use crate::sorting::PutInOrder;
use crate::text::{Lang, Phrase, Span};
use itertools::Itertools;
use std::cmp::Reverse;

/// With more others than this, those of whom the same is said stand together.
const MANY: usize = 12;

/// How many areas are named at the most where there are more: more names than these nobody reads.
const NAMED: usize = 40;

/// How many areas of which the same is said are named in any case.
const NAMED_OF_EACH: usize = 2;

/// What is said of a pair: the verdict, and the reasons in words.
type Said = (Verdict, String);

/// What is said of the pairs with many areas.
struct SaidOfMany<'a> {
    verdict: Verdict,
    /// The kinds of the reasons, in few words.
    kinds: Vec<&'static str>,
    /// The reasons themselves, where they are the same for all.
    whole: Option<&'a [Reason]>,
    areas: Vec<Key<Area>>,
}

impl Details<'_> {
    /// Adds the verdict against the other areas with its reasons. Reasons that lie in this figure hold for every pair
    /// and come first, once; then the others have the remaining ones.
    pub(super) fn verdicts(&mut self, comparison: &Comparison, index: CellIndex) {
        let dataset = self.state.dataset();
        let own = comparison.own_reasons(dataset, index);
        let others = comparison.reported().saturating_sub(1);
        let mut label = AGAINST;
        if !own.is_empty() && others > 0 {
            let itself = phrase("本数", "Its own limits").get(self.lang).to_owned();
            self.entry(label, &[plain(itself), dim(format!("  {}", self.words(own.iter())))]);
            label = phrase("", "");
        }
        if others > MANY {
            self.gathered(label, comparison, index);
        } else {
            let own_area = comparison[index].area;
            let pairs = comparison.indices().filter_map(|other| Some((other, comparison.pair(dataset, index, other)?)));
            let said = pairs.map(|(other, pair)| (comparison[other].area, self.said(&pair, own_area))).collect_vec();
            self.one_by_one(label, said);
        }
    }

    /// Returns the verdict of a pair, and the reasons that do not lie in the one area alone.
    fn said(&self, pair: &Pair, own_area: Key<Area>) -> Said {
        let others = pair.reasons.iter().filter(|reason| reason.area() != Some(own_area));
        (pair.verdict, self.words(others))
    }

    fn words<'r>(&self, reasons: impl Iterator<Item = &'r Reason>) -> String {
        let mut words = reasons.map(|reason| reason.words().get(self.lang).to_owned());
        words.join(self.between_reasons())
    }

    const fn between_reasons(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        }
    }

    /// Adds a line for each area.
    fn one_by_one(&mut self, mut label: Phrase, said: Vec<(Key<Area>, Said)>) {
        for (area, (verdict, rest)) in said {
            let (sign, role) = (verdict.sign(), role_of(verdict));
            let name = self.state.dataset().areas[area].name.get(self.lang);
            let mut spans = vec![
                (format!("{sign} "), role),
                (name.to_owned(), SpanRole::Area(area)),
                plain(" "),
                (verdict.name().get(self.lang).to_owned(), role),
            ];
            if !rest.is_empty() {
                spans.push(dim(format!("  {rest}")));
            }
            self.entry(label, &spans);
            label = phrase("", "");
        }
    }

    /// Adds a line for all areas of which the same kinds of things are said, the better verdicts first.
    ///
    /// The dates of hundreds of figures differ by days: only where one thing is said of all, it is said whole.
    fn gathered(&mut self, mut label: Phrase, comparison: &Comparison, index: CellIndex) {
        let mut groups: Vec<SaidOfMany> = Vec::new();
        let pair_groups = comparison.pair_groups(self.state.dataset(), index);
        for PairGroup { verdict, reasons, others } in pair_groups.iter() {
            let kinds: Vec<&str> = reasons.iter().map(|reason| reason.name().get(self.lang)).collect();
            let areas = others.iter().map(|other| comparison[*other].area);
            match groups.iter_mut().find(|group| group.verdict == *verdict && group.kinds == kinds) {
                Some(group) => {
                    group.whole = None;
                    group.areas.extend(areas);
                }
                None => groups.push(SaidOfMany {
                    verdict: *verdict,
                    kinds,
                    whole: Some(reasons.as_slice()),
                    areas: areas.collect(),
                }),
            }
        }
        groups.put_in_order_by_key(|group| (group.verdict, Reverse(group.areas.len())));
        let mut room = NAMED;
        for SaidOfMany { verdict, kinds, whole, mut areas } in groups {
            areas.put_in_order();
            let rest = whole.map_or_else(|| kinds.join(self.between_reasons()), |reasons| self.words(reasons.iter()));
            let shown = room.max(NAMED_OF_EACH).min(areas.len());
            room -= shown.min(room);
            let (sign, role) = (verdict.sign(), role_of(verdict));
            let (name, count) = (verdict.name().get(self.lang), areas.len());
            let head = match self.lang {
                Lang::Zh => format!("{sign} {name} {count} 市"),
                Lang::En => format!("{sign} {name}: {count}"),
            };
            let rest = if rest.is_empty() { rest } else { format!("  {rest}") };
            let mut names = areas.iter().take(shown).map(|area| self.state.dataset().areas[*area].name.get(self.lang));
            let names = names.join(if self.lang == Lang::Zh { "、" } else { ", " });
            let more = match (count - shown, self.lang) {
                (0, _) => String::new(),
                (_, Lang::Zh) => " 等".to_owned(),
                (more, Lang::En) => format!(" and {more} more"),
            };
            self.entry(label, &[(head, role), dim(rest), plain(format!("  {names}{more}"))]);
            label = phrase("", "");
        }
    }

    /// Returns a short count of the verdicts: on a small terminal the reasons are out of sight below.
    pub(super) fn summary(&self, comparison: &Comparison, index: CellIndex) -> Vec<Span<SpanRole>> {
        let counts = comparison.verdict_counts_of(self.state.dataset(), index);
        let mut spans = Vec::new();
        for verdict in [Verdict::Comparable, Verdict::WithCaution, Verdict::NotComparable] {
            let count = counts.of(verdict);
            if count == 0 {
                continue;
            }
            let before = match (spans.is_empty(), self.lang) {
                (true, Lang::Zh) => "  与他市：",
                (true, Lang::En) => "  against others: ",
                (false, Lang::Zh) => "，",
                (false, Lang::En) => ", ",
            };
            let name = verdict.name().get(self.lang);
            let role = if verdict == Verdict::NotComparable { SpanRole::Refused } else { SpanRole::Plain };
            let words = if self.lang == Lang::Zh { format!("{count} 市{name}") } else { format!("{count} {name}") };
            spans.extend([dim(before), (words, role)]);
        }
        spans
    }
}

/// Returns how a verdict is drawn.
const fn role_of(verdict: Verdict) -> SpanRole {
    match verdict {
        Verdict::Comparable | Verdict::WithCaution => SpanRole::Strong,
        Verdict::NotComparable => SpanRole::Refused,
    }
}
