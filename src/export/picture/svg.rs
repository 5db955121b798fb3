//! Writes a drawing as SVG.

use super::drawing::{Anchor, Drawing, DrawnShape, Ink};
use crate::chart::area_colors::AREA_COLORS;
use crate::export::markup::escaped;
use crate::text::Background;
use std::fmt::Write;

/// The fonts of a drawing, in the order in which they are looked for.
const FONTS: &str = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',\
                     'Noto Sans SC',sans-serif";

/// How the roles of colours become colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Palette {
    /// As fixed colours, on a ground of the picture's own.
    Fixed(Background),
    /// As the variables of the page that it stands on, so that it is light or dark as the page is.
    OfPage,
}

impl Palette {
    fn color(self, ink: Ink) -> String {
        match (self, ink) {
            (Self::OfPage, Ink::Ground) => "none".to_owned(),
            (Self::OfPage, Ink::Text) => "var(--text)".to_owned(),
            (Self::OfPage, Ink::Dim) => "var(--dim)".to_owned(),
            (Self::OfPage, Ink::Faint) => "var(--faint)".to_owned(),
            (Self::OfPage, Ink::Area(place)) => format!("var(--area-{})", place % AREA_COLORS.len()),
            (Self::Fixed(ground), ink) => fixed(ground, ink),
        }
    }
}

/// Returns a colour on a ground, as `#rrggbb`.
pub(in crate::export) fn fixed(ground: Background, ink: Ink) -> String {
    let is_light = ground == Background::Light;
    let pick = |dark: &str, light: &str| if is_light { light } else { dark }.to_owned();
    match ink {
        Ink::Ground => pick("#1c1d26", "#ffffff"),
        Ink::Text => pick("#dcdfe6", "#1d1e22"),
        Ink::Dim => pick("#9e9ea4", "#5a5a60"),
        Ink::Faint => pick("#80808a", "#808086"),
        Ink::Area(place) => {
            let color = AREA_COLORS[place % AREA_COLORS.len()];
            let (red, green, blue) = if is_light { color.light } else { color.dark };
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
    }
}

/// Writes a drawing as the text of an SVG file, or as an element of a page.
pub(in crate::export) fn svg(drawing: &Drawing, palette: Palette) -> String {
    let Drawing { width, height, title, .. } = drawing;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" \
         font-family=\"{FONTS}\">\n<title>{2}</title>\n",
        rounded(*width),
        rounded(*height),
        escaped(title),
    );
    if let Palette::Fixed(_) = palette {
        let ground = palette.color(Ink::Ground);
        let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>");
    }
    for shape in &drawing.shapes {
        write_shape(&mut out, shape, palette);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &DrawnShape, palette: Palette) {
    // Writing to a string cannot fail.
    let _ = match shape {
        DrawnShape::Rectangle { from: (x, y), size: (width, height), ink, is_faint } => {
            let color = palette.color(*ink);
            let (class, faint) = match (*ink, *is_faint) {
                (Ink::Area(_), false) => (" class=\"bar\"", String::new()),
                (_, false) => ("", String::new()),
                (_, true) => {
                    (" class=\"range\"", format!(" fill-opacity=\"0.4\" stroke=\"{color}\" stroke-dasharray=\"3 2\""))
                }
            };
            let [x, y, width, height] = [*x, *y, *width, *height].map(rounded);
            let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
            writeln!(out, "<rect{class} {place} fill=\"{color}\"{faint}/>")
        }
        DrawnShape::Arrow { from: (x, y), size: (width, height), ink } => {
            let color = palette.color(*ink);
            let [left, right, top, middle, foot] = [*x, x + width, *y, y + height / 2.0, y + height].map(rounded);
            let path = format!("M{left} {top}L{right} {middle}L{left} {foot}Z");
            writeln!(out, "<path class=\"open\" d=\"{path}\" fill=\"{color}\"/>")
        }
        DrawnShape::Text { at: (x, y), size, is_bold, anchor, ink, text } => {
            let weight = if *is_bold { " font-weight=\"700\"" } else { "" };
            let anchor = if *anchor == Anchor::End { " text-anchor=\"end\"" } else { "" };
            let color = palette.color(*ink);
            let [x, y] = [*x, *y].map(rounded);
            let head = format!("x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} fill=\"{color}\"");
            if text.is_empty() { Ok(()) } else { writeln!(out, "<text {head}>{}</text>", escaped(text)) }
        }
    };
}

/// Returns a length with at most two decimals, the same on every machine.
fn rounded(length: f64) -> f64 {
    (length * 100.0).round() / 100.0 + 0.0
}
