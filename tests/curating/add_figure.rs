//! `cppcc add`: a figure out of a sentence, from the shell. What the sentence tells is read out of it; what it does not tell is
//! asked for, each thing under its option; nothing is written unless all data are sound with it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use support::program::{ends, err, out, program};

const SENTENCE: &str = "2024年，德州市政协召开协商会议12场，共立案提案512件，办复500余件。";

/// What adds a sixth city, but for its figure.
const CITY: [&str; 10] = [
    "--new-area",
    "德州",
    "--code",
    "371400",
    "--title",
    "政协工作报告",
    "--outlet",
    "德州日报",
    "--published",
    "2025-02",
];

fn command(home: &Path, lang: Lang) -> Command {
    let mut command = program(lang);
    command.env("XDG_DATA_HOME", home);
    command
}

fn add(home: &Path, lang: Lang, arguments: &[&str]) -> Output {
    command(home, lang).arg("add").args(arguments).output().unwrap()
}

fn added_city(home: &Path) -> Output {
    let output = add(
        home,
        Lang::Zh,
        &[&CITY[..], &["--indicator", "proposals-filed", "--sentence", SENTENCE, "--take", "2"]].concat(),
    );
    ends(&output, 0);
    output
}

fn read(home: &Path, name: &str) -> String {
    fs::read_to_string(home.join("cppcc/data").join(name)).unwrap()
}

#[test]
fn a_sixth_city_is_added_and_compared() {
    let home = tempfile::tempdir().unwrap();
    let output = added_city(home.path());
    let place = home.path().join("cppcc/data/areas/dezhou.toml").display().to_string();
    assert!(out(&output).contains(&format!("# {place}:7\n[[observation]]\nid = \"dezhou-2024-proposals-filed\"")));
    assert!(err(&output).contains("2024年，德州市政协立案提案512件（德州日报，2025年2月）。"), "{}", err(&output));
    assert!(err(&output).contains("已写入") && err(&output).contains(&place), "{}", err(&output));
    let written = read(home.path(), "areas/dezhou.toml");
    for line in ["value = 512\n", "qualifier = \"exact\"\n", "period = \"2024\"\n", "scope = \"city\"\n"] {
        assert!(written.contains(line), "{written}");
    }
    assert!(written.contains("printed = \"共立案提案512件\""), "{written}");
    let compared = command(home.path(), Lang::Zh).args(["compare", "proposals-filed"]).output().unwrap();
    assert!(out(&compared).contains("德州  512 件"), "{}", out(&compared));
    ends(&command(home.path(), Lang::Zh).arg("check").output().unwrap(), 0);
}

/// Returns the number by which `--take` names the phrase in a list of numbers.
fn taken_by(listed: &str, phrase: &str) -> Option<String> {
    let line = listed.lines().find(|line| line.contains("--take ") && line.contains(phrase))?;
    line.split_whitespace().nth(2).map(str::to_owned)
}

/// Whoever has read one list takes the same figure by its number, whichever indicator is named later.
#[test]
fn a_number_of_the_sentence_keeps_its_number_under_every_indicator() {
    let home = tempfile::tempdir().unwrap();
    let sentence = "一年来收到提案486件，立案412件，办复率100%；编报信息近300篇，其中28篇获省政协采用。";
    let list = |more: &[&str]| {
        let output = add(home.path(), Lang::Zh, &[&["--sentence", sentence][..], more].concat());
        ends(&output, 2);
        err(&output).to_owned()
    };
    let (of_all, of_rates) = (list(&[]), list(&["--indicator", "reply-rate", "--area", "滨州"]));
    let of_counts = list(&["--indicator", "members"]);
    for (other, phrase) in [(&of_counts, "近300篇"), (&of_counts, "28篇"), (&of_all, "486件")] {
        assert_eq!(taken_by(other, phrase), taken_by(&of_all, phrase), "{phrase}: {other} {of_all}");
    }
    assert!(!of_rates.contains("--take 1"), "{of_rates}");
    let share = taken_by(&of_all, "100%").unwrap();
    let refused = list(&["--indicator", "proposals-filed", "--take", &share]);
    assert!(refused.contains(&format!("--take：第 {share} 个数不是这项指标所数的")), "{refused}");
}

/// A sentence about one city is not filed under another, and a page is no sentence.
#[test]
fn a_sentence_of_another_city_and_one_that_is_too_long_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let of = |area: &str, sentence: &str| {
        let named =
            ["--indicator", "proposals-filed", "--outlet", "示例日报", "--title", "甲", "--published", "2025年1月"];
        add(home.path(), Lang::Zh, &[&["--area", area, "--sentence", sentence, "--dry-run"], &named[..]].concat())
    };
    let other = of("binzhou", "2024年，聊城市政协立案提案400余件");
    ends(&other, 2);
    assert!(err(&other).contains("--area：句子里写的是聊城市政协，不是滨州"), "{}", err(&other));
    ends(&of("liaocheng", "2024年，聊城市政协立案提案400余件"), 0);
    ends(&of("binzhou", "2024年，滨州与聊城市政协相比，立案提案400余件"), 0);
    let long = of("binzhou", &"2024年立案提案400余件，".repeat(2000));
    ends(&long, 2);
    assert!(err(&long).contains("--sentence：太长"), "{}", err(&long));
}

#[test]
fn what_the_sentence_does_not_decide_is_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let output = add(home.path(), Lang::Zh, &["--area", "滨州", "--indicator", "立案提案", "--sentence", SENTENCE]);
    ends(&output, 2);
    assert_eq!(
        err(&output),
        "cppcc: --take：这句话里有几个数，请选一个\n\
         cppcc: --indicator：“立案提案”按 proposals-filed“立案提案（全年或周期）”理解；同名指标还有：\
         proposals-filed-at-session“立案提案（大会截止）”。请写明是哪一个\n\
         cppcc: --article | --title：出自哪篇文章？输入标题的一部分查找，或新建\n\
         cppcc:   --take 1  “德州市政协召开协商会议12场”（value = 12, qualifier = \"exact\"）\n\
         cppcc:   --take 2  “共立案提案512件”（value = 512, qualifier = \"exact\"）\n\
         cppcc:   --take 3  “办复500余件”（value = 500, qualifier = \"at-least\"）\n\
         cppcc: 未写入\n"
    );
    let output = add(home.path(), Lang::En, &[]);
    ends(&output, 2);
    for option in ["--sentence: ", "--indicator: ", "--area: ", "--article | --title: "] {
        assert!(err(&output).contains(&format!("cppcc: {option}")), "{}", err(&output));
    }
    assert!(err(&output).ends_with("cppcc: nothing is written\n") && out(&output).is_empty());
    for (arguments, words) in [
        (&["--take", "4"][..], "--take：可取第 1 至 3 个"),
        (&["--take", "0"], "--take：可取第 1 至 3 个"),
        (&["--take", "2", "--value", "513"], "--value：原文印的是 512；若另有读法，请填“读法”"),
        (&["--take", "2", "--period", "去年"], "--period：写作 2024、2024-H1"),
        (&["--take", "2", "--area", "巴黎"], "--area：没有名为“巴黎”的地区"),
        (&["--take", "2", "--published", "去年", "--title", "甲"], "--published：写作 2025-02-18"),
        (&["--take", "2", "--new-area", "德州", "--code", "371600"], "--code：这是滨州的代码"),
    ] {
        let base = ["--indicator", "proposals-filed", "--sentence", SENTENCE];
        let output = add(home.path(), Lang::Zh, &[&base[..], arguments].concat());
        ends(&output, 2);
        assert!(err(&output).contains(words), "{arguments:?}: {}", err(&output));
    }
    assert!(!home.path().join("cppcc").exists(), "nothing was written");
}

#[test]
fn what_all_data_refuse_is_not_written() {
    let home = tempfile::tempdir().unwrap();
    added_city(home.path());
    let before = read(home.path(), "areas/dezhou.toml");
    let base = ["--area", "德州", "--indicator", "proposals-filed", "--article", "政协工作报告"];
    let output = add(
        home.path(),
        Lang::Zh,
        &[&base[..], &["--sentence", SENTENCE, "--take", "2", "--qualifier", "below"]].concat(),
    );
    ends(&output, 2);
    assert!(err(&output).contains("qualifier = \"exact\"") && err(&output).contains("数据有"), "{}", err(&output));
    // A contradiction, and an id that is taken.
    let output = add(
        home.path(),
        Lang::Zh,
        &[&base[..], &["--sentence", "2024年，立案513件", "--id", "dezhou-2024-proposals-filed"]].concat(),
    );
    ends(&output, 2);
    assert!(err(&output).contains("重复"), "{}", err(&output));
    assert_eq!(read(home.path(), "areas/dezhou.toml"), before);
    // Nor is what a check would refuse afterwards: a figure of a time after its article.
    let later = ["--sentence", "立案514件", "--period", "2027"];
    let output = add(home.path(), Lang::Zh, &[&base[..], &later].concat());
    ends(&output, 2);
    assert!(err(&output).contains("早于这个数的时段终了"), "{}", err(&output));
    assert_eq!(read(home.path(), "areas/dezhou.toml"), before);
    // Nor is anything where the data in force are broken already.
    fs::write(home.path().join("cppcc/data/areas/other.toml"), "[[area]\n").unwrap();
    let output = add(home.path(), Lang::Zh, &[&base[..], &["--sentence", "2023年，立案500件"]].concat());
    ends(&output, 2);
    assert!(err(&output).contains("other.toml:1:"), "{}", err(&output));
}

#[test]
fn names_are_those_of_the_other_commands() {
    let home = tempfile::tempdir().unwrap();
    added_city(home.path());
    let output = add(
        home.path(),
        Lang::En,
        &[
            "--area",
            "dz",
            "--indicator",
            "weiyuanrenshu",
            "--article",
            "政协工作报告",
            "--sentence",
            "截至2024年底，有委员441名",
            "--dry-run",
        ],
    );
    ends(&output, 0);
    assert!(
        out(&output).contains("period = \"2024-12-31\"") && out(&output).contains("value = 441"),
        "{}",
        out(&output)
    );
    assert!(err(&output).contains("checked, not written"), "{}", err(&output));
    assert!(!read(home.path(), "areas/dezhou.toml").contains("441"));
    // An article that was read in full has paragraphs.
    let base = ["--area", "binzhou", "--indicator", "proposals-filed", "--article", "binzhou-2024-briefing"];
    let output = add(home.path(), Lang::Zh, &[&base[..], &["--sentence", "2024年立案9件"]].concat());
    assert!(err(&output).contains("--paragraph：第几段？"), "{}", err(&output));
    let output =
        add(home.path(), Lang::Zh, &[&base[..], &["--sentence", "2024年立案9件", "--paragraph", "999"]].concat());
    assert!(err(&output).contains("--paragraph：应是 1 至"), "{}", err(&output));
}

#[test]
fn an_indicator_of_ones_own_and_words_without_a_number() {
    let home = tempfile::tempdir().unwrap();
    added_city(home.path());
    let base = ["--area", "德州", "--article", "政协工作报告", "--period", "2024"];
    let output = add(
        home.path(),
        Lang::Zh,
        &[
            &base[..],
            &[
                "--sentence",
                "接待来访近300批",
                "--new-indicator",
                "接待来访",
                "--in-theme",
                "service",
                "--nature",
                "flow",
                "--unit",
                "批",
            ],
            &["--definition", "全年接待群众来访的批次。"],
        ]
        .concat(),
    );
    ends(&output, 0);
    let catalogue = read(home.path(), "catalogue.toml");
    assert!(catalogue.contains("id = \"jiedailaifang\"\ntheme = \"service\"\nname = \"接待来访\""), "{catalogue}");
    assert!(read(home.path(), "areas/dezhou.toml").contains("value = 300\nqualifier = \"below\""));
    let rate = ["--indicator", "annual-tasks-done", "--sentence", "任务圆满完成", "--value", "100"];
    let output = add(home.path(), Lang::Zh, &[&base[..], &rate[..]].concat());
    ends(&output, 2);
    assert!(err(&output).contains("请填数值和读法"), "{}", err(&output));
    let output = add(home.path(), Lang::Zh, &[&base[..], &rate[..], &["--reading", "“圆满完成”读作 100%。"]].concat());
    ends(&output, 0);
    assert!(read(home.path(), "areas/dezhou.toml").contains("printed = \"任务圆满完成\""));
}

#[test]
fn an_empty_folder_is_where_one_begins_and_the_last_folder_is_written_to() {
    let home = tempfile::tempdir().unwrap();
    let (one, two) = (home.path().join("one"), home.path().join("two"));
    for folder in [&one, &two] {
        fs::create_dir(folder).unwrap();
    }
    fs::write(one.join("x.toml"), "[[theme]]\nid = \"x\"\nname = \"甲\"\n").unwrap();
    let output = add(
        home.path(),
        Lang::Zh,
        &[
            &CITY[..],
            &["--indicator", "proposals-filed", "--sentence", "2024年立案512件", "--data"],
            &[one.to_str().unwrap(), "--data", two.to_str().unwrap()],
        ]
        .concat(),
    );
    ends(&output, 0);
    assert_eq!(fs::read_dir(&one).unwrap().count(), 1);
    assert!(two.join("pack.toml").exists() && two.join("areas/dezhou.toml").exists());
    assert!(!home.path().join("cppcc").exists());
    // One file may stand for a folder.
    let file = home.path().join("all.toml");
    fs::write(&file, "# all in one\n").unwrap();
    let output = add(
        home.path(),
        Lang::Zh,
        &[
            &CITY[..],
            &["--indicator", "proposals-filed", "--sentence", "2024年立案512件", "--data", file.to_str().unwrap()],
        ]
        .concat(),
    );
    ends(&output, 0);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("# all in one\n\n[[area]]") && text.contains("[[observation]]"), "{text}");
}

#[test]
fn a_sentence_may_come_by_a_pipe() {
    use std::io::Write;
    let home = tempfile::tempdir().unwrap();
    let mut child = command(home.path(), Lang::Zh)
        .arg("add")
        .args(CITY)
        .args(["--indicator", "proposals-filed", "--sentence", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("2024年立案512件\n".as_bytes()).unwrap();
    ends(&child.wait_with_output().unwrap(), 0);
}

/// Begins to add a figure of its own number.
fn spawn(home: &Path, number: usize) -> Child {
    let sentence = format!("2024年立案{}件", 1000 + number);
    let variant = format!("第{number}类");
    command(home, Lang::Zh)
        .args(["add", "--area", "德州", "--indicator", "proposals-filed", "--article", "政协工作报告"])
        .args(["--sentence", &sentence, "--variant", &variant, "--id", &format!("dezhou-2024-n{number}")])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn two_that_add_at_the_same_moment_lose_nothing() {
    let home = tempfile::tempdir().unwrap();
    added_city(home.path());
    for round in 0..60 {
        let children = [spawn(home.path(), 2 * round), spawn(home.path(), 2 * round + 1)];
        for mut child in children {
            assert_eq!(child.wait().unwrap().code(), Some(0), "round {round}");
        }
        let text = read(home.path(), "areas/dezhou.toml");
        for number in [2 * round, 2 * round + 1] {
            assert!(text.contains(&format!("\"dezhou-2024-n{number}\"")), "round {round}: {text}");
        }
    }
    ends(&command(home.path(), Lang::Zh).arg("check").output().unwrap(), 0);
}

#[test]
fn whatever_is_killed_leaves_the_old_or_the_new_and_nothing_in_the_way() {
    let home = tempfile::tempdir().unwrap();
    added_city(home.path());
    let mut before = read(home.path(), "areas/dezhou.toml");
    let mut written = 0;
    for round in 0..200 {
        let mut child = spawn(home.path(), round);
        // From before it reads to after it is done.
        std::thread::sleep(Duration::from_micros(u64::from(u32::try_from(round).unwrap()) * 600));
        child.kill().unwrap();
        child.wait().unwrap();
        let after = read(home.path(), "areas/dezhou.toml");
        if after != before {
            let added = after.strip_prefix(&before).unwrap_or_else(|| panic!("{after}"));
            assert!(added.ends_with(" }\n") && added.contains(&format!("n{round}\"")), "{added}");
            written += 1;
        }
        before = after;
    }
    // What was left behind stops nobody, and is gone with the next change.
    assert_eq!(spawn(home.path(), 900).wait().unwrap().code(), Some(0));
    let names: Vec<_> =
        fs::read_dir(home.path().join("cppcc/data/areas")).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(names, ["dezhou.toml"], "{written} of 200 were written");
    assert!(!home.path().join("cppcc/data/.lock").exists());
    ends(&command(home.path(), Lang::Zh).arg("check").output().unwrap(), 0);
}
