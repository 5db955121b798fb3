//! Other programs read what is exported: Frictionless, pandas, openpyxl and jsonschema.
//!
//! They are Python's. `CPPCC_PYTHON` names a Python that has them, as `.ci/run` sets it; where one is missing, the test says
//! that it is skipped.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::text::Lang;
use std::path::Path;
use std::process::Command;
use support::program::{ends, err, program, run};

fn python() -> String {
    std::env::var("CPPCC_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// Runs a script that reads the files of a folder, unless the module that it needs is missing.
fn read(module: &str, folder: &Path, script: &str) {
    let import = Command::new(python()).args(["-c", &format!("import {module}")]).output();
    match import {
        Ok(output) if output.status.success() => {}
        Ok(_) => return println!("skipped: {} has no module {module}", python()),
        Err(error) => return println!("skipped: {}: {error}", python()),
    }
    let output = Command::new(python()).args(["-c", script]).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{module}:\n{}{}", String::from_utf8_lossy(&output.stdout), err(&output));
}

fn export(folder: &Path, lang: Lang, arguments: &[&str]) {
    let output = program(lang).arg("export").args(arguments).current_dir(folder).output().unwrap();
    ends(&output, 0);
}

#[test]
fn frictionless_finds_the_data_package_valid() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path(), Lang::Zh, &["--format", "datapackage", "-o", "package"]);
    export(folder.path(), Lang::Zh, &["-o", "package.zip"]);
    export(folder.path(), Lang::En, &["-o", "chosen.zip", "--area", "qingdao", "--indicator", "proposals-filed"]);
    read(
        "frictionless",
        folder.path(),
        r#"
from frictionless import Package, validate
for name in ["package/datapackage.json", "package.zip", "chosen.zip"]:
    report = validate(name)
    assert report.valid, (name, report.flatten(["type", "fieldName", "rowNumber", "message"]))
    assert all(task.stats["rows"] > 0 for task in report.tasks if task.name not in ("other-sources", "pairs")), name
package = Package("package/datapackage.json")
rows = package.get_resource("figures").read_rows()
assert len(rows) > 200
assert any(row["area_zh"] == "滨州" and row["low_open"] is False for row in rows)
"#,
    );
}

#[test]
fn pandas_reads_the_types_and_the_chinese() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path(), Lang::Zh, &["-o", "figures.csv"]);
    export(folder.path(), Lang::En, &["-o", "figures.tsv"]);
    export(folder.path(), Lang::Zh, &["-o", "pairs.csv"]);
    read(
        "pandas",
        folder.path(),
        r#"
import pandas as pd
as_text = {"pack_version": str, "value": str}
figures = pd.read_csv("figures.csv", dtype=as_text)
assert list(figures.columns)[:3] == ["id", "area", "area_zh"], list(figures.columns)[:3]
for column in ["number", "value_to", "low", "high", "paragraph"]:
    assert pd.api.types.is_numeric_dtype(figures[column]), column
assert set(figures["low_open"].dropna()) == {True, False}
assert set(figures["pack_version"]) == {"2026.11"}
assert {"滨州", "聊城", "济南", "青岛", "咸阳"} == set(figures["area_zh"])
filed = figures[(figures.indicator == "proposals-filed") & (figures.area_zh == "济南") & (figures.start == "2025-01-01")]
assert (filed["number"] == 579).all() and len(filed) > 0, filed
bounds = figures[(figures.qualifier == "at-least") & (figures.nature != "rate")]
assert bounds["high"].isna().all() and bounds["high_open"].all()
tabs = pd.read_csv("figures.tsv", sep="\t", dtype=as_text)
assert tabs["id"].equals(figures["id"]) and tabs["number"].equals(figures["number"])
pairs = pd.read_csv("pairs.csv")
assert set(pairs["verdict"]) <= {"comparable", "with-caution", "not-comparable"} and pairs["figure_a"].isin(figures["id"]).all()
assert pairs.loc[pairs["verdict"] != "comparable", "reasons_zh"].notna().all()
"#,
    );
}

#[cfg(feature = "xlsx")]
#[test]
fn openpyxl_opens_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    export(folder.path(), Lang::Zh, &["-o", "zh.xlsx"]);
    export(folder.path(), Lang::En, &["-o", "en.xlsx"]);
    read(
        "openpyxl",
        folder.path(),
        r#"
import openpyxl
for name, sheets in [("zh.xlsx", ["对比", "数据", "结论", "来源", "指标"]), ("en.xlsx", ["Comparison", "Figures", "Verdicts", "Sources", "Indicators"])]:
    book = openpyxl.load_workbook(name)
    assert book.sheetnames == sheets, book.sheetnames
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions, sheet.title
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), sheet.title
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(4 <= width <= 49 for width in widths), widths
book = openpyxl.load_workbook("zh.xlsx")
sheet = book["对比"]
headings = [cell.value for cell in sheet[1]]
at = headings.index
ids = [row[0].value for row in book["来源"].iter_rows()]
linked = coloured = 0
for row in sheet.iter_rows(min_row=2):
    verdict, source = row[at("可比与否")], row[at("来源")]
    if source.value:
        assert isinstance(row[at("数值")].value, (int, float, str, type(None)))
        place = source.hyperlink.location
        assert ids[int(place.split("!A")[1]) - 1] == source.value, place
        linked += 1
    if verdict.value in ("可比", "谨慎可比", "不可比"):
        assert verdict.fill.fgColor.rgb in ("FFC6EFCE", "FFFFEB9C", "FFFFC7CE"), verdict.fill.fgColor.rgb
        coloured += 1
assert linked > 90 and coloured > 80, (linked, coloured)
figures = book["数据"]
headings = [cell.value for cell in figures[1]]
number, qualifier = headings.index("数"), headings.index("限定")
assert sum(isinstance(row[number].value, (int, float)) for row in figures.iter_rows(min_row=2)) > 190
assert {row[qualifier].value for row in figures.iter_rows(min_row=2)} >= {"确数", "下限", "上限"}
"#,
    );
}

#[test]
fn jsonschema_finds_the_schema_and_the_documents_valid() {
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str, arguments: &[&str]| {
        let output = run(Lang::En, arguments);
        ends(&output, 0);
        std::fs::write(folder.path().join(name), output.stdout).unwrap();
    };
    written("dataset.json", &["export", "--format", "json"]);
    written("comparisons.json", &["compare", "--format", "json"]);
    written("csl-json.json", &["export", "--format", "csl-json"]);
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/export.schema.json");
    std::fs::copy(schema, folder.path().join("schema.json")).unwrap();
    read(
        "jsonschema",
        folder.path(),
        r##"
import json
from jsonschema import Draft202012Validator
schema = json.load(open("schema.json", encoding="utf-8"))
Draft202012Validator.check_schema(schema)
for name in ["dataset", "comparisons", "csl-json"]:
    validator = Draft202012Validator({**schema, "$ref": "#/$defs/" + name})
    faults = list(validator.iter_errors(json.load(open(name + ".json", encoding="utf-8"))))
    assert not faults, (name, [fault.message for fault in faults[:3]])
"##,
    );
}
