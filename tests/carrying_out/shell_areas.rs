//! The areas that the settings name, in the shell: `--area @GROUP`, `list groups`, and what is wrong with them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::checked::Faults;
use cppcc::cli::{self, Config};
use cppcc::data::{self, Builtin};
use cppcc::text::Lang;
use std::process::Output;
use support::program::{ends, err, out, program};

const SETTINGS: &str = r#"home = "滨州"
[groups]
"邻市" = ["济南", "lc"]
Coast = ["Qingdao", "济南", "jinan"]
"#;

/// The program with settings, which are read from a file of their own.
fn run(settings: &str, lang: Lang, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, settings).unwrap();
    program(lang).args(["--config", path.to_str().unwrap()]).args(arguments).output().unwrap()
}

/// The settings as the program reads them.
fn config(settings: &str) -> Config {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, settings).unwrap();
    let options = cli::parse(["cppcc", "--config", path.to_str().unwrap()].map(Into::into)).ok().unwrap();
    options.global.config
}

#[test]
fn a_group_stands_for_its_areas_wherever_areas_are_named() {
    for (group, areas) in
        [("@邻市", "济南,聊城"), ("＠邻市", "济南,聊城"), ("@coast", "青岛,济南"), ("@邻，滨州", "济南,聊城,滨州")]
    {
        for command in [
            &["compare", "立案提案", "--format", "json"] as &[&str],
            &["compare", "--format", "csv"],
            &["list", "figures", "--format", "csv"],
            &["list", "articles", "--format", "json"],
            &["list", "initiatives"],
            &["list", "indicators"],
            &["list", "areas", "--format", "md"],
        ] {
            let of = |areas: &str| run(SETTINGS, Lang::Zh, &[command, &["--area", areas]].concat());
            let (by_group, by_name) = (of(group), of(areas));
            assert_eq!(out(&by_group), out(&by_name), "{command:?} {group}: {}", err(&by_group));
            assert!(!out(&by_name).is_empty(), "{command:?}: {}", err(&by_name));
        }
    }
    let two = run(SETTINGS, Lang::En, &["compare", "--side-by-side", "--area", "@coast"]);
    ends(&two, 0);
    assert!(out(&two).contains("Qingdao") && out(&two).contains("Jinan"), "{}", out(&two));
}

#[test]
fn groups_are_listed_in_every_format() {
    let listed = |format| run(SETTINGS, Lang::Zh, &["list", "groups", "--format", format]);
    assert_eq!(out(&listed("table")), "分组   地区        市数\n邻市   济南、聊城     2\nCoast  青岛、济南     2\n");
    assert!(out(&listed("csv")).contains("\r\nCoast,qingdao jinan,青岛、济南,\"Qingdao, Jinan\",2\r\n"));
    assert!(out(&listed("md")).contains("| 邻市 | 济南、聊城 | 2 |"));
    let json: serde_json::Value = serde_json::from_str(out(&listed("json"))).unwrap();
    assert_eq!((&json[0]["name"], &json[0]["areas"]), (&"邻市".into(), &"jinan liaocheng".into()));
    let none = run("", Lang::En, &["list", "groups"]);
    ends(&none, 0);
    assert!(err(&none).contains("cppcc config --template"), "{}", err(&none));
}

#[test]
fn an_unknown_group_or_area_says_what_there_is_and_where_it_stands() {
    let unknown = run(SETTINGS, Lang::Zh, &["compare", "--area", "@远市"]);
    ends(&unknown, 2);
    assert_eq!(err(&unknown), "cppcc: 没有名为“远市”的分组；现有：邻市、Coast\n");
    let none = run("", Lang::En, &["list", "figures", "--area", "@near"]);
    ends(&none, 2);
    assert!(err(&none).contains("[groups]") && err(&none).contains("cppcc config --template"), "{}", err(&none));
    let faulty = "home = \"binzou\"\n[groups]\nnear = [\"jinan\", \"济难\"]\nfar = [\"qingdao\"]\n";
    let used = run(faulty, Lang::Zh, &["compare", "--area", "@near"]);
    ends(&used, 2);
    assert!(err(&used).contains("config.toml:3:18") && err(&used).contains("济难"), "{}", err(&used));
    // What is not used keeps nobody from the rest.
    ends(&run(faulty, Lang::Zh, &["list", "figures", "--area", "@far"]), 0);
    let checked = run(faulty, Lang::En, &["config", "--check"]);
    ends(&checked, 2);
    for place in ["config.toml:1:8", "config.toml:3:18"] {
        assert!(out(&checked).contains(place), "{place}: {}", out(&checked));
    }
    assert_eq!(err(&checked), "cppcc: 2 faults in the settings\n");
    assert!(err(&run(SETTINGS, Lang::En, &["config", "--check"])).contains("no fault in the settings"));
}

#[test]
fn the_areas_of_the_settings_are_found_in_the_data() {
    let library = data::load(data::builtin(Builtin::All)).unwrap();
    let area = |id| library.areas.find(id).unwrap();
    let config = config(SETTINGS);
    assert_eq!(cli::home(&library, &config).unwrap(), Some(area("binzhou")));
    let groups = cli::saved_groups(&library, &config).unwrap();
    let found: Vec<_> = groups.iter().map(|group| (group.name.as_str(), group.areas.clone())).collect();
    assert_eq!(
        found,
        [("邻市", vec![area("jinan"), area("liaocheng")]), ("Coast", vec![area("qingdao"), area("jinan")])]
    );
    let nowhere = self::config("home = \"Paris\"\n");
    let places =
        |faults: &Faults| faults.diagnostics().iter().map(|fault| fault.position.unwrap().to_string()).collect();
    let places: Vec<String> = places(&cli::home(&library, &nowhere).unwrap_err());
    assert_eq!(places, ["1:8"]);
    assert_eq!(cli::home(&library, &Config::default()).unwrap(), None);
}

#[test]
fn ones_own_area_goes_without_saying() {
    let (own, named) = (run(SETTINGS, Lang::Zh, &["city"]), run("", Lang::Zh, &["city", "binzhou"]));
    ends(&own, 0);
    assert_eq!(out(&own), out(&named));
    let against = run(SETTINGS, Lang::Zh, &["compare", "--side-by-side", "--area", "青岛"]);
    let both = run("", Lang::Zh, &["compare", "--side-by-side", "--area", "滨州,青岛"]);
    assert_eq!(out(&against), out(&both));
    for arguments in [&["city"] as &[&str], &["compare", "--side-by-side", "--area", "青岛"]] {
        let nowhere = run("", Lang::Zh, arguments);
        ends(&nowhere, 2);
        assert!(err(&nowhere).contains("home"), "{}", err(&nowhere));
    }
    ends(&run(SETTINGS, Lang::Zh, &["compare", "--side-by-side", "--area", "滨州"]), 2);
    let unknown = run("home = \"Paris\"\n", Lang::En, &["city"]);
    ends(&unknown, 2);
    assert!(err(&unknown).contains("config.toml:1:8"), "{}", err(&unknown));
}
