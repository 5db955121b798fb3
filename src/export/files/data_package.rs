//! All tables as a Frictionless data package, version 2: CSV files with the types, keys and meaning of their columns.

use crate::domain::{Dataset, Pack};
use crate::export::content::ExportContent;
use crate::export::csv_lines::{self, Separator, records};
use crate::export::error::ExportError;
use crate::export::exported::{ExportedFile, ExportedFolder};
use crate::export::json_parts;
use crate::export::records::{
    DICTIONARY_COLUMNS, RecordField, RecordKind, RecordReference, RecordSet, RecordTable, dictionary, table, versions,
};
use crate::text::{Lang, Word};
use itertools::Itertools;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const TABLE_PROFILE: &str = "https://datapackage.org/profiles/2.0/tableschema.json";
const DICTIONARY: &str = "dictionary";

/// Makes the package. The licence is that of the built-in packs, and is not given to what users have added.
pub(super) fn package(content: &ExportContent, is_built_in: bool) -> Result<ExportedFolder, ExportError> {
    let tables = RecordSet::WORDS.iter().map(|(_, set)| table(*set, content)).collect_vec();
    let mut files = Vec::new();
    let mut resources = Vec::new();
    for table in &tables {
        let file =
            ExportedFile { name: file_name(table.set.id()), bytes: records(table, Separator::Comma)?.into_bytes() };
        resources.push(resource(table.set.id(), &file, &title(table), &table_schema(table, &tables)));
        files.push(file);
    }
    let rows = dictionary(&tables);
    let text = csv_lines::lines(DICTIONARY_COLUMNS, rows, Separator::Comma)?;
    let file = ExportedFile { name: file_name(DICTIONARY), bytes: text.into_bytes() };
    resources.push(resource(DICTIONARY, &file, "数据字典 · Data dictionary", &dictionary_schema()));
    files.push(file);
    let descriptor = descriptor(content, &resources, is_built_in);
    let bytes = json_parts::document(&descriptor)?.into_bytes();
    files.insert(0, ExportedFile { name: "datapackage.json".to_owned(), bytes });
    Ok(ExportedFolder { files, date: content.date() })
}

fn file_name(id: &str) -> String {
    format!("{id}.csv")
}

fn title(table: &RecordTable) -> String {
    both(table.title.zh, table.title.en)
}

/// Joins words of both languages: the standard has room for one.
fn both(zh: &str, en: &str) -> String {
    format!("{zh} · {en}")
}

fn descriptor(content: &ExportContent, resources: &[Value], is_built_in: bool) -> Value {
    let dataset = content.dataset;
    let mut descriptor = json!({
        "$schema": PROFILE,
        "name": "cppcc-figures",
        "title": both("市政协履职数字", "Figures of city CPPCC committees"),
        "description": description(dataset),
        "version": version(dataset),
        "created": format!("{}T00:00:00Z", content.date()),
        "keywords": ["CPPCC", "政协"],
        "packs": versions(dataset),
        "resources": resources,
        "sources": sources(content),
    });
    if let Some(fields) = descriptor.as_object_mut().filter(|_| is_built_in) {
        let licences = json!([
            { "name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License" },
            { "name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0", "title": "Apache License 2.0" },
        ]);
        fields.insert("licenses".to_owned(), licences);
    }
    descriptor
}

/// What whoever reads the tables must know.
const RULE: &str = "A value is only as exact as its qualifier says: read `low` and `high`, and never `value` alone; what may \
                    be compared with what stands in `pairs`. An apostrophe stands before a text that begins like a formula.";

/// Returns what the packs in force hold, in their own words.
fn description(dataset: &Dataset) -> String {
    let about = |lang: Lang| {
        dataset.packs.iter().map(|(_, pack)| pack.about.get(lang)).filter(|about| !about.is_empty()).join(" ")
    };
    format!("{}\n\n{}\n\n{RULE}", about(Lang::Zh), about(Lang::En)).trim().to_owned()
}

/// Returns the version of the packs, where they have the same; else each with its own.
fn version(dataset: &Dataset) -> String {
    let number = |pack: &Pack| pack.version.as_ref().map(|version| version.number.clone());
    let numbers = dataset.packs.iter().map(|(_, pack)| number(pack)).unique().collect_vec();
    match numbers.as_slice() {
        [Some(one)] => one.clone(),
        _ => versions(dataset),
    }
}

fn sources(content: &ExportContent) -> Vec<Value> {
    let articles = content.articles.iter().map(|key| &content.dataset.articles[*key]);
    let source = |article: &crate::domain::Article| {
        let mut source = Map::new();
        let outlet = article.outlet_name();
        source.insert("title".to_owned(), format!("{} ({})", article.title, outlet.zh).into());
        if let Some(address) = article.address.as_ref().filter(|address| address.starts_with("http")) {
            source.insert("path".to_owned(), address.clone().into());
        }
        Value::Object(source)
    };
    articles.map(source).collect()
}

fn resource(name: &str, file: &ExportedFile, title: &str, schema: &Value) -> Value {
    let hash = Sha256::digest(&file.bytes);
    json!({
        "name": name,
        "path": file.name,
        "title": title,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", hash.iter().map(|byte| format!("{byte:02x}")).join("")),
        "schema": schema,
    })
}

/// Returns the schema of a table: its columns, its key, and which of them lead to other tables.
fn table_schema(table: &RecordTable, tables: &[RecordTable]) -> Value {
    let fields = table.fields.iter().flat_map(|field| fields(field, table.key)).collect_vec();
    let mut schema = json!({
        "$schema": TABLE_PROFILE,
        "fields": fields,
        "fieldsMatch": "equal",
        "missingValues": [{ "value": "", "label": "没有或不详 · nothing, or not known" }],
        "primaryKey": table.key,
    });
    let references = table.references.iter().filter(|reference| leads_somewhere(table, reference, tables));
    let references = references.map(|reference| {
        // A table that refers to itself is named by nothing.
        let to = if reference.to == table.set { "" } else { reference.to.id() };
        json!({ "fields": [reference.field], "reference": { "resource": to, "fields": ["id"] } })
    });
    let references = references.collect_vec();
    if let Some(fields) = schema.as_object_mut().filter(|_| !references.is_empty()) {
        fields.insert("foreignKeys".to_owned(), references.into());
    }
    schema
}

/// Whether all that a column names is in the package: of what was chosen, the whole of a part may have been left out.
fn leads_somewhere(table: &RecordTable, reference: &RecordReference, tables: &[RecordTable]) -> bool {
    let Some(to) = tables.iter().find(|other| other.set == reference.to) else { return false };
    let words = |table: &RecordTable, column: &str| -> Vec<String> {
        let place = table.fields.iter().position(|field| field.id == column);
        let values = table.rows.iter().filter_map(|row| row.get(place?));
        values.flat_map(|value| csv_lines::cells(value, false)).filter(|word| !word.is_empty()).collect()
    };
    let known: std::collections::HashSet<String> = words(to, "id").into_iter().collect();
    words(table, reference.field).iter().all(|word| known.contains(word))
}

/// Returns the one or two columns of a field.
fn fields(field: &RecordField, key: &[&str]) -> Vec<Value> {
    let described = field.columns().into_iter().map(|(name, _)| {
        let mut described = json!({
            "name": name,
            "type": field.kind.type_name(),
            "title": both(field.name.zh, field.name.en),
            "description": both(field.about.zh, field.about.en),
        });
        let mut constraints = Map::new();
        if key.contains(&name.as_str()) {
            constraints.insert("required".to_owned(), true.into());
        }
        match field.kind {
            RecordKind::Date => {
                constraints.insert("pattern".to_owned(), "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?".into());
            }
            RecordKind::Term(_) => {
                let words = field.words().into_iter().map(|(word, _)| word).collect_vec();
                constraints.insert("enum".to_owned(), words.into());
            }
            _ => {}
        }
        if let Some(fields) = described.as_object_mut().filter(|_| !constraints.is_empty()) {
            fields.insert("constraints".to_owned(), constraints.into());
        }
        described
    });
    described.collect()
}

fn dictionary_schema() -> Value {
    let fields = DICTIONARY_COLUMNS.iter().map(|name| json!({ "name": name, "type": "string" })).collect_vec();
    json!({
        "$schema": TABLE_PROFILE,
        "fields": fields,
        "fieldsMatch": "equal",
        "missingValues": [""],
        "primaryKey": ["table", "column"],
    })
}
