//! Paragraphs and runs of a document.

use super::columns::HYPHEN;
use crate::export::markup::escaped;

/// The names of the elements of a part.
pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/// What every part begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Returns a paragraph of a style, with what its runs are.
pub(super) fn paragraph(style: &str, runs: &str) -> String {
    let properties =
        if style.is_empty() { String::new() } else { format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>") };
    format!("<w:p>{properties}{runs}</w:p>\n")
}

/// Returns a run of words.
pub(super) fn run(words: &str) -> String {
    with_properties("", words)
}

/// Returns a run of bold words.
pub(super) fn bold(words: &str) -> String {
    with_properties("<w:rPr><w:b/></w:rPr>", words)
}

fn with_properties(properties: &str, words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    // A line end within a text is a space here, as it is in every format that breaks lines itself.
    let text = escaped(&words.replace('\n', " "));
    let text = text.replace(HYPHEN, "</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">");
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}
