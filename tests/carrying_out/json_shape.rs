//! Everything that the program writes as JSON is as `data/export.schema.json` says.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use serde_json::Value;
use support::json_schema;
use support::program::{ends, out, run};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../data/export.schema.json")).unwrap()
}

#[track_caller]
fn check(definition: &str, document: &Value) {
    let faults = json_schema::faults(&schema(), definition, document);
    assert!(faults.is_empty(), "{definition}: {} faults\n{}", faults.len(), faults[..faults.len().min(10)].join("\n"));
}

fn written(arguments: &[&str]) -> Value {
    let output = run(Lang::En, arguments);
    ends(&output, 0);
    serde_json::from_str(out(&output)).unwrap()
}

#[test]
fn all_data_and_what_is_chosen_of_them_have_the_shape_that_is_described() {
    check("dataset", &written(&["export", "--format", "json"]));
    let chosen =
        written(&["export", "--format", "json", "--area", "qingdao", "--in-theme", "proposals", "--when", "2025"]);
    check("dataset", &chosen);
    assert!(!chosen["observations"].as_array().unwrap().is_empty());
    check("csl-json", &written(&["export", "--format", "csl-json"]));
    check("csl-json", &written(&["list", "articles", "--cite", "csl-json"]));
}

#[test]
fn comparisons_have_the_shape_that_is_described() {
    check("comparison", &written(&["compare", "proposals-filed", "--format", "json"]));
    for per in ["month", "100-members", "million-residents"] {
        check("comparisons", &written(&["compare", "--per", per, "--format", "json"]));
    }
    for when in ["latest", "closest", "2024"] {
        check("comparisons", &written(&["compare", "--when", when, "--format", "json"]));
    }
    check(
        "comparison",
        &written(&["compare", "proposals-filed", "--variant", "none", "--scope", "city", "--format", "json"]),
    );
    check("side-by-side", &written(&["compare", "--area", "qingdao,jinan", "--side-by-side", "--format", "json"]));
}

#[test]
fn lists_have_the_shape_that_is_described() {
    for subject in ["areas", "themes", "indicators", "articles", "initiatives", "figures", "decks"] {
        let list = written(&["list", subject, "--format", "json"]);
        assert!(!list.as_array().unwrap().is_empty(), "{subject}");
        check(&format!("list-{subject}"), &list);
    }
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("config.toml");
    std::fs::write(&settings, "[groups]\n\"coast\" = [\"qingdao\", \"binzhou\"]\n").unwrap();
    let groups = written(&["list", "groups", "--format", "json", "--config", settings.to_str().unwrap()]);
    assert_eq!(groups[0]["count"], 2);
    check("list-groups", &groups);
}

#[test]
fn a_document_of_another_shape_is_told_with_its_place() {
    let mut data = written(&["export", "--format", "json"]);
    data["observations"][3]["qualifier"] = "more".into();
    data["articles"][0].as_object_mut().unwrap().remove("grade");
    data["packs"][0]["licence"] = "MIT".into();
    let faults = json_schema::faults(&schema(), "dataset", &data);
    let told = |place: &str| assert!(faults.iter().any(|fault| fault.starts_with(place)), "{place}: {faults:?}");
    told("$.observations[3].qualifier: enum");
    told("$.articles[0]: required");
    told("$.packs[0]: additionalProperties");
    assert_eq!(faults.len(), 3, "{faults:?}");
}
