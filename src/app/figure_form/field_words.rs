//! Faults of data in the names of the fields of the form.

use super::fields::label;
use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::{Scope, Status};
use crate::entry::{FigureField, NamedKey, in_names_of_keys};
use crate::text::{Lang, Phrase, Text, Word};

/// The keys of a file that a field fills in.
const KEYS: [(&str, FigureField); 17] = [
    ("value", FigureField::Value),
    ("to", FigureField::Value),
    ("qualifier", FigureField::Qualifier),
    ("each", FigureField::Each),
    ("unit", FigureField::Unit),
    ("period", FigureField::Period),
    ("scope", FigureField::Scope),
    ("status", FigureField::Status),
    ("article", FigureField::Article),
    ("paragraph", FigureField::Paragraph),
    ("printed", FigureField::Sentence),
    ("variant", FigureField::Variant),
    ("reading", FigureField::Reading),
    ("note", FigureField::Note),
    ("nature", FigureField::Nature),
    ("indicator", FigureField::Indicator),
    ("code", FigureField::Code),
];

/// Returns a fault of data as the form tells it.
pub(super) fn in_names_of_fields(fault: &Text) -> Text {
    let named = |(key, field)| NamedKey { key, name: label(field), words: words(field) };
    let keys: Vec<NamedKey> = KEYS.into_iter().map(named).collect();
    Text::new(in_names_of_keys(&fault.zh, Lang::Zh, &keys), in_names_of_keys(&fault.en, Lang::En, &keys))
}

fn words(field: FigureField) -> Vec<(&'static str, Phrase)> {
    fn named<W: Word + Copy>(name: impl Fn(W) -> Phrase) -> Vec<(&'static str, Phrase)> {
        W::WORDS.iter().map(|(word, value)| (*word, name(*value))).collect()
    }
    match field {
        FigureField::Qualifier => named(Qualifier::name),
        FigureField::Scope => named(Scope::name),
        FigureField::Status => named(Status::name),
        FigureField::Nature => named(Nature::name),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_as_fields() {
        let said = in_names_of_fields(&Text::new(
            "与 qualifier“exact”不符；应写作 value = 312, qualifier = \"at-least\"",
            "unlike its qualifier `exact`; write value = 312",
        ));
        assert_eq!(said.zh, "与“限定”的“确数”不符；应写作 “数值”写 312, “限定”写“下限”");
        assert!(said.en.contains("Qualifier “exact") && said.en.contains("Value: 312"), "{}", said.en);
    }
}
