//! Citations of figures: one sentence for a briefing, or a reference by GB/T 7714-2015.

use crate::domain::article::Article;
use crate::domain::observation::Observation;
use crate::domain::{Dataset, Key};
use crate::text::{CharSet, Lang, Phrase, quoted, words};
use crate::wording::figure::observation_value;
use crate::wording::period::period;
use crate::wording::{printed_unit, unit_behind};

/// The style of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationStyle {
    /// One sentence with the figure, its qualifier, period and source.
    Sentence,
    /// A reference to the article alone, by GB/T 7714-2015.
    Gbt7714,
}

words! { CitationStyle { Gbt7714 => "gbt7714", Sentence => "sentence" } }

/// Cites a figure in one of the styles.
#[must_use]
pub fn cite(dataset: &Dataset, key: Key<Observation>, style: CitationStyle, lang: Lang) -> String {
    let observation = &dataset.observations[key];
    match style {
        CitationStyle::Sentence => sentence(dataset, observation, lang),
        CitationStyle::Gbt7714 => reference(&dataset.articles[observation.source.article]),
    }
}

fn sentence(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let area = dataset.areas[observation.area].committee.get(lang);
    let indicator = &dataset.indicators[observation.indicator];
    let article = &dataset.articles[observation.source.article];
    let name = indicator.name.get(lang);
    let unit = unit_behind(&printed_unit(indicator, observation), lang);
    let value = observation_value(observation, lang, CharSet::Unicode);
    let period = period(&observation.period, lang);
    let (outlet, title) = (article.outlet.get(lang), &article.title);
    let date = article.published.text();
    let printed = quoted(&observation.source.printed);
    let paragraph = observation.source.paragraph;
    match lang {
        Lang::Zh => {
            let paragraph = paragraph.map_or_else(String::new, |number| format!("第 {number} 段"));
            format!(
                "{area}{name} {value}{unit}（{period}；原文{printed}，{outlet}《{title}》{paragraph}，{}）。",
                date.get(lang)
            )
        }
        Lang::En => {
            let paragraph = paragraph.map_or_else(String::new, |number| format!(", para. {number}"));
            format!(
                "{area}: {name}, {value}{unit} ({period}; printed as {printed} in {outlet}, 《{title}》{paragraph}, {}).",
                date.get(lang)
            )
        }
    }
}

const NO_AUTHOR: Phrase = Phrase { zh: "佚名", en: "Anon." };

/// Cites an article as a reference by GB/T 7714-2015: `作者. 题名[N]. 报名, 日期.` for print, or `[EB/OL]` with the
/// address where the outlet's own is known.
///
/// The standard asks for a date of access to an online source; the program has none, and leaves it to the reader to add.
#[must_use]
pub fn reference(article: &Article) -> String {
    let author = article.author.as_deref().unwrap_or(NO_AUTHOR.zh);
    let outlet = &article.outlet.zh;
    let date = article.published.date().map_or_else(|| "日期不详".to_owned(), |date| date.to_string());
    match &article.address {
        Some(address) => format!("{author}. {}[EB/OL]. {outlet}, {date}. {address}.", article.title),
        None => format!("{author}. {}[N]. {outlet}, {date}.", article.title),
    }
}
