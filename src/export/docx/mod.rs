//! A document for a word processor, by ECMA-376 (Office Open XML): tables, bars as pictures, and sources as footnotes.
//!
//! The parts are few and their text is our own, so they are written as they are, and stored in an archive.

mod body;
mod columns;
mod fixed_parts;
mod lines;
mod styles;

use super::document::Document;
use super::exported::{ExportedFile, ExportedFolder};
use super::picture::PngError;
use body::Body;
use jiff::civil::Date;

/// A document, and why its bars are left out, where they are.
#[derive(Clone, Debug)]
pub(super) struct Docx {
    pub bytes: Vec<u8>,
    pub without_bars: Option<PngError>,
}

/// Writes a document. The same document of the same date gives the same bytes.
pub(super) fn docx(document: &Document, date: Date) -> Docx {
    let body = Body::of(document);
    let file = |name: &str, text: String| ExportedFile { name: name.to_owned(), bytes: text.into_bytes() };
    let images = body.images.len();
    let mut files = vec![
        file("[Content_Types].xml", fixed_parts::content_types()),
        file("_rels/.rels", fixed_parts::package_relations()),
        file("docProps/core.xml", fixed_parts::properties(document, date)),
        file("word/document.xml", body.document()),
        file("word/footnotes.xml", body.footnotes()),
        file("word/styles.xml", styles::styles(document.lang)),
        file("word/fontTable.xml", styles::fonts()),
        file("word/numbering.xml", fixed_parts::numbering()),
        file("word/settings.xml", fixed_parts::settings()),
        file("word/footer1.xml", fixed_parts::footer()),
        file("word/_rels/document.xml.rels", fixed_parts::document_relations(images)),
    ];
    let images = body.images.into_iter().zip(1..);
    files.extend(images.map(|(bytes, number)| ExportedFile { name: format!("word/media/image{number}.png"), bytes }));
    Docx { bytes: ExportedFolder { files, date }.archive(), without_bars: body.without_bars }
}
