//! Rows of the screen as a table that can be pasted elsewhere.

use crate::app::action::TableForm;
use crate::app::screen::Screen;
use crate::app::screens::list::{Heading, Item};
use crate::app::screens::{coverage, reader};
use crate::app::state::State;
use crate::domain::{Area, Article, Dataset, Initiative, Key, Observation, Theme};
use crate::text::{CharSet, Lang, Phrase, inert, markdown_cell, markdown_table, markdown_text};
use crate::wording::{observation_value, period, printed_unit, reference, with_unit};
use itertools::Itertools;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// Words in one row and column, with the articles that they are from.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    pub words: String,
    /// When it was, where the column tells of figures.
    pub period: Option<String>,
    pub sources: Vec<Key<Article>>,
}

impl Field {
    /// Returns words that are from no article.
    pub fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }
}

/// A column: its heading, and whether its fields have a period each.
pub(super) struct Column {
    pub heading: String,
    pub has_period: bool,
}

impl Column {
    /// Returns a column without periods.
    pub fn plain(heading: &str) -> Self {
        Self { heading: heading.to_owned(), has_period: false }
    }
}

/// The reference of an article, under its id.
struct CopiedReference {
    article: Key<Article>,
    id: String,
    words: String,
    address: Option<String>,
}

impl CopiedReference {
    fn new(dataset: &Dataset, key: Key<Article>, lang: Lang) -> Self {
        let article = &dataset.articles[key];
        let (id, address) = (article.id.clone(), article.address.clone());
        Self { article: key, id, words: reference(dataset, key, lang), address }
    }

    /// Returns the footnote. An address stands as a link, in which nothing is escaped.
    fn footnote(&self) -> String {
        let address = self.address.as_deref().unwrap_or_default();
        let words = match self.words.rsplit_once(address).filter(|_| !address.is_empty()) {
            Some((before, behind)) => format!("{}<{address}>{}", markdown_text(before), markdown_text(behind)),
            None => markdown_text(&self.words),
        };
        format!("[^{}]: {words}\n", self.id)
    }
}

/// Rows of the screen, ready to be written in any form.
pub(super) struct CopiedTable {
    /// The measure and the year that are in force, where they matter.
    title: Option<String>,
    columns: Vec<Column>,
    rows: Vec<Vec<Field>>,
    /// The references of all articles that a field is from.
    references: Vec<CopiedReference>,
    /// What stands beneath the rows: how much is not among them.
    note: Option<String>,
    period_heading: &'static str,
}

impl CopiedTable {
    /// Returns the table with a line beneath its rows.
    pub fn with_note(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }

    /// Writes the table in a form.
    pub fn written(&self, form: TableForm) -> String {
        match form {
            TableForm::Markdown => self.markdown(),
            TableForm::Tabs => self.tabs(),
        }
    }

    fn markdown(&self) -> String {
        let headings = self.columns.iter().map(|column| markdown_cell(&column.heading)).collect_vec();
        let rows = self.rows.iter().map(|row| row.iter().map(|field| self.markdown_field(field)).collect());
        let mut out = self.title.as_ref().map(|title| markdown_text(title) + "\n\n").unwrap_or_default();
        out.push_str(&markdown_table(&headings, rows));
        out.extend(self.note.iter().map(|note| format!("\n{}\n", markdown_text(note))));
        if !self.references.is_empty() {
            out.push('\n');
        }
        out.extend(self.references.iter().map(CopiedReference::footnote));
        out.trim_end().to_owned()
    }

    fn markdown_field(&self, field: &Field) -> String {
        let marks =
            field.sources.iter().filter_map(|key| self.references.iter().find(|reference| reference.article == *key));
        let marks = marks.map(|reference| format!("[^{}]", reference.id)).join("");
        let period = field.period.as_ref().map(|period| format!(" · {period}")).unwrap_or_default();
        markdown_cell(&format!("{}{period}", field.words)) + &marks
    }

    fn tabs(&self) -> String {
        let headings = self.columns.iter().flat_map(|column| {
            let period = column.has_period.then(|| format!("{} {}", column.heading, self.period_heading));
            std::iter::once(column.heading.clone()).chain(period)
        });
        let rows = self.rows.iter().map(|row| {
            let fields = self.columns.iter().zip(row).flat_map(|(column, field)| {
                let period = column.has_period.then(|| field.period.clone().unwrap_or_default());
                std::iter::once(field.words.clone()).chain(period)
            });
            fields.map(|words| on_one_line(&words)).join("\t")
        });
        let headings = headings.map(|words| on_one_line(&words)).collect_vec();
        // Every line has as many fields as the others, the note too: some programs refuse a table that is not even.
        let note = self.note.iter().map(|note| on_one_line(note) + &"\t".repeat(headings.len().saturating_sub(1)));
        std::iter::once(headings.join("\t")).chain(rows).chain(note).join("\n")
    }
}

/// Takes out what would begin another column or line, and what a spreadsheet would calculate with.
fn on_one_line(words: &str) -> String {
    inert(&words.replace(['\t', '\n', '\r'], " ")).into_owned()
}

impl State {
    /// Returns the selected row as a table of one row; `None` where the cursor is on none.
    pub(super) fn copied_row(&self) -> Option<CopiedTable> {
        match self.screen() {
            Screen::Compare => {
                let row = self.nav.compare.cursor();
                row.indicator().map(|_| self.compare_table(&[row]))
            }
            Screen::Coverage => {
                let theme = coverage::themes(self.dataset()).get(self.nav.coverage.cursor()).copied()?;
                Some(self.coverage_table(&[theme]))
            }
            Screen::List(list) => {
                let item = self.items().get(self.nav.list(list).cursor()).copied()?;
                item.is_selectable().then(|| self.list_table(&[item]))
            }
            Screen::Reader => {
                let reader = self.nav.reader?;
                let figure = reader.figures(self.dataset()).get(reader.figure).copied();
                Some(self.list_table(&[figure.map_or(Item::Article(reader.article), Item::Figure)]))
            }
        }
    }

    /// Returns the whole table or list of the screen; `None` where it is empty.
    pub(super) fn copied_table(&self) -> Option<CopiedTable> {
        let table = match self.screen() {
            Screen::Compare => self.whole_compare_table(),
            Screen::Coverage => self.coverage_table(&coverage::themes(self.dataset())),
            Screen::List(_) => self.list_table(&self.items()),
            Screen::Reader => {
                let article = self.nav.reader?.article;
                let figures = reader::figures(self.dataset(), article);
                let rows = figures.iter().copied().map(Item::Figure);
                self.list_table(&std::iter::once(Item::Article(article)).chain(rows).collect_vec())
            }
        };
        (!table.rows.is_empty()).then_some(table)
    }

    pub(super) fn table_of(&self, title: Option<String>, columns: Vec<Column>, rows: Vec<Vec<Field>>) -> CopiedTable {
        const PERIOD: Phrase = phrase("时段", "period");
        let dataset = self.dataset();
        let articles = rows.iter().flatten().flat_map(|field| field.sources.iter().copied()).unique();
        let references = articles.map(|key| CopiedReference::new(dataset, key, self.lang())).collect();
        CopiedTable { title, columns, rows, references, note: None, period_heading: PERIOD.get(self.lang()) }
    }

    fn coverage_table(&self, themes: &[Key<Theme>]) -> CopiedTable {
        const THEME: Phrase = phrase("主题", "Theme");
        const TITLE: Phrase =
            phrase("已公布指标数/各市公布的指标数", "Indicators reported, out of those that any city reports");
        let (dataset, lang) = (self.dataset(), self.lang());
        let areas = self.areas().iter().map(|area| Column::plain(dataset.areas[*area].name.get(lang)));
        let columns = std::iter::once(Column::plain(THEME.get(lang))).chain(areas).collect();
        let rows = themes.iter().map(|theme| {
            let fields = self.areas().iter().map(|area| {
                let coverage = coverage::coverage(dataset, *theme, *area, self.areas());
                Field::of(format!("{}/{}", coverage.reported.len(), coverage.all()))
            });
            std::iter::once(Field::of(dataset.themes[*theme].name.get(lang))).chain(fields).collect()
        });
        self.table_of(Some(TITLE.get(lang).to_owned()), columns, rows.collect())
    }

    fn list_table(&self, items: &[Item]) -> CopiedTable {
        const AREA: Phrase = phrase("地区", "Area");
        const VALUE: Phrase = phrase("数值", "Value");
        let lang = self.lang();
        let columns = [(AREA, false), (WHAT, false), (VALUE, true)];
        let columns = columns.map(|(heading, has_period)| Column { heading: heading.get(lang).to_owned(), has_period });
        let rows = items.iter().map(|item| list_row(self.dataset(), *item, self.area(), lang)).collect();
        self.table_of(None, columns.into(), rows)
    }
}

/// Heads the column that says what each row is about.
pub(super) const WHAT: Phrase = phrase("项目", "Item");

/// Returns a row of a list: the area, what it is, and the value with its period.
fn list_row(dataset: &Dataset, item: Item, area: Key<Area>, lang: Lang) -> Vec<Field> {
    let named = |area: Key<Area>| Field::of(dataset.areas[area].name.get(lang));
    match item {
        Item::Heading(heading) => {
            let words = match heading {
                Heading::Theme(theme) => dataset.themes[theme].name.get(lang),
                Heading::Area(area) => dataset.areas[area].name.get(lang),
                Heading::Kind(kind) => kind.name().get(lang),
                Heading::Initiatives => INITIATIVES.get(lang),
                Heading::Sources => SOURCES.get(lang),
                Heading::Unreported => UNREPORTED.get(lang),
            };
            vec![Field::default(), Field::of(words), Field::default()]
        }
        Item::Figure(key) => figure_row(dataset, key, lang),
        Item::Article(key) => {
            let article = &dataset.articles[key];
            let title = Field { sources: vec![key], ..Field::of(format!("《{}》", article.title)) };
            let period = Some(article.published.text().get(lang).to_owned());
            vec![named(article.area), title, Field { period, ..Field::of(article.outlet_name().get(lang)) }]
        }
        Item::Initiative(key) => initiative_row(dataset, key, lang),
        Item::Unreported(indicator) => {
            let name = Field::of(dataset.indicators[indicator].name.get(lang));
            vec![named(area), name, Field::of(UNREPORTED.get(lang))]
        }
    }
}

const INITIATIVES: Phrase = phrase("平台机制", "Initiatives");
const SOURCES: Phrase = phrase("来源", "Sources");
const UNREPORTED: Phrase = phrase("报道未提及", "not reported");

fn figure_row(dataset: &Dataset, key: Key<Observation>, lang: Lang) -> Vec<Field> {
    let observation = &dataset.observations[key];
    let indicator = &dataset.indicators[observation.indicator];
    let name = match (&observation.variant, lang) {
        (None, _) => indicator.name.get(lang).to_owned(),
        (Some(variant), Lang::Zh) => format!("{}：{}", indicator.name.zh, variant.zh),
        (Some(variant), Lang::En) => format!("{}: {}", indicator.name.en, variant.en),
    };
    let value = observation_value(observation, lang, CharSet::Unicode);
    let value = Field {
        words: with_unit(&value, printed_unit(indicator, observation).get(lang)),
        period: Some(period(&observation.period, lang)),
        sources: observation.sources().map(|source| source.article).unique().collect(),
    };
    vec![Field::of(dataset.areas[observation.area].name.get(lang)), Field::of(name), value]
}

fn initiative_row(dataset: &Dataset, key: Key<Initiative>, lang: Lang) -> Vec<Field> {
    let initiative = &dataset.initiatives[key];
    let design = Field {
        sources: vec![initiative.source.article],
        ..Field::of(initiative.design.as_deref().unwrap_or_default())
    };
    let name = Field::of(initiative.name.get(lang));
    vec![Field::of(dataset.areas[initiative.area].name.get(lang)), name, design]
}
