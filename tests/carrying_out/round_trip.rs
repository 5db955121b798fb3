//! Every figure of the shipped data goes through every format and back, and all that is known of it is found again.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::domain::interval::{High, Low};
use cppcc::domain::observation::{Actor, Observation, PrintedValue};
use cppcc::domain::period::{Basis, End};
use cppcc::domain::{Dataset, Each};
use cppcc::text::{Lang, Text, quoted, without_apostrophe};
use cppcc::wording::{period, printed_unit};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::library::shipped;
use support::program::{ends, out, run};
use support::workbook::{ReadCell, ReadSheet, files, sheets};

/// What is known of a figure, taken from the data themselves: by the names of the columns.
fn facts(data: &Dataset, figure: &Observation) -> BTreeMap<&'static str, String> {
    let (area, indicator) = (&data.areas[figure.area], &data.indicators[figure.indicator]);
    let article = &data.articles[figure.source.article];
    let (number, to, printed) = match &figure.value {
        PrintedValue::Number { amount, .. } => (amount.get().to_string(), String::new(), amount.get().to_string()),
        PrintedValue::Between { low, high } => (low.get().to_string(), high.get().to_string(), low.get().to_string()),
        PrintedValue::Designed(text) => (String::new(), String::new(), text.clone()),
    };
    let mut facts = BTreeMap::from([
        ("id", figure.id.clone()),
        ("area", area.id.clone()),
        ("theme", data.themes[indicator.theme].id.clone()),
        ("indicator", indicator.id.clone()),
        ("value", printed),
        ("value_to", to),
        ("number", number),
        ("qualifier", figure.qualifier().id().to_owned()),
        ("each", figure.each.map(Each::id).unwrap_or_default().to_owned()),
        ("nature", figure.nature.id().to_owned()),
        ("scope", figure.scope.id().to_owned()),
        ("status", figure.status.id().to_owned()),
        ("part_of", figure.part_of.map(|whole| data.observations[whole].id.clone()).unwrap_or_default()),
        ("article", article.id.clone()),
        ("paragraph", figure.source.paragraph.map(|number| number.to_string()).unwrap_or_default()),
        ("printed", figure.source.printed.clone()),
        ("title", article.title.clone()),
        ("published", article.published.date().map(|date| date.to_string()).unwrap_or_default()),
        ("grade", article.grade.id().to_owned()),
        ("address", article.address.clone().unwrap_or_default()),
        ("pack", data.packs[article.pack].id.clone()),
        ("pack_version", data.packs[article.pack].version.as_ref().unwrap().number.clone()),
    ]);
    add_interval(&mut facts, figure);
    add_end(&mut facts, ["start", "start_basis", "start_earliest", "start_latest"], figure.period.start());
    add_end(&mut facts, ["end", "end_basis", "end_earliest", "end_latest"], Some(figure.period.end()));
    facts
}

fn add_interval(facts: &mut BTreeMap<&'static str, String>, figure: &Observation) {
    let interval = figure.extent().interval();
    let open = |is_open: Option<bool>| is_open.map(|is_open| is_open.to_string()).unwrap_or_default();
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    facts.insert("low", number(interval.map(|interval| interval.low().amount().get())));
    facts.insert("high", number(interval.and_then(|interval| Some(interval.high().amount()?.get()))));
    facts.insert("low_open", open(interval.map(|interval| matches!(interval.low(), Low::Open(_)))));
    facts.insert("high_open", open(interval.map(|interval| !matches!(interval.high(), High::Closed(_)))));
}

fn add_end(facts: &mut BTreeMap<&'static str, String>, names: [&'static str; 4], end: Option<&End>) {
    let [date, basis, earliest, latest] = names;
    let bounds = match end {
        Some(End::Known { basis: Basis::Inferred { bounds, .. }, .. }) => *bounds,
        _ => None,
    };
    facts.insert(date, end.and_then(End::date).map(|date| date.to_string()).unwrap_or_default());
    facts.insert(basis, end.map(|end| end.basis_kind().id()).unwrap_or_default().to_owned());
    facts.insert(earliest, bounds.map(|(first, _)| first.to_string()).unwrap_or_default());
    facts.insert(latest, bounds.map(|(_, last)| last.to_string()).unwrap_or_default());
}

/// What is known of a figure in words of both languages.
fn words(data: &Dataset, figure: &Observation) -> BTreeMap<&'static str, Text> {
    let (area, indicator) = (&data.areas[figure.area], &data.indicators[figure.indicator]);
    let none = || Text::new("", "");
    let text = |text: Option<&Text>| text.cloned().unwrap_or_else(none);
    let actor = match &figure.actor {
        Actor::Committee => none(),
        Actor::Other(who) => who.clone(),
    };
    BTreeMap::from([
        ("area", area.name.clone()),
        ("indicator", indicator.name.clone()),
        ("unit", printed_unit(indicator, figure)),
        ("base", text(figure.base.as_ref())),
        ("period_note", text(figure.period.note.as_ref())),
        ("actor", actor),
        ("variant", text(figure.variant.as_ref())),
        ("note", text(figure.note.as_ref())),
        ("reading", text(figure.reading.as_ref())),
        ("outlet", data.articles[figure.source.article].outlet_name()),
        ("definition", indicator.definition.clone()),
        ("start_why", text(figure.period.start().and_then(End::why))),
        ("end_why", text(figure.period.end().why())),
    ])
}

fn sources(data: &Dataset, figure: &Observation) -> Vec<Value> {
    let source = |source: &cppcc::domain::PrintedSource| json!({ "article": data.articles[source.article].id, "paragraph": source.paragraph, "printed": source.printed });
    figure.also.iter().map(source).collect()
}

fn exported(lang: Lang, arguments: &[&str]) -> String {
    let all: Vec<&str> = ["export"].iter().chain(arguments).copied().collect();
    let output = run(lang, &all);
    ends(&output, 0);
    out(&output).to_owned()
}

/// Reads lines of fields, by the names of their columns.
fn records(text: &str, delimiter: u8) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let record = |record: csv::StringRecord| {
        names.iter().map(str::to_owned).zip(record.iter().map(|cell| without_apostrophe(cell).to_owned())).collect()
    };
    reader.records().map(|each| record(each.unwrap())).collect()
}

/// Finds everything in the columns of a table, under names that `name` makes of the usual ones.
#[track_caller]
fn check_records(text: &str, delimiter: u8, name: impl Fn(&str) -> String) {
    let data = shipped();
    let records = records(text, delimiter);
    assert_eq!(records.len(), data.observations.len());
    for ((_, figure), record) in data.observations.iter().zip(&records) {
        for (column, told) in facts(&data, figure) {
            assert_eq!(record[&name(column)], told, "{}: {column}", figure.id);
        }
        for (column, told) in words(&data, figure) {
            assert_eq!(record[&name(&format!("{column}_zh"))], told.zh, "{}: {column}", figure.id);
            assert_eq!(record[&name(&format!("{column}_en"))], told.en, "{}: {column}", figure.id);
        }
        let also = &record[&name("other_sources")];
        let also: Vec<Value> = if also.is_empty() { Vec::new() } else { serde_json::from_str(also).unwrap() };
        assert_eq!(also, sources(&data, figure), "{}", figure.id);
    }
}

#[test]
fn comma_and_tab_separated_values() {
    check_records(&exported(Lang::En, &["--format", "csv"]), b',', str::to_owned);
    check_records(&exported(Lang::Zh, &["--format", "tsv"]), b'\t', str::to_owned);
}

#[test]
fn a_data_package() {
    let output = run(Lang::En, &["export", "--format", "datapackage"]);
    ends(&output, 0);
    let files = files(&output.stdout);
    let file = |name: &str| String::from_utf8(files.iter().find(|(file, _)| file == name).unwrap().1.clone()).unwrap();
    check_records(&file("figures.csv"), b',', str::to_owned);
    let data = shipped();
    let others = records(&file("other-sources.csv"), b',');
    let held = data.observations.iter().map(|(_, figure)| figure.also.len()).sum::<usize>();
    assert!(held > 0 && others.len() == held);
    assert_eq!(records(&file("articles.csv"), b',').len(), data.articles.len());
    let articles = records(&file("articles.csv"), b',');
    for ((_, article), record) in data.articles.iter().zip(&articles) {
        assert_eq!((&record["title"], &record["grade"]), (&article.title, &article.grade.id().to_owned()));
    }
}

#[test]
fn sdmx_shaped_values() {
    let standard = BTreeMap::from([
        ("id", "OBS_ID"),
        ("area", "REF_AREA"),
        ("indicator", "INDICATOR"),
        ("number", "OBS_VALUE"),
        ("qualifier", "OBS_QUALIFIER"),
        ("article", "SOURCE_ID"),
    ]);
    let name = |column: &str| standard.get(column).map_or_else(|| column.to_uppercase(), |name| (*name).to_owned());
    let text = exported(Lang::En, &["--format", "sdmx-csv"]);
    check_records(&text, b',', name);
    let begins = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,OBS_ID,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,DECIMALS,OBS_STATUS,CONF_STATUS,OBS_QUALIFIER,SOURCE_ID,";
    assert!(text.starts_with(begins));
    for record in records(&text, b',') {
        assert_eq!(
            (record["STRUCTURE"].as_str(), record["STRUCTURE_ID"].as_str()),
            ("dataflow", "CPPCC:DF_CPPCC(1.0.0)")
        );
        assert!(!record["TIME_PERIOD"].is_empty() || record["END"].is_empty(), "{record:?}");
    }
}

#[test]
fn a_json_document() {
    let document: Value = serde_json::from_str(&exported(Lang::En, &["--format", "json"])).unwrap();
    let data = shipped();
    let observations = document["observations"].as_array().unwrap();
    assert_eq!(observations.len(), data.observations.len());
    let plain = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    for ((_, figure), read) in data.observations.iter().zip(observations) {
        let facts = facts(&data, figure);
        for name in [
            "id",
            "area",
            "indicator",
            "value",
            "value_to",
            "qualifier",
            "each",
            "nature",
            "scope",
            "status",
            "part_of",
            "grade",
            "pack",
        ] {
            assert_eq!(plain(&read[name]), facts[name], "{}: {name}", figure.id);
        }
        for name in
            ["start", "end", "start_earliest", "start_latest", "end_earliest", "end_latest", "start_basis", "end_basis"]
        {
            assert_eq!(plain(&read["period"][name]), facts[name], "{}: {name}", figure.id);
        }
        for name in ["article", "paragraph", "printed"] {
            assert_eq!(plain(&read["source"][name]), facts[name], "{}: {name}", figure.id);
        }
        assert_eq!(read["also"].as_array().unwrap(), &sources(&data, figure), "{}", figure.id);
        let words = words(&data, figure);
        for name in ["unit", "base", "variant", "note", "reading"] {
            assert_eq!(
                (plain(&read[name]["zh"]), plain(&read[name]["en"])),
                (words[name].zh.clone(), words[name].en.clone())
            );
        }
        let pack =
            document["packs"].as_array().unwrap().iter().find(|pack| pack["id"] == facts["pack"].as_str()).unwrap();
        assert_eq!(plain(&pack["version"]), facts["pack_version"]);
    }
}

/// What the columns of the sheet of figures are called in Chinese.
const HEADINGS: [(&str, &str); 24] = [
    ("id", "代号"),
    ("area", "地区代号"),
    ("theme", "主题"),
    ("indicator", "指标代号"),
    ("value", "数值（原文）"),
    ("value_to", "数值上端"),
    ("number", "数"),
    ("low", "下限"),
    ("high", "上限"),
    ("start", "起"),
    ("end", "止"),
    ("start_earliest", "起点最早"),
    ("start_latest", "起点最晚"),
    ("end_earliest", "终点最早"),
    ("end_latest", "终点最晚"),
    ("part_of", "属于"),
    ("article", "文章代号"),
    ("paragraph", "段"),
    ("printed", "原文短语"),
    ("title", "文章标题"),
    ("published", "刊出日期"),
    ("address", "网址"),
    ("pack", "数据包"),
    ("pack_version", "数据版本"),
];

const WORD_HEADINGS: [(&str, &str); 13] = [
    ("area", "地区"),
    ("indicator", "指标"),
    ("unit", "单位"),
    ("base", "对比基准"),
    ("period_note", "时段说明"),
    ("actor", "主体"),
    ("variant", "本市口径"),
    ("note", "说明"),
    ("reading", "读法"),
    ("outlet", "刊出媒体"),
    ("definition", "指标口径"),
    ("start_why", "起点理由"),
    ("end_why", "终点理由"),
];

fn shown(cell: &ReadCell) -> String {
    match cell {
        ReadCell::Blank => String::new(),
        ReadCell::Text(text) => text.clone(),
        ReadCell::Number(number) => number.to_string(),
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook() {
    let output = run(Lang::Zh, &["export", "--format", "xlsx"]);
    ends(&output, 0);
    let sheets = sheets(&output.stdout);
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["对比", "数据", "结论", "来源", "指标"]);
    let (data, sheet) = (shipped(), &sheets[1]);
    assert_eq!(sheet.rows.len(), data.observations.len() + 1);
    for ((_, figure), row) in data.observations.iter().zip(1..) {
        let (facts, words) = (facts(&data, figure), words(&data, figure));
        for (fact, heading) in HEADINGS {
            assert_eq!(shown(sheet.cell(row, heading)), facts[fact], "{}: {fact}", figure.id);
        }
        for (word, heading) in WORD_HEADINGS {
            assert_eq!(shown(sheet.cell(row, heading)), words[word].zh, "{}: {word}", figure.id);
        }
        for (heading, name) in [
            ("限定", figure.qualifier().name()),
            ("性质", figure.nature.name()),
            ("范围", figure.scope.name()),
            ("状态", figure.status.name()),
            ("所见程度", data.articles[figure.source.article].grade.name()),
        ] {
            assert_eq!(shown(sheet.cell(row, heading)), name.zh, "{}", figure.id);
        }
        let is_number = matches!(sheet.cell(row, "数值（原文）"), ReadCell::Number(_));
        assert_eq!(is_number, !matches!(figure.value, PrintedValue::Designed(_)), "{}", figure.id);
    }
    check_layout(&sheets);
}

/// Headings stay in view and have filters, figures lead to their sources, and a verdict has its colour.
fn check_layout(sheets: &[ReadSheet]) {
    for sheet in sheets {
        assert!(
            sheet.xml.contains("state=\"frozen\"") && sheet.xml.contains("<autoFilter ref=\"A1:"),
            "{}",
            sheet.name
        );
        assert!(!sheet.xml.contains("<f>") && !sheet.xml.contains("<f "), "{}", sheet.name);
    }
    assert!(sheets[1].xml.contains("location=\"来源!A2\"") || sheets[1].xml.contains("location=\"'来源'!A2\""));
    let verdicts = sheets[0].rows.iter().skip(1).filter(|row| matches!(row.get(13), Some(ReadCell::Text(_)))).count();
    assert!(verdicts > 50, "{verdicts}");
}

#[test]
fn a_document_in_markdown() {
    let data = shipped();
    for lang in [Lang::Zh, Lang::En] {
        let document = exported(lang, &["--format", "md"]);
        let mut told = 0;
        for (_, figure) in data.observations.iter() {
            let mark = format!("[^{}]", figure.id);
            let Some(row) = document.lines().find(|line| line.starts_with("| ") && line.contains(&mark)) else {
                continue;
            };
            told += 1;
            let footnote = document.lines().find(|line| line.starts_with(&format!("{mark}: "))).unwrap();
            let article = &data.articles[figure.source.article];
            let indicator = &data.indicators[figure.indicator];
            assert!(row.contains(&escaped(printed_unit(indicator, figure).get(lang))), "{row}");
            assert!(row.contains(&escaped(&period(&figure.period, lang))), "{row}");
            assert!(row.contains(figure.scope.name().get(lang)), "{row}");
            let version = &data.packs[article.pack].version.as_ref().unwrap().number;
            for fact in [
                quoted(&figure.source.printed).as_str(),
                figure.qualifier().name().get(lang),
                figure.status.name().get(lang),
                article.grade.name().get(lang),
                version,
                &article.title,
            ] {
                assert!(footnote.contains(&escaped(fact)), "{fact}: {footnote}");
            }
        }
        assert!(told > 80, "{told}");
    }
    // All figures of an indicator that is named are there, of whatever year.
    let one = exported(Lang::En, &["--format", "md", "--indicator", "proposals-filed", "--when", "2025"]);
    assert!(one.contains("[^jinan-2025-proposals-filed]: “"), "{one}");
}

fn escaped(words: &str) -> String {
    words.replace(['[', ']', '_', '*'], "\u{0}").split('\u{0}').next().unwrap_or_default().to_owned()
}

#[test]
fn references_name_every_article() {
    let data = shipped();
    let bibtex = exported(Lang::En, &["--format", "bib"]);
    let items: Value = serde_json::from_str(&exported(Lang::En, &["--format", "csl-json"])).unwrap();
    let items = items.as_array().unwrap();
    assert_eq!((items.len(), bibtex.matches("\n}\n").count()), (data.articles.len(), data.articles.len()));
    for ((_, article), item) in data.articles.iter().zip(items) {
        assert!(bibtex.contains(&format!("{{{},\n", article.id)), "{}", article.id);
        assert_eq!((&item["id"], &item["title"]), (&article.id.clone().into(), &article.title.clone().into()));
    }
}
