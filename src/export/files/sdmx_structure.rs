//! The definition of the structure of the SDMX-shaped file, as an SDMX-JSON 2.0.0 structure message.

use super::sdmx_csv::{AGENCY, FLOW, STRUCTURE_VERSION, attributes};
use crate::domain::Qualifier;
use crate::export::content::ExportContent;
use crate::export::error::ExportError;
use crate::export::json_parts;
use crate::export::records::{RecordSet, RecordTable, table, terms};
use crate::text::{Phrase, Text};
use serde_json::{Value, json};

const STRUCTURE: &str = "DSD_CPPCC";
const CONCEPTS: &str = "CS_CPPCC";

/// The components of the standard, with what they hold.
const DIMENSIONS: &[(&str, Option<&str>, Phrase)] = &[
    ("REF_AREA", Some("CL_REF_AREA"), phrase("地区", "Reference area")),
    ("INDICATOR", Some("CL_INDICATOR"), phrase("指标", "Indicator")),
    (
        "OBS_ID",
        None,
        phrase("数字的代号：一地一时可有几个数字", "Id of the figure: an area may have several of one time"),
    ),
];

const ATTRIBUTES: &[(&str, Option<&str>, Phrase)] = &[
    ("UNIT_MEASURE", None, phrase("单位", "Unit of measure")),
    ("UNIT_MULT", None, phrase("单位倍数（10 的次方）", "Unit multiplier, a power of ten")),
    ("DECIMALS", None, phrase("小数位数", "Decimals")),
    ("OBS_STATUS", None, phrase("观测状态（CL_OBS_STATUS）", "Observation status (CL_OBS_STATUS)")),
    ("CONF_STATUS", None, phrase("保密状态：F，公开", "Confidentiality status: F, free")),
    ("OBS_QUALIFIER", Some("CL_QUALIFIER"), phrase("原文的限定", "How the source hedges the value")),
    ("SOURCE_ID", None, phrase("出处文章的代号", "Id of the article")),
];

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// Writes the message: concepts, code lists, the data structure and the dataflow.
pub(super) fn structure(content: &ExportContent) -> Result<String, ExportError> {
    let figures = table(RecordSet::Figures, content);
    let prepared = format!("{}T00:00:00Z", content.date());
    json_parts::document(&json!({
        "meta": {
            "schema": "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json",
            "id": FLOW,
            "test": false,
            "prepared": prepared,
            "contentLanguages": ["zh", "en"],
            "sender": { "id": AGENCY },
        },
        "data": {
            "conceptSchemes": [artefact(CONCEPTS, phrase("政协数字的概念", "Concepts of CPPCC figures"), "concepts", concepts(&figures).into())],
            "codelists": codelists(content),
            "dataStructures": [artefact(STRUCTURE, phrase("政协数字的结构", "Structure of CPPCC figures"), "dataStructureComponents", components(&figures))],
            "dataflows": [artefact(FLOW, phrase("市政协履职数字", "Figures of city CPPCC committees"), "structure", urn("datastructure.DataStructure", STRUCTURE).into())],
        },
    }))
}

fn names(text: &Text) -> Value {
    json!({ "zh": text.zh, "en": text.en })
}

/// Returns an artefact that the agency maintains, with what it holds under a key of its own.
fn artefact(id: &str, name: Phrase, key: &str, held: Value) -> Value {
    let mut artefact = json!({
        "id": id, "agencyID": AGENCY, "version": STRUCTURE_VERSION, "isExternalReference": false,
        "name": name.en, "names": names(&name.into()),
    });
    if let Some(fields) = artefact.as_object_mut() {
        fields.insert(key.to_owned(), held);
    }
    artefact
}

fn urn(class: &str, id: &str) -> String {
    format!("urn:sdmx:org.sdmx.infomodel.{class}={AGENCY}:{id}({STRUCTURE_VERSION})")
}

fn concept_urn(id: &str) -> String {
    format!("{}.{id}", urn("conceptscheme.Concept", CONCEPTS))
}

fn concepts(table: &RecordTable) -> Vec<Value> {
    const TIME: Phrase = phrase("时段", "Time period");
    const VALUE: Phrase = phrase("数值", "Observation value");
    let concept = |id: &str, name: Phrase, about: Phrase| {
        let (name, about) = (Text::from(name), Text::from(about));
        json!({ "id": id, "name": name.en, "names": names(&name), "description": about.en, "descriptions": names(&about) })
    };
    let standard = DIMENSIONS.iter().chain(ATTRIBUTES).map(|(id, _, name)| concept(id, *name, *name));
    let fixed = [concept("TIME_PERIOD", TIME, TIME), concept("OBS_VALUE", VALUE, VALUE)];
    let own = attributes(table).into_iter().filter_map(|(id, place)| {
        let field = table.fields.get(place)?;
        Some(concept(&id, field.name, field.about))
    });
    standard.chain(fixed).chain(own).collect()
}

fn codelists(content: &ExportContent) -> Value {
    let code = |id: &str, name: &Text| json!({ "id": id, "name": name.en, "names": names(name) });
    let areas = content.areas.iter().map(|key| &content.dataset.areas[*key]);
    let areas: Vec<Value> = areas.map(|area| code(&area.id, &area.name)).collect();
    let indicators = content.indicators.iter().map(|key| &content.dataset.indicators[*key]);
    let indicators: Vec<Value> = indicators.map(|indicator| code(&indicator.id, &indicator.name)).collect();
    let qualifiers = terms(Qualifier::name).into_iter().map(|(id, name)| code(id, &name.into()));
    let qualifiers: Vec<Value> = qualifiers.collect();
    json!([
        artefact("CL_REF_AREA", phrase("地区", "Areas"), "codes", areas.into()),
        artefact("CL_INDICATOR", phrase("指标", "Indicators"), "codes", indicators.into()),
        artefact("CL_QUALIFIER", phrase("限定", "Qualifiers"), "codes", qualifiers.into()),
    ])
}

fn components(table: &RecordTable) -> Value {
    let representation = |list: Option<&str>| match list {
        Some(list) => json!({ "enumeration": urn("codelist.Codelist", list) }),
        None => json!({ "format": { "dataType": "String" } }),
    };
    let dimensions = DIMENSIONS.iter().zip(1..).map(|((id, list, _), position)| {
        json!({ "id": id, "position": position, "conceptIdentity": concept_urn(id), "localRepresentation": representation(*list) })
    });
    let observed = json!({ "observation": {} });
    let standard = ATTRIBUTES.iter().map(|(id, list, _)| {
        json!({ "id": id, "usage": "optional", "conceptIdentity": concept_urn(id), "localRepresentation": representation(*list), "attributeRelationship": observed })
    });
    let own = attributes(table).into_iter().map(|(id, _)| {
        json!({ "id": id, "usage": "optional", "conceptIdentity": concept_urn(&id), "localRepresentation": representation(None), "attributeRelationship": observed })
    });
    json!({
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": dimensions.collect::<Vec<_>>(),
            "timeDimensions": [{
                "id": "TIME_PERIOD", "position": DIMENSIONS.len() + 1, "conceptIdentity": concept_urn("TIME_PERIOD"),
                "localRepresentation": { "format": { "dataType": "ObservationalTimePeriod" } },
            }],
        },
        "attributeList": { "id": "AttributeDescriptor", "attributes": standard.chain(own).collect::<Vec<_>>() },
        "measureList": {
            "id": "MeasureDescriptor",
            "measures": [{
                "id": "OBS_VALUE", "usage": "optional", "conceptIdentity": concept_urn("OBS_VALUE"),
                "localRepresentation": { "format": { "dataType": "Double" } },
            }],
        },
    })
}
