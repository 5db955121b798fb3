//! The parts of a document that say what the others are.

use super::lines::{DECLARATION, NAMESPACES};
use crate::export::document::Document;
use crate::export::markup::escaped;
use jiff::civil::Date;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Says of which type each part is.
pub(super) fn content_types() -> String {
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("fontTable", "fontTable"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footnotes", "footnotes"),
        ("footer1", "footer"),
    ];
    let part = |(name, kind)| format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>\n");
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\n<Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n<Default Extension=\"xml\" \
         ContentType=\"application/xml\"/>\n<Default Extension=\"png\" ContentType=\"image/png\"/>\n{}<Override \
         PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n\
         </Types>\n",
        parts.map(part).concat()
    )
}

fn relations(all: &str) -> String {
    format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\n{all}</Relationships>\n")
}

/// Says which part is the document.
pub(super) fn package_relations() -> String {
    relations(&format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\n<Relationship \
         Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\n"
    ))
}

/// Says which parts the document uses.
pub(super) fn document_relations(images: usize) -> String {
    let kinds = ["styles", "fontTable", "numbering", "settings", "footnotes", "footer"];
    let parts = kinds.into_iter().zip(1..).map(|(kind, number)| {
        let target = if kind == "footer" { "footer1" } else { kind };
        format!("<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}.xml\"/>\n")
    });
    let images = (1..=images).map(|number| {
        format!("<Relationship Id=\"image{number}\" Type=\"{OFFICE}/image\" Target=\"media/image{number}.png\"/>\n")
    });
    relations(&parts.chain(images).collect::<String>())
}

/// Tells the title and the date, which is that of the data.
pub(super) fn properties(document: &Document, date: Date) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:description>{}</dc:description>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created></cp:coreProperties>\n",
        escaped(&document.title),
        escaped(document.data.as_deref().unwrap_or_default()),
    )
}

/// Describes the signs of lists.
pub(super) fn numbering() -> String {
    format!(
        "{DECLARATION}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt \
         w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"420\" \
         w:hanging=\"280\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         </w:numbering>\n"
    )
}

/// Returns the settings: the rules above footnotes.
pub(super) fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/>\
         </w:footnotePr></w:settings>\n"
    )
}

/// Returns the foot of each page: its number between dashes.
pub(super) fn footer() -> String {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let number = format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>{}<w:r><w:t>1</w:t></w:r>{}",
        field("begin"),
        field("separate"),
        field("end")
    );
    format!(
        "{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t xml:space=\"preserve\">— \
         </w:t></w:r>{number}<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>\n"
    )
}
