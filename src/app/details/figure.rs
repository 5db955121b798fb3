//! The details of a figure, and of a cell without one.

use super::{
    ALSO, BASE, CAVEAT, COUNTED, COVERS, DATES, DEFINITION, Details, HELD, NOTE, OTHERS, PERIOD, QUALIFIER, RATE,
    READING, SOURCE, STANDING, SpanRole, YEARS, dim, phrase, plain, strong,
};
use crate::domain::digest::Section;
use crate::domain::observation::{Actor, PrintedSource, Status};
use crate::domain::period::End;
use crate::domain::{
    Area, Cell, CellIndex, Comparison, Dataset, Definition, Key, Measure, MeasuredFigure, Missing, Observation,
    VariantChoice,
};
use crate::text::{Lang, Phrase, Span, Text, quoted};
use crate::wording::{
    articles_read_in_part, counted, extent, head_count, meaning_of, observation_value, period, period_brief,
    printed_unit, standing, status_of, unit_behind, worded,
};
use itertools::Itertools;

/// Stands behind a figure of another year that counts something else.
const OTHER_DEFINITION: Phrase = phrase("（另一口径）", " (other definition)");
/// Marks a phrase that is the source's own and may be quoted.
const AS_PRINTED: Phrase = phrase("（原文短语）", " (as printed)");
/// More kinds of figures than these are counted, and so are more areas of a kind.
const MOST_GROUPS: usize = 6;
const MOST_NAMES: usize = 6;
const SILENCE: Phrase =
    phrase("报道没有写，不等于没有做；此处不填 0。", "Not reported does not mean not done; it is not shown as 0.");
const DIGEST: Phrase = phrase("摘要", "Digest");

impl Details<'_> {
    /// Adds the details of an area's cell in a comparison.
    pub(super) fn cell(&mut self, comparison: &Comparison, area: Key<Area>) {
        let Some(index) = comparison.index_of(area) else { return };
        let cell = &comparison[index];
        match &cell.content {
            Ok(figure) => self.observation(figure.observation(), Some((comparison, index, cell, figure))),
            Err(missing) => self.missing(comparison, cell, missing),
        }
    }

    /// Adds the details of a figure, with its comparison if it is the figure that stands in it.
    pub(super) fn figure(&mut self, key: Key<Observation>) {
        let dataset = self.state.dataset();
        let observation = &dataset.observations[key];
        let comparison = self.state.comparison(observation.indicator);
        let index = comparison.index_of(observation.area);
        let compared = index.and_then(|index| {
            let cell = &comparison[index];
            let figure = cell.figure().filter(|figure| figure.observations.contains(&key))?;
            Some((comparison, index, cell, figure))
        });
        self.observation(key, compared);
        if compared.is_none()
            && let Some(index) = index
        {
            self.years(comparison.held_by(dataset, comparison[index].area), Some(key));
        }
    }

    fn observation(
        &mut self,
        key: Key<Observation>,
        compared: Option<(&Comparison, CellIndex, &Cell, &MeasuredFigure)>,
    ) {
        let dataset = self.state.dataset();
        let observation = &dataset.observations[key];
        let indicator = &dataset.indicators[observation.indicator];
        self.head(observation.area, &observation.source.printed);
        let mut about = vec![dim(indicator.name.get(self.lang))];
        about.extend(compared.into_iter().flat_map(|(comparison, index, ..)| self.summary(comparison, index)));
        self.add(&about);
        // First what is asked in a meeting: the number, of when it is, where it stands, and what it counts.
        let value = observation_value(observation, self.lang, self.state.charset());
        let unit = unit_behind(&printed_unit(indicator, observation), self.lang);
        let meaning = meaning_of(observation).get(self.lang);
        let status = status_of(observation, self.lang);
        self.entry(QUALIFIER, &[strong(value), plain(unit), dim(format!("{status}  {meaning}"))]);
        if let Some((comparison, _, _, figure)) = compared {
            self.measured(comparison, figure);
            self.contradictions(figure);
        }
        if let Some((comparison, index, ..)) = compared
            && let Some(standing) = standing(dataset, comparison, index, self.lang)
        {
            self.entry(STANDING, &[plain(standing)]);
        }
        self.entry(PERIOD, &[plain(period(&observation.period, self.lang))]);
        for (index, source) in observation.sources().enumerate() {
            self.source(if index == 0 { SOURCE } else { ALSO }, source);
        }
        self.entry(DEFINITION, &[plain(indicator.definition.get(self.lang))]);
        self.covers(observation);
        self.counted(observation, compared.map(|(comparison, ..)| comparison));
        for (label, text) in [(READING, &observation.reading), (NOTE, &observation.note)] {
            if let Some(text) = text {
                self.entry(label, &[plain(text.get(self.lang))]);
            }
        }
        self.period_notes(observation);
        if let Some((comparison, index, cell, _)) = compared {
            self.verdicts(comparison, index);
            self.others(comparison, cell);
            let others = comparison.also_held(dataset, cell);
            let held = comparison.held_by(dataset, cell.area);
            let of_years: Vec<_> = held.iter().copied().filter(|key| !others.contains(key)).collect();
            self.years(&of_years, Some(key));
        }
        self.digest(key, &observation.source);
        self.caveats(&observation.source);
    }

    fn source(&mut self, label: Phrase, source: &PrintedSource) {
        let article = &self.state.dataset().articles[source.article];
        let paragraph = match (source.paragraph, self.lang) {
            (Some(number), Lang::Zh) => format!("  第 {number} 段"),
            (Some(number), Lang::En) => format!("  para. {number}"),
            (None, _) => String::new(),
        };
        self.entry(label, &[plain(article.title.clone()), strong(paragraph)]);
        self.more(&[plain(quoted(&source.printed)), dim(AS_PRINTED.get(self.lang))]);
        let about = self.provenance(article);
        self.more(&[dim(about)]);
        self.sentence(source);
    }

    /// Adds how the ends of the period are known, and how the source words it.
    fn period_notes(&mut self, observation: &Observation) {
        let whys = observation.period.ends().filter_map(End::why).chain(observation.period.note.as_ref());
        for (index, why) in whys.unique().enumerate() {
            let label = if index == 0 { DATES } else { phrase("", "") };
            self.entry(label, &[dim(why.get(self.lang))]);
        }
    }

    fn covers(&mut self, observation: &Observation) {
        let lang = self.lang;
        let parts = [
            observation.scope.name().get(lang),
            observation.nature.name().get(lang),
            observation.status.name().get(lang),
        ];
        let mut spans = vec![plain(parts.join(" · "))];
        if let Actor::Other(who) = &observation.actor {
            spans.push(plain(format!(" · {}", who.get(lang))));
        }
        self.entry(COVERS, &spans);
    }

    /// Adds what this figure counts where that is something of its own, and what the figures of the others count that count
    /// something else.
    fn counted(&mut self, observation: &Observation, comparison: Option<&Comparison>) {
        let (dataset, lang) = (self.state.dataset(), self.lang);
        let own = Definition::of(observation);
        let figures = comparison.into_iter().flat_map(|comparison| &comparison.cells);
        let others = figures.filter(|cell| cell.area != observation.area).filter_map(|cell| {
            let figure = cell.figure()?.observation();
            (Definition::of(&dataset.observations[figure]) != own).then_some((figure, cell.area))
        });
        let mut by_definition: Vec<(Key<Observation>, Vec<Key<Area>>)> = Vec::new();
        for (figure, area) in others {
            let of = |key| Definition::of(&dataset.observations[key]);
            match by_definition.iter_mut().find(|(known, _)| of(*known) == of(figure)) {
                Some((_, areas)) => areas.push(area),
                None => by_definition.push((figure, vec![area])),
            }
        }
        // Two definitions may be told in the same words.
        let mut groups: Vec<(String, Vec<Key<Area>>)> = Vec::new();
        for (figure, of_it) in by_definition {
            let words = counts(dataset, &dataset.observations[figure]).get(lang).to_owned();
            match groups.iter_mut().find(|(known, _)| *known == words) {
                Some((_, areas)) => areas.extend(of_it),
                None => groups.push((words, of_it)),
            }
        }
        if observation.variant.is_none() && groups.is_empty() {
            return;
        }
        self.entry(COUNTED, &[plain(counts(dataset, observation).get(lang))]);
        for (words, areas) in groups.iter().take(MOST_GROUPS) {
            let spans =
                [plain(self.names(areas)), dim(if lang == Lang::Zh { "：" } else { ": " }), dim(words.as_str())];
            self.more(&spans);
        }
        if let Some(more) = groups.len().checked_sub(MOST_GROUPS).filter(|more| *more > 0) {
            let words = match lang {
                Lang::Zh => format!("另有 {more} 种口径"),
                Lang::En => format!("{more} more kinds of figures"),
            };
            self.more(&[dim(words)]);
        }
    }

    /// Returns the names of areas, of many the first and how many they are.
    fn names(&self, areas: &[Key<Area>]) -> String {
        let names = areas.iter().take(MOST_NAMES).map(|area| self.state.dataset().areas[*area].name.get(self.lang));
        let joined = names.collect_vec().join(if self.lang == Lang::Zh { "、" } else { ", " });
        match (areas.len().saturating_sub(MOST_NAMES), self.lang) {
            (0, _) => joined,
            (_, Lang::Zh) => format!("{joined}等 {} 市", areas.len()),
            (more, Lang::En) => format!("{joined} and {more} more"),
        }
    }

    /// Adds the value under the measure and its denominator, or the reason why there is no value.
    fn measured(&mut self, comparison: &Comparison, figure: &MeasuredFigure) {
        let measure = comparison.request.measure;
        if measure == Measure::Raw {
            return;
        }
        let name = plain(format!("{}  ", measure.name().get(self.lang)));
        match &figure.extent {
            Err(why) => self.entry(RATE, &[name, (why.text().get(self.lang).to_owned(), SpanRole::Refused)]),
            Ok(value) => {
                let value = extent(value, false, self.lang, self.state.charset());
                self.entry(RATE, &[name, strong(value)]);
            }
        }
        if let Some(base) = &figure.denominator {
            let count = head_count(base, self.lang, self.state.charset());
            let name = base.population.name().get(self.lang);
            let about =
                format!("{} · {} · {}", base.as_of, base.certainty.name().get(self.lang), base.source.get(self.lang));
            self.entry(BASE, &[plain(format!("{name} {count}  ")), dim(about)]);
            if let Some(caveat) = &base.caveat {
                self.entry(CAVEAT, &[plain(caveat.get(self.lang))]);
            }
        }
    }

    /// Adds other figures that print another number for the same thing.
    fn contradictions(&mut self, figure: &MeasuredFigure) {
        let dataset = self.state.dataset();
        for other in figure.observations.iter().skip(1).map(|key| &dataset.observations[*key]) {
            let value = observation_value(other, self.lang, self.state.charset());
            let title = &dataset.articles[other.source.article].title;
            self.entry(ALSO, &[strong(value), plain(format!("  {}  {title}", quoted(&other.source.printed)))]);
        }
    }

    /// Adds what the area holds beside the figure under the same year, with what each counts.
    fn others(&mut self, comparison: &Comparison, cell: &Cell) {
        let dataset = self.state.dataset();
        let mut label = OTHERS;
        for key in comparison.also_held(dataset, cell) {
            let observation = &dataset.observations[key];
            let unit = printed_unit(&dataset.indicators[observation.indicator], observation);
            let unit = unit_behind(&unit, self.lang);
            let value = observation_value(observation, self.lang, self.state.charset());
            let (counted, brief) = (counted(dataset, observation), period_brief(&observation.period, self.lang));
            let spans = [
                (value, SpanRole::Figure(key)),
                plain(format!("{unit}  {}", counted.get(self.lang))),
                dim(format!("  {brief}")),
            ];
            self.entry(label, &spans);
            label = phrase("", "");
        }
    }

    /// Adds figures of this area and indicator, by time. Beside an emphasized one, those that count something else say so; and
    /// where they are of its own time, they are no other year and are left out.
    fn years(&mut self, held: &[Key<Observation>], emphasized: Option<Key<Observation>>) {
        let dataset = self.state.dataset();
        let is_other = |key: Key<Observation>| {
            // That one is planned is told beside it.
            let of = |key| Definition { status: Status::Achieved, ..Definition::of(&dataset.observations[key]) };
            emphasized.is_some_and(|emphasized| of(key) != of(emphasized))
        };
        let reach = |key| dataset.observations.time(key).reach;
        let is_of_its_time = |key| emphasized.is_some_and(|emphasized| reach(key) == reach(emphasized));
        let shown = held.iter().copied().filter(|key| !is_other(*key) || !is_of_its_time(*key)).collect_vec();
        // The emphasized figure alone tells of no other year.
        if shown.iter().all(|key| Some(*key) == emphasized) {
            return;
        }
        let mut spans: Vec<Span<SpanRole>> = Vec::new();
        for key in shown {
            let observation = &dataset.observations[key];
            let value = observation_value(observation, self.lang, self.state.charset());
            let brief = period_brief(&observation.period, self.lang);
            let gap = if spans.is_empty() { "" } else { "   " };
            spans.push(dim(format!("{gap}{brief} ")));
            spans.push(if Some(key) == emphasized { strong(value) } else { plain(value) });
            spans.push(dim(status_of(observation, self.lang)));
            if is_other(key) {
                spans.push(dim(OTHER_DEFINITION.get(self.lang)));
            }
        }
        self.entry(YEARS, &spans);
    }

    /// Adds the section of the digest that mentions the figure.
    fn digest(&mut self, key: Key<Observation>, source: &PrintedSource) {
        let mut sections = self.state.dataset().sections(source.article).iter();
        let Some(section) = sections.find(|section| section.tells_of(key)).cloned() else { return };
        self.blank();
        self.add(&[strong(format!("{} · {}", DIGEST.get(self.lang), section.heading.get(self.lang)))]);
        let spans = self.inlines(&section, Some(key));
        self.add(&spans);
    }

    pub(super) fn inlines(&self, section: &Section, selected: Option<Key<Observation>>) -> Vec<Span<SpanRole>> {
        let role = |figure| match figure {
            None => SpanRole::Plain,
            Some(key) if figure == selected => SpanRole::Selected(key),
            Some(key) => SpanRole::Figure(key),
        };
        let pieces = worded(self.state.dataset(), section.body.inlines(self.lang), self.lang).into_iter();
        pieces.map(|(text, figure)| (text, role(figure))).collect()
    }

    /// Tells that the article has caveats, which are about all of it: they stand at its head, and not under each of its figures
    /// as if they were about that one.
    fn caveats(&mut self, source: &PrintedSource) {
        let count = self.state.dataset().articles[source.article].caveats.len();
        if count == 0 {
            return;
        }
        let words = match (self.lang, count) {
            (Lang::Zh, _) => format!("关于文章整体的注意事项 {count} 条，载于“文章”界面篇首"),
            (Lang::En, 1) => "1 caveat about the article as a whole: at its head in the Reader".to_owned(),
            (Lang::En, _) => format!("{count} caveats about the article as a whole: at its head in the Reader"),
        };
        self.blank();
        self.entry(CAVEAT, &[dim(words)]);
    }

    /// Adds why there is no figure, what would count as one, and which articles were checked.
    fn missing(&mut self, comparison: &Comparison, cell: &Cell, missing: &Missing) {
        let (dataset, lang) = (self.state.dataset(), self.lang);
        let indicator = &dataset.indicators[comparison.request.indicator];
        self.head(cell.area, indicator.name.get(lang));
        self.blank();
        self.add(&[strong(missing.text().get(lang))]);
        if *missing == Missing::NotReported {
            self.add(&[dim(SILENCE.get(lang))]);
            match (articles_read_in_part(dataset, cell.area), lang) {
                (0, _) => {}
                (count, Lang::Zh) => self.add(&[dim(format!("有 {count} 篇未读全文，未读之处可能写有。"))]),
                (1, Lang::En) => self.add(&[dim("One article was not read in full; the rest of it may tell more.")]),
                (count, Lang::En) => {
                    self.add(&[dim(format!(
                        "{count} articles were not read in full; the rest of them may tell more."
                    ))]);
                }
            }
        }
        self.blank();
        self.entry(DEFINITION, &[plain(indicator.definition.get(lang))]);
        self.others(comparison, cell);
        self.years(comparison.held_by(dataset, cell.area), None);
        let articles = dataset.articles.iter().filter(|(_, article)| article.area == cell.area);
        let mut label = HELD;
        for (_, article) in articles {
            let date = article.published.text();
            let grade = article.grade.name().get(lang);
            self.entry(label, &[plain(article.title.clone()), dim(format!("  {} · {grade}", date.get(lang)))]);
            label = phrase("", "");
        }
    }
}

/// Returns what a figure counts, also where that is no more than what the indicator says.
fn counts(dataset: &Dataset, observation: &Observation) -> Text {
    let words = counted(dataset, observation);
    if observation.variant.is_some() {
        return words;
    }
    let plain = VariantChoice::Plain.name();
    Text::new(format!("{} · {}", plain.zh, words.zh), format!("{} · {}", plain.en, words.en))
}
