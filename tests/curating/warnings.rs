//! What `check` finds by comparing figures: what can't be right is a fault, and what may be right is told without
//! keeping anything from being loaded.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::checked::{Diagnostic, Severity, SourceFile};
use cppcc::data::{Checked, check, load};
use cppcc::text::Lang;
use std::fs;
use support::program::{ends, err, out, run};

const PACK: &str = r#"
[pack]
id = "syn"
name = { zh = "合成", en = "Syn" }
about = { zh = "合成。", en = "Synthetic." }
[[theme]]
id = "t"
name = { zh = "题", en = "T" }
[[indicator]]
id = "filed"
theme = "t"
name = { zh = "立案", en = "Filed" }
unit = { zh = "件", en = "proposals" }
definition = { zh = "试。", en = "Trial." }
nature = "flow"
[[indicator]]
id = "settled"
theme = "t"
name = { zh = "办结", en = "Settled" }
unit = { zh = "件", en = "proposals" }
definition = { zh = "试。", en = "Trial." }
nature = "flow"
[[indicator]]
id = "share"
theme = "t"
name = { zh = "占比", en = "Share" }
unit = { zh = "%", en = "%" }
definition = { zh = "试。", en = "Trial." }
nature = "rate"
[[area]]
id = "a"
code = "370101"
name = { zh = "甲", en = "Jia" }
committee = { zh = "甲市政协", en = "Jia Committee" }
[[article]]
id = "news"
area = "a"
title = "报告"
outlet = { zh = "日报", en = "Daily" }
published = { date = "2025-12-20", certainty = "stated" }
genre = "news"
grade = "full"
paragraphs = 9
"#;

/// A figure of the pack: its indicator, its value, the paragraph, and what else is said of it. The phrase is the value.
fn figure(id: &str, indicator: &str, value: &str, paragraph: u16, more: &str) -> String {
    format!(
        "[[observation]]\nid = \"a-{id}\"\narea = \"a\"\nindicator = \"{indicator}\"\nvalue = {value}\nqualifier = \"exact\"\n\
         scope = \"city\"\nstatus = \"achieved\"\nreading = {{ zh = \"试\", en = \"Trial\" }}\n{more}\n\
         source = {{ article = \"news\", paragraph = {paragraph}, printed = \"{value}\" }}\n"
    )
}

/// The same figure with a hedge before its number.
fn hedged(figure: &str, hedge: &str, qualifier: &str) -> String {
    figure.replace("\"exact\"", &format!("\"{qualifier}\"")).replace("printed = \"", &format!("printed = \"{hedge}"))
}

fn checked(figures: &[String]) -> Checked {
    let text = PACK.to_owned() + &figures.concat();
    check(vec![SourceFile::new("", "pack.toml", text.into_bytes())])
}

fn lines(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(|one| format!("{} {}", one.found, one.message.en)).collect()
}

/// The figures are loaded, and these are told.
#[track_caller]
fn warns(figures: &[String], expected: &[&str]) {
    let Checked { library, warnings } = checked(figures);
    assert!(library.is_ok(), "{:?}", library.err().map(|faults| faults.to_string()));
    assert_eq!(lines(&warnings), expected);
    assert!(warnings.iter().all(|one| one.severity == Severity::Warning && one.help.is_some()));
}

/// The figures are refused for these faults.
#[track_caller]
fn refuses(figures: &[String], expected: &[&str]) {
    let faults = checked(figures).library.expect_err("there is a fault");
    assert_eq!(lines(faults.diagnostics()), expected);
    assert!(faults.diagnostics().iter().all(|one| one.severity == Severity::Fault));
}

const Y2024: &str = "period = { start = \"2024-01-01\", end = \"2024-12-31\" }";
const Y2025: &str = "period = { start = \"2025-01-01\", end = \"2025-11-30\" }";

#[test]
fn a_part_is_never_greater_than_its_whole() {
    let whole = || figure("whole", "filed", "46", 1, Y2024);
    let part = |value: &str, more: &str| figure("part", "filed", value, 1, &format!("part_of = \"a-whole\"\n{more}"));
    warns(&[whole(), part("46", Y2024)], &[]);
    refuses(&[whole(), part("235", Y2024)], &["235 the part, 235, is greater than its whole, 46"]);
    // Another kind of number is no part to be measured: a share of 90 per cent of 46.
    warns(&[whole(), figure("part", "share", "90", 1, &format!("part_of = \"a-whole\"\n{Y2024}"))], &[]);
    // A vague part may still be within.
    let vague = hedged(&part("50", Y2024), "近", "below");
    warns(&[whole(), vague], &[]);
    let at_least = hedged(&part("50", Y2024), "超", "at-least");
    refuses(&[whole(), at_least], &["50 the part, ≥50, is greater than its whole, 46"]);
    let open_whole = hedged(&whole(), "超", "at-least");
    warns(&[open_whole, part("235", Y2024)], &[]);
}

#[test]
fn a_part_lies_within_the_time_of_its_whole() {
    let whole = || figure("whole", "filed", "46", 1, Y2024);
    let part = |indicator: &str, period: &str| {
        figure("part", indicator, "20", 1, &format!("part_of = \"a-whole\"\nperiod = {period}"))
    };
    let outside = "the part's period reaches beyond that of its whole";
    let next = "{ start = \"2024-06-01\", end = \"2025-02-28\" }";
    refuses(&[whole(), part("filed", next)], &[&format!("{next} {outside}")]);
    // Of what was filed in one year some is settled in the next.
    warns(&[whole(), part("settled", next)], &[&format!("{next} {outside}")]);
    // A period that is written to the year is not beyond one that ends within it.
    let whole = figure("whole", "filed", "46", 1, "period = { start = \"2024-01-01\", end = \"2024-12-20\" }");
    warns(&[whole, part("filed", "{ start = \"2024\", end = \"2024\" }")], &[]);
}

#[test]
fn nothing_is_achieved_after_its_article_appeared() {
    let of = |period: &str| figure("x", "filed", "46", 1, &format!("period = {period}"));
    let after = "the article `news` appeared on 2025-12-20, before the period of this figure ends";
    let late = "{ start = \"2025-01-01\", end = \"2025-12-31\" }";
    refuses(&[of(late)], &[&format!("{late} {after}")]);
    warns(&[of(late).replace("achieved", "planned")], &[]);
    // An article of December that says 2025 means as much of it as there has been.
    warns(&[of("{ start = \"2025\", end = \"2025\" }")], &[]);
    warns(&[of("{ start = \"2025-01\", end = \"2025-12\" }")], &[]);
    let inferred = "{ start = \"2025-01-01\", end = \"2025-12-31\", end_basis = \"inferred\", \
                    end_why = { zh = \"推断\", en = \"Inferred\" }, end_earliest = \"2025-12-01\" }";
    warns(&[of(inferred)], &[]);
    let month = "{ start = \"2025-01\", end = \"2026-01\" }";
    refuses(&[of(month)], &[&format!("{month} {after}")]);
}

#[test]
fn one_paragraph_gives_one_number_of_one_thing() {
    let one = || figure("one", "filed", "512", 1, Y2024);
    let other = |paragraph, more: &str| figure("two", "filed", "55", paragraph, &format!("{Y2024}\n{more}"));
    refuses(&[one(), other(1, "")], &["55 one paragraph gives two numbers of the same thing: 512 and 55"]);
    warns(&[one(), other(1, "part_of = \"a-one\"")], &[]);
    warns(&[one(), other(1, "variant = { zh = \"民生类\", en = \"On welfare\" }")], &[]);
    // Two witnesses that disagree are both held.
    warns(&[one(), other(2, "")], &[]);
    warns(&[one(), figure("two", "filed", "155", 1, Y2025)], &[]);
    // What may agree does not contradict.
    warns(&[one(), other(1, "").replace("= 55", "= 500").replace("\"exact\"", "\"at-least\"")], &[]);
}

/// It is a fault of the pack, and yet the pack is loaded: the date may be that of a page which copied the article.
#[test]
fn nothing_is_achieved_after_its_source_appeared() {
    let late = figure("late", "filed", "46", 1, "period = { start = \"2025-01-01\", end = \"2025-12-31\" }");
    refuses(
        std::slice::from_ref(&late),
        &[
            "{ start = \"2025-01-01\", end = \"2025-12-31\" } the article `news` appeared on 2025-12-20, before the period of this figure ends",
        ],
    );
    warns(&[figure("in-time", "filed", "46", 1, Y2025)], &[]);
    // December is any of its days here, and nobody is accused for being vague.
    warns(&[figure("month", "filed", "46", 1, "period = { start = \"2025-01\", end = \"2025-12\" }")], &[]);
    let planned = late.replace("\"achieved\"", "\"planned\"");
    warns(&[planned], &[]);
    let text = PACK.to_owned() + &late;
    assert!(load(vec![SourceFile::new("", "pack.toml", text.into_bytes())]).is_ok());
}

#[test]
fn parts_that_make_more_than_their_whole_are_looked_at() {
    let whole = || figure("whole", "filed", "100", 1, Y2024);
    let part = |id: &str, value: &str| {
        figure(
            id,
            "filed",
            value,
            1,
            &format!("part_of = \"a-whole\"\nvariant = {{ zh = \"{id}\", en = \"{id}\" }}\n{Y2024}"),
        )
    };
    warns(&[whole(), part("p", "60"), part("q", "40")], &[]);
    warns(&[whole(), part("p", "60"), part("q", "55")], &["100 2 parts make 115, more than their whole, 100"]);
    let bound = hedged(&part("q", "30"), "近", "below");
    warns(&[whole(), part("p", "90"), bound], &[]);
}

#[test]
fn a_share_is_that_of_the_numbers_held() {
    let part = |id: &str, indicator: &str, value: &str| {
        let more = format!("part_of = \"a-whole\"\nvariant = {{ zh = \"民生\", en = \"Welfare\" }}\n{Y2024}");
        figure(id, indicator, value, 1, &more)
    };
    let figures =
        |share: &str| [figure("whole", "filed", "300", 1, Y2024), part("p", "filed", "100"), part("s", "share", share)];
    warns(&figures("33.3"), &[]);
    warns(&figures("33"), &[]);
    warns(&figures("43.3"), &["43.3 a share of 43.3% is not that of 100 in 300"]);
}

#[test]
fn ten_times_the_neighbour_in_time_is_looked_at() {
    let of = |id: &str, value: &str, period: &str| figure(id, "filed", value, 1, period);
    warns(&[of("x", "500", Y2024), of("y", "600", Y2025)], &[]);
    let found = "6000 6,000 and 500, of the time next to it, are ten times apart or more";
    warns(&[of("x", "500", Y2024), of("y", "6000", Y2025)], &[found]);
    // Between them stands another; and a month is a twelfth of a year.
    let y2023 = "period = { start = \"2023-01-01\", end = \"2023-12-31\" }";
    warns(&[of("w", "100", y2023), of("x", "500", Y2024), of("y", "1200", Y2025)], &[]);
    let month = "period = { start = \"2025-03-01\", end = \"2025-03-31\" }";
    warns(&[of("x", "500", Y2024), of("y", "45", month)], &[]);
    let variant = format!("variant = {{ zh = \"民生\", en = \"Welfare\" }}\n{Y2025}");
    warns(&[of("x", "500", Y2024), of("y", "6000", &variant)], &[]);
}

#[test]
fn warnings_are_told_by_check_alone_and_the_exit_status_is_that_of_sound_data() {
    let folder = tempfile::tempdir().unwrap();
    let text = PACK.to_owned() + &figure("x", "filed", "500", 1, Y2024) + &figure("y", "filed", "6000", 1, Y2025);
    fs::write(folder.path().join("pack.toml"), text).unwrap();
    let folder = folder.path().to_str().unwrap();
    let output = run(Lang::Zh, &["check", folder]);
    ends(&output, 0);
    assert!(err(&output).starts_with("cppcc: 数据无误，另有 1 处请核对：6 个地区"), "{}", err(&output));
    assert!(out(&output).starts_with("请核对: 6000 与相邻时段的 500 相差十倍以上"), "{}", out(&output));
    let output = run(Lang::En, &["check", folder]);
    assert!(err(&output).starts_with("cppcc: no fault, 1 to look at: 6 areas"), "{}", err(&output));
    assert!(out(&output).starts_with("to look at: 6,000 and 500"), "{}", out(&output));
    let output = run(Lang::En, &["--data", folder, "compare", "filed"]);
    assert!(!err(&output).contains("look at") && !out(&output).contains("ten times"), "{}", err(&output));
}

/// The pack with these digest sections in its article, and what there is to look at.
fn looked_at(figures: &str, digest: &str) -> Vec<String> {
    let text = PACK.replace("paragraphs = 9\n", &format!("paragraphs = 9\n{digest}")) + figures;
    let checked = check(vec![SourceFile::new("syn", "syn/a.toml", text.into_bytes())]);
    assert!(checked.library.is_ok(), "{:?}", checked.library.err());
    checked.warnings.iter().map(|warning| warning.message.en.clone()).collect()
}

#[test]
fn a_figure_that_the_digest_leaves_out_is_told() {
    let figures = figure("2025-filed", "filed", "7", 1, "period = \"2025-05\"")
        + &figure("2025-settled", "settled", "5", 2, "period = \"2025-05\"");
    let section = |zh: &str| format!("[[article.section]]\nheading = \"提案\"\nzh = \"{zh}\"\n");
    assert_eq!(looked_at(&figures, &section("立案{a-2025-filed}件，办结{a-2025-settled}件。")), [""; 0]);
    let left_out = looked_at(&figures, &section("立案{a-2025-filed}件。"));
    assert_eq!(left_out, ["the digest of `news` does not tell this figure"]);
    // An article without a digest leaves nothing out.
    assert_eq!(looked_at(&figures, ""), [""; 0]);
}

#[test]
fn a_flow_of_which_nobody_knows_when_is_told() {
    let unknown = |end: &str| format!("{end}_basis = \"unknown\", {end}_why = \"未载明\"");
    let period = |start: &str, end: &str| format!("period = {{ {start}, {end} }}");
    let told = |period: String| looked_at(&figure("2025-filed", "filed", "7", 1, &period), "");
    let neither = told(period(&unknown("start"), &unknown("end")));
    assert_eq!(neither, ["neither end of this flow is known, so it can be compared with none"]);
    assert_eq!(told(period(&unknown("start"), "end = \"2025-05\"")), [""; 0]);
}
