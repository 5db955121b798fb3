//! Names that are typed in the shell: what each is taken for, and what is said where it could be several things.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
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
}

#[test]
fn a_beginning_of_the_head_that_several_share_means_the_usual_one() {
    for name in ["lati", "lianti", "立案", "proposals fi"] {
        let output = compare(&pack(&[YEARLY, AT_SESSION]), Lang::Zh, name);
        assert_eq!(compared(&output), "filed-yearly", "{name}");
        assert!(err(&output).contains("按 filed-yearly“立案提案（全年或周期）”理解"), "{}", err(&output));
        // The one without a bracket is the usual one, wherever it stands.
        let output = compare(&pack(&[YEARLY, ("plain", "立案提案", "Proposals filed")]), Lang::Zh, name);
        assert_eq!(compared(&output), "plain", "{name}");
        // Another head is another thing.
        let other = ("inspected", "立案提查", "Proposals finished");
        ends(&compare(&pack(&[YEARLY, AT_SESSION, other]), Lang::Zh, name), 2);
    }
}

/// What is typed under a Chinese input method is what the same keys type without it.
#[test]
fn values_may_be_typed_in_full_width() {
    let shown = |arguments: &[&str]| program(Lang::Zh).args(arguments).output().unwrap();
    let by = |when: &str| shown(&["compare", "lati", "--when", when, "--format", "csv"]);
    let year = by("2025");
    ends(&year, 0);
    for when in ["２０２５", "2025年", "２０２５年", " 2025 "] {
        assert_eq!(out(&by(when)), out(&year), "{when}");
    }
    assert_eq!(out(&by("ｌａｔｅｓｔ")), out(&by("latest")));
    for when in ["latest年", "25年", "2025年年", "年", "２０２"] {
        ends(&by(when), 2);
        assert!(err(&by(when)).contains(&format!("--when 的取值“{when}”有误")), "{}", err(&by(when)));
    }
    let csv = shown(&[
        "compare",
        "ｌａｔｉ",
        "--area",
        "滨州，ｊｉｎａｎ、青島",
        "--per",
        "ｍｏｎｔｈ",
        "--format",
        "ｃｓｖ",
    ]);
    let plain = shown(&["compare", "lati", "--area", "binzhou,jinan,qingdao", "--per", "month", "--format", "csv"]);
    ends(&csv, 0);
    assert_eq!(out(&csv), out(&plain));
    // There is no terminal, which is said only once the number is understood.
    for minutes in ["１５", "15分钟"] {
        let output = shown(&["present", "--minutes", minutes]);
        assert!(!err(&output).contains("--minutes"), "{}", err(&output));
    }
    let picture = |size: &str| shown(&["shot", "--screen", "compare", "--size", size]);
    ends(&picture("８０×２４"), 0);
    assert_eq!(out(&picture("８０×２４")), out(&picture("80x24")));
}

/// The names that the shipped data have, as people type them in the shell.
#[test]
fn a_part_of_a_name_will_do_where_one_name_has_it() {
    let compare = |name: &str| program(Lang::Zh).args(["compare", name, "--format", "json"]).output().unwrap();
    for name in ["lati", "lata", "lianti", "立案提案", "proposals-filed", "Proposals Filed", "LATA", "立案ti"] {
        assert_eq!(compared(&compare(name)), compared(&compare("proposals-filed")), "{name}");
    }
    for name in ["批示", "pishi", "instructions"] {
        let output = compare(name);
        ends(&output, 2);
        let said = err(&output);
        assert!(said.contains("可指不止一个指标"), "{said}");
        let dataset = support::library::shipped();
        let holders = dataset.indicators.iter().map(|(_, indicator)| indicator);
        let holders: Vec<_> = holders.filter(|indicator| indicator.name.zh.contains("批示")).collect();
        assert!(holders.len() > 1);
        for indicator in holders {
            assert!(said.contains(&indicator.id) && said.contains(&indicator.name.zh), "{said}");
        }
    }
    let city = |name: &str| program(Lang::Zh).args(["city", name]).output().unwrap();
    for name in ["濱州", "滨", "binz", "ＢＺ", "371600", "滨州市政协", "滨州市"] {
        assert_eq!(out(&city(name)), out(&city("binzhou")), "{name}: {}", err(&city(name)));
    }
    let show = |figure: &str| program(Lang::Zh).args(["show", figure]).output().unwrap();
    assert_eq!(out(&show("青岛 立案提案 2025")), out(&show("qingdao-2025-proposals-filed")));
    ends(&show("青岛 2025"), 2);
}
