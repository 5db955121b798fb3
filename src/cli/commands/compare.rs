//! `cppcc compare`: compares areas by indicators.

use crate::cli::options::{CompareOptions, Global};
use crate::cli::stream::{Failure, print, say, take};
use crate::domain::{Area, Comparison, Dataset, FigureChoice, Indicator, Key, Measure, Request, Verdict, compare};
use crate::export::{Cited, ComparisonSet, citations, comparisons};
use crate::search::resolve::{self, Resolved};
use crate::text::{Lang, Phrase};
use itertools::Itertools;

/// Compares, prints, and returns the exit status. That is 1 if a comparison asked for by name was refused or, with
/// `--strict`, if any pair is not comparable.
pub(in crate::cli) fn run(dataset: &Dataset, options: &CompareOptions, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let areas = areas(dataset, options, lang)?;
    let named: Vec<Resolved<Key<Indicator>>> =
        options.indicators.iter().map(|name| resolve::indicator(dataset, name)).collect::<Result<_, _>>()?;
    let named = named.into_iter().map(|found| take(found, lang)).collect_vec();
    report_former_ids(dataset, options, &named, lang);
    let is_named = !named.is_empty();
    let indicators = if is_named { named } else { shared(dataset, &areas, &FigureChoice::default()) };
    let measure = options.per.map_or(Measure::Raw, Measure::from);
    let variant = options.variant.as_deref().map(|typed| resolve::variant(dataset, &indicators, typed)).transpose()?;
    let variant = variant.map(|found| take(found, lang));
    let figure_choice = FigureChoice { variant, scope: options.scope };
    // Where nothing is named, that of which nobody holds the choice is not asked for.
    let indicators = if is_named { indicators } else { shared(dataset, &areas, &figure_choice) };
    let request = |indicator| Request {
        indicator,
        areas: areas.clone(),
        measure,
        year_choice: options.when,
        figure_choice: figure_choice.clone(),
    };
    let compared: Vec<Comparison> =
        indicators.into_iter().unique().map(|indicator| compare(dataset, &request(indicator))).collect();
    let mut status = 0;
    if is_named && report_refusals(dataset, &compared, lang) {
        status = 1;
    }
    if options.strict && report_incomparable(dataset, &compared, lang) {
        status = 1;
    }
    if compared.is_empty() {
        const NOTHING: Phrase =
            Phrase { zh: "没有至少两市公布的指标", en: "no indicator is reported by two areas or more" };
        say(NOTHING.get(lang));
    }
    if let Some(style) = options.cite {
        print(&citations(dataset, Cited::Comparisons(&compared), style, lang)?)?;
        return Ok(status);
    }
    let asked = match compared.as_slice() {
        [one] if is_named => ComparisonSet::One(one),
        several => ComparisonSet::Several(several),
    };
    let look = global.look();
    let look = if options.plain { look.aloud() } else { look };
    print(&comparisons(dataset, asked, options.format, &look)?)?;
    Ok(status)
}

/// Reports what an indicator is called now that was named by a former id, which works for one release more.
fn report_former_ids(dataset: &Dataset, options: &CompareOptions, named: &[Key<Indicator>], lang: Lang) {
    for (typed, key) in options.indicators.iter().zip(named).unique() {
        let indicator = &dataset.indicators[*key];
        if indicator.is_formerly(typed) {
            let id = &indicator.id;
            say(&match lang {
                Lang::Zh => format!("指标“{typed}”现名“{id}”，旧名下一版停用"),
                Lang::En => {
                    format!("the indicator `{typed}` is now called `{id}`; the old name will go in the next release")
                }
            });
        }
    }
}

/// Resolves the areas that are named, each once; without a name, all. Names may be separated by Chinese commas, too.
fn areas(dataset: &Dataset, options: &CompareOptions, lang: Lang) -> Result<Vec<Key<Area>>, Failure> {
    let typed = options.areas.iter().flat_map(|names| names.split(['，', '、', ','])).map(str::trim);
    let named: Vec<Resolved<Key<Area>>> =
        typed.filter(|name| !name.is_empty()).map(|name| resolve::area(dataset, name)).collect::<Result<_, _>>()?;
    let named = named.into_iter().map(|found| take(found, lang)).collect_vec();
    Ok(if named.is_empty() { dataset.areas.keys().collect() } else { named.into_iter().unique().collect() })
}

/// Returns the indicators of which at least two of the areas hold what was chosen, those under a context theme last.
fn shared(dataset: &Dataset, areas: &[Key<Area>], choice: &FigureChoice) -> Vec<Key<Indicator>> {
    let reports = |area: &&Key<Area>, indicator| {
        dataset.observations_of(**area, indicator).any(|(_, observation)| choice.takes(observation))
    };
    let themes = dataset.themes.keys().sorted_by_key(|theme| dataset.themes[*theme].is_context);
    let indicators = themes.flat_map(|theme| dataset.indicators_of(theme).map(|(indicator, _)| indicator));
    indicators.filter(|indicator| areas.iter().filter(|area| reports(area, *indicator)).count() >= 2).collect()
}

/// Reports which comparisons were refused, and why; returns whether there was one.
fn report_refusals(dataset: &Dataset, compared: &[Comparison], lang: Lang) -> bool {
    const REFUSED: Phrase = Phrase { zh: "不予比较", en: "not compared" };
    for comparison in compared {
        if let Some(refusal) = comparison.refused {
            let name = dataset.indicators[comparison.request.indicator].name.get(lang);
            let why = refusal.text();
            say(&match lang {
                Lang::Zh => format!("{}“{name}”：{}", REFUSED.get(lang), why.get(lang)),
                Lang::En => format!("{}: {name}: {}", REFUSED.get(lang), why.get(lang)),
            });
        }
    }
    compared.iter().any(|comparison| comparison.refused.is_some())
}

/// Reports how many pairs are not comparable; returns whether there is one.
fn report_incomparable(dataset: &Dataset, compared: &[Comparison], lang: Lang) -> bool {
    let mut any = false;
    for comparison in compared {
        let counts = comparison.verdict_counts(dataset);
        let incomparable = counts.of(Verdict::NotComparable);
        if incomparable == 0 {
            continue;
        }
        any = true;
        let (name, of) = (dataset.indicators[comparison.request.indicator].name.get(lang), counts.all());
        say(&match lang {
            Lang::Zh => format!("“{name}”{of} 对中有 {incomparable} 对不可比"),
            Lang::En => format!("{name}: {incomparable} of {of} pairs are not comparable"),
        });
    }
    any
}
