//! On the built-in data, the table, the bars, the drilldown, `compare` in its four formats and the JSON export agree on
//! every cell: with one another, and with what each figure ought to say, worked out anew from the export alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::everywhere;
use crate::support;
use crate::witness;

use cppcc::app::{Action, State};
use cppcc::domain::FigureChoice;
use cppcc::domain::{Dataset, Measure, Request, YearChoice, compare};
use cppcc::export::{ComparisonSet, Format, Paint, TextStyle, comparisons, dataset_json};
use cppcc::text::CharSet;
use cppcc::text::Lang;
use everywhere::{Everywhere, SIZE};
use support::library::shipped;
use support::program::program;
use support::screen::{opened, select_indicator};
use witness::expected::Export;

#[test]
fn raw_values_agree_everywhere() {
    walk(Measure::Raw);
}

#[test]
fn rates_per_month_agree_everywhere() {
    walk(Measure::PerMonth);
}

#[test]
fn values_per_hundred_members_agree_everywhere() {
    walk(Measure::PerHundredMembers);
}

#[test]
fn values_per_million_residents_agree_everywhere() {
    walk(Measure::PerMillionResidents);
}

/// Every cell of every indicator under one measure: latest, closest and each year held (of the measures that are worked
/// out, every other year), and the latest in English, too.
fn walk(measure: Measure) {
    let dataset = shipped();
    let export = Export::read(&dataset_json(&dataset).unwrap());
    let apart = if measure == Measure::Raw { 1 } else { 2 };
    let years = export.years().into_iter().rev().step_by(apart).map(YearChoice::Year);
    let moments: Vec<YearChoice> = [YearChoice::Latest, YearChoice::Closest].into_iter().chain(years).collect();
    let mut cells = 0;
    for (index, year_choice) in moments.iter().enumerate() {
        let langs: &[Lang] = if index == 0 { &[Lang::Zh, Lang::En] } else { &[Lang::Zh] };
        for lang in langs {
            let mut state = state_of(&dataset, &export, *lang, measure, *year_choice);
            for id in export.indicators() {
                let indicator = dataset.indicators.find(id).unwrap();
                cells += Everywhere::of(&mut state, &export, indicator).agree();
            }
        }
    }
    assert!(moments.len() * apart > 8, "the years are walked: {moments:?}");
    assert_eq!(cells, export.indicators().len() * dataset.areas.len() * (moments.len() + 1));
}

/// The dashboard under a measure and a moment, brought there by its own actions, with all themes unfolded.
fn state_of(dataset: &Dataset, export: &Export, lang: Lang, measure: Measure, year_choice: YearChoice) -> State {
    let mut state = opened(lang, SIZE);
    state.apply(Action::FoldAll);
    if let YearChoice::Year(year) = year_choice {
        select_indicator(&mut state, dataset.indicators.find(export.holder_of(year)).unwrap());
    }
    for _ in 0..20 {
        if state.year_choice() != year_choice {
            state.apply(Action::NextYear);
        }
    }
    while state.measure() != measure {
        state.apply(Action::NextMeasure);
    }
    assert_eq!(state.year_choice(), year_choice);
    state
}

/// The program itself writes what was compared above: every indicator at once, in each format.
#[test]
fn the_program_prints_the_same() {
    let dataset = shipped();
    let export = Export::read(&dataset_json(&dataset).unwrap());
    let asked = [
        (Measure::Raw, YearChoice::Latest, Lang::Zh, vec![]),
        (Measure::PerMonth, YearChoice::Closest, Lang::En, vec!["--per", "month", "--when", "closest"]),
        (Measure::PerHundredMembers, YearChoice::Year(2025), Lang::Zh, vec!["--per", "100-members", "--when", "2025"]),
        (Measure::PerMillionResidents, YearChoice::Latest, Lang::En, vec!["--per", "million-residents"]),
    ];
    for (measure, year_choice, lang, arguments) in asked {
        let request = |id: &&str| Request {
            indicator: dataset.indicators.find(id).unwrap(),
            areas: dataset.areas.keys().collect(),
            measure,
            year_choice,
            figure_choice: FigureChoice::default(),
        };
        let all: Vec<_> = export.indicators().iter().map(|id| compare(&dataset, &request(id))).collect();
        for (format, name) in
            [(Format::Table, "table"), (Format::Csv, "csv"), (Format::Json, "json"), (Format::Markdown, "md")]
        {
            let (notation, width) = (CharSet::Unicode.into(), TextStyle::UNLIMITED);
            let look = TextStyle { lang, notation, width, paint: Paint::Plain };
            let ought = comparisons(&dataset, ComparisonSet::Several(&all), format, &look).unwrap();
            let mut command = program(lang);
            command.arg("compare").args(export.indicators()).args(&arguments).args(["--format", name]);
            let output = command.output().unwrap();
            assert!(String::from_utf8_lossy(&output.stdout) == ought, "{name} of {}", measure.id());
        }
    }
    let output = program(Lang::Zh).args(["export", "--format", "json"]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout) == dataset_json(&dataset).unwrap());
}
