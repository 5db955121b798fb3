//! Two areas side by side, as the shell writes them: the same figures and verdicts as a comparison of the two, and a difference
//! only where it can be told.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::data::{self, Builtin};
use cppcc::domain::{Cell, Comparison, FigureChoice, Measure, Reason, Request, YearChoice, compare};
use cppcc::text::Lang;
use itertools::Itertools;
use serde_json::Value;
use support::program::{ends, err, out, run};

const SIDE_BY_SIDE: [&str; 3] = ["compare", "--side-by-side", "--area"];

fn written(lang: Lang, areas: &str, more: &[&str]) -> std::process::Output {
    run(lang, &[&SIDE_BY_SIDE, [areas].as_slice(), more].concat())
}

fn rows(output: &std::process::Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_row_of_every_two_cities_says_what_their_comparison_says() {
    let library = data::load(data::builtin(Builtin::All)).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (mut told, mut untold) = (0, 0);
    for (one, other) in library.areas.keys().collect_vec().into_iter().tuple_combinations() {
        let names = [one, other].map(|area| &library.areas[area]);
        let areas = names.map(|area| area.id.as_str()).join(",");
        for (per, measure) in [(None, Measure::Raw), (Some("month"), Measure::PerMonth)] {
            let options: Vec<&str> = per.iter().flat_map(|per| ["--per", *per]).collect();
            let output = written(Lang::Zh, &areas, &[&["--format", "json"], options.as_slice()].concat());
            ends(&output, 0);
            for row in rows(&output) {
                let indicator = library.indicators.find(row["indicator"].as_str().unwrap()).unwrap();
                let request = Request {
                    indicator,
                    areas: vec![one, other].into(),
                    measure,
                    year_choice: YearChoice::Latest,
                    figure_choice: FigureChoice::default(),
                };
                let comparison = compare(&library, &request);
                let pair = comparison.pairs(&library).next();
                assert_eq!(text(&row["verdict"]), pair.as_ref().map_or("", |pair| pair.verdict.id()));
                let reasons = pair.iter().flat_map(|pair| &pair.reasons).map(Reason::id).join(" ");
                assert_eq!(text(&row["reasons"]), reasons, "{row}");
                assert_eq!(text(&row["refused"]), comparison.refused.map_or("", |refused| refused.id()), "{row}");
                let forbids = pair.as_ref().is_none_or(|pair| pair.reasons.iter().any(Reason::forbids_rank));
                let bounds = [&row["difference_low"], &row["difference_high"]];
                if forbids || comparison.refused.is_some() {
                    assert!(bounds.iter().all(|bound| bound.is_null()), "{row}");
                }
                assert!(!text(&row["difference"]["zh"]).is_empty() && !text(&row["difference"]["en"]).is_empty());
                if measure == Measure::Raw {
                    check_difference(
                        &comparison,
                        bounds.map(Value::as_f64),
                        &row,
                        &names.map(|area| area.name.zh.clone()),
                    );
                }
                if bounds.iter().any(|bound| !bound.is_null()) { told += 1 } else { untold += 1 }
            }
        }
    }
    assert!(told > 10 && untold > 10, "{told} {untold}");
}

/// A difference of two numbers that are exact is their difference, and says who has more.
fn check_difference(comparison: &Comparison, bounds: [Option<f64>; 2], row: &Value, names: &[String; 2]) {
    let points = comparison
        .cells
        .iter()
        .map(|cell: &Cell| Some(cell.figure()?.extent.as_ref().ok()?.interval()?.point()?.get()));
    let [Some(first), Some(second)] = points.collect::<Vec<_>>()[..] else { return };
    let Some(by) = bounds[0] else { return };
    assert_eq!(bounds[0], bounds[1], "{row}");
    assert!((by - (first - second)).abs() < 1e-9, "{row}");
    let told = row["difference"]["zh"].as_str().unwrap();
    let who = if by > 0.0 { &names[0] } else { &names[1] };
    assert!(if by == 0.0 { told == "相同" } else { told.starts_with(who.as_str()) }, "{row}");
}

#[test]
fn values_have_their_years_and_a_bound_makes_a_bound_of_the_difference() {
    // 542 of Jinan stands beside “≥100” of Jinan nowhere; Qingdao printed a number, Jinan “余”.
    let output = written(Lang::Zh, "青岛、济南", &["全国政协采用信息", "立案提案"]);
    ends(&output, 0);
    let lines: Vec<&str> = out(&output).lines().collect();
    assert!(lines[0].starts_with("指标") && lines[0].contains("青岛") && lines[0].contains("济南"), "{}", lines[0]);
    for words in ["215（2025）", "≥100（2025）", "孰多孰少无法判定", "谨慎可比"] {
        assert!(lines[1].contains(words), "{words}: {}", lines[1]);
    }
    for words in ["564（2025）", "579（2025）", "济南多 15", "来源只见摘录"] {
        assert!(lines[2].contains(words), "{words}: {}", lines[2]);
    }
}

#[test]
fn every_format_has_the_same_rows() {
    let csv = written(Lang::En, "qingdao,jinan", &["--format", "csv"]);
    let json = rows(&written(Lang::En, "qingdao,jinan", &["--format", "json"]));
    let markdown = written(Lang::En, "qingdao,jinan", &["--format", "md"]);
    let plain = written(Lang::En, "qingdao,jinan", &["--plain"]);
    let mut read = csv::Reader::from_reader(csv.stdout.as_slice());
    let ids: Vec<String> = read.records().map(|record| record.unwrap()[0].to_owned()).collect();
    assert_eq!(ids, json.iter().map(|row| row["indicator"].as_str().unwrap()).collect::<Vec<_>>());
    assert_eq!(out(&markdown).lines().count(), ids.len() + 2);
    assert!(out(&markdown).starts_with("| indicator | unit | Qingdao | Jinan | difference | verdict | first reason |"));
    assert_eq!(out(&plain).lines().count(), ids.len());
    assert!(out(&plain).contains("Jinan: 15 more"), "{}", out(&plain));
    for output in [csv, markdown, plain] {
        assert!(err(&output).starts_with("cppcc: ") && err(&output).contains("not compared"), "{}", err(&output));
    }
}

#[test]
fn it_ends_as_a_comparison_does() {
    let refused = written(Lang::Zh, "青岛,济南", &["收到提案"]);
    ends(&refused, 1);
    assert!(err(&refused).contains("不予比较") && out(&refused).contains("时点相差一年以上"));
    ends(&written(Lang::Zh, "青岛,济南", &["--strict"]), 1);
    ends(&written(Lang::Zh, "青岛,济南", &["立案提案", "--strict"]), 0);
    for (areas, count) in [("青岛", "现有 1 市"), ("青岛,济南,滨州", "现有 3 市"), ("青岛,qingdao", "现有 1 市")]
    {
        let output = written(Lang::Zh, areas, &[]);
        ends(&output, 2);
        assert!(out(&output).is_empty() && err(&output).contains(count), "{}", err(&output));
    }
    let all = run(Lang::En, &["compare", "--side-by-side"]);
    ends(&all, 2);
    assert!(err(&all).contains("--area qingdao,jinan"), "{}", err(&all));
}

/// The column of differences has differences alone, and what stands below two figures says nothing that the verdict has said.
#[test]
fn a_reason_is_told_once_in_its_own_place() {
    let csv = written(Lang::Zh, "qingdao,jinan", &["--format", "csv"]);
    let mut read = csv::Reader::from_reader(csv.stdout.as_slice());
    let headings = read.headers().unwrap().clone();
    let place = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let (mut told, mut untold) = (0, 0);
    for row in read.records().map(Result::unwrap) {
        let field = |name: &str| &row[place(name)];
        if field("difference_zh") == "不计" {
            assert_eq!(field("difference_en"), "not told");
            assert!(field("difference_low").is_empty() && !field("reason_zh").is_empty(), "{row:?}");
            untold += 1;
        } else {
            assert!(
                ["多", "少", "高", "低", "相同"].iter().any(|words| field("difference_zh").contains(words)),
                "{row:?}"
            );
            told += 1;
        }
    }
    assert!(told > 2 && untold > 5, "{told} {untold}");
    for format in [&[][..], &["--format", "md"], &["--plain"]] {
        for indicator in ["收到提案", "立案提案"] {
            let output = run(Lang::Zh, &[&["compare", indicator, "--area", "qingdao,jinan"], format].concat());
            for redundant in ["2 市中 2 市公布", "青岛–济南", "青岛与济南", "各市数字两两不可比", "见各市说明"]
            {
                assert!(!out(&output).contains(redundant), "{redundant}: {}", out(&output));
            }
            assert!(out(&output).lines().all(|line| line.trim_end() == line), "{}", out(&output));
        }
    }
}
