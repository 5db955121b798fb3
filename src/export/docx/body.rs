//! The body of a document with its footnotes and pictures.

use super::columns::{column_widths, unbroken};
use super::lines::{DECLARATION, NAMESPACES, bold, paragraph, run};
use crate::export::document::{Block, Chart, Document, DocumentTable, HeadingLevel, Piece, SourceNote};
use crate::export::markup::escaped;
use crate::export::picture::{Palette, PngError, chart_drawing, png, svg};
use crate::text::{Background, Lang};
use std::collections::HashSet;

/// The width of a chart in points, which is that of the text.
const CHART: f64 = 590.0;
/// How many points of a picture stand for one of the page.
const SHARPNESS: f32 = 2.0;
/// The units of a drawing in a point.
const UNITS: f64 = 9525.0;

/// The page by GB/T 9704: A4, the text 156 mm wide and 225 mm high, the number below it.
const PAGE: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId6\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                    <w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" \
                    w:footer=\"1400\" w:gutter=\"0\"/></w:sectPr>";

/// The body that is being written.
pub(super) struct Body<'a> {
    out: String,
    lang: Lang,
    notes: &'a [SourceNote],
    /// The notes that have a footnote already; further marks refer to it.
    marked: HashSet<usize>,
    is_first_slide: bool,
    /// The pictures as files, in the order of their numbers.
    pub images: Vec<Vec<u8>>,
    pub without_bars: Option<PngError>,
}

impl<'a> Body<'a> {
    /// Writes the body of a document.
    pub fn of(document: &'a Document) -> Self {
        let mut body = Self {
            out: String::new(),
            lang: document.lang,
            notes: &document.notes,
            marked: HashSet::new(),
            is_first_slide: true,
            images: Vec::new(),
            without_bars: None,
        };
        body.out.push_str(&paragraph("Title", &run(&document.title)));
        if let Some(about) = &document.about {
            body.out.push_str(&paragraph("Subtitle", &run(about)));
        }
        if let Some(compared) = &document.compared {
            body.out.push_str(&paragraph("BodyText", &run(compared)));
        }
        for block in &document.blocks {
            body.write(block);
        }
        if let Some(data) = &document.data {
            body.out.push_str(&paragraph("Data", &run(data)));
        }
        body
    }

    /// Returns the part that holds the body.
    pub fn document(&self) -> String {
        format!("{DECLARATION}<w:document {NAMESPACES}><w:body>\n{}{PAGE}</w:body></w:document>\n", self.out)
    }

    /// Returns the part that holds the footnotes; the first two are the rules above them.
    pub fn footnotes(&self) -> String {
        let rule = |id, kind, element| {
            format!("<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>\n")
        };
        let mut out = format!("{DECLARATION}<w:footnotes {NAMESPACES}>\n");
        out.push_str(&rule(-1, "separator", "separator"));
        out.push_str(&rule(0, "continuationSeparator", "continuationSeparator"));
        for (place, note) in self.notes.iter().enumerate().filter(|(place, _)| self.marked.contains(place)) {
            let mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>";
            let text = paragraph("FootnoteText", &format!("{mark}{}", run(&format!(" {}", note.text))));
            out.extend([&format!("<w:footnote w:id=\"{}\">", place + 1), &text, "</w:footnote>\n"]);
        }
        out.push_str("</w:footnotes>\n");
        out
    }

    fn write(&mut self, block: &Block) {
        let text = match block {
            Block::Heading(HeadingLevel::Section, title) => paragraph("Heading1", &run(title)),
            Block::Heading(HeadingLevel::Part, title) => paragraph("Heading2", &run(title)),
            // The first slide stands below the title.
            Block::Slide if std::mem::take(&mut self.is_first_slide) => String::new(),
            Block::Slide => "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n".to_owned(),
            Block::Paragraph(line) => paragraph("BodyText", &self.line(line)),
            Block::Spoken(line) => paragraph("Spoken", &self.line(line)),
            Block::Items(items) => items.iter().map(|item| paragraph("ListBullet", &self.line(item))).collect(),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
        };
        self.out.push_str(&text);
    }

    fn line(&mut self, line: &[Piece]) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => run(words),
            Piece::Strong(words) => bold(words),
            Piece::Note(place) => self.mark(*place),
        };
        line.iter().map(piece).collect()
    }

    /// Returns what stands in a cell, whose width is small: values and dates break nowhere.
    fn cell(&mut self, line: &[Piece]) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => Piece::Words(unbroken(words)),
            other => other.clone(),
        };
        let line: Vec<Piece> = line.iter().map(piece).collect();
        self.line(&line)
    }

    /// Returns the mark of a note: a footnote, or where it has been given already, a reference to that.
    fn mark(&mut self, place: usize) -> String {
        let number = place + 1;
        if self.marked.insert(place) {
            return format!(
                "<w:bookmarkStart w:id=\"{number}\" w:name=\"_Ref{number}\"/><w:r><w:rPr><w:rStyle \
                 w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>\
                 <w:bookmarkEnd w:id=\"{number}\"/>"
            );
        }
        let style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
        let field = |kind: &str| format!("<w:r>{style}<w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let instruction = format!(
            "<w:r>{style}<w:instrText xml:space=\"preserve\"> NOTEREF _Ref{number} \\f \\h </w:instrText></w:r>"
        );
        let shown = format!("<w:r>{style}<w:t>{number}</w:t></w:r>");
        [field("begin"), instruction, field("separate"), shown, field("end")].concat()
    }

    fn table(&mut self, table: &DocumentTable) -> String {
        let widths = column_widths(table, self.lang);
        let cell = |width: &usize, text: &str| {
            format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{text}</w:tc>")
        };
        let mut out = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblCaption \
             w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            escaped(&table.caption)
        );
        out.extend(widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")));
        out.push_str("</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        let headings = widths.iter().zip(&table.headings);
        out.extend(headings.map(|(width, heading)| cell(width, &paragraph("TableHeading", &run(heading)))));
        out.push_str("</w:tr>\n");
        for row in &table.rows {
            out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (width, line) in widths.iter().zip(row) {
                let line = self.cell(line);
                out.push_str(&cell(width, &paragraph("TableText", &line)));
            }
            out.push_str("</w:tr>\n");
        }
        // Two tables without a paragraph between them would become one.
        out.push_str("</w:tbl>\n");
        out.push_str(&paragraph("TableText", ""));
        out
    }

    /// Returns the picture of a chart; nothing where it can't be made, for the table has all of it.
    fn chart(&mut self, chart: &Chart) -> String {
        let drawing = chart_drawing(chart, CHART);
        let bytes = match png(&svg(&drawing, Palette::Fixed(Background::Light)), SHARPNESS) {
            Ok(bytes) => bytes,
            Err(why) => {
                self.without_bars = Some(why);
                return String::new();
            }
        };
        self.images.push(bytes);
        let number = self.images.len();
        let [width, height] = [drawing.width, drawing.height].map(|length| (length * UNITS).round());
        let title = escaped(&drawing.title);
        let extent = format!("cx=\"{width}\" cy=\"{height}\"");
        let picture = format!(
            "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"image{number}.png\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"image{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {extent}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>\
             </a:prstGeom></pic:spPr></pic:pic>"
        );
        let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        let inline = format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent {extent}/>\
             <wp:docPr id=\"{number}\" name=\"{title}\" descr=\"{title}\"/><a:graphic><a:graphicData uri=\"{uri}\">\
             {picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        );
        paragraph("Picture", &inline)
    }
}
