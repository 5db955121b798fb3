//! What a key costs in Find where there are very many names.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::cpu_time::cpu_time;
use crate::support::library::shipped;
use cppcc::domain::indicator::{Nature, Theme};
use cppcc::domain::{Dataset, Indicator};
use cppcc::search::{Found, SearchIndex};
use cppcc::text::{CharSet, Lang, Text};
use std::time::Duration;

/// What a key may cost.
const LIMIT: Duration = Duration::from_millis(50);
/// How much slower the tests' program may be, which is not optimized: it takes 12 to 25 times as long.
const UNOPTIMIZED: u32 = 30;

/// So many indicators, whose names are put together from those that are shipped.
fn named(count: usize) -> Dataset {
    let shipped = shipped();
    let names: Vec<&Text> = shipped.indicators.iter().map(|(_, indicator)| &indicator.name).collect();
    let mut dataset = Dataset::default();
    let name = Text::new("主题", "theme");
    dataset.themes.add("theme", Theme { id: "theme".to_owned(), name, is_context: false });
    let theme = dataset.themes.find("theme").unwrap();
    for number in 0..count {
        let (first, second) = (names[number % names.len()], names[number / names.len() % names.len()]);
        let id = format!("indicator-{number}");
        let indicator = Indicator {
            aliases: Vec::new(),
            id: id.clone(),
            theme,
            name: Text::new(
                format!("{}{}{number}", first.zh, second.zh),
                format!("{} {} {number}", first.en, second.en),
            ),
            short: None,
            unit: Text::new("件", "items"),
            definition: Text::new("定义", "definition"),
            sentence: None,
            nature: Nature::Flow,
            direction: Nature::Flow.usual_direction(),
            denominator: None,
        };
        dataset.indicators.add(&id, indicator);
    }
    dataset
}

#[test]
fn a_key_is_quick_among_a_hundred_thousand_names() {
    let index = SearchIndex::new(&named(100_000), Lang::Zh, CharSet::Unicode);
    let limit = if cfg!(debug_assertions) { LIMIT * UNOPTIMIZED } else { LIMIT };
    // What many names hold, what few hold, what none holds, and what is mistyped.
    for typed in ["lata", "提案办复率", "filed 2", "qwz", "提提提", "滨州2025年", "shehqm", "propsls"] {
        let mut found = Found::new(&index, "");
        let mut line = String::new();
        for character in typed.chars() {
            line.push(character);
            let (taken, changed) = cpu_time(|| found.changed(&index, &line));
            found = changed;
            assert!(taken < limit, "{line}: {taken:?}");
        }
    }
}
