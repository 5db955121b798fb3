//! The drilldown's lines: the selection with its source, its place among the others, and what may be said of it.

mod figure;
mod others;
mod sentence;
mod verdicts;

use super::selection::Selection;
use super::span_role::{SpanRole, StyledLine};
use super::state::State;
use crate::domain::article::Article;
use crate::domain::{Area, Key};
use crate::text::{Lang, Phrase, Span, flow, labelled, width};

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const SOURCE: Phrase = phrase("出处", "Source");
const ALSO: Phrase = phrase("另见", "Also in");
const PERIOD: Phrase = phrase("时段", "Period");
const DATES: Phrase = phrase("起讫", "Dates");
const COVERS: Phrase = phrase("范围", "Scope");
const COUNTED: Phrase = phrase("口径", "Counts");
const QUALIFIER: Phrase = phrase("数值", "Value");
const BASE: Phrase = phrase("分母", "Base");
const RATE: Phrase = phrase("折算", "Rate");
const STANDING: Phrase = phrase("位次", "Rank");
const AGAINST: Phrase = phrase("可比", "Compared");
const NOTE: Phrase = phrase("说明", "Note");
const READING: Phrase = phrase("读作", "Read as");
const CAVEAT: Phrase = phrase("注意", "Caveat");
const YEARS: Phrase = phrase("历年", "Years");
const OTHERS: Phrase = phrase("另有", "Others");
const DEFINITION: Phrase = phrase("定义", "Defined");
const HELD: Phrase = phrase("已查", "Checked");

const LABELS: [Phrase; 17] = [
    SOURCE, ALSO, PERIOD, DATES, COVERS, COUNTED, QUALIFIER, BASE, RATE, AGAINST, NOTE, READING, CAVEAT, YEARS,
    DEFINITION, HELD, OTHERS,
];

/// Returns the lines of the drilldown at a width.
#[must_use]
pub fn lines(state: &State, room: usize) -> Vec<StyledLine> {
    let widest = LABELS.iter().map(|label| width(label.get(state.lang()))).max().unwrap_or(0);
    let mut details = Details { state, lang: state.lang(), room, indent: widest + 2, lines: Vec::new() };
    match state.selection() {
        Selection::Cell { indicator, area } => details.cell(state.comparison(indicator), area),
        Selection::Figure(figure) => details.figure(figure),
        Selection::Theme { theme, area } => details.theme(theme, area),
        Selection::Article(article) => details.article(article),
        Selection::Initiative(initiative) => details.initiative(initiative),
        Selection::Nothing => {}
    }
    details.lines
}

fn plain(text: impl Into<String>) -> Span<SpanRole> {
    (text.into(), SpanRole::Plain)
}

fn dim(text: impl Into<String>) -> Span<SpanRole> {
    (text.into(), SpanRole::Dim)
}

fn strong(text: impl Into<String>) -> Span<SpanRole> {
    (text.into(), SpanRole::Strong)
}

struct Details<'a> {
    state: &'a State,
    lang: Lang,
    room: usize,
    indent: usize,
    lines: Vec<StyledLine>,
}

impl Details<'_> {
    fn blank(&mut self) {
        self.lines.push(StyledLine::new());
    }

    fn add(&mut self, spans: &[Span<SpanRole>]) {
        self.lines.extend(flow(spans, self.room));
    }

    fn entry(&mut self, label: Phrase, spans: &[Span<SpanRole>]) {
        self.lines.extend(labelled(&dim(label.get(self.lang)), self.indent, spans, self.room));
    }

    /// Adds a further line to the entry above, without a label.
    fn more(&mut self, spans: &[Span<SpanRole>]) {
        self.lines.extend(labelled(&plain(""), self.indent, spans, self.room));
    }

    /// Adds the name of an area and a heading.
    fn head(&mut self, area: Key<Area>, heading: &str) {
        let name = self.state.dataset().areas[area].name.get(self.lang);
        let spans = [
            ("●".to_owned(), SpanRole::AreaSymbol(area)),
            (format!(" {name}"), SpanRole::Area(area)),
            plain("  "),
            (heading.to_owned(), SpanRole::Head),
        ];
        self.add(&spans);
    }

    /// Returns the outlet, date, genre and grade of an article.
    fn provenance(&self, article: &Article) -> String {
        [
            article.outlet_text().get(self.lang).to_owned(),
            article.published.text().get(self.lang).to_owned(),
            article.genre.name().get(self.lang).to_owned(),
            article.grade.name().get(self.lang).to_owned(),
        ]
        .join(" · ")
    }
}
