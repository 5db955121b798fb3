//! The vaguer a date or a value is, the less is told: making one vaguer never makes a verdict firmer or an order longer.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::scenario::facts;
use cppcc::domain::{Comparison, FigureChoice, Measure, Request, YearChoice, compare};
use facts::{Built, Facts, Figure, Heads};
use proptest::prelude::*;

const AREAS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// Spans with the same, shared and other days, and of lengths that are equal, near and far.
const SPANS: [(&str, &str); 9] = [
    ("2024-01-01", "2024-12-31"),
    ("2024-01-01", "2024-11-30"),
    ("2024-01-16", "2025-01-20"),
    ("2024-03-01", "2024-10-31"),
    ("2024-01-01", "2024-06-30"),
    ("2023-01-01", "2023-12-31"),
    ("2022-01-01", "2024-12-31"),
    ("2024-06-01", "2025-05-31"),
    ("2024-12-01", "2024-12-31"),
];

const DATES: [&str; 6] = ["2024-01-15", "2024-01-31", "2024-02-14", "2024-03-01", "2024-12-31", "2025-03-31"];

/// How an end or a date is made vaguer, one step after another.
#[derive(Clone, Copy, Debug)]
enum DateBlur {
    None,
    /// It is inferred and may lie some days before or behind.
    Days(i64, i64),
    Unknown,
}

fn date_blur() -> impl Strategy<Value = DateBlur> {
    prop_oneof![
        3 => Just(DateBlur::None),
        4 => (0_i64..500, 0_i64..500).prop_map(|(before, behind)| DateBlur::Days(before, behind)),
        3 => (0_i64..40, 0_i64..40).prop_map(|(before, behind)| DateBlur::Days(before, behind)),
        1 => Just(DateBlur::Unknown),
    ]
}

impl DateBlur {
    fn of(self, day: &str) -> String {
        match self {
            Self::None => day.to_owned(),
            Self::Unknown => "unknown".to_owned(),
            Self::Days(before, behind) => {
                let date: jiff::civil::Date = day.parse().unwrap();
                let moved = |days: i64| date.checked_add(jiff::Span::new().days(days)).unwrap();
                format!("inferred {day} [{}, {}]", moved(-before), moved(behind))
            }
        }
    }

    /// Widens this range by another, which is vaguer than either.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::None, any) | (any, Self::None) => any,
            (Self::Days(before, behind), Self::Days(more, farther)) => {
                Self::Days(before.max(more), behind.max(farther))
            }
        }
    }
}

/// What a figure says, from the exact number to what is said of it more and more vaguely.
const SAYINGS: [&[&str]; 4] = [
    &["{}", "at least {-}", "about {-}"],
    &["{}", "between {-} and {+}", "at most {+}", "order of {-}"],
    &["{}", "at most {+}", "about {+}"],
    &["at least {}", "at least {-}", "order of {}"],
];

#[derive(Clone, Debug)]
struct Case {
    number: u32,
    sayings: usize,
    /// How vague the number is before and after.
    value: (usize, usize),
    time: usize,
    start: (DateBlur, DateBlur),
    end: (DateBlur, DateBlur),
}

prop_compose! {
    fn case()(
        number in prop_oneof![1_u32..30, 300_u32..700],
        sayings in 0..SAYINGS.len(),
        before in 0_usize..2,
        more in 0_usize..4,
        time in 0..SPANS.len(),
        start in (date_blur(), date_blur()),
        end in (date_blur(), date_blur()),
    ) -> Case {
        let last = SAYINGS[sayings].len() - 1;
        Case { number, sayings, value: (before.min(last), (before + more).min(last)), time, start, end }
    }
}

impl Case {
    fn figure(&self, area: usize, is_stock: bool, is_vaguer: bool) -> Figure {
        let pick = |(before, more): (DateBlur, DateBlur)| if is_vaguer { before.and(more) } else { before };
        let saying = SAYINGS[self.sayings][if is_vaguer { self.value.1 } else { self.value.0 }];
        let says = saying
            .replace("{}", &self.number.to_string())
            .replace("{-}", &(self.number - self.number / 10).to_string())
            .replace("{+}", &(self.number + self.number / 10 + 1).to_string());
        let period = if is_stock {
            format!("as of {}", pick(self.end).of(DATES[self.time % DATES.len()]))
        } else {
            let (start, end) = SPANS[self.time];
            format!("{} .. {}", pick(self.start).of(start), pick(self.end).of(end))
        };
        Figure { area: AREAS[area].to_owned(), says, period: Some(period), ..Figure::default() }
    }
}

fn asked(cases: &[Case], is_stock: bool, vaguer: &[bool], measure: Measure) -> (Built, Comparison) {
    let figures = cases.iter().enumerate();
    let observations =
        figures.map(|(area, case)| case.figure(area, is_stock, vaguer.get(area).copied().unwrap_or(false))).collect();
    let members = AREAS.iter().map(|area| Heads {
        area: (*area).to_owned(),
        count: 400.0,
        as_of: "2024-06-30".to_owned(),
        qualifier: None,
        caveat: None,
    });
    let facts = Facts {
        nature: is_stock.then(|| "stock".to_owned()),
        areas: AREAS.map(ToOwned::to_owned).to_vec(),
        observations,
        members: members.collect(),
        ..Facts::default()
    };
    let built = facts::build(&facts).unwrap_or_else(|error| panic!("{error}"));
    let request = Request {
        indicator: built.indicator,
        areas: built.dataset.areas.keys().collect(),
        measure,
        year_choice: YearChoice::Latest,
        figure_choice: FigureChoice::default(),
    };
    let comparison = compare(&built.dataset, &request);
    (built, comparison)
}

fn ranked(comparison: &Comparison) -> usize {
    comparison.cells.iter().filter(|cell| cell.rank().is_some()).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn vaguer_is_never_firmer(
        cases in proptest::collection::vec(case(), 2..=6),
        is_stock in any::<bool>(),
        vaguer in proptest::collection::vec(any::<bool>(), 6),
        measure in prop_oneof![Just(Measure::Raw), Just(Measure::PerMonth), Just(Measure::PerHundredMembers)],
    ) {
        let (before, sharp) = asked(&cases, is_stock, &[], measure);
        let (after, vague) = asked(&cases, is_stock, &vaguer, measure);
        prop_assert!(ranked(&vague) <= ranked(&sharp), "{sharp:#?}\n{vague:#?}");
        for one in sharp.indices() {
            for other in sharp.indices().filter(|other| *other > one) {
                let verdict = |built: &Built, comparison: &Comparison| {
                    comparison.pair(&built.dataset, one, other).map(|pair| pair.verdict)
                };
                prop_assert!(verdict(&after, &vague) >= verdict(&before, &sharp), "{one:?} {other:?} {cases:#?}");
            }
        }
        let refused = |comparison: &Comparison| comparison.refused.is_some();
        prop_assert!(refused(&vague) || !refused(&sharp));
    }
}
