//! The parts of a document as elements of a page.

use crate::export::document::{Block, DocumentTable, HeadingLevel, Piece, SourceNote};
use crate::export::markup::{escaped, followed};
use crate::export::picture::{Palette, chart_drawing, svg};
use std::collections::HashSet;
use std::fmt::Write;

/// The width of a chart on the page, in points.
const CHART: f64 = 860.0;

/// The elements that have been written so far.
#[derive(Default)]
pub(super) struct PageElements {
    out: String,
    sections: usize,
    is_open: bool,
    /// Whether the section that comes next is that of a slide which is open already.
    is_slide: bool,
    /// The notes whose first mark has been written, to which their way back leads.
    marked: HashSet<usize>,
}

impl PageElements {
    /// Writes parts of a document, each section in an element of its own.
    pub fn written(blocks: &[Block]) -> String {
        let mut all = Self::default();
        for block in blocks {
            all.write(block);
        }
        all.close();
        all.out
    }

    fn write(&mut self, block: &Block) {
        // Writing to a string cannot fail.
        let _ = match block {
            Block::Heading(HeadingLevel::Section, title) => {
                self.open_section();
                self.sections += 1;
                writeln!(self.out, "<h2 id=\"c{}\">{}</h2>", self.sections, escaped(title))
            }
            Block::Heading(HeadingLevel::Part, title) => writeln!(self.out, "<h3>{}</h3>", escaped(title)),
            Block::Slide => {
                self.close();
                (self.is_open, self.is_slide) = (true, true);
                writeln!(self.out, "<section class=\"slide\">")
            }
            Block::Paragraph(line) => {
                let line = self.line(line);
                writeln!(self.out, "<p>{line}</p>")
            }
            Block::Spoken(line) => {
                let line = self.line(line);
                writeln!(self.out, "<p class=\"spoken\">{line}</p>")
            }
            Block::Items(items) => {
                self.items(items);
                Ok(())
            }
            Block::Table(table) => {
                let table = self.table(table);
                writeln!(self.out, "<div class=\"wide\">\n{table}</div>")
            }
            Block::Chart(chart) => {
                let picture = svg(&chart_drawing(chart, CHART), Palette::OfPage);
                writeln!(self.out, "<figure>\n{picture}</figure>")
            }
        };
    }

    fn items(&mut self, items: &[Vec<Piece>]) {
        if items.is_empty() {
            return;
        }
        self.out.push_str("<ul>\n");
        for item in items {
            let line = self.line(item);
            self.out.extend(["<li>", &line, "</li>\n"]);
        }
        self.out.push_str("</ul>\n");
    }

    /// Opens a section, unless a slide has just opened its own.
    fn open_section(&mut self) {
        if std::mem::take(&mut self.is_slide) {
            return;
        }
        self.close();
        self.is_open = true;
        self.out.push_str("<section>\n");
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.out.push_str("</section>\n");
        }
    }

    fn table(&mut self, table: &DocumentTable) -> String {
        let mut out = format!("<table>\n<caption>{}</caption>\n<thead><tr>", escaped(&table.caption));
        out.extend(table.headings.iter().map(|heading| format!("<th scope=\"col\">{}</th>", escaped(heading))));
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            out.push_str("<tr>");
            for (index, cell) in row.iter().enumerate() {
                let cell = self.line(cell);
                out.extend(match index {
                    0 => ["<th scope=\"row\">", &cell, "</th>"],
                    _ => ["<td>", &cell, "</td>"],
                });
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }

    fn line(&mut self, line: &[Piece]) -> String {
        line.iter()
            .map(|piece| match piece {
                Piece::Words(words) => escaped(words),
                Piece::Strong(words) => format!("<strong>{}</strong>", escaped(words)),
                Piece::Note(place) => {
                    let number = place + 1;
                    let id = if self.marked.insert(*place) { format!(" id=\"r{number}\"") } else { String::new() };
                    format!("<sup><a href=\"#s{number}\"{id}>[{number}]</a></sup>")
                }
            })
            .collect()
    }
}

/// Writes a note, whose address can be followed and which leads back to its first mark.
pub(super) fn note(place: usize, note: &SourceNote) -> String {
    let number = place + 1;
    let text = escaped(&note.text);
    let text = match note.address.as_ref().and_then(|address| followed(address)) {
        Some(address) => text.replacen(&address, &format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>"), 1),
        None => text,
    };
    format!("<li id=\"s{number}\">{text} <a href=\"#r{number}\">↩</a></li>\n")
}
