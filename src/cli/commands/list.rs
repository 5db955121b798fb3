//! `cppcc list`: lists what the data hold, and the groups of areas that the settings name.

use super::list_origin;
use crate::cli::named_themes::named_themes;
use crate::cli::options::{Global, ListOptions};
use crate::cli::saved_areas::{named_areas, saved_groups};
use crate::cli::stream::{Failure, print, report_columns_left_out, say, take};
use crate::deck::{Deck, Library};
use crate::export::{Cited, ListFilter, ListRequest, ListSubject, ListedDeck, citations, list};
use crate::search::resolve;
use crate::text::{Phrase, Text, Word};
use crate::wording::CitationStyle;
use itertools::Itertools;

const NO_GROUP: Phrase = Phrase {
    zh: "设置中没有地区分组；写法见 cppcc config --template",
    en: "the settings name no group of areas; cppcc config --template shows how",
};

const ONLY_ARTICLES: Phrase =
    Phrase { zh: "--cite 只用于 cppcc list articles", en: "--cite goes only with `cppcc list articles`" };

/// Cites the articles that are chosen: what else can be listed has no citation.
fn cite(library: &Library, options: &ListOptions, style: CitationStyle, global: &Global) -> Result<(), Failure> {
    if options.what != ListSubject::Articles {
        return Err(Failure::Nothing(ONLY_ARTICLES));
    }
    let filter = filter(library, options, global)?;
    let chosen = library.articles.iter().filter(|(_, article)| filter.takes_article(article)).map(|(key, _)| key);
    print(&citations(library, Cited::Articles(&chosen.collect_vec()), style, global.lang())?)
}

/// Lists things of one kind, and says which columns had no room.
pub(in crate::cli) fn run(library: &Library, options: &ListOptions, global: &Global) -> Result<(), Failure> {
    if options.origin {
        return list_origin::run(library, options, global);
    }
    let (subject, lang, style) = (options.what, global.lang(), global.look());
    check_filters(options)?;
    if let Some(style) = options.cite {
        return cite(library, options, style, global);
    }
    let groups = match subject {
        ListSubject::Groups => saved_groups(library, &global.config).map_err(Failure::Config)?,
        _ => Vec::new(),
    };
    let decks = library.decks.iter().map(|(_, deck)| listed_deck(deck)).collect_vec();
    let request = ListRequest { subject, filter: filter(library, options, global)?, decks: &decks, groups: &groups };
    let written = list(library, &request, options.format, &style)?;
    print(&written.text)?;
    report_columns_left_out(&written, &style);
    if subject == ListSubject::Groups && groups.is_empty() {
        say(NO_GROUP.get(lang));
    }
    Ok(())
}

fn listed_deck(deck: &Deck) -> ListedDeck<'_> {
    let file = deck.slides.first().map(|slide| slide.origin.path.as_path());
    ListedDeck { id: &deck.id, name: &deck.name, slides: deck.slides.len(), source: deck.source, file }
}

/// Returns the options that choose among the things of one kind.
const fn filters_of(subject: ListSubject) -> &'static [&'static str] {
    match subject {
        ListSubject::Areas | ListSubject::Initiatives => &["--area"],
        ListSubject::Indicators => &["--area", "--in-theme", "--indicator"],
        ListSubject::Articles => &["--area", "--grade"],
        ListSubject::Figures => &["--area", "--in-theme", "--indicator", "--when", "--grade", "--scope", "--status"],
        ListSubject::Themes | ListSubject::Decks | ListSubject::Groups => &[],
    }
}

/// Refuses an option that can choose nothing among things of this kind: to pass it over would show too much.
fn check_filters(options: &ListOptions) -> Result<(), Failure> {
    let given = [
        ("--area", !options.areas.is_empty()),
        ("--in-theme", !options.themes.is_empty()),
        ("--indicator", !options.indicators.is_empty()),
        ("--when", options.when.is_some()),
        ("--grade", !options.grades.is_empty()),
        ("--scope", !options.scopes.is_empty()),
        ("--status", !options.statuses.is_empty()),
    ];
    let useful = filters_of(options.what);
    let useless = given.into_iter().filter(|(name, is_given)| *is_given && !useful.contains(name));
    let useless = useless.map(|(name, _)| name).collect_vec();
    if useless.is_empty() { Ok(()) } else { Err(Failure::Usage(useless_filters(options.what, &useless, useful))) }
}

fn useless_filters(subject: ListSubject, useless: &[&str], useful: &[&str]) -> Text {
    let named = ListSubject::WORDS.iter().find(|(_, other)| *other == subject);
    let what = named.map_or("", |(word, _)| word);
    let can = match useful {
        [] => Text::new("此列表不能筛选", "nothing can"),
        _ => Text::new(format!("可用的：{}", useful.join("、")), format!("these can: {}", useful.join(", "))),
    };
    Text::new(
        format!("list {what} 不能用 {} 筛选；{}", useless.join("、"), can.zh),
        format!("{} can't choose among {what}; {}", useless.join(", "), can.en),
    )
}

fn filter(library: &Library, options: &ListOptions, global: &Global) -> Result<ListFilter, Failure> {
    let lang = global.lang();
    let indicators = options.indicators.iter().map(|typed| resolve::indicator(library, typed));
    let indicators: Vec<_> = indicators.collect::<Result<_, _>>()?;
    Ok(ListFilter {
        areas: named_areas(library, &options.areas, &global.config, lang)?,
        themes: named_themes(library, &options.themes)?,
        indicators: indicators.into_iter().map(|found| take(found, lang)).collect(),
        year_choice: options.when,
        grades: options.grades.clone(),
        scopes: options.scopes.clone(),
        statuses: options.statuses.clone(),
    })
}
