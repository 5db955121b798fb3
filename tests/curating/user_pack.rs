//! The user's own pack: what is added stands in its files as somebody would write it, what was there stays byte for byte,
//! and all of it can be taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use cppcc::data::Builtin;
use cppcc::deck::Library;
use cppcc::domain::article::{Genre, Grade, Medium, Published};
use cppcc::domain::date::PartialDate;
use cppcc::domain::interval::{Amount, Qualifier};
use cppcc::domain::observation::{PrintedValue, Scope, Status};
use cppcc::domain::period::{Basis, End, Period, Shape};
use cppcc::entry::{NewArea, NewArticle, NewEntries, NewFigure, NewSource};
use cppcc::text::{Lang, Text};
use cppcc::user_deck::{DataSources, load};
use cppcc::user_pack::{AddError, Added, UserPack};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

fn one(words: &str) -> Text {
    Text::new(words, words)
}

fn sources(folder: &Path) -> DataSources {
    DataSources {
        builtin: Builtin::All,
        folders: Vec::new(),
        usual_folder: Some(folder.to_owned()),
        deck_file: None,
        kept_in: None,
    }
}

fn library(folder: &Path) -> Library {
    load(&sources(folder)).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En))).dataset
}

fn add(pack: &mut UserPack, folder: &Path, entries: &NewEntries) -> Added {
    pack.add(&library(folder), entries).unwrap_or_else(|why| panic!("{}", why.text(Lang::En)))
}

fn period(text: &str) -> Period {
    let (first, last) = cppcc::domain::short_form::ends(text).unwrap();
    Period { shape: Shape::Span { start: End::stated(first), end: End::stated(last) }, note: None }
}

fn area() -> NewArea {
    NewArea {
        id: "dezhou".to_owned(),
        code: "371400".to_owned(),
        name: one("德州"),
        committee: one("中国人民政治协商会议德州市委员会"),
    }
}

fn article() -> NewArticle {
    NewArticle {
        id: "dezhou-2025-report".to_owned(),
        area: "dezhou".to_owned(),
        title: "政协工作“报告”".to_owned(),
        outlet: Some(one("德州日报")),
        outlet_remark: None,
        medium: Medium::Newspaper,
        page: None,
        authors: vec![],
        published: Published::Stated(PartialDate::parse("2025-02").unwrap()),
        genre: Genre::Session,
        statement: None,
        grade: Grade::Excerpt,
        address: Some("https://example.org/a?b=c".to_owned()),
        accessed: None,
        paragraphs: None,
        caveats: vec![],
        original: None,
    }
}

fn figure(id: &str, value: f64, printed: &str) -> NewFigure {
    NewFigure {
        id: format!("dezhou-{id}"),
        area: "dezhou".to_owned(),
        indicator: "proposals-filed".to_owned(),
        value: PrintedValue::Number { amount: Amount::new(value).unwrap(), qualifier: Qualifier::Exact },
        unit: None,
        each: None,
        base: None,
        nature: None,
        period: Some(period("2024")),
        scope: Scope::City,
        status: Status::Achieved,
        actor: None,
        variant: None,
        sentence: None,
        note: None,
        reading: None,
        part_of: None,
        source: NewSource { article: "dezhou-2025-report".to_owned(), paragraph: None, printed: printed.to_owned() },
        also: vec![],
    }
}

fn all_of_a_city() -> NewEntries {
    NewEntries {
        areas: vec![area()],
        articles: vec![article()],
        figures: vec![figure("2024-filed", 512.0, "立案提案512件")],
        ..NewEntries::default()
    }
}

/// Returns the paths of all files below a folder, hidden ones as well.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries.map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|below| format!("{name}/{below}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    found
}

#[test]
fn a_city_is_written_as_somebody_would_write_it() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("cppcc/data");
    let mut pack = UserPack::new(sources(&folder));
    let added = add(&mut pack, &folder, &all_of_a_city());
    assert!(added.loaded.dataset.areas.find("dezhou").is_some());
    assert_eq!(files(&folder), ["areas/dezhou.toml", "articles/dezhou.toml", "pack.toml"]);
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_eq!(
        read("areas/dezhou.toml"),
        "[[area]]\nid = \"dezhou\"\ncode = \"371400\"\nname = \"德州\"\ncommittee = \"中国人民政治协商会议德州市委员会\"\n\n\
         [[observation]]\nid = \"dezhou-2024-filed\"\narea = \"dezhou\"\nindicator = \"proposals-filed\"\nvalue = 512\n\
         qualifier = \"exact\"\nperiod = \"2024\"\nscope = \"city\"\nstatus = \"achieved\"\nsource = { article = \
         \"dezhou-2025-report\", printed = \"立案提案512件\" }\n"
    );
    let places: Vec<_> = added.parts.iter().map(|part| (part.path.strip_prefix(&folder).unwrap(), part.line)).collect();
    let path = |name: &'static str| Path::new(name);
    assert_eq!(
        places,
        [
            (path("pack.toml"), 1),
            (path("areas/dezhou.toml"), 1),
            (path("articles/dezhou.toml"), 1),
            (path("areas/dezhou.toml"), 7)
        ]
    );
    // One more goes behind it, and comes back alone.
    let before = read("areas/dezhou.toml");
    let more = NewEntries {
        figures: vec![NewFigure { period: Some(period("2023")), ..figure("2023-filed", 500.0, "立案500件") }],
        ..NewEntries::default()
    };
    let added = add(&mut pack, &folder, &more);
    assert_eq!((added.parts.len(), added.parts[0].line), (1, 18));
    assert!(read("areas/dezhou.toml").starts_with(&before));
    pack.undo().unwrap();
    assert_eq!(read("areas/dezhou.toml"), before);
    pack.undo().unwrap();
    assert_eq!(files(home.path()), Vec::<String>::new());
    assert!(!folder.exists(), "the folders that were made for it are gone");
    assert!(matches!(pack.undo(), Err(AddError::Refused(_))));
}

#[test]
fn what_would_be_a_fault_is_not_written() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    let mut pack = UserPack::new(sources(&folder));
    let mut entries = all_of_a_city();
    entries.figures[0].source.printed = "立案提案513件".to_owned();
    let Err(AddError::Faults(faults)) = pack.add(&library(&folder), &entries) else { panic!() };
    assert!(faults.render(Lang::En).contains("value = 513"), "{}", faults.render(Lang::En));
    assert!(!folder.exists() && !pack.can_undo());
    // Neither is anything where what stands there is broken.
    fs::create_dir_all(folder.join("areas")).unwrap();
    let library = library(&folder);
    fs::write(folder.join("areas/dezhou.toml"), "id = [").unwrap();
    assert!(matches!(pack.add(&library, &all_of_a_city()), Err(AddError::Faults(_))));
    assert_eq!(files(&folder), ["areas/dezhou.toml"]);
}

#[test]
fn what_others_add_meanwhile_stays() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().to_owned();
    let mut pack = UserPack::new(sources(&folder));
    add(&mut pack, &folder, &all_of_a_city());
    let path = folder.join("areas/dezhou.toml");
    let added = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("# first\n{added}# last\n")).unwrap();
    pack.undo().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "# first\n# last\n");
    assert_eq!(files(&folder), ["areas/dezhou.toml", "pack.toml"]);
    // What was added and then changed is somebody's work.
    let mut pack = UserPack::new(sources(&folder));
    add(&mut pack, &folder, &all_of_a_city());
    let changed = fs::read_to_string(&path).unwrap().replace("512件", "512件提案");
    fs::write(&path, &changed).unwrap();
    let Err(AddError::Refused(why)) = pack.undo() else { panic!() };
    assert!(why.en.contains("changed since") && why.zh.contains("改过"), "{why:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), changed);
}

#[test]
fn what_others_refer_to_is_not_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().to_owned();
    let mut pack = UserPack::new(sources(&folder));
    add(&mut pack, &folder, &all_of_a_city());
    let mut other = UserPack::new(sources(&folder));
    let more = NewEntries {
        figures: vec![NewFigure { period: Some(period("2023")), ..figure("2023-filed", 500.0, "立案500件") }],
        ..NewEntries::default()
    };
    add(&mut other, &folder, &more);
    assert!(matches!(pack.undo(), Err(AddError::Faults(_))));
    other.undo().unwrap();
    pack.undo().unwrap();
    assert_eq!(files(&folder), Vec::<String>::new());
}

#[test]
fn all_forms_of_a_figure_are_read_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().to_owned();
    let mut pack = UserPack::new(sources(&folder));
    let mut entries = all_of_a_city();
    let amount = |number: f64| Amount::new(number).unwrap();
    let inferred = |date: &str, bounds: Option<(&str, &str)>| End::Known {
        date: PartialDate::parse(date).unwrap(),
        basis: Basis::Inferred {
            why: one("据标题"),
            bounds: bounds.map(|(a, b)| (a.parse().unwrap(), b.parse().unwrap())),
        },
    };
    entries.figures = vec![
        NewFigure {
            value: PrintedValue::Between { low: amount(30.0), high: amount(40.0) },
            variant: Some(Text::new("重点", "key ones")),
            period: Some(Period {
                shape: Shape::Span {
                    start: inferred("2024-01", Some(("2024-01-05", "2024-02-02"))),
                    end: End::Unknown { why: one("未载") },
                },
                note: Some(one("“以来”")),
            }),
            ..figure("a", 0.0, "30至40件")
        },
        NewFigure {
            value: PrintedValue::Number { amount: amount(1.5e12), qualifier: Qualifier::AtLeast },
            variant: Some(one("其二")),
            note: Some(one("说明")),
            unit: Some(one("元")),
            ..figure("b", 0.0, "超1.5万亿元")
        },
        NewFigure {
            indicator: "members".to_owned(),
            value: PrintedValue::Number { amount: amount(441.0), qualifier: Qualifier::Exact },
            period: Some(Period { shape: Shape::AsOf(inferred("2024-12-31", None)), note: None }),
            ..figure("c", 0.0, "委员441名")
        },
    ];
    let has_members = library(&folder).indicators.find("members").is_some();
    if !has_members {
        entries.figures.pop();
    }
    let added = add(&mut pack, &folder, &entries);
    let dataset = &added.loaded.dataset;
    for figure in &entries.figures {
        let held = &dataset.observations[dataset.observations.find(&figure.id).unwrap()];
        assert_eq!((&held.value, &held.note, &held.variant), (&figure.value, &figure.note, &figure.variant));
        assert_eq!(Some(&held.period), figure.period.as_ref());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever stands in a file, adding to it changes none of it, and taking back restores it.
    #[test]
    fn comments_and_other_entries_stay_byte_for_byte(
        mark in any::<bool>(),
        line_end in prop_oneof![Just("\n"), Just("\r\n")],
        lines in prop::collection::vec(
            prop_oneof![
                Just("# 给老王看的注释 \u{1f600}".to_owned()),
                Just(String::new()),
                Just("   ".to_owned()),
                Just("[[theme]]\nid = \"ID\"\nname = \"甲\" # tail".to_owned()),
                Just("[[theme]]\n# within\n\n  id = 'ID'\nname = { zh = '''\n# no comment\n[[observation]]''', en = 'x' }".to_owned()),
            ],
            0..8,
        ),
        ended in any::<bool>(),
    ) {
        let home = tempfile::tempdir().unwrap();
        let folder: PathBuf = home.path().to_owned();
        let numbered = lines.iter().enumerate().map(|(number, line)| line.replace("ID", &format!("theme-{number}")));
        let mut text = numbered.collect::<Vec<_>>().join("\n").replace('\n', line_end);
        if mark {
            text.insert(0, '\u{feff}');
        }
        if ended {
            text.push_str(line_end);
        }
        let names = ["areas/dezhou.toml", "articles/dezhou.toml"];
        for name in names {
            fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        }
        fs::write(folder.join(names[0]), &text).unwrap();
        let mut pack = UserPack::new(sources(&folder));
        add(&mut pack, &folder, &all_of_a_city());
        let after = fs::read_to_string(folder.join(names[0])).unwrap();
        prop_assert!(after.starts_with(&text) && after.len() > text.len());
        pack.undo().unwrap();
        prop_assert_eq!(fs::read_to_string(folder.join(names[0])).unwrap(), text);
        prop_assert_eq!(files(&folder), ["areas/dezhou.toml"]);
    }
}

/// The order of cities gives them their signs and colours: they may not change while somebody works.
#[test]
fn what_was_added_stands_where_it_will_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut pack = UserPack::new(sources(folder.path()));
    let of_city = |id: &str, code: &str, name: &str| {
        let (article_id, figure_id) = (format!("{id}-2025-report"), format!("{id}-2024-filed"));
        let mut entries = all_of_a_city();
        entries.areas[0] = NewArea {
            id: id.to_owned(),
            code: code.to_owned(),
            name: one(name),
            committee: one(&format!("{name}市政协")),
        };
        (entries.articles[0].id, entries.articles[0].area) = (article_id.clone(), id.to_owned());
        (entries.figures[0].id, entries.figures[0].area) = (figure_id, id.to_owned());
        entries.figures[0].source.article = article_id;
        entries
    };
    let more = |id: &str, year: &str| {
        let mut entries = of_city(id, "", "");
        (entries.areas, entries.articles) = (Vec::new(), Vec::new());
        entries.figures[0].id = format!("{id}-{year}-filed");
        entries.figures[0].period = Some(period(year));
        entries
    };
    let order = |library: &Library| {
        let areas: Vec<String> = library.areas.iter().map(|(_, area)| area.id.clone()).collect();
        let articles: Vec<String> = library.articles.iter().map(|(_, article)| article.id.clone()).collect();
        let figures: Vec<String> = library.observations.iter().map(|(_, figure)| figure.id.clone()).collect();
        [areas, articles, figures]
    };
    let steps = [
        of_city("weifang", "370700", "潍坊"),
        of_city("yantai", "370600", "烟台"),
        of_city("baoji", "610300", "宝鸡"),
        more("baoji", "2022"),
        more("yantai", "2022"),
        more("weifang", "2022"),
    ];
    for entries in steps {
        let added = add(&mut pack, folder.path(), &entries);
        assert_eq!(order(&added.loaded.dataset), order(&library(folder.path())));
    }
}
