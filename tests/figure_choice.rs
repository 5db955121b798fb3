//! Which of several figures of a city is compared: the same whatever stands first in a file, told wherever it is shown, and
//! chosen otherwise with options and a key.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use cppcc::text::Lang;
use std::process::Output;
use support::program::{self, ends, err, out};
use tempfile::TempDir;

/// Two cities with stations, one of which has sector studios, too, and says how many stations are new this year.
const HEAD: &str = r#"
[pack]
id = "syn"
name = { zh = "试", en = "Trial" }
about = { zh = "试。", en = "Trial." }
[[theme]]
id = "platforms"
name = { zh = "平台", en = "Platforms" }
[[indicator]]
id = "workplaces"
theme = "platforms"
name = { zh = "委员工作站点", en = "Member workplaces" }
unit = { zh = "家", en = "places" }
definition = { zh = "年末在用的。", en = "In use at the year's end." }
nature = "stock"
[[indicator]]
id = "meetings"
theme = "platforms"
name = { zh = "协商会", en = "Consultation meetings" }
unit = { zh = "次", en = "meetings" }
definition = { zh = "全年召开的。", en = "Held in the year." }
nature = "flow"
"#;

/// The figures: id, area, indicator, value, and what else is to be said.
const FIGURES: [(&str, &str, &str, &str, &str); 6] = [
    (
        "binzhou-2024-studios",
        "binzhou",
        "workplaces",
        "46",
        "variant = { zh = \"界别工作室\", en = \"sector studios\" }",
    ),
    ("binzhou-2024-stations", "binzhou", "workplaces", "235", "variant = { zh = \"工作站\", en = \"stations\" }"),
    ("binzhou-2024-new", "binzhou", "workplaces", "12", "nature = \"flow\""),
    ("jinan-2024-stations", "jinan", "workplaces", "100", "variant = { zh = \"工作站\", en = \"stations\" }"),
    ("binzhou-2024-meetings", "binzhou", "meetings", "20", ""),
    ("jinan-2024-meetings", "jinan", "meetings", "30", ""),
];

/// The text of the pack, with its figures as they are given or the other way round.
fn pack(is_turned: bool) -> String {
    let mut text = HEAD.to_owned();
    for (id, code, zh, en) in [("binzhou", "371600", "滨州", "Binzhou"), ("jinan", "370100", "济南", "Jinan")] {
        text.push_str(&format!(
            "[[area]]\nid = \"{id}\"\ncode = \"{code}\"\nname = {{ zh = \"{zh}\", en = \"{en}\" }}\n\
             committee = {{ zh = \"政协{zh}市委员会\", en = \"{en} Committee\" }}\n\
             [[article]]\nid = \"{id}-2024\"\narea = \"{id}\"\ntitle = \"报告\"\noutlet = {{ zh = \"日报\", en = \"Daily\" }}\n\
             published = {{ date = \"2025-01-10\", certainty = \"stated\" }}\ngenre = \"news\"\n\
             statement = {{ zh = \"报告\", en = \"Report\" }}\ngrade = \"full\"\nparagraphs = 9\n"
        ));
    }
    let mut figures: Vec<String> = FIGURES.map(figure).into();
    if is_turned {
        figures.reverse();
    }
    text + &figures.concat()
}

fn figure((id, area, indicator, value, more): (&str, &str, &str, &str, &str)) -> String {
    let is_flow = indicator == "meetings" || more.contains("flow");
    let period = if is_flow { "period = \"2024\"" } else { "period = { as_of = \"2024-12-31\" }" };
    format!(
        "[[observation]]\nid = \"{id}\"\narea = \"{area}\"\nindicator = \"{indicator}\"\nvalue = {value}\n{more}\n{period}\n\
         qualifier = \"exact\"\nscope = \"city\"\nstatus = \"achieved\"\n\
         source = {{ article = \"{area}-2024\", paragraph = 1, printed = \"{value}家\" }}\n"
    )
}

/// A folder with the pack.
fn folder(is_turned: bool) -> TempDir {
    let folder = support::private_folder();
    std::fs::write(folder.path().join("pack.toml"), pack(is_turned)).unwrap();
    folder
}

fn compare(is_turned: bool, lang: Lang, arguments: &[&str]) -> Output {
    let folder = folder(is_turned);
    let mut command = program::program(lang);
    command.args(["--builtin", "none", "--data"]).arg(folder.path()).arg("compare").args(arguments);
    command.output().unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_order_in_a_file_decides_nothing() {
    for arguments in
        [&["workplaces"][..], &["workplaces", "--format", "json"], &["--format", "csv"], &["--format", "md"]]
    {
        let one = compare(false, Lang::Zh, arguments);
        ends(&one, 0);
        assert_eq!(out(&one), out(&compare(true, Lang::Zh, arguments)), "{arguments:?}");
    }
}

#[test]
fn what_else_is_held_is_marked_and_listed() {
    let output = compare(false, Lang::Zh, &["workplaces"]);
    let text = out(&output);
    assert!(text.contains("滨州  235 家＋2"), "{text}");
    let listed = "同年另有\n  滨州  12 家（时期数 · 市本级；2024 全年） binzhou-2024-new\n  \
                  滨州  46 家（界别工作室 · 市本级；截至 2024-12-31） binzhou-2024-studios\n";
    assert!(text.contains(listed), "{text}");
    // The mark takes nothing away from what stands behind it, and needs no sign that is not there.
    let rows: Vec<&str> = text.lines().filter(|line| line.contains(" 家") && line.contains('█')).collect();
    let bars: Vec<usize> = rows.iter().map(|row| cppcc::text::width(row.split('█').next().unwrap())).collect();
    assert!(bars.len() == 2 && bars[0] == bars[1], "{text}");
    let ascii = compare(false, Lang::En, &["workplaces", "--ascii"]);
    assert!(out(&ascii).contains("235 places+2"), "{}", out(&ascii));
    let plain = compare(false, Lang::En, &["workplaces", "--plain"]);
    assert!(out(&plain).contains("2 other figures of the same year"), "{}", out(&plain));
    assert!(!out(&compare(false, Lang::Zh, &["meetings"])).contains("另有"));
}

#[test]
fn every_format_carries_what_else_is_held() {
    let json = json(&compare(false, Lang::Zh, &["workplaces", "--format", "json"]));
    let others = serde_json::json!(["binzhou-2024-new", "binzhou-2024-studios"]);
    assert_eq!((&json["cells"][0]["also_held"], &json["cells"][1]["also_held"]), (&others, &serde_json::json!([])));
    assert_eq!((&json["variant"], &json["scope"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    let csv = compare(false, Lang::Zh, &["workplaces", "--format", "csv"]);
    let rows: Vec<&str> = out(&csv).lines().collect();
    assert!(rows[0].ends_with(",also_held"), "{rows:?}");
    assert!(rows[1].ends_with(",binzhou-2024-new binzhou-2024-studios") && rows[2].ends_with(','), "{rows:?}");
    let markdown = compare(false, Lang::Zh, &["workplaces", "--format", "md"]);
    let text = out(&markdown);
    assert!(text.contains("| 滨州 | 235 家[^workplaces-binzhou] |"), "{text}");
    assert!(text.contains("\n[^workplaces-binzhou]: 同年另有：12 家（时期数"), "{text}");
}

#[test]
fn a_variant_is_chosen_by_its_name_or_the_beginning_of_it() {
    for typed in ["界别工作室", "界别", "sector studios", "Sector", "jiebiegongzuoshi", "jbgzs"] {
        let output = compare(false, Lang::En, &["workplaces", "--variant", typed, "--format", "json"]);
        ends(&output, 1);
        let json = json(&output);
        assert_eq!(json["cells"][0]["observation"], "binzhou-2024-studios", "{typed}");
        assert_eq!(json["cells"][0]["also_held"], serde_json::json!(["binzhou-2024-new", "binzhou-2024-stations"]));
        assert_eq!(json["cells"][1]["missing"], "nothing-of-choice");
        assert_eq!(json["cells"][1]["also_held"], serde_json::json!(["jinan-2024-stations"]));
        assert_eq!(json["variant"], serde_json::json!({ "zh": "界别工作室", "en": "sector studios" }));
    }
    let plain = compare(false, Lang::Zh, &["workplaces", "--variant", "none"]);
    ends(&plain, 1);
    assert!(out(&plain).contains("委员工作站点 · 原值 · 最近 · 按指标口径"), "{}", out(&plain));
    assert!(out(&plain).contains("12 家＋2") && out(&plain).contains("不是所选的口径或范围＋1"), "{}", out(&plain));
    let scope = compare(false, Lang::En, &["workplaces", "--scope", "city", "--format", "json"]);
    assert_eq!((json(&scope)["scope"].as_str(), scope.status.code()), (Some("city"), Some(0)));
    ends(&compare(false, Lang::En, &["workplaces", "--scope", "project"]), 1);
}

#[test]
fn a_name_that_is_none_is_answered_with_those_that_are() {
    let slip = compare(false, Lang::Zh, &["workplaces", "--variant", "工做站"]);
    ends(&slip, 2);
    assert_eq!(err(&slip), "cppcc: 没有名为“工做站”的口径；现有：工作站、界别工作室、none\n");
    let slip = compare(false, Lang::En, &["workplaces", "--variant", "sector studois"]);
    assert_eq!(err(&slip), "cppcc: no variant is called “sector studois”; there are: sector studios, stations, none\n");
    let other = compare(false, Lang::En, &["meetings", "--variant", "stations"]);
    assert_eq!(err(&other), "cppcc: no variant is called “stations”; there are: none\n");
    let scope = compare(false, Lang::Zh, &["workplaces", "--scope", "county"]);
    ends(&scope, 2);
    assert!(err(&scope).contains("--scope 没有“county”这个取值") && err(&scope).contains("city-and-counties"));
}

#[test]
fn the_options_are_explained_in_both_languages() {
    for (lang, words) in
        [(Lang::Zh, "none 为指标本身的口径"), (Lang::En, "or none for what the indicator itself counts")]
    {
        let help = program::run(lang, &["compare", "--help"]);
        let text = out(&help).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(words) && text.contains("--scope <city|city-and-counties|platform"), "{text}");
    }
}
