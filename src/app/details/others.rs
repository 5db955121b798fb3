//! The details of themes, articles and initiatives.

use super::{CAVEAT, Details, PERIOD, SOURCE, SpanRole, dim, phrase, plain, strong};
use crate::app::screens::coverage::coverage;
use crate::domain::article::Article;
use crate::domain::{Area, Indicator, Initiative, Key, Observation, Theme};
use crate::text::{Lang, Phrase, quoted};
use crate::wording::{indicator_of_figure, observation_value, period, period_brief, status_of};
use crate::wording::{printed_unit, unit_behind};

const REPORTED: Phrase = phrase("已公布", "Reported");
const UNREPORTED: Phrase = phrase("他市公布而所见报道未提及", "Reported by others, not in the articles held here");
const NOT_APPLICABLE: Phrase = phrase("不适用", "Not applicable");
const NOT_CURATED: Phrase = phrase("尚未整理", "Not yet curated");
const NO_SCORE: Phrase = phrase(
    "各市报道体裁、时段、口径各异，空缺并非随机：因此不设总分，也不排总名次。",
    "The reports differ in genre, period and definition, and their gaps are not random: so there is no total score and \
     no overall rank.",
);
const FIGURES: Phrase = phrase("数字", "Figures");
const DESIGN: Phrase = phrase("结构", "Design");

impl Details<'_> {
    pub(super) fn theme(&mut self, theme: Key<Theme>, area: Option<Key<Area>>) {
        let dataset = self.state.dataset();
        let name = dataset.themes[theme].name.get(self.lang).to_owned();
        match area {
            None => {
                self.add(&[(name, SpanRole::Head)]);
                self.blank();
                self.reporters(theme);
            }
            Some(area) => {
                self.head(area, &name);
                self.coverage(theme, area);
            }
        }
    }

    /// Adds each indicator of a theme with the number of areas that report it.
    fn reporters(&mut self, theme: Key<Theme>) {
        let all = self.state.dataset().areas.len();
        let counted: Vec<(Key<Indicator>, usize)> = self
            .state
            .dataset()
            .indicators_of(theme)
            .map(|(key, _)| (key, self.state.row_figures(key).reported()))
            .filter(|(_, reported)| *reported > 0)
            .collect();
        for (key, reported) in counted {
            let name = self.state.dataset().indicators[key].name.get(self.lang).to_owned();
            self.add(&[plain(name), dim(format!("  {reported}/{all}"))]);
        }
    }

    /// Adds the reported indicators of an area under a theme, and the kinds of its gaps.
    fn coverage(&mut self, theme: Key<Theme>, area: Key<Area>) {
        let coverage = coverage(self.state.dataset(), theme, area, self.state.areas());
        if !coverage.reported.is_empty() {
            self.blank();
            let count = coverage.reported.len();
            let full = coverage.read_in_full;
            let about = match self.lang {
                Lang::Zh => format!("  {count} 项，其中 {full} 项来源已读全文"),
                Lang::En => format!("  {count}, of which {full} from a source read in full"),
            };
            self.add(&[strong(REPORTED.get(self.lang)), dim(about)]);
            for indicator in coverage.reported {
                self.reported(indicator, area);
            }
        }
        let gaps = [
            (UNREPORTED, coverage.unreported),
            (NOT_APPLICABLE, coverage.not_applicable),
            (NOT_CURATED, coverage.not_curated),
        ];
        for (heading, indicators) in gaps {
            if indicators.is_empty() {
                continue;
            }
            self.blank();
            self.add(&[strong(heading.get(self.lang))]);
            for indicator in indicators {
                let name = self.state.dataset().indicators[indicator].name.get(self.lang).to_owned();
                self.add(&[dim(name)]);
            }
        }
        self.blank();
        self.add(&[dim(NO_SCORE.get(self.lang))]);
    }

    fn reported(&mut self, indicator: Key<Indicator>, area: Key<Area>) {
        let dataset = self.state.dataset();
        let observations: Vec<Key<Observation>> =
            dataset.observations_of(area, indicator).map(|(key, _)| key).collect();
        let name = dataset.indicators[indicator].name.get(self.lang).to_owned();
        let mut spans = vec![plain(name)];
        for key in observations {
            let observation = &dataset.observations[key];
            let unit = unit_behind(&printed_unit(&dataset.indicators[indicator], observation), self.lang);
            spans.push(dim(status_of(observation, self.lang)));
            spans.push(strong(format!("  {}", observation_value(observation, self.lang, self.state.charset()))));
            spans.push(plain(unit));
            let brief = period_brief(&observation.period, self.lang);
            spans.push(dim(if self.lang == Lang::Zh { format!("（{brief}）") } else { format!(" ({brief})") }));
        }
        self.add(&spans);
    }

    pub(super) fn article(&mut self, key: Key<Article>) {
        let article = self.state.dataset().articles[key].clone();
        self.head(article.area, &article.title);
        let about = self.provenance(&article);
        self.add(&[dim(about)]);
        self.blank();
        if let Some(author) = article.author_names(self.lang) {
            self.entry(phrase("作者", "Author"), &[plain(author)]);
        }
        if let Some(statement) = &article.statement {
            self.entry(phrase("性质", "Nature"), &[plain(statement.get(self.lang))]);
        }
        if let Some(reported) = &article.period {
            self.entry(PERIOD, &[plain(period(reported, self.lang))]);
        }
        if let Some(address) = &article.address {
            self.entry(SOURCE, &[(address.clone(), SpanRole::Address(key))]);
        }
        let count = crate::app::screens::reader::figures(self.state.dataset(), key).len();
        self.entry(FIGURES, &[plain(count.to_string())]);
        for caveat in &article.caveats {
            self.entry(CAVEAT, &[plain(caveat.get(self.lang))]);
        }
    }

    pub(super) fn initiative(&mut self, key: Key<Initiative>) {
        let initiative = self.state.dataset().initiatives[key].clone();
        self.head(initiative.area, initiative.name.get(self.lang));
        self.add(&[dim(initiative.kind.name().get(self.lang))]);
        self.blank();
        self.add(&[plain(initiative.about.get(self.lang))]);
        self.blank();
        if let Some(design) = &initiative.design {
            self.entry(DESIGN, &[strong(design.clone())]);
        }
        let mut label = FIGURES;
        for figure in &initiative.figures {
            self.initiative_figure(label, *figure);
            label = phrase("", "");
        }
        let article = self.state.dataset().articles[initiative.source.article].clone();
        let paragraph = match (initiative.source.paragraph, self.lang) {
            (Some(number), Lang::Zh) => format!("  第 {number} 段"),
            (Some(number), Lang::En) => format!("  para. {number}"),
            (None, _) => String::new(),
        };
        self.entry(SOURCE, &[plain(article.title.clone()), strong(paragraph)]);
        self.more(&[dim(quoted(&initiative.source.printed))]);
        let mut sections = self.state.dataset().sections(initiative.source.article).iter();
        let section =
            sections.find(|section| initiative.figures.iter().any(|figure| section.tells_of(*figure))).cloned();
        if let Some(section) = section {
            self.blank();
            self.add(&[strong(section.heading.get(self.lang))]);
            let spans = self.inlines(&section, None);
            self.add(&spans);
        }
    }

    fn initiative_figure(&mut self, label: Phrase, figure: Key<Observation>) {
        let observation = &self.state.dataset().observations[figure];
        let indicator = &self.state.dataset().indicators[observation.indicator];
        let value = observation_value(observation, self.lang, self.state.charset());
        let spans = [
            plain(format!("{} ", indicator_of_figure(self.state.dataset(), observation, self.lang))),
            (value, SpanRole::Figure(figure)),
            plain(unit_behind(&printed_unit(indicator, observation), self.lang)),
            dim(format!("  {}", period_brief(&observation.period, self.lang))),
        ];
        self.entry(label, &spans);
    }
}
