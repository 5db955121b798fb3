//! `cppcc init`: a starter pack that is sound as it is, and an empty spreadsheet; nothing that is there is overwritten.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use crate::support;
use calamine::{Reader, Xlsx, open_workbook};
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use support::library::shipped;
use support::program::{ends, err, out, program, run};

fn path_in(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn a_starter_pack_is_sound_as_it_is_and_shows_its_city() {
    for (lang, comment) in [(Lang::Zh, "# 出处："), (Lang::En, "# Where it is printed:")] {
        let home = tempfile::tempdir().unwrap();
        let folder = path_in(home.path(), "我的 数据");
        let begun = run(lang, &["init", &folder]);
        ends(&begun, 0);
        assert!(err(&begun).contains("cppcc check"), "{}", err(&begun));
        assert!(fs::read_to_string(Path::new(&folder).join("areas/shili.toml")).unwrap().contains(comment));
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "nothing is left beside it");
        let checked = run(lang, &["check", &folder]);
        ends(&checked, 0);
        assert_eq!(out(&checked), "", "there is nothing to look at");
        let listed = run(lang, &["--data", &folder, "compare", "proposals-filed", "--area", "shili,qingdao"]);
        assert!(out(&listed).contains("312"), "{}", out(&listed));
    }
}

#[test]
fn what_is_there_stays_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("mine.toml"), "# mine\n").unwrap();
    fs::create_dir(home.path().join("empty")).unwrap();
    let full = run(Lang::En, &["init", home.path().to_str().unwrap()]);
    ends(&full, 2);
    assert!(err(&full).contains("is not empty, and nothing is written"), "{}", err(&full));
    ends(&run(Lang::En, &["init", &path_in(home.path(), "mine.toml")]), 2);
    assert_eq!(fs::read_to_string(home.path().join("mine.toml")).unwrap(), "# mine\n");
    ends(&run(Lang::En, &["init", &path_in(home.path(), "empty")]), 0);
    ends(&run(Lang::En, &["init", &path_in(home.path(), "deep/er/pack/")]), 0);
    ends(&run(Lang::En, &["check", &path_in(home.path(), "deep/er/pack")]), 0);
    let sheet = path_in(home.path(), "sheet.csv");
    fs::write(&sheet, "mine").unwrap();
    let refused = run(Lang::En, &["init", "--spreadsheet", &sheet]);
    ends(&refused, 1);
    assert!(err(&refused).contains("it exists already"), "{}", err(&refused));
    assert_eq!(fs::read_to_string(&sheet).unwrap(), "mine");
    ends(&run(Lang::En, &["init", "--spreadsheet", &path_in(home.path(), "sheet.ods")]), 2);
    ends(&run(Lang::En, &["init"]), 2);
    ends(&run(Lang::En, &["init", "a", "--spreadsheet", "b.csv"]), 2);
}

#[test]
fn a_pack_that_is_called_like_a_built_in_one_does_not_replace_it() {
    let home = tempfile::tempdir().unwrap();
    let folder = path_in(home.path(), "reports");
    ends(&run(Lang::En, &["init", &folder]), 0);
    let listed = run(Lang::En, &["--data", &folder, "list", "areas", "--format", "csv"]);
    assert_eq!(out(&listed).lines().count(), 1 + shipped().areas.len() + 1);
}

#[test]
fn the_spreadsheet_explains_every_indicator() {
    for (lang, sheets) in [
        (Lang::Zh, ["数字", "文章", "地区", "指标", "说明"]),
        (Lang::En, ["Figures", "Articles", "Areas", "Indicators", "How to"]),
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = path_in(home.path(), "sheet.xlsx");
        ends(&program(lang).args(["init", "--spreadsheet", &path]).output().unwrap(), 0);
        let mut workbook: Xlsx<_> = open_workbook(&path).unwrap();
        assert_eq!(workbook.sheet_names(), sheets);
        let indicators = workbook.worksheet_range(sheets[3]).unwrap();
        let text = indicators.rows().flatten().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        for (_, indicator) in shipped().indicators.iter() {
            for words in [&indicator.id, indicator.name.get(lang), indicator.definition.get(lang)] {
                assert!(text.contains(words.trim()), "{words}");
            }
        }
        let empty = run(lang, &["import", &path]);
        ends(&empty, 2);
    }
}
