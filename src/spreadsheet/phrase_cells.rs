//! Reading a figure out of the cells in which it is printed.

use super::fault::{FaultPlace, SheetFault};
use super::grid::CellValue;
use super::rows::{EntryText, SheetRow, digits, spelt};
use super::words::List;
use crate::domain::Nature;
use crate::printed::{CandidateValue, FigureCandidate, candidates};
use crate::text::{Text, fit};
use itertools::Itertools;

/// Writes value, qualifier, span and phrase of a figure: as the row gives them, and what it leaves out as it is printed.
pub(super) fn write_value(entry: &mut EntryText, row: &SheetRow, nature: Option<Nature>) -> Result<(), SheetFault> {
    let given = row.value("value").and_then(number_in);
    // A value such as “160余” is a phrase itself.
    let as_phrase = row.words("value").filter(|_| given.is_none());
    let key = ["source.printed", "sentence"].into_iter().find(|key| row.value(key).is_some());
    let (phrase, place) = match (key, &as_phrase) {
        (Some(key), None) => (row.words(key).unwrap_or_default(), row.place(key)),
        (_, Some(value)) => (value.clone(), row.place("value")),
        (None, None) => return Err(nothing_printed(row)),
    };
    let read = read(row, &phrase, &place, nature, given.as_deref())?;
    let printed = row.words("source.printed").or_else(|| read.as_ref().map(|read| read.printed.clone()));
    entry.key("source.printed", printed.unwrap_or(phrase), row.place(key.unwrap_or("value")));
    match (&given, read.as_ref().map(|read| &read.value)) {
        (None, Some(CandidateValue::Designed(design))) => entry.key("value", design.as_str(), place),
        (_, Some(CandidateValue::Number(reading))) => {
            let is_printed = |given: &String| given.parse().is_ok_and(|number| reading.value.is(number));
            let number = given.clone().filter(is_printed).unwrap_or_else(|| reading.value.to_string());
            entry.number("value", &number, row.place("value"));
            let to = row.value("to").and_then(number_in).or_else(|| reading.to.map(|to| to.to_string()));
            if let Some(to) = to {
                entry.number("to", &to, row.place("to"));
            }
            let usual = reading.qualifiers.first().map_or("exact", |qualifier| qualifier.id());
            write_qualifier(entry, row, usual);
            if let Some(each) = reading.each.filter(|_| row.value("each").is_none()) {
                entry.key("each", each.id(), row.place("each"));
            }
        }
        (Some(number), _) => {
            entry.number("value", number, row.place("value"));
            if let Some(to) = row.value("to").and_then(number_in) {
                entry.number("to", &to, row.place("to"));
            }
            write_qualifier(entry, row, "exact");
        }
        // A designed number as it is, or what will be told to be no number.
        (None, None) => entry.key("value", as_phrase.unwrap_or_default(), row.place("value")),
    }
    Ok(())
}

fn write_qualifier(entry: &mut EntryText, row: &SheetRow, usual: &str) {
    let given = row.words("qualifier").map(|typed| List::Qualifier.word(&typed));
    entry.key("qualifier", given.unwrap_or_else(|| usual.to_owned()), row.place("qualifier"));
}

fn number_in(value: &CellValue) -> Option<String> {
    match value {
        CellValue::Number(number) => Some(digits(*number)),
        CellValue::Words(words) => spelt(words),
        CellValue::Error(_) => None,
    }
}

/// How many columns of a phrase a fault quotes at most.
const LONGEST_QUOTED: usize = 60;

/// Reads a phrase. Where a value is given, the number of the phrase is that one, if it prints it at all.
fn read(
    row: &SheetRow,
    phrase: &str,
    place: &FaultPlace,
    nature: Option<Nature>,
    given: Option<&str>,
) -> Result<Option<FigureCandidate>, SheetFault> {
    let found = candidates(phrase, nature, None);
    let phrase = fit(phrase, LONGEST_QUOTED);
    if let Some(given) = given {
        let wanted: f64 = given.parse().unwrap_or_default();
        // A cell in the form of per cent holds 1 where it shows 100%.
        let of_hundred = (wanted * 1e8_f64).round() / 1e6;
        let is_share = nature == Some(Nature::Rate) && wanted <= 1.0;
        let is = |number| {
            let is_number = move |candidate: &FigureCandidate| matches!(&candidate.value, CandidateValue::Number(reading) if reading.value.is(number));
            found.iter().find(|candidate| is_number(candidate)).cloned()
        };
        return Ok(is(wanted).or_else(|| is_share.then(|| is(of_hundred)).flatten()));
    }
    match found.as_slice() {
        [one] => Ok(Some(one.clone())),
        [] if row.value("value").is_some() && nature == Some(Nature::Structure) => Ok(None),
        [] => Err(fault(
            place,
            Text::new(format!("“{phrase}”里没有读出数来"), format!("no figure can be read out of “{phrase}”")),
            Text::new(
                "在“数值”一列写出数值；原文没有印出数的，在“读法”一列说明",
                "give it in the column of the value; where no number is printed, say in the column of the reading how it was read",
            ),
        )),
        several => {
            let printed = several.iter().map(|one| match &one.value {
                CandidateValue::Number(reading) => reading.number(),
                CandidateValue::Designed(design) => design.clone(),
            });
            let printed = printed.collect_vec();
            Err(fault(
                place,
                Text::new(
                    format!("“{phrase}”里有几个数：{}", printed.join("、")),
                    format!("“{phrase}” has several figures: {}", printed.join(", ")),
                ),
                Text::new(
                    "在“数值”一列写明是哪一个，或只照录那一处",
                    "say which in the column of the value, or quote that one alone",
                ),
            ))
        }
    }
}

fn nothing_printed(row: &SheetRow) -> SheetFault {
    fault(
        &row.place("source.printed"),
        Text::new(
            "没有原文：短语、句子、数值都没有写",
            "nothing is printed: there is no phrase, no sentence and no value",
        ),
        Text::new("照录原文中的数字和所数之事，如 督导163次", "quote the number and what it counts, as in 督导163次"),
    )
}

fn fault(place: &FaultPlace, message: Text, help: Text) -> SheetFault {
    SheetFault::new(place.clone(), message, help)
}
