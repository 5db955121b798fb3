//! The names under which a thing is found, in Find and in the shell alike.

use super::form::SearchForm;
use crate::domain::period::Period;
use crate::domain::{Area, Article, Dataset, Indicator, Initiative, Key, Observation};
use crate::text::{CharSet, Lang, Text};
use crate::wording::{indicator_of_figure, observation_value, period_brief, printed_unit, unit_behind};
use itertools::Itertools;

/// Names things in both languages, that of the interface first: what is shown is the first name.
pub(super) struct Namer<'a> {
    pub dataset: &'a Dataset,
    pub lang: Lang,
    pub charset: CharSet,
}

impl Namer<'_> {
    /// Returns the forms of a name in both languages, each once.
    fn both(&self, form: impl Fn(Lang) -> SearchForm) -> Vec<SearchForm> {
        let mut forms = vec![form(self.lang)];
        add(&mut forms, form(self.lang.other()));
        forms
    }

    fn plain(&self, text: &Text) -> Vec<SearchForm> {
        self.both(|lang| SearchForm::new(text.get(lang).to_owned()))
    }

    fn area_name(&self, area: Key<Area>, lang: Lang) -> &str {
        self.dataset.areas[area].name.get(lang)
    }

    /// Names an area: also by its committee, with 市 and 市政协 behind it, and by the code of GB/T 2260.
    pub fn area(&self, key: Key<Area>) -> Vec<SearchForm> {
        let area = &self.dataset.areas[key];
        let mut forms = self.plain(&area.name);
        for form in self.plain(&area.committee) {
            add(&mut forms, form);
        }
        for behind in ["市", "市政协"] {
            add(&mut forms, SearchForm::new(format!("{}{behind}", area.name.zh)));
        }
        add(&mut forms, SearchForm::code(&area.code));
        add(&mut forms, SearchForm::code(&area.id));
        forms
    }

    /// Names an indicator. What its id was before is understood whole, and in the shell alone: no new use is made of it.
    pub fn indicator(&self, key: Key<Indicator>) -> Vec<SearchForm> {
        let indicator = &self.dataset.indicators[key];
        // Whatever stands on a screen is found, the short name, too; what is shown for it is the name.
        let short = |lang| indicator.short.as_ref().map_or("", |short| short.get(lang));
        let form = |lang| SearchForm::new(indicator.name.get(lang).to_owned()).with_unseen(short(lang));
        let mut forms = self.both(form);
        add(&mut forms, SearchForm::code(&indicator.id));
        forms
    }

    /// Names an initiative, with its area before it.
    pub fn initiative(&self, key: Key<Initiative>) -> Vec<SearchForm> {
        let initiative = &self.dataset.initiatives[key];
        let name = |lang| initiative.name.get(lang).to_owned();
        let mut forms = self.both(|lang| SearchForm::in_area(self.area_name(initiative.area, lang), name(lang)));
        add(&mut forms, SearchForm::code(&initiative.id));
        forms
    }

    /// Names an article by its title, with its area before it; it is also found by its outlet and by the
    /// years of which it is.
    pub fn article(&self, key: Key<Article>) -> Vec<SearchForm> {
        let article = &self.dataset.articles[key];
        let published = article.published.date().map(|date| (date.earliest().year(), date.latest().year()));
        let years = years(published.into_iter().chain(article.period.as_ref().and_then(reach)));
        let unseen = |lang| format!("{years} {}", article.outlet_name().get(lang));
        let form = |lang| SearchForm::in_area(self.area_name(article.area, lang), article.title.clone());
        let mut forms = self.both(|lang| form(lang).with_unseen(&unseen(lang)));
        add(&mut forms, SearchForm::code(&article.id));
        forms
    }

    /// Names a figure: its area, what it counts, its value and its period, and each year of the period.
    pub fn figure(&self, key: Key<Observation>) -> Vec<SearchForm> {
        let observation = &self.dataset.observations[key];
        let indicator = &self.dataset.indicators[observation.indicator];
        let years = years(reach(&observation.period));
        let form = |lang| {
            let value = observation_value(observation, lang, self.charset);
            let unit = unit_behind(&printed_unit(indicator, observation), lang);
            let brief = period_brief(&observation.period, lang);
            let name = indicator_of_figure(self.dataset, observation, lang);
            let form = SearchForm::in_area(self.area_name(observation.area, lang), name);
            form.followed_by(&format!(" {value}{unit}  {brief}")).with_unseen(&years)
        };
        let mut forms = self.both(form);
        add(&mut forms, SearchForm::code(&observation.id));
        forms
    }
}

/// Adds a form that does not read like one of those before it.
fn add(forms: &mut Vec<SearchForm>, form: SearchForm) {
    if forms.iter().all(|other| other.letters != form.letters) {
        forms.push(form);
    }
}

/// Returns the first and the last year that a period can reach.
fn reach(period: &Period) -> Option<(i16, i16)> {
    period.reach().map(|(first, last)| (first.year(), last.year()))
}

/// Returns the years of some spans as they are typed, each once.
fn years(spans: impl IntoIterator<Item = (i16, i16)>) -> String {
    /// Longer spans are of plans; nobody looks for them by a year in their midst.
    const MOST: usize = 30;
    let mut years: Vec<i16> = Vec::new();
    for year in spans.into_iter().flat_map(|(first, last)| (first..=last).take(MOST)) {
        if !years.contains(&year) {
            years.push(year);
        }
    }
    years.into_iter().map(|year| format!("{year}年")).join(" ")
}
