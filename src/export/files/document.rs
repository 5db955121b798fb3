//! The comparisons as a document in Markdown: a table for each indicator, theme by theme, and every figure with a footnote.

use crate::domain::{Cell, Comparison, Dataset, Key, Observation};
use crate::export::comparison_notes::notes;
use crate::export::comparison_text::{also_held, apart, heading, paragraph, rank, value};
use crate::export::content::ExportContent;
use crate::export::records::versions;
use crate::export::text_style::TextStyle;
use crate::export::what_is_compared::what_is_compared;
use crate::text::{CharSet, Lang, Phrase, markdown_cell, markdown_table, markdown_text, quoted, visible_line};
use crate::wording::{data_in_force, gbt7714, pack_with_version, period};
use itertools::Itertools;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const TITLE: Phrase = phrase("市政协履职数字对比", "Figures of city CPPCC committees compared");
const HEADINGS: [Phrase; 4] =
    [phrase("地区", "Area"), phrase("数值", "Value"), phrase("时段", "Period"), phrase("范围", "Scope")];

/// Writes the comparisons as a document.
pub(super) fn document(content: &ExportContent, style: &TextStyle) -> String {
    // A document is drawn by no terminal, so it needs no stand-ins for signs that a terminal may lack.
    let style = TextStyle { notation: CharSet::Unicode.into(), ..*style };
    let (dataset, lang) = (content.dataset, style.lang);
    let comparisons = content.comparisons();
    let mut text = format!("# {}\n", TITLE.get(lang));
    let data = data_in_force(dataset, lang).unwrap_or_else(|| versions(dataset));
    text.extend(["\n", &escaped(&data), "\n"]);
    if let Some(compared) = what_is_compared(content, &comparisons, lang) {
        text.extend(["\n", &escaped(&compared), "\n"]);
    }
    let mut theme = None;
    for comparison in &comparisons {
        let of = dataset.indicators[comparison.request.indicator].theme;
        if theme != Some(of) {
            text.extend(["\n## ", &escaped(dataset.themes[of].name.get(lang)), "\n"]);
            theme = Some(of);
        }
        text.push_str(&section(dataset, comparison, &style));
    }
    let figures = comparisons.iter().flat_map(|comparison| &comparison.cells).filter_map(Cell::figure);
    let figures = figures.flat_map(|figure| figure.observations.iter().copied()).unique().collect_vec();
    if !figures.is_empty() {
        text.push('\n');
    }
    text.extend(figures.into_iter().map(|key| footnote(dataset, key, lang)));
    text
}

/// Escapes what Markdown would take for its own, and what can't be seen.
fn escaped(words: &str) -> String {
    markdown_text(&visible_line(words))
}

fn section(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let lang = style.lang;
    let is_ranked = comparison.no_order.is_none();
    let order = dataset.indicators[comparison.request.indicator].direction.order_name();
    let headings = HEADINGS.into_iter().chain(is_ranked.then_some(order));
    let headings = headings.map(|heading| heading.get(lang).to_owned()).collect_vec();
    let rows = comparison.cells_by_value().into_iter().map(|cell| row(dataset, comparison, cell, is_ranked, style));
    let mut text = format!("\n### {}\n\n", escaped(&heading(dataset, comparison, lang)));
    text.push_str(&markdown_table(&headings, rows));
    text.push('\n');
    let lines = notes(dataset, comparison, style).into_iter().chain(others(dataset, comparison, style));
    text.extend(lines.map(|line| format!("- {}\n", escaped(&line))));
    text
}

/// Returns a line for each area that holds other figures of the same year.
fn others(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> Vec<String> {
    let line = |cell: &Cell| {
        let held = also_held(dataset, comparison, cell, style);
        let area = dataset.areas[cell.area].name.get(style.lang);
        let held_too = phrase("同年另有", "also held of the same year").get(style.lang);
        let between = if style.lang == Lang::Zh { "" } else { ", " };
        (!held.is_empty())
            .then(|| format!("{area}{between}{held_too}{}{}", style.colon(), held.join(style.semicolon())))
    };
    comparison.cells.iter().filter_map(line).collect()
}

fn row(dataset: &Dataset, comparison: &Comparison, cell: &Cell, is_ranked: bool, style: &TextStyle) -> Vec<String> {
    let lang = style.lang;
    let written = |words: &str| markdown_cell(&visible_line(words));
    let mut row = vec![written(dataset.areas[cell.area].name.get(lang))];
    match &cell.content {
        Err(missing) => row.extend([written(missing.text().get(lang)), String::new(), String::new()]),
        Ok(figure) => {
            let observation = &dataset.observations[figure.observation()];
            let value = match &figure.extent {
                Ok(_) => value(dataset, comparison, figure, style).unwrap_or_default(),
                Err(why) => why.text().get(lang).to_owned(),
            };
            let marks = figure.observations.iter().map(|key| mark(dataset, *key)).join("");
            row.push(written(&value) + &marks);
            row.push(written(&period(&observation.period, lang)));
            row.push(written(observation.scope.name().get(lang)));
        }
    }
    if is_ranked {
        let apart = || apart(dataset, comparison, cell).and_then(|remark| remark.words(lang));
        row.push(written(&rank(dataset, comparison, cell, lang).or_else(apart).unwrap_or_default()));
    }
    row
}

fn mark(dataset: &Dataset, key: Key<Observation>) -> String {
    format!("[^{}]", dataset.observations[key].id)
}

/// Returns the footnote of a figure: the phrase as printed with its paragraph, the source, how that was seen, and the
/// version of the data.
fn footnote(dataset: &Dataset, key: Key<Observation>, lang: Lang) -> String {
    let figure = &dataset.observations[key];
    let article = &dataset.articles[figure.source.article];
    let paragraph = paragraph(&figure.source, lang);
    let counted = figure.variant.as_ref().map(|variant| variant.get(lang).to_owned());
    let qualifier = figure.qualifier().name().get(lang).to_owned();
    let status = figure.status.name().get(lang).to_owned();
    let pack = &dataset.packs[article.pack];
    let pack = pack_with_version(pack, lang).unwrap_or_else(|| pack.name.get(lang).to_owned());
    let parts =
        [Some(format!("{}{paragraph}", quoted(&figure.source.printed))), Some(qualifier), counted, Some(status)];
    let mut parts = parts.into_iter().flatten().chain([article.grade.name().get(lang).to_owned(), pack]);
    let about = parts.join(if lang == Lang::Zh { "，" } else { ", " });
    let full_stop = if lang == Lang::Zh { "。" } else { ". " };
    format!("{}: {}\n", mark(dataset, key), escaped(&format!("{about}{full_stop}{}", gbt7714(dataset, article))))
}
