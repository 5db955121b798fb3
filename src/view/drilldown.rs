//! The drilldown: the figure as printed, where it stands, of when, what it covers, whether it may be compared, and the
//! part of the digest that tells of it.

use super::flow::{Line, flow, labelled};
use super::pen::{Pen, Span, line};
use super::{Look, theme_of};
use crate::app::{Pane, State};
use crate::domain::model::{Piece, Section, Source};
use crate::domain::words::{observation_value, period, period_brief};
use crate::domain::{Cell, Comparison, Found, Key, Measure, Missing, Observation, Verdict};
use crate::text::{Lang, Phrase, width};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const fn said(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const SOURCE: Phrase = said("出处", "Source");
const ALSO: Phrase = said("另见", "Also in");
const PERIOD: Phrase = said("时段", "Period");
const COVERS: Phrase = said("口径", "Covers");
const QUALIFIER: Phrase = said("确度", "Sure to");
const BASE: Phrase = said("分母", "Base");
const AGAINST: Phrase = said("可比", "Compare");
const NOTE: Phrase = said("说明", "Note");
const CAVEAT: Phrase = said("注意", "Caveat");
const YEARS: Phrase = said("历年", "Years");
const DIGEST: Phrase = said("摘要", "Digest");
const UNIT: Phrase = said("定义", "Counts");
const HELD: Phrase = said("已读", "Read");
const SILENCE: Phrase =
    said("报道没有写，不等于没有做；此处不填 0。", "Silence in a report is not idleness; no zero is put here.");

/// Draws the drilldown of the selected cell, scrolled as far as there is more.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let lines = lines(state, pen.look, usize::from(area.width));
    let height = usize::from(area.height);
    let skip = state.compare.scroll.min(lines.len().saturating_sub(height));
    for (row, spans) in lines.iter().skip(skip).take(height).enumerate() {
        if let Some(place) = line(area, row) {
            pen.spans(place, spans);
        }
    }
    super::chrome::more(pen, area, lines.len().saturating_sub(skip + height), state.lang);
}

/// All lines of the drilldown, at a width.
fn lines(state: &State, look: Look, room: usize) -> Vec<Line> {
    let mut sheet = Sheet { state, look, room, indent: indent(state.lang), lines: Vec::new() };
    match (state.selected_comparison(), theme_of(state.compare.cursor)) {
        (Some(comparison), _) => sheet.cell(comparison),
        (None, Some(theme)) => sheet.theme(theme),
        (None, None) => {}
    }
    sheet.lines
}

fn indent(lang: Lang) -> usize {
    let labels = [SOURCE, ALSO, PERIOD, COVERS, QUALIFIER, BASE, AGAINST, NOTE, CAVEAT, YEARS, DIGEST, UNIT, HELD];
    labels.iter().map(|label| width(label.get(lang))).max().unwrap_or(0) + 2
}

struct Sheet<'a> {
    state: &'a State,
    look: Look,
    room: usize,
    indent: usize,
    lines: Vec<Line>,
}

fn plain(text: impl Into<String>) -> Span {
    (text.into(), Style::new())
}

impl Sheet<'_> {
    fn dim(&self, text: impl Into<String>) -> Span {
        (text.into(), self.look.dim())
    }

    fn strong(&self, text: impl Into<String>) -> Span {
        (text.into(), self.look.strong())
    }

    fn blank(&mut self) {
        self.lines.push(Line::new());
    }

    fn entry(&mut self, label: Phrase, spans: &[Span]) {
        let label = self.dim(label.get(self.state.lang));
        self.lines.extend(labelled(&label, self.indent, spans, self.room));
    }

    /// The area and a heading, underlined where the drilldown has the focus.
    fn head(&mut self, area: Key<crate::domain::Area>, heading: &str) {
        let colour = self.look.area(area.position()).add_modifier(Modifier::BOLD);
        let name = self.state.dataset.areas[area].name.get(self.state.lang);
        let strong = self.look.strong();
        let focused = self.state.compare.focus == Pane::Drilldown;
        let style = if focused { strong.add_modifier(Modifier::UNDERLINED) } else { strong };
        let spans =
            [(format!("{} {name}", self.look.mark(area.position())), colour), plain("  "), (heading.to_owned(), style)];
        self.lines.extend(flow(&spans, self.room));
    }

    fn theme(&mut self, theme: Key<crate::domain::Theme>) {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        self.lines.extend(flow(&[self.strong(dataset.themes[theme].name.get(lang))], self.room));
        self.blank();
        let counted: Vec<(String, usize)> = dataset
            .indicators_of(theme)
            .map(|(key, held)| (held.name.get(lang).to_owned(), self.state.comparison(key).reported()))
            .filter(|(_, reported)| *reported > 0)
            .collect();
        for (name, reported) in counted {
            let all = dataset.areas.len();
            self.lines.extend(flow(&[plain(name), self.dim(format!("  {reported}/{all}"))], self.room));
        }
    }

    fn cell(&mut self, comparison: &Comparison) {
        let area = self.state.compare.area;
        let cells = comparison.cells.iter().enumerate();
        let Some((place, cell)) = cells.into_iter().find(|(_, cell)| cell.area == area) else { return };
        match &cell.content {
            Ok(found) => self.found(comparison, place, cell, found),
            Err(missing) => self.missing(comparison, cell, missing),
        }
    }

    fn found(&mut self, comparison: &Comparison, place: usize, cell: &Cell, found: &Found) {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        let key = found.main();
        let observation = &dataset.observations[key];
        self.head(cell.area, &observation.source.printed);
        self.blank();
        for (index, source) in
            found.observations.iter().flat_map(|key| dataset.observations[*key].sources()).enumerate()
        {
            self.source(if index == 0 { SOURCE } else { ALSO }, source);
        }
        self.period(observation);
        self.covers(observation);
        let signs = self.look.number_signs();
        let value = observation_value(observation, lang, signs);
        let meaning = observation.qualifier.meaning().get(lang);
        self.entry(QUALIFIER, &[self.strong(value), plain("  "), self.dim(meaning)]);
        self.base(comparison, found);
        for (label, text) in [(NOTE, &observation.note), (NOTE, &observation.reading)] {
            if let Some(text) = text {
                self.entry(label, &[plain(text.get(lang))]);
            }
        }
        self.verdicts(comparison, place);
        if cell.held.len() > 1 {
            self.years(cell, Some(key));
        }
        self.digest(key, &observation.source);
        self.caveats(&observation.source);
    }

    fn source(&mut self, label: Phrase, source: &Source) {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        let article = &dataset.articles[source.article];
        let paragraph = match (source.paragraph, lang) {
            (Some(number), Lang::Zh) => format!("  第 {number} 段"),
            (Some(number), Lang::En) => format!("  para. {number}"),
            (None, _) => String::new(),
        };
        self.entry(label, &[plain(article.title.clone()), self.strong(paragraph)]);
        let about = [
            article.outlet.get(lang).to_owned(),
            article.published.text().get(lang).to_owned(),
            article.genre.name().get(lang).to_owned(),
            article.grade.name().get(lang).to_owned(),
        ]
        .join(" · ");
        let empty = self.dim("");
        self.lines.extend(labelled(&empty, self.indent, &[self.dim(about)], self.room));
    }

    fn period(&mut self, observation: &Observation) {
        let lang = self.state.lang;
        self.entry(PERIOD, &[plain(period(&observation.period, lang))]);
        let whys: Vec<Span> = observation
            .period
            .ends()
            .filter_map(crate::domain::period::End::why)
            .chain(observation.period.note.as_ref())
            .map(|why| self.dim(why.get(lang)))
            .collect();
        let empty = self.dim("");
        for why in whys {
            self.lines.extend(labelled(&empty, self.indent, &[why], self.room));
        }
    }

    fn covers(&mut self, observation: &Observation) {
        let lang = self.state.lang;
        let parts = [
            observation.scope.name().get(lang),
            observation.nature.name().get(lang),
            observation.status.name().get(lang),
        ];
        let mut spans = vec![plain(parts.join(" · "))];
        if let crate::domain::model::Actor::Other(who) = &observation.actor {
            spans.push(plain(format!(" · {}", who.get(lang))));
        }
        self.entry(COVERS, &spans);
        if let Some(variant) = &observation.variant {
            let empty = self.dim("");
            self.lines.extend(labelled(&empty, self.indent, &[plain(variant.get(lang))], self.room));
        }
    }

    /// What a per-head figure was divided by; or why there is no value under the measure.
    fn base(&mut self, comparison: &Comparison, found: &Found) {
        let lang = self.state.lang;
        let measure = comparison.request.measure;
        match (&found.extent, &found.denominator) {
            (Err(why), _) => {
                let spans = [
                    plain(format!("{}  ", measure.name().get(lang))),
                    (why.text().get(lang).to_owned(), self.look.refused()),
                ];
                self.entry(BASE, &spans);
            }
            (Ok(_), Some(base)) => {
                let count = crate::text::number::written(base.count.get(), lang);
                let name = base.population.name().get(lang);
                let spans = [
                    plain(format!("{name} {count}  ")),
                    self.dim(format!(
                        "{} · {} · {}",
                        base.as_of,
                        base.certainty.name().get(lang),
                        base.source.get(lang)
                    )),
                ];
                self.entry(BASE, &spans);
                if let Some(caveat) = &base.caveat {
                    self.entry(CAVEAT, &[plain(caveat.get(lang))]);
                }
            }
            (Ok(_), None) if measure != Measure::Raw => {
                let value = super::table::found_text(self.state, self.look.glyphs, found);
                self.entry(BASE, &[plain(format!("{} {value}", measure.name().get(lang)))]);
            }
            (Ok(_), None) => {}
        }
    }

    /// The verdict against each other area, with all reasons.
    fn verdicts(&mut self, comparison: &Comparison, place: usize) {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        for (other, cell) in comparison.cells.iter().enumerate() {
            let Some(pair) = comparison.pair(place, other).filter(|_| other != place) else { continue };
            let sign = match pair.verdict {
                Verdict::Comparable => "=",
                Verdict::WithCaution => "~",
                Verdict::NotComparable => self.look.sign("×", "x"),
            };
            let verdict = match pair.verdict {
                Verdict::NotComparable => self.look.refused(),
                Verdict::Comparable | Verdict::WithCaution => self.look.strong(),
            };
            let name = dataset.areas[cell.area].name.get(lang);
            let mut spans = vec![
                (format!("{sign} "), verdict),
                (name.to_owned(), self.look.area(cell.area.position())),
                plain(" "),
                (pair.verdict.name().get(lang).to_owned(), verdict),
            ];
            let reasons: Vec<String> =
                pair.reasons.iter().map(|reason| reason.text(dataset).get(lang).to_owned()).collect();
            if !reasons.is_empty() {
                let between = if lang == Lang::Zh { "；" } else { "; " };
                spans.push(self.dim(format!("  {}", reasons.join(between))));
            }
            self.entry(AGAINST, &spans);
        }
    }

    /// The other figures held of this area and indicator.
    fn years(&mut self, cell: &Cell, shown: Option<Key<Observation>>) {
        if cell.held.is_empty() {
            return;
        }
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        let signs = self.look.number_signs();
        let mut spans = Vec::new();
        for key in &cell.held {
            let observation = &dataset.observations[*key];
            let value = observation_value(observation, lang, signs);
            spans.push(self.dim(format!("{} ", period_brief(&observation.period, lang))));
            spans.push(if Some(*key) == shown { self.strong(value) } else { plain(value) });
            spans.push(plain("   "));
        }
        spans.pop();
        self.entry(YEARS, &spans);
    }

    fn digest(&mut self, key: Key<Observation>, source: &Source) {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        let section = dataset.articles[source.article].sections.iter().find(|section| section.tells_of(key));
        let Some(section) = section else { return };
        self.blank();
        let title = format!("{} · {}", DIGEST.get(lang), section.heading.get(lang));
        self.lines.extend(flow(&[self.strong(title)], self.room));
        let spans = self.telling(section, key);
        self.lines.extend(flow(&spans, self.room));
    }

    fn telling(&self, section: &Section, selected: Key<Observation>) -> Vec<Span> {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        let signs = self.look.number_signs();
        let span = |piece: &Piece| match piece {
            Piece::Words(words) => plain(words.clone()),
            Piece::Figure(key) => {
                let observation = &dataset.observations[*key];
                let value = observation_value(observation, lang, signs);
                let place = observation.area.position();
                let style = if *key == selected { self.look.cell(place) } else { self.look.area(place) };
                (value, style)
            }
        };
        section.pieces(lang).iter().map(span).collect()
    }

    fn caveats(&mut self, source: &Source) {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        let article = &dataset.articles[source.article];
        if article.caveats.is_empty() {
            return;
        }
        self.blank();
        for caveat in &article.caveats {
            self.entry(CAVEAT, &[plain(caveat.get(lang))]);
        }
    }

    fn missing(&mut self, comparison: &Comparison, cell: &Cell, missing: &Missing) {
        let (dataset, lang) = (&self.state.dataset, self.state.lang);
        let indicator = &dataset.indicators[comparison.request.indicator];
        self.head(cell.area, indicator.name.get(lang));
        self.blank();
        self.lines.extend(flow(&[self.strong(missing.text().get(lang))], self.room));
        if *missing == Missing::NotReported {
            self.lines.extend(flow(&[self.dim(SILENCE.get(lang))], self.room));
        }
        self.blank();
        self.entry(UNIT, &[plain(indicator.definition.get(lang))]);
        self.years(cell, None);
        let articles = dataset.articles.iter().filter(|(_, article)| article.area == cell.area);
        let titles: Vec<String> = articles
            .map(|(_, article)| format!("{} ({})", article.title, article.published.text().get(lang)))
            .collect();
        for title in titles {
            self.entry(HELD, &[self.dim(title)]);
        }
    }
}
