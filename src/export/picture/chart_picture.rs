//! One comparison as a picture that stands alone: title, bars, verdicts, sources, caveats and the version of the data.

use super::bars::draw_bars;
use super::drawing::{Anchor, Drawing, Ink};
use super::svg::{Palette, svg};
use super::text_width::text_lines;
use crate::domain::{Comparison, Dataset};
use crate::export::comparison_notes::notes;
use crate::export::comparison_text::{heading, source};
use crate::export::document::{Chart, DocumentWording, compared_rows};
use crate::export::text_style::TextStyle;
use crate::text::{Background, Lang};
use crate::wording::data_in_force;
use itertools::Itertools;

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartPicture {
    pub lang: Lang,
    pub background: Background,
    /// The width in points.
    pub width: f64,
    /// The height in points; `None` for as much as it takes.
    pub height: Option<f64>,
}

/// The free space around everything.
const MARGIN: f64 = 28.0;
/// The size of the title.
const TITLE: f64 = 21.0;
/// The size of the lines below the bars.
const NOTE: f64 = 12.5;
/// The distance of those lines.
const NOTE_LINE: f64 = 18.0;

/// Draws a comparison as the text of an SVG file.
///
/// # Errors
/// The height that it takes at this width, where that is more than there is.
pub fn chart_svg(dataset: &Dataset, comparison: &Comparison, picture: ChartPicture) -> Result<String, f64> {
    let mut drawing = Drawing::new(picture.width, heading(dataset, comparison, picture.lang));
    let room = picture.width - 2.0 * MARGIN;
    let mut y = MARGIN;
    for line in text_lines(&drawing.title.clone(), TITLE, room) {
        y += TITLE;
        drawing.bold((MARGIN, y), TITLE, Anchor::Start, Ink::Text, line);
        y += TITLE * 0.35;
    }
    y += 10.0;
    let rows = compared_rows(dataset, comparison, picture.lang, DocumentWording::Signs);
    let chart = Chart::new(drawing.title.clone(), picture.lang, rows);
    y = draw_bars(&mut drawing, &chart, (MARGIN, y), room) + 8.0;
    drawing.rectangle((MARGIN, y), (room, 1.0), Ink::Faint);
    y += 4.0;
    for (index, group) in below(dataset, comparison, picture.lang).iter().enumerate() {
        y += if index > 0 { 6.0 } else { 0.0 };
        for line in group.iter().flat_map(|text| text_lines(text, NOTE, room)) {
            y += NOTE_LINE;
            drawing.text((MARGIN, y), NOTE, Ink::Dim, line);
        }
    }
    y += MARGIN - NOTE * 0.5;
    drawing.height = match picture.height {
        Some(height) if height < y => return Err(y),
        height => height.unwrap_or_else(|| y.ceil()),
    };
    Ok(svg(&drawing, Palette::Fixed(picture.background)))
}

/// Returns the lines below the bars in groups: verdicts and reasons, sources, caveats, the data.
fn below(dataset: &Dataset, comparison: &Comparison, lang: Lang) -> Vec<Vec<String>> {
    let style = TextStyle::of_document(lang);
    let figures = || comparison.cells.iter().filter_map(|cell| Some((cell.area, cell.figure()?)));
    let sources = figures().flat_map(|(area, figure)| figure.observations.iter().map(move |key| (area, key)));
    let sources = sources.map(|(area, key)| {
        let name = dataset.areas[area].name.get(lang);
        format!("{name}{}{}", style.colon(), source(dataset, &dataset.observations[*key].source, &style))
    });
    let articles = figures().flat_map(|(_, figure)| &figure.observations);
    let articles = articles.map(|key| dataset.observations[*key].source.article).unique();
    let caveats = articles.flat_map(|key| {
        let article = &dataset.articles[key];
        let name = dataset.areas[article.area].name.get(lang);
        article.caveats.iter().map(move |caveat| format!("※ {name}{}{}", style.colon(), caveat.get(lang)))
    });
    let groups = [
        notes(dataset, comparison, &style),
        sources.collect(),
        caveats.collect(),
        data_in_force(dataset, lang).into_iter().collect(),
    ];
    groups.into_iter().filter(|group| !group.is_empty()).collect()
}
