//! Lists in the shell: what is listed, that nothing is cut where nothing limits a line, and what is said where something does.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::data::{self, Builtin};
use cppcc::deck::Library;
use cppcc::domain::Grade;
use cppcc::text::{Lang, width};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use support::program::{PROGRAM, ends, err, out, program, run};

const SUBJECTS: [&str; 8] = ["areas", "themes", "indicators", "articles", "initiatives", "figures", "decks", "groups"];

fn library() -> Library {
    data::load(data::builtin(Builtin::All)).unwrap()
}

fn json(arguments: &[&str]) -> Vec<serde_json::Value> {
    let output = run(Lang::En, &[arguments, &["--format", "json"]].concat());
    ends(&output, 0);
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What the program writes to a terminal of so many columns, standard error with it.
fn on_a_terminal(columns: u16, lang: &str, arguments: &[&str]) -> String {
    let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["--lang", lang]);
    command.args(arguments);
    for (name, value) in [("TERM", "xterm-256color"), ("NO_COLOR", "1"), ("XDG_DATA_HOME", "/nonexistent")] {
        command.env(name, value);
    }
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let (mut written, mut part) = (Vec::new(), [0; 4096]);
    let mut reader = pair.master.try_clone_reader().unwrap();
    while let Ok(length @ 1..) = reader.read(&mut part) {
        written.extend_from_slice(&part[..length]);
    }
    child.wait().unwrap();
    String::from_utf8(written).unwrap().replace("\r\n", "\n")
}

#[test]
fn nothing_is_cut_where_nothing_limits_a_line() {
    let library = library();
    for lang in [Lang::Zh, Lang::En] {
        let listed = |what| out(&run(lang, &["list", what])).to_owned();
        let articles = listed("articles");
        for (_, article) in library.articles.iter() {
            assert!(articles.contains(&article.title), "{}", article.title);
        }
        let (areas, initiatives, indicators) = (listed("areas"), listed("initiatives"), listed("indicators"));
        assert!(library.areas.iter().all(|(_, area)| areas.contains(area.committee.get(lang))), "{areas}");
        assert!(library.initiatives.iter().all(|(_, one)| initiatives.contains(one.name.get(lang))), "{initiatives}");
        assert!(library.indicators.iter().all(|(_, one)| indicators.contains(one.name.get(lang))), "{indicators}");
    }
    // The title and the address of what is cited stand whole, on one line, wherever a comparison or a figure is written.
    let markdown = run(Lang::Zh, &["compare", "--format", "md"]);
    for output in [run(Lang::Zh, &["compare"]), run(Lang::Zh, &["compare", "--plain"]), markdown] {
        let text = out(&output).replace('\\', "");
        let mut cited = 0;
        for start in library.articles.iter().map(|(_, article)| start(&article.title)).collect::<BTreeSet<_>>() {
            let titles = library.articles.iter().map(|(_, article)| article.title.as_str());
            let titles: BTreeSet<&str> = titles.filter(|title| title.starts_with(&start)).collect();
            let whole: usize = titles.iter().map(|title| text.matches(&format!("《{title}》")).count()).sum();
            assert_eq!(text.matches(&format!("《{start}")).count(), whole, "{start}");
            cited += whole;
        }
        assert!(cited > 100, "{cited}");
    }
    for (key, article) in library.articles.iter() {
        let (Some(address), Some(figure)) = (&article.address, library.observations.of_article(key).first()) else {
            continue;
        };
        let shown = run(Lang::En, &["show", &library.observations[*figure].id]);
        assert!(out(&shown).contains(address.as_str()), "{}", out(&shown));
    }
}

/// The beginning of a title, which would stand before the dots if it were cut.
fn start(title: &str) -> String {
    title.chars().take(12).collect()
}

#[test]
fn columns_are_honoured_where_somebody_has_exported_them() {
    for columns in ["72", "100"] {
        let room: usize = columns.parse().unwrap();
        for arguments in [&["compare", "立案提案"] as &[&str], &["list", "articles"], &["city", "滨州"]] {
            let output = program(Lang::Zh).args(arguments).env("COLUMNS", columns).output().unwrap();
            ends(&output, 0);
            let longest = out(&output).lines().map(width).max().unwrap();
            assert!(longest <= room && longest + 12 > room, "{arguments:?}: {longest} of {room}");
        }
    }
    for nothing in ["", "0", "wide"] {
        let output = program(Lang::Zh).args(["list", "articles"]).env("COLUMNS", nothing).output().unwrap();
        assert_eq!(out(&output), out(&run(Lang::Zh, &["list", "articles"])), "{nothing}");
    }
}

#[test]
fn a_terminal_is_never_overflowed_and_is_told_what_is_left_out() {
    for lang in ["zh", "en"] {
        for columns in [40, 60, 72, 80, 200] {
            for what in SUBJECTS {
                let text = on_a_terminal(columns, lang, &["list", what]);
                let told = if lang == "zh" { "未列出：" } else { "have no room for: " };
                let is_said = |line: &&str| line.starts_with("cppcc: ");
                let mut rows = text.lines().filter(|line| !is_said(line));
                assert!(rows.all(|line| width(line) <= usize::from(columns)), "{what} {columns}: {text}");
                let said = text.lines().filter(is_said).filter(|line| line.contains(told)).count();
                // All columns are there where one line more than those of the widest terminal is written, or none is missing.
                let headings = |text: &str| text.lines().next().unwrap_or_default().split_whitespace().count();
                let stands_whole = headings(&text) == headings(out(&run(language(lang), &["list", what])));
                let is_below_each_other = text.lines().nth(1).is_some_and(|line| line.starts_with("  "));
                let is_empty = what == "groups";
                assert_eq!(
                    said,
                    usize::from(!stands_whole && !is_below_each_other && !is_empty),
                    "{what} {columns}: {text}"
                );
            }
        }
    }
    let narrow = on_a_terminal(80, "zh", &["list", "articles"]);
    assert!(narrow.contains("cppcc: 屏宽 80 列，未列出：来源、体裁、所见；放宽窗口，或用 --format csv"), "{narrow}");
}

fn language(word: &str) -> Lang {
    if word == "zh" { Lang::Zh } else { Lang::En }
}

#[test]
fn figures_are_chosen_by_everything_that_is_known_of_them() {
    let library = library();
    assert_eq!(json(&["list", "figures"]).len(), library.observations.len());
    let count = |arguments: &[&str]| json(&[&["list", "figures"], arguments].concat()).len();
    for (key, area) in library.areas.iter() {
        assert_eq!(count(&["--area", &area.name.zh]), library.observations.of_area(key).len(), "{}", area.id);
    }
    let mut of_themes = 0;
    for (_, theme) in library.themes.iter() {
        let by_name = count(&["--in-theme", &theme.name.zh]);
        assert_eq!((count(&["--in-theme", &theme.id]), count(&["--in-theme", &theme.name.en])), (by_name, by_name));
        of_themes += by_name;
    }
    assert_eq!(of_themes, library.observations.len());
    let words = |option: &str, words: &[&str]| words.iter().map(|word| count(&[option, word])).sum::<usize>();
    assert_eq!(words("--grade", &["full", "excerpt", "repost", "digest"]), library.observations.len());
    assert_eq!(count(&["--grade", "full,excerpt"]), words("--grade", &["full", "excerpt"]));
    assert_eq!(words("--status", &["achieved", "planned", "forecast"]), library.observations.len());
    let of_year = library.observations.iter().filter(|(key, _)| library.observations.time(*key).year() == Some(2025));
    assert_eq!(count(&["--when", "2025"]), of_year.count());
    let filed = json(&["list", "figures", "--indicator", "立案提案", "--area", "jinan,qingdao", "--when", "latest"]);
    let compared: serde_json::Value = serde_json::from_slice(
        &run(Lang::En, &["compare", "立案提案", "--area", "jinan,qingdao", "--format", "json"]).stdout,
    )
    .unwrap();
    let taken: Vec<_> = compared["cells"].as_array().unwrap().iter().map(|cell| cell["observation"].clone()).collect();
    assert_eq!(filed.len(), 2);
    assert!(filed.iter().all(|figure| taken.contains(&figure["id"])), "{filed:?}");
    let full = library.articles.iter().filter(|(_, article)| article.grade == Grade::Full).count();
    assert_eq!(json(&["list", "articles", "--grade", "full"]).len(), full);
}

#[test]
fn a_filter_that_can_choose_nothing_is_refused() {
    for (arguments, words) in [
        (&["list", "themes", "--area", "jinan"] as &[&str], "nothing can"),
        (&["list", "articles", "--when", "2025"], "these can: --area, --grade"),
        (&["list", "decks", "--grade", "full"], "--grade can't choose among decks"),
        (&["list", "figures", "--in-theme", "nothing"], "no theme is called “nothing”; there are: "),
        (&["list", "figures", "--indicator", "nothing"], "no indicator is called “nothing”"),
        (&["list", "figures", "--grade", "ful"], "Nearest: full"),
    ] {
        let output = run(Lang::En, arguments);
        ends(&output, 2);
        assert!(out(&output).is_empty() && err(&output).contains(words), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn every_list_has_every_format() {
    for what in SUBJECTS {
        for format in ["table", "csv", "json", "md"] {
            let output = run(Lang::Zh, &["list", what, "--format", format]);
            ends(&output, 0);
            assert!(!out(&output).is_empty(), "{what} {format}");
        }
    }
}

#[test]
fn decks_are_listed_with_the_users_own() {
    let built_in = json(&["list", "decks"]);
    let library = library();
    let ids: Vec<_> = library.decks.iter().map(|(_, deck)| deck.id.as_str()).collect();
    assert_eq!(built_in.iter().map(|deck| deck["id"].as_str().unwrap()).collect::<Vec<_>>(), ids);
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("deck.toml");
    std::fs::write(&own, support::slides::MINE).unwrap();
    let listed = |path: &Path| run(Lang::En, &["--deck-file", path.to_str().unwrap(), "list", "decks"]);
    let output = listed(&own);
    ends(&output, 0);
    assert!(out(&output).contains(own.to_str().unwrap()), "{}", out(&output));
    for words in ["built in", "your own"] {
        assert!(out(&output).contains(words), "{words}: {}", out(&output));
    }
    std::fs::write(&own, support::slides::MINE.replace("coverage", "covrage")).unwrap();
    let output = listed(&own);
    ends(&output, 2);
    assert!(err(&output).contains("deck.toml:"), "{}", err(&output));
}

#[test]
fn a_comparison_of_many_says_how_many_were_refused() {
    let library = library();
    for arguments in [&["compare"] as &[&str], &["compare", "--in-theme", "提案"], &["compare", "立案提案", "领导批示"]]
    {
        let output = run(Lang::Zh, &[arguments, &["--format", "json"]].concat());
        let compared: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        let refused = compared.iter().filter(|one| !one["refused"].is_null()).count();
        let ranked = compared.iter().filter(|one| !one["ranks"].is_null()).count();
        let unranked = compared.len() - refused - ranked;
        let told = format!(
            "cppcc: {} 项指标：排位次 {ranked} 项，不排位次 {unranked} 项，不予比较 {refused} 项\n",
            compared.len()
        );
        assert!(err(&output).ends_with(&told), "{arguments:?}: {}", err(&output));
        if arguments.contains(&"--in-theme") {
            let theme = library.themes.find("proposals").unwrap();
            let of_theme = |one: &serde_json::Value| {
                let indicator = library.indicators.find(one["indicator"].as_str().unwrap()).unwrap();
                library.indicators[indicator].theme == theme
            };
            assert!(compared.len() > 1 && compared.iter().all(of_theme));
        }
    }
    assert_eq!(err(&run(Lang::Zh, &["compare", "立案提案", "--area", "青岛,济南"])), remark());
}

/// What is said of the name 立案提案, which two indicators bear.
fn remark() -> String {
    err(&run(Lang::Zh, &["list", "figures", "--indicator", "立案提案"])).to_owned()
}

/// Themes are named as everything else is: by id, name, beginning, pinyin or its initials.
#[test]
fn themes_are_named_in_pinyin_too() {
    let ids = |theme: &str| {
        let listed = json(&["list", "indicators", "--in-theme", theme]);
        listed.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (named, others) in [
        ("proposals", &["提案", "tian", "ta", "TA", "ｔａ"][..]),
        ("opinion-reports", &["社情民意信息", "sqmyxx", "sheqingmin", "sqmy"]),
        ("party-building", &["dangde", "ddjs", "ddj"]),
    ] {
        let wanted = ids(named);
        assert!(!wanted.is_empty());
        for other in others {
            assert_eq!(ids(other), wanted, "{other}");
        }
    }
    // What several themes begin with means none of them.
    ends(&run(Lang::Zh, &["list", "indicators", "--in-theme", "p"]), 2);
}
