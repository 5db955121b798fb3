//! Loading: the shipped data is sound, and every kind of fault is found at its place.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

use cppcc::data::{Builtin, Content, Diagnostic, Faults, SourceFile, builtin, load, read_folder};
use cppcc::domain::Dataset;
use cppcc::domain::model::{Certainty, Nature, Piece, Population, Published};
use cppcc::domain::period::Shape;
use cppcc::text::{Lang, width};
use proptest::prelude::*;
use serde::Deserialize;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// The pack without a fault, with paths that begin in its folder.
fn good() -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good");
    let mut files = read_folder(&folder);
    for file in &mut files {
        file.path = file.path.strip_prefix(&folder).unwrap().to_owned();
        file.root = PathBuf::new();
    }
    files
}

fn text_of(file: &SourceFile) -> String {
    match &file.content {
        Content::Bytes(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        Content::Unreadable(why) => panic!("{}: {}", file.path.display(), why.en),
    }
}

/// A fault to plant, and what must then be reported.
#[derive(Deserialize)]
struct Plant {
    name: String,
    file: PathBuf,
    find: String,
    replace: String,
    expect: Vec<String>,
}

#[derive(Deserialize)]
struct Plants {
    fault: Vec<Plant>,
}

fn plants() -> Vec<Plant> {
    toml::from_str::<Plants>(include_str!("data/faults.toml")).unwrap().fault
}

fn plant(files: &mut [SourceFile], plant: &Plant) {
    let file = files.iter_mut().find(|file| file.path == plant.file).unwrap();
    let text = text_of(file);
    assert_eq!(text.matches(&plant.find).count(), 1, "{}: the text to replace must stand there once", plant.name);
    file.content = Content::Bytes(text.replace(&plant.find, &plant.replace).into_bytes().into());
}

fn faults(files: Vec<SourceFile>) -> Faults {
    load(files).expect_err("a fault was planted")
}

/// A fault as the table of planted faults writes it.
fn line(diagnostic: &Diagnostic) -> String {
    format!("{}: `{}` {}", diagnostic.place(), diagnostic.found, diagnostic.message.en)
}

fn lines(faults: &Faults) -> Vec<String> {
    faults.diagnostics().iter().map(line).collect()
}

fn sound(files: Vec<SourceFile>) -> Dataset {
    load(files).unwrap_or_else(|faults| panic!("\n{}", faults.render(Lang::En)))
}

#[test]
fn the_shipped_data_has_no_fault() {
    let all = sound(builtin(Builtin::All));
    let reports = sound(builtin(Builtin::Reports));
    assert!(sound(builtin(Builtin::None)).areas.is_empty());
    assert!(reports.observations.len() <= all.observations.len());
    for file in builtin(Builtin::All) {
        let on_disk = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file.path)).unwrap();
        assert_eq!(text_of(&file), on_disk, "{}", file.path.display());
    }
}

#[test]
fn every_planted_fault_is_found_at_its_place() {
    let plants = plants();
    assert!(plants.len() >= 30);
    for case in &plants {
        let mut files = good();
        plant(&mut files, case);
        assert_eq!(lines(&faults(files)), case.expect, "{}", case.name);
    }
}

#[test]
fn ten_faults_at_once_are_all_found() {
    let names = [
        "an unknown qualifier",
        "one language missing",
        "a phrase without the value",
        "an unknown article",
        "a part of itself",
        "a code given twice",
        "an absence where there is a figure",
        "an unknown theme",
        "a date outside its bounds",
        "a reference to nothing",
    ];
    let plants = plants();
    let mut files = good();
    let mut expected = Vec::new();
    for name in names {
        let case = plants.iter().find(|case| case.name == name).unwrap();
        plant(&mut files, case);
        expected.extend(case.expect.iter().cloned());
    }
    let found = faults(files);
    let in_order: Vec<_> = found.diagnostics().iter().map(|fault| (fault.path.clone(), fault.position)).collect();
    assert!(in_order.is_sorted());
    let mut found = lines(&found);
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

/// Wherever a caret stands, the text that is at fault begins in the same cell of the line above.
fn assert_caret(screen: &str, found: &str) {
    let rows: Vec<&str> = screen.lines().collect();
    let carets = rows.iter().position(|row| row.contains('^')).unwrap();
    let cell = width(rows[carets].split('^').next().unwrap());
    let mut above = rows[carets - 1].chars();
    let mut passed = 0;
    while passed < cell {
        passed += above.next().map_or(1, |character| width(&character.to_string()));
    }
    let start: String = found.chars().take(8).collect();
    assert!(passed == cell && above.as_str().starts_with(&start), "\n{screen}");
}

#[test]
fn every_caret_stands_under_its_text() {
    let mut plants = plants();
    // A line that is too long to be shown whole.
    let mut long =
        plants.iter().position(|case| case.name == "a number typed into a digest").map(|at| plants.remove(at));
    for case in plants.iter().chain(&long) {
        let mut files = good();
        plant(&mut files, case);
        for fault in faults(files).diagnostics() {
            for lang in [Lang::Zh, Lang::En] {
                let screen = fault.render(lang);
                let place = format!("--> {}", fault.place());
                assert!(screen.contains(&place) && screen.contains(fault.message.get(lang)), "{screen}");
                assert_caret(&screen, &fault.found);
            }
        }
    }
    for length in 0..80 {
        let words = "监督重在实效，".repeat(length);
        let case = long.as_mut().unwrap();
        case.replace = format!("{}{words}约占4成{words}", case.find);
        let mut files = good();
        plant(&mut files, case);
        let found = faults(files);
        assert_caret(&found.diagnostics()[0].render(Lang::Zh), "4成");
    }
}

fn screen(name: &str, lang: Lang) -> String {
    let mut files = good();
    plant(&mut files, plants().iter().find(|case| case.name == name).unwrap());
    faults(files).diagnostics()[0].render(lang)
}

#[test]
fn faults_are_printed_with_their_line() {
    let cases = [
        (
            "a number typed into a digest",
            Lang::Zh,
            r#"
错误: 文摘里的数字“4”不是引用
  --> articles/donghu.toml:18:83
   |
18 | zh = "截至8月21日，“1+10”体系共督导{donghu-2024-visits}次，其中春季{donghu-2024-visits-spring}次，约占4成。"
   |                                                                                                       ^
   |
   = 提示: 写作 {数字的 id}；年份、日期和引号书名号里的可以直接写
"#,
        ),
        (
            "a number typed into a digest",
            Lang::En,
            r#"
error: the number `4` in a digest is not a reference
  --> articles/donghu.toml:18:83
   |
18 | zh = "截至8月21日，“1+10”体系共督导{donghu-2024-visits}次，其中春季{donghu-2024-visits-spring}次，约占4成。"
   |                                                                                                       ^
   |
   = help: write {id of the figure}; only years, dates and what stands in quotation marks may be written out
"#,
        ),
        (
            "an unknown key in a text",
            Lang::Zh,
            r#"
错误: 不认识的键“fr”
   --> areas/donghu.toml:104:29
    |
104 | about = { zh = "一个总队带十个分队", fr = "dix", en = "One team leads ten" }
    |                                      ^^
    |
    = 提示: 这里可用的键：zh、en
"#,
        ),
        (
            "an id given twice",
            Lang::En,
            r#"
error: the id `donghu-2024-visits` is taken
  --> areas/donghu.toml:29:6
   |
29 | id = "donghu-2024-visits"
   |      ^^^^^^^^^^^^^^^^^^^^
   |
   = help: it was first given at areas/donghu.toml:17
"#,
        ),
        (
            "an unknown qualifier",
            Lang::Zh,
            r#"
错误: “qualifier”没有“atleast”这个取值
  --> areas/donghu.toml:33:13
   |
33 | qualifier = "atleast"
   |             ^^^^^^^^^
   |
   = 提示: 是不是“at-least”？可用的词：exact、at-least、below、about、order
"#,
        ),
        (
            "a string that is never closed",
            Lang::En,
            r#"
error: TOML syntax: invalid basic string, expected `"`
  --> articles/donghu.toml:31:19
   |
31 | title = "东湖市政协年终盘点
   |                            ^
"#,
        ),
    ];
    for (name, lang, expected) in cases {
        let screen = screen(name, lang);
        assert_eq!(screen, expected.trim_matches('\n'), "\n{screen}");
    }
}

#[test]
fn every_fault_is_worded_in_both_languages() {
    for case in plants() {
        let mut files = good();
        plant(&mut files, &case);
        for fault in faults(files).diagnostics() {
            let has_hanzi = |text: &str| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
            assert!(has_hanzi(&fault.message.zh), "{}: {}", case.name, fault.message.zh);
            assert!(fault.help.as_ref().is_none_or(|help| has_hanzi(&help.zh) && !help.en.is_empty()), "{}", case.name);
        }
    }
}

#[test]
fn the_order_of_files_does_not_matter() {
    let mut files = good();
    files.reverse();
    let (forward, backward) = (sound(good()), sound(files));
    assert_eq!(forward.observations.len(), backward.observations.len());
    let ids = |dataset: &Dataset| dataset.indicators.iter().map(|(_, it)| it.id.clone()).collect::<Vec<_>>();
    // Indicators come by theme, and within a theme as the files give them.
    assert_eq!(ids(&forward), ["visits", "branches", "system", "members", "app-users"]);
    assert_eq!(ids(&forward), ids(&backward));
}

#[test]
fn what_is_left_out_is_filled_in() -> Result<(), Box<dyn Error>> {
    let dataset = sound(good());
    let figure = |id: &str| &dataset.observations[dataset.observations.find(id).unwrap()];

    let visits = figure("donghu-2024-visits");
    let article = &dataset.articles[visits.source.article];
    assert_eq!(Some(&visits.period), article.period.as_ref());
    assert_eq!(dataset.packs[article.pack].id, "good");

    let users = figure("donghu-2024-users");
    assert_eq!(users.nature, Nature::Stock);
    let Shape::AsOf(end) = &users.period.shape else { panic!("a stock holds as of a date") };
    assert_eq!(Some(end), article.period.as_ref().map(cppcc::domain::period::Period::end));

    let new = figure("donghu-2024-branches-new");
    assert_eq!(new.nature, Nature::Flow);
    assert_eq!(new.period, visits.period);

    let news = dataset.articles.find("donghu-2024-news").ok_or("no such article")?;
    assert!(matches!(dataset.articles[news].published, Published::Unknown { .. }));

    let section = &article.sections[1];
    let [Piece::Words(before), Piece::Figure(key), Piece::Words(after)] = section.zh.as_slice() else {
        panic!("{:?}", section.zh)
    };
    assert_eq!((before.as_str(), after.as_str()), ("履职期间设立临时党支部，\n共", "个。"));
    assert!(section.tells_of(*key));
    Ok(())
}

#[test]
fn figures_of_members_serve_as_denominators() {
    let dataset = sound(good());
    let area = &dataset.areas[dataset.areas.find("donghu").unwrap()];
    let [given, taken] = area.denominators.as_slice() else { panic!("{:?}", area.denominators) };
    assert_eq!((given.population, given.observation), (Population::Members, None));
    assert_eq!(taken.as_of.to_string(), "2025-01-10");
    assert_eq!(taken.source.zh, "东湖电视台《东湖市政协年终盘点》");
    assert_eq!(taken.source.en, "Donghu Television, “东湖市政协年终盘点”");
    assert_eq!(taken.certainty, Certainty::Low);
    assert_eq!(taken.observation, dataset.observations.find("donghu-2025-members"));
}

#[test]
fn a_folder_is_read_without_what_is_hidden() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().join("Weifang 潍坊");
    fs::create_dir_all(home.join("areas"))?;
    fs::create_dir_all(home.join(".git"))?;
    for file in good() {
        let path = home.join(file.path.file_name().ok_or("no name")?);
        let path = if file.path.starts_with("areas") { home.join(&file.path) } else { path };
        let path = if path.exists() { path.with_extension("article.toml") } else { path };
        fs::write(path, text_of(&file))?;
    }
    fs::write(home.join(".git/broken.toml"), "= [")?;
    fs::write(home.join(".hidden.toml"), "= [")?;
    fs::write(home.join("notes.txt"), "= [")?;
    fs::remove_file(home.join("pack.toml"))?;
    let files = read_folder(&home);
    assert!(files.is_sorted_by_key(|file| &file.path));
    let dataset = sound(files);
    // A folder without a [pack] is a pack of its name.
    assert_eq!(dataset.packs.iter().map(|(_, pack)| pack.id.as_str()).collect::<Vec<_>>(), ["weifang"]);
    Ok(())
}

#[test]
fn what_can_not_be_read_is_a_fault_beside_the_others() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let nowhere = folder.path().join("nowhere");
    let mut files = read_folder(&nowhere);
    files.extend(read_folder(folder.path()));
    files.extend(good());
    let case = plants().into_iter().find(|case| case.name == "an unknown scope").ok_or("no such case")?;
    plant(&mut files, &case);
    let catalogue = files.iter_mut().find(|file| file.path == Path::new("catalogue.toml")).ok_or("no catalogue")?;
    let mut bytes = text_of(catalogue).into_bytes();
    let at = bytes.windows(6).position(|bytes| bytes == "民主".as_bytes()).ok_or("no such text")?;
    bytes[at] = 0xff;
    catalogue.content = Content::Bytes(bytes.into());
    let found = lines(&faults(files));
    assert_eq!(found.len(), 4, "{found:#?}");
    let told = |text: &str| assert!(found.iter().any(|line| line.contains(text)), "{text}: {found:#?}");
    told("nowhere: `` cannot be read: no such file or folder");
    told("there is no .toml file in this folder");
    told(&format!("catalogue.toml:3:16: `\u{fffd}` the file is not UTF-8: byte {} can't be read", at + 1));
    told(&case.expect[0]);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is cut out of a file, loading ends, and every fault has a place in a file.
    #[test]
    fn no_damage_makes_loading_panic(which in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 1_usize..40) {
        let mut files = good();
        let file = which.get_mut(&mut files);
        let characters: Vec<char> = text_of(file).chars().collect();
        let from = from.index(characters.len());
        let to = (from + length).min(characters.len());
        let kept: String = characters.iter().enumerate().filter(|(at, _)| !(from..to).contains(at)).map(|(_, c)| c).collect();
        file.content = Content::Bytes(kept.into_bytes().into());
        if let Err(faults) = load(files) {
            prop_assert!(!faults.diagnostics().is_empty());
            prop_assert!(faults.diagnostics().iter().all(|fault| fault.position.is_some()));
            prop_assert!(!faults.render(Lang::Zh).is_empty() && !faults.render(Lang::En).is_empty());
        }
    }
}

#[test]
fn marks_and_line_ends_of_other_systems_do_no_harm() {
    let mut files = good();
    for file in &mut files {
        let text = format!("\u{feff}{}", text_of(file).replace('\n', "\r\n"));
        file.content = Content::Bytes(text.into_bytes().into());
    }
    assert_eq!(sound(files).observations.len(), sound(good()).observations.len());
}
