//! Importing pages: what damage is undone, what is written, and that nothing that was there is touched where it can't be.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::page::{DropReason, MarkKind, RepairKind, clean};
use cppcc::text::Lang;
use encoding_rs::GB18030;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};
use support::mirror::{Gloss, mirrored};
use support::originals::{Home, briefing};
use support::program::{ends, err, out};

const GLOSSES: &[Gloss] = &[('聯', "lián"), ('會', "huì"), ('雲', "yún")];

fn import(home: &Home, page: &Path, more: &[&str]) -> Output {
    home.program(Lang::En).arg("import").arg(page).args(more).output().unwrap()
}

fn paragraphs(page: &str) -> Vec<String> {
    clean(page.as_bytes()).unwrap().paragraphs
}

#[test]
fn a_mirrored_page_reads_as_it_was_printed() {
    // On a mirror marks are half-width before characters are torn.
    let printed = [
        "東湖市政協聯合各區召開會議,委員擔負重任,責任在肩,深入雲山調研。",
        "各級黨組織在領導下擔負責任,全年督導163次。",
        "市政協深入協商,聯動各方,會期兩天。",
    ];
    let page: Vec<String> = printed.iter().map(|text| mirrored(text, GLOSSES)).collect();
    assert!(page[1].contains("?lián)") && page[2].contains("?yún)"), "{page:?}");
    let cleaned = clean(page.join("\n").as_bytes()).unwrap();
    let expected = [
        "东湖市政协联合各区召开会议，委员担负重任，责任在肩，深入云山调研。",
        "各级党组织在领导下担负责任，全年督导163次。",
        "市政协深入协商，联动各方，会期两天。",
    ];
    assert_eq!(cleaned.paragraphs, expected);
    assert_eq!(cleaned.count(RepairKind::ShiftedText), 2);
    // What is lost is supplied from another place of the page, and a person is told.
    assert_eq!(
        cleaned.marks.iter().map(|mark| (mark.kind, mark.paragraph)).collect::<Vec<_>>(),
        [(MarkKind::Supplied, 2), (MarkKind::Supplied, 2)]
    );
    assert!(cleaned.signs.is_empty(), "{:?}", cleaned.signs);
}

#[test]
fn what_cannot_be_known_is_marked() {
    let page = mirrored("東湖市政協聯合各區召開會議。各級黨組織在領導下擔負責任,全年督導163次。", GLOSSES);
    let cleaned = clean(page.as_bytes()).unwrap();
    assert!(cleaned.text().contains("督导163次"), "{}", cleaned.text());
    assert_eq!(cleaned.marks.first().map(|mark| mark.kind), Some(MarkKind::Doubtful), "{cleaned:?}");
}

#[test]
fn each_kind_of_damage_has_a_small_page() {
    let lead = "东湖市政协今年以来紧扣中心工作，组织委员深入各区开展调研协商，累计督导163次，提交提案98件。";
    for (page, expected) in [
        ("政協(xié)商量大事，委員(yuán)各抒己見。", "政协商量大事，委员各抒己见。"),
        ("区县(区(qū))的桥梁(涵洞)都修好了。", "区县（区）的桥梁（涵洞）都修好了。"),
        ("委员建言10项,立案98件;大家说:好!", "委员建言10项，立案98件；大家说：好！"),
        ("向著目標，著力公佈，成效顯著，覆蓋各區。", "向着目标，着力公布，成效显著，覆盖各区。"),
        ("委员在<b>东湖</b>开展调研活动，收获很多。", "委员在东湖开展调研活动，收获很多。"),
        ("委员展现新作为?/b>，收获很多，大家都说好。", "委员展现新作为，收获很多，大家都说好。"),
        ("委\u{200b}员\u{202e}在东湖开展调研活动，收获\u{7}很多。", "委员在东湖开展调研活动，收获很多。"),
    ] {
        assert_eq!(paragraphs(page), [expected], "{page}");
    }
    let page = format!("{lead}\n图片\n2025-01-06 09:15:16\n东湖网 版权所有\n湖ICP备0908号\n");
    let reasons: Vec<DropReason> = clean(page.as_bytes()).unwrap().drops.iter().map(|drop| drop.reason).collect();
    assert_eq!(reasons, [DropReason::Placeholder, DropReason::TimeStamp, DropReason::Footer, DropReason::Footer]);
}

#[test]
fn a_page_of_a_site_becomes_an_original_and_a_stub_that_loads() {
    let home = Home::new();
    let html = "<!DOCTYPE html><html><head><meta charset=gb2312><meta name=\"ContentSource\" content=\"东湖政协网\"><title>东湖市政协年度工作回顾_东湖网</title></head>\
        <body><nav><a href=/>首页</a></nav><h1>东湖市政协年度工作回顾</h1><p>2025年01月08日 09:13 作者：王某 李某</p>\
        <p>2024年，东湖市政协组织委员深入各区开展调研协商，累计督导163次，\n提交提案98件，<b>东湖</b>各界反响良好。</p>\
        <p>一年来，东湖市政协开展读书活动40余次，参加的委员达350名，效果明显。</p><footer>东湖网 版权所有</footer></body></html>";
    let page = home.page("page.html", GB18030.encode(html).0);
    let output = import(&home, &page, &[]);
    ends(&output, 0);
    assert!(
        out(&output).starts_with("new article donghu-2025-01-08, 4 paragraphs: 东湖市政协年度工作回顾\n"),
        "{}",
        out(&output)
    );
    let original = fs::read_to_string(home.data().join("originals/donghu-2025-01-08.txt")).unwrap();
    assert_eq!(original.lines().count(), 4);
    assert!(original.contains("累计督导163次，提交提案98件，东湖各界"), "{original}");
    let stub = fs::read_to_string(home.data().join("articles/donghu-2025-01-08.toml")).unwrap();
    for line in [
        "area = \"donghu\"",
        "title = \"东湖市政协年度工作回顾\"",
        "outlet = \"东湖政协网\"",
        "authors = [\"王某\", \"李某\"]",
        "paragraphs = 4",
        "date = \"2025-01-08\"",
    ] {
        assert!(stub.contains(&format!("\n{line}\n")), "{line} is not in\n{stub}");
    }
    let record: toml::Table =
        fs::read_to_string(home.data().join("originals/donghu-2025-01-08.toml")).unwrap().parse().unwrap();
    assert_eq!((record["encoding"].as_str(), record["source"].as_str()), (Some("GBK"), Some("page.html")));
    let reasons = record["drop"].as_array().unwrap().iter().map(|drop| drop["reason"].as_str().unwrap());
    assert_eq!(reasons.collect::<Vec<_>>(), ["menu", "footer"]);
    ends(&home.program(Lang::Zh).arg("check").output().unwrap(), 0);
    let listed = home.program(Lang::Zh).args(["list", "articles", "--format", "csv"]).output().unwrap();
    assert!(out(&listed).contains("donghu-2025-01-08"));
}

#[test]
fn nothing_is_replaced_unasked() {
    let home = Home::new();
    let text = briefing().join("\n").replace("东湖市政协举行新闻发布会", "东湖市政协又举行新闻发布会");
    let page = home.page("page.txt", &text);
    ends(&import(&home, &page, &["--id", "a-page"]), 0);
    let before = home.files();
    let again = import(&home, &page, &["--id", "another"]);
    ends(&again, 2);
    assert!(err(&again).contains("the very text that was read for a-page"), "{}", err(&again));
    ends(&import(&home, &page, &[]), 0);
    assert_eq!(home.files(), before, "the page is known by its hash, and holds the same");
    let other = home.page("page.txt", format!("{text}\n又加了一段新的文字。"));
    let refused = import(&home, &other, &["--article", "a-page"]);
    ends(&refused, 2);
    assert!(err(&refused).contains("--force"), "{}", err(&refused));
    assert_eq!(home.files(), before);
    ends(&import(&home, &other, &["--article", "a-page", "--force"]), 0);
    assert!(fs::read_to_string(home.data().join("originals/a-page.txt")).unwrap().ends_with("新的文字。\n"));
}

#[test]
fn a_dry_run_says_what_would_be_done() {
    let home = Home::new();
    let before = home.files();
    let page = home.page("page.txt", briefing().join("\n"));
    let output = import(&home, &page, &["--dry-run", "--article", "donghu-2024-briefing"]);
    ends(&output, 0);
    assert!(err(&output).contains("nothing was written"), "{}", err(&output));
    assert!(err(&output).contains("originals/donghu-2024-briefing.txt"));
    assert_eq!(home.files(), before);
}

#[test]
fn the_title_of_an_article_is_told_and_the_article_can_be_named() {
    let home = Home::new();
    let page = home.page("page.txt", briefing().join("\n"));
    let output = import(&home, &page, &[]);
    ends(&output, 2);
    assert!(err(&output).contains("--article donghu-2024-briefing"), "{}", err(&output));
    let output = import(&home, &page, &["--article", "donghu-2024-briefing"]);
    ends(&output, 0);
    assert!(!home.data().join("articles/donghu-2024-briefing.toml").exists(), "the article has its record already");
    let misspelt = import(&home, &page, &["--article", "donghu-2024-brief1ng"]);
    ends(&misspelt, 2);
}

#[test]
fn a_page_that_was_read_for_an_article_is_known_by_its_hash() {
    let home = Home::new();
    let page = home.page("page.txt", briefing().join("\n"));
    let hash = cppcc::domain::OriginalHash::of(&format!("{}\n", briefing().join("\n")));
    let articles = home.data().join("articles/donghu.toml");
    let with_hash = fs::read_to_string(&articles).unwrap().replacen(
        "paragraphs = 28",
        &format!("paragraphs = 28\noriginal = \"{hash}\""),
        1,
    );
    fs::write(&articles, with_hash).unwrap();
    let output = import(&home, &page, &[]);
    ends(&output, 0);
    assert!(
        out(&output).starts_with("the text that was read for donghu-2024-briefing, 28 paragraphs"),
        "{}",
        out(&output)
    );
    let wrong = fs::read_to_string(&articles).unwrap().replace(&hash.to_string(), "abc");
    fs::write(&articles, wrong).unwrap();
    let output = home.program(Lang::En).arg("check").output().unwrap();
    ends(&output, 2);
    assert!(out(&output).contains("SHA-256"), "{}", out(&output));
}

#[test]
fn candidates_are_toml_with_every_number() {
    let home = Home::new();
    let mut command = home.program(Lang::Zh);
    command.args(["import", "-", "--candidates", "--article", "donghu-2024-briefing"]).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(briefing().join("\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    ends(&output, 0);
    let found: toml::Table = out(&output).parse().unwrap();
    let values: Vec<(i64, String)> = found["observation"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|entry| Some((entry["value"].as_integer()?, entry["source"]["printed"].as_str()?.to_owned())))
        .collect();
    for (value, phrase) in [(16, "党支部16个"), (163, "督导163次"), (60, "督导60余次"), (14000, "1.4万人")]
    {
        assert!(
            values.iter().any(|(other, printed)| *other == value && printed.contains(phrase)),
            "{value} {phrase}: {values:?}"
        );
    }
    let each =
        found["observation"].as_array().unwrap().iter().find(|entry| entry["value"].as_integer() == Some(60)).unwrap();
    assert_eq!((each["qualifier"].as_str(), each["source"]["paragraph"].as_integer()), (Some("at-least"), Some(10)));
}

#[test]
fn the_area_is_read_from_the_text_or_asked_for() {
    let home = Home::new();
    let page = home.page("page.txt", "政协召开会议，研究部署全年工作，委员各抒己见，气氛热烈。");
    let output = import(&home, &page, &[]);
    ends(&output, 2);
    assert!(err(&output).contains("--area"), "{}", err(&output));
    let unknown = import(&home, &page, &["--area", "德州"]);
    ends(&unknown, 2);
    assert!(err(&unknown).contains("added first: cppcc init --spreadsheet"), "{}", err(&unknown));
    ends(&import(&home, &page, &["--area", "donghu"]), 0);
    assert!(home.data().join("articles/donghu-undated.toml").exists());
    let other = home.page("other.txt", "政协又召开会议，研究部署全年工作，委员各抒己见，气氛热烈。");
    let bad = import(&home, &other, &["--area", "donghu", "--id", "Not An Id"]);
    ends(&bad, 2);
    let taken = import(&home, &other, &["--area", "donghu", "--id", "donghu-undated"]);
    ends(&taken, 2);
    assert!(err(&taken).contains("--article donghu-undated"), "{}", err(&taken));
}

#[test]
fn the_record_tells_what_was_repaired_where() {
    let home = Home::new();
    let text = "东湖市政协全年督导163次,提案98件。\n政協(xié)商量大事，東湖各界反響良好。\n编辑：王某\n";
    ends(&import(&home, &home.page("page.txt", text), &["--area", "donghu", "--id", "a-page"]), 0);
    let record: toml::Table = fs::read_to_string(home.data().join("originals/a-page.toml")).unwrap().parse().unwrap();
    let repairs = record["repair"].as_array().unwrap().iter();
    let repairs = repairs.map(|repair| (repair["kind"].as_str().unwrap(), repair["paragraph"].as_integer().unwrap()));
    assert_eq!(repairs.collect::<Vec<_>>(), [("full-width", 1), ("gloss", 2), ("simplified", 2)]);
    let written = fs::read_to_string(home.data().join("originals/a-page.txt")).unwrap();
    assert_eq!(record["sha256"].as_str().unwrap(), cppcc::domain::OriginalHash::of(&written).to_string());
}

#[test]
fn a_reference_to_what_cannot_be_seen_leaves_nothing() {
    let sentence = "东湖市政协全年收到提案98件，立案76件，已经全部办复。";
    for reference in ["&#2;", "&#x1b;", "&#x200b;", "&#127;"] {
        let torn = sentence.replace("98", &format!("9{reference}8"));
        assert_eq!(paragraphs(&torn), [sentence], "{reference}");
    }
}
