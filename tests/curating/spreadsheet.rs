//! Figures from a spreadsheet: a sixth city from an empty folder to a bar on the screen, by TOML and by spreadsheet; and every
//! fault of a sheet at its cell, with nothing written.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::support;
use cppcc::text::Lang;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use support::program::{ends, err, out, program};
use support::pty::Session;

const AREAS: &str = "地区,区划代码,政协全称\n潍坊,370700,中国人民政治协商会议潍坊市委员会\n";
const ARTICLES: &str = "标题,地区,来源,发表日期,体裁,所见,段数\n\
    潍坊市政协2025年工作回顾,潍坊,潍坊日报,2026-01-16,年度综述,已读全文,12\n";
const FIGURES: &str = "地区,指标,原文短语,时段,范围,文章,段落,数值\n\
    潍坊,立案提案（全年或周期）,立案提案312件,2025年,市本级,潍坊市政协2025年工作回顾,3,\n\
    潍坊,proposals-submitted,提交提案400余件,2025,city,潍坊市政协2025年工作回顾,3,\n";

/// The user's folder, with the program run in it.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    fn run(&self, lang: Lang, arguments: &[&str]) -> Output {
        program(lang).env("XDG_DATA_HOME", self.0.path()).args(arguments).output().unwrap()
    }

    /// All files of the user's pack with their text.
    fn pack(&self) -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        gather(&self.path("cppcc/data"), &mut found);
        found.sort();
        found
    }

    /// Asserts that the city stands on the screen with a bar.
    fn shows_a_bar(&self, arguments: &[&str]) {
        let data_home = self.0.path().to_str().unwrap();
        let mut session = Session::of_program(Lang::Zh, arguments, &[("XDG_DATA_HOME", data_home)], (120, 36));
        session.wait_for_text("潍坊");
        session.send("/立案提案（全年或周期）\r");
        session.wait_for_text("312");
        let line = session
            .screen()
            .contents()
            .lines()
            .find(|line| line.contains("潍坊") && line.contains('█'))
            .map(str::to_owned);
        assert!(line.is_some(), "{}", session.screen().contents());
        session.send("q");
        assert_eq!(session.wait_for_status(), "0");
    }
}

fn gather(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}

#[test]
fn a_sixth_city_by_toml_from_an_empty_folder_to_a_bar() {
    let home = Home::new();
    let folder = home.path("pack").to_str().unwrap().to_owned();
    ends(&home.run(Lang::Zh, &["init", &folder]), 0);
    for name in ["areas/shili.toml", "articles/shili.toml"] {
        let path = home.path("pack").join(name);
        let text = fs::read_to_string(&path).unwrap();
        let text = text.replace("\"999999\"", "\"370700\"").replace("示例市", "潍坊市").replace("示例", "潍坊");
        fs::write(path, text.replace("shili", "weifang").replace("2024", "2025")).unwrap();
    }
    let checked = home.run(Lang::Zh, &["check", &folder]);
    ends(&checked, 0);
    home.shows_a_bar(&["--data", &folder]);
}

#[test]
fn a_sixth_city_by_spreadsheet_from_an_empty_folder_to_a_bar() {
    let home = Home::new();
    for (name, text) in [("areas.csv", AREAS), ("articles.csv", ARTICLES), ("figures.csv", FIGURES)] {
        ends(&home.run(Lang::Zh, &["import", &home.write(name, text)]), 0);
    }
    let text = home.pack().into_iter().map(|(_, text)| text).collect::<String>();
    for line in [
        "value = 312",
        "qualifier = \"exact\"",
        "value = 400",
        "qualifier = \"at-least\"",
        "printed = \"立案提案312件\"",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let checked = home.run(Lang::Zh, &["check"]);
    ends(&checked, 0);
    assert_eq!(out(&checked), "");
    home.shows_a_bar(&[]);
}

/// A workbook with the three sheets.
fn workbook(path: &Path, sheets: [(&str, &str); 3]) {
    let mut workbook = Workbook::new();
    for (name, text) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, line) in (0_u32..).zip(text.lines()) {
            for (column, field) in (0_u16..).zip(line.split(',')) {
                match field.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).map(|_| ()),
                    Err(_) => sheet.write_string(row, column, field).map(|_| ()),
                }
                .unwrap();
            }
        }
    }
    workbook.save(path).unwrap();
}

#[test]
fn a_workbook_holds_all_and_may_be_imported_again() {
    let home = Home::new();
    let path = home.path("潍坊.xlsx");
    // The order of the sheets does not matter, and numbers may be numbers.
    workbook(&path, [("数字", FIGURES), ("文章", ARTICLES), ("地区", AREAS)]);
    let path = path.to_str().unwrap();
    let trial = home.run(Lang::Zh, &["import", "--dry-run", path]);
    ends(&trial, 0);
    assert!(err(&trial).contains("新增 1 个地区、1 篇文章、2 个数字；未写入"), "{}", err(&trial));
    assert!(home.pack().is_empty());
    ends(&home.run(Lang::Zh, &["import", path]), 0);
    let written = home.pack();
    let again = home.run(Lang::Zh, &["import", path]);
    ends(&again, 0);
    assert!(err(&again).contains("已有的 4 条跳过"), "{}", err(&again));
    assert_eq!(home.pack(), written);
    home.shows_a_bar(&[]);
}

#[test]
fn headings_and_words_are_read_in_both_languages_and_encodings() {
    let (gb18030, ..) = encoding_rs::GB18030.encode(FIGURES);
    let english = "Area,Indicator,Sentence,Period,Scope,Article,Paragraph\n\
        weifang,Proposals filed (cycle),全年立案提案312件，比上年有所增加。,2025,City level,潍坊市政协2025年工作回顾,3\n";
    for figures in [[b"\xEF\xBB\xBF", FIGURES.as_bytes()].concat(), gb18030.into_owned(), english.as_bytes().to_vec()] {
        let home = Home::new();
        for (name, text) in [("areas.csv", AREAS), ("articles.csv", ARTICLES)] {
            ends(&home.run(Lang::Zh, &["import", &home.write(name, text)]), 0);
        }
        ends(&home.run(Lang::Zh, &["import", &home.write("figures.csv", figures)]), 0);
        assert!(home.pack().iter().any(|(_, text)| text.contains("value = 312")));
    }
}

#[test]
fn every_fault_is_told_at_its_cell_and_nothing_is_written() {
    let home = Home::new();
    for (name, text) in [("areas.csv", AREAS), ("articles.csv", ARTICLES)] {
        ends(&home.run(Lang::Zh, &["import", &home.write(name, text)]), 0);
    }
    let before = home.pack();
    let table: [(&str, &str, &[&str]); 14] = [
        ("立案提案312件", "立案提案", &["C2（原文短语）", "没有读出数来"]),
        ("立案提案312件", "立案312件办结300件", &["C2（原文短语）", "有几个数：312、300"]),
        ("立案提案312件", "", &["C2（原文短语）", "没有原文"]),
        ("市本级", "全省", &["E2（范围）", "没有“全省”这个取值"]),
        ("市本级", "", &["E2（范围）", "“范围”没有填"]),
        ("潍坊,立案", "维坊,立案", &["A2（地区）", "没有地区“维坊”", "是不是“潍坊”"]),
        ("立案提案（全年或周期）", "立案提按（全年或周期）", &["B2（指标）", "是不是“立案提案（全年或周期）”"]),
        ("潍坊市政协2025年工作回顾,3,\n潍坊,prop", "工作回顾2,3,\n潍坊,prop", &["F2（文章）", "没有文章“工作回顾2”"]),
        ("2025年", "去年", &["D2（时段）", "不是"]),
        (",3,\n潍坊,prop", ",99,\n潍坊,prop", &["G2（段落）", "没有这一段"]),
        (",3,\n潍坊,prop", ",3,313\n潍坊,prop", &["C2（原文短语）", "是 312，不是 313"]),
        ("范围", "范畴", &["E1（范畴）", "不认识的表头“范畴”", "缺少“范围”一列"]),
        ("段落", "时段", &["G1（时段）", "有两列"]),
        ("地区,指标,原文短语,时段,范围,文章,段落", "甲,乙,丙,丁,戊,己,庚", &["没有认得的表头"]),
    ];
    for (find, replace, told) in table {
        assert!(FIGURES.contains(find), "{find}");
        let path = home.write("figures.csv", FIGURES.replacen(find, replace, 1));
        let output = home.run(Lang::Zh, &["import", &path]);
        ends(&output, 2);
        for words in told {
            assert!(err(&output).contains(words), "{replace}: {words}\n{}", err(&output));
        }
        assert!(err(&output).contains("figures.csv") && err(&output).contains("什么也没有写入"), "{}", err(&output));
        assert_eq!(home.pack(), before, "{replace}");
    }
}

#[test]
fn the_sheet_of_a_workbook_is_named_too() {
    let home = Home::new();
    let path = home.path("a.xlsx");
    let broken = FIGURES.replace("市本级", "全省").replace("city,", "everywhere,");
    workbook(&path, [("数字", &broken), ("文章", ARTICLES), ("地区", AREAS)]);
    let output = home.run(Lang::En, &["import", path.to_str().unwrap()]);
    ends(&output, 2);
    assert!(
        err(&output).contains("a.xlsx 数字!E2 (Scope)") && err(&output).contains("a.xlsx 数字!E3 (Scope)"),
        "{}",
        err(&output)
    );
    assert!(err(&output).contains("2 faults in the spreadsheet, and nothing is written"));
    assert!(home.pack().is_empty() && !home.path("cppcc").exists());
}

#[test]
fn standard_input_is_read_where_the_format_is_named() {
    use std::io::Write;
    let home = Home::new();
    let mut command = program(Lang::En);
    command.env("XDG_DATA_HOME", home.0.path()).args(["import", "-", "--format", "csv"]);
    let mut child = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(AREAS.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert!(home.pack().iter().any(|(_, text)| text.contains("370700")));
    ends(&home.run(Lang::En, &["import", "-"]), 2);
}

/// The folder with the city and its figures.
fn imported() -> Home {
    let home = Home::new();
    for (name, text) in [("areas.csv", AREAS), ("articles.csv", ARTICLES), ("figures.csv", FIGURES)] {
        ends(&home.run(Lang::Zh, &["import", &home.write(name, text)]), 0);
    }
    home
}

#[test]
fn another_value_of_a_figure_that_is_held_is_a_change_and_asked_for() {
    let home = imported();
    let before = home.pack();
    let changed = FIGURES.replace("312件", "321件");
    let path = home.write("figures.csv", &changed);
    let output = home.run(Lang::Zh, &["import", &path]);
    ends(&output, 2);
    for words in ["C2（原文短语）", "已有 312，这里是 321", "--update"] {
        assert!(err(&output).contains(words), "{words}\n{}", err(&output));
    }
    assert_eq!(home.pack(), before);
    let output = home.run(Lang::Zh, &["import", "--update", "--dry-run", &path]);
    ends(&output, 0);
    assert_eq!(home.pack(), before);
    let output = home.run(Lang::Zh, &["import", "--update", &path]);
    ends(&output, 0);
    assert!(err(&output).contains("新增 0 个地区、0 篇文章、0 个数字，改正 1 项，已有的 1 条跳过"), "{}", err(&output));
    let after = home.pack();
    let text = |pack: &[(PathBuf, String)]| pack.iter().map(|(_, text)| text.as_str()).collect::<String>();
    assert_eq!(text(&after), text(&before).replace("312", "321"));
    // The next time there is nothing to do.
    let output = home.run(Lang::En, &["import", &path]);
    ends(&output, 0);
    assert!(err(&output).contains("2 there already"), "{}", err(&output));
    assert_eq!(home.pack(), after);
    // A built-in figure that is named by its id is laid over, and only when asked.
    let own = "地区,指标,原文短语,时段,范围,文章,代号\n济南,proposals-filed,立案579件,2025,city,";
    let dataset = support::library::shipped();
    let (_, held) = dataset.observations.iter().find(|(_, held)| held.id == "jinan-2025-proposals-filed").unwrap();
    let article = &dataset.articles[held.source.article].id;
    let path = home.write("one.csv", format!("{own}{article},{}\n", held.id).replace("579", "580"));
    let output = home.run(Lang::En, &["import", &path]);
    ends(&output, 2);
    assert!(err(&output).contains("is held as 579, and this row says 580"), "{}", err(&output));
}

/// What is found and replaced, the language, what is told, and what is not.
type Case<'a> = (&'a str, &'a str, Lang, &'a [&'a str], &'a [&'a str]);

#[test]
fn faults_speak_of_columns_and_of_the_words_of_cells() {
    let home = imported();
    let table: [Case; 5] = [
        ("市本级", "全省", Lang::Zh, &["“范围”没有“全省”", "可写：市本级、"], &["scope", "city-and"]),
        ("市本级", "province", Lang::En, &["“Scope”", "write one of: city level, "], &["`scope`", "city-and"]),
        ("312件", "312余件", Lang::Zh, &["C2"], &["qualifier", "at-least"]),
        (",3,\n潍坊,prop", ",,\n潍坊,prop", Lang::Zh, &["G2（段落）", "缺少“段落”"], &["paragraph"]),
        ("312件", "近312件", Lang::Zh, &["C2"], &["below"]),
    ];
    for (find, replace, lang, told, untold) in table {
        let text = FIGURES.replacen(find, replace, 1).replace("2025年,", "2024年,");
        // What the cells give must contradict the phrase.
        let text = if told == ["C2"] {
            text.replace(",数值\n", ",数值,限定\n").replacen(",3,\n", ",3,312,确数\n", 1)
        } else {
            text
        };
        let output = home.run(lang, &["import", &home.write("figures.csv", text)]);
        ends(&output, 2);
        for words in told {
            assert!(err(&output).contains(words), "{replace}: {words}\n{}", err(&output));
        }
        for words in untold {
            assert!(!err(&output).contains(words), "{replace}: {words}\n{}", err(&output));
        }
    }
}

#[test]
fn what_spreadsheets_do_to_numbers() {
    let home = imported();
    // A cell that shows 100% holds 1.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0%");
    for (column, heading) in (0_u16..).zip(["地区", "指标", "原文短语", "时段", "范围", "文章", "段落"])
    {
        sheet.write_string(0, column, heading).unwrap();
    }
    let cells = ["潍坊", "提案办复率", "办复率达100%", "2025", "市本级", "潍坊市政协2025年工作回顾", "3"];
    for (column, cell) in (0_u16..).zip(cells) {
        sheet.write_string(1, column, cell).unwrap();
    }
    sheet.write_string(0, 7, "数值").unwrap();
    sheet.write_number_with_format(1, 7, 1, &percent).unwrap();
    book.save(home.path("rates.xlsx")).unwrap();
    let output = home.run(Lang::Zh, &["import", home.path("rates.xlsx").to_str().unwrap()]);
    ends(&output, 0);
    assert!(home.pack().iter().any(|(_, text)| text.contains("value = 100\n")), "{:?}", home.pack());
    // A code of four digits is no code: that of a city has six.
    let areas = AREAS.replace("潍坊", "德州").replace("370700", "3714");
    workbook(&home.path("areas.xlsx"), [("地区", &areas), ("文章", ""), ("数字", "")]);
    let output = home.run(Lang::Zh, &["import", home.path("areas.xlsx").to_str().unwrap()]);
    ends(&output, 2);
    assert!(err(&output).contains("地区!B2（区划代码）") && err(&output).contains("六位"), "{}", err(&output));
    // The old format is told what to do with it.
    let output = home.run(Lang::Zh, &["import", &home.write("旧表.xls", b"\xD0\xCF\x11\xE0")]);
    ends(&output, 2);
    assert!(err(&output).contains("另存为 .xlsx"), "{}", err(&output));
}
