//! A comparison as a table of GitHub's Markdown, with its verdicts as a list below.

use super::super::Look;
use super::super::sheet::{markdown_table, markdown_text};
use super::notes::{groups, remarks};
use super::rows;
use crate::domain::Dataset;
use crate::domain::compare::{Cell, Comparison};
use crate::domain::order::Order;
use crate::text::Phrase;
use crate::wording::period;
use itertools::Itertools;

const AREA: Phrase = Phrase { zh: "地区", en: "Area" };
const VALUE: Phrase = Phrase { zh: "数值", en: "Value" };
const PERIOD: Phrase = Phrase { zh: "时段", en: "Period" };
const RANK: Phrase = Phrase { zh: "位次", en: "Rank" };
const SOURCE: Phrase = Phrase { zh: "出处", en: "Source" };

pub(super) fn markdown(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let look = &rows::document_signs(look);
    let is_ranked = matches!(comparison.order, Order::Ranked(_));
    let headings = [Some(AREA), Some(VALUE), Some(PERIOD), is_ranked.then_some(RANK), Some(SOURCE)];
    let headings = headings.into_iter().flatten().map(|heading| heading.get(look.lang).to_owned()).collect_vec();
    let places = comparison.by_value().into_iter();
    let cells = places.filter_map(|place| {
        let cell = comparison.cells.get(place)?;
        Some(row(dataset, comparison, (place, cell), is_ranked, look))
    });
    let mut out = format!("### {}\n\n", markdown_text(&rows::heading(dataset, comparison, look.lang)));
    out.push_str(&markdown_table(&headings, cells));
    out.push('\n');
    let lines = notes(dataset, comparison, look);
    out + &lines.iter().map(|line| format!("- {}\n", markdown_text(line))).join("")
}

fn row(
    dataset: &Dataset,
    comparison: &Comparison,
    (place, cell): (usize, &Cell),
    is_ranked: bool,
    look: &Look,
) -> Vec<String> {
    let mut row = vec![dataset.areas[cell.area].name.get(look.lang).to_owned()];
    match &cell.content {
        Err(missing) => row.extend([missing.text().get(look.lang).to_owned(), String::new()]),
        Ok(found) => {
            let value = match &found.extent {
                Ok(_) => rows::value(dataset, comparison, found, look).unwrap_or_default(),
                Err(why) => why.text().get(look.lang).to_owned(),
            };
            row.extend([value, period(&dataset.observations[found.main()].period, look.lang)]);
        }
    }
    if is_ranked {
        row.push(comparison.order.rank(place).map(|rank| rank.text(look.lang)).unwrap_or_default());
    }
    let sources = cell.found().into_iter().flat_map(|found| &found.observations);
    row.push(sources.map(|key| rows::source(dataset, &dataset.observations[*key].source, look)).join(look.semicolon()));
    row
}

fn notes(dataset: &Dataset, comparison: &Comparison, look: &Look) -> Vec<String> {
    let verdicts = groups(dataset, comparison).into_iter().map(|group| {
        let (verdict, colon) = (group.verdict.name().get(look.lang), look.colon());
        let pairs = group.pairs_text(dataset, comparison, look);
        format!("{verdict}{}{colon}{}", look.bracketed(&pairs), group.reasons_text(look))
    });
    let remarks = remarks(comparison).into_iter().map(|remark| remark.text(dataset, look));
    let denominators = comparison.cells.iter().filter_map(|cell| {
        let held = cell.found()?.denominator.as_ref()?;
        let name = dataset.areas[cell.area].name.get(look.lang);
        let population = held.population.name().get(look.lang);
        let source = look.bracketed(&format!("{}{}{}", held.as_of, look.semicolon(), held.source.get(look.lang)));
        Some(format!("{name}{}{population} {}{source}", look.colon(), held.count.get()))
    });
    let mut lines = verdicts.chain(remarks).chain(denominators).collect_vec();
    lines.extend(rows::refusal(comparison, look.lang));
    lines.push(rows::count(comparison, look.lang));
    lines
}
