//! Names that are typed in the shell: what each is taken for, and what is said where it could be several things.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use cppcc::text::Lang;
use std::fmt::Write;
use std::process::Output;
use support::pack::{self, Figure};
use support::program::{ends, err, out, program};
use tempfile::TempDir;

/// A folder with a pack of two cities and of indicators with these ids and names.
fn pack(indicators: &[(&str, &str, &str)]) -> TempDir {
    let figures = [0, 1].map(|city| (city, pack::exact(city, 5.0, 2025, "")));
    let [one, other] = figures.each_ref().map(|(_, keys)| keys);
    let cities = [Figure { city: "东湖", keys: one }, Figure { city: "西山", keys: other }];
    let mut text = pack::text("nature = \"flow\"", &cities);
    for (id, zh, en) in indicators {
        write!(
            text,
            "[[indicator]]\nid = \"{id}\"\ntheme = \"work\"\nname = {{ zh = \"{zh}\", en = \"{en}\" }}\nunit = {{ zh = \
             \"件\", en = \"proposals\" }}\ndefinition = {{ zh = \"定义\", en = \"what counts\" }}\nnature = \"flow\"\n",
        )
        .unwrap();
        for (city, keys) in &figures {
            write!(
                text,
                "[[observation]]\nid = \"c{city}-{id}\"\narea = \"c{city}\"\nindicator = \"{id}\"\nscope = \
                 \"city\"\nstatus = \"achieved\"\n{keys}\n",
            )
            .unwrap();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("pack.toml"), text).unwrap();
    folder
}

/// Compares by the indicator of this name, as JSON.
fn compare(folder: &TempDir, lang: Lang, name: &str) -> Output {
    let mut command = program(lang);
    command.args(["--builtin", "none", "--data"]).arg(folder.path());
    command.args(["compare", name, "--format", "json"]).output().unwrap()
}

/// Returns the id of the indicator that was compared.
#[track_caller]
fn compared(output: &Output) -> String {
    ends(output, 0);
    let document: serde_json::Value = serde_json::from_str(out(output)).unwrap();
    document["indicator"].as_str().unwrap().to_owned()
}

const YEARLY: (&str, &str, &str) = ("filed-yearly", "立案提案（全年或周期）", "Proposals filed (year or cycle)");
const AT_SESSION: (&str, &str, &str) = ("filed-at-session", "立案提案（大会截止）", "Proposals filed (at the session)");
const LATE: (&str, &str, &str) = ("filed-late", "立案提案 (会后)", "Proposals filed (late)");

#[test]
fn a_name_is_understood_by_its_head_before_a_bracket() {
    let several = pack(&[YEARLY, AT_SESSION, LATE]);
    for name in ["立案提案", "lata", "lianti'an", "proposals filed", "ＬＡＴＡ"] {
        for (lang, said) in [
            (
                Lang::Zh,
                format!(
                    "cppcc: “{name}”按 filed-yearly“立案提案（全年或周期）”理解；同名指标还有：filed-at-session“立案提案（大会截止）”、filed-late“立案提案 (会后)”\n"
                ),
            ),
            (
                Lang::En,
                format!(
                    "cppcc: “{name}” is taken as filed-yearly “Proposals filed (year or cycle)”; other indicators of that name: filed-at-session “Proposals filed (at the session)”, filed-late “Proposals filed (late)”\n"
                ),
            ),
        ] {
            let output = compare(&several, lang, name);
            assert_eq!(err(&output), said);
            assert_eq!(compared(&output), "filed-yearly");
        }
    }
    // The order is that of the catalogue, whatever the names are.
    let turned = compare(&pack(&[AT_SESSION, YEARLY]), Lang::Zh, "立案提案");
    assert_eq!(compared(&turned), "filed-at-session");
    let alone = compare(&pack(&[YEARLY]), Lang::Zh, "立案提案");
    assert_eq!((err(&alone), compared(&alone).as_str()), ("", "filed-yearly"));
}

#[test]
fn the_exact_name_or_id_wins_over_a_head() {
    let folder =
        pack(&[YEARLY, ("plain", "立案提案", "Proposals filed"), AT_SESSION, ("lata", "别的", "Something else")]);
    for (name, id) in [
        ("立案提案", "plain"),
        ("Proposals filed", "plain"),
        ("lata", "lata"),
        ("立案提案（大会截止）", "filed-at-session"),
        ("立案提案(大会截止)", "filed-at-session"),
        ("latadhjz", "filed-at-session"),
        ("proposals filed (year or cycle)", "filed-yearly"),
        ("filed-yearly", "filed-yearly"),
    ] {
        let output = compare(&folder, Lang::Zh, name);
        assert_eq!((err(&output), compared(&output).as_str()), ("", id), "{name}");
    }
    // What is left out at a name's end is no head.
    let output = compare(&pack(&[YEARLY, AT_SESSION]), Lang::Zh, "立案");
    ends(&output, 2);
}
