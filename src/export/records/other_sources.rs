//! The table of further sources: where else a figure is printed.

use super::record_set::RecordSet;
use super::record_table::{RecordColumn, RecordKind, RecordTable, column};
use crate::domain::{Observation, PrintedSource};
use crate::export::content::ExportContent;
use crate::text::Phrase;
use RecordKind::{Count, Word};
use itertools::Itertools;

const TITLE: Phrase = Phrase { zh: "另见", en: "Other sources" };

/// One more place where a figure is printed.
struct OtherSource<'a> {
    figure: &'a Observation,
    /// Its number among those of the figure, from 1.
    number: usize,
    source: &'a PrintedSource,
}

/// Makes the table of where else the figures are printed that are exported.
pub(super) fn table(content: &ExportContent) -> RecordTable {
    let figures = content.figures.iter().map(|key| &content.dataset.observations[*key]);
    let others = figures.flat_map(|figure| {
        let sources = figure.also.iter().enumerate();
        sources.map(move |(index, source)| OtherSource { figure, number: index + 1, source })
    });
    let others = others.collect_vec();
    RecordTable::new(RecordSet::OtherSources, TITLE, &[&columns()], content.dataset, &others)
        .keyed(&["figure", "number"], &[("figure", RecordSet::Figures), ("article", RecordSet::Articles)])
}

fn columns<'a>() -> [RecordColumn<OtherSource<'a>>; 5] {
    [
        column("figure", Word, ["数字", "figure"], ["数字的代号", "The id of the figure"], |_, other| {
            other.figure.id.as_str().into()
        }),
        column(
            "number",
            Count,
            ["序号", "number"],
            ["该数字的第几个另见", "Its number among those of the figure"],
            |_, other| other.number.into(),
        ),
        column("article", Word, ["文章", "article"], ["文章的代号", "The id of the article"], |data, other| {
            data.articles[other.source.article].id.as_str().into()
        }),
        column(
            "paragraph",
            Count,
            ["段", "paragraph"],
            ["所在段落，从 1 数起", "The paragraph, counted from 1"],
            |_, other| other.source.paragraph.map(usize::from).into(),
        ),
        column(
            "printed",
            Word,
            ["原文短语", "printed"],
            ["原文短语，逐字", "The phrase as printed"],
            |_, other| other.source.printed.as_str().into(),
        ),
    ]
}
