//! What a slide shows, in a document: everything, since a page has room for it.

use super::builder::Builder;
use super::document_wording::DocumentWording;
use super::model::{Block, DocumentTable, HeadingLevel, Piece, words};
use crate::deck::{Slide, SlideTarget};
use crate::domain::coverage::{ReportedCount, coverage_among};
use crate::domain::{Area, Initiative, Key, Observation, Request, compare};
use crate::sorting::InOrder;
use crate::text::{CharSet, Phrase};
use crate::wording::{
    counted, figure_in_words, figure_name, initiative_sentence, observation_value, period, period_written_out,
    printed_unit, with_unit,
};
use itertools::Itertools;

const AREA: Phrase = Phrase { zh: "地区", en: "City" };
const COUNTED: Phrase = Phrase { zh: "指标", en: "Indicator" };
const VALUE: Phrase = Phrase { zh: "数值", en: "Value" };
const PERIOD: Phrase = Phrase { zh: "时段", en: "Period" };
const SCOPE: Phrase = Phrase { zh: "口径", en: "Counts" };
const ARTICLE: Phrase = Phrase { zh: "文章", en: "Article" };
const PUBLISHED: Phrase = Phrase { zh: "刊出", en: "Published" };
const THEME: Phrase = Phrase { zh: "主题", en: "Theme" };

/// Returns the heading of a slide that has none of its own.
pub(super) fn default_heading(builder: &Builder<'_>, slide: &Slide) -> String {
    let (dataset, lang) = (builder.dataset, builder.lang);
    let comma = if lang == crate::text::Lang::Zh { "、" } else { ", " };
    match slide.content.target() {
        SlideTarget::Comparison { indicators, .. } => {
            indicators.iter().map(|key| dataset.indicators[*key].name.get(lang)).join(comma)
        }
        SlideTarget::AreaFigures { area, .. } => dataset.areas[area].committee.get(lang).to_owned(),
        SlideTarget::Figure(figure) => figure_name(dataset, &dataset.observations[figure]).get(lang).to_owned(),
        SlideTarget::Words | SlideTarget::Initiatives(_) | SlideTarget::Timeline(_) | SlideTarget::Coverage(_) => {
            slide.content.kind().label().get(lang).to_owned()
        }
    }
}

/// Adds what a slide shows beside its words.
pub(super) fn slide_content(builder: &mut Builder<'_>, target: SlideTarget<'_>) {
    match target {
        SlideTarget::Words => {}
        SlideTarget::Comparison { indicators, areas, measure, year_choice, figure_choice } => {
            for indicator in indicators {
                let figure_choice = figure_choice.clone();
                let request =
                    Request { indicator: *indicator, areas: areas.into(), measure, year_choice, figure_choice };
                if indicators.len() > 1 {
                    let name = builder.dataset.indicators[*indicator].name.get(builder.lang).to_owned();
                    builder.blocks.push(Block::Heading(HeadingLevel::Part, name));
                }
                let comparison = compare(builder.dataset, &request);
                builder.compared(&comparison);
            }
        }
        SlideTarget::AreaFigures { figures, .. } => figures_table(builder, figures),
        SlideTarget::Figure(figure) => figures_table(builder, &[figure]),
        SlideTarget::Initiatives(all) => initiatives(builder, all),
        SlideTarget::Timeline(areas) => articles_table(builder, areas),
        SlideTarget::Coverage(areas) => coverage_table(builder, areas),
    }
}

/// Adds a table of figures, each with what it counts.
pub(super) fn figures_table(builder: &mut Builder<'_>, figures: &[Key<Observation>]) {
    let (dataset, lang) = (builder.dataset, builder.lang);
    let caption = COUNTED.get(lang).to_owned();
    let mut table = DocumentTable::new(caption, &[AREA, COUNTED, VALUE, PERIOD, SCOPE], lang);
    for key in figures {
        let observation = &dataset.observations[*key];
        let (value, period) = match builder.wording {
            DocumentWording::Office => {
                (figure_in_words(dataset, *key, lang), period_written_out(&observation.period, lang))
            }
            DocumentWording::Signs => {
                let unit = printed_unit(&dataset.indicators[observation.indicator], observation);
                let value = observation_value(observation, lang, CharSet::Unicode);
                (with_unit(&value, unit.get(lang)), period(&observation.period, lang))
            }
        };
        let mut value = words(value);
        value.extend(builder.marks(&[*key]));
        table.rows.push(vec![
            vec![Piece::Strong(dataset.areas[observation.area].name.get(lang).to_owned())],
            words(figure_name(dataset, observation).get(lang)),
            value,
            words(period),
            words(counted(dataset, observation).get(lang)),
        ]);
    }
    builder.blocks.push(Block::Table(table));
}

fn initiatives(builder: &mut Builder<'_>, all: &[Key<Initiative>]) {
    let mut lines = Vec::new();
    for key in all {
        let mut line = words(initiative_sentence(builder.dataset, *key, builder.lang));
        let source = &builder.dataset.initiatives[*key].source;
        line.push(Piece::Note(builder.notes.add_source(builder.dataset, source, builder.lang)));
        lines.push(line);
    }
    builder.blocks.push(Block::Items(lines));
}

/// Lists the articles of some areas with the time that they speak of.
fn articles_table(builder: &mut Builder<'_>, areas: &[Key<Area>]) {
    let (dataset, lang) = (builder.dataset, builder.lang);
    let mut table = DocumentTable::new(ARTICLE.get(lang).to_owned(), &[AREA, ARTICLE, PUBLISHED, PERIOD], lang);
    let of_areas = dataset.articles.iter().filter(|(_, article)| areas.contains(&article.area));
    for (_, article) in of_areas.in_order_by_key(|(_, article)| article.area.position()) {
        let about = article.period.as_ref().map(|of| match builder.wording {
            DocumentWording::Signs => period(of, lang),
            DocumentWording::Office => period_written_out(of, lang),
        });
        table.rows.push(vec![
            vec![Piece::Strong(dataset.areas[article.area].name.get(lang).to_owned())],
            words(format!("《{}》", article.title)),
            words(article.published.text().get(lang)),
            words(about.unwrap_or_default()),
        ]);
    }
    builder.blocks.push(Block::Table(table));
}

fn coverage_table(builder: &mut Builder<'_>, areas: &[Key<Area>]) {
    let (dataset, lang) = (builder.dataset, builder.lang);
    let mut table = DocumentTable::new(THEME.get(lang).to_owned(), &[THEME], lang);
    table.headings.extend(areas.iter().map(|area| dataset.areas[*area].name.get(lang).to_owned()));
    let count = |count: &ReportedCount| words(format!("{}/{}", count.reported, count.all));
    for row in coverage_among(dataset, areas) {
        let mut cells = vec![vec![Piece::Strong(dataset.themes[row.theme].name.get(lang).to_owned())]];
        cells.extend(row.counts.iter().map(count));
        table.rows.push(cells);
    }
    builder.blocks.push(Block::Table(table));
}
