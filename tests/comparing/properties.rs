//! What holds for every comparison, whatever the figures: properties, tried on figures made up at random.

use crate::scenario::facts;
use cppcc::domain::FigureChoice;
use cppcc::domain::Nature;
use cppcc::domain::compare::{Comparison, compare};
use cppcc::domain::extent::Extent;
use cppcc::domain::interval::{Amount, High, Interval};
use cppcc::domain::observation::Status;
use cppcc::domain::period::Range;
use cppcc::domain::period::{End, Period};
use cppcc::domain::reason::Reason;
use cppcc::domain::request::Request;
use cppcc::domain::request::YearChoice;
use cppcc::domain::trend::TrendPoint;
use cppcc::domain::{Area, Key, Measure, Observation, Rank, Verdict};
use cppcc::domain::{Dataset, Definition};
use facts::{Built, Facts, Figure, Heads};
use itertools::Itertools;
use jiff::civil::Date;
use proptest::prelude::*;
use std::collections::HashSet;

const AREAS: [&str; 5] = ["a", "b", "c", "d", "e"];

fn says() -> impl Strategy<Value = (&'static str, f64)> {
    let hedge = prop_oneof![5 => Just(""), 2 => Just("at least "), 1 => Just("below "), 1 => Just("about ")];
    (hedge, 0_u32..40)
        .prop_map(|(hedge, number)| (hedge, f64::from(if hedge == "below " { number + 1 } else { number })))
}

/// Mostly the same few years, so that much is comparable; with months, inferred and unknown ends among them.
fn period() -> impl Strategy<Value = String> {
    let year = 2022_i16..=2025;
    prop_oneof![
        4 => year.clone().prop_map(|year| format!("{year}-01-01 .. {year}-12-31")),
        2 => (year.clone(), 1..=6, 7..=12).prop_map(|(year, start, end)| format!("{year}-{start:02} .. {year}-{end:02}")),
        1 => year.clone().prop_map(|year| format!("{year}-02-01 .. {}-02-10", year + 1)),
        1 => (year.clone(), 1..=6, 7..=12).prop_map(|(year, start, end)| {
            format!("inferred {year}-01 [{year}-01-01, {year}-{start:02}-09] .. inferred {year} [{year}-{end:02}-11, {year}-12-31]")
        }),
        1 => year.clone().prop_map(|year| format!("unknown .. {year}-12-31")),
        1 => year.prop_map(|year| format!("{year}-01-01 .. unknown")),
        1 => Just("unknown .. unknown".to_owned()),
    ]
}

/// One value much more often than another.
fn rarely(usual: Option<&'static str>, rare: &'static str) -> impl Strategy<Value = Option<String>> {
    prop_oneof![6 => Just(usual), 1 => Just(Some(rare))].prop_map(|word| word.map(ToOwned::to_owned))
}

fn figure() -> impl Strategy<Value = (Figure, f64)> {
    let rest = (rarely(None, "platform"), rarely(None, "planned"), rarely(None, "rooms"), rarely(None, "excerpt"));
    (0..AREAS.len(), says(), period(), rest).prop_map(
        |(area, (hedge, number), period, (scope, status, variant, grade))| {
            let area = AREAS.get(area).copied().unwrap_or_default().to_owned();
            let says = format!("{hedge}{number}");
            let figure =
                Figure { area, says, period: Some(period), scope, status, variant, grade, ..Figure::default() };
            (figure, number)
        },
    )
}

prop_compose! {
    fn any_facts()(
        figures in proptest::collection::vec(figure(), 2..9),
        heads in proptest::collection::vec((0..AREAS.len(), 100_u32..600, 2021_i16..=2025), 0..6),
    ) -> Facts {
        let members = heads.into_iter().map(|(area, count, year)| Heads {
            area: AREAS.get(area).copied().unwrap_or_default().to_owned(),
            count: f64::from(count),
            as_of: year.to_string(),
            qualifier: None,
            caveat: None,
        });
        Facts {
            areas: AREAS.map(ToOwned::to_owned).to_vec(),
            observations: figures.into_iter().map(|(figure, _)| figure).collect(),
            members: members.collect(),
            ..Facts::default()
        }
    }
}

fn any_measure() -> impl Strategy<Value = Measure> {
    prop_oneof![Just(Measure::Raw), Just(Measure::PerMonth), Just(Measure::PerHundredMembers)]
}

fn fixed_moment() -> impl Strategy<Value = YearChoice> {
    prop_oneof![Just(YearChoice::Latest), (2022_i16..=2025).prop_map(YearChoice::Year)]
}

fn any_moment() -> impl Strategy<Value = YearChoice> {
    prop_oneof![fixed_moment(), Just(YearChoice::Closest)]
}

fn built(facts: &Facts) -> Built {
    facts::build(facts).unwrap_or_else(|error| panic!("{error}"))
}

fn asked(built: &Built, areas: Vec<Key<Area>>, measure: Measure, year_choice: YearChoice) -> Comparison {
    compare(
        &built.dataset,
        &Request {
            indicator: built.indicator,
            areas: areas.into(),
            measure,
            year_choice,
            figure_choice: FigureChoice::default(),
        },
    )
}

fn all_areas(built: &Built) -> Vec<Key<Area>> {
    built.dataset.areas.keys().collect()
}

fn rank(result: &Comparison, area: Key<Area>) -> Option<Rank> {
    result.cell_of(area)?.rank()
}

fn interval(result: &Comparison, area: Key<Area>) -> Option<Interval> {
    result.cell_of(area)?.figure()?.extent.as_ref().ok()?.interval()
}

/// The verdict and the names of all reasons between two areas, in an order that does not depend on who is first.
fn verdict(dataset: &Dataset, result: &Comparison, a: Key<Area>, b: Key<Area>) -> Option<(Verdict, Vec<&'static str>)> {
    let pair = result.pair(dataset, result.index_of(a)?, result.index_of(b)?)?;
    let mut reasons: Vec<_> = pair.reasons.iter().map(Reason::id).collect();
    reasons.sort_unstable();
    Some((pair.verdict, reasons))
}

/// The days of an end: the first, the last, and some between.
fn days((first, last): (Date, Date)) -> Vec<Date> {
    let step = jiff::Span::new().days(5);
    let mut days: Vec<Date> = first.series(step).take_while(|day| *day < last).collect();
    days.push(last);
    days
}

/// Every length in months that a period's ends allow, as near as the days tried show.
fn lengths(period: &Period) -> Vec<f64> {
    let (Some(start), Some(end)) = (period.first_days(), period.last_days()) else {
        return Vec::new();
    };
    let ends = days(end);
    let pairs = days(start).into_iter().flat_map(|start| ends.iter().map(move |end| (start, *end)));
    // A whole month is 1, a part of one is that part of its days, both ends counted.
    let at = |day: Date| f64::from(day.year()) * 12.0 + f64::from(day.month());
    let part = |day: Date, of: i8| f64::from(of) / f64::from(day.days_in_month());
    pairs
        .filter(|(start, end)| start <= end)
        .map(|(start, end)| at(end) + part(end, end.day()) - at(start) - part(start, start.day() - 1))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_areas_changes_nothing(
        facts in any_facts(), measure in any_measure(), year_choice in any_moment(), turned in Just(AREAS.to_vec()).prop_shuffle(),
    ) {
        let built = built(&facts);
        let areas = all_areas(&built);
        let other: Vec<_> = turned.iter().filter_map(|id| built.dataset.areas.find(id)).collect();
        let (one, two) = (asked(&built, areas.clone(), measure, year_choice), asked(&built, other, measure, year_choice));
        prop_assert_eq!(one.refused, two.refused);
        for a in &areas {
            prop_assert_eq!(rank(&one, *a), rank(&two, *a));
            prop_assert_eq!(interval(&one, *a), interval(&two, *a));
            for b in areas.iter().filter(|b| *b != a) {
                prop_assert_eq!(verdict(&built.dataset, &one, *a, *b), verdict(&built.dataset, &two, *a, *b));
            }
        }
        prop_assert_eq!(one.no_order, two.no_order);
    }

    #[test]
    fn verdicts_are_symmetric(facts in any_facts(), measure in any_measure(), year_choice in any_moment()) {
        let built = built(&facts);
        let areas = all_areas(&built);
        for a in &areas {
            for b in areas.iter().filter(|b| *b != a) {
                let one = asked(&built, vec![*a, *b], measure, year_choice);
                let two = asked(&built, vec![*b, *a], measure, year_choice);
                prop_assert_eq!(verdict(&built.dataset, &one, *a, *b), verdict(&built.dataset, &two, *a, *b));
            }
        }
    }

    /// A place before another is always one that the two intervals force, and that the two figures' verdict allows.
    #[test]
    fn an_order_is_never_surer_than_its_intervals(
        facts in any_facts(), measure in any_measure(), year_choice in any_moment(),
    ) {
        let built = built(&facts);
        let areas = all_areas(&built);
        let result = asked(&built, areas.clone(), measure, year_choice);
        let ranked: Vec<_> = areas.iter().filter_map(|area| Some((*area, rank(&result, *area)?))).collect();
        for (a, first) in &ranked {
            prop_assert!(1 <= first.from && first.from <= first.to && first.to <= ranked.len());
            let high = interval(&result, *a);
            prop_assert!(high.is_some(), "a figure without an interval is ranked");
            for (b, second) in ranked.iter().filter(|(b, _)| b != a) {
                let verdict = verdict(&built.dataset, &result, *a, *b).map(|(verdict, _)| verdict);
                prop_assert!(verdict.is_some_and(|verdict| verdict != Verdict::NotComparable));
                if first.to < second.from {
                    let (high, low) = (high.unwrap(), interval(&result, *b).unwrap());
                    prop_assert!(low.is_surely_not_above(high), "{low:?} may be above {high:?}");
                }
            }
        }
    }

    /// Without one area, those that are left keep their ranks but for the one place that fell free.
    #[test]
    fn removing_an_area_makes_no_rank_surer(
        facts in any_facts(), measure in any_measure(), year_choice in fixed_moment(), gone in 0..AREAS.len(),
    ) {
        let built = built(&facts);
        let areas = all_areas(&built);
        let left: Vec<_> = areas.iter().copied().filter(|area| area.position() != gone).collect();
        let (all, fewer) = (asked(&built, areas.clone(), measure, year_choice), asked(&built, left.clone(), measure, year_choice));
        // What an area puts in may depend on what the others have: the definition that most of them share.
        let chosen = |result: &Comparison, area: &Key<Area>| {
            result.cell_of(*area).and_then(|cell| cell.figure()).map(|figure| figure.observations.clone())
        };
        prop_assume!(left.iter().all(|area| chosen(&all, area) == chosen(&fewer, area)));
        let same_group = left.iter().all(|area| rank(&all, *area).is_some() == rank(&fewer, *area).is_some());
        if same_group {
            let was_ranked = areas.iter().any(|area| area.position() == gone && rank(&all, *area).is_some());
            for area in &left {
                let (Some(before), Some(after)) = (rank(&all, *area), rank(&fewer, *area)) else { continue };
                let free = usize::from(was_ranked);
                prop_assert!(after.from <= before.from && before.from - after.from <= free);
                prop_assert!(after.to <= before.to && before.to - after.to <= free);
            }
        }
    }

    #[test]
    fn a_rate_holds_every_length_that_the_ends_allow(facts in any_facts()) {
        let built = built(&facts);
        let result = asked(&built, all_areas(&built), Measure::PerMonth, YearChoice::Latest);
        for found in result.cells.iter().filter_map(|cell| cell.figure()) {
            let observation = &built.dataset.observations[found.observation()];
            let lengths = lengths(&observation.period);
            prop_assert_eq!(found.extent.is_err(), lengths.is_empty(), "{:?}", observation.period);
            let (Ok(Extent::Within(rate)), Extent::Within(raw)) = (&found.extent, observation.extent()) else { continue };
            for months in lengths {
                // The last places of a division are the machine's, not the rule's.
                let inside = |number: f64| {
                    let (quotient, low) = (number / months, rate.low().amount().get());
                    let high = rate.high().amount().map_or(f64::MAX, Amount::get);
                    low * (1.0 - 1e-9) <= quotient && quotient <= high * (1.0 + 1e-9)
                };
                let low = raw.low().amount().get();
                match raw.high() {
                    High::Closed(high) => prop_assert!(inside(low) && inside(high.get())),
                    High::Open(high) => prop_assert!(inside(high.get() * 0.999) && inside(high.get() * 0.001)),
                    High::Unbounded => prop_assert!(inside(low) && inside(low * 1000.0 + 1000.0)),
                }
            }
        }
    }

    #[test]
    fn every_end_is_a_number(facts in any_facts(), measure in any_measure(), year_choice in any_moment()) {
        let built = built(&facts);
        let result = asked(&built, all_areas(&built), measure, year_choice);
        for found in result.cells.iter().filter_map(|cell| cell.figure()) {
            let numbers = match &found.extent {
                Ok(Extent::Within(interval)) => {
                    let high = interval.high().amount();
                    prop_assert!(high.is_none_or(|high| interval.low().amount() <= high));
                    [Some(interval.low().amount()), high]
                }
                Ok(Extent::Unreliable { amount, .. }) => [Some(*amount), None],
                _ => [None, None],
            };
            prop_assert!(numbers.iter().flatten().all(|number| number.get().is_finite() && number.get() >= 0.0));
        }
        for reason in result.pairs(&built.dataset).flat_map(|pair| pair.reasons) {
            if let Reason::PeriodLengthDiffers { first, second } = reason {
                let ends = [first.least, first.greatest, second.least, second.greatest];
                prop_assert!(ends.iter().all(|months| months.is_finite() && *months > 0.0));
            }
        }
    }

    /// By a power of two, so that the machine's rounding is scaled with everything else.
    #[test]
    fn another_unit_keeps_the_ranks(
        figures in proptest::collection::vec(figure(), 2..9), power in -6_i32..12, measure in any_measure(), year_choice in any_moment(),
    ) {
        let scaled = |factor: f64| Facts {
            areas: AREAS.map(ToOwned::to_owned).to_vec(),
            observations: figures.iter().map(|(figure, number)| {
                let hedge = figure.says.trim_end_matches(|character: char| character.is_ascii_digit());
                Figure { says: format!("{hedge}{}", number * factor), ..figure.clone() }
            }).collect(),
            ..Facts::default()
        };
        let (one, two) = (built(&scaled(1.0)), built(&scaled(2.0_f64.powi(power))));
        let (first, second) = (
            asked(&one, all_areas(&one), measure, year_choice),
            asked(&two, all_areas(&two), measure, year_choice),
        );
        prop_assert_eq!(first.no_order, second.no_order);
        let ranks = |comparison: &Comparison| comparison.cells.iter().map(cppcc::domain::Cell::rank).collect::<Vec<_>>();
        prop_assert_eq!(ranks(&first), ranks(&second));
        prop_assert_eq!(first.refused, second.refused);
    }

    #[test]
    fn what_is_missing_is_never_ranked(facts in any_facts(), measure in any_measure(), year_choice in any_moment()) {
        let built = built(&facts);
        let result = asked(&built, all_areas(&built), measure, year_choice);
        let mut last_class = false;
        for cell in result.cells_by_value() {
            prop_assert!(cell.content.is_ok() || cell.rank().is_none());
            prop_assert!(cell.content.is_err() || !last_class, "a figure is sorted after an absence");
            last_class |= cell.content.is_err();
        }
        let found = result.cells.iter().filter(|cell| cell.content.is_ok()).count();
        prop_assert_eq!(result.verdict_counts(&built.dataset).all(), found * found.saturating_sub(1) / 2);
        prop_assert_eq!(result.reported(), found);
    }

    #[test]
    fn what_is_chosen_is_held(facts in any_facts(), year_choice in any_moment()) {
        let built = built(&facts);
        let result = asked(&built, all_areas(&built), Measure::Raw, year_choice);
        for cell in &result.cells {
            let Some(found) = cell.figure() else { continue };
            prop_assert!(!found.observations.is_empty());
            for key in &found.observations {
                prop_assert!(result.held_by(&built.dataset, cell.area).contains(key));
                prop_assert_eq!(built.dataset.observations[*key].area, cell.area);
                if let YearChoice::Year(year) = year_choice {
                    prop_assert_eq!(built.dataset.observations[*key].period.year(), Some(year));
                }
            }
        }
    }

    /// What is said once above all figures, and not beside each, is what they share.
    #[test]
    fn periods_differ_where_two_figures_have_two(facts in any_facts(), year_choice in any_moment()) {
        let built = built(&facts);
        let result = asked(&built, all_areas(&built), Measure::Raw, year_choice);
        let figures = result.cells.iter().filter_map(|cell| cell.figure());
        let periods: Vec<&Period> =
            figures.map(|figure| &built.dataset.observations[figure.observation()].period).collect();
        let reaches: HashSet<_> = periods.iter().map(|period| period.reach()).collect();
        prop_assert_eq!(result.periods_differ(&built.dataset), reaches.len() > 1);
        let is_inferred = |period: &&Period| period.ends().any(End::is_inferred);
        prop_assert_eq!(result.has_inferred_period(&built.dataset), periods.iter().any(is_inferred));
    }

    /// A figure of a trend is drawn, or counted among those that cannot be: none is lost. What is of another kind than the
    /// latest is marked, and of one time only one kind is drawn.
    #[test]
    fn a_trend_accounts_for_every_figure(facts in any_facts(), measure in any_measure(), year_choice in any_moment()) {
        let built = built(&facts);
        let result = asked(&built, all_areas(&built), measure, year_choice);
        let is_achieved = |key: &&Key<Observation>| built.dataset.observations[**key].status == Status::Achieved;
        for trend in result.trends(&built.dataset) {
            let held = result.held_by(&built.dataset, trend.area);
            // What is planned stands only where nothing has been achieved.
            let achieved = held.iter().filter(is_achieved).count();
            let figures = if achieved == 0 { held.len() } else { achieved };
            prop_assert_eq!(trend.points.len() + trend.left_out + trend.other_things, figures);
            prop_assert!(trend.points.len() >= 2 && figures >= 3);
            prop_assert!(trend.points.is_sorted_by_key(TrendPoint::middle));
            let of = |point: &TrendPoint| &built.dataset.observations[point.observation];
            for (one, other) in trend.points.iter().tuple_combinations() {
                let is_one_thing = Definition::of(of(one)) == Definition::of(of(other));
                prop_assert!(is_one_thing || (one.first, one.last) != (other.first, other.last));
            }
            let latest = of(trend.points.iter().max_by_key(|point| (point.last, point.first)).unwrap());
            for point in &trend.points {
                let one = of(point);
                let is_same = (one.scope, one.status, &one.variant) == (latest.scope, latest.status, &latest.variant);
                let is_dated = !one.period.is_unknown() && !latest.period.is_unknown();
                let longer = |one: Range, other: Range| one.greatest > other.least * 1.5;
                let lengths = one.period.months().zip(latest.period.months());
                let far_apart = measure != Measure::PerMonth
                    && one.nature == Nature::Flow
                    && lengths.is_some_and(|(one, other)| longer(one, other) || longer(other, one));
                prop_assert_eq!(point.is_like, is_same && is_dated && !far_apart);
            }
        }
    }
}
