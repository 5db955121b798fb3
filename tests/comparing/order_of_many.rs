//! Many cities: the order is exact and quick however many there are, and nothing costs the square of their number.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::generated;
use crate::scenario::facts;
use crate::support::cpu_time::cpu_time;

use cppcc::checked::SourceFile;
use cppcc::data::load;
use cppcc::domain::{Comparison, FigureChoice, Measure, NoOrder, Rank, Reason, Request, Standing, YearChoice, compare};
use facts::{Built, Facts, Figure};
use generated::{PackSize, pack};
use proptest::prelude::*;
use std::time::Duration;

fn facts(figures: impl Iterator<Item = Figure>) -> Facts {
    Facts { observations: figures.collect(), ..Facts::default() }
}

fn figure(area: usize, says: String, period: &str) -> Figure {
    Figure { area: format!("area-{area:04}"), says, period: Some(period.to_owned()), ..Figure::default() }
}

fn asked(built: &Built, measure: Measure) -> Comparison {
    let areas = built.dataset.areas.keys().collect();
    let year_choice = YearChoice::Latest;
    let figure_choice = FigureChoice::default();
    compare(&built.dataset, &Request { indicator: built.indicator, areas, measure, year_choice, figure_choice })
}

/// Twenty-four comparable areas took 14 seconds and a gigabyte, when every group of them was tried.
#[test]
fn three_thousand_comparable_areas_are_ranked_at_once() {
    let built = facts::build(&facts((0..3000).map(|area| figure(area, format!("{area}"), "2024 .. 2024")))).unwrap();
    let (time, result) = cpu_time(|| asked(&built, Measure::Raw));
    // An optimized program takes a hundredth of a second; this one is not optimized.
    assert!(time < Duration::from_secs(2), "{time:?}");
    let last = result.cells.last().unwrap();
    assert_eq!(last.standing, Standing::Ranked(Rank { from: 1, to: 1 }));
    assert_eq!(result.verdict_counts(&built.dataset).all(), 3000 * 2999 / 2);
}

/// Each period differs from every other, so that no two figures are alike.
#[test]
fn areas_that_each_have_a_period_of_their_own_are_ranked_in_time() {
    let day =
        |area: usize| jiff::civil::date(2024, 1, 1).checked_add(jiff::Span::new().days(i64::try_from(area).unwrap()));
    let period = |area: usize| format!("{} .. {}", day(area).unwrap(), day(area + 365).unwrap());
    let figures = (0..400).map(|area| figure(area, format!("{}", area % 7), &period(area)));
    let built = facts::build(&facts(figures)).unwrap();
    let (time, result) = cpu_time(|| asked(&built, Measure::PerMonth));
    assert!(time < Duration::from_secs(5), "{time:?}");
    // Years that begin at most half a year apart share half of their days.
    let ranked = result.cells.iter().filter(|cell| cell.rank().is_some()).count();
    assert_eq!(ranked, 184);
}

#[test]
fn a_pack_of_many_cities_opens_and_compares() {
    let size = PackSize { areas: 60, indicators: 20, years: 5 };
    let files = pack(size).into_iter().map(|(name, text)| SourceFile::new("generated", name, text.into_bytes()));
    let library = load(files.collect()).unwrap_or_else(|faults| panic!("{}", faults.render(cppcc::text::Lang::En)));
    let dataset = &library.dataset;
    let reported = dataset.observations.len();
    assert!((60 * 20 * 5 * 6 / 10..60 * 20 * 5 * 8 / 10).contains(&reported), "{reported}");
    for indicator in dataset.indicators.keys() {
        let areas: Vec<_> = dataset.areas.keys().collect();
        let request = Request {
            indicator,
            areas: areas.into(),
            measure: Measure::Raw,
            year_choice: YearChoice::Latest,
            figure_choice: FigureChoice::default(),
        };
        let result = compare(dataset, &request);
        assert_eq!(result.no_order, None);
        assert!(result.cells.iter().filter(|cell| cell.rank().is_some()).count() >= 10);
    }
}

/// What is told of many others at once is what the pair with each of them says.
#[test]
fn gathered_pairs_say_what_each_pair_says() {
    let size = PackSize { areas: 40, indicators: 4, years: 2 };
    let files = pack(size).into_iter().map(|(name, text)| SourceFile::new("generated", name, text.into_bytes()));
    let library = load(files.collect()).unwrap_or_else(|faults| panic!("{}", faults.render(cppcc::text::Lang::En)));
    let dataset = &library.dataset;
    for indicator in dataset.indicators.keys() {
        for measure in [Measure::Raw, Measure::PerMonth] {
            let areas = dataset.areas.keys().collect();
            let (year_choice, figure_choice) = (YearChoice::Latest, FigureChoice::default());
            let result = compare(dataset, &Request { indicator, areas, measure, year_choice, figure_choice });
            for index in result.indices() {
                let mut others = 0;
                for group in result.pair_groups(dataset, index).iter() {
                    others += group.others.len();
                    for other in group.others.iter().copied() {
                        let pair = result.pair(dataset, index, other).unwrap();
                        let own = result.own_reasons(dataset, index);
                        let lies_here = |reason: &&Reason| !own.contains(reason) || group.reasons.contains(reason);
                        assert_eq!(pair.verdict, group.verdict);
                        assert_eq!(pair.reasons.iter().filter(lies_here).count(), group.reasons.len());
                    }
                }
                let figures = usize::from(result[index].figure().is_some());
                assert_eq!(others, (result.reported() - 1) * figures);
            }
        }
    }
}

/// An end of a range, and whether it is counted in.
type End = (f64, bool);

/// The plain definition of what is surely above: every amount inside the one is greater than every amount inside the other.
fn is_above((low, low_in): End, high: Option<End>) -> bool {
    high.is_some_and(|(high, high_in)| if low_in && high_in { low > high } else { low >= high })
}

#[derive(Clone, Copy, Debug)]
enum Says {
    Exactly(u32),
    AtLeast(u32),
    Below(u32),
    AtMost(u32),
    Between(u32, u32),
}

impl Says {
    fn words(self) -> String {
        match self {
            Self::Exactly(number) => number.to_string(),
            Self::AtLeast(number) => format!("at least {number}"),
            Self::Below(number) => format!("below {number}"),
            Self::AtMost(number) => format!("at most {number}"),
            Self::Between(low, more) => format!("between {low} and {}", low + more),
        }
    }

    fn low(self) -> End {
        match self {
            Self::Exactly(number) | Self::AtLeast(number) | Self::Between(number, _) => (f64::from(number), true),
            Self::Below(_) | Self::AtMost(_) => (0.0, false),
        }
    }

    fn high(self) -> Option<End> {
        match self {
            Self::Exactly(number) | Self::AtMost(number) => Some((f64::from(number), true)),
            Self::Below(number) => Some((f64::from(number), false)),
            Self::Between(low, more) => Some((f64::from(low + more), true)),
            Self::AtLeast(_) => None,
        }
    }
}

fn says() -> impl Strategy<Value = Says> {
    prop_oneof![
        (0_u32..12).prop_map(Says::Exactly),
        (0_u32..12).prop_map(Says::AtLeast),
        (1_u32..12).prop_map(Says::Below),
        (1_u32..12).prop_map(Says::AtMost),
        (0_u32..12, 1_u32..5).prop_map(|(low, more)| Says::Between(low, more)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every rank is counted by the plain definition, one pair after the other.
    #[test]
    fn ranks_are_what_the_definition_says(sayings in proptest::collection::vec(says(), 2..40), ascending in any::<bool>()) {
        let figures = sayings.iter().enumerate().map(|(area, says)| figure(area, says.words(), "2024 .. 2024"));
        let order = ascending.then(|| "ascending".to_owned());
        let built = facts::build(&Facts { order, ..facts(figures) }).unwrap();
        let result = asked(&built, Measure::Raw);
        let above = |one: Says, other: Says| is_above(one.low(), other.high());
        let not_above = |one: Says, other: Says| one.high().is_some_and(|(high, _)| high <= other.low().0);
        let rank = |index: usize| {
            let own = sayings[index];
            let others = || sayings.iter().enumerate().filter(move |(other, _)| *other != index).map(|(_, says)| *says);
            let surely = others().filter(|other| if ascending { above(own, *other) } else { above(*other, own) }).count();
            let not = others().filter(|other| if ascending { not_above(own, *other) } else { not_above(*other, own) }).count();
            Rank { from: 1 + surely, to: sayings.len() - not }
        };
        let ranks: Vec<Rank> = (0..sayings.len()).map(rank).collect();
        if ranks.iter().all(|rank| *rank == Rank { from: 1, to: sayings.len() }) {
            prop_assert_eq!(result.no_order, Some(NoOrder::CannotBeTold));
        } else {
            let came: Vec<Option<Rank>> = result.cells.iter().map(cppcc::domain::Cell::rank).collect();
            prop_assert_eq!(came, ranks.into_iter().map(Some).collect::<Vec<_>>());
        }
    }
}
