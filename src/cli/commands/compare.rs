//! `cppcc compare`: compares areas by indicators.

use crate::cli::named_themes::named_themes;
use crate::cli::options::{CompareOptions, Global};
use crate::cli::saved_areas::{home, named_areas};
use crate::cli::stream::{Failure, print, report_columns_left_out, say, take};
use crate::domain::{
    Area, Comparison, Dataset, FigureChoice, Indicator, Key, Measure, OutcomeCounts, Request, Theme, Verdict, compare,
};
use crate::export::{Cited, ComparisonSet, citations, comparisons, side_by_side};
use crate::search::resolve::{self, Resolved};
use crate::sorting::InOrder;
use crate::text::{Lang, Phrase, Text};
use itertools::Itertools;

/// Compares, prints, and returns the exit status. That is 1 if a comparison asked for by name was refused or, with
/// `--strict`, if any pair is not comparable.
pub(in crate::cli) fn run(dataset: &Dataset, options: &CompareOptions, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let areas = areas(dataset, options, global)?;
    let compared = compared(dataset, options, &areas, lang)?;
    let is_named = !options.indicators.is_empty();
    let mut status = 0;
    if is_named && report_refusals(dataset, &compared, lang) {
        status = 1;
    }
    if options.strict && report_incomparable(dataset, &compared, lang) {
        status = 1;
    }
    if let Some(style) = options.cite {
        print(&citations(dataset, Cited::Comparisons(&compared), style, lang)?)?;
        return Ok(status);
    }
    let look = global.look();
    let look = if options.plain { look.aloud() } else { look };
    if options.side_by_side {
        let written = side_by_side(dataset, &compared, options.format, &look)?;
        print(&written.text)?;
        report_columns_left_out(&written, &look);
    } else {
        let asked = match compared.as_slice() {
            [one] if is_named => ComparisonSet::One(one),
            several => ComparisonSet::Several(several),
        };
        print(&comparisons(dataset, asked, options.format, &look)?)?;
    }
    // Below all that was printed it is seen, on a terminal too.
    if !is_named || compared.len() > 1 {
        say(&counts(&compared, lang));
    }
    Ok(status)
}

/// Compares the areas by the indicators that are named; without a name, by all that two areas report.
fn compared(
    dataset: &Dataset,
    options: &CompareOptions,
    areas: &[Key<Area>],
    lang: Lang,
) -> Result<Vec<Comparison>, Failure> {
    let named: Vec<Resolved<Key<Indicator>>> =
        options.indicators.iter().map(|name| resolve::indicator(dataset, name)).collect::<Result<_, _>>()?;
    let themes = named_themes(dataset, &options.themes)?;
    let named = named.into_iter().map(|found| take(found, lang)).collect_vec();
    report_former_ids(dataset, options, &named, lang);
    let is_named = !named.is_empty();
    let indicators = if is_named { named } else { shared(dataset, areas, &themes, &FigureChoice::default()) };
    let variant = options.variant.as_deref().map(|typed| resolve::variant(dataset, &indicators, typed)).transpose()?;
    let variant = variant.map(|found| take(found, lang));
    let figure_choice = FigureChoice { variant, scope: options.scope };
    // Where nothing is named, that of which nobody holds the choice is not asked for.
    let indicators = if is_named { indicators } else { shared(dataset, areas, &themes, &figure_choice) };
    let request = |indicator| Request {
        indicator,
        areas: areas.into(),
        measure: options.per.map_or(Measure::Raw, Measure::from),
        year_choice: options.when,
        figure_choice: figure_choice.clone(),
    };
    Ok(indicators.into_iter().unique().map(|indicator| compare(dataset, &request(indicator))).collect())
}

/// Says how many comparisons have ranks, how many stand side by side without, and how many were refused.
fn counts(compared: &[Comparison], lang: Lang) -> String {
    const NOTHING: Phrase =
        Phrase { zh: "没有至少两市公布的指标", en: "no indicator is reported by two areas or more" };
    let (all, OutcomeCounts { ranked, not_ranked, refused }) = (compared.len(), OutcomeCounts::of(compared));
    match lang {
        _ if all == 0 => NOTHING.get(lang).to_owned(),
        Lang::Zh => format!("{all} 项指标：排位次 {ranked} 项，不排位次 {not_ranked} 项，不予比较 {refused} 项"),
        Lang::En => {
            let indicators = if all == 1 { "indicator" } else { "indicators" };
            format!("{all} {indicators}: {ranked} ranked, {not_ranked} not ranked, {refused} not compared")
        }
    }
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

/// Returns the areas that are named; without a name, all. Side by side there must be two, of which the user's own may go without
/// saying.
fn areas(dataset: &Dataset, options: &CompareOptions, global: &Global) -> Result<Vec<Key<Area>>, Failure> {
    let mut named = named_areas(dataset, &options.areas, &global.config, global.lang())?;
    if options.side_by_side {
        if let [other] = named.as_slice() {
            let own = home(dataset, &global.config).map_err(Failure::Config)?.filter(|own| own != other);
            named.splice(0..0, own);
        }
        return if named.len() == 2 { Ok(named) } else { Err(Failure::Usage(not_two(named.len()))) };
    }
    Ok(if named.is_empty() { dataset.areas.keys().collect() } else { named })
}

fn not_two(count: usize) -> Text {
    Text::new(
        format!(
            "--side-by-side 须用 --area 指定两市，如 --area qingdao,jinan（设置中写了 home 时，指定另一市即可）；现有 {count} 市"
        ),
        format!(
            "--side-by-side needs two areas, as in --area qingdao,jinan (or one, where the settings have a home); {count} named"
        ),
    )
}

/// Returns the indicators of some themes, or of all, of which at least two of the areas hold what was chosen, those under a
/// context theme last.
fn shared(dataset: &Dataset, areas: &[Key<Area>], themes: &[Key<Theme>], choice: &FigureChoice) -> Vec<Key<Indicator>> {
    let reports = |area: &&Key<Area>, indicator| {
        dataset.observations_of(**area, indicator).any(|(_, observation)| choice.takes(observation))
    };
    let asked = dataset.themes.keys().filter(|theme| themes.is_empty() || themes.contains(theme));
    let asked = asked.in_order_by_key(|theme| dataset.themes[*theme].is_context);
    let indicators = asked.flat_map(|theme| dataset.indicators_of(theme).map(|(indicator, _)| indicator));
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
