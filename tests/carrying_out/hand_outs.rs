//! Pages and documents: what a browser and a word processor read of them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::domain::{Area, Comparison, Dataset, FigureChoice, Key, Measure, Observation, Request, YearChoice, compare};
use cppcc::text::{Lang, quoted};
use cppcc::wording::{data_in_force, period, period_written_out};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::library::shipped;
use support::program::{ends, err, out, run};
use support::readers::{browser, installed, pdf_text, xml_elements};
use support::workbook::files;

fn written(lang: Lang, folder: &Path, name: &str, arguments: &[&str]) -> PathBuf {
    let path = folder.join(name);
    let path_text = path.display().to_string();
    let output = run(lang, &[&["export", "-o", &path_text, "--force"], arguments].concat());
    ends(&output, 0);
    path
}

/// Returns the text between the tags, without spaces.
fn words(markup: &str) -> String {
    let pieces = markup.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
    let text: String = pieces.flat_map(str::chars).filter(|character| !character.is_whitespace()).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn bare(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Returns what must be told of a figure wherever it stands.
fn told(data: &Dataset, figure: &Observation, lang: Lang) -> Vec<String> {
    let article = &data.articles[figure.source.article];
    let mut told = vec![
        data.indicators[figure.indicator].name.get(lang).to_owned(),
        quoted(&figure.source.printed),
        article.grade.name().get(lang).to_owned(),
        data_in_force(data, lang).unwrap(),
    ];
    told.extend(article.address.clone());
    told
}

fn is_picture(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "png")
}

fn elements(found: &str, name: &str) -> usize {
    let line = found.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.map_or(0, |count| count.parse().unwrap())
}

#[test]
fn a_page_has_every_figure_of_a_city_with_all_that_is_known_of_it() {
    let (library, folder) = (shipped(), tempfile::tempdir().unwrap());
    let data = &library.dataset;
    for lang in [Lang::Zh, Lang::En] {
        for (key, area) in data.areas.iter() {
            let [page, document] = ["html", "docx"].map(|ending| {
                fs::read(written(lang, folder.path(), &format!("x.{ending}"), &["--area", &area.id])).unwrap()
            });
            let page = words(&String::from_utf8(page).unwrap());
            let parts = files(&document);
            let part = |name: &str| {
                String::from_utf8_lossy(&parts.iter().find(|(part, _)| part == name).unwrap().1).into_owned()
            };
            let document = words(&(part("word/document.xml") + &part("word/footnotes.xml")));
            for figure in data.observations.of_area(key) {
                let figure = &data.observations[*figure];
                let mut facts = told(data, figure, lang);
                for fact in &facts {
                    assert!(document.contains(&bare(fact)), "{fact} of {} in the document", figure.id);
                }
                let written_out = period_written_out(&figure.period, lang);
                assert!(document.contains(&bare(&written_out)), "{written_out} of {}", figure.id);
                facts.push(period(&figure.period, lang));
                for fact in facts {
                    assert!(page.contains(&bare(&fact)), "{fact} of {} on the page", figure.id);
                }
            }
        }
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["x.html", "x.docx"] {
        let read = |more: &[&str]| fs::read(written(Lang::Zh, folder.path(), name, more)).unwrap();
        let arguments = ["--indicator", "proposals-filed,opinion-reports-adopted-national"];
        assert_eq!(read(&arguments), read(&arguments));
        assert_eq!(read(&["--deck", "five-cities"]), read(&["--deck", "five-cities"]));
    }
}

#[test]
fn a_page_needs_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, code) in [(Lang::Zh, "zh-CN"), (Lang::En, "en-GB")] {
        for arguments in [&["--deck", "five-cities"][..], &[]] {
            let page = fs::read_to_string(written(lang, folder.path(), "x.html", arguments)).unwrap();
            assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{code}\">")));
            for asked in
                ["<script", "<link rel=\"stylesheet", "src=", "@import", "url(", "<iframe", "<object", "srcset"]
            {
                assert!(!page.contains(asked), "{asked}");
            }
            for wanted in ["prefers-color-scheme: dark", "@media print", "size: A4", "default-src 'none'"] {
                assert!(page.contains(wanted), "{wanted}");
            }
            // Every link within the page leads somewhere.
            for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(page.contains(&format!("id=\"{link}\"")), "#{link}");
            }
        }
    }
}

#[test]
fn notes_are_for_the_speaker() {
    let (library, folder) = (shipped(), tempfile::tempdir().unwrap());
    let deck = &library.decks[library.decks.keys().next().unwrap()];
    let spoken = |page: &Path| fs::read_to_string(page).unwrap().matches("class=\"spoken\"").count();
    let without = written(Lang::Zh, folder.path(), "a.html", &["--deck", &deck.id]);
    let with = written(Lang::Zh, folder.path(), "b.html", &["--deck", &deck.id, "--notes"]);
    assert_eq!(spoken(&without), 0);
    assert!(spoken(&with) >= deck.slides.iter().filter(|slide| slide.notes.is_some()).count());
    let slides = fs::read_to_string(&with).unwrap().matches("class=\"slide\"").count();
    assert_eq!(slides, deck.slides.len());
    for arguments in [&["--deck", "five-cities", "--format", "csv"][..], &["--notes", "--format", "html"]] {
        let refused = run(Lang::En, &[&["export"], arguments].concat());
        ends(&refused, 2);
        assert!(err(&refused).contains("--notes"), "{}", err(&refused));
    }
}

#[test]
fn a_browser_reads_the_page_and_asks_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--indicator", "proposals-filed,opinion-reports-adopted-national,member-studios-city"];
    let page = written(Lang::Zh, folder.path(), "x.html", &arguments);
    let log = folder.path().join("net.json");
    let log_option = format!("--log-net-log={}", log.display());
    let Some(output) = browser(folder.path(), &["--dump-dom", &log_option], &page) else { return };
    assert_eq!(out(&output).matches("class=\"bar\"").count(), 5);
    assert_eq!(out(&output).matches("class=\"open\"").count(), 2);
    assert!(!err(&output).contains("CONSOLE"), "{}", err(&output));
    let asked = fs::read_to_string(&log).unwrap();
    for address in asked.split("\"url\":\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let is_own = address.starts_with("file://") || address.starts_with("data:") || address.starts_with("chrome");
        assert!(is_own || address.contains("google"), "{address}");
    }
    let pdf = folder.path().join("x.pdf");
    let print = format!("--print-to-pdf={}", pdf.display());
    browser(folder.path(), &[&print, "--no-pdf-header-footer"], &page).unwrap();
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    if let Some(text) = pdf_text(&pdf) {
        assert!(text.contains("579 件") && text.contains("来源文章"), "{text}");
    }
}

#[test]
fn every_part_of_a_document_is_xml_and_every_mark_has_its_footnote() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, arguments) in
        [(Lang::Zh, &["--deck", "five-cities", "--notes"][..]), (Lang::En, &["--in-theme", "proposals"])]
    {
        let path = written(lang, folder.path(), "x.docx", arguments);
        let parts = files(&fs::read(path).unwrap());
        assert_eq!(parts[0].0, "[Content_Types].xml");
        for (name, bytes) in &parts {
            if is_picture(name) {
                assert!(bytes.starts_with(b"\x89PNG"), "{name}");
            } else if xml_elements(bytes).is_none() {
                return;
            }
        }
        let part = |name: &str| &parts.iter().find(|(part, _)| part == name).unwrap().1;
        let body = xml_elements(part("word/document.xml")).unwrap();
        let notes = xml_elements(part("word/footnotes.xml")).unwrap();
        // Two of them are the rules above the footnotes.
        assert_eq!(elements(&body, "footnoteReference"), elements(&notes, "footnote") - 2);
        assert!(elements(&body, "footnoteReference") > 5);
        let images = parts.iter().filter(|(name, _)| is_picture(name)).count();
        assert_eq!(elements(&body, "drawing"), images);
        assert!(images > 0 || cfg!(not(feature = "png")));
    }
}

#[test]
fn a_document_has_the_numbers_and_dates_of_an_office() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--indicator", "proposals-filed,opinion-reports-adopted-national"];
    let text = |lang| {
        let path = written(lang, folder.path(), "x.docx", &arguments);
        let parts = files(&fs::read(path).unwrap());
        let part =
            |name: &str| String::from_utf8(parts.iter().find(|(part, _)| part == name).unwrap().1.clone()).unwrap();
        (words(&part("word/document.xml")), part("word/styles.xml"))
    };
    let (zh, styles) = text(Lang::Zh);
    for wanted in ["2025年1月至2026年1月19日（推断）", "100余篇", "512件", "第1", "不可比"] {
        assert!(zh.contains(wanted), "{wanted} in {zh}");
    }
    for font in ["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"] {
        assert!(styles.contains(font), "{font}");
    }
    let (en, _) = text(Lang::En);
    for wanted in ["FromJanuary2025to19January2026(inferred)", "morethan100", "notcomparable"] {
        assert!(en.to_lowercase().contains(&wanted.to_lowercase()), "{wanted} in {en}");
    }
}

#[test]
fn an_office_opens_the_document() {
    let Some(office) = installed(&["soffice", "libreoffice"]) else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = written(Lang::Zh, folder.path(), "x.docx", &["--indicator", "proposals-filed"]);
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let made = Command::new(office)
        .args(["--headless", &profile, "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(path)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", err(&made));
    let Some(text) = pdf_text(&folder.path().join("x.pdf")) else { return };
    for wanted in ["579", "立案提案（全年或周期）", "佚名", "— 1 —"] {
        assert!(bare(&text).contains(&bare(wanted)), "{wanted} in {text}");
    }
}

/// Returns what the head of a document must say of the indicators that some areas share.
fn head(data: &Dataset, areas: &[Key<Area>], lang: Lang) -> String {
    let reporters =
        |indicator| areas.iter().filter(|area| data.reports(**area, indicator)).copied().collect::<Vec<_>>();
    let shared = data.indicators.keys().filter(|indicator| reporters(*indicator).len() > 1);
    let request = |indicator| Request {
        indicator,
        areas: areas.to_vec().into(),
        measure: Measure::Raw,
        year_choice: YearChoice::Latest,
        figure_choice: FigureChoice::default(),
    };
    let compared: Vec<Comparison> = shared.map(|indicator| compare(data, &request(indicator))).collect();
    let refused = compared.iter().filter(|comparison| comparison.refused.is_some()).count();
    let is_ranked = |comparison: &&Comparison| comparison.cells.iter().any(|cell| cell.rank().is_some());
    let ranked = compared.iter().filter(is_ranked).count();
    let unranked = compared.len() - ranked - refused;
    let alone = |area: &Key<Area>| data.indicators.keys().filter(|each| reporters(*each) == [*area]).count();
    let alone: Vec<(&str, usize)> = areas.iter().map(|area| (data.areas[*area].name.get(lang), alone(area))).collect();
    let (all, left): (usize, usize) = (compared.len(), alone.iter().map(|(_, count)| count).sum());
    let by_area = alone.iter().filter(|(_, count)| *count > 0);
    match lang {
        Lang::Zh => {
            let by_area: Vec<String> = by_area.map(|(area, count)| format!("{area} {count} 项")).collect();
            format!(
                "共列 {all} 项指标：排位次 {ranked} 项，不排位次 {unranked} 项，不予比较 {refused} 项；另有 {left} 项仅一市公布，未列入（{}）。",
                by_area.join("、")
            )
        }
        Lang::En => {
            let by_area: Vec<String> = by_area.map(|(area, count)| format!("{area} {count}")).collect();
            format!(
                "Of the {all} indicators here, {ranked} are ranked, {unranked} are not, and {refused} are not compared; {left} more are left out, since only one city reports them ({}).",
                by_area.join(", ")
            )
        }
    }
}

#[test]
fn the_head_says_what_is_compared_and_what_is_left_out() {
    let (library, folder) = (shipped(), tempfile::tempdir().unwrap());
    let data = &library.dataset;
    let of = |ids: &[&str]| -> Vec<Key<Area>> {
        ids.iter().map(|id| data.areas.iter().find(|(_, area)| area.id == *id).unwrap().0).collect()
    };
    for lang in [Lang::Zh, Lang::En] {
        for (arguments, areas) in
            [(&["--area", "qingdao,jinan"][..], of(&["qingdao", "jinan"])), (&[], data.areas.keys().collect())]
        {
            let said = head(data, &areas, lang);
            let markdown = fs::read_to_string(written(lang, folder.path(), "x.md", arguments)).unwrap();
            let (head, _) = markdown.split_once("\n## ").unwrap();
            assert!(head.contains(&said), "{said} in {head}");
            let page = fs::read_to_string(written(lang, folder.path(), "x.html", arguments)).unwrap();
            let (head, _) = page.split_once("</header>").unwrap();
            assert!(head.contains(&said), "{said} in {head}");
            let parts = files(&fs::read(written(lang, folder.path(), "x.docx", arguments)).unwrap());
            let (_, body) = parts.iter().find(|(part, _)| part == "word/document.xml").unwrap();
            let body = String::from_utf8_lossy(body);
            let (head, _) = body.split_once("\"Heading1\"").unwrap();
            assert!(words(head).contains(&bare(&said)), "{said} in {head}");
        }
    }
}

/// Returns the rows of the tables of a document: for each row its cells, and for each cell its words.
fn table_rows(body: &str) -> Vec<Vec<String>> {
    let rows = body.split("<w:tr>").skip(1).filter_map(|rest| rest.split("</w:tr>").next());
    rows.map(|row| {
        let cells = row.split("<w:tc>").skip(1).filter_map(|rest| rest.split("</w:tc>").next());
        let text = |cell: &str| {
            let marked = cell.replace("<w:noBreakHyphen/>", "<w:t>\u{2011}</w:t>");
            let pieces = marked.split("<w:t").skip(1).filter_map(|rest| rest.split("</w:t>").next()?.split_once('>'));
            pieces.map(|(_, text)| text).collect::<String>()
        };
        cells.map(text).collect()
    })
    .collect()
}

#[test]
fn a_name_a_value_and_a_date_break_nowhere_in_a_table() {
    let (library, folder) = (shipped(), tempfile::tempdir().unwrap());
    let data = &library.dataset;
    let parts = |lang, arguments: &[&str]| files(&fs::read(written(lang, folder.path(), "x.docx", arguments)).unwrap());
    let part = |parts: &[(String, Vec<u8>)], name: &str| {
        String::from_utf8(parts.iter().find(|(part, _)| part == name).unwrap().1.clone()).unwrap()
    };
    let en = parts(Lang::En, &[]);
    let body = part(&en, "word/document.xml");
    // At ten points a bold letter is at most seven points wide in a usual font, and a cell has margins of 4.25 points.
    let longest = data.areas.iter().map(|(_, area)| area.name.en.len()).max().unwrap();
    for table in body.split("<w:tblGrid>").skip(1) {
        let first = table.split("w:w=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let shown = data.areas.iter().map(|(_, area)| &area.name.en).filter(|name| table.contains(*name));
        let wanted = shown.map(String::len).max().unwrap_or(longest) * 140 + 170;
        assert!(first.parse::<usize>().unwrap() >= wanted, "{first} < {wanted}");
    }
    let rows = table_rows(&body);
    let cells = || rows.iter().flatten();
    let is_digit = |character: char| character.is_ascii_digit();
    assert!(cells().any(|cell| cell.contains("19\u{a0}January\u{a0}2026")), "{rows:?}");
    for row in &rows {
        assert!(!row[1].contains(" %"), "{row:?}");
    }
    assert_eq!(body.matches("<w:tr>").count(), body.matches("<w:cantSplit/>").count());
    let deck = part(&parts(Lang::En, &["--deck", "five-cities"]), "word/document.xml");
    for cell in table_rows(&deck).iter().flatten() {
        assert!(!cell.contains("-0") || !cell.starts_with(is_digit), "{cell}");
    }
    // English paragraphs are not drawn out to the width of the page; a heading and a chart keep with what comes next.
    let styles = part(&en, "word/styles.xml");
    assert!(!styles.contains("w:val=\"both\""));
    assert!(part(&parts(Lang::Zh, &[]), "word/styles.xml").contains("w:val=\"both\""));
    for kept in ["Heading1", "Heading2", "TableHeading", "Picture"] {
        let (_, style) = styles.split_once(&format!("w:styleId=\"{kept}\"")).unwrap();
        assert!(style.split("</w:style>").next().unwrap().contains("<w:keepNext/>"), "{kept}");
    }
}

#[test]
fn a_printed_page_keeps_a_heading_with_its_table() {
    let folder = tempfile::tempdir().unwrap();
    let page = fs::read_to_string(written(Lang::En, folder.path(), "x.html", &["--area", "qingdao,jinan"])).unwrap();
    let (_, print) = page.split_once("@media print").unwrap();
    for wanted in [".wide { break-inside: avoid;", "h2, h3, h2 + p, figure { break-after: avoid; }"] {
        assert!(print.contains(wanted), "{wanted}");
    }
}
