//! One sign for each figure: it says what its pairs say, in the shell, in the tables and on the screen.

use crate::support::library::shipped;
use crate::support::program::program;
use cppcc::domain::{FigureChoice, Measure, Request, Standing, Verdict, YearChoice, compare};
use cppcc::text::Lang;
use cppcc::wording::{ApartRemark, comparability};
use std::collections::HashMap;

/// A figure that is refused against every other one is not signed as if it could stand beside them.
#[test]
fn a_sign_never_says_more_than_the_pairs() {
    let dataset = shipped();
    let (mut cautious, mut refused) = (0, 0);
    for indicator in dataset.indicators.keys() {
        for year_choice in [YearChoice::Latest, YearChoice::Closest, YearChoice::Year(2024)] {
            let (areas, figure_choice) = (dataset.areas.keys().collect(), FigureChoice::default());
            let comparison =
                compare(&dataset, &Request { indicator, areas, measure: Measure::Raw, year_choice, figure_choice });
            let name = &dataset.indicators[indicator].id;
            for index in comparison.indices() {
                let pairs = comparison.verdict_counts_of(&dataset, index);
                let has_any = pairs.of(Verdict::Comparable) + pairs.of(Verdict::WithCaution) > 0;
                let verdict = comparison.verdict_of(&dataset, index);
                let remark = ApartRemark::of(&dataset, &comparison, index).map(|remark| remark.verdict);
                if comparison[index].standing == Standing::Apart {
                    assert_eq!(remark, verdict, "{name}");
                }
                match verdict {
                    Some(Verdict::Comparable) => assert!(pairs.of(Verdict::Comparable) > 0, "{name}"),
                    Some(Verdict::WithCaution) => assert!(has_any, "{name}"),
                    Some(Verdict::NotComparable) | None => assert!(comparison[index].rank().is_none(), "{name}"),
                }
                cautious += usize::from(verdict == Some(Verdict::WithCaution));
                refused += usize::from(verdict == Some(Verdict::NotComparable));
            }
            let said = comparability(&dataset, &comparison);
            let comparable = comparison.verdict_counts(&dataset).of(Verdict::Comparable);
            assert!(comparable > 0 || (!said.zh.starts_with("可比") && !said.en.starts_with("comparable")), "{name}");
        }
    }
    assert!(cautious > 20 && refused > 20, "{cautious} {refused}");
}

/// What is refused in words is marked in the table too, and what has a unit of its own has it there.
#[test]
fn the_table_of_cells_has_the_verdict_and_the_unit_of_each_figure() {
    let rows = |indicator: &str| {
        let output = program(Lang::En).args(["compare", indicator, "--format", "csv"]).output().unwrap();
        let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
        let rows = reader.deserialize::<HashMap<String, String>>().map(|row| row.unwrap());
        rows.map(|row| (row["area"].clone(), row["unit_en"].clone(), row["verdict"].clone())).collect::<Vec<_>>()
    };
    let cell = |area: &str, unit: &str, verdict: &str| (area.to_owned(), unit.to_owned(), verdict.to_owned());
    let submitted = rows("proposals-submitted");
    assert!(submitted.contains(&cell("xianyang", "proposals", "not-comparable")), "{submitted:?}");
    assert!(submitted.contains(&cell("binzhou", "proposals", "with-caution")), "{submitted:?}");
    assert!(submitted.contains(&cell("jinan", "proposals", "")), "{submitted:?}");
    let instructions = rows("leader-instructions");
    assert!(instructions.contains(&cell("qingdao", "documents", "not-comparable")), "{instructions:?}");
    assert!(instructions.contains(&cell("binzhou", "instructions", "not-comparable")), "{instructions:?}");
}
