//! What a key and a command cost: what is seen, and not the square of what is held.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "support/generated.rs"]
mod generated;
mod support;

use cppcc::app::{Screen, State};
use cppcc::checked::SourceFile;
use cppcc::data::load;
use cppcc::text::Lang;
use generated::{PackSize, pack};
use std::rc::Rc;
use std::time::{Duration, Instant};
use support::cpu_time::cpu_time;
use support::keys::type_in;
use support::program::{self, ends};
use support::screen::{LOOK, draw, opened_on};

fn opened(areas: usize) -> State {
    let size = PackSize { areas, indicators: 20, years: 5 };
    let files = pack(size).into_iter().map(|(name, text)| SourceFile::new("generated", name, text.into_bytes()));
    let library = load(files.collect()).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    opened_on(Rc::new(library), Lang::Zh, (120, 36))
}

/// The time that a key takes to the drawn screen, the best of a few: the machine has other things to do.
fn cost(state: &State, key: char) -> Duration {
    let once = || {
        let mut state = state.clone();
        let press = || {
            type_in(&mut state, &key.to_string());
            draw(&state, LOOK);
        };
        cpu_time(press).0
    };
    (0..3).map(|_| once()).min().unwrap()
}

#[test]
fn a_key_costs_with_eighty_cities_about_what_it_costs_with_five() {
    let (mut few, mut many) = (opened(5), opened(80));
    for (number, screen) in ('1'..).zip(Screen::ALL) {
        for state in [&mut few, &mut many] {
            type_in(state, &number.to_string());
            draw(state, LOOK);
        }
        for key in "↓lmtsz⇥123456".chars() {
            let (one, other) = (cost(&few, key), cost(&many, key));
            // Bars, ranks and verdicts are of all cities; rows, articles and figures that are not seen cost nothing. This
            // program is not optimized: with a list made anew for each key, a key took seconds.
            let limit = 5 * one + Duration::from_millis(25);
            assert!(other < limit, "{key} on {}: {other:?} with many cities, {one:?} with few", screen.id());
        }
    }
}

/// Returns the lines of the drilldown that say how a figure compares with others.
fn verdicts(state: &State) -> Vec<String> {
    let lines = cppcc::app::details::lines(state, 4000).into_iter();
    let lines = lines.map(|line| line.into_iter().map(|(text, _)| text).collect());
    lines.filter(|line: &String| line.contains(" 市  ") && line.contains("可比")).collect()
}

/// With many cities a line for each would be read by nobody; none is lost.
#[test]
fn cities_of_which_the_same_is_said_stand_together() {
    let state = opened(40);
    let verdicts = verdicts(&state);
    assert!((1..20).contains(&verdicts.len()), "{verdicts:#?}");
    let comparison = state.selected_comparison().unwrap();
    let others = comparison.cells.iter().filter(|cell| cell.area != state.area() && cell.figure().is_some());
    for cell in others {
        let name = &state.dataset().areas[cell.area].name.zh;
        let names = |line: &&String| line.split(['、', ' ']).any(|word| word == name);
        assert_eq!(verdicts.iter().filter(names).count(), 1, "{name} in {verdicts:#?}");
    }
}

/// The dates of two hundred figures differ by days, and a line for each pair of dates would be a line for each city.
#[test]
fn with_hundreds_of_cities_there_is_a_line_for_each_kind_of_verdict() {
    let mut state = opened(200);
    for _ in 0..4 {
        let verdicts = verdicts(&state);
        assert!((1..25).contains(&verdicts.len()), "{verdicts:#?}");
        let counts = verdicts.iter().map(|line| line.split(" 市  ").next().unwrap().rsplit(' ').next().unwrap());
        let counted: usize = counts.map(|count| count.parse::<usize>().unwrap()).sum();
        assert_eq!(counted, state.selected_comparison().unwrap().reported() - 1, "{verdicts:#?}");
        type_in(&mut state, "↓");
    }
}

/// Five cities with 20,000 indicators took 40 seconds to compare and 14 to list, in an optimized program.
#[test]
fn commands_do_not_cost_the_square_of_the_indicators() {
    let folder = support::private_folder();
    for (name, text) in pack(PackSize { areas: 5, indicators: 3000, years: 1 }) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let data = folder.path().to_str().unwrap();
    let timed = |arguments: &[&str]| {
        let start = Instant::now();
        let output = program::program(Lang::En).args(["--builtin", "none", "--data", data]).args(arguments).output();
        ends(&output.unwrap(), 0);
        start.elapsed()
    };
    // Most of it is the reading of the data.
    let reading = timed(&["list", "areas"]);
    for arguments in [
        &["list", "articles"][..],
        &["list", "indicators"],
        &["list", "themes"],
        &["city", "city-0"],
        &["compare", "--format", "csv"],
        &["export", "--format", "json"],
        &["shot", "--screen", "city"],
    ] {
        let taken = timed(arguments);
        assert!(taken < 3 * reading + Duration::from_secs(2), "{arguments:?}: {taken:?}, reading: {reading:?}");
    }
}
