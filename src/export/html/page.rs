//! The page around the parts of a document.

use super::blocks::{PageElements, note};
use crate::chart::area_colors::AREA_COLORS;
use crate::export::document::{Block, Document, HeadingLevel};
use crate::export::markup::escaped;
use crate::export::picture::{Ink, fixed};
use crate::text::{Background, Lang, Phrase};
use std::fmt::Write;

const STYLE: &str = include_str!("style.css");
const CONTENTS: Phrase = Phrase { zh: "目录", en: "Contents" };
const SOURCES: Phrase = Phrase { zh: "出处", en: "Sources" };
const MADE_BY: Phrase = Phrase { zh: "由 cppcc 导出", en: "Exported by cppcc" };

/// The fewest sections that a table of contents is worth.
const FEW: usize = 3;

/// Writes a document as a page.
pub(in crate::export) fn page(document: &Document) -> String {
    let Document { lang, title, about, compared, blocks, notes, data } = document;
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-GB",
    };
    let mut out = head(code, title);
    let _ = writeln!(out, "<header>\n<h1>{}</h1>", escaped(title));
    for line in [about, compared].into_iter().flatten() {
        let _ = writeln!(out, "<p>{}</p>", escaped(line));
    }
    out.push_str("</header>\n");
    out.push_str(&contents(blocks, *lang));
    out.push_str("<main>\n");
    out.push_str(&PageElements::written(blocks));
    if !notes.is_empty() {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>\n<ol class=\"sources\">", SOURCES.get(*lang));
        out.extend(notes.iter().enumerate().map(|(index, each)| note(index, each)));
        out.push_str("</ol>\n</section>\n");
    }
    let data = data.as_ref().map(|data| format!("{} · ", escaped(data))).unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    let _ = writeln!(out, "</main>\n<footer>{data}{} {version}</footer>\n</body>\n</html>", MADE_BY.get(*lang));
    out
}

/// Returns everything before the header. The policy lets the page ask for nothing, whatever stands on it.
fn head(code: &str, title: &str) -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    let colors = |ground| {
        let of = |place| format!("--area-{place}: {};", fixed(ground, Ink::Area(place)));
        (0..AREA_COLORS.len()).map(of).collect::<String>()
    };
    let (light, dark) = (colors(Background::Light), colors(Background::Dark));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>\n{STYLE}:root {{ {light} }}\n\
         @media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n\
         @media print {{ :root {{ --ground: #ffffff; --text: #000000; --dim: #404046; --faint: #b0b0b6; --band: #f0f0f2; {light} }} }}\n\
         </style>\n</head>\n<body>\n",
        escaped(title),
    )
}

/// Lists the sections, where there are many.
fn contents(blocks: &[Block], lang: Lang) -> String {
    let titles: Vec<&String> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(HeadingLevel::Section, title) => Some(title),
            _ => None,
        })
        .collect();
    if titles.len() <= FEW {
        return String::new();
    }
    let mut out = format!("<nav aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>\n", CONTENTS.get(lang));
    for (index, title) in titles.iter().enumerate() {
        let _ = writeln!(out, "<li><a href=\"#c{}\">{}</a></li>", index + 1, escaped(title));
    }
    out.push_str("</ol>\n</nav>\n");
    out
}
